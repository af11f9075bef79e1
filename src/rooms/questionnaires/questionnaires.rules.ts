import type { Definition } from '../../lib/questionnaire/definition.ts'

/** The same document gives the same bytes, in whatever order its fields came. */
export const inFixedOrder = (definition: Definition): string =>
  JSON.stringify(definition, (_, value: unknown) =>
    typeof value === 'object' && value !== null && !Array.isArray(value)
      ? Object.fromEntries(Object.entries(value).toSorted(([a], [b]) => (a < b ? -1 : 1)))
      : value,
  )

/** A questionnaire without questions. */
export const emptyDefinition = (title: string): Definition => ({
  format: 1,
  title: { nl: title },
  intro: { nl: '' },
  terms: [],
  sections: [],
})
