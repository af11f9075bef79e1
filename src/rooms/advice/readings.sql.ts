import { sql } from 'kysely'
import type { Tx } from '../../platform/db/database.ts'
import { problems as platform } from '../../platform/problems.ts'
import type { Vault } from '../../platform/vault/vault.ts'
import { missingOf, type Missing } from './missing.rules.ts'
import { factsOf, fields, getRequest, holderOf, sealerOfRequest } from './requests.sql.ts'
import { movesFrom, type Move, type RequestFacts } from './states.rules.ts'
import { seenOf, type RequestSeen } from './seen.sql.ts'
import {
  findAnswer,
  findDraft,
  findFeedback,
  listEvaluations,
  listMessages,
  listMoves,
  listTeam,
  listTimeline,
  type Answer,
  type Draft,
  type EvaluationGiven,
  type FeedbackGiven,
  type Member,
  type Message,
  type Moved,
  type TimelineEntry,
} from './timeline.sql.ts'

export { type RequestSeen } from './seen.sql.ts'
export { listInvitations, listOfTeam, teamLoads, type InvitationSeen } from './team.sql.ts'

export type StatusSeen = RequestSeen & {
  readonly moves: readonly Moved[]
  /** The external part only. */
  readonly messages: readonly Message[]
  readonly answer: Answer | null
  readonly feedback: FeedbackGiven | null
  readonly evaluation: EvaluationGiven | null
}

/** The request of a requester's link, as its status page shows it. @throws Problem not-found */
export async function getStatus(tx: Tx, vault: Vault, id: string): Promise<StatusSeen> {
  const row = await getRequest(tx, id)
  const sealer = await sealerOfRequest(tx, vault, id)
  return {
    ...seenOf(row, sealer),
    moves: await listMoves(tx, id),
    messages: await listMessages(tx, sealer, id),
    answer: await findAnswerThere(tx, vault, id),
    feedback: await findFeedback(tx, sealer, id),
    evaluation: (await listEvaluations(tx, sealer, id))[0] ?? null,
  }
}

/** The answer to the request of the link: its own, or that of the request it was joined to. */
async function findAnswerThere(tx: Tx, vault: Vault, id: string): Promise<Answer | null> {
  const { rows } = await sql<{ there: string | null }>`select house.advice_answering_request()::text as there`.execute(
    tx,
  )
  const there = rows[0]?.there ?? id
  const sealer = await vault.sealerOf(tx, holderOf(there))
  return sealer && findAnswer(tx, sealer, there)
}

export type DeskSeen = RequestSeen & {
  /** For the desk only. */
  readonly email: string
  readonly timeline: readonly TimelineEntry[]
  readonly team: readonly Member[]
  readonly draft: Draft | null
  readonly answer: Answer | null
  readonly feedback: FeedbackGiven | null
  readonly evaluations: readonly EvaluationGiven[]
  readonly missing: readonly Missing[]
  readonly facts: RequestFacts
  /** Moves that the table knows from here, for a coordinator. */
  readonly moves: readonly Move[]
}

/** Everything the desk knows of a request. @throws Problem not-found, also for who is no coordinator */
export async function getForDesk(tx: Tx, vault: Vault, id: string): Promise<DeskSeen> {
  const row = await getRequest(tx, id)
  const sealer = await sealerOfRequest(tx, vault, id)
  const contact = await tx
    .selectFrom('advice_contacts')
    .select('email_sealed')
    .where('request_id', '=', id)
    .executeTakeFirst()
  if (contact === undefined) throw platform['not-found']()
  const facts = await factsOf(tx, row)
  return {
    ...seenOf(row, sealer),
    email: sealer.open(fields.email, contact.email_sealed),
    timeline: await listTimeline(tx, sealer, id),
    team: await listTeam(tx, sealer, id),
    draft: await findDraft(tx, sealer, id),
    answer: await findAnswer(tx, sealer, id),
    feedback: await findFeedback(tx, sealer, id),
    evaluations: await listEvaluations(tx, sealer, id),
    missing: missingOf(row, facts.accepted),
    facts,
    moves: movesFrom(row.state, 'coordinator'),
  }
}

export type TeamSeen = RequestSeen & {
  readonly timeline: readonly TimelineEntry[]
  readonly team: readonly Member[]
  readonly draft: Draft | null
  readonly answer: Answer | null
  readonly feedback: FeedbackGiven | null
  /** This person's own evaluation. */
  readonly evaluation: EvaluationGiven | null
}

/** A request as a member of its team sees it: no address, no notes of the desk. @throws Problem not-found */
export async function getForTeam(tx: Tx, vault: Vault, person: string, id: string): Promise<TeamSeen> {
  const row = await getRequest(tx, id)
  const sealer = await sealerOfRequest(tx, vault, id)
  const team = await listTeam(tx, sealer, id)
  if (!team.some((member) => member.person === person && member.acceptedAt !== null)) throw platform['not-found']()
  return {
    ...seenOf(row, sealer),
    timeline: await listTimeline(tx, sealer, id),
    team,
    draft: await findDraft(tx, sealer, id),
    answer: await findAnswer(tx, sealer, id),
    feedback: await findFeedback(tx, sealer, id),
    evaluation: (await listEvaluations(tx, sealer, id)).find((each) => each.person === person) ?? null,
  }
}
