/** How long a name and an address may be kept, in months after the last day of the wave. */
export const keepMonths = [6, 12, 24] as const

/** The consent that is asked now; its words, and those of earlier ones, stand in `interviewees.text.ts`. */
export const consentVersion = 1
