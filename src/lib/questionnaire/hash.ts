import { createHash } from 'node:crypto'
import type { Definition } from './definition.ts'
import { identitiesOf } from './identity.ts'

const digest = (text: string) => createHash('sha256').update(text).digest('hex')

/** Each question with the hash of its words, options, routing and universe, in Dutch and English; in the order asked. */
export const questionHashes = (definition: Definition): readonly { readonly key: string; readonly hash: string }[] =>
  identitiesOf(definition).map(({ key, wording, options, routing, universe }) => ({
    key,
    hash: digest(JSON.stringify([wording, options, routing, universe])),
  }))

/** The same document with the fields of every part in one order, so that equal documents give equal text. */
const canonical = (value: unknown): unknown =>
  Array.isArray(value)
    ? value.map(canonical)
    : typeof value === 'object' && value !== null
      ? Object.fromEntries(
          Object.entries(value)
            .filter(([, inner]) => inner !== undefined)
            .sort(([a], [b]) => (a < b ? -1 : 1))
            .map(([name, inner]) => [name, canonical(inner)]),
        )
      : value

/** The hash of a whole questionnaire: every word and order of it counts, the order of fields in the document does not. */
export const definitionHash = (definition: Definition): string => digest(JSON.stringify(canonical(definition)))
