import { dayAt } from '../../../lib/days.ts'
import { one, type Errors, type FormInput } from '../../../lib/form-values.ts'
import { longDate } from '../../../lib/words.ts'
import { ButtonGroup, ButtonLink, SubmitButton } from '../../../ui/buttons.tsx'
import { Empty } from '../../../ui/empty.tsx'
import { ErrorSummary } from '../../../ui/error-summary.tsx'
import { CheckboxGroup, Form, HiddenField, RadioGroup, Related, Select, TextField } from '../../../ui/fields.tsx'
import { href, Page, type PageFrame } from '../../../ui/layout.tsx'
import { Pagination } from '../../../ui/pagination.tsx'
import { StatusBadge, type StatusTone } from '../../../ui/status.tsx'
import { Table } from '../../../ui/tables.tsx'
import { Heading, Link, Paragraph } from '../../../ui/typography.tsx'
import { itemTypes } from '../../terms/public.ts'
import { alikeWords } from './alike.text.ts'
import { approvalsWords } from '../deciding/approvals.text.ts'
import { checksWords } from '../freshness/checks.text.ts'
import { editingWords } from './editing.text.ts'
import { gapPaths } from '../gaps/gaps.paths.ts'
import { gapWords } from '../gaps/gaps.text.ts'
import type { ListedItem } from '../items/items.sql.ts'
import { paths } from '../paths.ts'
import { listSize, states, type State } from '../items/states.rules.ts'

export const toneOf: Readonly<Record<State, StatusTone>> = {
  concept: 'neutral',
  'in-redaction': 'active',
  'waiting-for-consent': 'active',
  ready: 'warning',
  published: 'success',
  withdrawn: 'danger',
}

/** The items of an editor's organisations: where each stands, whom it waits for, when somebody last looked. */
export const ListPage = (props: {
  frame: PageFrame
  items: readonly ListedItem[]
  total: number
  page: number
  state: State | null
  now: Date
}) => {
  const { frame, items, state, page } = props
  const { lang } = frame
  const words = editingWords[lang]
  const waitsFor = (item: ListedItem) =>
    !item.mine && item.stewards.some((each) => each.acceptedAt === null)
      ? words.list.waitsForYourAnswer
      : item.state === 'waiting-for-consent'
        ? words.list.waitsForYes(item.missingYeses)
        : item.state === 'published' || item.state === 'withdrawn'
          ? words.list.waitsForNobody
          : words.list.waitsForYou
  const address = (to: number) =>
    href(lang, `${paths.list}?${new URLSearchParams({ ...(state && { stand: state }), pagina: String(to) })}`)
  return (
    <Page frame={frame} title={words.list.title} wide>
      <Heading level={1}>{words.list.title}</Heading>
      <Paragraph lead>{words.list.lead}</Paragraph>
      <ButtonGroup>
        <ButtonLink href={href(lang, paths.start)}>{words.list.start}</ButtonLink>
        <ButtonLink href={href(lang, paths.checks)} look="secondary">
          {checksWords[lang].toChecks}
        </ButtonLink>
        <ButtonLink href={href(lang, paths.deciding)} look="secondary">
          {approvalsWords[lang].list.title}
        </ButtonLink>
        <ButtonLink href={href(lang, gapPaths.keep)} look="subtle">
          {gapWords[lang].list.title}
        </ButtonLink>
      </ButtonGroup>
      {props.total === 0 && state === null ? null : (
        <Form action={href(lang, paths.list)} method="get" lang={lang}>
          <Select
            name="stand"
            label={words.list.state}
            required
            lang={lang}
            empty={words.list.all}
            value={state ?? ''}
            options={states.map((each) => ({ value: each, label: words.states[each] }))}
          />
          <ButtonGroup>
            <SubmitButton look="secondary">{words.list.filter}</SubmitButton>
          </ButtonGroup>
        </Form>
      )}
      {items.length === 0 ? (
        <Empty title={words.list.none} sentence={words.list.noneSentence} />
      ) : (
        <Table
          caption={words.list.count(props.total)}
          rows={items}
          columns={[
            {
              label: words.list.name,
              cell: (item) => <Link href={href(lang, paths.item(item.id))}>{item.title || words.list.untitled}</Link>,
            },
            {
              label: words.list.state,
              cell: (item) => <StatusBadge tone={toneOf[item.state]}>{words.states[item.state]}</StatusBadge>,
            },
            { label: words.list.waits, cell: waitsFor },
            {
              label: words.list.checked,
              cell: (item) =>
                `${longDate(item.checkedAt, lang)}${item.shelfVersion !== null && item.reviewBy !== null && item.reviewBy < dayAt(props.now) ? ` (${words.list.old})` : ''}`,
            },
            {
              label: words.list.stewards,
              cell: (item) =>
                item.stewards
                  .filter((each) => each.acceptedAt !== null)
                  .map((each) => each.name)
                  .join(', '),
            },
          ]}
        />
      )}
      <Pagination page={page} pages={Math.ceil(props.total / listSize)} address={address} lang={lang} />
    </Page>
  )
}

type Partner = { readonly id: string; readonly name: string }

/** Starts an empty draft: a title, a kind, and which of one's own organisations keep it. */
export const StartPage = (props: {
  frame: PageFrame
  own: readonly Partner[]
  pageKey: string
  input?: FormInput
  errors?: Errors
}) => {
  const { frame, own, input = {}, errors = {} } = props
  const { lang } = frame
  const words = editingWords[lang]
  const chosen =
    typeof input.stewards === 'string' ? [input.stewards] : (input.stewards ?? own.slice(0, 1).map((each) => each.id))
  return (
    <Page frame={frame} title={words.start.title} errors={errors}>
      <ErrorSummary errors={errors} lang={lang} />
      <Heading level={1}>{words.start.title}</Heading>
      <Paragraph lead>{words.start.lead}</Paragraph>
      <Form action={href(lang, paths.start)} idempotencyKey={props.pageKey} lang={lang}>
        <TextField
          name="title"
          label={words.fields.title}
          hint={words.fields.titleHint}
          required
          lang={lang}
          value={one(input, 'title')}
          {...(errors.title !== undefined && { error: errors.title })}
        />
        <Related
          src={href(lang, paths.alike)}
          field="title"
          heading={alikeWords[lang].heading}
          method="post"
          lang={lang}
        />
        <Select
          name="type"
          label={words.fields.type}
          required
          lang={lang}
          value={one(input, 'type') || 'guide'}
          empty={false}
          {...(errors.type !== undefined && { error: errors.type })}
          options={itemTypes.map((type) => ({ value: type.id, label: type.label[lang] }))}
        />
        <LangField frame={frame} value={one(input, 'lang') || 'nl'} />
        <CheckboxGroup
          name="stewards"
          label={words.fields.stewards}
          required
          lang={lang}
          value={chosen}
          {...(errors.stewards !== undefined && { error: errors.stewards })}
          options={own.map((each) => ({ value: each.id, label: each.name }))}
        />
        <ButtonGroup>
          <SubmitButton>{words.start.send}</SubmitButton>
        </ButtonGroup>
      </Form>
    </Page>
  )
}

export const LangField = ({ frame, value }: { frame: PageFrame; value: string }) => {
  const words = editingWords[frame.lang].fields
  return (
    <RadioGroup
      name="lang"
      label={words.lang}
      required
      lang={frame.lang}
      value={value}
      options={[
        { value: 'nl', label: words.dutch },
        { value: 'en', label: words.english },
      ]}
    />
  )
}

/** Another partner asks this one to take part; the text is shown after a yes. */
export const JoinPage = (props: {
  frame: PageFrame
  item: string
  asked: readonly Partner[]
  pageKeys: readonly string[]
}) => {
  const { lang } = props.frame
  const words = editingWords[lang].join
  return (
    <Page frame={props.frame} title={words.title}>
      <Heading level={1}>{words.title}</Heading>
      <Paragraph lead>{words.sentence}</Paragraph>
      {props.asked.map((organisation, index) => (
        <Form action={href(lang, paths.join(props.item))} idempotencyKey={props.pageKeys[index] ?? ''} lang={lang}>
          <Heading level={2}>{organisation.name}</Heading>
          <HiddenField name="organisation" value={organisation.id} />
          <ButtonGroup>
            <SubmitButton name="says" value="yes">
              {words.yes}
            </SubmitButton>
            <SubmitButton name="says" value="no" look="secondary">
              {words.no}
            </SubmitButton>
          </ButtonGroup>
        </Form>
      ))}
    </Page>
  )
}
