import type { Child } from 'hono/jsx'
import { one, type Errors, type FormInput } from '../../lib/form-values.ts'
import { longDate } from '../../lib/words.ts'
import { ButtonGroup, ErrorSummary, Form, RadioGroup, SubmitButton, TextArea } from '../../ui/fields.tsx'
import { href, Page, type PageFrame } from '../../ui/layout.tsx'
import { Notice } from '../../ui/notices.tsx'
import { Prose } from '../../ui/prose.tsx'
import { StatusBadge } from '../../ui/status.tsx'
import { SummaryList } from '../../ui/summary-list.tsx'
import { Heading, Link, Paragraph } from '../../ui/typography.tsx'
import { toneOf } from './decisions.views.tsx'
import { renderMarkdown } from '../../lib/rich-text/render.ts'
import { paths } from './paths.ts'
import { choices } from './proposals.rules.ts'
import type { Proposal, Vote } from './proposals.sql.ts'
import { governanceWords } from './text.ts'

export type ProposalProps = {
  frame: PageFrame
  proposal: Proposal
  /** The vote of who looks; null when they hold no seat. */
  vote: Vote | null
  /** Where the vote is sent. */
  votePath: string
  /** Whether who looks may write the decision down. */
  decides: boolean
  newKey: () => string
  thanks: boolean
  sent: { readonly form: 'vote' | 'decision'; readonly input: FormInput; readonly errors: Errors } | null
}

const VoteForm = (props: ProposalProps & { vote: Vote }) => {
  const { frame, vote } = props
  const { lang } = frame
  const all = governanceWords[lang]
  const words = all.proposal
  const sent = props.sent?.form === 'vote' ? props.sent : null
  const input = sent?.input ?? { choice: vote.choice ?? '', reason: vote.reason ?? '' }
  return (
    <section aria-labelledby="stem">
      <Heading level={2} id="stem">
        {words.yourVote}
      </Heading>
      <Form
        action={href(frame, props.votePath)}
        idempotencyKey={(sent && one(sent.input, '_key')) || props.newKey()}
        lang={lang}
      >
        <RadioGroup
          name="choice"
          label={words.choice}
          required
          lang={lang}
          value={one(input, 'choice')}
          options={choices.map((value) => ({ value, label: all.decisions.choices[value] }))}
          error={sent?.errors['choice']}
        />
        <TextArea
          name="reason"
          label={words.reason}
          hint={words.reasonHint}
          required
          rows={4}
          maxLength={1000}
          lang={lang}
          value={one(input, 'reason')}
          error={sent?.errors['reason']}
        />
        <Paragraph>{words.untilDecided}</Paragraph>
        <ButtonGroup>
          <SubmitButton>{vote.choice === null ? words.vote : words.changeVote}</SubmitButton>
        </ButtonGroup>
      </Form>
    </section>
  )
}

const DecisionForm = (props: ProposalProps) => {
  const { frame, proposal } = props
  const { lang } = frame
  const all = governanceWords[lang]
  const words = all.proposal
  const sent = props.sent?.form === 'decision' ? props.sent : null
  return (
    <section aria-labelledby="besluit">
      <Heading level={2} id="besluit">
        {words.decide}
      </Heading>
      <Paragraph>{words.decideHint}</Paragraph>
      <Form
        action={href(frame, paths.decide(proposal.id))}
        idempotencyKey={(sent && one(sent.input, '_key')) || props.newKey()}
        lang={lang}
      >
        <RadioGroup
          name="outcome"
          label={words.outcome}
          required
          lang={lang}
          value={one(sent?.input ?? {}, 'outcome')}
          options={[
            { value: 'accepted', label: all.decisions.outcomes.accepted },
            { value: 'refused', label: all.decisions.outcomes.refused },
          ]}
          error={sent?.errors['outcome']}
        />
        <TextArea
          name="decisionReason"
          label={words.decisionReason}
          required
          rows={4}
          maxLength={2000}
          lang={lang}
          value={one(sent?.input ?? {}, 'decisionReason')}
          error={sent?.errors['decisionReason']}
        />
        <ButtonGroup>
          <SubmitButton>{words.decideButton}</SubmitButton>
        </ButtonGroup>
      </Form>
    </section>
  )
}

/** A proposal for those who vote and decide. What everybody may read of it stands on its page on the square. */
export const ProposalPage = (props: ProposalProps) => {
  const { frame, proposal, vote } = props
  const { lang } = frame
  const all = governanceWords[lang]
  const words = all.proposal
  const errors = props.sent?.errors ?? {}
  const said = (key: string, value: Child) => ({ key, value })
  const running = proposal.outcome === null
  return (
    <Page frame={frame} title={words.title} errors={errors}>
      <ErrorSummary errors={errors} lang={lang} />
      <Heading level={1}>{proposal.title}</Heading>
      <p class="nl-paragraph">
        <StatusBadge tone={toneOf[proposal.outcome ?? 'running']}>
          {all.decisions.outcomes[proposal.outcome ?? 'running']}
        </StatusBadge>
      </p>
      {props.thanks ? (
        <Notice kind="success" lang={lang}>
          {words.thanks}
        </Notice>
      ) : null}
      <Paragraph>
        {all.decisions.proposedBy(proposal.organisation)}
        {running ? `; ${all.decisions.until(longDate(proposal.deadline, lang))}` : ''}
      </Paragraph>
      <SummaryList
        lang={lang}
        facts={[
          said(all.decisions.changes, proposal.changes),
          said(all.decisions.reason, proposal.reason),
          ...(proposal.decisionReason === null ? [] : [said(all.decisions.decision, proposal.decisionReason)]),
        ]}
      />
      <Heading level={2}>{words.text}</Heading>
      <Prose html={renderMarkdown(proposal.text, 3)} />
      {running && vote !== null ? <VoteForm {...props} vote={vote} /> : null}
      {running && props.decides ? <DecisionForm {...props} /> : null}
      <Paragraph>
        <Link href={href(frame, paths.decision(proposal.id))}>{words.seePublic}</Link>
      </Paragraph>
    </Page>
  )
}
