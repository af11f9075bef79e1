/** How far two waves can be set beside each other, as researchers declare it with a reason. */
export const levels = ['full', 'limited', 'none'] as const
export type Level = (typeof levels)[number]
