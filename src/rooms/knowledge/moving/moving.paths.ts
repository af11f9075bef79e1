/** The pages on which a partner moves its own site in, in Dutch words. */
export const movingPaths = {
  list: '/redactie/verhuizen',
  start: '/redactie/verhuizen/nieuw',
  one: (source: string) => `/redactie/verhuizen/${source}`,
  sections: (source: string) => `/redactie/verhuizen/${source}/groepen`,
  publish: (source: string) => `/redactie/verhuizen/${source}/publiceren`,
  again: (source: string) => `/redactie/verhuizen/${source}/opnieuw`,
} as const
