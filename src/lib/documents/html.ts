/** A stretch of a page between two line-making tags. */
export type HtmlBlock = { readonly kind: 'heading' | 'text'; readonly text: string; readonly inMain: boolean }

/** What an HTML page shows to read, and what its head says about it. Absent: the page does not say. */
export type HtmlPage = {
  readonly blocks: readonly HtmlBlock[]
  readonly title?: string
  readonly source?: string
  readonly date?: string
  readonly lang?: string
}

const raw = new Set(['script', 'style', 'noscript', 'template', 'textarea', 'iframe', 'title'])
const skipped = new Set(['nav', 'footer', 'aside', 'form', 'svg', 'button', 'select', 'dialog', 'object', 'math'])
const blocks = new Set([
  'p',
  'div',
  'section',
  'article',
  'main',
  'header',
  'ul',
  'ol',
  'li',
  'dl',
  'dt',
  'dd',
  'table',
  'tr',
  'blockquote',
  'figure',
  'figcaption',
  'h1',
  'h2',
  'h3',
  'h4',
  'h5',
  'h6',
  'hr',
  'body',
  'html',
  'head',
  'address',
  'pre',
  'br',
  'tbody',
  'thead',
  'details',
  'summary',
  ...skipped,
])

type Tag = { readonly name: string; readonly closing: boolean; readonly attributes: string; readonly end: number }

/**
 * Reads the text of an HTML page, however broken, in one pass: scripts, styles, navigation, forms and footers are left out,
 * nothing is run or fetched. Time grows with the length of the page, not with its nesting.
 */
export function readHtml(html: string): HtmlPage {
  const page = readOnce(html, true)
  // A menu that is never closed would swallow the page.
  return page.blocks.length > 0 ? page : readOnce(html, false)
}

function readOnce(html: string, leaveOut: boolean): HtmlPage {
  const found: HtmlBlock[] = []
  const head: { title?: string; source?: string; date?: string; lang?: string } = {}
  const state = { depth: 0, main: 0, heading: false, text: '' }
  const flush = () => {
    const text = decodeEntities(state.text).replace(/\s+/g, ' ').trim()
    if (text !== '') found.push({ kind: state.heading ? 'heading' : 'text', text, inMain: state.main > 0 })
    state.text = ''
  }
  let at = 0
  let quotes = true
  while (at < html.length) {
    const open = html.indexOf('<', at)
    if (open === -1) break
    if (state.depth === 0) state.text += html.slice(at, open)
    if (html.startsWith('<!--', open)) {
      const close = html.indexOf('-->', open + 4)
      at = close === -1 ? html.length : close + 3
      continue
    }
    const tag = readTag(html, open, quotes)
    if (tag === 'not-a-tag') {
      if (state.depth === 0) state.text += '<'
      at = open + 1
    } else if (tag === 'unclosed') {
      // Once, for the whole page: a quote that is never closed is no quote. A tag that never ends, ends the page.
      if (!quotes) break
      quotes = false
      at = open
    } else {
      at = raw.has(tag.name) && !tag.closing ? endOfRaw(html, tag) : tag.end
      if (tag.name === 'title' && !tag.closing)
        head.title ??= decodeEntities(html.slice(tag.end, at)).replace(/\s+/g, ' ').trim()
      if (blocks.has(tag.name)) enter(tag, state, flush, leaveOut)
      else if (tag.name === 'td' || tag.name === 'th') state.text += ' '
      if (!tag.closing) readHead(tag, head)
    }
  }
  if (at < html.length && state.depth === 0 && !html.slice(at, at + 1).startsWith('<')) state.text += html.slice(at)
  flush()
  return { blocks: found, ...head }
}

type State = { depth: number; main: number; heading: boolean; text: string }

function enter(tag: Tag, state: State, flush: () => void, leaveOut: boolean): void {
  flush()
  const step = tag.closing ? -1 : 1
  if (leaveOut && skipped.has(tag.name)) state.depth = Math.max(0, state.depth + step)
  if (tag.name === 'main' || tag.name === 'article') state.main = Math.max(0, state.main + step)
  if (/^h[1-6]$/.test(tag.name)) state.heading = !tag.closing
  else if (tag.name !== 'br') state.heading = false
}

/** Reads one tag from its `<`. Attributes are kept as text; most tags have none that matter. */
function readTag(html: string, open: number, quotes: boolean): Tag | 'not-a-tag' | 'unclosed' {
  const start = /^<(\/?)([a-z!?][a-z0-9:-]{0,30})/i.exec(html.slice(open, open + 34))
  if (start === null) return 'not-a-tag'
  let at = open + start[0].length
  const attributesAt = at
  for (; at < html.length; at++) {
    const letter = html.charAt(at)
    if (letter === '>')
      return {
        name: (start[2] ?? '').toLowerCase(),
        closing: start[1] === '/',
        attributes: html.slice(attributesAt, Math.min(at, attributesAt + 2000)),
        end: at + 1,
      }
    if (quotes && (letter === '"' || letter === "'") && html.charAt(at - 1) === '=') {
      at = html.indexOf(letter, at + 1)
      if (at === -1) return 'unclosed'
    }
  }
  return 'unclosed'
}

function endOfRaw(html: string, tag: Tag): number {
  const closing = new RegExp(`</${tag.name}(?=[\\s/>])`, 'gi')
  closing.lastIndex = tag.end
  return closing.exec(html)?.index ?? html.length
}

function readHead(tag: Tag, head: { source?: string; date?: string; lang?: string }): void {
  if (tag.name === 'html') {
    const lang = attribute(tag, 'lang')
    if (lang !== undefined) head.lang ??= lang.slice(0, 2).toLowerCase()
  } else if (tag.name === 'link' && attribute(tag, 'rel') === 'canonical') {
    const href = attribute(tag, 'href')
    if (href !== undefined && /^https?:\/\//.test(href)) head.source ??= href
  } else if (tag.name === 'meta') {
    const name = (attribute(tag, 'property') ?? attribute(tag, 'name') ?? '').toLowerCase()
    const content = attribute(tag, 'content')
    if (content === undefined) return
    if (/^(?:article:published_time|date|dc\.date|dcterms\.(?:date|issued|modified)|overheid\.available)$/.test(name))
      head.date ??= content
    if (/^(?:og:site_name|dc\.publisher|dcterms\.publisher|publisher)$/.test(name)) head.source ??= content
  } else if (tag.name === 'time') {
    const moment = attribute(tag, 'datetime')
    if (moment !== undefined) head.date ??= moment
  }
}

function attribute(tag: Tag, name: string): string | undefined {
  const match = new RegExp(`(?:^|\\s)${name}\\s?=\\s?(?:"([^"]{0,500})"|'([^']{0,500})'|([^\\s"'>]{1,500}))`, 'i').exec(
    tag.attributes,
  )
  const value = match?.[1] ?? match?.[2] ?? match?.[3]
  return value === undefined ? undefined : decodeEntities(value).trim() || undefined
}

const named: Readonly<Record<string, string>> = {
  amp: '&',
  lt: '<',
  gt: '>',
  quot: '"',
  apos: "'",
  nbsp: ' ',
  shy: '',
  ndash: '–',
  mdash: '—',
  hellip: '…',
  bull: '•',
  middot: '·',
  lsquo: '‘',
  rsquo: '’',
  sbquo: '‚',
  ldquo: '“',
  rdquo: '”',
  bdquo: '„',
  laquo: '«',
  raquo: '»',
  euro: '€',
  copy: '©',
  reg: '®',
  deg: '°',
  eacute: 'é',
  egrave: 'è',
  ecirc: 'ê',
  euml: 'ë',
  iacute: 'í',
  igrave: 'ì',
  icirc: 'î',
  iuml: 'ï',
  oacute: 'ó',
  ograve: 'ò',
  ocirc: 'ô',
  ouml: 'ö',
  aacute: 'á',
  agrave: 'à',
  acirc: 'â',
  auml: 'ä',
  uacute: 'ú',
  ugrave: 'ù',
  ucirc: 'û',
  uuml: 'ü',
  ccedil: 'ç',
  ntilde: 'ñ',
  Eacute: 'É',
  Euml: 'Ë',
  Ouml: 'Ö',
  Uuml: 'Ü',
  Auml: 'Ä',
  szlig: 'ß',
  aring: 'å',
  oslash: 'ø',
  times: '×',
  sect: '§',
  rarr: '→',
  larr: '←',
}

/** @returns the text with HTML character references written out; those it does not know stay as they are. */
function decodeEntities(text: string): string {
  return text.replace(
    /&(?:#(\d{1,7})|#x([0-9a-f]{1,6})|([a-z]{2,8}));/gi,
    (whole, decimal?: string, hex?: string, name?: string) => {
      if (name !== undefined) return Object.hasOwn(named, name) ? (named[name] ?? whole) : whole
      const point = decimal === undefined ? parseInt(hex ?? '', 16) : Number(decimal)
      return point > 0 && point <= 0x10ffff ? String.fromCodePoint(point).toWellFormed() : '\uFFFD'
    },
  )
}
