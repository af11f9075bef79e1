import { saidIn } from '../../lib/questionnaire/definition.ts'
import { href, Page, type PageFrame } from '../../ui/layout.tsx'
import { Heading, Link, List, Paragraph } from '../../ui/typography.tsx'
import { MethodPart, PlanPart, ResponsePart } from './method.views.tsx'
import { QuestionPart, Words } from './question.views.tsx'
import type { Released, Version } from './releases.document.ts'
import { resultPaths as paths } from './results.paths.ts'
import { shownQuestions } from './results.rules.ts'
import { resultWords } from './results.text.ts'
import { AboutRelease, crumbs, ExampleNotice, respondedOf, titleOf, Versions } from './results.views.tsx'

/** The whole release as a document with chapters: tables stand open, each figure leads to how it came about. */
export const ReportPage = ({
  frame,
  released,
  versions,
}: {
  frame: PageFrame
  released: Released
  versions: readonly [Version, ...Version[]]
}) => {
  const { lang } = frame
  const words = resultWords[lang]
  const { series, wave } = released
  const wavePath = paths.wave(series.slug, wave.slug)
  const chapters = [
    ['hoofdstuk-1', words.chapterWho],
    ['hoofdstuk-2', words.chapterResults],
    ['hoofdstuk-3', words.chapterPlan],
    ['hoofdstuk-4', words.chapterMethod],
  ] as const
  const chapter = (at: 0 | 1 | 2 | 3) => (
    <Heading level={2} id={chapters[at][0]}>
      {at + 1}. {chapters[at][1]}
    </Heading>
  )
  return (
    <Page
      frame={frame}
      title={words.reportTitle(titleOf(released, lang))}
      above={[...crumbs(released, lang), { path: wavePath, label: saidIn(wave.label, lang).text }]}
    >
      <Heading level={1}>{words.reportTitle(titleOf(released, lang))}</Heading>
      <ExampleNotice example={released.example} lang={lang} />
      <Paragraph>{words.reportLead}</Paragraph>
      <List
        ordered
        items={chapters.map(([id, name]) => (
          <Link href={`#${id}`}>{name}</Link>
        ))}
      />
      {chapter(0)}
      <Paragraph>
        <Words said={series.about} lang={lang} />
      </Paragraph>
      <Paragraph>{respondedOf(released, lang)}</Paragraph>
      <AboutRelease released={released} version={versions[0]} lang={lang} />
      <ResponsePart released={released} lang={lang} />
      {chapter(1)}
      {shownQuestions(released.findings).map((question) => (
        <QuestionPart
          question={question}
          released={released}
          lang={lang}
          open
          figurePath={href(frame, paths.figure(series.slug, wave.slug, question.key))}
        />
      ))}
      {chapter(2)}
      <PlanPart released={released} lang={lang} />
      {chapter(3)}
      <MethodPart released={released} lang={lang} />
      <Heading level={2}>{words.cite}</Heading>
      <Paragraph>
        {words.citation(
          series.organisation,
          versions[0].at.slice(0, 4),
          titleOf(released, lang),
          String(versions[0].number),
          `${frame.origin}${href(frame, wavePath)}`,
        )}
      </Paragraph>
      <Versions versions={versions} lang={lang} />
    </Page>
  )
}
