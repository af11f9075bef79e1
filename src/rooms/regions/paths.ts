/** The pages of this room, in Dutch words, once. */
export const paths = {
  municipality: (code: string) => `/gemeenten/${code.toLowerCase()}`,
  /** Suggestions for the place field while a person types (`?q=`); the field works without it. */
  suggestions: '/plaatsen.json',
}
