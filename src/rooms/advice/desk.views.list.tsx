import { type Lang, withCapital } from '../../lib/words.ts'
import { Empty } from '../../ui/empty.tsx'
import { ButtonGroup, ButtonLink, Form, Select, SubmitButton, type Option } from '../../ui/fields.tsx'
import { href, Page, type PageFrame } from '../../ui/layout.tsx'
import { Pagination } from '../../ui/pagination.tsx'
import { StatusBadge } from '../../ui/status.tsx'
import { Table, type Column } from '../../ui/tables.tsx'
import { Heading, Link, List, Paragraph } from '../../ui/typography.tsx'
import { labelOf, themes } from '../terms/public.ts'
import { daysOver, daysSince } from './ages.rules.ts'
import { deskPaths } from './desk.paths.ts'
import type { DeskCounts, ListedRequest, ListFilter } from './desk.sql.ts'
import { listWords } from './desk.text.ts'
import { provinceName } from './neighbours.ts'
import { provinces } from '../regions/public.ts'
import { stateTone } from './standing.views.tsx'
import { states } from './states.rules.ts'
import { labels } from './words.text.ts'
import { WithNumber } from './with-number.tsx'

type Names = ReadonlyMap<string, string>

export type ListPageProps = {
  readonly frame: PageFrame
  readonly filter: ListFilter
  readonly counts: DeskCounts
  readonly rows: readonly ListedRequest[]
  readonly total: number
  readonly page: number
  readonly pageSize: number
  readonly me: string
  readonly names: Names
  readonly now: Date
}

/** A filter as it stands in the address bar; what is usual is left out. */
const listAddress = (filter: Partial<ListFilter>, page = 1): string => {
  const parts = new URLSearchParams()
  if (filter.state && filter.state !== 'running') parts.set('stand', filter.state)
  if (filter.theme) parts.set('thema', filter.theme)
  if (filter.province) parts.set('provincie', filter.province)
  if (filter.holder) parts.set('wie', filter.holder === 'me' ? 'ik' : 'niemand')
  if (filter.age) parts.set('leeftijd', { over: 'over-tijd', week: 'week', month: 'maand' }[filter.age])
  if (page > 1) parts.set('pagina', String(page))
  const query = parts.toString()
  return query === '' ? deskPaths.list : `${deskPaths.list}?${query}`
}

const Counts = ({ counts, lang }: { counts: DeskCounts; lang: Lang }) => {
  const words = listWords[lang].counts
  const linked = (n: number, sentence: string, filter: Partial<ListFilter>) =>
    n === 0 ? [] : [<Link href={href(lang, listAddress(filter))}>{sentence}</Link>]
  const lines = [
    ...linked(counts.mine, words.mine(counts.mine), { holder: 'me' }),
    ...linked(counts.fresh, words.fresh(counts.fresh), { state: 'submitted' }),
    ...linked(counts.nobody, words.nobody(counts.nobody), { holder: 'nobody' }),
    ...linked(counts.over, words.over(counts.over), { age: 'over' }),
  ]
  return (
    <>
      <Paragraph lead>
        {words.running(counts.running)} {lines.length === 0 ? words.nothing : null}
      </Paragraph>
      {lines.length === 0 ? null : <List items={lines} />}
    </>
  )
}

const Filter = ({ filter, lang }: { filter: ListFilter; lang: Lang }) => {
  const words = listWords[lang]
  const stateOptions: readonly Option[] = [
    ...states.map((state) => ({ value: state, label: labels[lang].states[state] })),
    { value: 'ended', label: words.ended },
  ]
  return (
    <details open={listAddress(filter) !== deskPaths.list}>
      <summary>{words.filter}</summary>
      <Form action={href(lang, deskPaths.list)} method="get" lang={lang}>
        <Select
          name="stand"
          label={words.state}
          required
          lang={lang}
          value={filter.state}
          empty={words.running}
          options={stateOptions}
        />
        <Select
          name="wie"
          label={words.holder}
          required
          lang={lang}
          value={filter.holder === 'me' ? 'ik' : filter.holder === 'nobody' ? 'niemand' : ''}
          empty={words.anybody}
          options={[
            { value: 'ik', label: words.me },
            { value: 'niemand', label: words.nobody },
          ]}
        />
        <Select
          name="leeftijd"
          label={words.age}
          required
          lang={lang}
          value={filter.age === null ? '' : { over: 'over-tijd', week: 'week', month: 'maand' }[filter.age]}
          empty={words.anyAge}
          options={[
            { value: 'over-tijd', label: words.over },
            { value: 'week', label: words.week },
            { value: 'maand', label: words.month },
          ]}
        />
        <Select
          name="thema"
          label={words.theme}
          required
          lang={lang}
          value={filter.theme ?? ''}
          empty={words.anyTheme}
          options={themes.map((theme) => ({ value: theme.id, label: theme.label[lang] }))}
        />
        <Select
          name="provincie"
          label={words.province}
          required
          lang={lang}
          value={filter.province ?? ''}
          empty={words.anyProvince}
          options={provinces().map((each) => ({ value: each.code, label: each.name }))}
        />
        <ButtonGroup>
          <SubmitButton>{words.show}</SubmitButton>
          <ButtonLink look="subtle" href={href(lang, deskPaths.list)}>
            {words.clear}
          </ButtonLink>
        </ButtonGroup>
      </Form>
    </details>
  )
}

const columnsOf = (props: ListPageProps): readonly Column<ListedRequest>[] => {
  const { lang } = props.frame
  const words = listWords[lang]
  return [
    {
      label: words.columns.number,
      cell: (row) => (
        <>
          <Link href={href(lang, deskPaths.request(row.id))}>
            <WithNumber text={row.number} />
          </Link>
          <br />
          <span class="plein-small" lang={row.lang === lang ? undefined : row.lang}>
            {row.opening}
          </span>
        </>
      ),
    },
    {
      label: words.columns.age,
      cell: (row) => {
        const over = daysOver(row.state, row.stateSince, props.now)
        return (
          <div>
            {withCapital(words.ago(daysSince(row.askedAt, props.now)))}
            {over > 0 ? (
              <>
                <br />
                <StatusBadge tone="warning">{words.overTime(over)}</StatusBadge>
              </>
            ) : null}
            {row.state === 'waiting-for-requester' ? (
              <>
                <br />
                <span class="plein-small">{words.paused}</span>
              </>
            ) : null}
          </div>
        )
      },
    },
    {
      label: words.columns.state,
      cell: (row) => <StatusBadge tone={stateTone(row.state)}>{labels[lang].states[row.state]}</StatusBadge>,
    },
    {
      label: words.columns.region,
      cell: (row) => withCapital(row.province === null ? words.unknown : provinceName(row.province)),
    },
    {
      label: words.columns.themes,
      cell: (row) =>
        withCapital(row.themes.length === 0 ? words.unknown : row.themes.map((each) => labelOf(each, lang)).join(', ')),
    },
    {
      label: words.columns.missing,
      cell: (row) =>
        withCapital(
          row.missing.length === 0
            ? words.nothingMissing
            : row.missing.map((each) => labels[lang].missing[each]).join(', '),
        ),
    },
    {
      label: words.columns.holder,
      cell: (row) =>
        row.heldBy === null
          ? withCapital(words.no)
          : row.heldBy === props.me
            ? withCapital(words.you)
            : (props.names.get(row.heldBy) ?? '…'),
    },
  ]
}

export const ListPage = (props: ListPageProps) => {
  const { frame, filter, rows } = props
  const { lang } = frame
  const words = listWords[lang]
  const columns = columnsOf(props)
  const mine = rows.filter((row) => row.heldBy === props.me)
  const others = rows.filter((row) => row.heldBy !== props.me)
  const split = mine.length > 0 && others.length > 0
  const pages = Math.ceil(props.total / props.pageSize)
  return (
    <Page frame={frame} title={words.title} wide>
      <Heading level={1}>{words.title}</Heading>
      <Counts counts={props.counts} lang={lang} />
      <Filter filter={filter} lang={lang} />
      {rows.length === 0 ? (
        <Empty title={words.noneTitle} sentence={words.none}>
          <ButtonLink href={href(lang, deskPaths.list)}>{words.clear}</ButtonLink>
        </Empty>
      ) : (
        <>
          <p class="plein-small">{words.found(props.total)}</p>
          {split ? (
            <>
              <Heading level={2}>{words.mine}</Heading>
              <Table caption={words.mine} captionHidden columns={columns} rows={mine} />
              <Heading level={2}>{words.others}</Heading>
              <Table caption={words.others} captionHidden columns={columns} rows={others} />
            </>
          ) : (
            <>
              <Heading level={2}>{mine.length > 0 ? words.mine : words.all}</Heading>
              <Table caption={mine.length > 0 ? words.mine : words.all} captionHidden columns={columns} rows={rows} />
            </>
          )}
          <Pagination
            page={props.page}
            pages={pages}
            address={(page) => href(lang, listAddress(filter, page))}
            lang={lang}
          />
        </>
      )}
    </Page>
  )
}
