import { saidIn, type Definition, type FixedMeaning, type Question } from '../../lib/questionnaire/definition.ts'
import type { Lang } from '../../lib/words.ts'
import { Fold } from '../../ui/fold.tsx'
import { Paragraph } from '../../ui/typography.tsx'
import { showingWords } from './showing.text.ts'

type Shown = { readonly question: Question; readonly meanings: readonly FixedMeaning[]; readonly lang: Lang }

const besides = ({ question, meanings }: Shown) =>
  question.type === 'info' ? [] : meanings.filter(({ id }) => question.terms?.includes(id))

/** What the terms of the whole questionnaire mean: those of single questions stand beside these. */
export const wholeMeanings = <M extends FixedMeaning>({
  definition,
  meanings,
}: {
  definition: Definition
  meanings: readonly M[]
}): readonly M[] => meanings.filter(({ id }) => definition.terms.includes(id))

/** What the terms of a question mean, each closed until somebody asks for it; works without script. */
export const QuestionMeanings = (props: Shown) =>
  besides(props).map(({ label, definition }) => {
    const { text, lang } = saidIn(label, props.lang)
    return (
      <Fold title={showingWords[props.lang].meaning(text)}>
        <p class="utrecht-paragraph" lang={lang === props.lang ? undefined : lang}>
          {saidIn(definition, props.lang).text}
        </p>
      </Fold>
    )
  })

/** The same on paper: nothing is closed there. */
export const PrintedMeanings = (props: Shown) =>
  besides(props).map(({ label, definition }) => (
    <Paragraph>
      <strong>{saidIn(label, props.lang).text}</strong>: {saidIn(definition, props.lang).text}
    </Paragraph>
  ))
