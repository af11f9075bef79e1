import { type Day, dayAt } from '../../lib/days.ts'
import { provinceOf } from '../regions/public.ts'
import type { ExpertRoleId, PerspectiveId, ThemeId } from '../terms/public.ts'

/** What somebody wants to work on, and where. Never what happened to them. */
export type Wishes = {
  readonly themes: readonly ThemeId[]
  readonly roles: readonly ExpertRoleId[]
  readonly perspectives: readonly PerspectiveId[]
  /** Codes of provinces and of municipalities where one is willing to come. */
  readonly provinces: readonly string[]
  readonly municipalities: readonly string[]
  readonly online: boolean
  /** BCP 47. */
  readonly languages: readonly string[]
}

/** `until` is the first day without pause; null: until the person says so. */
export type Pause = { readonly since: Date; readonly until: Day | null }

export type Profile = {
  readonly person: string
  /** The name others see; it may be another name than that of the account. */
  readonly shownName: string
  readonly wishes: Wishes
  /** The most requests at the same time. It is the expert's own: nobody else can change it. */
  readonly maxRunning: number
  readonly pause: Pause | null
}

/** What advice knows of somebody: requests that run now, invitations that wait, when they were last asked. No answer is in it. */
export type Load = { readonly running: number; readonly invited: number; readonly lastAskedAt: Date | null }
/** Of people; who is absent was never asked. */
export type Loads = ReadonlyMap<string, Load>

export const noLoad: Load = { running: 0, invited: 0, lastAskedAt: null }

export const ceilings = { least: 1, most: 10 } as const
export const boundaryLimit = 500
export const nameLimit = 60
export const placeLimit = 30

/** Whether a pause holds at a moment. It ends at the beginning of its last day, in Amsterdam. */
export const isPaused = (pause: Pause | null, now: Date): boolean =>
  pause !== null && (pause.until === null || pause.until > dayAt(now))

export type Answerable = 'ok' | 'paused' | 'full' | 'hidden'

/** Whether somebody may be asked now. Each of these limits is the person's own: no coordinator can lift it. */
export function mayBeAsked(
  profile: { readonly shown: boolean; readonly pause: Pause | null; readonly maxRunning: number },
  load: Load,
  now: Date,
): Answerable {
  if (!profile.shown) return 'hidden'
  if (isPaused(profile.pause, now)) return 'paused'
  // Whoever was asked and did not answer yet may still say yes: that place is taken.
  return load.running + load.invited >= profile.maxRunning ? 'full' : 'ok'
}

/** Whether somebody may say yes to one more: other invitations make no difference, only what they work on. */
export const mayAccept = (running: number, maxRunning: number | null): boolean =>
  maxRunning === null || running < maxRunning

/** What a request asks for. Empty lists and null: not known yet. */
export type Need = {
  readonly themes: readonly string[]
  readonly roles: readonly string[]
  readonly perspectives: readonly string[]
  readonly municipality: string | null
}

/** Along which way somebody can work with a place. */
export type PlaceMatch = 'municipality' | 'province' | 'online'

/** Why somebody is suggested: what they chose and the request asks for. */
export type Matches = {
  readonly themes: readonly ThemeId[]
  readonly roles: readonly ExpertRoleId[]
  readonly perspectives: readonly PerspectiveId[]
  readonly place: PlaceMatch | null
}

/** What a profile has in common with a need. */
export const matchesOf = (wishes: Wishes, need: Need): Matches => ({
  themes: wishes.themes.filter((each) => need.themes.includes(each)),
  roles: wishes.roles.filter((each) => need.roles.includes(each)),
  perspectives: wishes.perspectives.filter((each) => need.perspectives.includes(each)),
  place: placeMatch(wishes, need.municipality),
})

function placeMatch(wishes: Wishes, municipality: string | null): PlaceMatch | null {
  if (municipality !== null) {
    if (wishes.municipalities.includes(municipality)) return 'municipality'
    const province = provinceOf(municipality)
    if (province !== null && wishes.provinces.includes(province.code)) return 'province'
  }
  return wishes.online ? 'online' : null
}

/** Whether somebody is willing to come somewhere in a province; working online is something else. */
export const comesTo = (wishes: Wishes, province: string): boolean =>
  wishes.provinces.includes(province) || wishes.municipalities.some((code) => provinceOf(code)?.code === province)

/** Whole days since a moment, counted in days of Amsterdam; null when it never was. */
export const daysSince = (moment: Date | null, now: Date): number | null =>
  moment === null ? null : Math.max(0, Math.round((Date.parse(dayAt(now)) - Date.parse(dayAt(moment))) / 86_400_000))

/** Somebody who may be asked, with plain reasons. There is no score. */
export type Suggestion = {
  readonly person: string
  readonly shownName: string
  readonly matches: Matches
  readonly languages: readonly string[]
  readonly running: number
  readonly maxRunning: number
  /** null: never asked. */
  readonly daysSinceAsked: number | null
}

/** Somebody whose own ceiling is reached. */
export type AtCeiling = {
  readonly person: string
  readonly shownName: string
  readonly running: number
  readonly invited: number
  readonly maxRunning: number
}

/**
 * Who may be asked, with reasons. People who share a theme, role or perspective with the need come first, and among them
 * who was asked least recently. An earlier "no" cannot count: it is not among what comes in.
 */
export function suggestionsFor(
  profiles: readonly Profile[],
  need: Need,
  loads: Loads,
  now: Date,
): { readonly suggestions: readonly Suggestion[]; readonly atCeiling: readonly AtCeiling[] } {
  const suggestions: { readonly suggestion: Suggestion; readonly shares: boolean; readonly askedAt: number }[] = []
  const atCeiling: AtCeiling[] = []
  for (const profile of profiles) {
    const load = loads.get(profile.person) ?? noLoad
    const answer = mayBeAsked({ ...profile, shown: true }, load, now)
    const { person, shownName, maxRunning } = profile
    if (answer === 'full')
      atCeiling.push({ person, shownName, running: load.running, invited: load.invited, maxRunning })
    if (answer !== 'ok') continue
    const matches = matchesOf(profile.wishes, need)
    suggestions.push({
      suggestion: {
        person,
        shownName,
        matches,
        languages: profile.wishes.languages,
        running: load.running,
        maxRunning,
        daysSinceAsked: daysSince(load.lastAskedAt, now),
      },
      shares: matches.themes.length + matches.roles.length + matches.perspectives.length > 0,
      askedAt: load.lastAskedAt?.getTime() ?? Number.NEGATIVE_INFINITY,
    })
  }
  suggestions.sort(
    (a, b) =>
      Number(b.shares) - Number(a.shares) ||
      (a.askedAt === b.askedAt ? 0 : a.askedAt - b.askedAt) ||
      a.suggestion.running - b.suggestion.running ||
      (a.suggestion.person < b.suggestion.person ? -1 : 1),
  )
  return { suggestions: suggestions.map((each) => each.suggestion), atCeiling }
}
