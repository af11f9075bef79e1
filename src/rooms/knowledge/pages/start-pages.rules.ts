import type { Words } from '../../../lib/words.ts'

/** The pages to begin at: what it is about, and one per audience. */
export const startKeys = ['basics', 'requesters', 'managers', 'professionals', 'experts', 'clients'] as const
export type StartKey = (typeof startKeys)[number]
export const isStartKey = (text: string): text is StartKey => startKeys.some((key) => key === text)

/** The public address of each, in Dutch words, once. */
export const startPaths: Readonly<Record<StartKey, string>> = {
  basics: '/wat-is-ervaringsdeskundigheid',
  requesters: '/voor/opdrachtgevers-en-beleid',
  managers: '/voor/leidinggevenden-en-coordinatoren',
  professionals: '/voor/andere-professionals',
  experts: '/voor/ervaringsdeskundigen',
  clients: '/voor/clienten-en-naasten',
}

/** A heading, a short sentence, and chosen items (by id) in their order. */
export type StartSection = {
  readonly heading: Words<string>
  readonly sentence: Words<string>
  readonly items: readonly string[]
}
export type StartPage = {
  readonly title: Words<string>
  readonly lead: Words<string>
  readonly sections: readonly StartSection[]
}

export const startLimits = { heading: 120, sentence: 400, sections: 12, items: 20, reason: 500 } as const

/**
 * Puts a section in its place, from 1; the others make room. `from` is where it stood: null for a new one. A place behind the
 * last one is the last one.
 */
export function placeSection(
  sections: readonly StartSection[],
  from: number | null,
  section: StartSection,
  place: number,
): readonly StartSection[] {
  const others = from === null ? sections : sections.filter((_, at) => at !== from - 1)
  return [...others.slice(0, place - 1), section, ...others.slice(place - 1)]
}

/** Lines with addresses or path words of items, each once, in their order. */
export const slugsIn = (text: string): readonly string[] => [
  ...new Set(
    text
      .split('\n')
      .map((line) => line.trim())
      .filter((line) => line !== '')
      .map((line) => /([\w-]{1,200})\/?(?:[?#].*)?$/.exec(line)?.[1] ?? line.slice(0, 200)),
  ),
]
