import { readMarkdown, renderMarkdown as render, type Pictures } from '../../../lib/rich-text/render.ts'
import type { Block } from './passages.rules.ts'

/** The text of an item as HTML: the page has its own h1. Of its pictures only those that are given are shown. */
export const renderMarkdown = (text: string, pictures?: Pictures): string => render(text, 2, pictures)

/** The plain text of Markdown in blocks, each with the heading it stands under: what search reads. */
export function blocksOf(text: string): readonly Block[] {
  const blocks: Block[] = []
  let heading: string | null = null
  let inHeading = false
  for (const token of readMarkdown(text)) {
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
