import type { Day } from '../../lib/days.ts'
import type { Tx } from '../../platform/db/database.ts'
import { record } from '../../platform/diary.ts'
import type { Vault } from '../../platform/vault/vault.ts'
import { giveConsent, liveConsents, withdrawConsent } from '../accounts/public.ts'
import { mayBeAsked, noLoad, suggestionsFor } from './profile.rules.ts'
import type { Answerable, AtCeiling, Load, Loads, Need, Profile, Suggestion, Wishes } from './profile.rules.ts'
import {
  countPaused,
  fields,
  findBoundary,
  findProfile,
  findProfileForDesk,
  holdProfile,
  listProfilesForDesk,
  personHolder,
  wishesToText,
  type Boundary,
} from './profile.sql.ts'
import { problems } from './problems.ts'

/** What a person fills in about themselves. */
export type ProfileText = {
  readonly shownName: string
  readonly wishes: Wishes
  readonly maxRunning: number
  /** What one rather does not do; null or '' for nothing. */
  readonly boundary: string | null
  readonly boundaryShownToDesk: boolean
}

/** Saves somebody's own profile. A new one is seen by nobody else: showing it is another verb. */
export async function saveProfile(tx: Tx, vault: Vault, person: string, text: ProfileText, now: Date): Promise<void> {
  const sealer = await vault.makeKey(tx, personHolder(person))
  const content = {
    name_sealed: sealer.seal(fields.name, text.shownName),
    wishes_sealed: sealer.seal(fields.wishes, wishesToText(text.wishes)),
    max_running: text.maxRunning,
    changed_at: now,
  }
  await tx
    .insertInto('experts_profiles')
    .values({ person_id: person, ...content, made_at: now, paused_since: null, paused_until: null })
    .onConflict((conflict) => conflict.column('person_id').doUpdateSet(content))
    .execute()
  if (text.boundary === null || text.boundary === '')
    await tx.deleteFrom('experts_boundaries').where('person_id', '=', person).execute()
  else {
    const boundary = {
      text_sealed: sealer.seal(fields.boundary, text.boundary),
      shown_to_desk: text.boundaryShownToDesk,
    }
    await tx
      .insertInto('experts_boundaries')
      .values({ person_id: person, ...boundary })
      .onConflict((conflict) => conflict.column('person_id').doUpdateSet(boundary))
      .execute()
  }
  await record(tx, 'experts.profile-saved', person, now)
}

/** Begins a pause, or changes until when. `until` is the first day without pause; null: open-ended. No reason is asked. */
export async function pause(tx: Tx, person: string, until: Day | null, now: Date): Promise<void> {
  await changePause(tx, person, { paused_since: now, paused_until: until })
  await record(tx, 'experts.pause-began', person, now)
}

export async function endPause(tx: Tx, person: string, now: Date): Promise<void> {
  await changePause(tx, person, { paused_since: null, paused_until: null })
  await record(tx, 'experts.pause-ended', person, now)
}

async function changePause(tx: Tx, person: string, to: { paused_since: Date | null; paused_until: Day | null }) {
  const changed = await tx.updateTable('experts_profiles').set(to).where('person_id', '=', person).executeTakeFirst()
  if (changed.numUpdatedRows === 0n) throw problems['profile-first']()
}

const consentOf = (person: string) => ({
  person,
  subject: `profile:${person}`,
  purpose: 'profile-for-desk',
  audience: 'coordinators',
})

/** Which wording of the question people read when they say yes; change it with the sentence. */
const wordingVersion = 'profile-for-desk-1'

/** Whether a profile's owner agreed that the desk sees it. */
export const isShownToDesk = async (tx: Tx, person: string, now: Date): Promise<boolean> =>
  (await liveConsents(tx, consentOf(person).subject, consentOf(person).purpose, now)).length > 0

/** "Laat zien aan het adviespunt": the yes goes into the consent ledger. A second yes changes nothing. */
export async function showToDesk(tx: Tx, vault: Vault, person: string, now: Date): Promise<void> {
  if ((await findProfile(tx, vault, person)) === null) throw problems['profile-first']()
  if (await isShownToDesk(tx, person, now)) return
  await giveConsent(tx, { ...consentOf(person), wordingVersion }, now)
  await record(tx, 'experts.profile-shown', person, now)
}

/** Takes the yes back; the desk sees nothing from this moment. */
export async function hideFromDesk(tx: Tx, person: string, now: Date): Promise<void> {
  const live = await liveConsents(tx, consentOf(person).subject, consentOf(person).purpose, now)
  if (live.length === 0) return
  for (const { id } of live) await withdrawConsent(tx, id, now)
  await record(tx, 'experts.profile-hidden', person, now)
}

/** A profile as the desk sees it; `boundary` is null unless the person ticked that the desk may read it. */
export type DeskProfile = Profile & { readonly boundary: string | null }

/** @returns null when there is none, or it is not shown to the desk now. Leaves no trace: see `openProfile`. */
export async function profileForDesk(tx: Tx, vault: Vault, person: string): Promise<DeskProfile | null> {
  const profile = await findProfileForDesk(tx, vault, person)
  if (profile === null) return null
  const boundary: Boundary | null = await findBoundary(tx, vault, person)
  return { ...profile, boundary: boundary?.shownToDesk ? boundary.text : null }
}

/**
 * A coordinator opens a profile: it is written in the diary and the person can see it.
 * @throws Problem profile-unknown when there is none, or it is not shown now
 */
export async function openProfile(tx: Tx, vault: Vault, person: string, now: Date): Promise<DeskProfile> {
  const profile = await profileForDesk(tx, vault, person)
  if (profile === null) throw problems['profile-unknown']()
  const seen = ['name', 'wishes', 'ceiling', ...(profile.boundary === null ? [] : ['boundary'])]
  await tx
    .insertInto('experts_viewings')
    .values({ person_id: person, viewed_at: now, viewer_role: 'coordinator', fields: seen })
    .execute()
  await record(tx, 'experts.profile-viewed', person, now, { fields: seen.join(' ') })
  return profile
}

/** Whom the desk may ask for a request, with reasons; and whose limits took people off the list. */
export type Candidates = {
  readonly suggestions: readonly Suggestion[]
  /** Their own ceiling is reached. */
  readonly atCeiling: readonly AtCeiling[]
  /** How many people have a pause now; never who. */
  readonly paused: number
}

/** For coordinators. `load` comes from advice; who is absent in it was never asked. */
export async function candidatesFor(tx: Tx, vault: Vault, need: Need, load: Loads, now: Date): Promise<Candidates> {
  const found = suggestionsFor(await listProfilesForDesk(tx, vault), need, load, now)
  await record(tx, 'experts.candidates-viewed', null, now, { fields: 'name themes roles perspectives places load' })
  return { ...found, paused: await countPaused(tx) }
}

/** Somebody whom a coordinator is about to ask. */
export type Asked = { readonly kind: 'ok'; readonly profile: Profile } | { readonly kind: Exclude<Answerable, 'ok'> }

/**
 * Holds somebody's profile still and says whether they may be asked. `loadOf` is read after the hold: two coordinators
 * who invite the same person at the same moment go one after the other, so nobody passes the person's own ceiling.
 */
export async function holdForAsking(
  tx: Tx,
  vault: Vault,
  person: string,
  loadOf: (tx: Tx, person: string) => Promise<Load | undefined>,
  now: Date,
): Promise<Asked> {
  const standing = await holdProfile(tx, person)
  if (standing !== 'shown') return { kind: standing }
  const profile = await findProfile(tx, vault, person)
  if (profile === null) return { kind: 'hidden' }
  const kind = mayBeAsked({ ...profile, shown: true }, (await loadOf(tx, person)) ?? noLoad, now)
  return kind === 'ok' ? { kind, profile } : { kind }
}

/** The name others see. @returns null when the actor may not see this profile now, or there is none. */
export const shownNameOf = async (tx: Tx, vault: Vault, person: string): Promise<string | null> =>
  (await findProfile(tx, vault, person))?.shownName ?? null
