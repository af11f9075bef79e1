import { percent } from '../../../lib/percent.ts'
import { saidIn } from '../../../lib/questionnaire/definition.ts'
import type { Lang } from '../../../lib/words.ts'
import { href, Page, type PageFrame } from '../../../ui/layout.tsx'
import { Notice } from '../../../ui/notices.tsx'
import { Table } from '../../../ui/tables.tsx'
import { Heading, Link, Paragraph } from '../../../ui/typography.tsx'
import { carriedBy } from '../../questionnaires/public.ts'
import { besideGroup, type Beside } from './feedback.rules.ts'
import { feedbackWords } from './feedback.text.ts'
import type { Level } from '../findings/findings.ts'
import { Words } from './question.views.tsx'
import type { Released } from '../releases/releases.document.ts'
import { resultPaths } from './results.paths.ts'
import { ExampleNotice, titleOf } from './results.views.tsx'
import type { Answers } from '../../../lib/questionnaire/definition.ts'

function groupSays(level: Level, lang: Lang): string {
  const words = feedbackWords[lang]
  if (level.status === 'hidden') return words.tooFew
  const [count, base] = [String(level.count), String(level.base)]
  return level.share === null
    ? words.counts(count, base)
    : words.of(percent(level.weighted ?? level.share), count, base)
}

const BesidePart = ({ question, own, lang }: Beside & { lang: Lang }) => {
  const words = feedbackWords[lang]
  const title = saidIn(question.row ?? question.text, lang)
  return (
    <section>
      <Heading level={2} look={3}>
        <Words said={question.text} lang={lang} />
      </Heading>
      <Table
        caption={title.text}
        captionHidden={question.row === null}
        rows={question.options}
        columns={[
          { label: words.answer, cell: ({ label }) => <Words said={label} lang={lang} /> },
          { label: words.own, cell: ({ key }) => (own.has(key) ? words.chosen : words.notChosen) },
          { label: words.group, cell: ({ level }) => groupSays(level, lang), numeric: true },
        ]}
      />
    </section>
  )
}

/** Only to the organisation itself, from its own answers. */
const Fragile = ({ answers, lang }: { answers: Answers; lang: Lang }) => {
  const by = carriedBy(answers)
  if (by === null) return null
  const { fragile } = feedbackWords[lang]
  return (
    <Notice kind={by === 'one' ? 'info' : 'warning'} lang={lang} heading={fragile.title}>
      <Paragraph>{fragile[by]}</Paragraph>
    </Notice>
  )
}

/** What one organisation answered beside what was let out of the group; `released` is null until something was. */
export const FeedbackPage = ({
  frame,
  released,
  answers,
}: {
  frame: PageFrame
  released: Released | null
  answers: Answers
}) => {
  const { lang } = frame
  const words = feedbackWords[lang]
  const beside = released === null ? [] : besideGroup(released.findings, answers)
  return (
    <Page frame={frame} title={words.title}>
      <Heading level={1}>{words.title}</Heading>
      <Fragile answers={answers} lang={lang} />
      {released === null ? (
        <Paragraph>{words.notYet}</Paragraph>
      ) : (
        <>
          <ExampleNotice example={released.example} lang={lang} />
          <Paragraph lead>{words.lead}</Paragraph>
          <p>
            <Link href={href(frame, resultPaths.wave(released.series.slug, released.wave.slug))}>
              {words.all}: {titleOf(released, lang)}
            </Link>
          </p>
          {beside.length === 0 ? <Paragraph>{words.nothing}</Paragraph> : null}
          {beside.map((each) => (
            <BesidePart {...each} lang={lang} />
          ))}
        </>
      )}
    </Page>
  )
}
