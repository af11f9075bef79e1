/** The pages about what we do not know yet, in Dutch words, once. */
export const gapPaths = {
  list: '/wat-we-nog-niet-weten',
  gap: (slug: string) => `/wat-we-nog-niet-weten/${slug}`,
  keep: '/redactie/nog-niet',
  write: '/redactie/nog-niet/nieuw',
  aside: '/redactie/nog-niet/opzij',
  kept: (id: string) => `/redactie/nog-niet/${id}`,
  adopt: (id: string) => `/redactie/nog-niet/${id}/oppakken`,
  giveBack: (id: string) => `/redactie/nog-niet/${id}/teruggeven`,
  close: (id: string) => `/redactie/nog-niet/${id}/sluiten`,
}
