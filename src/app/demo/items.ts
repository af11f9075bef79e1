import { audiences, expertRoles, itemTypes, themes } from '../../rooms/terms/public.ts'
import type { AudienceId, ExpertRoleId, ItemTypeId, ThemeId } from '../../rooms/terms/public.ts'

export type DemoItem = {
  readonly slug: string
  readonly title: string
  /** At most 200 characters, at B1 level. */
  readonly summary: string
  readonly lang: 'nl' | 'en'
  readonly type: ItemTypeId
  readonly themes: readonly ThemeId[]
  readonly roles: readonly ExpertRoleId[]
  readonly audiences: readonly AudienceId[]
  /** Slugs of partner organisations. */
  readonly stewards: readonly string[]
  readonly checkedDaysAgo: number
  readonly publishedDaysAgo: number
  readonly origin: 'own' | 'from-request'
  /** Slug of the request it came from; known in the house only, never published. */
  readonly request: string | null
  /** The names the authors chose; empty when they chose none. */
  readonly authors: readonly string[]
  readonly sources: readonly string[]
  /** Markdown without the title. */
  readonly body: string
}

type FrontMatter = ReadonlyMap<string, string | readonly string[]>

const idsOf = <T extends string>(terms: readonly { readonly id: T }[]): readonly T[] => terms.map(({ id }) => id)

const oneOf = <const T extends string>(allowed: readonly T[], value: string, file: string): T => {
  const found = allowed.find((one) => one === value)
  if (found === undefined) throw new Error(`${file}: "${value}" is not one of ${allowed.join(', ')}`)
  return found
}

/** Lines "key: value", and lists as "key:" followed by lines "- value". */
function readFrontMatter(head: string, file: string): FrontMatter {
  const found = new Map<string, string | readonly string[]>()
  let listed = ''
  for (const line of head.split('\n')) {
    if (line.startsWith('- ')) {
      const before = found.get(listed)
      if (!Array.isArray(before)) throw new Error(`${file}: "${line}" belongs to no list`)
      found.set(listed, [...before, line.slice(2).trim()])
      continue
    }
    const colon = line.indexOf(':')
    if (colon < 1) throw new Error(`${file}: "${line}" is not a line of front matter`)
    const value = line.slice(colon + 1).trim()
    listed = line.slice(0, colon)
    found.set(listed, value === '' ? [] : value)
  }
  return found
}

/**
 * Reads one Markdown file with front matter.
 * @throws when a field is missing or has a value that does not exist: demo content is checked when it is built.
 */
export function readDemoItem(file: string, text: string): DemoItem {
  const parts = /^---\n([\s\S]*?)\n---\n([\s\S]*)$/.exec(text.replaceAll('\r\n', '\n'))
  const slug = /([^/]+)\.md$/.exec(file)?.[1]
  const head = parts?.[1]
  const body = parts?.[2]
  if (slug === undefined || head === undefined || body === undefined) throw new Error(`${file}: has no front matter`)
  const fields = readFrontMatter(head, file)

  const oneValue = (key: string) => {
    const value = fields.get(key)
    if (typeof value !== 'string') throw new Error(`${file}: misses "${key}"`)
    return value
  }
  const words = (key: string) =>
    oneValue(key)
      .split(',')
      .map((word) => word.trim())
  const days = (key: string) => {
    const value = Number(oneValue(key))
    if (!Number.isInteger(value) || value < 0) throw new Error(`${file}: "${key}" is not a number of days`)
    return value
  }
  const list = (key: string) => {
    const value = fields.get(key)
    return Array.isArray(value) ? value : []
  }

  return {
    slug,
    title: oneValue('title'),
    summary: oneValue('summary'),
    lang: oneOf(['nl', 'en'], oneValue('lang'), file),
    type: oneOf(idsOf(itemTypes), oneValue('type'), file),
    themes: words('themes').map((word) => oneOf(idsOf(themes), word, file)),
    roles: words('roles').map((word) => oneOf(idsOf(expertRoles), word, file)),
    audiences: words('audiences').map((word) => oneOf(idsOf(audiences), word, file)),
    stewards: words('stewards'),
    checkedDaysAgo: days('checkedDaysAgo'),
    publishedDaysAgo: days('publishedDaysAgo'),
    origin: oneOf(['own', 'from-request'], oneValue('origin'), file),
    request: fields.has('request') ? oneValue('request') : null,
    authors: list('authors'),
    sources: list('sources'),
    body: body.trim(),
  }
}

const files = import.meta.glob<string>('./items/*.md', { query: '?raw', import: 'default', eager: true })

/** The knowledge items of the demo network, in the order of their slugs. */
export const demoItems: readonly DemoItem[] = Object.entries(files)
  .map(([file, text]) => readDemoItem(file, text))
  .sort((a, b) => a.slug.localeCompare(b.slug, 'nl'))
