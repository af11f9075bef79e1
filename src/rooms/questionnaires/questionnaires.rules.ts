import type { Definition } from '../../lib/questionnaire/definition.ts'

/** A questionnaire without questions. */
export const emptyDefinition = (title: string): Definition => ({
  format: 1,
  title: { nl: title },
  intro: { nl: '' },
  terms: [],
  sections: [],
})
