import { z } from 'zod'
import { cleanText } from '../text/clean.ts'
import { hasOddCharacters } from './checks.ts'
import { limits, type Definition } from './definition.ts'
import type { DefinitionFault, DefinitionFaultName } from './faults.ts'

// The bounds here only keep what is read at a size that can be checked; what a questionnaire may be, faults.ts says.
const sizes = { text: 10_000, key: 200, list: 500 }

const text = z
  .string()
  .max(sizes.text)
  .refine((raw) => !hasOddCharacters(raw), { params: { why: 'odd-characters' } })
  .transform((raw) => cleanText(raw, { multiline: true }))
const said = z.strictObject({ nl: text, en: text.optional() }).transform(({ nl, en }) => (en ? { nl, en } : { nl }))
const key = z.string().max(sizes.key)
const list = <S extends z.ZodType>(each: S) => z.array(each).max(sizes.list)
const yes = z.literal(true).optional()

const option = z.strictObject({ key, label: said, hint: said.optional() })
const options = list(option)
const leading = list(option.extend({ leadsTo: z.literal('beginning').optional() }))
const when = z
  .strictObject({ all: list(z.strictObject({ question: key, row: key.optional(), chosen: list(key), not: yes })) })
  .optional()
const asked = {
  key,
  text: said,
  hint: said.optional(),
  terms: list(key).optional(),
  universe: said.optional(),
  when,
  required: yes,
  about: z.enum(['fact', 'opinion']),
}
const range = { unit: said.optional(), least: z.number(), most: z.number(), decimals: z.number() }
const ends = { low: said, high: said }
const single = { type: z.literal('single') }
const number = { type: z.literal('number'), ...range }
const scale = { type: z.literal('scale'), ...ends }

const question = z.discriminatedUnion('type', [
  z.strictObject({ key, type: z.literal('info'), text: said, when }),
  z.strictObject({ ...asked, ...single, options: leading, other: yes }),
  z.strictObject({
    ...asked,
    type: z.literal('multiple'),
    options: leading,
    other: yes,
    most: z.number().optional(),
    alone: key.optional(),
  }),
  z.strictObject({ ...asked, ...number }),
  z.strictObject({ ...asked, type: z.literal('text'), longest: z.number(), codes: options.optional(), personal: yes }),
  z.strictObject({ ...asked, ...scale }),
  z.strictObject({
    ...asked,
    type: z.literal('matrix'),
    rows: options,
    each: z.discriminatedUnion('type', [
      z.strictObject({ ...single, options }),
      z.strictObject(scale),
      z.strictObject(number),
    ]),
  }),
  z.strictObject({ ...asked, type: z.literal('ranking'), options, most: z.number() }),
  z.strictObject({ ...asked, type: z.literal('date'), precision: z.enum(['year', 'month', 'day']) }),
])

const document: z.ZodType<Definition> = z.strictObject({
  format: z.literal(1),
  title: said,
  intro: said,
  source: said.optional(),
  terms: list(key),
  sections: list(z.strictObject({ key, title: said, intro: said.optional(), questions: list(question) })),
})

const places = (path: readonly PropertyKey[]) => path.map((step) => (typeof step === 'number' ? step : String(step)))

function faultsIn(issue: z.core.$ZodIssue): readonly DefinitionFault[] {
  const at = places(issue.path)
  if (issue.code === 'unrecognized_keys')
    return issue.keys.map((name) => ({ at: [...at, name], why: 'unknown-field', name }))
  if (issue.code === 'too_big') return [{ at, why: 'too-much', bound: Number(issue.maximum) }]
  if (issue.code === 'custom') return [{ at, why: issue.params?.['why'] as DefinitionFaultName }]
  return [{ at, why: issue.input === undefined ? 'missing' : 'wrong-shape' }]
}

/**
 * Reads a questionnaire from JSON of unknown origin. Only its shape is checked: nothing that a definition does not have
 * comes through, texts are trimmed and free of control characters. Whether it makes sense, `faultsOf` says.
 * @returns the definition, or each fault with its place in the document
 */
export function readDefinition(
  raw: unknown,
):
  | { readonly ok: true; readonly definition: Definition }
  | { readonly ok: false; readonly faults: readonly DefinitionFault[] } {
  const read = document.safeParse(raw, { reportInput: true })
  return read.success
    ? { ok: true, definition: read.data }
    : { ok: false, faults: read.error.issues.slice(0, limits.questions).flatMap(faultsIn) }
}
