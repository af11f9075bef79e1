/**
 * From how many a number is shown: the agreement of this plein, as data. These are our own limits, in line with what
 * statistical offices and researchers do (from 3 up to 11); they are nobody's official rule and are never called that.
 */
export const thresholds = {
  /** People: shown from `from`, and then only as a band that begins at one of `bands`. */
  people: { from: 10, bands: [10, 25, 50, 100, 250] },
  /** Counts about requests, outside the desk. */
  requests: { from: 5 },
  polls: {
    /** Organisations in a cell before its number is shown; also how wide the range of a hidden cell must stay. */
    cell: 5,
    /** Organisations in the base before a percentage is shown. */
    percentageBase: 10,
    /** Below this base, "nobody" and "everybody" tell a sensitive thing about each one in the group. */
    sensitiveGroup: 10,
    /** Counts become multiples of this when the joint audit or the attack test fails. */
    roundTo: 5,
    /** Background variables in one table. */
    backgrounds: 1,
    /** Sums and averages: contributors at least, and the share of the total that one of them may have at most. */
    contributors: 5,
    largestShare: 0.5,
    /** No contributor may estimate another closer than this share of the other's value (p % rule). */
    closestGuess: 0.1,
    /** How much better than guessing the majority an attack on unique organisations may be. */
    attackMargin: 0.05,
    /** Organisations per combination of background values in open data. */
    openGroup: 5,
  },
  /** Voices in a joint self-assessment. */
  selfAssessment: { from: 5 },
} as const

/** A band of people: `from` included, `below` not; null where the band has no end. */
export type PeopleBand = { readonly from: number; readonly below: number | null }

/**
 * @param people a whole number, 0 or more.
 * @returns the band a number of people falls in; null below the threshold: then no number is shown, and zero is not
 * told apart from a few.
 * @throws RangeError when it is not a whole number of 0 or more.
 */
export function peopleBand(people: number): PeopleBand | null {
  refuseImpossibleCount(people)
  const { from, bands } = thresholds.people
  if (people < from) return null
  const at = bands.findLastIndex((begin) => people >= begin)
  return { from: bands[at] ?? from, below: bands[at + 1] ?? null }
}

/**
 * @param requests a whole number, 0 or more.
 * @returns the number itself from the threshold on; null below it (zero included).
 * @throws RangeError when it is not a whole number of 0 or more.
 */
export function shownRequests(requests: number): number | null {
  refuseImpossibleCount(requests)
  return requests < thresholds.requests.from ? null : requests
}

/**
 * @param voices how many people filled in the joint self-assessment: a whole number, 0 or more.
 * @returns whether anything of their joint picture may be shown.
 * @throws RangeError when it is not a whole number of 0 or more.
 */
export function mayShowVoices(voices: number): boolean {
  refuseImpossibleCount(voices)
  return voices >= thresholds.selfAssessment.from
}

/** @throws RangeError when `count` is not a whole number of 0 or more. */
export function refuseImpossibleCount(count: number): void {
  if (!Number.isSafeInteger(count) || count < 0) throw new RangeError(`${count} is not a count`)
}
