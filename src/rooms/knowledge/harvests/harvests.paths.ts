/** The pages on which a partner brings in what it has elsewhere, in Dutch words. */
export const harvestPaths = {
  sources: '/redactie/bronnen',
  newSource: '/redactie/bronnen/nieuw',
  source: (id: string) => `/redactie/bronnen/${id}`,
  settings: (id: string) => `/redactie/bronnen/${id}/gegevens`,
  end: (id: string) => `/redactie/bronnen/${id}/stoppen`,
  run: (id: string) => `/redactie/inlezen/${id}`,
  progress: (id: string) => `/redactie/inlezen/${id}/stand`,
  take: (id: string) => `/redactie/inlezen/${id}/overnemen`,
  aside: (id: string) => `/redactie/inlezen/${id}/opzij`,
  publish: (id: string) => `/redactie/inlezen/${id}/publiceren`,
  release: (item: string) => `/redactie/${item}/volgen`,
} as const
