/** A paragraph, list item or cell of a text, with the heading it stands under. */
export type Block = { readonly heading: string | null; readonly text: string }

/** What one row of the search holds: one to three paragraphs under one heading. */
export type Passage = { readonly position: number; readonly heading: string | null; readonly text: string }

const enough = 500
const most = 3

/**
 * Divides a text into passages: neighbours under one heading are joined while they are short, at most three paragraphs or
 * (list items and other short pieces count together) about 500 characters. A long paragraph stands alone.
 */
export function passagesOf(blocks: readonly Block[]): readonly Passage[] {
  const passages: { heading: string | null; texts: string[]; length: number }[] = []
  for (const { heading, text } of blocks) {
    const last = passages.at(-1)
    const short = text.length < 120
    const fits =
      last && last.heading === heading && last.length + text.length <= enough && (short || last.texts.length < most)
    if (fits) {
      last.texts.push(text)
      last.length += text.length
    } else passages.push({ heading, texts: [text], length: text.length })
  }
  return passages.map(({ heading, texts }, position) => ({ position, heading, text: texts.join('\n\n') }))
}
