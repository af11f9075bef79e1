import type { Definition } from '../../lib/questionnaire/definition.ts'

/** What a new questionnaire begins with: a template under its own name, or nothing. */
export const begunFrom = (template: Definition | undefined, title: string): Definition =>
  template === undefined
    ? { format: 1, title: { nl: title }, intro: { nl: '' }, terms: [], sections: [] }
    : { ...template, title: { ...template.title, nl: title } }
