import { one, type Errors, type FormInput } from '../../../lib/form-values.ts'
import type { FieldChange } from '../../../lib/changes/fields.ts'
import { longDate, longMoment, type Lang } from '../../../lib/words.ts'
import { ButtonGroup, SubmitButton } from '../../../ui/buttons.tsx'
import { Empty } from '../../../ui/empty.tsx'
import { ErrorSummary } from '../../../ui/error-summary.tsx'
import { Form, HiddenField, Select, TextField } from '../../../ui/fields.tsx'
import { href, Page, type PageFrame } from '../../../ui/layout.tsx'
import { Notice } from '../../../ui/notices.tsx'
import { Table } from '../../../ui/tables.tsx'
import { Heading, Link, Paragraph } from '../../../ui/typography.tsx'
import { Differences } from './differences.views.tsx'
import { editingWords } from './editing.text.ts'
import type { Item } from '../items/items.sql.ts'
import { paths } from '../paths.ts'
import type { Version } from './versions.sql.ts'
import { versionWords } from './versions.text.ts'

/** Where the difference between two versions stands. */
const differenceAt = (id: string, from: number, until: number) =>
  `${paths.difference(id)}?van=${String(from)}&naar=${String(until)}`

const titleOf = (item: Item, lang: Lang) => item.title || editingWords[lang].list.untitled

const ChooseTwo = (props: {
  frame: PageFrame
  item: Item
  versions: readonly Version[]
  from: string
  until: string
}) => {
  const { frame, item } = props
  const words = versionWords[frame.lang]
  const options = props.versions
    .filter((each) => each.kept)
    .map((each) => ({ value: String(each.version), label: words.option(each.version, longDate(each.at, frame.lang)) }))
  if (options.length < 2) return null
  const choice = (name: string, label: string, value: string) => (
    <Select name={name} label={label} required lang={frame.lang} empty={false} value={value} options={options} />
  )
  return (
    <section>
      <Heading level={2}>{words.compare}</Heading>
      <Form method="get" action={href(frame, paths.difference(item.id))} lang={frame.lang}>
        {choice('van', words.from, props.from)}
        {choice('naar', words.until, props.until)}
        <ButtonGroup>
          <SubmitButton look="secondary">{words.show}</SubmitButton>
        </ButtonGroup>
      </Form>
    </section>
  )
}

/** Every save of an item: when, by whom, why; and the way to what changed. */
export const VersionsPage = ({
  frame,
  item,
  versions,
}: {
  frame: PageFrame
  item: Item
  versions: readonly Version[]
}) => {
  const { lang } = frame
  const words = versionWords[lang]
  const before = versions.find((each) => each.kept && each.version < item.version)
  return (
    <Page frame={frame} title={`${words.title}: ${titleOf(item, lang)}`} wide>
      <Heading level={1}>{`${words.title}: ${titleOf(item, lang)}`}</Heading>
      <Paragraph lead>{words.lead}</Paragraph>
      <Paragraph>{words.forgotten}</Paragraph>
      <Table
        caption={words.title}
        captionHidden
        columns={[
          {
            label: words.columns.version,
            cell: (row: Version) => {
              const earlier = versions.find((each) => each.kept && each.version < row.version)
              return row.kept && earlier ? (
                <Link href={href(frame, differenceAt(item.id, earlier.version, row.version))}>
                  {words.withPrevious(row.version)}
                </Link>
              ) : (
                `${words.columns.version} ${String(row.version)}${row.kept ? '' : ` (${words.gone})`}`
              )
            },
          },
          { label: words.columns.when, cell: (row) => longMoment(row.at, lang) },
          { label: words.columns.who, cell: (row) => row.by ?? words.somebody },
          {
            label: words.columns.why,
            cell: (row) => (
              <>
                {[
                  row.restoredFrom === null ? '' : words.restoredFrom(row.restoredFrom),
                  row.reason ?? (row.restoredFrom === null ? words.noReason : ''),
                  row.version === item.version ? words.now : '',
                  row.version === item.shelfVersion ? words.onSquare : '',
                ]
                  .filter((each) => each !== '')
                  .map((each) => (
                    <span class="plein-line">{each}</span>
                  ))}
              </>
            ),
          },
        ]}
        rows={versions}
      />
      <ChooseTwo
        frame={frame}
        item={item}
        versions={versions}
        from={String(before?.version ?? '')}
        until={String(item.version)}
      />
      <Paragraph>
        <Link href={href(frame, paths.item(item.id))}>{words.toItem}</Link>
      </Paragraph>
    </Page>
  )
}

/** What differs between two versions; from here the first is put back, after it was read. */
export const DifferencePage = (props: {
  frame: PageFrame
  item: Item
  versions: readonly Version[]
  from: number
  until: number
  /** null: one of the two is not there. */
  changes: readonly FieldChange[] | null
  pageKey: string
  input: FormInput
  errors: Errors
}) => {
  const { frame, item, from, until, changes, errors } = props
  const { lang } = frame
  const words = versionWords[lang]
  return (
    <Page frame={frame} title={words.difference(from, until)} errors={errors}>
      <ErrorSummary errors={errors} lang={lang} />
      <Heading level={1}>{words.difference(from, until)}</Heading>
      <Paragraph lead>{titleOf(item, lang)}</Paragraph>
      {changes === null ? (
        <Empty title={words.notThere} sentence={words.notThereSentence} />
      ) : changes.length === 0 ? (
        <Empty title={words.same} sentence={words.sameSentence} />
      ) : (
        <>
          <Paragraph>{words.explain}</Paragraph>
          <Differences changes={changes} lang={lang} textLang={item.lang} />
        </>
      )}
      {changes !== null && from < item.version ? (
        <section>
          <Heading level={2}>{words.restore(from)}</Heading>
          <Paragraph>{words.restoreHint}</Paragraph>
          {item.parts.some((part) => part.whose !== 'editor') ? (
            <Notice kind="info" lang={lang}>
              {words.restoreLimits}
            </Notice>
          ) : null}
          <Form action={href(frame, paths.restore(item.id))} idempotencyKey={props.pageKey} lang={lang}>
            <HiddenField name="version" value={String(item.version)} />
            <HiddenField name="to" value={String(from)} />
            <TextField
              name="reason"
              label={words.reason}
              lang={lang}
              value={one(props.input, 'reason')}
              {...(errors['reason'] !== undefined && { error: errors['reason'] })}
            />
            <ButtonGroup>
              <SubmitButton>{words.restore(from)}</SubmitButton>
            </ButtonGroup>
          </Form>
        </section>
      ) : null}
      <ChooseTwo frame={frame} item={item} versions={props.versions} from={String(from)} until={String(until)} />
      <Paragraph>
        <Link href={href(frame, paths.versions(item.id))}>{words.toList}</Link>
      </Paragraph>
    </Page>
  )
}
