/** The pages of this room, in Dutch words, once. */
export const paths = {
  terms: '/begrippen',
  term: (slug: string) => `/begrippen/${slug}`,
  /** The lasting name of a term: it answers with the page, and never names anything else. */
  name: (slug: string) => `/id/begrip/${slug}`,
  framework: '/begrippenkader',
  turtle: '/begrippenkader.ttl',
  jsonLd: '/begrippenkader.jsonld',
  editing: '/redactie/begrippen',
  editTerm: (slug: string) => `/redactie/begrippen/${slug}`,
  definitions: (slug: string) => `/redactie/begrippen/${slug}/uitleg`,
  retireDefinition: (slug: string, definition: string) => `/redactie/begrippen/${slug}/uitleg/${definition}/terugnemen`,
  words: (slug: string) => `/redactie/begrippen/${slug}/woorden`,
  proposeWorking: (slug: string) => `/redactie/begrippen/${slug}/werkdefinitie`,
  proposeRetiring: (slug: string) => `/redactie/begrippen/${slug}/afscheid`,
  proposal: (slug: string, proposal: string) => `/redactie/begrippen/${slug}/voorstellen/${proposal}`,
  withdraw: (slug: string, proposal: string) => `/redactie/begrippen/${slug}/voorstellen/${proposal}/intrekken`,
}
