import MarkdownIt, { type Token } from 'markdown-it'
import sanitizeHtml from 'sanitize-html'

const markdown = new MarkdownIt({ html: false, linkify: true, typographer: false })
markdown.linkify.set({ fuzzyEmail: false, fuzzyIP: false })

const parts = 'h3 h4 p ul ol li strong em blockquote a table thead tbody tr th td br hr code pre'.split(' ')

const rules = (first: 2 | 3): sanitizeHtml.IOptions => ({
  allowedTags: first === 2 ? ['h2', ...parts] : parts,
  allowedAttributes: { a: ['href', 'rel'], th: ['scope'], ol: ['start'] },
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
  },
})

const allowed = { 2: rules(2), 3: rules(3) }

/**
 * Markdown as HTML that is safe to show: no script, style, image or frame; links to http(s) and to this site only.
 * @param first the level of the largest heading in it: below the headings that the page has of its own
 */
export const renderMarkdown = (text: string, first: 2 | 3): string =>
  sanitizeHtml(markdown.render(text), allowed[first])

/** The same Markdown as what it is made of, for who reads its words and not its look. */
export const readMarkdown = (text: string): readonly Token[] => markdown.parse(text, {})
