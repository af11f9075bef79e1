import { Fragment, type Child } from 'hono/jsx'
import { saidIn } from '../../../lib/questionnaire/definition.ts'
import type { Lang } from '../../../lib/words.ts'
import { href, Page, type PageFrame } from '../../../ui/layout.tsx'
import { Paper } from '../../../ui/paper.tsx'
import { Heading, Link, List, Paragraph } from '../../../ui/typography.tsx'
import { calculationsOf, type Calculated } from './calculations.ts'
import { ByGroup, MethodPart, PlanPart, ResponsePart } from './method.views.tsx'
import { QuestionPart, Words } from './question.views.tsx'
import type { Released, Version } from '../releases/releases.document.ts'
import { resultPaths as paths } from './results.paths.ts'
import { resultWords } from './results.text.ts'
import { AboutRelease, Caveats, crumbs, ExampleNotice, respondedOf, titleOf, Versions } from './results.views.tsx'

type Report = {
  readonly released: Released
  readonly versions: readonly [Version, ...Version[]]
  readonly lang: Lang
  /** Where the site is, without a slash at the end. */
  readonly origin: string
}

/** How each figure came about, under its number. */
const CalculationsPart = ({ calculated, lang }: { calculated: readonly Calculated[]; lang: Lang }) =>
  calculated.map(({ question, id, about, bars, panel, amount, groups }) => (
    <section>
      <Heading level={3} id={id}>
        <Words said={question.text} lang={lang} />
        {question.row === null ? null : (
          <>
            {': '}
            <Words said={question.row} lang={lang} />
          </>
        )}
      </Heading>
      <Paragraph>{about.join(' ')}</Paragraph>
      <ol class="utrecht-ordered-list">
        {[...bars.flat(), ...panel.flat(), ...(amount === null ? [] : [amount]), ...groups.flat()].map(
          (calculation) => (
            <li class="utrecht-ordered-list__item" id={calculation.id} value={calculation.number}>
              {calculation.lines.join(' ')}
            </li>
          ),
        )}
      </ol>
    </section>
  ))

const ReportParts = ({ released, versions, lang, origin, above }: Report & { above: Child }) => {
  const words = resultWords[lang]
  const { series, wave } = released
  const chapters = [
    words.chapterWho,
    words.chapterResults,
    words.chapterPlan,
    words.chapterMethod,
    words.chapterCalculations,
  ].map((name, at) => ({ name, at: at + 1, id: `hoofdstuk-${at + 1}` }))
  const calculated = calculationsOf(released.findings, lang)
  const parts = [
    <>
      <Paragraph>
        <Words said={series.about} lang={lang} />
      </Paragraph>
      <Paragraph>{respondedOf(released, lang)}</Paragraph>
      <AboutRelease released={released} version={versions[0]} lang={lang} />
      <ResponsePart released={released} lang={lang} />
    </>,
    <>
      <Caveats released={released} lang={lang} />
      {calculated.map((each) => (
        <Fragment>
          <QuestionPart
            question={each.question}
            released={released}
            lang={lang}
            calculated={each}
            figurePath={`#${each.id}`}
          />
          {each.question.tables.map((table, at) => (
            <ByGroup
              table={table}
              question={each.question}
              released={released}
              lang={lang}
              calculations={each.groups[at] ?? []}
            />
          ))}
        </Fragment>
      ))}
    </>,
    <PlanPart released={released} lang={lang} />,
    <MethodPart released={released} lang={lang} />,
    <CalculationsPart calculated={calculated} lang={lang} />,
  ]
  return (
    <>
      <Heading level={1}>{words.reportTitle(titleOf(released, lang))}</Heading>
      <ExampleNotice example={released.example} lang={lang} />
      <Paragraph>{words.reportLead}</Paragraph>
      {above}
      <List
        ordered
        items={chapters.map(({ id, name }) => (
          <Link href={`#${id}`}>{name}</Link>
        ))}
      />
      {chapters.map(({ at, name, id }) => (
        <Fragment>
          <Heading level={2} id={id}>
            {at}. {name}
          </Heading>
          {parts[at - 1]}
        </Fragment>
      ))}
      <Heading level={2}>{words.cite}</Heading>
      <Paragraph>
        {words.citation(
          series.organisation,
          versions[0].at.slice(0, 4),
          titleOf(released, lang),
          String(versions[0].number),
          `${origin}${href(lang, paths.wave(series.slug, wave.slug))}`,
        )}
      </Paragraph>
      <Versions versions={versions} lang={lang} />
    </>
  )
}

/**
 * The whole release as a document with chapters: tables stand open, each figure leads to how it came about.
 * `pdf` is where the same stands as PDF, when it was made.
 */
export const ReportPage = ({
  frame,
  pdf,
  released,
  versions,
}: Omit<Report, 'lang' | 'origin'> & {
  frame: PageFrame
  pdf: { readonly path: string; readonly kilobytes: number } | null
}) => {
  const { lang, origin } = frame
  const words = resultWords[lang]
  const { series, wave } = released
  return (
    <Page
      frame={frame}
      title={words.reportTitle(titleOf(released, lang))}
      above={[
        ...crumbs(released, lang),
        { path: paths.wave(series.slug, wave.slug), label: saidIn(wave.label, lang).text },
      ]}
    >
      <ReportParts
        released={released}
        versions={versions}
        lang={lang}
        origin={origin}
        above={
          <Paragraph>
            {pdf === null ? (
              words.reportPrint
            ) : (
              <Link href={pdf.path}>{words.reportPdf(words.fileSize(String(pdf.kilobytes)))}</Link>
            )}
          </Paragraph>
        }
      />
    </Page>
  )
}

/** The same for paper. */
export const ReportPaper = ({ style, ...report }: Report & { style: string }) => (
  <Paper
    lang={report.lang}
    title={resultWords[report.lang].reportTitle(titleOf(report.released, report.lang))}
    style={style}
  >
    <ReportParts {...report} above={null} />
  </Paper>
)
