import { saidIn, type AskedQuestion, type Option, type Question } from '../../../lib/questionnaire/definition.ts'
import type { Lang } from '../../../lib/words.ts'
import { href, Page, type PageFrame } from '../../../ui/layout.tsx'
import { PlainText } from '../../../ui/prose.tsx'
import { Heading, Link, List, Paragraph } from '../../../ui/typography.tsx'
import { PrintedMeanings } from '../../questionnaires/public.ts'
import type { Filling } from './filling.actions.ts'
import { fillingPaths as paths } from './filling.paths.ts'
import { fillingText } from './filling.text.ts'
import { Meanings } from './filling.views.tsx'
import { printName } from '../../questionnaires/public.ts'
import { titleOf } from './summary.views.tsx'

/** How a question is answered, in one sentence. */
function wayOf(question: AskedQuestion, lang: Lang): string {
  const text = fillingText[lang]
  switch (question.type) {
    case 'single':
      return text.pickOne
    case 'multiple':
      return text.pickMore(question.most ?? null)
    case 'number':
      return text.aNumber
    case 'text':
      return text.aText(question.longest)
    case 'scale':
      return text.scale(saidIn(question.low, lang).text, saidIn(question.high, lang).text)
    case 'ranking':
      return text.rank(question.most)
    case 'date':
      return text.aDate
    case 'matrix': {
      const { each } = question
      if (each.type === 'scale') return text.scale(saidIn(each.low, lang).text, saidIn(each.high, lang).text)
      return each.type === 'number' ? text.aNumber : text.pickOne
    }
  }
}

const Choices = ({ options, other, lang }: { options: readonly Option[]; other: boolean; lang: Lang }) => (
  <List
    items={[...options.map(({ label }) => saidIn(label, lang).text), ...(other ? [fillingText[lang].something] : [])]}
  />
)

const Asked = ({ question, filling, lang }: { question: Question; filling: Filling; lang: Lang }) => {
  const said = saidIn(question.text, lang)
  const text = fillingText[lang]
  if (question.type === 'info') return <PlainText text={said.text} />
  return (
    <li class="utrecht-ordered-list__item">
      <Heading level={3} look={4}>
        {said.text}
      </Heading>
      {question.hint === undefined ? null : <Paragraph>{saidIn(question.hint, lang).text}</Paragraph>}
      <PrintedMeanings question={question} meanings={filling.sheet.meanings} lang={lang} />
      <Paragraph>
        {wayOf(question, lang)} {question.when === undefined ? null : text.onlyWhen}
      </Paragraph>
      {question.type === 'single' || question.type === 'multiple' || question.type === 'ranking' ? (
        <Choices options={question.options} other={'other' in question && question.other === true} lang={lang} />
      ) : null}
      {question.type === 'matrix' ? (
        <>
          <Choices options={question.rows} other={false} lang={lang} />
          {question.each.type === 'single' ? (
            <Choices options={question.each.options} other={false} lang={lang} />
          ) : null}
        </>
      ) : null}
    </li>
  )
}

/** Every question beforehand, also those that not everybody gets: to print and to talk about. */
export const AllQuestionsPage = ({
  frame,
  link,
  filling,
  printed,
}: {
  frame: PageFrame
  link: string
  filling: Filling
  /** They are there as PDF too. */
  printed: boolean
}) => {
  const { lang } = frame
  const text = fillingText[lang]
  return (
    <Page frame={frame} title={text.questionsTitle}>
      <Heading level={1}>{text.questionsTitle}</Heading>
      <Paragraph lead>{titleOf(filling, lang)}</Paragraph>
      <Paragraph>{text.questionsLead}</Paragraph>
      <Paragraph>
        {printed ? (
          <Link href={paths.questionsPrinted(link, printName(lang))}>{text.questionsPdf}</Link>
        ) : (
          text.questionsPrint
        )}
      </Paragraph>
      <Meanings filling={filling} lang={lang} />
      {filling.sheet.definition.sections.map((section) => (
        <section>
          <Heading level={2}>{saidIn(section.title, lang).text}</Heading>
          {section.intro === undefined ? null : <PlainText text={saidIn(section.intro, lang).text} />}
          {section.questions
            .filter(({ type }) => type === 'info')
            .map((question) => (
              <Asked question={question} filling={filling} lang={lang} />
            ))}
          <ol class="utrecht-ordered-list">
            {section.questions
              .filter(({ type }) => type !== 'info')
              .map((question) => (
                <Asked question={question} filling={filling} lang={lang} />
              ))}
          </ol>
        </section>
      ))}
      <Paragraph>
        <Link href={href(lang, paths.start(link))}>{text.back}</Link>
      </Paragraph>
    </Page>
  )
}
