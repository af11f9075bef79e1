import { one, type Errors, type FormInput } from '../../../lib/form-values.ts'
import { longDate, type Lang } from '../../../lib/words.ts'
import { ButtonGroup, SubmitButton } from '../../../ui/buttons.tsx'
import { Empty } from '../../../ui/empty.tsx'
import { ErrorSummary } from '../../../ui/error-summary.tsx'
import { DateField, Form, HiddenField, Select, TextArea } from '../../../ui/fields.tsx'
import { Fold } from '../../../ui/fold.tsx'
import { href, Page, type PageFrame } from '../../../ui/layout.tsx'
import { Notice } from '../../../ui/notices.tsx'
import { SummaryList } from '../../../ui/summary-list.tsx'
import { Heading, Link, Paragraph } from '../../../ui/typography.tsx'
import { paths } from '../paths.ts'
import { knowledgePaths } from '../square.paths.ts'
import { dayField, takerField } from './succession.forms.ts'
import type { Wanted } from './succession.sql.ts'
import { successionWords } from './succession.text.ts'

type Own = { readonly id: string; readonly name: string }
type Sent = { input?: FormInput; errors?: Errors }

const noon = (iso: string) => new Date(`${iso}T12:00:00Z`)

const TakeOver = (
  props: Sent & { frame: PageFrame; wanted: Wanted; own: readonly Own[]; today: string; pageKey: string },
) => {
  const { frame, wanted, own, input = {}, errors = {} } = props
  const { lang } = frame
  const words = successionWords[lang]
  const [day, taker] = [dayField(wanted.id), takerField(wanted.id)]
  const error = (name: string) => (errors[name] === undefined ? {} : { error: errors[name] })
  return (
    <Form action={href(lang, paths.wanted)} idempotencyKey={props.pageKey} lang={lang}>
      <HiddenField name="succession" value={wanted.id} />
      <DateField
        name={day}
        label={words.day}
        hint={words.dayHint}
        required
        lang={lang}
        value={one(input, day) || props.today}
        {...error(day)}
      />
      {own.length === 1 ? (
        <HiddenField name={taker} value={own[0]?.id ?? ''} />
      ) : (
        <Select
          name={taker}
          label={words.behalf}
          required
          lang={lang}
          empty={false}
          value={one(input, taker)}
          {...error(taker)}
          asWritten
          options={own.map((each) => ({ value: each.id, label: each.name }))}
        />
      )}
      <ButtonGroup>
        <SubmitButton>{words.takeOver}</SubmitButton>
      </ButtonGroup>
    </Form>
  )
}

/** Everything on the square that looks for a steward. Editors of partners can take one over. */
export const WantedPage = (
  props: Sent & {
    frame: PageFrame
    wanted: readonly Wanted[]
    /** Partners for which the visitor can take over; none for an administrator. */
    own: readonly Own[]
    today: string
    newKey: () => string
  },
) => {
  const { frame, wanted, own, errors = {} } = props
  const { lang } = frame
  const words = successionWords[lang]
  return (
    <Page frame={frame} title={words.title} errors={errors}>
      <ErrorSummary errors={errors} lang={lang} />
      <Heading level={1}>{words.title}</Heading>
      {wanted.length === 0 ? (
        <Empty title={words.none} sentence={words.noneSentence} />
      ) : (
        <Paragraph lead>{own.length === 0 ? words.leadAdministrator : words.lead}</Paragraph>
      )}
      {wanted.map((each) => {
        const others = own.filter((organisation) => organisation.id !== each.organisation.id)
        return (
          <section>
            <Heading level={2}>
              <span lang={each.lang === lang ? undefined : each.lang}>{each.title}</span>
            </Heading>
            <SummaryList
              lang={lang}
              facts={[
                { key: words.now, value: each.organisation.name },
                {
                  key: words.why,
                  value: `${words.causes[each.cause]}.${each.reason === null ? '' : ` ${each.reason}`}`,
                },
                { key: words.since, value: longDate(each.openedAt, lang) },
                ...(each.taken === null
                  ? []
                  : [{ key: words.taken, value: words.takenBy(each.taken.name, longDate(noon(each.taken.on), lang)) }]),
              ]}
            />
            <Paragraph>
              <Link href={href(frame, knowledgePaths.item(each.slug))}>
                {words.read}
                <span class="plein-hidden">: {each.title}</span>
              </Link>
            </Paragraph>
            {each.taken !== null || own.length === 0 ? null : others.length === 0 ? (
              <Paragraph>
                {words.yours} <Link href={href(frame, paths.decisions(each.item))}>{words.stay}</Link>
              </Paragraph>
            ) : (
              <TakeOver
                frame={frame}
                wanted={each}
                own={others}
                today={props.today}
                pageKey={props.newKey()}
                {...(props.input && { input: props.input })}
                errors={errors}
              />
            )}
          </section>
        )
      })}
    </Page>
  )
}

/** On the page about deciding together: stopping, or staying after all. */
export const Stopping = (
  props: Sent & {
    frame: PageFrame
    item: { readonly id: string; readonly shelfVersion: number | null }
    own: readonly Own[]
    wanted: Wanted | null
    newKey: () => string
  },
) => {
  const { frame, item, own, wanted, input = {}, errors = {} } = props
  const { lang } = frame
  const words = successionWords[lang]
  if (item.shelfVersion === null) return null
  if (wanted !== null)
    return (
      <Notice kind="warning" lang={lang} heading={words.title}>
        <p>
          {wanted.taken === null
            ? words.wantedHere(wanted.organisation.name)
            : words.takenHere(wanted.taken.name, longDate(noon(wanted.taken.on), lang))}
        </p>
        {wanted.taken === null && own.some((each) => each.id === wanted.organisation.id) ? (
          <Form action={href(lang, paths.stay(item.id))} idempotencyKey={props.newKey()} lang={lang}>
            <ButtonGroup>
              <SubmitButton look="secondary">{words.stay}</SubmitButton>
            </ButtonGroup>
          </Form>
        ) : null}
      </Notice>
    )
  if (own.length === 0) return null
  const error = (name: string) => (errors[name] === undefined ? {} : { error: errors[name] })
  return (
    <Fold title={words.stopTitle} open={errors.stopWhy !== undefined}>
      <Paragraph>{words.stopHint}</Paragraph>
      <Form action={href(lang, paths.stop(item.id))} idempotencyKey={props.newKey()} lang={lang}>
        {own.length === 1 ? (
          <HiddenField name="stopFor" value={own[0]?.id ?? ''} />
        ) : (
          <Select
            name="stopFor"
            label={words.stopFor}
            required
            lang={lang}
            empty={false}
            value={one(input, 'stopFor')}
            asWritten
            options={own.map((each) => ({ value: each.id, label: each.name }))}
          />
        )}
        <TextArea
          name="stopWhy"
          label={words.stopWhy}
          hint={words.stopWhyHint}
          required
          rows={2}
          lang={lang}
          value={one(input, 'stopWhy')}
          {...error('stopWhy')}
        />
        <ButtonGroup>
          <SubmitButton look="negative">{words.stop}</SubmitButton>
        </ButtonGroup>
      </Form>
    </Fold>
  )
}

/** What readers see on the page of an item that looks for a steward. */
export const StewardWanted = ({ cause, lang }: { cause: 'leaving' | 'ended' | null; lang: Lang }) =>
  cause === null ? null : (
    <Notice kind="info" lang={lang} heading={successionWords[lang].publicTitle}>
      <p lang={lang}>{successionWords[lang].public[cause]}</p>
    </Notice>
  )
