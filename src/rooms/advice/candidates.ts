import type { Tx } from '../../platform/db/database.ts'
import type { Vault } from '../../platform/vault/vault.ts'
import { candidatesFor, holdForAsking, profileForDesk, isPaused, type Candidates } from '../experts/public.ts'
import { problems as platform } from '../../platform/problems.ts'
import type { SeenRequest } from './desk.actions.ts'
import { teamLoads, type DeskSeen } from './readings.sql.ts'
import type { Candidate, Reward } from './request.rules.ts'
import { inviteExpert } from './team.actions.ts'

// What the desk asks of the experts room: whom it may ask, and holding somebody still while asking.

/** Whom the desk may ask for this request, with reasons. `perspective` is what the coordinator looks for; null for any. */
export async function listCandidates(
  tx: Tx,
  vault: Vault,
  request: DeskSeen,
  perspective: string | null,
  now: Date,
): Promise<Candidates> {
  const need = {
    themes: request.themes,
    roles: [],
    perspectives: perspective === null ? [] : [perspective],
    municipality: request.municipality,
  }
  const found = await candidatesFor(tx, vault, need, await teamLoads(tx), now)
  const asked = new Set(request.team.map((member) => member.person))
  return {
    ...found,
    suggestions: found.suggestions.filter((each) => !asked.has(each.person)),
    atCeiling: found.atCeiling.filter((each) => !asked.has(each.person)),
  }
}

/** The name and room of somebody the desk is about to ask; null when they cannot be asked. Leaves no trace. */
export async function findCandidate(tx: Tx, vault: Vault, person: string, now: Date): Promise<Candidate | null> {
  const profile = await profileForDesk(tx, vault, person)
  if (profile === null) return null
  const { running, invited } = (await teamLoads(tx)).get(person) ?? { running: 0, invited: 0 }
  return {
    person,
    shownName: profile.shownName,
    full: running + invited >= profile.maxRunning,
    paused: isPaused(profile.pause, now),
  }
}

/**
 * Invites somebody, holding their profile still: of two coordinators who ask the same person for their last free place,
 * one does. Full and paused are read here, never from a form.
 * @throws Problem not-found for who does not share a profile, and those of `inviteExpert`
 */
export async function inviteCandidate(
  tx: Tx,
  vault: Vault,
  by: string,
  seen: SeenRequest,
  asked: { readonly person: string; readonly reward: Reward },
  now: Date,
): Promise<{ member: string }> {
  const { person, reward } = asked
  const held = await holdForAsking(tx, vault, person, async (inTx) => (await teamLoads(inTx)).get(person), now)
  if (held.kind === 'hidden') throw platform['not-found']()
  const shownName = held.kind === 'ok' ? held.profile.shownName : ''
  const candidate = { person, shownName, full: held.kind === 'full', paused: held.kind === 'paused' }
  return inviteExpert(tx, vault, by, seen, { candidate, reward }, now)
}
