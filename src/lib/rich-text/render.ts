import MarkdownIt, { type Token } from 'markdown-it'
import sanitizeHtml from 'sanitize-html'

const markdown = new MarkdownIt({ html: false, linkify: true, typographer: false })
markdown.linkify.set({ fuzzyEmail: false, fuzzyIP: false })

const parts = 'h3 h4 p ul ol li strong em blockquote a table thead tbody tr th td br hr code pre'.split(' ')

/**
 * A picture of our own as a page shows it: its files from narrow to wide, and who made it under which licence. A text names
 * it by number only.
 */
export type ShownPicture = {
  readonly files: readonly { readonly src: string; readonly width: number; readonly height: number }[]
  readonly credit: string
}
export type Pictures = ReadonlyMap<string, ShownPicture>

const ownPicture = /^\/plaatjes\/([0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12})$/

/** @returns the numbers of the pictures of our own that a Markdown text shows, each once. */
export function picturesIn(text: string): readonly string[] {
  const found = new Set<string>()
  for (const token of markdown.parse(text, {}))
    for (const child of token.children ?? []) {
      const id = child.type === 'image' ? ownPicture.exec(String(child.attrGet('src')))?.[1] : undefined
      if (id !== undefined) found.add(id)
    }
  return [...found]
}

// The running text is 38 rem wide; on a telephone it is as wide as the screen.
const readingWidth = 800
const sizes = '(max-width: 40em) 100vw, 38rem'

/** The picture in the markup: sized, so that the page stands still, and fetched when somebody comes near it. */
function imageOf({ files }: ShownPicture, alt: string): sanitizeHtml.Tag {
  const shown = files.find(({ width }) => width >= readingWidth) ?? files.at(-1)
  if (!shown) return nothing
  return {
    tagName: 'img',
    attribs: {
      src: shown.src,
      srcset: files.map(({ src, width }) => `${src} ${String(width)}w`).join(', '),
      sizes,
      width: String(shown.width),
      height: String(shown.height),
      alt,
      loading: 'lazy',
      decoding: 'async',
    },
  }
}

const nothing: sanitizeHtml.Tag = { tagName: 'span', attribs: {} }

const rules = (first: 2 | 3, pictures: Pictures): sanitizeHtml.IOptions => ({
  allowedTags: [...(first === 2 ? ['h2', ...parts] : parts), ...(pictures.size > 0 ? ['img'] : [])],
  allowedAttributes: {
    a: ['href', 'rel'],
    th: ['scope'],
    ol: ['start'],
    img: ['src', 'srcset', 'sizes', 'width', 'height', 'alt', 'loading', 'decoding'],
  },
  allowedSchemes: ['https', 'http'],
  allowedSchemesAppliedToAttributes: ['href'],
  allowProtocolRelative: false,
  transformTags: {
    h1: `h${first}`,
    ...(first === 3 && { h2: 'h3' }),
    h5: 'h4',
    h6: 'h4',
    th: (tagName, attribs) => ({ tagName, attribs: { ...attribs, scope: 'col' } }),
    a: (tagName, attribs) => ({
      tagName,
      attribs: { ...(attribs['href'] !== undefined && { href: attribs['href'] }), rel: 'noreferrer' },
    }),
    img: (_, { src = '', alt = '' }) => {
      const picture = pictures.get(ownPicture.exec(src)?.[1] ?? '')
      return picture ? imageOf(picture, alt) : nothing
    },
  },
})

const none: Pictures = new Map()
const allowed = { 2: rules(2, none), 3: rules(3, none) }

const escaped = (text: string) =>
  text.replace(/[&<>"]/g, (sign) => ({ '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' })[sign] ?? sign)

const isWhole = (piece: string) =>
  (piece.match(/<[a-z][^>]*>/g) ?? []).filter((tag) => !tag.startsWith('<br')).length ===
  (piece.match(/<\//g) ?? []).length

/** Pictures stand apart from the paragraph that names them, each with who made it. */
function inFigures(html: string, pictures: Pictures): string {
  const credits = new Map(
    [...pictures.values()].flatMap(({ files, credit }) => files.map(({ src }) => [src, escaped(credit)] as const)),
  )
  const creditOf = (image: string) => credits.get(/ src="([^"]*)"/.exec(image)?.[1] ?? '') ?? ''
  return html.replace(
    /<p>((?:(?!<\/p>)[\s\S])*<img (?:(?!<\/p>)[\s\S])*)<\/p>/g,
    (paragraph: string, inner: string) => {
      const pieces = inner.split(/(<img [^>]*>)/).filter((piece) => piece.trim() !== '')
      const isImage = (piece: string) => piece.startsWith('<img ')
      // A picture inside a link or stress stays where it is, and its maker comes after.
      if (!pieces.every((piece) => isImage(piece) || isWhole(piece)))
        return `${paragraph}\n<p>${pieces.filter(isImage).map(creditOf).join('; ')}</p>`
      return pieces
        .map((piece) =>
          isImage(piece)
            ? `<figure>${piece}<figcaption>${creditOf(piece)}</figcaption></figure>`
            : `<p>${piece.trim()}</p>`,
        )
        .join('\n')
    },
  )
}

/**
 * Markdown as HTML that is safe to show: no script, style or frame; links to http(s) and to this site only; of pictures only
 * those in `pictures`, by number.
 * @param first the level of the largest heading in it: below the headings that the page has of its own
 */
export const renderMarkdown = (text: string, first: 2 | 3, pictures: Pictures = none): string =>
  pictures.size === 0
    ? sanitizeHtml(markdown.render(text), allowed[first])
    : inFigures(sanitizeHtml(markdown.render(text), rules(first, pictures)), pictures)

/** The same Markdown as what it is made of, for who reads its words and not its look. */
export const readMarkdown = (text: string): readonly Token[] => markdown.parse(text, {})
