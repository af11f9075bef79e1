import type { Errors, FormInput } from '../../../lib/form-values.ts'
import { one } from '../../../lib/form-values.ts'
import { saidIn } from '../../../lib/questionnaire/definition.ts'
import { longDate, type Lang, withCapital } from '../../../lib/words.ts'
import { ButtonGroup, ErrorSummary, Form, RadioGroup, Select, SubmitButton, TextArea } from '../../../ui/fields.tsx'
import { href, Page, type PageFrame } from '../../../ui/layout.tsx'
import { Notice } from '../../../ui/notices.tsx'
import { StatusBadge, type StatusTone } from '../../../ui/status.tsx'
import { Table } from '../../../ui/tables.tsx'
import { Heading, Link, List, Paragraph } from '../../../ui/typography.tsx'
import { FigureParts, MethodPart, PlanPart, ResponsePart } from '../results/method.views.tsx'
import type { QuestionFinding } from '../findings/findings.ts'
import type { listFinalWaves } from './proposing.sql.ts'
import { filesOf } from './release-files.rules.ts'
import { ProposedFiles, type FilesProps } from './release-files.views.tsx'
import type { findProposal, listProposals } from './releases.sql.ts'
import { releaseWords } from './releases.text.ts'
import { resultPaths as paths } from '../results/results.paths.ts'
import { resultWords } from '../results/results.text.ts'
import { Caveats, Results, titleOf } from '../results/results.views.tsx'
import { Trail } from '../trail.views.tsx'

type Listed = Awaited<ReturnType<typeof listProposals>>[number]
type Proposal = NonNullable<Awaited<ReturnType<typeof findProposal>>>
type State = 'waiting' | 'released' | 'refused' | 'withdrawn'

const stateOf = ({ outcome, withdrawn_at: withdrawn }: Pick<Listed, 'outcome' | 'withdrawn_at'>): State =>
  withdrawn === null ? (outcome ?? 'waiting') : 'withdrawn'
const toneOf: Readonly<Record<State, StatusTone>> = {
  waiting: 'active',
  released: 'success',
  refused: 'warning',
  withdrawn: 'neutral',
}

const State = ({ of, lang }: { of: Pick<Listed, 'outcome' | 'withdrawn_at'>; lang: Lang }) => (
  <StatusBadge tone={toneOf[stateOf(of)]}>{releaseWords[lang].states[stateOf(of)]}</StatusBadge>
)

/** Everything that was ever proposed, with where it stands. */
export const ProposalsPage = ({
  frame,
  proposals,
  person,
  waves,
  newKey,
  input,
  errors,
}: {
  frame: PageFrame
  proposals: readonly Listed[]
  /** Who looks. */
  person: string
  waves: Awaited<ReturnType<typeof listFinalWaves>>
  newKey: () => string
  input: FormInput
  errors: Errors
}) => {
  const { lang } = frame
  const words = releaseWords[lang]
  return (
    <Page frame={frame} title={words.title} errors={errors} wide>
      <Trail frame={frame} />
      <ErrorSummary errors={errors} lang={lang} />
      <Heading level={1}>{words.title}</Heading>
      <Paragraph lead>{words.lead}</Paragraph>
      {proposals.length === 0 ? (
        <Paragraph>{words.none}</Paragraph>
      ) : (
        <Table
          caption={words.listCaption}
          rows={proposals}
          columns={[
            {
              label: words.poll,
              cell: (each) => (
                <Link href={href(frame, paths.proposal(each.id))}>
                  {saidIn(each.title, lang).text}, {saidIn(each.label, lang).text}
                </Link>
              ),
            },
            { label: words.number, cell: (each) => each.number, numeric: true },
            { label: words.by, cell: (each) => withCapital(each.proposed_by === person ? words.you : words.another) },
            { label: words.on, cell: (each) => longDate(each.proposed_at, lang) },
            { label: words.state, cell: (each) => <State of={each} lang={lang} /> },
          ]}
        />
      )}
      <Heading level={2}>{words.proposeTitle}</Heading>
      {waves.length === 0 ? (
        <Paragraph>{words.proposeNone}</Paragraph>
      ) : (
        <Form action={href(frame, paths.proposals)} idempotencyKey={newKey()} lang={lang}>
          <Select
            name="wave"
            label={words.wave}
            required
            lang={lang}
            value={one(input, 'wave')}
            error={errors['wave']}
            options={waves.map(({ id, title, label }) => ({
              value: id,
              label: `${saidIn(title, lang).text}, ${saidIn(label, lang).text}`,
            }))}
          />
          <TextArea
            name="reason"
            label={words.reason}
            required
            rows={3}
            maxLength={1000}
            lang={lang}
            value={one(input, 'reason')}
            error={errors['reason']}
          />
          <ButtonGroup>
            <SubmitButton>{words.propose}</SubmitButton>
          </ButtonGroup>
        </Form>
      )}
    </Page>
  )
}

export type ProposalProps = FilesProps & {
  proposal: Proposal
  /** Whoever looks proposed it. */
  own: boolean
  /** It is what stands on the square now. */
  out: boolean
  newKey: () => string
  input: FormInput
  errors: Errors
}

const Decide = ({ frame, proposal, made, newKey, input, errors }: ProposalProps) => {
  const { lang } = frame
  const words = releaseWords[lang]
  const files = filesOf(proposal, made)
  return (
    <Form action={href(frame, paths.decision(proposal.id))} idempotencyKey={newKey()} lang={lang}>
      {files === 'there' ? null : <Paragraph>{words.decideLater[files]}</Paragraph>}
      <RadioGroup
        name="decision"
        label={words.choice}
        required
        lang={lang}
        value={one(input, 'decision')}
        error={errors['decision']}
        options={[
          ...(files === 'there' ? [{ value: 'release', label: words.yes }] : []),
          { value: 'refuse', label: words.no },
        ]}
      />
      <TextArea
        name="reason"
        label={words.why}
        hint={words.whyHint}
        rows={3}
        maxLength={1000}
        lang={lang}
        value={one(input, 'reason')}
        error={errors['reason']}
      />
      <ButtonGroup>
        <SubmitButton>{words.save}</SubmitButton>
      </ButtonGroup>
    </Form>
  )
}

const TakeBack = ({ frame, proposal, newKey, input, errors }: ProposalProps) => {
  const { lang } = frame
  const words = releaseWords[lang]
  return (
    <>
      <Heading level={2}>{words.withdrawTitle}</Heading>
      <Paragraph>{words.withdrawLead}</Paragraph>
      <Form action={href(frame, paths.withdrawal(proposal.id))} idempotencyKey={newKey()} lang={lang}>
        <TextArea
          name="reason"
          label={words.withdrawWhy}
          required
          rows={3}
          maxLength={1000}
          lang={lang}
          value={one(input, 'reason')}
          error={errors['reason']}
        />
        <ButtonGroup>
          <SubmitButton look="secondary">{words.withdraw}</SubmitButton>
        </ButtonGroup>
      </Form>
    </>
  )
}

/** A proposal as readers will see it, with the decision above it. */
export const ProposalPage = (props: ProposalProps) => {
  const { frame, proposal, own, out, errors } = props
  const { lang } = frame
  const words = releaseWords[lang]
  const released = proposal.document
  const title = words.previewTitle(titleOf(released, lang))
  const version = { number: proposal.number, at: proposal.proposed_at.toISOString(), reason: proposal.reason }
  const waits = proposal.outcome === null
  return (
    <Page frame={frame} title={title} errors={errors} wide>
      <Trail frame={frame} releases />
      <ErrorSummary errors={errors} lang={lang} />
      <Heading level={1}>{title}</Heading>
      <p>
        <State of={proposal} lang={lang} />
      </p>
      <List
        items={[
          `${words.by}: ${own ? words.you : words.another}, ${longDate(proposal.proposed_at, lang)}`,
          `${words.reason} ${proposal.reason}`,
          ...(proposal.outcome === 'refused' ? [words.refusedBecause(proposal.decision_reason ?? '')] : []),
          ...(proposal.withdrawn_at === null ? [] : [words.withdrawnBecause(proposal.withdrawal_reason ?? '')]),
        ]}
      />
      {waits ? (
        <>
          <Notice kind="info" lang={lang}>
            <Paragraph>{words.previewLead}</Paragraph>
            <Paragraph>{words.whatIsPublic}</Paragraph>
          </Notice>
          <Heading level={2}>{words.decideTitle}</Heading>
          {own ? <Paragraph>{words.own}</Paragraph> : <Decide {...props} />}
        </>
      ) : null}
      {out ? (
        <>
          <p>
            <Link href={href(frame, paths.wave(proposal.series, proposal.wave))}>{words.seen}</Link>
          </p>
          <TakeBack {...props} />
        </>
      ) : null}
      <ProposedFiles {...props} />
      <Heading level={2}>{titleOf(released, lang)}</Heading>
      <Results
        frame={frame}
        released={released}
        versions={[version]}
        figureOf={(question) => href(frame, paths.proposedFigure(proposal.id, question.key))}
      />
      <Heading level={2}>{resultWords[lang].planTitle}</Heading>
      <PlanPart released={released} lang={lang} />
      <Heading level={2}>{resultWords[lang].responseTitle}</Heading>
      <ResponsePart released={released} lang={lang} />
      <Heading level={2}>{resultWords[lang].methodsTitle}</Heading>
      <MethodPart released={released} lang={lang} />
    </Page>
  )
}

/** One figure of a proposal, as readers will see it. */
export const ProposedFigurePage = ({
  frame,
  proposal,
  question,
}: {
  frame: PageFrame
  proposal: Proposal
  question: QuestionFinding
}) => {
  const { lang } = frame
  const title = resultWords[lang].figureTitle(saidIn(question.row ?? question.text, lang).text)
  return (
    <Page frame={frame} title={title} wide>
      <Heading level={1} look={2}>
        {title}
      </Heading>
      <p>
        <Link href={href(frame, paths.proposal(proposal.id))}>
          {releaseWords[lang].previewTitle(titleOf(proposal.document, lang))}
        </Link>
      </p>
      <Caveats released={proposal.document} lang={lang} />
      <FigureParts released={proposal.document} question={question} lang={lang} />
    </Page>
  )
}
