import sanitizeHtml from 'sanitize-html'

/** What was left out for a reason the editor should hear. */
export type LeftOut = { imagesWithoutText: number; links: number }

const styleOf = (style: string | undefined, name: RegExp): string =>
  (style ?? '')
    .split(';')
    .map((rule) => rule.split(/:(.*)/s))
    .find(([property = '']) => name.test(property.trim()))?.[1]
    ?.trim() ?? ''

const isBold = (style?: string) => /^(bold|bolder|[6-9]00)$/i.test(styleOf(style, /^font-weight$/i))
const isPlainWeight = (style?: string) => /^(normal|[1-4]00)$/i.test(styleOf(style, /^font-weight$/i))
const isItalic = (style?: string) => /^(italic|oblique)/i.test(styleOf(style, /^font-style$/i))

/** An address that went through a counter of Google or Outlook, as it was before. */
function unwrapped(address: string): string {
  const url = URL.canParse(address) ? new URL(address) : null
  const inner =
    url?.hostname === 'www.google.com' && url.pathname === '/url'
      ? (url.searchParams.get('q') ?? url.searchParams.get('url'))
      : url?.hostname.endsWith('.safelinks.protection.outlook.com')
        ? url.searchParams.get('url')
        : null
  return inner ?? address
}

/** @returns the address of a link that may stand in a text: http, https, mailto or a page of this site; else null. */
function address(given: string | undefined, base: string | undefined, schemes: RegExp): string | null {
  // A browser passes over white space and control characters in an address; java\nscript: is one.
  // oxlint-disable-next-line no-control-regex -- those are the point
  const bare = unwrapped((given ?? '').trim()).replace(/[\u0000-\u0020\u007f-\u009f]+/g, '')
  if (bare === '' || bare.startsWith('#')) return null
  const absolute = URL.canParse(bare)
    ? new URL(bare)
    : base !== undefined && URL.canParse(bare, base)
      ? new URL(bare, base)
      : null
  if (absolute) return schemes.test(absolute.protocol) ? absolute.href : null
  return /^\/(?![/\\])/.test(bare) ? new URL(bare, 'https://x.invalid').href.slice('https://x.invalid'.length) : null
}

// The name of a file says nothing to who cannot see the picture.
const isFileName = (text: string): boolean => /^\S+\.(png|jpe?g|gif|webp|svg|bmp|tiff?|heic)$/i.test(text)

const spare = (tagName: string, attribs: sanitizeHtml.Attributes = {}) => ({ tagName, attribs })

function wordParagraph(attribs: sanitizeHtml.Attributes): sanitizeHtml.Tag {
  const level = /\blevel([1-9])\b/i.exec(styleOf(attribs.style, /^mso-list$/i))?.[1]
  const name = attribs.class ?? ''
  if (level !== undefined) return spare('p', { 'data-level': level })
  if (/\bMsoListParagraph/i.test(name)) return spare('p', { 'data-level': '1', 'data-guess': 'yes' })
  if (/\bMsoTitle\b/i.test(name)) return spare('h2')
  if (/\bMso(Intense)?Quote\b/i.test(name)) return spare('blockquote')
  return spare('p')
}

const tags = 'h2 h3 h4 p div ul ol li blockquote pre code hr br strong em a img table tr th td word-mark'.split(' ')
// A remark of a reviewer stands in the margin of Word, and is no part of the text: it goes with what was struck out.
const isRemark = ({ class: name = '', style }: sanitizeHtml.Attributes): boolean =>
  /\b(msocomanchor|msocomtxt|MsoCommentReference|MsoCommentText)\b/i.test(name) ||
  /^comment/i.test(styleOf(style, /^mso-element$/i))

// Their text is no part of what one reads: programs, forms, drawings, what was struck out.
const unread =
  'script style textarea option xmp noscript title template svg math iframe object xml select button canvas audio video del s strike'.split(
    ' ',
  )

/**
 * HTML with nothing in it but headings, paragraphs, lists, links, quotes, tables, code, and images with a text. What Word
 * and Google Docs say in styles is said in elements. Everything else is taken out, `left` counts what somebody may miss.
 * Not more than 60 elements deep.
 */
export function allowedHtml(html: string, base: string | undefined, left: LeftOut): string {
  const inline =
    (plain: 'strong' | 'em' | 'span') =>
    (_: string, { style }: sanitizeHtml.Attributes) =>
      plain === 'strong' && isPlainWeight(style)
        ? spare('span')
        : plain === 'em' && /normal/i.test(styleOf(style, /^font-style$/i))
          ? spare('span')
          : spare(plain)
  return sanitizeHtml(html, {
    allowedTags: tags,
    allowedAttributes: {
      a: ['href'],
      img: ['src', 'alt'],
      ol: ['start'],
      p: ['data-level', 'data-guess'],
      td: ['colspan'],
      th: ['colspan'],
    },
    allowedSchemes: ['http', 'https', 'mailto'],
    allowProtocolRelative: false,
    nestingLimit: 60,
    nonTextTags: unread,
    transformTags: {
      h1: 'h2',
      h5: 'h4',
      h6: 'h4',
      b: inline('strong'),
      strong: inline('strong'),
      i: inline('em'),
      em: inline('em'),
      cite: 'em',
      p: (_, attribs) => (isRemark(attribs) ? spare('del') : wordParagraph(attribs)),
      div: (_, attribs) => spare(isRemark(attribs) ? 'del' : 'div'),
      section: 'div',
      article: 'div',
      main: 'div',
      header: 'div',
      figure: 'div',
      figcaption: 'p',
      dt: 'p',
      dd: 'p',
      address: 'p',
      summary: 'p',
      caption: 'p',
      details: 'div',
      span: (_, attribs) => {
        const { style } = attribs
        if (isRemark(attribs)) return spare('del')
        if (/ignore/i.test(styleOf(style, /^mso-list$/i))) return spare('word-mark')
        return spare(isBold(style) ? 'strong' : isItalic(style) ? 'em' : 'span')
      },
      a: (_, attribs) => {
        if (isRemark(attribs)) return spare('del')
        const href = address(attribs.href, base, /^(https?|mailto):$/)
        if (href === null && attribs.href !== undefined && !attribs.href.startsWith('#')) left.links++
        return href === null ? spare('span') : spare('a', { href })
      },
      img: (_, { src, alt = '' }) => {
        const text = alt.replace(/\s+/g, ' ').trim()
        const from = address(src, base, /^https?:$/)
        const shown = from !== null && text !== '' && !isFileName(text)
        if (!shown) left.imagesWithoutText++
        return shown ? spare('img', { src: from, alt: text }) : spare('span')
      },
    },
  })
}
