import { z } from 'zod'
import { api, type Route } from '../../../platform/http/routes.ts'
import { unknown } from '../problems.ts'
import { resultPaths as paths } from './results.paths.ts'
import { findRelease, listReleases } from './results.sql.ts'

const Said = z.object({ nl: z.string(), en: z.string().optional() })
const Version = z.object({ number: z.number(), at: z.string(), reason: z.string() })

const PollList = z.object({
  polls: z.array(
    z.object({
      series: z.string(),
      wave: z.string(),
      title: Said,
      label: Said,
      example: Said.nullable().describe('Not null: these are no answers of real organisations, and why'),
      respondents: z.number(),
      population: z.number().nullable(),
      release: z.number(),
      page: z.string().describe('Path of the page in Dutch; the English page stands at /en + this path'),
    }),
  ),
})

const Poll = z.object({
  versions: z.array(Version).describe('Newest first'),
  document: z
    .looseObject({ format: z.literal(1) })
    .describe('Everything that was let out. Shares run from 0 to 1; what is hidden has no number'),
})

/** Released polls as data: the same document as the pages, with the same figures left out. */
export const resultApi: readonly Route[] = [
  api(
    '/api/v1/polls',
    { output: PollList, summary: 'Released polls of organisations, newest wave of a series first.' },
    async (visit) => {
      const found = await visit.square((db) => listReleases(db))
      return visit.json(
        PollList.parse({
          polls: found.map(({ series, wave, number, document }) => ({
            series,
            wave,
            title: document.series.title,
            label: document.wave.label,
            example: document.example,
            respondents: document.findings.response.respondents,
            population: document.findings.response.population,
            release: number,
            page: paths.wave(series, wave),
          })),
        }),
      )
    },
  ),
  api(
    '/api/v1/polls/:series/:wave',
    { output: Poll, summary: 'One released wave: figures with their bases, intervals, verdicts, plan and method.' },
    async (visit) => {
      const found = await visit.square((db) => findRelease(db, visit.param('series'), visit.param('wave')))
      if (found === undefined) throw unknown()
      return visit.json(Poll.parse({ versions: found.versions, document: found.document }))
    },
  ),
]
