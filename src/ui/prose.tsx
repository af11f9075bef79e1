import { raw } from 'hono/html'
import type { Lang } from '../lib/words.ts'

/**
 * Running text that was written as Markdown. `html` must have been sanitised by the caller: it is put in as it is.
 * `textLang` is the language of the text when it is not that of the page.
 */
export const Prose = ({ html, textLang }: { html: string; textLang?: Lang }) => (
  <div class="plein-prose" lang={textLang}>
    {raw(html)}
  </div>
)

/** Plain text that a person typed: paragraphs at empty lines, line breaks kept, everything escaped. */
export const PlainText = ({ text, textLang }: { text: string; textLang?: Lang }) => (
  <div class="plein-prose plein-prose--plain" lang={textLang}>
    {text
      .split(/\n\s*\n/)
      .filter((paragraph) => paragraph.trim() !== '')
      .map((paragraph) => (
        <p class="nl-paragraph">{paragraph.trim()}</p>
      ))}
  </div>
)
