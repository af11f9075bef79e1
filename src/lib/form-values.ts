/** What a form sent, before it is trusted: a field sent twice or more is a list. */
export type FormInput = Readonly<Record<string, string | readonly string[]>>

/** Field name to the sentence that stands beside the field. */
export type Errors = Readonly<Record<string, string>>

/** The outcome of reading a form: a value that satisfies the schema, or the input kept with its errors. */
export type Submitted<T> =
  | { readonly ok: true; readonly value: T; readonly input: FormInput }
  | { readonly ok: false; readonly input: FormInput; readonly errors: Errors }

/** @returns the field as one string; the last one when it was sent more than once; '' when absent. */
export const one = (input: FormInput, name: string): string => {
  const value = input[name]
  return typeof value === 'string' ? value : (value?.at(-1) ?? '')
}

/** @returns the field as a list; empty when absent. */
export const many = (input: FormInput, name: string): readonly string[] => {
  const value = input[name]
  return value === undefined ? [] : typeof value === 'string' ? [value] : value
}
