import MarkdownIt from 'markdown-it'
import sanitizeHtml from 'sanitize-html'
import type { Block } from './passages.rules.ts'

const markdown = new MarkdownIt({ html: false, linkify: true, typographer: false })
markdown.linkify.set({ fuzzyEmail: false, fuzzyIP: false })

const allowed: sanitizeHtml.IOptions = {
  allowedTags: [
    'h2',
    'h3',
    'h4',
    'p',
    'ul',
    'ol',
    'li',
    'strong',
    'em',
    'blockquote',
    'a',
    'table',
    'thead',
    'tbody',
    'tr',
    'th',
    'td',
    'br',
    'hr',
    'code',
    'pre',
  ],
  allowedAttributes: { a: ['href', 'rel'], th: ['scope'], ol: ['start'] },
  allowedSchemes: ['https', 'http'],
  allowedSchemesAppliedToAttributes: ['href'],
  allowProtocolRelative: false,
  transformTags: {
    // The page has its own h1; a text begins one level lower.
    h1: 'h2',
    h5: 'h4',
    h6: 'h4',
    th: (tagName, attribs) => ({ tagName, attribs: { ...attribs, scope: 'col' } }),
    a: (tagName, attribs) => ({
      tagName,
      attribs: { ...(attribs.href !== undefined && { href: attribs.href }), rel: 'noreferrer' },
    }),
  },
}

/** Markdown as HTML that is safe to show: no script, style, image or frame; links to http(s) and to this site only. */
export const renderMarkdown = (text: string): string => sanitizeHtml(markdown.render(text), allowed)

/** The plain text of Markdown in blocks, each with the heading it stands under: what search reads. */
export function blocksOf(text: string): readonly Block[] {
  const blocks: Block[] = []
  let heading: string | null = null
  let inHeading = false
  for (const token of markdown.parse(text, {})) {
    if (token.type === 'heading_open') inHeading = true
    if (token.type === 'heading_close') inHeading = false
    if (token.type === 'fence' || token.type === 'code_block') blocks.push({ heading, text: token.content.trim() })
    if (token.type !== 'inline') continue
    const plain = (token.children ?? [])
      .map((child) => (child.type === 'softbreak' || child.type === 'hardbreak' ? ' ' : child.content))
      .join('')
      .replace(/\s+/g, ' ')
      .trim()
    if (plain === '') continue
    if (inHeading) heading = plain
    else blocks.push({ heading, text: plain })
  }
  return blocks
}
