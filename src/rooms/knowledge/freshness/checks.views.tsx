import { one, type Errors, type FormInput } from '../../../lib/form-values.ts'
import { longDate, type Lang } from '../../../lib/words.ts'
import { ButtonGroup, SubmitButton } from '../../../ui/buttons.tsx'
import { Empty } from '../../../ui/empty.tsx'
import { ErrorSummary } from '../../../ui/error-summary.tsx'
import { Checkbox, Form, RadioGroup, Select } from '../../../ui/fields.tsx'
import { href, Page, type PageFrame } from '../../../ui/layout.tsx'
import { StatusBadge, type StatusTone } from '../../../ui/status.tsx'
import { SummaryList } from '../../../ui/summary-list.tsx'
import { Heading, Link, List, Paragraph } from '../../../ui/typography.tsx'
import { fieldOfCheck } from './checks.forms.ts'
import { answers, monthsBetween, rhythms, type Standing } from './checks.rules.ts'
import type { AskedItem } from './checks.sql.ts'
import { checksWords } from './checks.text.ts'
import { paths } from '../paths.ts'
import { knowledgePaths } from '../square.paths.ts'

const toneOf: Readonly<Record<Standing, StatusTone>> = {
  'in-time': 'success',
  due: 'active',
  overdue: 'warning',
  stale: 'danger',
}

const day = (iso: string) => new Date(`${iso}T12:00:00Z`)

type Props = {
  frame: PageFrame
  items: readonly AskedItem[]
  /** The Dutch path that takes the answers. */
  answerPath: string
  pageKey: string
  /** Who came by the link of a letter is not signed in: nothing here leads into the house. */
  byLetter: boolean
  /** Names of stewards, when the editor answers for more than one. */
  names?: ReadonlyMap<string, string>
  input?: FormInput
  errors?: Errors
}

const AskedCheck = ({ item, ...props }: Props & { item: AskedItem }) => {
  const { frame, input = {}, errors = {}, names } = props
  const { lang } = frame
  const words = checksWords[lang]
  const name = fieldOfCheck(item)
  const error = errors[name]
  const behalf = names?.get(item.organisation)
  return (
    <section>
      <Heading level={2}>
        <span lang={item.lang === lang ? undefined : item.lang}>{item.title}</span>
      </Heading>
      <p class="nl-paragraph">
        <StatusBadge tone={toneOf[item.standing]}>{words.standings[item.standing]}</StatusBadge>
      </p>
      <SummaryList
        lang={lang}
        facts={[
          { key: words.lastChecked, value: longDate(item.checkedAt, lang) },
          { key: words.reviewBy, value: longDate(day(item.reviewBy), lang) },
          ...(behalf === undefined ? [] : [{ key: words.forWhom, value: behalf }]),
        ]}
      />
      {item.needsWork ? <Paragraph>{words.needsWork}</Paragraph> : null}
      {item.brokenLinks.length === 0 ? null : (
        <>
          <Paragraph>{words.brokenLinks}</Paragraph>
          <List items={item.brokenLinks} />
        </>
      )}
      <Paragraph>
        <Link href={href(frame, knowledgePaths.item(item.slug))}>
          {words.read}
          <span class="plein-hidden">: {item.title}</span>
        </Link>
      </Paragraph>
      {props.byLetter ? null : (
        <Paragraph>
          <Link href={href(frame, paths.item(item.item))}>
            {words.edit}
            <span class="plein-hidden">: {item.title}</span>
          </Link>
        </Paragraph>
      )}
      {item.answer === null || item.answeredAt === null ? null : (
        <Paragraph>{words.answered(words.answers[item.answer], longDate(item.answeredAt, lang))}</Paragraph>
      )}
      <RadioGroup
        name={name}
        label={words.answer(item.title)}
        free
        lang={lang}
        value={one(input, name)}
        {...(error !== undefined && { error })}
        options={answers.map((answer) => ({
          value: answer,
          label: words.answers[answer],
          hint: words.hints[answer],
        }))}
      />
    </section>
  )
}

/** The one page on which a steward says of each item whether it is still right: by the link of a letter, or signed in. */
export const ChecksPage = (props: Props) => {
  const { frame, items, errors = {} } = props
  const { lang } = frame
  const words = checksWords[lang]
  return (
    <Page frame={frame} title={words.title} errors={errors}>
      <ErrorSummary errors={errors} lang={lang} />
      <Heading level={1}>{words.title}</Heading>
      {items.length === 0 ? (
        <Empty title={words.none} sentence={props.byLetter ? words.noneLetter : words.noneSentence} />
      ) : (
        <>
          <Paragraph lead>{words.lead}</Paragraph>
          {props.byLetter ? <Paragraph>{words.leadLetter}</Paragraph> : null}
          <Form action={href(frame, props.answerPath)} idempotencyKey={props.pageKey} lang={lang}>
            {items.map((item) => (
              <AskedCheck {...props} item={item} />
            ))}
            <ButtonGroup>
              <SubmitButton>{words.send}</SubmitButton>
            </ButtonGroup>
          </Form>
        </>
      )}
      {props.byLetter ? null : (
        <Paragraph>
          <Link href={href(frame, paths.list)}>{words.back}</Link>
        </Paragraph>
      )}
    </Page>
  )
}

/** How often an item is looked at: as its kind, or a rhythm of its own. */
export const RhythmForm = (props: {
  frame: PageFrame
  item: { readonly id: string; readonly type: string | null; readonly reviewMonths: number | null }
  pageKey: string
}) => {
  const { lang } = props.frame
  const words = checksWords[lang]
  return (
    <Form action={href(lang, paths.rhythm(props.item.id))} idempotencyKey={props.pageKey} lang={lang}>
      <Select
        name="months"
        label={words.rhythm}
        hint={words.rhythmHint}
        lang={lang}
        required
        empty={words.rhythmOfKind(monthsBetween({ type: props.item.type, reviewMonths: null }))}
        value={props.item.reviewMonths === null ? '' : String(props.item.reviewMonths)}
        options={rhythms.map((months) => ({ value: String(months), label: words.rhythmMonths(months) }))}
      />
      <ButtonGroup>
        <SubmitButton look="secondary">{words.rhythmSend}</SubmitButton>
      </ButtonGroup>
    </Form>
  )
}

/** Beside the button that publishes other words of an item that readers know already. */
export const PublishedChecked = ({ lang }: { lang: Lang }) => (
  <Checkbox
    name="checked"
    label={checksWords[lang].publishChecked}
    hint={checksWords[lang].publishCheckedHint}
    lang={lang}
  />
)
