/** The pages for editors and for those who are asked, in Dutch words, once. Public pages: square.paths.ts. */
export const paths = {
  list: '/redactie',
  start: '/redactie/nieuw',
  item: (id: string) => `/redactie/${id}`,
  redaction: (id: string) => `/redactie/${id}/nalopen`,
  proceed: (id: string) => `/redactie/${id}/verder`,
  publish: (id: string) => `/redactie/${id}/publiceren`,
  withdraw: (id: string) => `/redactie/${id}/terughalen`,
  stillRight: (id: string) => `/redactie/${id}/nagekeken`,
  links: (id: string) => `/redactie/${id}/verbanden`,
  unlink: (id: string) => `/redactie/${id}/verbanden/weg`,
  join: (id: string) => `/redactie/${id}/meedoen`,
  consent: (link: string) => `/toestemming/${link}`,
  takeBack: (link: string) => `/toestemming/${link}/terugnemen`,
  mine: '/mijn/kennis',
  mineOne: (yes: string) => `/mijn/kennis/${yes}`,
  mineTakeBack: (yes: string) => `/mijn/kennis/${yes}/terugnemen`,
}
