/** The pages of the register. */
export const bottleneckPaths = {
  list: '/knelpunten',
  keep: '/knelpunten/bijhouden',
  merge: '/knelpunten/samen',
} as const
