/** The pages of this room, in Dutch words, once. `link` is a signed link. */
export const paths = {
  ask: '/vraag',
  send: '/vraag/versturen',
  found: '/vraag/gevonden',
  foundThanks: (item: string) => `/vraag/gevonden?kennis=${encodeURIComponent(item)}`,
  thanksPage: '/vraag/bedankt',
  thanks: (number: string) => `/vraag/bedankt?nummer=${encodeURIComponent(number)}`,
  /** For who lost the link to a question. */
  lostLink: '/vraag/nieuwe-link',
  confirm: (link: string) => `/vraag/bevestigen/${link}`,
  status: (link: string) => `/vraag/status/${link}`,
  reply: (link: string) => `/vraag/status/${link}/bericht`,
  withdraw: (link: string) => `/vraag/status/${link}/intrekking`,
  feedback: (link: string) => `/vraag/status/${link}/terugkoppeling`,

  /** The desk's pages and those of the team. */
  desk: '/bureau',
  deskRequest: (id: string) => `/bureau/${id}`,
  teamRequest: (id: string) => `/mijn/vragen/${id}`,
  invitation: (link: string) => `/uitnodiging/${link}`,
} as const
