import { longDate } from '../../lib/words.ts'
import { Card, Cards } from '../../ui/cards.tsx'
import { href, Page, type PageFrame } from '../../ui/layout.tsx'
import { PlainText } from '../../ui/prose.tsx'
import { StatusBadge, type StatusTone } from '../../ui/status.tsx'
import { SummaryList } from '../../ui/summary-list.tsx'
import { Heading, Link, List, Paragraph } from '../../ui/typography.tsx'
import type { findDecision, listDecisions, listSeated } from './decisions.sql.ts'
import { paths } from './paths.ts'
import type { Outcome } from './proposals.rules.ts'
import { governanceWords } from './text.ts'

type Seated = Awaited<ReturnType<typeof listSeated>>
type Listed = Awaited<ReturnType<typeof listDecisions>>
type Decision = NonNullable<Awaited<ReturnType<typeof findDecision>>>

export const toneOf: Readonly<Record<Outcome | 'running', StatusTone>> = {
  running: 'active',
  accepted: 'success',
  refused: 'warning',
  replaced: 'neutral',
}

const ProposalCards = ({ frame, decisions, none }: { frame: PageFrame; decisions: Listed; none: string }) => {
  const words = governanceWords[frame.lang].decisions
  if (decisions.length === 0) return <Paragraph>{none}</Paragraph>
  return (
    <Cards>
      {decisions.map((each) => (
        <Card
          href={href(frame, paths.decision(each.id))}
          title={each.title}
          kind={words.outcomes[each.outcome ?? 'running']}
          meta={[
            words.proposedBy(each.organisation),
            each.decided_at === null
              ? words.until(longDate(each.deadline, frame.lang))
              : words.decidedOn(longDate(each.decided_at, frame.lang)),
          ]}
        />
      ))}
    </Cards>
  )
}

/** Who decides here: the rule, the seats, and every proposal. */
export const DecisionsPage = ({
  frame,
  seated,
  decisions,
}: {
  frame: PageFrame
  seated: Seated
  decisions: Listed
}) => {
  const { lang } = frame
  const words = governanceWords[lang].decisions
  return (
    <Page frame={frame} title={words.title}>
      <Heading level={1}>{words.title}</Heading>
      <Paragraph lead>{words.lead}</Paragraph>
      <Heading level={2}>{words.rule}</Heading>
      {words.ruleSentences.map((sentence) => (
        <Paragraph>{sentence}</Paragraph>
      ))}
      <Heading level={2}>{words.seats}</Heading>
      {seated.length === 0 ? (
        <Paragraph>{words.noSeats}</Paragraph>
      ) : (
        <List
          items={seated.map((seat) =>
            words.seatUntil(seat.name ?? words.nameless, longDate(new Date(`${seat.until}T12:00:00Z`), lang)),
          )}
        />
      )}
      <Heading level={2}>{words.running}</Heading>
      <ProposalCards
        frame={frame}
        decisions={decisions.filter((each) => each.outcome === null)}
        none={words.noneRunning}
      />
      <Heading level={2}>{words.decided}</Heading>
      <ProposalCards
        frame={frame}
        decisions={decisions.filter((each) => each.outcome !== null)}
        none={words.noneDecided}
      />
      <Paragraph>
        <Link href={href(frame, paths.vision)}>{words.toVision}</Link>
      </Paragraph>
    </Page>
  )
}

/** One proposal as everybody reads it: what, why, every vote with its reason, and the decision. */
export const DecisionPage = ({ frame, decision }: { frame: PageFrame; decision: Decision }) => {
  const { lang } = frame
  const words = governanceWords[lang].decisions
  const day = (moment: Date | string) => longDate(new Date(moment), lang)
  return (
    <Page frame={frame} title={decision.title}>
      <p class="plein-card__kind">{words.kinds[decision.kind] ?? words.kinds['other']}</p>
      <Heading level={1}>{decision.title}</Heading>
      <p class="nl-paragraph">
        <StatusBadge tone={toneOf[decision.outcome ?? 'running']}>
          {words.outcomes[decision.outcome ?? 'running']}
        </StatusBadge>
      </p>
      <Paragraph>
        {words.proposedBy(decision.organisation)}
        {decision.outcome === null ? `; ${words.until(day(decision.deadline))}` : ''}
      </Paragraph>
      <SummaryList
        lang={lang}
        facts={[
          { key: words.changes, value: <PlainText text={decision.changes} /> },
          { key: words.reason, value: <PlainText text={decision.reason} /> },
        ]}
      />
      <Heading level={2}>{words.votes}</Heading>
      {decision.votes.length === 0 ? <Paragraph>{words.noVotes}</Paragraph> : null}
      {decision.votes.map((vote) => (
        <section>
          <Heading level={3} look={4}>
            {words.said(vote.name ?? words.nameless, words.choices[vote.choice], day(vote.at))}
          </Heading>
          <PlainText text={vote.reason} />
        </section>
      ))}
      {decision.outcome === null && decision.waiting > 0 ? (
        <Paragraph>{words.waiting(decision.waiting)}</Paragraph>
      ) : null}
      {decision.outcome === null || decision.decided_at === null ? null : (
        <>
          <Heading level={2}>{words.decision}</Heading>
          {decision.outcome === 'replaced' ? (
            <Paragraph>{words.replacedSentence}</Paragraph>
          ) : (
            <>
              <PlainText text={decision.decision_reason ?? ''} />
              <Paragraph>
                {decision.decided_for === null ? words.decidedByAdministrator : words.decidedFor(decision.decided_for)}{' '}
                {day(decision.decided_at)}
              </Paragraph>
            </>
          )}
        </>
      )}
      <Paragraph>
        <Link href={href(frame, paths.decisions)}>{words.back}</Link>
      </Paragraph>
    </Page>
  )
}
