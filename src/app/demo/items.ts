import { detailOfText, kindOf, linkKinds, type Details, type LinkKind } from '../../rooms/knowledge/public.ts'
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
  /** Markdown without the title; of a kind with parts all of them below each other. */
  readonly body: string
  /** The body by the parts of its kind. */
  readonly parts: readonly { readonly key: string; readonly text: string }[]
  readonly details: Details
  /** Codes of municipalities and provinces. */
  readonly regions: readonly string[]
  /** How it belongs to another item of the demo. */
  readonly links: readonly DemoLink[]
}

type DemoLink = { readonly kind: LinkKind; readonly position: number | null; readonly to: string }

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

// A line "=== key" begins the part of that name.
function partsOf(body: string, type: string, file: string): DemoItem['parts'] {
  const [before = '', ...rest] = body.split(/^=== ([a-z-]+)$/m)
  if (rest.length === 0) return [{ key: 'text', text: before.trim() }]
  return kindOf(type).parts.map((key, at) => {
    if (rest[at * 2] !== key) throw new Error(`${file}: the part "${key}" is not where it belongs`)
    return { key, text: (rest[at * 2 + 1] ?? '').trim() }
  })
}

function detailsOf(fields: FrontMatter, type: string, file: string): Details {
  const found = [...fields].flatMap(([key, value]) =>
    key.startsWith('detail.') ? [[key.slice(7), value] as const] : [],
  )
  return Object.fromEntries(
    found.map(([name, value]) => {
      const known = kindOf(type).details.find((each) => each === name)
      const read = known && typeof value === 'string' ? detailOfText(known, value) : undefined
      if (read === undefined)
        throw new Error(`${file}: "${name}" is no detail of ${type}, or has a value that does not exist`)
      return [name, read]
    }),
  )
}

// "series 2 drie-velden", "answers wat-werkt".
function linkOf(line: string, file: string): DemoLink {
  const [kind = '', ...rest] = line.split(' ')
  const to = rest.at(-1)
  if (to === undefined) throw new Error(`${file}: "${line}" is no link`)
  return { kind: oneOf(linkKinds, kind, file), position: rest.length === 2 ? Number(rest[0]) : null, to }
}

/**
 * Reads one Markdown file with front matter.
 * @throws when a field is missing or has a value that does not exist: demo content is checked when it is built.
 */
export function readDemoItem(file: string, text: string): DemoItem {
  const halves = /^---\n([\s\S]*?)\n---\n([\s\S]*)$/.exec(text.replaceAll('\r\n', '\n'))
  const slug = file.endsWith('.md') ? file.slice(file.lastIndexOf('/') + 1, -'.md'.length) : undefined
  const head = halves?.[1]
  const body = halves?.[2]
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

  const type = oneOf(idsOf(itemTypes), oneValue('type'), file)
  const parts = partsOf(body.trim(), type, file)
  const details = detailsOf(fields, type, file)
  return {
    slug,
    title: oneValue('title'),
    summary: oneValue('summary'),
    lang: oneOf(['nl', 'en'], oneValue('lang'), file),
    type,
    themes: words('themes').map((word) => oneOf(idsOf(themes), word, file)),
    roles: (Array.isArray(fields.get('roles')) ? [] : words('roles')).map((word) =>
      oneOf(idsOf(expertRoles), word, file),
    ),
    audiences: words('audiences').map((word) => oneOf(idsOf(audiences), word, file)),
    stewards: words('stewards'),
    checkedDaysAgo: days('checkedDaysAgo'),
    publishedDaysAgo: days('publishedDaysAgo'),
    origin: oneOf(['own', 'from-request'], oneValue('origin'), file),
    request: fields.has('request') ? oneValue('request') : null,
    authors: list('authors'),
    sources: list('sources'),
    body: parts.map((part) => part.text).join('\n\n'),
    parts,
    details,
    regions: fields.has('regions') ? words('regions') : [],
    links: list('links').map((line) => linkOf(line, file)),
  }
}

const files = import.meta.glob<string>('./items/*.md', { query: '?raw', import: 'default', eager: true })

/** The knowledge items of the demo network, in the order of their slugs. */
export const demoItems: readonly DemoItem[] = Object.entries(files)
  .map(([file, text]) => readDemoItem(file, text))
  .sort((a, b) => a.slug.localeCompare(b.slug, 'nl'))
