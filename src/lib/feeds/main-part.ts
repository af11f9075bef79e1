/** The part of a page that is there to be read, and its first heading. */
export type MainPart = {
  /** HTML as it came: sanitise it. '' when there is nothing to read. */
  readonly html: string
  /** The text of its h1; it is not in the HTML any more, because it is the title. */
  readonly heading?: string
}

// They surround what a page is about, wherever they stand.
const around = new Set([
  'nav',
  'footer',
  'aside',
  'form',
  'dialog',
  'button',
  'select',
  'noscript',
  'template',
  'svg',
  'iframe',
])
const outside = new Set(['head', 'script', 'style', 'title'])
const raw = new Set(['script', 'style', 'textarea', 'title', 'noscript', 'template', 'iframe', 'xmp'])

type Mark = {
  readonly name: string
  readonly closing: boolean
  readonly from: number
  readonly to: number
  /** It says that the main part of the page is in it. */
  readonly main: boolean
}

/**
 * The part of an HTML page that is there to be read: the one `article`, else `main` (or what has that role), else the body
 * without its header. Menus, footers, asides, forms and scripts are left out of it. However broken the page: one pass, no
 * tree, nothing fetched; an element that is never closed ends with its page.
 */
export function mainPart(html: string): MainPart {
  const marks = marksOf(html)
  const articles = outermost(marks, ({ name }) => name === 'article')
  const [main] = outermost(marks, (mark) => mark.main)
  const inside = main ? articles.filter((each) => each.from >= main.from && each.to <= main.to) : articles
  const [body] = outermost(marks, ({ name }) => name === 'body')
  // Several articles are a list, or a text with others named beside it: then the page as a whole is the text.
  const part = (inside.length === 1 ? inside[0] : undefined) ?? main
  const range = part ?? body ?? { from: 0, to: html.length, closed: true }
  // Of what is never closed nobody knows where it ends: it would take the whole page with it.
  const left = [
    ...outermost(marks, ({ name }) => around.has(name) || (part === undefined && name === 'header')),
    ...outermost(marks, ({ name }) => outside.has(name)),
  ].filter(({ closed }) => closed)
  const heading = outermost(marks, ({ name }) => name === 'h1').find(
    (each) => each.closed && each.from >= range.from && each.to <= range.to,
  )
  const title = heading === undefined ? '' : textIn(html.slice(heading.from, heading.to))
  const kept = cutOut(html, range, heading && title !== '' ? [...left, heading] : left).trim()
  return { html: kept, ...(title === '' ? {} : { heading: title }) }
}

type Range = { readonly from: number; readonly to: number; readonly closed: boolean }

const textIn = (html: string): string =>
  html
    .replace(/<[^>]{0,2000}>/g, ' ')
    .replace(/\s+/g, ' ')
    .trim()

function cutOut(html: string, range: Range, out: readonly Range[]): string {
  let at = range.from
  let kept = ''
  for (const { from, to } of [...out].sort((a, b) => a.from - b.from)) {
    if (to <= at || from >= range.to) continue
    if (from > at) kept += html.slice(at, from)
    at = Math.max(at, Math.min(to, range.to))
  }
  return kept + html.slice(at, range.to)
}

/** The elements that are wanted and stand in no other of them, with their tags. */
function outermost(marks: readonly Mark[], wanted: (mark: Mark) => boolean): Range[] {
  const found: Range[] = []
  let depth = 0
  let open: Mark | undefined
  for (const mark of marks) {
    if (open === undefined) {
      if (mark.closing || !wanted(mark)) continue
      open = mark
      depth = 1
    } else if (mark.name === open.name) {
      depth += mark.closing ? -1 : 1
      if (depth > 0) continue
      found.push({ from: open.from, to: mark.to, closed: true })
      open = undefined
    }
  }
  if (open) found.push({ from: open.from, to: Number.POSITIVE_INFINITY, closed: false })
  return found
}

const named = /<!--|<(\/?)([a-z][a-z0-9]{0,20})(?=[\s/>])/gi
const watched = new Set([...around, ...raw, 'article', 'main', 'body', 'head', 'header', 'h1', 'div', 'section'])
const saysMain = /^[^>]{0,500}\s(?:role\s*=\s*["']?main|id\s*=\s*["']?(?:main|main-content|content))(?=["'\s>])/i

/** The tags that matter, in order. What stands in comments and scripts is no tag. */
function marksOf(html: string): readonly Mark[] {
  const marks: Mark[] = []
  named.lastIndex = 0
  for (let found = named.exec(html); found; found = named.exec(html)) {
    if (found[0] === '<!--') {
      const close = html.indexOf('-->', found.index + 4)
      if (close === -1) break
      named.lastIndex = close + 3
      continue
    }
    const name = (found[2] ?? '').toLowerCase()
    if (!watched.has(name)) continue
    const end = html.indexOf('>', named.lastIndex)
    if (end === -1) break
    const closing = found[1] === '/'
    if (raw.has(name) && !closing) {
      const close = new RegExp(`</${name}(?=[\\s/>])`, 'gi')
      close.lastIndex = end
      const until = close.exec(html)
      const to = until ? html.indexOf('>', until.index) + 1 || html.length : html.length
      marks.push(
        { name, closing: false, from: found.index, to: end + 1, main: false },
        { name, closing: true, from: to, to, main: false },
      )
      named.lastIndex = to
      continue
    }
    const main = !closing && (name === 'main' || saysMain.test(html.slice(found.index, found.index + 600)))
    marks.push({ name, closing, from: found.index, to: end + 1, main })
    named.lastIndex = end + 1
  }
  return marks
}
