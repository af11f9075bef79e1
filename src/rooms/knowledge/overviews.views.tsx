import type { Child } from 'hono/jsx'
import { ButtonGroup, SubmitButton } from '../../ui/buttons.tsx'
import { Empty } from '../../ui/empty.tsx'
import { CheckboxGroup, Form } from '../../ui/fields.tsx'
import { href, Page, type PageFrame } from '../../ui/layout.tsx'
import { Notice } from '../../ui/notices.tsx'
import { Pagination } from '../../ui/pagination.tsx'
import { Table, type Column } from '../../ui/tables.tsx'
import { Heading, Link, List, Paragraph } from '../../ui/typography.tsx'
import { labelOf } from '../terms/public.ts'
import { regionNames, shownDetail } from './kind-fields.views.tsx'
import { detailLabels } from './kinds.text.ts'
import { compared, overviews, overviewSize, type Overview } from './overviews.rules.ts'
import type { OverviewRow, TrainingRow } from './overviews.sql.ts'
import { overviewWords } from './overviews.text.ts'
import { knowledgePaths } from './square.paths.ts'
import { supportWords } from './support.text.ts'

type Row = Pick<TrainingRow, 'slug' | 'title' | 'lang' | 'themes' | 'regions'>

const named = (frame: PageFrame, row: Row): Child => (
  <Link href={href(frame, knowledgePaths.item(row.slug))} {...(row.lang !== frame.lang && { lang: row.lang })}>
    {row.title}
  </Link>
)

const themesOf = (row: Row, frame: PageFrame) => row.themes.map((id) => labelOf(id, frame.lang)).join(', ')

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

/** All items of some kinds in one table: nothing is hidden behind a rank. */
export const OverviewPage = (props: {
  frame: PageFrame
  overview: Overview
  rows: readonly OverviewRow[]
  page: number
}) => {
  const { frame, overview, rows } = props
  const { lang } = frame
  const words = overviewWords[lang]
  const { title, lead } = words[overview.name]
  const columns: readonly Column<OverviewRow>[] = [
    { label: words.name, cell: (row) => named(frame, row) },
    ...overview.columns.map((name) => ({
      label: detailLabels[lang][name],
      cell: (row: OverviewRow) => shownDetail(name, row.details, lang) ?? words.notFilledIn,
    })),
    { label: words.theme, cell: (row) => themesOf(row, frame) },
    { label: words.region, cell: (row) => regionNames(row.regions, lang) ?? words.everywhere },
    ...(overview.order.by === 'support'
      ? [
          {
            label: words.support,
            cell: (row: OverviewRow) =>
              row.supporters === null ? words.tellsFrom : supportWords[lang].band(row.supporters),
          },
        ]
      : []),
  ]
  return (
    <Page frame={frame} title={title}>
      <Heading level={1}>{title}</Heading>
      <Paragraph lead>{lead}</Paragraph>
      {rows.length === 0 ? (
        <Empty title={words.none} />
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
        address={(page) => href(frame, `${overview.path}?pagina=${page}`)}
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
      cell: (each: TrainingRow) => shownDetail(name, each.details, lang) ?? words.notFilledIn,
    })),
    { label: words.theme, cell: (each) => themesOf(each, frame) },
    { label: words.region, cell: (each) => regionNames(each.regions, lang) ?? words.everywhere },
    { label: supportWords[lang].accept.by, cell: (each) => each.accepted_by.join(', ') || words.nobodyYet },
  ]
  return (
    <Page frame={frame} title={words.compareTitle}>
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
