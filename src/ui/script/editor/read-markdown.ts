import MarkdownIt, { type Token } from 'markdown-it'
import { MarkdownParser } from 'prosemirror-markdown'
import type { Node } from 'prosemirror-model'
import { isOwnPicture, mayLinkTo, schema } from './schema.ts'

const markdown = new MarkdownIt({ html: false, linkify: false, typographer: false })

const attribute = (token: Token, name: string): string => String(token.attrGet(name) ?? '')
const altOf = (token: Token): string => (token.children ?? []).map((child) => child.content).join('')

const textToken = (like: Token, content: string): Token =>
  Object.assign(Object.create(Object.getPrototypeOf(like) as object) as Token, like, {
    type: 'text',
    tag: '',
    nesting: 0,
    content,
    children: null,
  })

/** Links and pictures that no page shows become their words; the address of a foreign picture stays as a link. */
function shown(children: readonly Token[]): Token[] {
  const result: Token[] = []
  let dropping = 0
  for (const token of children) {
    if (token.type === 'link_open' && (dropping > 0 || !mayLinkTo(attribute(token, 'href')))) dropping++
    else if (token.type === 'link_close' && dropping > 0) dropping--
    else if (token.type === 'image' && !isOwnPicture(attribute(token, 'src')))
      result.push(textToken(token, altOf(token)))
    else result.push(token)
  }
  return result
}

const tokenizer = {
  parse(text: string, env: Record<string, unknown>): Token[] {
    const tokens = markdown.parse(text, env)
    for (const token of tokens) if (token.children) token.children = shown(token.children)
    return tokens
  },
} as unknown as ConstructorParameters<typeof MarkdownParser>[1]

const parser = new MarkdownParser(schema, tokenizer, {
  paragraph: { block: 'paragraph' },
  // A text begins below the title of its page, and nothing is smaller than a third heading.
  heading: { block: 'heading', getAttrs: (token) => ({ level: Math.min(4, Math.max(2, Number(token.tag.slice(1)))) }) },
  blockquote: { block: 'blockquote' },
  bullet_list: { block: 'bullet_list' },
  ordered_list: { block: 'ordered_list', getAttrs: (token) => ({ order: Number(token.attrGet('start') ?? 1) }) },
  list_item: { block: 'list_item' },
  code_block: { block: 'code_block', noCloseToken: true },
  fence: { block: 'code_block', noCloseToken: true },
  hr: { node: 'horizontal_rule' },
  table: { block: 'table' },
  thead: { ignore: true },
  tbody: { ignore: true },
  tr: { block: 'table_row' },
  th: { block: 'table_header' },
  td: { block: 'table_cell' },
  image: { node: 'image', getAttrs: (token) => ({ src: attribute(token, 'src'), alt: altOf(token) }) },
  hardbreak: { node: 'hard_break' },
  em: { mark: 'em' },
  strong: { mark: 'strong' },
  s: { ignore: true },
  link: { mark: 'link', getAttrs: (token) => ({ href: attribute(token, 'href') }) },
  code_inline: { mark: 'code', noCloseToken: true },
})

/** Markdown as the writing field shows it: what no page would show (HTML, foreign pictures, other links) is plain text. */
export const readMarkdown = (text: string): Node => {
  const doc = parser.parse(text)
  return doc.childCount === 0 ? schema.node('doc', null, [schema.node('paragraph')]) : doc
}
