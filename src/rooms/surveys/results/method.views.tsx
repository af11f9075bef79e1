import { percent } from '../../../lib/percent.ts'
import { saidIn } from '../../../lib/questionnaire/definition.ts'
import type { Lang } from '../../../lib/words.ts'
import { href, Page, type PageFrame } from '../../../ui/layout.tsx'
import { chartWords } from '../../../ui/charts.text.ts'
import { Table } from '../../../ui/tables.tsx'
import { Heading, Link, List, Paragraph } from '../../../ui/typography.tsx'
import { aboutSteps, changeStep, number, optionSteps, points, type Calculation } from './calculations.ts'
import { notKnown, type Background, type QuestionFinding, type TableFinding } from '../findings/findings.ts'
import { changesInWords, type PlanKeys } from '../plans/plans.words.ts'
import { QuestionPart, ToCalculation, Words } from './question.views.tsx'
import type { Released } from '../releases/releases.document.ts'
import { resultPaths as paths } from './results.paths.ts'
import { resultWords } from './results.text.ts'
import { Caveats, crumbs, day, ExampleNotice, titleOf } from './results.views.tsx'

const groupName = (released: Released, by: Background, key: string, lang: Lang): string => {
  if (key === notKnown) return resultWords[lang].groupNotKnown
  const said = released.groups[by]?.[key]
  return said === undefined ? key : saidIn(said, lang).text
}

// Of who is in the one group of "not known" it says nothing that does not stand above it.
const knowsSome = ({ groups }: { readonly groups: readonly { readonly of: readonly string[] }[] }): boolean =>
  groups.some(({ of }) => of.some((key) => key !== notKnown))

const named = (names: readonly string[], lang: Lang) =>
  new Intl.ListFormat(lang === 'nl' ? 'nl-NL' : 'en-GB').format(names)

const byNames = (all: readonly Background[], lang: Lang): string =>
  named(
    all.map((by) => resultWords[lang].byBackground[by].toLowerCase()),
    lang,
  )

/** How the numbers of one question came about, step by step, with nothing that is not shown elsewhere. */
const steps = (question: QuestionFinding, lang: Lang): string[] => [
  ...aboutSteps(question, lang),
  ...question.options.flatMap((option) => optionSteps(option, lang)),
]

/** The numbers under each comparison that is allowed. */
const changeLines = (question: QuestionFinding, lang: Lang): string[] =>
  question.options.flatMap(({ label, changes }) =>
    changes.flatMap((change) => changeStep(saidIn(label, lang).text, change, lang) ?? []),
  )

/** How the answers differ between the groups of one background variable. */
export const ByGroup = ({
  table,
  question,
  released,
  calculations,
  lang,
}: {
  table: TableFinding
  question: QuestionFinding
  released: Released
  /** In the report: how the figures of each group came about. */
  calculations?: readonly Calculation[]
  lang: Lang
}) => {
  const words = resultWords[lang]
  const label = (key: string) => {
    const option = question.options.find((each) => each.key === key)
    return option === undefined ? key : saidIn(option.label, lang).text
  }
  return (
    <Table
      caption={words.byBackground[table.by]}
      rows={table.groups.map((group, at) => ({
        group,
        cells: table.rows.map(({ cells }) => cells[at]),
        calculation: calculations?.[at],
      }))}
      columns={[
        {
          label: words.group,
          cell: ({ group }) => {
            const name = named(
              group.of.map((key) => groupName(released, table.by, key, lang)),
              lang,
            )
            return group.base === null ? name : `${name} (${words.ofGroup(String(group.base))})`
          },
        },
        ...table.rows.map(({ option }, at) => ({
          label: label(option),
          numeric: true,
          cell: ({ cells }: { cells: readonly (TableFinding['rows'][number]['cells'][number] | undefined)[] }) => {
            const cell = cells[at]
            if (cell === undefined || cell.status === 'hidden') return words.notShown
            return cell.share === null ? String(cell.count) : `${percent(cell.share)} (${cell.count})`
          },
        })),
        ...(calculations === undefined
          ? []
          : [
              {
                label: chartWords[lang].calculation,
                numeric: true,
                cell: ({ calculation }: { calculation: Calculation | undefined }) =>
                  calculation && <ToCalculation calculation={calculation} lang={lang} />,
              },
            ]),
      ]}
    />
  )
}

// What a plan names, in the words of the figures: a question, a row of a matrix, or one answer alone.
const keysOf = ({ findings }: Released): PlanKeys =>
  new Map(
    findings.questions.flatMap(({ key, row, text, options }) => [
      [key, row ?? text] as const,
      ...options.map((option) => [`${key}/${option.key}`, option.label] as const),
    ]),
  )

/** What was fixed before the poll opened, and what was changed afterwards with its reason. */
export const PlanPart = ({ released, lang }: { released: Released; lang: Lang }) => {
  const words = resultWords[lang]
  const { plan } = released.findings.method
  const main = released.findings.questions.filter(({ main: isMain }) => isMain)
  if (released.planFixedOn === null) return <Paragraph>{words.planNone}</Paragraph>
  return (
    <>
      <Paragraph>
        {words.planLead} {words.planFixed(day(released.planFixedOn, lang))}
      </Paragraph>
      <List
        items={[
          words.planFewest(String(plan.limits.fewest), String(plan.limits.percentagesFrom)),
          words.planMargin(number(plan.limits.equalWithin * 100, lang)),
          plan.weightingMargins.length === 0
            ? words.planNoWeights
            : words.planWeights(byNames(plan.weightingMargins, lang)),
        ]}
      />
      {main.length === 0 ? null : (
        <>
          <Paragraph>{words.planMain}:</Paragraph>
          <List
            items={main.map((question) => (
              <Words said={question.row ?? question.text} lang={lang} />
            ))}
          />
        </>
      )}
      <Paragraph>{released.planChanges.length === 0 ? words.planUnchanged : `${words.planChanges}:`}</Paragraph>
      {released.planChanges.length === 0 ? null : (
        <List
          items={released.planChanges.map(({ on, reason, before, after }) => (
            <>
              {words.planChange(day(on, lang), released.series.organisation)}
              <List items={changesInWords(before, after, keysOf(released), lang)} />
              {words.planReason(reason)}
            </>
          ))}
        />
      )}
    </>
  )
}

/** Who took part out of whom, per group, and how far uneven answering can reach. */
export const ResponsePart = ({ released, lang }: { released: Released; lang: Lang }) => {
  const words = resultWords[lang]
  const { response } = released.findings
  return (
    <>
      {response.more.length === 0 ? null : (
        <Paragraph>
          {words.responseMore(
            named(
              response.more.map(({ by, key }) => groupName(released, by, key, lang)),
              lang,
            ),
          )}
        </Paragraph>
      )}
      {/* "At most 0" would promise more than these groups can tell. */}
      {response.largestBias === null || response.largestBias < 0.005 ? null : (
        <Paragraph>{words.bias(points(response.largestBias, lang))}</Paragraph>
      )}
      {response.by.filter(knowsSome).map(({ by, groups }) => (
        <Table
          caption={words.byBackground[by]}
          rows={groups}
          columns={[
            {
              label: words.group,
              cell: ({ of }) =>
                named(
                  of.map((key) => groupName(released, by, key, lang)),
                  lang,
                ),
            },
            {
              label: words.population,
              numeric: true,
              cell: ({ population }) => (population === null ? words.notShown : population),
            },
            {
              label: words.answered,
              numeric: true,
              cell: ({ respondents }) => (respondents === null ? words.notShown : respondents),
            },
          ]}
        />
      ))}
    </>
  )
}

/** Ways of reckoning, weights, and the attack that the release withstood. */
export const MethodPart = ({ released, lang }: { released: Released; lang: Lang }) => {
  const words = resultWords[lang]
  const { method } = released.findings
  const { weighting } = method
  return (
    <>
      <List items={method.methods.map((name) => words.methods[name] ?? name)} />
      <Paragraph>
        {weighting.kind === 'weighted'
          ? words.weighting.weighted(byNames(weighting.margins, lang))
          : words.weighting[weighting.kind]}
      </Paragraph>
      {method.attack.tried === 0 ? null : <Paragraph>{words.attack(String(method.attack.tried))}</Paragraph>}
      <Paragraph>{words.versionOf(method.version)}</Paragraph>
      <p class="nl-paragraph plein-small">{words.fingerprint(method.input)}</p>
    </>
  )
}

/** One question with everything under it: steps, differences, groups, ways of reckoning. */
export const FigureParts = ({
  released,
  question,
  lang,
}: {
  released: Released
  question: QuestionFinding
  lang: Lang
}) => {
  const words = resultWords[lang]
  const lines = changeLines(question, lang)
  return (
    <>
      <QuestionPart question={question} released={released} lang={lang} figurePath={null} />
      <Heading level={2}>{words.figureSteps}</Heading>
      <List ordered items={steps(question, lang)} />
      {lines.length === 0 ? null : (
        <>
          <Heading level={2}>{words.changesTitle}</Heading>
          <List items={lines} />
        </>
      )}
      {question.tables.length === 0 ? null : <Heading level={2}>{words.tablesTitle}</Heading>}
      {question.tables.map((table) => (
        <ByGroup table={table} question={question} released={released} lang={lang} />
      ))}
      <Heading level={2}>{words.methodsTitle}</Heading>
      <MethodPart released={released} lang={lang} />
    </>
  )
}

/** The page behind a figure. */
export const FigurePage = ({
  frame,
  released,
  question,
}: {
  frame: PageFrame
  released: Released
  question: QuestionFinding
}) => {
  const { lang } = frame
  const words = resultWords[lang]
  const { series, wave } = released
  const wavePath = paths.wave(series.slug, wave.slug)
  const title = words.figureTitle(saidIn(question.row ?? question.text, lang).text)
  return (
    <Page
      frame={frame}
      title={title}
      wide
      above={[...crumbs(released, lang), { path: wavePath, label: saidIn(wave.label, lang).text }]}
    >
      <Heading level={1} look={2}>
        {title}
      </Heading>
      <ExampleNotice example={released.example} lang={lang} />
      <p>
        <Link href={href(frame, wavePath)}>
          {words.backToWave}: {titleOf(released, lang)}
        </Link>
      </p>
      <Caveats released={released} lang={lang} />
      <FigureParts released={released} question={question} lang={lang} />
    </Page>
  )
}

/** The plan and the response of a wave on a page of their own. */
export const PlanPage = ({ frame, released }: { frame: PageFrame; released: Released }) => {
  const { lang } = frame
  const words = resultWords[lang]
  const { series, wave } = released
  const wavePath = paths.wave(series.slug, wave.slug)
  return (
    <Page
      frame={frame}
      title={`${words.planTitle}: ${titleOf(released, lang)}`}
      above={[...crumbs(released, lang), { path: wavePath, label: saidIn(wave.label, lang).text }]}
    >
      <Heading level={1}>{words.planTitle}</Heading>
      <ExampleNotice example={released.example} lang={lang} />
      <p>
        <Link href={href(frame, wavePath)}>
          {words.backToWave}: {titleOf(released, lang)}
        </Link>
      </p>
      <PlanPart released={released} lang={lang} />
      <Heading level={2}>{words.responseTitle}</Heading>
      <ResponsePart released={released} lang={lang} />
    </Page>
  )
}
