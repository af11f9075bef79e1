import { randomUUID } from 'node:crypto'
import type { Tx } from '../../platform/db/database.ts'
import { record } from '../../platform/diary.ts'
import { finish, getTermInUse, keepEntry, partnersWith, type Speaker } from './framework.actions.ts'
import { isAdopted, shippedKey, type Answer } from './framework.rules.ts'
import { holdList, placeOnSquare } from './framework.sql.ts'
import { problems, unknown } from './problems.ts'
import { currentTerms } from './terms.reference.ts'
import './tables.ts'

export type NewProposal =
  | { readonly kind: 'working'; readonly definition: string }
  | { readonly kind: 'retire'; readonly successor: string | null }

/**
 * A partner proposes to work with another definition, or to use a term no longer. The proposer's own voice is a yes.
 * @throws Problem not-found, term-retired, not-your-organisation, proposed-already, successor-impossible
 */
export async function propose(
  tx: Tx,
  slug: string,
  wanted: NewProposal,
  reason: string,
  speaker: Speaker,
  now: Date,
): Promise<string> {
  await partnersWith(tx, speaker)
  const { term, terms } = await getTermInUse(tx, slug)
  if (wanted.kind === 'working') {
    const chosen = term.definitions.find((each) => each.key === wanted.definition)
    if (!chosen || chosen.working || chosen.state === 'retired') throw unknown()
  } else if (wanted.successor !== null) {
    const successor = terms.find((each) => each.slug === wanted.successor)
    if (!successor || successor.retired || successor.slug === slug) throw problems['successor-impossible']()
  }
  await keepEntry(tx, slug, now)
  const id = randomUUID()
  await tx
    .insertInto('terms_proposals')
    .values({
      id,
      slug,
      kind: wanted.kind,
      definition_id: wanted.kind === 'working' && wanted.definition !== shippedKey ? wanted.definition : null,
      successor: wanted.kind === 'retire' ? wanted.successor : null,
      reason,
      organisation_id: speaker.organisation,
      proposed_by: speaker.person,
      proposed_at: now,
      outcome: null,
      decided_at: null,
    })
    .execute()
  await record(tx, 'terms.change-proposed', slug, now)
  await giveVoice(tx, slug, id, { answer: 'agree', reason: null }, speaker, now)
  return id
}

const getProposal = async (tx: Tx, slug: string, id: string) => {
  const proposal = await tx
    .selectFrom('terms_proposals')
    .selectAll()
    .where('id', '=', id)
    .where('slug', '=', slug)
    .executeTakeFirst()
  if (!proposal) throw unknown()
  if (proposal.decided_at !== null) throw problems['decided-already']()
  return proposal
}

/**
 * A partner agrees with a proposal, or objects with a reason; it may change its mind until the decision. The voice that
 * makes enough decides: see `isAdopted`.
 * @throws Problem not-found, not-your-organisation, decided-already, reason-missing
 */
export async function giveVoice(
  tx: Tx,
  slug: string,
  id: string,
  voice: { readonly answer: Answer; readonly reason: string | null },
  speaker: Speaker,
  now: Date,
): Promise<void> {
  const partners = await partnersWith(tx, speaker)
  await holdList(tx)
  const proposal = await getProposal(tx, slug, id)
  if (voice.answer === 'object' && voice.reason === null) throw problems['reason-missing']()
  const given = { answer: voice.answer, reason: voice.reason, given_by: speaker.person, given_at: now }
  await tx
    .insertInto('terms_voices')
    .values({ proposal_id: id, organisation_id: speaker.organisation, ...given })
    .onConflict((conflict) => conflict.columns(['proposal_id', 'organisation_id']).doUpdateSet(given))
    .execute()
  await record(tx, 'terms.voice-given', slug, now)
  const voices = await tx.selectFrom('terms_voices').select('answer').where('proposal_id', '=', id).execute()
  if (!isAdopted(voices, partners)) return placeOnSquare(tx, await currentTerms(tx))
  await tx.updateTable('terms_proposals').set({ outcome: 'adopted', decided_at: now }).where('id', '=', id).execute()
  await tx
    .updateTable('terms_entries')
    .set(
      proposal.kind === 'working'
        ? { working: proposal.definition_id, changed_at: now }
        : { retired_at: now, retired_why: proposal.reason, successor: proposal.successor, changed_at: now },
    )
    .where('slug', '=', slug)
    .execute()
  const what = proposal.kind === 'working' ? 'working-changed' : 'term-retired'
  await finish(tx, slug, what, speaker, now, { reason: proposal.reason })
}

/**
 * The partner that proposed takes it back. What the others said to it stays to be read.
 * @throws Problem not-found, not-your-organisation, decided-already
 */
export async function withdrawProposal(tx: Tx, slug: string, id: string, speaker: Speaker, now: Date): Promise<void> {
  await partnersWith(tx, speaker)
  await holdList(tx)
  const proposal = await getProposal(tx, slug, id)
  if (proposal.organisation_id !== speaker.organisation) throw problems['not-your-organisation']()
  await tx.updateTable('terms_proposals').set({ outcome: 'withdrawn', decided_at: now }).where('id', '=', id).execute()
  await placeOnSquare(tx, await currentTerms(tx))
  await record(tx, 'terms.proposal-withdrawn', slug, now)
}
