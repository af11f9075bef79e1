import type { Lang } from '../lib/words.ts'
import { uiWords } from './text.ts'

/** Reads the main text aloud with the browser's own voice. Hidden where there is no script or no voice. */
export const ReadAloud = ({ lang }: { lang: Lang }) => (
  <plein-read-aloud class="plein-read-aloud" hidden data-lang={lang} data-stop={uiWords[lang].stopReading}>
    <button class="nl-button nl-button--subtle" type="button">
      <span class="nl-button__label">{uiWords[lang].readAloud}</span>
    </button>
  </plein-read-aloud>
)
