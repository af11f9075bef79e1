import { dayAt } from '../../lib/days.ts'
import { z } from 'zod'
import { api, type Route } from '../../platform/http/routes.ts'
import { problems } from '../../platform/problems.ts'
import { certainties, regionTypes } from './geography.rules.ts'
import { findMunicipality, isCode, listMunicipalities, successorsOf } from './municipalities.sql.ts'
import { paths } from './paths.ts'

const code = z.string().describe('CBS code, GM followed by four digits')
const Short = z.object({
  code,
  name: z.string(),
  aliases: z.array(z.string()),
  population2022: z.number().int().describe('Inhabitants on 1 January 2022 (CBS)'),
  province: z.string().describe('Code of the province'),
  tooi: z.string().describe('Address in the registers of the government'),
  page: z.string(),
})
const List = z.object({ credit: z.string(), municipalities: z.array(Short) })

const Whole = z.object({
  kind: z.literal('municipality'),
  code,
  name: z.string(),
  aliases: z.array(z.string()),
  population2022: z.number().int(),
  tooi: z.string(),
  page: z.string(),
  regions: z.array(
    z.object({
      type: z.enum(regionTypes),
      code: z.string(),
      name: z.string(),
      validFrom: z.string().nullable(),
      validTo: z.string().nullable(),
      source: z.string(),
      certainty: z.enum(certainties),
    }),
  ),
  former: z.array(z.object({ code, name: z.string(), endedOn: z.string() })),
})
const Ended = z.object({ kind: z.literal('ended'), code, successors: z.array(z.object({ code, name: z.string() })) })
const One = z.discriminatedUnion('kind', [Whole, Ended])

const credit = 'CBS, CC BY 4.0, adapted'

/** Municipalities and their regions as data. */
export const municipalityApi: readonly Route[] = [
  api(
    '/api/v1/municipalities',
    { output: List, summary: 'The municipalities of the Netherlands, with their provinces.' },
    async (visit) => {
      const rows = await visit.square((db) => listMunicipalities(db, dayAt(visit.now)))
      const municipalities = rows.map(({ population_2022: population2022, ...row }) => ({
        ...row,
        population2022,
        page: paths.municipality(row.code),
      }))
      return visit.json(List.parse({ credit, municipalities }))
    },
  ),
  api(
    '/api/v1/municipalities/:code',
    {
      output: One,
      summary:
        'One municipality with its regions, how certain each is and who says so; for a code that ended, its successors.',
    },
    async (visit) => {
      const wanted = visit.param('code').toUpperCase()
      if (!isCode(wanted)) throw problems['not-found']()
      const day = dayAt(visit.now)
      const row = await visit.square((db) => findMunicipality(db, wanted, day))
      if (row) {
        const { population_2022: population2022, ...rest } = row
        return visit.json(
          One.parse({ kind: 'municipality', ...rest, population2022, page: paths.municipality(row.code) }),
        )
      }
      const successors = await visit.square((db) => successorsOf(db, wanted, day))
      if (successors.length === 0) throw problems['not-found']()
      return visit.json(One.parse({ kind: 'ended', code: wanted, successors }))
    },
  ),
]
