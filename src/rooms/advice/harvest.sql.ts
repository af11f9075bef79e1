import type { Lang } from '../../lib/words.ts'
import type { Tx } from '../../platform/db/database.ts'
import { problems as platform } from '../../platform/problems.ts'
import type { Vault } from '../../platform/vault/vault.ts'
import { problems } from './problems.ts'
import { seenOf } from './seen.sql.ts'
import { getRequest, sealerOfRequest } from './requests.sql.ts'
import type { Voice } from './request.rules.ts'
import { findAnswer, findFeedback, listTeam } from './timeline.sql.ts'

/** A part of a closed request that may become knowledge. `owner` says whose yes it needs. */
export type HarvestPart = {
  readonly part: 'question' | 'context' | 'answer' | 'done' | 'not-done'
  readonly owner: 'requester' | 'authors'
  readonly text: string
}

export type Harvest = {
  readonly id: string
  readonly number: string
  readonly lang: Lang
  readonly themes: readonly string[]
  readonly questionKind: string | null
  readonly parts: readonly HarvestPart[]
  readonly voice: Voice
  readonly behalf: string
  /** Who wrote the answer; `person` is null for somebody who was erased, and then there is nobody to ask. */
  readonly authors: readonly { readonly person: string | null; readonly shownName: string }[]
  /** Names to mark wherever they stand: the requester's and the organisation's. */
  readonly namesToHide: { readonly people: readonly string[]; readonly organisations: readonly string[] }
  readonly municipality: string | null
}

/** What a consent about a request is about, as the ledger of consents names it. */
export const consentSubject = (request: string) => `request:${request}` as const

/**
 * The parts of a closed request from which a knowledge item can be made. Messages and notes are not among them.
 * For coordinators, and the worker. @throws Problem not-found; answer-missing when there is no answer; no-such-move while it runs
 */
export async function requestForHarvest(tx: Tx, vault: Vault, id: string): Promise<Harvest> {
  const row = await getRequest(tx, id)
  if (row.state !== 'closed') throw problems['no-such-move']()
  const sealer = await sealerOfRequest(tx, vault, id)
  const answer = await findAnswer(tx, sealer, id)
  if (answer === null) throw problems['answer-missing']()
  const team = await listTeam(tx, sealer, id)
  const authors = team.filter((member) => member.finishedAt !== null)
  // The requester and the team may read the request as well; only the desk makes knowledge of it.
  if (authors.length === 0) throw platform['not-found']()
  const seen = seenOf(row, sealer)
  const feedback = await findFeedback(tx, sealer, id)
  const part = (
    name: HarvestPart['part'],
    owner: HarvestPart['owner'],
    text: string | null | undefined,
  ): HarvestPart[] => (text ? [{ part: name, owner, text }] : [])
  return {
    id,
    number: seen.number,
    lang: seen.lang,
    themes: seen.themes,
    questionKind: seen.questionKind,
    parts: [
      ...part('question', 'requester', seen.question),
      ...part('context', 'requester', seen.context),
      ...part('answer', 'authors', answer.text),
      ...part('done', 'requester', feedback?.done),
      ...part('not-done', 'requester', feedback?.notDone),
    ],
    voice: answer.voice,
    behalf: answer.behalf,
    authors: authors.map((member) => ({ person: member.person, shownName: member.shownName })),
    namesToHide: { people: [seen.requesterName], organisations: seen.organisation === null ? [] : [seen.organisation] },
    municipality: seen.municipality,
  }
}
