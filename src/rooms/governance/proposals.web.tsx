import { z } from 'zod'
import type { Errors, FormInput } from '../../lib/form-values.ts'
import type { Lang } from '../../lib/words.ts'
import { lines } from '../../platform/forms.ts'
import { editorOrAdministrator, linkFor, may, signedIn } from '../../platform/http/access.ts'
import { action, page, type Route } from '../../platform/http/routes.ts'
import type { ActVisit, Visit } from '../../platform/http/visit.ts'
import { paths } from './paths.ts'
import { castVote, decideProposal, ownVote } from './proposals.actions.ts'
import { choices } from './proposals.rules.ts'
import { getProposal, listVotes, proposalOfVote } from './proposals.sql.ts'
import { ProposalPage, type ProposalProps } from './proposals.views.tsx'
import { governanceWords } from './text.ts'

const VoteForm = (lang: Lang) => {
  const words = governanceWords[lang].proposal
  return z.strictObject({
    choice: z.enum(choices, words.choose),
    reason: lines({ max: 1000 }, { empty: words.reasonEmpty, long: words.reasonLong }),
  })
}
const DecisionForm = (lang: Lang) => {
  const words = governanceWords[lang].proposal
  return z.strictObject({
    outcome: z.enum(['accepted', 'refused'], words.chooseOutcome),
    decisionReason: lines({ max: 2000 }, { empty: words.decisionEmpty, long: words.decisionLong }),
  })
}

type Sent = { readonly form: 'vote' | 'decision'; readonly input: FormInput; readonly errors: Errors }

async function show(visit: Visit, id: string, votePath: string, sent: Sent | null = null): Promise<Response> {
  const { actor } = visit
  const seen = await visit.house(async (tx) => ({
    proposal: await getProposal(tx, visit.platform.vault, id),
    vote: (await listVotes(tx, id)).find((vote) => vote.mine) ?? null,
  }))
  const keeps = actor.kind === 'session' && (actor.permissions.has('administrator') || actor.edits.size > 0)
  const props: ProposalProps = {
    frame: visit.frame(),
    ...seen,
    votePath,
    decides: keeps && actor.person !== seen.proposal.proposedBy,
    newKey: visit.newKey,
    thanks: sent === null && visit.query('bewaard') !== null,
    sent,
  }
  return visit.html(<ProposalPage {...props} />, sent ? 422 : 200)
}

const showLinked = async (visit: Visit, sent: Sent | null = null) =>
  show(
    visit,
    await visit.house((tx) => proposalOfVote(tx, visit.subject())),
    paths.voteByLink(visit.param('link')),
    sent,
  )

const giveVote = (
  visit: ActVisit,
  vote: string,
  back: string,
  showAgain: (sent: Sent) => Promise<Response>,
): Promise<Response> => {
  const form = visit.read(VoteForm(visit.lang))
  if (!form.ok) return showAgain({ form: 'vote', input: visit.sent, errors: form.errors })
  return visit.act(
    (tx) => castVote(tx, vote, form.value, visit.now),
    () => `${back}?bewaard`,
  )
}

const byLink = { who: linkFor('vote'), rate: 'working', data: 'personal' } as const
const working = { rate: 'working', data: 'personal' } as const

/** A proposal for those who vote and decide: signed in, or behind the link of the letter. */
export const proposalRoutes: readonly Route[] = [
  page(paths.proposal(':proposal'), { who: signedIn, ...working }, (visit) => {
    const id = visit.param('proposal')
    return show(visit, id, paths.vote(id))
  }),
  action(paths.vote(':proposal'), { who: may('expert'), ...working, input: VoteForm('nl') }, async (visit) => {
    const id = visit.param('proposal')
    const own = await visit.house((tx) => ownVote(tx, id))
    return giveVote(visit, own, paths.proposal(id), (sent) => show(visit, id, paths.vote(id), sent))
  }),
  action(paths.decide(':proposal'), { who: editorOrAdministrator, ...working, input: DecisionForm('nl') }, (visit) => {
    const id = visit.param('proposal')
    const form = visit.read(DecisionForm(visit.lang))
    if (!form.ok) return show(visit, id, paths.vote(id), { form: 'decision', input: visit.sent, errors: form.errors })
    const { outcome, decisionReason: reason } = form.value
    return visit.act(
      (tx) => decideProposal(tx, visit.platform.vault, id, { outcome, reason, by: visit.person() }, visit.now),
      () => paths.proposal(id),
    )
  }),
  page(paths.voteByLink(':link'), byLink, (visit) => showLinked(visit)),
  action(paths.voteByLink(':link'), { ...byLink, input: VoteForm('nl') }, (visit) =>
    giveVote(visit, visit.subject(), paths.voteByLink(visit.param('link')), (sent) => showLinked(visit, sent)),
  ),
]
