import { slugOf } from '../../../lib/text/slug.ts'
import type { Lang } from '../../../lib/words.ts'
import { isSensitiveTheme, themes } from '../../terms/public.ts'
import { partHeadings } from './parts.text.ts'

/** Whose words a part is: theirs is the yes without which it is not published. */
export const whoses = ['requester', 'author', 'editor'] as const
export type Whose = (typeof whoses)[number]

export type Part = {
  readonly key: string
  readonly whose: Whose
  /** With 'author': one of them, or null for all of them together. */
  readonly author: string | null
  readonly text: string
}

/** The words of an item. Everything in here is scanned, shown to those who must say yes, and published. */
export type ItemText = { readonly title: string; readonly summary: string; readonly parts: readonly Part[] }

/** Characters. `part` is the length of one part, `parts` how many an item has. */
export const limits = { title: 160, summary: 400, part: 60_000, parts: 20, reason: 500, shownAs: 80 } as const

/** The heading under which a part is published; undefined for what one maker wrote whole. */
export const headingOf = (key: string, lang: Lang): string | undefined =>
  Object.entries(partHeadings[lang]).find(([each]) => each === key.replace(/^editor-\d+$/, 'editor'))?.[1]

const opensWithHeading = (words: string) => /^(?:#{1,6}\s|[^\n]+\n(?:=+|-+)\s*(?:\n|$))/.test(words)

// One side of a dilemma, or a pitfall, is never read as the whole.
const saidAlone: ReadonlySet<string> = new Set(['text', 'question', 'context', 'answer', 'done', 'not-done', 'editor'])

/**
 * The body as it is published: the parts below each other. Where two or more have words, each stands under its own heading,
 * so that nobody reads an answer as part of the question. What editors added may begin with a heading of its own.
 */
export function bodyOf(text: {
  readonly lang: Lang
  readonly parts: readonly { readonly key: string; readonly text: string }[]
}): string {
  const parts = text.parts
    .map((part) => ({ heading: headingOf(part.key, text.lang), words: part.text.trim(), key: part.key }))
    .filter((part) => part.words !== '')
  const [first] = parts
  if (first === undefined) return ''
  if (parts.length === 1 && saidAlone.has(first.key.replace(/^editor-\d+$/, 'editor'))) return first.words
  return parts
    .map(({ heading, words, key }) =>
      heading === undefined || (key.startsWith('editor-') && opensWithHeading(words))
        ? words
        : `## ${heading}\n\n${words}`,
    )
    .join('\n\n')
}

/** The fields of an item that are scanned, by the name under which decisions are kept. */
export const fieldsOf = (text: ItemText): readonly { readonly key: string; readonly text: string }[] => [
  { key: 'title', text: text.title },
  { key: 'summary', text: text.summary },
  ...text.parts.map(({ key, text: words }) => ({ key, text: words })),
]

/** @returns the text with other words under one of its keys. */
export const withField = (text: ItemText, key: string, words: string): ItemText =>
  key === 'title'
    ? { ...text, title: words }
    : key === 'summary'
      ? { ...text, summary: words }
      : { ...text, parts: text.parts.map((part) => (part.key === key ? { ...part, text: words } : part)) }

/** The parts that are somebody's own: the requester's, or those of one author and of all authors together. */
export const partsOf = (
  text: ItemText,
  giver: { readonly kind: 'requester' | 'author'; readonly person: string | null },
) => text.parts.filter((part) => part.whose === giver.kind && (part.author === null || part.author === giver.person))

/** What somebody says yes to, in one string of which the hash is kept: title, summary and their own parts. */
export const wordsOfGiver = (
  text: ItemText,
  giver: { readonly kind: 'requester' | 'author'; readonly person: string | null },
): string =>
  JSON.stringify([text.title, text.summary, ...partsOf(text, giver).map(({ key, text: words }) => [key, words])])

/** A path word: small letters, digits and hyphens, at most 80; 'item' when nothing is left of the title. */
export const slugOfItem = (title: string): string => slugOf(title.replace(/['’]/g, ''), 80) || 'item'

/** Whether a reader may be in danger by being seen with this page: it offers the quick exit then. */
export const offersQuickExit = (themeIds: readonly string[]): boolean =>
  themeIds.some((id) => isSensitiveTheme(id) && themes.find((theme) => theme.id === id)?.sensitive === 'safety')

export const licences = ['CC-BY-4.0', 'CC-BY-SA-4.0', 'CC0-1.0', 'all-rights-reserved'] as const
export type Licence = (typeof licences)[number]
