/** Where researchers bring in old polls. */
export const oldPollPaths = {
  polls: '/onderzoek/oude-peilingen',
  poll: (poll: string) => `/onderzoek/oude-peilingen/${poll}`,
  removal: (poll: string) => `/onderzoek/oude-peilingen/${poll}/verwijderen`,
}
