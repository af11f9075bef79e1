import { paths } from './paths.ts'

/** Where a coordinator writes to: an audience of the conversation, or the requester with waiting. */
export const writings = ['vrager', 'vragen', 'duo', 'bureau'] as const
export type Writing = (typeof writings)[number]

/** The pages of the desk and of the duo, in Dutch words, once. */
export const deskPaths = {
  list: paths.desk,
  request: paths.deskRequest,
  step: (id: string) => `/bureau/${id}/stap`,
  holder: (id: string) => `/bureau/${id}/houder`,
  write: (id: string, to: Writing | ':to') => `/bureau/${id}/schrijven/${to}`,
  divide: (id: string) => `/bureau/${id}/verdelen`,
  refer: (id: string) => `/bureau/${id}/doorverwijzen`,
  merge: (id: string) => `/bureau/${id}/samenvoegen`,
  close: (id: string) => `/bureau/${id}/afronden`,
  team: (id: string) => `/bureau/${id}/team`,
  invite: (id: string, person: string) => `/bureau/${id}/team/${person}`,
  takeBackInvitation: (id: string) => `/bureau/${id}/uitnodiging-intrekken`,
  harvest: (id: string) => `/bureau/${id}/kennis`,
} as const

export const duoPaths = {
  list: '/mijn/vragen',
  request: paths.teamRequest,
  write: (id: string, to: 'iedereen' | 'duo' | ':to') => `/mijn/vragen/${id}/schrijven/${to}`,
  draft: (id: string) => `/mijn/vragen/${id}/concept`,
  versions: (id: string) => `/mijn/vragen/${id}/versies`,
  preview: (id: string) => `/mijn/vragen/${id}/antwoord`,
  session: (id: string) => `/mijn/vragen/${id}/bijeenkomst`,
  leave: (id: string) => `/mijn/vragen/${id}/stoppen`,
  lookBack: (id: string) => `/mijn/vragen/${id}/terugblik`,
  invitations: '/mijn/uitnodigingen',
  acceptMine: (member: string) => `/mijn/uitnodigingen/${member}/ja`,
  declineMine: (member: string) => `/mijn/uitnodigingen/${member}/nee`,
  invitation: paths.invitation,
  accept: (link: string) => `/uitnodiging/${link}/ja`,
  decline: (link: string) => `/uitnodiging/${link}/nee`,
  accepted: '/uitnodigingen/ja',
  declined: '/uitnodigingen/nee',
} as const
