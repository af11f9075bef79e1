import type { Child } from 'hono/jsx'
import type { Definition, Question } from '../lib/questionnaire/definition.ts'
import type { Lang } from '../lib/words.ts'

const wordless = { nl: '' }
const isSaid = (value: unknown) => typeof value === 'object' && value !== null && 'nl' in value

/** What the browser needs to check answers: keys, bounds and conditions. Words stand on the page, themes of coders nowhere. */
const rulesOf = (alone: Definition): string =>
  JSON.stringify(alone, (name, value: unknown) =>
    name === 'codes' || name === 'universe' ? undefined : isSaid(value) ? wordless : value,
  )

/**
 * Around the questions of one section, inside its form. With script it shows each question when its turn comes, counts
 * ticks, and says what is wrong with an answer once somebody has gone on. The page that holds it sets `filling`.
 * @param props `alone` is the section by itself (`sectionAlone`); `pageField` the name of a hidden field of the form with the
 *   keys of the questions that stand on the page, which grows with the questions that come up
 */
export const Filling = (props: { alone: Definition; pageField: string; lang: Lang; children?: Child }) => (
  <plein-filling rules={rulesOf(props.alone)} page-field={props.pageField} reading={props.lang}>
    {props.children}
  </plein-filling>
)

/** One question of `Filling`. What has not come up yet is there too, hidden, so that it can come up with script. */
export const FillingQuestion = (props: { question: Question; shown: boolean; children?: Child }) => (
  <div data-question={props.question.key} hidden={!props.shown}>
    {props.children}
  </div>
)
