import { many, one, type Errors, type FormInput } from '../../../lib/form-values.ts'
import { saidIn, type Said } from '../../../lib/questionnaire/definition.ts'
import { longDate, type Lang } from '../../../lib/words.ts'
import {
  ButtonGroup,
  ButtonLink,
  Checkbox,
  CheckboxGroup,
  EmailField,
  ErrorSummary,
  Form,
  RadioGroup,
  SubmitButton,
  TextField,
} from '../../../ui/fields.tsx'
import { href, Page, type PageFrame } from '../../../ui/layout.tsx'
import { SummaryList } from '../../../ui/summary-list.tsx'
import { Columns, Heading, Link, List, Paragraph } from '../../../ui/typography.tsx'
import { fillingPaths } from '../filling/filling.paths.ts'
import { consentVersion, keepMonths } from './interviewees.rules.ts'
import { intervieweeWords } from './interviewees.text.ts'
import { interviewPaths as paths } from './interviews.paths.ts'
import type { Interview, Round } from './interviews.sql.ts'
import { interviewUses } from './interviews.tables.ts'
import { rewardInWords } from './rewards.text.ts'
import { SaidText } from '../said.views.tsx'

const pollOf = ({ title, label }: Round, lang: Lang) => `${saidIn(title, lang).text}, ${saidIn(label, lang).text}`
const day = (iso: string, lang: Lang) => longDate(new Date(`${iso}T12:00:00Z`), lang)

/** On the page after sending: whether one wants to talk as well. */
export const AskForTalk = ({ link, lang }: { link: string; lang: Lang }) => {
  const words = intervieweeWords[lang].thanks
  return (
    <section>
      <Heading level={2}>{words.title}</Heading>
      <Paragraph>{words.lead}</Paragraph>
      <ButtonGroup>
        <ButtonLink look="secondary" href={href(lang, paths.leave(link))}>
          {words.link}
        </ButtonLink>
      </ButtonGroup>
    </section>
  )
}

/** Leaving a name and an address, apart from the answers. */
export const LeavePage = (props: {
  frame: PageFrame
  link: string
  round: Round & { readonly about: Said }
  input: FormInput
  errors: Errors
  pageKey: string
}) => {
  const { frame, link, round, input, errors } = props
  const { lang } = frame
  const words = intervieweeWords[lang].leave
  const field = (name: string) => ({ name, lang, value: one(input, name), error: errors[name] })
  return (
    <Page frame={frame} title={words.title} errors={errors}>
      <ErrorSummary errors={errors} lang={lang} />
      <Heading level={1}>{words.title}</Heading>
      <Paragraph lead>{words.lead}</Paragraph>
      <SummaryList lang={lang} facts={[{ key: words.about, value: <SaidText said={round.about} lang={lang} /> }]} />
      <Form action={href(lang, paths.leave(link))} idempotencyKey={props.pageKey} lang={lang}>
        <TextField {...field('name')} label={words.name} hint={words.nameHint} required />
        <EmailField {...field('email')} label={words.email} hint={words.address} required />
        <CheckboxGroup
          name="uses"
          label={words.uses}
          required
          value={many(input, 'uses')}
          error={errors['uses']}
          options={interviewUses.map((use) => ({ value: use, label: words.use[use] }))}
          lang={lang}
        />
        <RadioGroup
          {...field('months')}
          label={words.months}
          hint={words.monthsHint}
          required
          options={keepMonths.map((months) => ({ value: String(months), label: words.monthsOf(months) }))}
        />
        <Heading level={2}>{words.consentTitle}</Heading>
        <List items={[...(intervieweeWords[lang].consents[consentVersion] ?? [])]} />
        <Checkbox
          name="consent"
          label={words.consent}
          required
          checked={one(input, 'consent') === 'on'}
          error={errors['consent']}
          lang={lang}
        />
        <ButtonGroup>
          <SubmitButton>{words.send}</SubmitButton>
          <ButtonLink look="subtle" href={href(lang, fillingPaths.thanks(link))}>
            {words.back}
          </ButtonLink>
        </ButtonGroup>
      </Form>
    </Page>
  )
}

/** After leaving them. It stands at an address of its own, without the link of the sheet. */
export const LeftPage = ({ frame }: { frame: PageFrame }) => {
  const words = intervieweeWords[frame.lang].left
  return (
    <Page frame={frame} title={words.title}>
      <Heading level={1}>{words.title}</Heading>
      <Paragraph lead>{words.lead}</Paragraph>
      <Paragraph>{words.apart}</Paragraph>
      <Paragraph>
        <Link href={href(frame, '/')}>Ervaringsplein</Link>
      </Paragraph>
    </Page>
  )
}

type OwnProps = {
  frame: PageFrame
  link: string
  round: Round
  interview: Interview
  /** Who asks, in words. */
  organisation: string
  /** "2026-11-22". */
  today: string
  newKey: () => string
}

const Offer = ({ frame, link, interview, today, newKey }: OwnProps) => {
  const { lang } = frame
  const words = intervieweeWords[lang].own
  const { proposal } = interview
  if (proposal === null) return null
  const { moment, place, minutes, reward, replyBy } = proposal
  return (
    <>
      <SummaryList
        lang={lang}
        facts={[
          { key: words.moment, value: moment },
          { key: words.place, value: place },
          { key: words.minutes, value: words.minutesOf(minutes) },
          {
            key: words.reward,
            value: reward.form === 'none' ? words.noReward : <strong>{rewardInWords(reward, lang)}</strong>,
          },
          ...(interview.state === 'invited' ? [{ key: words.reply, value: day(replyBy, lang) }] : []),
        ]}
      />
      <Paragraph>{words.notes}</Paragraph>
      {interview.state !== 'invited' ? null : today > replyBy ? (
        <Paragraph>{words.late}</Paragraph>
      ) : (
        <>
          <Columns>
            <Form action={href(lang, paths.agree(link))} idempotencyKey={newKey()} lang={lang}>
              <SubmitButton look="secondary">{words.yes}</SubmitButton>
            </Form>
            <Form action={href(lang, paths.decline(link))} idempotencyKey={newKey()} lang={lang}>
              <SubmitButton look="secondary">{words.no}</SubmitButton>
            </Form>
          </Columns>
          <Paragraph>{words.noHint}</Paragraph>
        </>
      )}
    </>
  )
}

const leads = {
  asked: 'askedLead',
  consented: 'consentedLead',
  invited: 'invitedLead',
  agreed: 'agreedLead',
  held: 'heldLead',
} as const

const leadOf = (state: Interview['state'], lang: Lang): string => {
  const words = intervieweeWords[lang].own
  const found = Object.entries(leads).find(([known]) => known === state)?.[1]
  return found === undefined ? words.out : words[found]
}

/** Behind the link of every letter: where it stands, yes or no, and the way out. */
export const OwnInterviewPage = (props: OwnProps) => {
  const { frame, link, round, interview, newKey } = props
  const { lang } = frame
  const { own: words, leave } = intervieweeWords[lang]
  const out = interview.name === null
  return (
    <Page frame={frame} title={words.title}>
      <Heading level={1}>{words.title}</Heading>
      <Paragraph lead>{leadOf(interview.state, lang)}</Paragraph>
      {out ? null : (
        <>
          <SummaryList
            lang={lang}
            facts={[
              { key: words.poll, value: pollOf(round, lang) },
              ...(round.about === null
                ? []
                : [{ key: words.about, value: <SaidText said={round.about} lang={lang} /> }]),
              { key: words.who, value: props.organisation },
            ]}
          />
          {interview.state === 'asked' ? (
            <Form action={href(lang, paths.consent(link))} idempotencyKey={newKey()} lang={lang}>
              <Paragraph>{words.askedHint}</Paragraph>
              <ButtonGroup>
                <SubmitButton>{words.confirm}</SubmitButton>
              </ButtonGroup>
            </Form>
          ) : null}
          <Offer {...props} />
          <Heading level={2}>{words.consentTitle}</Heading>
          <List items={[...(intervieweeWords[lang].consents[interview.textVersion] ?? [])]} />
          <SummaryList
            lang={lang}
            facts={[
              { key: words.uses, value: <List items={interview.uses.map((use) => leave.use[use])} /> },
              ...(interview.until === null ? [] : [{ key: words.until, value: day(interview.until, lang) }]),
            ]}
          />
          <StopForm frame={frame} link={link} />
        </>
      )}
    </Page>
  )
}

const StopForm = ({ frame, link }: { frame: PageFrame; link: string }) => {
  const words = intervieweeWords[frame.lang].own
  return (
    <section>
      <Heading level={2}>{words.stopTitle}</Heading>
      <Paragraph>{words.stop}</Paragraph>
      <Form action={href(frame, paths.stop(link))} lang={frame.lang}>
        <ButtonGroup>
          <SubmitButton look="secondary">{words.stopButton}</SubmitButton>
        </ButtonGroup>
      </Form>
    </section>
  )
}

/** The way out of a letter: opening it does nothing, the button does. */
export const StopInterviewPage = ({ frame, link }: { frame: PageFrame; link: string }) => {
  const words = intervieweeWords[frame.lang].own
  return (
    <Page frame={frame} title={words.title}>
      <Heading level={1}>{words.title}</Heading>
      <StopForm frame={frame} link={link} />
    </Page>
  )
}

export const StoppedInterviewPage = ({ frame }: { frame: PageFrame }) => {
  const words = intervieweeWords[frame.lang].own
  return (
    <Page frame={frame} title={words.stoppedTitle}>
      <Heading level={1}>{words.stoppedTitle}</Heading>
      <Paragraph lead>{words.stopped}</Paragraph>
    </Page>
  )
}
