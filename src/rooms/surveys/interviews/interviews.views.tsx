import { many, one, type Errors, type FormInput } from '../../../lib/form-values.ts'
import { saidIn } from '../../../lib/questionnaire/definition.ts'
import {
  ButtonGroup,
  Checkbox,
  CheckboxGroup,
  DateField,
  ErrorSummary,
  Form,
  NumberField,
  RadioGroup,
  SubmitButton,
  TextArea,
  TextField,
} from '../../../ui/fields.tsx'
import { href, Page, type PageFrame } from '../../../ui/layout.tsx'
import { Notice } from '../../../ui/notices.tsx'
import { SummaryList } from '../../../ui/summary-list.tsx'
import { Heading, Link, List, Paragraph } from '../../../ui/typography.tsx'
import { knowledgePaths } from '../../knowledge/public.ts'
import { rewardForms } from '../../terms/public.ts'
import { intervieweeWords } from './interviewees.text.ts'
import { interviewPaths as paths } from './interviews.paths.ts'
import type { Interview, Round } from './interviews.sql.ts'
import { interviewWords } from './interviews.text.ts'
import { rewardInWords } from './rewards.text.ts'
import { SaidText } from '../said.views.tsx'
import { Trail } from '../trail.views.tsx'

/** Which of the three forms came back, with what was typed. */
export type SentForm = {
  readonly form: 'round' | 'invite' | 'link'
  readonly input: FormInput
  readonly errors: Errors
}

/** Somebody who consented, and whether they may be asked now. */
export type Candidate = Interview & { readonly rests: boolean }

export type InterviewsProps = {
  readonly frame: PageFrame
  readonly round: Round
  /** What the talks are about can still change, or be asked at all. */
  readonly changes: boolean
  readonly closed: boolean
  readonly candidates: readonly Candidate[]
  readonly invited: number
  readonly agreed: readonly (Interview & { readonly address: string | null })[]
  readonly held: number
  /** The items that were linked; without title when they left the square. */
  readonly items: readonly { readonly id: string; readonly title: string | null; readonly slug: string | null }[]
  readonly done: string | null
  readonly sent: SentForm | null
  readonly newKey: () => string
}

const fieldsOf = ({ frame, sent }: InterviewsProps, form: SentForm['form']) => {
  const mine = sent?.form === form ? sent : null
  return {
    input: mine?.input ?? {},
    errors: mine?.errors ?? {},
    field: (name: string) => ({
      name,
      lang: frame.lang,
      value: one(mine?.input ?? {}, name),
      error: mine?.errors[name],
    }),
  }
}

const About = (props: InterviewsProps) => {
  const { frame, round, changes, newKey } = props
  const { lang } = frame
  const words = interviewWords[lang]
  if (!changes)
    return round.about === null ? (
      <Paragraph>{words.notAsked}</Paragraph>
    ) : (
      <Paragraph>
        <SaidText said={round.about} lang={lang} />
      </Paragraph>
    )
  const { field, input } = fieldsOf(props, 'round')
  const typed = Object.keys(input).length > 0
  return (
    <>
      {round.about === null ? null : <Paragraph>{words.asking}</Paragraph>}
      <Form action={href(lang, paths.round(round.series, round.slug))} idempotencyKey={newKey()} lang={lang}>
        <TextArea
          {...field('aboutNl')}
          value={typed ? one(input, 'aboutNl') : (round.about?.nl ?? '')}
          label={words.aboutNl}
          hint={words.aboutHint}
          required
          rows={3}
        />
        <TextArea
          {...field('aboutEn')}
          value={typed ? one(input, 'aboutEn') : (round.about?.en ?? '')}
          label={words.aboutEn}
          rows={3}
        />
        <ButtonGroup>
          <SubmitButton>{round.about === null ? words.ask : words.change}</SubmitButton>
        </ButtonGroup>
      </Form>
    </>
  )
}

const Invite = (props: InterviewsProps) => {
  const { frame, round, newKey } = props
  const { lang } = frame
  const words = interviewWords[lang]
  const { use } = intervieweeWords[lang].leave
  const { field, input, errors } = fieldsOf(props, 'invite')
  const free = props.candidates.filter(({ rests }) => !rests)
  const resting = props.candidates.filter(({ rests }) => rests)
  return (
    <>
      <Heading level={2}>{words.listTitle}</Heading>
      <Paragraph>{words.listLead}</Paragraph>
      {resting.length === 0 ? null : <List items={resting.map(({ name }) => words.rested(name ?? ''))} />}
      {free.length === 0 ? (
        <Paragraph>{words.none}</Paragraph>
      ) : (
        <Form action={href(lang, paths.invite(round.series, round.slug))} idempotencyKey={newKey()} lang={lang}>
          <CheckboxGroup
            name="people"
            label={words.choose}
            required
            value={many(input, 'people')}
            error={errors['people']}
            options={free.map(({ id, name, uses }) => ({
              value: id,
              label: name ?? '',
              hint: uses.map((each) => use[each]).join('; '),
            }))}
            lang={lang}
          />
          <Heading level={3}>{words.proposalTitle}</Heading>
          <Paragraph>{words.proposalLead}</Paragraph>
          <TextField {...field('moment')} label={words.moment} hint={words.momentHint} required />
          <TextField {...field('place')} label={words.place} hint={words.placeHint} required />
          <NumberField {...field('minutes')} label={words.minutes} required />
          <RadioGroup
            {...field('reward')}
            label={words.reward}
            hint={words.rewardHint}
            required
            options={rewardForms.map(({ id, label, definition }) => ({
              value: id,
              label: label[lang],
              hint: definition[lang],
            }))}
          />
          <TextField {...field('amount')} label={words.amount} hint={words.amountHint} short />
          <Checkbox
            name="onPurpose"
            label={words.onPurpose}
            hint={words.onPurposeHint}
            checked={one(input, 'onPurpose') === 'on'}
            error={errors['onPurpose']}
            lang={lang}
          />
          <DateField {...field('replyBy')} label={words.replyBy} required />
          <ButtonGroup>
            <SubmitButton>{words.send}</SubmitButton>
          </ButtonGroup>
        </Form>
      )}
    </>
  )
}

const Agreed = ({ frame, round, agreed, newKey }: InterviewsProps) => {
  const { lang } = frame
  const words = interviewWords[lang]
  const own = intervieweeWords[lang].own
  if (agreed.length === 0) return null
  return (
    <>
      <Heading level={2}>{words.agreedTitle}</Heading>
      <Paragraph>{words.agreedLead}</Paragraph>
      {agreed.map(({ id, name, address, proposal }) => (
        <section>
          <Heading level={3}>{name ?? ''}</Heading>
          <SummaryList
            lang={lang}
            facts={[
              { key: words.address, value: address ?? '' },
              ...(proposal === null
                ? []
                : [
                    { key: own.moment, value: proposal.moment },
                    { key: own.place, value: proposal.place },
                    { key: own.minutes, value: own.minutesOf(proposal.minutes) },
                    { key: own.reward, value: rewardInWords(proposal.reward, lang) },
                  ]),
            ]}
          />
          <Form action={href(lang, paths.hold(round.series, round.slug, id))} idempotencyKey={newKey()} lang={lang}>
            <ButtonGroup>
              <SubmitButton look="secondary">{words.hold(name ?? '')}</SubmitButton>
            </ButtonGroup>
          </Form>
        </section>
      ))}
    </>
  )
}

const Followed = (props: InterviewsProps) => {
  const { frame, round, held, items, newKey } = props
  const { lang } = frame
  const words = interviewWords[lang]
  const { field } = fieldsOf(props, 'link')
  return (
    <>
      <Heading level={2}>{words.followTitle}</Heading>
      <Paragraph>{words.followLead}</Paragraph>
      {held === 0 ? <Paragraph>{words.followLater}</Paragraph> : null}
      {items.map(({ id, title, slug }) => (
        <section>
          <Heading level={3}>
            {title === null || slug === null ? (
              words.gone
            ) : (
              <Link href={href(lang, knowledgePaths.item(slug))}>{title}</Link>
            )}
          </Heading>
          <Form action={href(lang, paths.unlink(round.series, round.slug, id))} idempotencyKey={newKey()} lang={lang}>
            <ButtonGroup>
              <SubmitButton look="secondary">{words.unlink(title ?? words.gone)}</SubmitButton>
            </ButtonGroup>
          </Form>
        </section>
      ))}
      {held === 0 ? null : (
        <Form action={href(lang, paths.link(round.series, round.slug))} idempotencyKey={newKey()} lang={lang}>
          <TextField {...field('item')} label={words.item} hint={words.itemHint} required />
          <Paragraph>{words.tell}</Paragraph>
          <ButtonGroup>
            <SubmitButton look="secondary">{words.linkItem}</SubmitButton>
          </ButtonGroup>
        </Form>
      )}
    </>
  )
}

/** Talks after a wave, for researchers: what about, whom to ask, who takes part, and what came of it. */
export const InterviewsPage = (props: InterviewsProps) => {
  const { frame, round, closed, invited, held, sent, done } = props
  const { lang } = frame
  const words = interviewWords[lang]
  const errors = sent?.errors ?? {}
  return (
    <Page frame={frame} title={`${words.title}: ${saidIn(round.label, lang).text}`} errors={errors}>
      <Trail frame={frame} series={{ slug: round.series, title: round.title }} wave={round} />
      <ErrorSummary errors={errors} lang={lang} />
      <Heading level={1}>{words.title}</Heading>
      {done === null ? null : (
        <Notice kind="success" lang={lang}>
          {done === 'gevraagd' ? words.sent : words.saved}
        </Notice>
      )}
      <Paragraph lead>{words.lead}</Paragraph>
      <Paragraph>{words.apart}</Paragraph>
      <Paragraph>{words.notes}</Paragraph>
      <Heading level={2}>{words.aboutTitle}</Heading>
      <About {...props} />
      {round.about === null ? null : closed ? (
        <>
          <Invite {...props} />
          {invited === 0 ? null : (
            <>
              <Heading level={2}>{words.invitedTitle}</Heading>
              <Paragraph>{words.invited(invited)}</Paragraph>
            </>
          )}
          <Agreed {...props} />
          <Heading level={2}>{words.heldTitle}</Heading>
          <Paragraph>{words.held(held)}</Paragraph>
          <Followed {...props} />
        </>
      ) : (
        <Paragraph>{words.waiting}</Paragraph>
      )}
    </Page>
  )
}
