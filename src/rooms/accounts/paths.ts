/** The Dutch paths of this room. English pages stand at `/en` + the same path. */
export const paths = {
  signIn: '/inloggen',
  code: '/inloggen/code',
  link: (link: string) => `/inloggen/link/${link}`,
  signOut: '/uitloggen',
  signOutEverywhere: '/uitloggen/overal',
  mine: '/mijn',
  settings: '/mijn/instellingen',
  withdrawConsent: '/mijn/toestemmingen/intrekken',
  copy: '/mijn/gegevens',
  secondFactor: '/mijn/tweede-stap',
  beginSecondFactor: '/mijn/tweede-stap/begin',
  recoveryCodes: '/mijn/tweede-stap/herstelcodes',
  otherPhone: '/mijn/tweede-stap/andere-telefoon',
  people: '/beheer/mensen',
  invite: '/beheer/mensen/nieuw',
  person: (id: string) => `/beheer/mensen/${id}`,
  permissions: (id: string) => `/beheer/mensen/${id}/rechten`,
  withdrawPermission: (id: string) => `/beheer/mensen/${id}/rechten/intrekken`,
  proposal: (id: string) => `/beheer/mensen/${id}/voorstel`,
  memberships: (id: string) => `/beheer/mensen/${id}/organisaties`,
  endMembership: (id: string) => `/beheer/mensen/${id}/organisaties/einde`,
  resetSecondFactor: (id: string) => `/beheer/mensen/${id}/tweede-stap`,
  inviteAgain: (id: string) => `/beheer/mensen/${id}/uitnodiging`,
  organisations: '/beheer/organisaties',
  newOrganisation: '/beheer/organisaties/nieuw',
  organisation: (id: string) => `/beheer/organisaties/${id}`,
  operation: '/beheer/werking',
} as const

/** A path with the page to go to afterwards. */
export const withNext = (path: string, next: string): string =>
  next === paths.mine ? path : `${path}?naar=${encodeURIComponent(next)}`
