/** The public pages of this room, in Dutch words, once. */
export const knowledgePaths = {
  search: '/zoeken',
  suggestions: '/zoeken/suggesties',
  ranking: '/zoeken/volgorde',
  item: (slug: string) => `/kennis/${slug}`,
}
