/** The pages of this room, in Dutch words, once. */
export const paths = {
  terms: '/begrippen',
  term: (slug: string) => `/begrippen/${slug}`,
}
