import type { Child } from 'hono/jsx'
import { longDate, type Lang, withCapital } from '../../lib/words.ts'
import { Card, Cards } from '../../ui/cards.tsx'
import { Empty } from '../../ui/empty.tsx'
import { ButtonGroup, ButtonLink } from '../../ui/fields.tsx'
import { href, Page, type PageFrame } from '../../ui/layout.tsx'
import { Notice } from '../../ui/notices.tsx'
import { PlainText } from '../../ui/prose.tsx'
import { StatusBadge } from '../../ui/status.tsx'
import { SummaryList, type Fact } from '../../ui/summary-list.tsx'
import { Heading, Link, List, Paragraph } from '../../ui/typography.tsx'
import { labelOf } from '../terms/public.ts'
import { duoPaths } from './desk.paths.ts'
import { duoWords } from './drafting.text.ts'
import { municipalityName, provinceName } from './neighbours.ts'
import type { RequestSeen, TeamSeen } from './readings.sql.ts'
import { rewardInWords } from './rewards.text.ts'
import { Road, stateTone } from './standing.views.tsx'
import { hasEnded } from './states.rules.ts'
import { Answered } from './status.views.tsx'
import { Timeline } from './timeline.views.tsx'
import type { Influence } from './triage.actions.ts'
import { labels } from './words.text.ts'
import { WithNumber } from './with-number.tsx'

export const MyRequestsPage = (props: { frame: PageFrame; requests: readonly RequestSeen[]; invitations: number }) => {
  const { lang } = props.frame
  const words = duoWords[lang]
  return (
    <Page frame={props.frame} title={words.listTitle}>
      <Heading level={1}>{words.listTitle}</Heading>
      <Paragraph lead>{words.listLead}</Paragraph>
      {props.invitations === 0 ? null : (
        <Notice kind="info" lang={lang} heading={words.invitations(props.invitations)}>
          <Link href={href(lang, duoPaths.invitations)}>{words.seeInvitations}</Link>
        </Notice>
      )}
      {props.requests.length === 0 ? (
        <Empty title={words.noneTitle} sentence={words.none} />
      ) : (
        <Cards>
          {props.requests.map((request) => (
            <Card
              href={href(lang, duoPaths.request(request.id))}
              title={<WithNumber text={words.title(request.number)} />}
              level={2}
              meta={[
                labels[lang].states[request.state],
                words.askedOn(longDate(request.askedAt, lang)),
                ...request.themes.map((each) => labelOf(each, lang)),
              ]}
            />
          ))}
        </Cards>
      )}
    </Page>
  )
}

/** What one of the duo can do now; one button, and words when there is nothing. */
const ToDo = ({ seen, lang }: { seen: TeamSeen; lang: Lang }) => {
  const { todo } = duoWords[lang]
  const button = (path: string, label: string) => <ButtonLink href={href(lang, path)}>{label}</ButtonLink>
  if (seen.answer !== null)
    return (
      <>
        <Paragraph lead>{todo.answered}</Paragraph>
        <ButtonGroup>{button(duoPaths.lookBack(seen.id), todo.lookBack)}</ButtonGroup>
      </>
    )
  if (hasEnded(seen.state) || seen.state === 'referred') return <Paragraph lead>{todo.ended}</Paragraph>
  if (seen.state === 'waiting-for-requester') return <Paragraph lead>{todo.waiting}</Paragraph>
  if (seen.state !== 'in-progress') return <Paragraph lead>{todo.seeking}</Paragraph>
  return (
    <ButtonGroup>
      {button(duoPaths.draft(seen.id), seen.draft === null ? todo.write : todo.goOn)}
      {seen.draft === null ? null : (
        <ButtonLink look="secondary" href={href(lang, duoPaths.preview(seen.id))}>
          {todo.preview}
        </ButtonLink>
      )}
    </ButtonGroup>
  )
}

const factsOf = (seen: TeamSeen, influence: Influence, me: string, lang: Lang): readonly Fact[] => {
  const words = duoWords[lang]
  const fact = (key: string, value: Child | null): Fact[] => (value === null || value === '' ? [] : [{ key, value }])
  const place = [
    ...(seen.municipality === null ? [] : [municipalityName(seen.municipality)]),
    ...(seen.province === null ? [] : [provinceName(seen.province)]),
  ].join(', ')
  const own = seen.team.find((member) => member.person === me)
  return [
    ...fact(words.fact.requester, seen.requesterName),
    ...fact(words.fact.organisation, seen.organisation),
    ...fact(words.fact.kind, seen.organisationKind && withCapital(labelOf(seen.organisationKind, lang))),
    ...fact(words.fact.place, place),
    ...fact(words.fact.themes, withCapital(seen.themes.map((each) => labelOf(each, lang)).join(', '))),
    ...fact(words.fact.form, seen.form && labels[lang].forms[seen.form]),
    ...fact(words.fact.level, influence.level && withCapital(labelOf(influence.level, lang))),
    ...fact(words.fact.canChange, influence.canChange && <PlainText text={influence.canChange} />),
    ...fact(
      words.fact.duo,
      seen.team
        .filter((member) => member.acceptedAt !== null)
        .map((member) => (member.person === me ? words.you(member.shownName) : member.shownName))
        .join(', '),
    ),
    ...fact(words.fact.reward, own ? withCapital(rewardInWords(own.reward, lang)) : null),
  ]
}

export type DuoRequestProps = {
  readonly frame: PageFrame
  readonly seen: TeamSeen
  readonly influence: Influence
  readonly me: string
}

/** A request as one of its duo sees it: no address, and nothing that only the desk reads. */
export const DuoRequestPage = ({ frame, seen, influence, me }: DuoRequestProps) => {
  const { lang } = frame
  const words = duoWords[lang]
  const textLang = seen.lang === lang ? {} : { textLang: seen.lang }
  const names = new Map(
    seen.team.flatMap((member) => (member.person === null ? [] : [[member.person, member.shownName] as const])),
  )
  const open = !hasEnded(seen.state)
  return (
    <Page frame={frame} title={words.title(seen.number)}>
      <p>
        <Link href={href(lang, duoPaths.list)}>{words.back}</Link>
      </p>
      <Heading level={1}>
        <WithNumber text={words.title(seen.number)} />
      </Heading>
      <p>
        <StatusBadge tone={stateTone(seen.state)}>{labels[lang].states[seen.state]}</StatusBadge>
      </p>
      <ToDo seen={seen} lang={lang} />
      <Heading level={2}>{words.question}</Heading>
      <PlainText text={seen.question} {...textLang} />
      {seen.context === null ? null : (
        <>
          <Heading level={3}>{words.context}</Heading>
          <PlainText text={seen.context} {...textLang} />
        </>
      )}
      <Answered frame={frame} request={seen} />
      {seen.feedback === null ? null : (
        <>
          <Heading level={2}>{words.feedback}</Heading>
          <PlainText text={seen.feedback.done} {...textLang} />
          {seen.feedback.notDone === null ? null : (
            <>
              <Heading level={3}>{words.notDone}</Heading>
              <PlainText text={seen.feedback.notDone} {...textLang} />
            </>
          )}
        </>
      )}
      <Heading level={2}>{words.facts}</Heading>
      <SummaryList facts={factsOf(seen, influence, me, lang)} lang={lang} />
      <Heading level={2}>{words.conversation}</Heading>
      {open ? (
        <List
          items={[
            <Link href={href(lang, duoPaths.write(seen.id, 'iedereen'))}>{words.writeAll}</Link>,
            <Link href={href(lang, duoPaths.write(seen.id, 'duo'))}>{words.writeDuo}</Link>,
            ...(seen.size === 'large'
              ? [<Link href={href(lang, duoPaths.session(seen.id))}>{words.addSession}</Link>]
              : []),
          ]}
        />
      ) : null}
      <Timeline entries={seen.timeline} requesterName={seen.requesterName} names={names} me={me} lang={lang} />
      <Heading level={2}>{words.standing}</Heading>
      <Road
        request={seen}
        moves={seen.timeline.flatMap((entry) => (entry.kind === 'moved' ? [entry] : []))}
        lang={lang}
      />
      {mayLeave(seen) ? (
        <p>
          <Link href={href(lang, duoPaths.leave(seen.id))}>{words.leave}</Link>
        </p>
      ) : null}
    </Page>
  )
}

/** As long as there is no answer, somebody of the duo may step out. */
export const mayLeave = (seen: TeamSeen): boolean =>
  seen.answer === null &&
  (seen.state === 'seeking-duo' || seen.state === 'in-progress' || seen.state === 'waiting-for-requester')
