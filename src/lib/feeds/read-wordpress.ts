import { childOf, childrenOf, readXml, textOf, type ReadElement } from '../xml/read.ts'
import { gather, shown, type Found } from './gather.ts'
import {
  defaultSize,
  type Harvest,
  type KindHint,
  type Place,
  type ReadingOptions,
  type Remark,
  type RemarkReason,
} from './harvested.ts'
import { wronglyStated } from './read-feed.ts'
import { withoutCodes } from './shortcodes.ts'

const exports = 'http://wordpress.org/export/'
const content = 'http://purl.org/rss/1.0/modules/content/'
const dc = 'http://purl.org/dc/elements/1.1/'

/** `authors`: the names that writers show to the world are taken too, to be named as a source. Usual: nobody is. */
export type WordPressOptions = ReadingOptions & { readonly authors?: boolean }

/** Types of an export that are parts of the site itself and nothing to read. */
const siteParts =
  /^(?:nav_menu_item|revision|custom_css|customize_changeset|oembed_cache|user_request|acf-.*|wp_.*|wpcf7_.*|wpforms.*|elementor_.*|et_pb_.*|fl-.*|mc4wp-.*|shop_(?:order|coupon).*|jp_.*|_.*)$/
const kinds: readonly (readonly [RegExp, KindHint])[] = [
  [/event|agenda|activiteit/, 'event'],
  [/course|cursus|training|opleiding/, 'training'],
  [/project|initiatief/, 'project'],
  [/publicati|publication|report|rapport/, 'publication'],
  [/faq|vraag/, 'question'],
  [/tool|hulpmiddel/, 'tool'],
  [/^post$/, 'article'],
]

/**
 * Reads the export of a WordPress site (WXR 1.0 to 1.2): what stood in public on the site, of every type that holds text. Drafts,
 * what is private, behind a password or thrown away, files and parts of the site itself are counted in the remarks and
 * not read; comments, e-mail addresses and names to sign in with neither. Bodies are HTML with the codes of page builders
 * taken out. `section` is the first category, else the type; `otherLinks` has the short address.
 */
export function readWordPress(source: Uint8Array | string, options: WordPressOptions): Harvest {
  const read = readXml(source, { size: options.size ?? defaultSize }, options.contentType)
  if (!read.ok)
    return { ok: false, problem: read.problem, place: { line: read.line, column: read.column }, detail: read.detail }
  const { root } = read
  const channel = childOf(root, '', 'channel')
  const wp = channel?.children.find((child) => typeof child !== 'string' && child.namespace.startsWith(exports))
  if (root.name !== 'rss' || !channel || !wp || typeof wp === 'string')
    return {
      ok: false,
      problem: 'another-format',
      place: { line: root.line, column: root.column },
      detail: shown(root.name),
    }

  const site: Site = {
    wp: wp.namespace,
    base: wordsOf(channel, '', 'link'),
    language: wordsOf(channel, '', 'language'),
    authors: options.authors === true ? shownNames(channel, wp.namespace) : null,
  }
  const skipped = new Map<RemarkReason, number>()
  const found: Found[] = []
  for (const item of childrenOf(channel, '', 'item')) {
    const reason = whySkipped(item, wp.namespace)
    if (reason === null) found.push(readItem(item, site))
    else skipped.set(reason, (skipped.get(reason) ?? 0) + 1)
  }
  const title = shown(wordsOf(channel, '', 'title') ?? '')
  return {
    ok: true,
    format: 'wordpress',
    ...(title === '' ? {} : { title }),
    ...gather(found, options),
    remarks: [
      ...wronglyStated(read.statedWrongly),
      ...[...skipped].map(([reason, count]): Remark => ({
        place: placeOf(channel),
        field: 'document',
        reason,
        found: String(count),
      })),
    ],
  }
}

type Site = {
  readonly wp: string
  readonly base: string | undefined
  readonly language: string | undefined
  /** By the name to sign in with; null: nobody's name is taken. */
  readonly authors: ReadonlyMap<string, string> | null
}

const placeOf = (at: ReadElement): Place => ({ line: at.line, column: at.column })

const wordsOf = (parent: ReadElement, namespace: string, name: string): string | undefined => {
  const child = childOf(parent, namespace, name)
  const words = child ? textOf(child).trim() : ''
  return words === '' ? undefined : words
}

const shownNames = (channel: ReadElement, wp: string): ReadonlyMap<string, string> =>
  new Map(
    childrenOf(channel, wp, 'author').flatMap((author) => {
      const login = wordsOf(author, wp, 'author_login')
      const name = wordsOf(author, wp, 'author_display_name')
      // Who shows an e-mail address, or the name to sign in with, did not choose a name.
      return login === undefined || name === undefined || name === login || name.includes('@') ? [] : [[login, name]]
    }),
  )

function whySkipped(item: ReadElement, wp: string): RemarkReason | null {
  const type = wordsOf(item, wp, 'post_type') ?? 'post'
  if (type === 'attachment') return 'attachments-skipped'
  if (siteParts.test(type)) return 'parts-skipped'
  const open = wordsOf(item, wp, 'status') === 'publish' && wordsOf(item, wp, 'post_password') === undefined
  return open ? null : 'unpublished-skipped'
}

function readItem(item: ReadElement, site: Site): Found {
  const type = wordsOf(item, site.wp, 'post_type') ?? 'post'
  const place = placeOf(item)
  const { html, codes } = withoutCodes(wordsOf(item, content, 'encoded') ?? '')
  const excerpt = item.children.find(
    (child) => typeof child !== 'string' && child.name === 'encoded' && child.namespace.endsWith('/excerpt/'),
  )
  const labels = (domain: string) =>
    childrenOf(item, '', 'category')
      .filter((each) => each.attributes.get('domain') === domain)
      .map((each) => textOf(each).trim())
  // The category that WordPress gives to what has none.
  const categories = labels('category').filter(
    (label) => !/^(?:uncategori[sz]ed|geen categorie|niet gecategoriseerd)$/i.test(label),
  )
  const link = wordsOf(item, '', 'link')
  const guid = wordsOf(item, '', 'guid')
  const writer = wordsOf(item, dc, 'creator')
  const author = writer === undefined ? undefined : site.authors?.get(writer)
  const remarks: Remark[] =
    codes.length === 0 ? [] : [{ place, field: 'body', reason: 'builder-codes', found: shown(codes.join(', ')) }]
  return {
    place,
    sourceId: guid ?? link,
    title: { kind: 'html', value: wordsOf(item, '', 'title') ?? '' },
    summary: excerpt && typeof excerpt !== 'string' ? { kind: 'html', value: textOf(excerpt) } : undefined,
    body: { kind: 'html', value: paragraphs(html) },
    link,
    otherLinks: guid !== undefined && /^https?:/i.test(guid) ? [guid] : [],
    base: site.base,
    published: momentOf(item, site.wp, 'post_date') ?? wordsOf(item, '', 'pubDate'),
    changed: momentOf(item, site.wp, 'post_modified'),
    authors: author === undefined ? [] : [author],
    subjects: [...categories, ...labels('post_tag')],
    section: categories[0] ?? type,
    kind: kinds.find(([name]) => name.test(type))?.[1],
    language: site.language,
    remarks,
  }
}

/** The moment in UTC when it is given, else in the time of the site. What was never given is written in noughts. */
function momentOf(item: ReadElement, wp: string, name: string): string | undefined {
  const utc = wordsOf(item, wp, `${name}_gmt`)
  if (utc !== undefined && !utc.startsWith('0000')) return `${utc}Z`
  const local = wordsOf(item, wp, name)
  return local === undefined || local.startsWith('0000') ? undefined : local
}

const block = /<(?:p|div|ul|ol|h[1-6]|table|blockquote|pre|figure|section|article)\b/i

/** A text of the old editor has no paragraphs but blank lines, as its site showed them. */
const paragraphs = (html: string): string =>
  html.includes('<!-- wp:') || /<p\b/i.test(html)
    ? html
    : html
        .split(/\r?\n[ \t]*\r?\n/)
        .map((part) => part.trim())
        .filter((part) => part !== '')
        .map((part) => (block.test(part) ? part : `<p>${part.replace(/\r?\n/g, '<br>')}</p>`))
        .join('\n')
