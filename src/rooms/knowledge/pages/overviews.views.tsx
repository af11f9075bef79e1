import { withCapital } from '../../../lib/words.ts'
import type { Child } from 'hono/jsx'
import { ButtonGroup, ButtonLink, SubmitButton } from '../../../ui/buttons.tsx'
import { Empty } from '../../../ui/empty.tsx'
import { CheckboxGroup, Form, Select, TextField, type Option } from '../../../ui/fields.tsx'
import { Fold } from '../../../ui/fold.tsx'
import { href, Page, type PageFrame } from '../../../ui/layout.tsx'
import { Notice } from '../../../ui/notices.tsx'
import { Pagination } from '../../../ui/pagination.tsx'
import { Table, type Column } from '../../../ui/tables.tsx'
import { Heading, Link, List, Paragraph } from '../../../ui/typography.tsx'
import { provinces } from '../../regions/public.ts'
import { labelOf } from '../../terms/public.ts'
import { optionLabelOf, regionNames, shownDetail } from '../kinds/kind-fields.views.tsx'
import { detailLabels } from '../kinds/kinds.text.ts'
import {
  compared,
  narrowings,
  overviewPath,
  overviews,
  overviewSize,
  type Narrowed,
  type Narrowing,
  type Overview,
} from '../kinds/overviews.rules.ts'
import type { OverviewRow, TrainingRow } from './overviews.sql.ts'
import { overviewWords } from './overviews.text.ts'
import { knowledgePaths } from '../square.paths.ts'
import { supportWords } from '../items/support.text.ts'

type Row = Pick<TrainingRow, 'slug' | 'title' | 'lang'>

const named = (frame: PageFrame, row: Row): Child => (
  <Link href={href(frame, knowledgePaths.item(row.slug))} {...(row.lang !== frame.lang && { lang: row.lang })}>
    {row.title}
  </Link>
)

const labelsOf = (ids: readonly string[], frame: PageFrame) =>
  withCapital(ids.map((id) => labelOf(id, frame.lang)).join(', '))

/** The ways to the overviews; with a type only the one in which that type stands. */
export const OverviewLinks = ({ frame, type }: { frame: PageFrame; type?: string }) => {
  const words = overviewWords[frame.lang]
  const shown = overviews.filter(({ types }) => type === undefined || types.some((each) => each === type))
  const links = shown.map(({ name, path }) => <Link href={href(frame, path)}>{words[name].title}</Link>)
  if (links.length === 0) return null
  return type === undefined ? (
    <section>
      <Heading level={2}>{words.byKind}</Heading>
      <List items={links} />
    </section>
  ) : (
    <Paragraph>
      {words.seeAll} {links}
    </Paragraph>
  )
}

type NarrowingProps = {
  readonly frame: PageFrame
  readonly overview: Overview
  readonly narrowed: Narrowed
  readonly occurring: ReadonlyMap<Narrowing, ReadonlySet<string>>
}

/** What readers choose to see fewer items: only what occurs in the overview, in the order of its labels. */
const NarrowingForm = ({ frame, overview, narrowed, occurring }: NarrowingProps) => {
  const { lang } = frame
  const words = overviewWords[lang]
  const labelled = (by: Narrowing): string =>
    by === 'theme' || by === 'role' || by === 'region' ? words[by] : detailLabels[lang][by]
  const valueOf = (by: Narrowing, value: string): string =>
    by === 'theme' || by === 'role' || by === 'region' ? labelOf(value, lang) : optionLabelOf(by, value, lang)
  const options = (by: Narrowing): readonly Option[] =>
    by === 'region'
      ? provinces().map(({ code, name }) => ({ value: code, label: name }))
      : [...(occurring.get(by) ?? [])]
          .map((value) => ({ value, label: valueOf(by, value) }))
          .toSorted((a, b) => a.label.localeCompare(b.label, lang))
  const fields = overview.narrowedBy.flatMap((by) => {
    const field = { name: narrowings[by], label: labelled(by), lang, value: narrowed[by] ?? '' }
    if (by === 'position') return [<TextField {...field} free />]
    const choices = options(by)
    return choices.length > 0 ? [<Select {...field} options={choices} empty={words.all} />] : []
  })
  const chosen = Object.entries(narrowed).map(([by, value]) =>
    by === 'position' ? value : (options(by as Narrowing).find((each) => each.value === value)?.label ?? value),
  )
  return (
    <Fold title={words.narrow} {...(chosen.length > 0 && { note: chosen.join(', ') })} open={chosen.length > 0}>
      <Form action={href(frame, overview.path)} method="get" lang={lang}>
        <div class="plein-choices">{fields}</div>
        <ButtonGroup>
          <SubmitButton>{words.show}</SubmitButton>
          {chosen.length > 0 ? (
            <ButtonLink href={href(frame, overview.path)} look="secondary">
              {words.seeEverything}
            </ButtonLink>
          ) : null}
        </ButtonGroup>
      </Form>
    </Fold>
  )
}

/** All items of some kinds in one table: nothing is hidden behind a rank. */
export const OverviewPage = (
  props: NarrowingProps & {
    rows: readonly OverviewRow[]
    page: number
  },
) => {
  const { frame, overview, rows, narrowed } = props
  const { lang } = frame
  const words = overviewWords[lang]
  const { title, lead } = words[overview.name]
  const chosen = Object.keys(narrowed).length > 0
  const columns: readonly Column<OverviewRow>[] = [
    { label: words.name, cell: (row) => named(frame, row) },
    ...overview.columns.map((name) => ({
      label: detailLabels[lang][name],
      cell: (row: OverviewRow) => shownDetail(name, row.details, lang) ?? withCapital(words.notFilledIn),
    })),
    { label: words.theme, cell: (row) => labelsOf(row.themes, frame) },
    ...(overview.name === 'practice'
      ? [
          {
            label: words.role,
            cell: (row: OverviewRow) => labelsOf(row.roles, frame) || withCapital(words.notFilledIn),
          },
        ]
      : []),
    { label: words.region, cell: (row) => regionNames(row.regions, lang) ?? withCapital(words.everywhere) },
    ...(overview.order.by === 'support'
      ? [
          {
            label: words.support,
            cell: (row: OverviewRow) =>
              row.supporters === null ? words.tellsFrom : supportWords[lang].band(row.supporters),
          },
          {
            label: words.requests,
            cell: (row: OverviewRow) => (row.requests === null ? words.tellsFrom : words.asked(row.requests)),
          },
        ]
      : []),
  ]
  return (
    <Page frame={frame} title={title} wide>
      <Heading level={1}>{title}</Heading>
      <Paragraph lead>{lead}</Paragraph>
      <NarrowingForm {...props} />
      {chosen ? <Paragraph>{words.fitting(rows[0]?.total ?? 0)}</Paragraph> : null}
      {rows.length === 0 ? (
        <Empty title={chosen ? words.noneFits : words.none}>
          {chosen ? (
            <ButtonLink href={href(frame, overview.path)} look="secondary">
              {words.seeEverything}
            </ButtonLink>
          ) : null}
        </Empty>
      ) : (
        <Table caption={title} captionHidden columns={columns} rows={rows} />
      )}
      {overview.name === 'trainings' && rows.length > 1 ? (
        <Form action={href(frame, knowledgePaths.compareTrainings)} method="get" lang={lang}>
          <CheckboxGroup
            name="opleiding"
            label={words.choose}
            required
            lang={lang}
            options={rows.map((row) => ({ value: row.slug, label: row.title }))}
          />
          <ButtonGroup>
            <SubmitButton>{words.compare}</SubmitButton>
          </ButtonGroup>
        </Form>
      ) : null}
      <Pagination
        page={props.page}
        pages={Math.ceil((rows[0]?.total ?? 0) / overviewSize)}
        address={(page) => href(frame, overviewPath(overview, narrowed, page))}
        lang={lang}
      />
    </Page>
  )
}

/** Trainings side by side, in the order in which they were chosen: what each says about itself, and nothing about which is better. */
export const ComparePage = ({
  frame,
  trainings,
  tooMany,
}: {
  frame: PageFrame
  trainings: readonly TrainingRow[]
  tooMany: boolean
}) => {
  const { lang } = frame
  const words = overviewWords[lang]
  const rows: readonly { readonly label: string; readonly cell: (training: TrainingRow) => Child }[] = [
    ...compared.map((name) => ({
      label: detailLabels[lang][name],
      cell: (each: TrainingRow) => shownDetail(name, each.details, lang) ?? withCapital(words.notFilledIn),
    })),
    { label: words.theme, cell: (each) => labelsOf(each.themes, frame) },
    { label: words.region, cell: (each) => regionNames(each.regions, lang) ?? withCapital(words.everywhere) },
    {
      label: supportWords[lang].accept.by,
      cell: (each) => each.accepted_by.join(', ') || withCapital(words.nobodyYet),
    },
  ]
  return (
    <Page frame={frame} title={words.compareTitle} wide>
      <Heading level={1}>{words.compareTitle}</Heading>
      {trainings.length === 0 ? (
        <Paragraph lead>{words.compareNone}</Paragraph>
      ) : (
        <>
          <Paragraph lead>{words.compareLead}</Paragraph>
          {tooMany ? (
            <Notice kind="info" lang={lang}>
              {words.compareMany}
            </Notice>
          ) : null}
          <Table
            caption={words.compareTitle}
            captionHidden
            columns={[
              { label: words.what, cell: (row) => row.label },
              ...trainings.map((training) => ({
                label: training.title,
                cell: (row: (typeof rows)[number]) => row.cell(training),
              })),
            ]}
            rows={rows}
          />
        </>
      )}
      <Paragraph>
        <Link href={href(frame, knowledgePaths.trainings)}>{words.again}</Link>
      </Paragraph>
    </Page>
  )
}
