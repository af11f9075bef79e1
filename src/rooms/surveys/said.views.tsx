import { saidIn, type Said } from '../../lib/questionnaire/definition.ts'
import type { Lang } from '../../lib/words.ts'

/** Words in the language of the page, marked when they are there in Dutch alone. */
export const SaidText = ({ said, lang }: { said: Said; lang: Lang }) => {
  const shown = saidIn(said, lang)
  return shown.lang === lang ? <>{shown.text}</> : <span lang={shown.lang}>{shown.text}</span>
}
