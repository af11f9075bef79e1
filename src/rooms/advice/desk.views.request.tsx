import type { Child } from 'hono/jsx'
import { longDate, longMoment, type Lang, withCapital } from '../../lib/words.ts'
import { ButtonGroup, Form, HiddenField, Select, SubmitButton } from '../../ui/fields.tsx'
import { href, Page, type PageFrame } from '../../ui/layout.tsx'
import { Notice } from '../../ui/notices.tsx'
import { PlainText } from '../../ui/prose.tsx'
import { StatusBadge } from '../../ui/status.tsx'
import { SummaryList, type Fact } from '../../ui/summary-list.tsx'
import { Heading, Link, List, Paragraph } from '../../ui/typography.tsx'
import { labelOf } from '../terms/public.ts'
import { daysOver } from './ages.rules.ts'
import { deskPaths } from './desk.paths.ts'
import type { Similar } from './desk.sql.ts'
import { requestWords } from './desk.text.ts'
import { NextSteps } from './desk.views.steps.tsx'
import { municipalityName, provinceName } from './neighbours.ts'
import type { DeskSeen } from './readings.sql.ts'
import { rewardInWords } from './rewards.text.ts'
import { Road, stateTone } from './standing.views.tsx'
import { hasEnded } from './states.rules.ts'
import { Timeline } from './timeline.views.tsx'
import type { Influence } from './triage.actions.ts'
import { labels } from './words.text.ts'
import { WithNumber } from './with-number.tsx'

export type RequestPageProps = {
  readonly frame: PageFrame
  readonly seen: DeskSeen
  readonly influence: Influence
  readonly similar: readonly Similar[]
  readonly names: ReadonlyMap<string, string>
  /** People who may hold it, by id. */
  readonly coordinators: readonly string[]
  readonly me: string
  readonly now: Date
  readonly newKey: () => string
  readonly errors?: Readonly<Record<string, string>>
}

/** What is known of a request, and in words what is not. */
export const factsOfRequest = (seen: DeskSeen, influence: Influence, lang: Lang): readonly Fact[] => {
  const words = requestWords[lang]
  const known = (key: string, value: Child | null): Fact => ({
    key,
    value: value === null || value === '' ? <em>{words.unknown}</em> : value,
  })
  const place = [
    ...(seen.municipality === null ? [] : [municipalityName(seen.municipality)]),
    ...(seen.province === null ? [] : [provinceName(seen.province)]),
  ].join(', ')
  return [
    known(words.fact.name, seen.requesterName),
    known(words.fact.email, <Link href={`mailto:${seen.email}`}>{seen.email}</Link>),
    known(words.fact.organisation, seen.organisation),
    known(words.fact.kind, seen.organisationKind && withCapital(labelOf(seen.organisationKind, lang))),
    known(words.fact.place, place),
    known(words.fact.themes, withCapital(seen.themes.map((each) => labelOf(each, lang)).join(', '))),
    known(words.fact.questionKind, seen.questionKind && withCapital(labelOf(seen.questionKind, lang))),
    known(words.fact.size, seen.size && labels[lang].sizes[seen.size]),
    known(words.fact.form, seen.form && labels[lang].forms[seen.form]),
    known(words.fact.level, influence.level && withCapital(labelOf(influence.level, lang))),
    known(words.fact.canChange, influence.canChange && <PlainText text={influence.canChange} />),
  ]
}

const Duo = ({ seen, lang }: { seen: DeskSeen; lang: Lang }) => {
  const words = requestWords[lang]
  return (
    <>
      <Heading level={2}>{words.duo}</Heading>
      {seen.team.length === 0 ? (
        <Paragraph>{words.noDuo}</Paragraph>
      ) : (
        <List
          items={seen.team.map((member) => (
            <>
              <strong>{member.shownName}</strong>: {member.acceptedAt === null ? words.invited : words.accepted} (
              {rewardInWords(member.reward, lang)})
            </>
          ))}
        />
      )}
      {seen.draft !== null && seen.answer === null ? (
        <details>
          <summary>{words.draft}</summary>
          <PlainText text={seen.draft.text} />
        </details>
      ) : null}
    </>
  )
}

/** The answer, what came of it, and how each looks back. */
const Outcome = ({ seen, lang }: { seen: DeskSeen; lang: Lang }) => {
  const words = requestWords[lang]
  const { scores, voices } = labels[lang]
  return (
    <>
      {seen.answer === null ? null : (
        <>
          <Heading level={2}>{words.answer}</Heading>
          <p class="plein-small">
            {seen.answer.authors.join(', ')} · {voices[seen.answer.voice]}: {seen.answer.behalf} ·{' '}
            {longDate(seen.answer.givenAt, lang)}
          </p>
          <PlainText text={seen.answer.text} />
        </>
      )}
      {seen.feedback === null ? null : (
        <>
          <Heading level={2}>{words.done}</Heading>
          <PlainText text={seen.feedback.done} />
          {seen.feedback.notDone === null ? null : (
            <>
              <Heading level={3}>{words.notDone}</Heading>
              <PlainText text={seen.feedback.notDone} />
            </>
          )}
        </>
      )}
      {seen.evaluations.length === 0 ? null : (
        <>
          <Heading level={2}>{words.evaluations}</Heading>
          <p class="plein-small">{words.evaluationsHint}</p>
          {seen.evaluations.map((each) => {
            const member = seen.team.find((one) => one.person !== null && one.person === each.person)
            const facts = (Object.keys(scores) as (keyof typeof scores)[]).flatMap((score): Fact[] => {
              const value = each.scores[score]
              return value === null ? [] : [{ key: scores[score], value: words.score(value) }]
            })
            return (
              <section>
                <Heading level={3}>
                  {each.by === 'requester' ? words.byRequester : (member?.shownName ?? words.byExpert)}
                </Heading>
                <SummaryList facts={facts} lang={lang} />
                {each.text === null ? null : <PlainText text={each.text} />}
              </section>
            )
          })}
        </>
      )}
      {seen.referral === null ? null : (
        <>
          <Heading level={2}>{words.referral}</Heading>
          <PlainText text={seen.referral} />
        </>
      )}
      {seen.closeReason === null ? null : (
        <>
          <Heading level={2}>{words.reason}</Heading>
          <PlainText text={seen.closeReason} />
        </>
      )}
    </>
  )
}

const Holder = (props: RequestPageProps) => {
  const { seen, me, names, coordinators } = props
  const { lang } = props.frame
  const words = requestWords[lang]
  const others = coordinators.filter((each) => each !== me)
  if (hasEnded(seen.state) || seen.state === 'unconfirmed') return null
  return (
    <>
      <Heading level={2}>{words.handOver}</Heading>
      <Paragraph>
        {seen.heldBy === null
          ? words.heldByNobody
          : seen.heldBy === me
            ? words.heldByYou
            : words.heldBy(names.get(seen.heldBy) ?? words.somebody)}
      </Paragraph>
      {seen.heldBy === me || seen.state === 'submitted' ? null : (
        <Form action={href(lang, deskPaths.holder(seen.id))} idempotencyKey={props.newKey()} lang={lang}>
          <HiddenField name="version" value={String(seen.version)} />
          <HiddenField name="houder" value={me} />
          <SubmitButton look="secondary">{words.takeOver}</SubmitButton>
        </Form>
      )}
      {others.length === 0 ? null : (
        <Form action={href(lang, deskPaths.holder(seen.id))} idempotencyKey={props.newKey()} lang={lang}>
          <HiddenField name="version" value={String(seen.version)} />
          <Select
            name="houder"
            label={words.handOverTo}
            required
            lang={lang}
            {...(props.errors?.['houder'] && { error: props.errors['houder'] })}
            asWritten
            options={others.map((each) => ({ value: each, label: names.get(each) ?? words.somebody }))}
          />
          <ButtonGroup>
            <SubmitButton look="secondary">{words.handOverButton}</SubmitButton>
          </ButtonGroup>
        </Form>
      )}
    </>
  )
}

const SimilarRequests = ({ similar, lang }: { similar: readonly Similar[]; lang: Lang }) => {
  const words = requestWords[lang]
  return (
    <>
      <Heading level={2}>{words.similar}</Heading>
      {similar.length === 0 ? (
        <Paragraph>{words.noSimilar}</Paragraph>
      ) : (
        <List
          items={similar.map((each) => (
            <>
              <Link href={href(lang, deskPaths.request(each.id))}>
                <WithNumber text={each.number} />
              </Link>{' '}
              ({labels[lang].states[each.state].toLowerCase()}):{' '}
              {[
                ...each.sharedThemes.map((theme) => labelOf(theme, lang)),
                ...(each.sameOrganisationKind ? [words.sameKind] : []),
              ].join(', ')}
            </>
          ))}
        />
      )}
    </>
  )
}

export const RequestPage = (props: RequestPageProps) => {
  const { frame, seen, influence, now } = props
  const { lang } = frame
  const words = requestWords[lang]
  const textLang = seen.lang === lang ? undefined : seen.lang
  const over = daysOver(seen.state, seen.stateSince, now)
  return (
    <Page frame={frame} title={words.title(seen.number)} {...(props.errors && { errors: props.errors })}>
      <p>
        <Link href={href(lang, deskPaths.list)}>{words.back}</Link>
      </p>
      <Heading level={1}>
        <WithNumber text={words.title(seen.number)} />
      </Heading>
      <p class="nl-paragraph">
        <StatusBadge tone={stateTone(seen.state)}>{labels[lang].states[seen.state]}</StatusBadge>{' '}
        {words.asked(longMoment(seen.askedAt, lang))}
      </p>
      {over > 0 ? (
        <Paragraph>
          <strong>{words.over(over)}</strong>
        </Paragraph>
      ) : null}
      {seen.missing.length === 0 ? null : (
        <Notice kind="info" lang={lang} heading={words.missing}>
          <p class="nl-paragraph">{seen.missing.map((each) => labels[lang].missing[each]).join(', ')}</p>
        </Notice>
      )}
      <NextSteps seen={seen} now={now} lang={lang} newKey={props.newKey} />
      <Heading level={2}>{words.question}</Heading>
      <PlainText text={seen.question} {...(textLang && { textLang })} />
      {seen.context === null ? null : (
        <>
          <Heading level={3}>{words.context}</Heading>
          <PlainText text={seen.context} {...(textLang && { textLang })} />
        </>
      )}
      <Heading level={2}>{words.facts}</Heading>
      <SummaryList facts={factsOfRequest(seen, influence, lang)} lang={lang} />
      <Duo seen={seen} lang={lang} />
      <Outcome seen={seen} lang={lang} />
      <Heading level={2}>{words.conversation}</Heading>
      {seen.state === 'unconfirmed' ? null : (
        <List
          items={[
            ...(hasEnded(seen.state)
              ? []
              : [<Link href={href(lang, deskPaths.write(seen.id, 'vrager'))}>{words.writeRequester}</Link>]),
            <Link href={href(lang, deskPaths.write(seen.id, 'duo'))}>{words.writeDuo}</Link>,
            <Link href={href(lang, deskPaths.write(seen.id, 'bureau'))}>{words.writeDesk}</Link>,
          ]}
        />
      )}
      <Timeline
        entries={seen.timeline}
        requesterName={seen.requesterName}
        names={props.names}
        me={props.me}
        lang={lang}
      />
      <Heading level={2}>{words.standing}</Heading>
      <Road
        request={seen}
        moves={seen.timeline.flatMap((entry) => (entry.kind === 'moved' ? [entry] : []))}
        lang={lang}
      />
      <Holder {...props} />
      <SimilarRequests similar={props.similar} lang={lang} />
    </Page>
  )
}
