/** The words of the writing field, in the language of the page; the server gives them along. */
export type Words = Readonly<Record<string, string>>

export const wordsIn = (element: HTMLElement): Words => JSON.parse(element.getAttribute('words') ?? '{}') as Words
