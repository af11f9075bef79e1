import { percent } from '../../../lib/percent.ts'
import { saidIn, type Said } from '../../../lib/questionnaire/definition.ts'
import { longDate, type Lang } from '../../../lib/words.ts'
import { Card, Cards } from '../../../ui/cards.tsx'
import { href, Page, type PageFrame } from '../../../ui/layout.tsx'
import { Notice } from '../../../ui/notices.tsx'
import { SummaryList } from '../../../ui/summary-list.tsx'
import { Heading, Link, List, Paragraph } from '../../../ui/typography.tsx'
import type { QuestionFinding } from '../findings/findings.ts'
import type { Followed } from '../interviews/followed.sql.ts'
import { WhatFollowed } from '../interviews/followed.views.tsx'
import { QuestionPart, Words } from './question.views.tsx'
import type { Released, Version } from '../releases/releases.document.ts'
import { resultPaths as paths } from './results.paths.ts'
import { anchorOf, isPrinted, printedName, shownQuestions } from './results.rules.ts'
import type { FoundFile, FoundRelease } from './results.sql.ts'
import { resultWords } from './results.text.ts'

export const day = (date: string | Date, lang: Lang): string =>
  longDate(typeof date === 'string' ? new Date(date.length === 10 ? `${date}T12:00:00Z` : date) : date, lang)

export const titleOf = ({ series, wave }: Released, lang: Lang): string =>
  `${saidIn(series.title, lang).text}, ${saidIn(wave.label, lang).text}`

/** On top of every page about it: these are no answers of real organisations. */
export const ExampleNotice = ({ example, lang }: { example: Said | null; lang: Lang }) =>
  example === null ? null : (
    <Notice kind="info" lang={lang} heading={resultWords[lang].example}>
      <Paragraph>
        <Words said={example} lang={lang} />
      </Paragraph>
    </Notice>
  )

/** "69 van de 490 organisaties deden mee. Dat is 14%." */
export function respondedOf({ findings }: Released, lang: Lang): string {
  const words = resultWords[lang]
  const { respondents, population, rate } = findings.response
  if (population === null) return words.respondedOnly(String(respondents))
  return [
    words.responded(String(respondents), String(population)),
    ...(rate === null ? [] : [words.rate(percent(rate))]),
  ].join(' ')
}

/** Every poll that has something to show. */
export const PollsPage = ({ frame, polls }: { frame: PageFrame; polls: readonly (readonly FoundRelease[])[] }) => {
  const { lang } = frame
  const words = resultWords[lang]
  return (
    <Page frame={frame} title={words.title}>
      <Heading level={1}>{words.title}</Heading>
      <Paragraph lead>{words.lead}</Paragraph>
      {polls.length === 0 ? <Paragraph>{words.none}</Paragraph> : null}
      <Cards>
        {polls.flatMap((waves) => {
          const [newest] = waves
          if (newest === undefined) return []
          const { series, wave, example } = newest.document
          return [
            <Card
              href={href(frame, paths.series(series.slug))}
              title={<Words said={series.title} lang={lang} />}
              {...(example !== null && { kind: words.example })}
              summary={<Words said={series.population} lang={lang} alone />}
              level={2}
              meta={[words.newest(saidIn(wave.label, lang).text), words.held(waves.length), series.organisation]}
            />,
          ]
        })}
      </Cards>
    </Page>
  )
}

/** Why waves are compared with care, or not at all; nothing when all of them compare in full. */
export const Caveats = ({ released, lang }: { released: Released; lang: Lang }) => {
  const words = resultWords[lang]
  const labels = new Map(released.findings.earlier.map(({ id, label }) => [id, label]))
  const wary = released.caveats.filter(({ level }) => level !== 'full')
  if (wary.length === 0) return null
  return (
    <Notice kind="warning" lang={lang} heading={words.caveatTitle}>
      <List
        items={wary.map(({ wave, level, reason }) => (
          <>
            {words.caveat[level]} {labels.get(wave) ?? ''}: <Words said={reason} lang={lang} />
          </>
        ))}
      />
    </Notice>
  )
}

/** One poll over the years: what it is, who asks whom, and all its waves. */
export const SeriesPage = ({
  frame,
  waves,
}: {
  frame: PageFrame
  waves: readonly [FoundRelease, ...FoundRelease[]]
}) => {
  const { lang } = frame
  const words = resultWords[lang]
  const { series, example } = waves[0].document
  const title = saidIn(series.title, lang).text
  return (
    <Page frame={frame} title={title} above={[{ path: paths.polls, label: words.crumb }]}>
      <Heading level={1}>
        <Words said={series.title} lang={lang} />
      </Heading>
      <ExampleNotice example={example} lang={lang} />
      <Heading level={2}>{words.seriesLead}</Heading>
      <Paragraph>
        <Words said={series.about} lang={lang} />
      </Paragraph>
      <SummaryList
        lang={lang}
        facts={[
          { key: words.who, value: series.organisation },
          { key: words.whom, value: <Words said={series.population} lang={lang} alone /> },
        ]}
      />
      <Heading level={2}>{words.wavesTitle}</Heading>
      <Cards>
        {waves.map(({ document }) => (
          <Card
            href={href(frame, paths.wave(series.slug, document.wave.slug))}
            title={<Words said={document.wave.label} lang={lang} />}
            summary={respondedOf(document, lang)}
            meta={document.caveats
              .filter(({ level }) => level !== 'full')
              .map(
                ({ wave, level }) =>
                  `${words.caveat[level]} ${document.findings.earlier.find(({ id }) => id === wave)?.label ?? ''}`,
              )}
          />
        ))}
      </Cards>
    </Page>
  )
}

/** What a reader knows of a release before the first figure. */
export const AboutRelease = ({ released, version, lang }: { released: Released; version: Version; lang: Lang }) => {
  const words = resultWords[lang]
  const { series, wave } = released
  return (
    <SummaryList
      lang={lang}
      facts={[
        { key: words.who, value: series.organisation },
        { key: words.whom, value: <Words said={series.population} lang={lang} alone /> },
        ...(wave.opens === null || wave.closes === null
          ? []
          : [{ key: words.period, value: words.until(day(wave.opens, lang), day(wave.closes, lang)) }]),
        { key: words.version, value: words.versionOn(String(version.number), day(version.at, lang)) },
      ]}
    />
  )
}

/** Earlier versions by day and reason: what was corrected is not hidden. */
export const Versions = ({ versions, lang }: { versions: readonly Version[]; lang: Lang }) =>
  versions.length < 2 ? null : (
    <>
      <Heading level={2}>{resultWords[lang].versions}</Heading>
      <List
        items={versions.map(({ number, at, reason }) =>
          resultWords[lang].versionLine(String(number), day(at, lang), reason),
        )}
      />
    </>
  )

/** All results of one wave. */
export const ResultsPage = ({
  frame,
  released,
  versions,
  files,
  followed,
}: {
  frame: PageFrame
  released: Released
  versions: readonly [Version, ...Version[]]
  files: readonly FoundFile[]
  followed: Followed | null
}) => {
  const { lang } = frame
  const title = titleOf(released, lang)
  return (
    <Page frame={frame} title={title} wide above={crumbs(released, lang)}>
      <Heading level={1}>{title}</Heading>
      <Results
        frame={frame}
        released={released}
        versions={versions}
        figureOf={(question) => href(frame, paths.figure(released.series.slug, released.wave.slug, question.key))}
      />
      <WhatFollowed frame={frame} followed={followed} />
      <Downloads frame={frame} released={released} versions={versions} files={files} />
      <Versions versions={versions} lang={lang} />
    </Page>
  )
}

export const crumbs = ({ series }: Released, lang: Lang) => [
  { path: paths.polls, label: resultWords[lang].crumb },
  { path: paths.series(series.slug), label: saidIn(series.title, lang).text },
]

/** What a release says, without the page around it: readers and the second researcher see the same. */
export const Results = ({
  frame,
  released,
  versions,
  figureOf,
}: {
  frame: PageFrame
  released: Released
  versions: readonly [Version, ...Version[]]
  figureOf: (question: QuestionFinding) => string
}) => {
  const { lang } = frame
  const words = resultWords[lang]
  const questions = shownQuestions(released.findings)
  return (
    <>
      <ExampleNotice example={released.example} lang={lang} />
      <Paragraph lead>{respondedOf(released, lang)}</Paragraph>
      <AboutRelease released={released} version={versions[0]} lang={lang} />
      <Caveats released={released} lang={lang} />
      <Heading level={2}>{words.contents}</Heading>
      <List
        items={questions.map((question) => (
          <>
            <Link href={`#${anchorOf(question)}`}>
              <Words said={question.row ?? question.text} lang={lang} />
            </Link>
            {question.main ? ` (${words.mainQuestion})` : ''}
          </>
        ))}
      />
      {questions.map((question) => (
        <QuestionPart question={question} released={released} lang={lang} figurePath={figureOf(question)} />
      ))}
      <Notice kind="info" lang={lang} heading={words.startHere}>
        <p>
          <Link href={href(frame, '/wie-benader-ik')}>{words.startHereLink}</Link>
        </p>
      </Notice>
    </>
  )
}

const kilobytesOf = ({ size }: FoundFile) => Math.max(1, Math.round(size / 1000))

/** Where the report stands as PDF, in this language; null when there is none. */
export function printedReport(
  files: readonly FoundFile[],
  { series, wave }: Released,
  { number }: Version,
  lang: Lang,
): { readonly path: string; readonly kilobytes: number } | null {
  const file = files.find(({ name }) => name === printedName(lang))
  return file === undefined
    ? null
    : { path: paths.file(series.slug, wave.slug, String(number), file.name), kilobytes: kilobytesOf(file) }
}

const Downloads = ({
  frame,
  released,
  versions,
  files,
}: {
  frame: PageFrame
  released: Released
  versions: readonly [Version, ...Version[]]
  files: readonly FoundFile[]
}) => {
  const { lang } = frame
  const words = resultWords[lang]
  const { series, wave } = released
  const pdf = printedReport(files, released, versions[0], lang)
  return (
    <>
      <Heading level={2}>{words.filesTitle}</Heading>
      <Paragraph>{words.filesLead}</Paragraph>
      <List
        items={[
          <Link href={href(frame, paths.plan(series.slug, wave.slug))}>{words.planLink}</Link>,
          <Link href={href(frame, paths.report(series.slug, wave.slug))}>{words.report}</Link>,
          ...(pdf === null
            ? []
            : [<Link href={pdf.path}>{words.reportPdf(words.fileSize(String(pdf.kilobytes)))}</Link>]),
          <Link href={paths.api(series.slug, wave.slug)}>{words.asData}</Link>,
          ...files
            .filter((file) => !isPrinted(file))
            .map((file) => (
              <>
                <Link href={paths.file(series.slug, wave.slug, String(versions[0].number), file.name)}>
                  {file.name}
                </Link>{' '}
                ({words.fileSize(String(kilobytesOf(file)))})
              </>
            )),
        ]}
      />
    </>
  )
}
