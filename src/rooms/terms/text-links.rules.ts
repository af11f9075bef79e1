import type { Lang } from '../../lib/words.ts'
import { linkTerms } from './links.rules.ts'
import type { Term } from './term.rules.ts'

// What stands between these is a name, a link already, or no running text.
const closed = new Set(['a', 'h1', 'h2', 'h3', 'h4', 'h5', 'h6', 'code', 'pre', 'button', 'th'])
const headings = /^h[1-6]$/

const piece = /<(\/?)([a-z][a-z0-9]*)(?:[^<>a-z0-9][^<>]*)?>|<[^<>]*>|[^<]+/giu

/**
 * A finished text with its terms linked: each at its first place under a heading, the longest term of a place, never inside
 * a link, a heading or code. Beside the links nothing of the text changes.
 *
 * @param html clean HTML in which `<` opens a tag and nothing else, as Markdown gives after cleaning
 * @param page the address of the page of a term; null: no link
 * @param but ids of terms that are not linked
 */
export function linkTermsInHtml(
  html: string,
  terms: readonly Term[],
  lang: Lang,
  page: (id: string) => string | null,
  but: ReadonlySet<string> = new Set(),
): string {
  let inside = 0
  let linked = new Set(but)
  return html.replace(piece, (whole, slash: string | undefined, tag: string | undefined) => {
    if (whole.startsWith('<')) {
      const name = tag?.toLowerCase() ?? ''
      if (closed.has(name)) inside = Math.max(0, inside + (slash === '/' ? -1 : 1))
      if (headings.test(name)) linked = new Set(but)
      return whole
    }
    if (inside > 0) return whole
    let at = 0
    let written = ''
    for (const { id, start, end } of linkTerms(whole, terms, { lang, every: true })) {
      const address = linked.has(id) ? null : page(id)
      if (address === null) continue
      linked.add(id)
      written += `${whole.slice(at, start)}<a href="${address}">${whole.slice(start, end)}</a>`
      at = end
    }
    return written + whole.slice(at)
  })
}
