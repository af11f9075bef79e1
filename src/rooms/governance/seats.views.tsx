import { many, one, type Errors, type FormInput } from '../../lib/form-values.ts'
import { longDate, type Lang } from '../../lib/words.ts'
import {
  ButtonGroup,
  ButtonLink,
  CheckboxGroup,
  DateField,
  EmailField,
  ErrorSummary,
  Form,
  SubmitButton,
  TextField,
} from '../../ui/fields.tsx'
import { href, Page, type PageFrame } from '../../ui/layout.tsx'
import { Notice } from '../../ui/notices.tsx'
import { Table } from '../../ui/tables.tsx'
import { Heading, Link, List, Paragraph } from '../../ui/typography.tsx'
import { paths } from './paths.ts'
import type { Choice, Outcome } from './proposals.rules.ts'
import type { Seat } from './seats.sql.ts'
import { governanceWords } from './text.ts'

/** The last day of a term in words. `until` is `2026-11-21`. */
const dayOf = (until: string, lang: Lang) => longDate(new Date(`${until}T12:00:00Z`), lang)

type SeatsProps = {
  frame: PageFrame
  seats: readonly Seat[]
  /** Whether the reader may end a seat that somebody holds. Partners may not: seats decide about them. */
  mayEndHeld: boolean
  newKey: () => string
  pageKey: string
  today: string
  saved: boolean
  input: FormInput
  errors: Errors
}

/** What administrators and editors see of the seats: how each stands, and nobody's own name. */
export const SeatsPage = (props: SeatsProps) => {
  const { frame, input, errors } = props
  const { lang } = frame
  const words = governanceWords[lang].seats
  const stands = (seat: Seat) =>
    seat.endedAt !== null
      ? words.endedOn(longDate(seat.endedAt, lang))
      : seat.answer === 'no'
        ? words.declined
        : seat.answeredAt !== null
          ? words.holdsSince(longDate(seat.answeredAt, lang))
          : words.invitedOn(longDate(seat.invitedAt, lang))
  return (
    <Page frame={frame} title={words.title} errors={errors} wide>
      <ErrorSummary errors={errors} lang={lang} />
      <Heading level={1}>{words.title}</Heading>
      <Paragraph lead>{words.lead}</Paragraph>
      {props.saved ? (
        <Notice kind="success" lang={lang}>
          {words.invited}
        </Notice>
      ) : null}
      <Heading level={2}>{words.list}</Heading>
      {props.seats.length === 0 ? (
        <Paragraph>{words.none}</Paragraph>
      ) : (
        <Table
          caption={words.list}
          captionHidden
          rows={props.seats}
          columns={[
            { label: words.who, cell: (seat) => seat.name ?? governanceWords[lang].decisions.nameless },
            { label: words.stands, cell: stands },
            { label: words.term, cell: (seat) => dayOf(seat.until, lang) },
            {
              label: words.end,
              cell: (seat) =>
                seat.endedAt !== null || seat.answer === 'no' || (seat.answer === 'yes' && !props.mayEndHeld) ? (
                  '–'
                ) : (
                  <Form action={href(frame, paths.endSeat(seat.id))} idempotencyKey={props.newKey()} lang={lang}>
                    <SubmitButton look="subtle">
                      {words.end}
                      <span class="plein-hidden">: {seat.name ?? governanceWords[lang].decisions.nameless}</span>
                    </SubmitButton>
                  </Form>
                ),
            },
          ]}
        />
      )}
      <Heading level={2}>{words.invite}</Heading>
      <Paragraph>{words.inviteHint}</Paragraph>
      <Form action={href(frame, paths.seats)} idempotencyKey={props.pageKey} lang={lang}>
        <EmailField
          name="email"
          label={words.email}
          required
          autocomplete="off"
          lang={lang}
          value={one(input, 'email')}
          error={errors['email']}
        />
        <DateField
          name="until"
          label={words.until}
          hint={words.untilHint}
          required
          min={props.today}
          lang={lang}
          value={one(input, 'until')}
          error={errors['until']}
        />
        <ButtonGroup>
          <SubmitButton>{words.send}</SubmitButton>
        </ButtonGroup>
      </Form>
      <Heading level={2}>{words.vision}</Heading>
      <ButtonGroup>
        <ButtonLink look="secondary" href={href(frame, paths.writeVision)}>
          {words.toVision}
        </ButtonLink>
      </ButtonGroup>
    </Page>
  )
}

export type OwnSeat = Seat & { readonly employers: readonly string[] }

type AskedOfMe = {
  readonly id: string
  readonly title: string
  readonly deadline: Date
  readonly outcome: Outcome | null
  readonly choice: Choice | null
}

type OwnProps = {
  frame: PageFrame
  seats: readonly OwnSeat[]
  /** Organisations that can propose. */
  partners: readonly { readonly id: string; readonly name: string }[]
  asked: readonly AskedOfMe[]
  today: string
  newKey: () => string
  saved: boolean
  /** What was sent for this seat, with its errors. */
  sent: { readonly seat: string; readonly input: FormInput; readonly errors: Errors } | null
}

const OwnSeatForm = ({ seat, ...props }: OwnProps & { seat: OwnSeat }) => {
  const { frame } = props
  const { lang } = frame
  const words = governanceWords[lang].mine
  if (seat.until < props.today) return <Paragraph>{words.ended}</Paragraph>
  const sent = props.sent?.seat === seat.id ? props.sent : null
  const input = sent?.input ?? { shownName: seat.name ?? '', employers: seat.employers }
  const errors = sent?.errors ?? {}
  return (
    <section>
      {seat.answer === null ? (
        <>
          <Paragraph>{words.invited(dayOf(seat.until, lang))}</Paragraph>
          <Paragraph>{words.invitedWhat}</Paragraph>
        </>
      ) : (
        <Paragraph>{words.holds(dayOf(seat.until, lang))}</Paragraph>
      )}
      <Form
        action={href(frame, paths.takeSeat(seat.id))}
        idempotencyKey={(sent && one(sent.input, '_key')) || props.newKey()}
        lang={lang}
      >
        <TextField
          name="shownName"
          label={words.name}
          hint={words.nameHint}
          autocomplete="off"
          lang={lang}
          value={one(input, 'shownName')}
          error={errors['shownName']}
        />
        <CheckboxGroup
          name="employers"
          label={words.employers}
          hint={words.employersHint}
          lang={lang}
          value={many(input, 'employers')}
          options={props.partners.map(({ id, name }) => ({ value: id, label: name }))}
          error={errors['employers']}
        />
        <ButtonGroup>
          <SubmitButton>{seat.answer === null ? words.take : words.change}</SubmitButton>
        </ButtonGroup>
      </Form>
      <Form action={href(frame, paths.leaveSeat(seat.id))} idempotencyKey={props.newKey()} lang={lang}>
        <ButtonGroup>
          <SubmitButton look={seat.answer === null ? 'secondary' : 'negative'}>
            {seat.answer === null ? words.decline : words.leave}
          </SubmitButton>
        </ButtonGroup>
      </Form>
    </section>
  )
}

/** One's own seat: yes or no, the name, where one works, and what there is to vote on. */
export const OwnSeatPage = (props: OwnProps) => {
  const { frame, seats, asked } = props
  const { lang } = frame
  const all = governanceWords[lang]
  const words = all.mine
  const errors = props.sent?.errors ?? {}
  return (
    <Page frame={frame} title={words.title} errors={errors}>
      <ErrorSummary errors={errors} lang={lang} />
      <Heading level={1}>{words.title}</Heading>
      <Paragraph lead>{words.lead}</Paragraph>
      {props.saved ? (
        <Notice kind="success" lang={lang}>
          {words.saved}
        </Notice>
      ) : null}
      {seats.length === 0 ? <Paragraph>{words.none}</Paragraph> : null}
      {seats.map((seat) => (
        <OwnSeatForm {...props} seat={seat} />
      ))}
      {seats.some((seat) => seat.answer === 'yes') ? (
        <section>
          <Heading level={2}>{words.proposals}</Heading>
          {asked.length === 0 ? (
            <Paragraph>{words.noProposals}</Paragraph>
          ) : (
            <List
              items={asked.map((each) => (
                <>
                  <Link href={href(frame, paths.proposal(each.id))}>{each.title}</Link>
                  {`: ${
                    each.choice !== null
                      ? words.voted(all.decisions.choices[each.choice].toLowerCase())
                      : each.outcome === null
                        ? words.waiting(longDate(each.deadline, lang))
                        : all.decisions.outcomes[each.outcome].toLowerCase()
                  }`}
                </>
              ))}
            />
          )}
        </section>
      ) : null}
      <Paragraph>
        <Link href={href(frame, paths.decisions)}>{all.decisions.title}</Link>
      </Paragraph>
    </Page>
  )
}
