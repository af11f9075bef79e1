/** The public pages of this room, in Dutch words, once. */
export const knowledgePaths = {
  search: '/zoeken',
  suggestions: '/zoeken/suggesties',
  ranking: '/zoeken/volgorde',
  figures: '/cijfers',
  item: (slug: string) => `/kennis/${slug}`,
  /** Followed by an address of a site that moved in here: `?van=https://…` */
  movedFrom: '/verhuisd',
  approach: '/wie-benader-ik',
  sendContact: '/wie-benader-ik/schrijven',
  writeContact: (id: string) => `/wie-benader-ik/schrijven?contact=${id}`,
  contactSent: '/wie-benader-ik/verstuurd',
  contactMessage: (link: string) => `/wie-benader-ik/bericht/${link}`,
  takePart: (slug: string) => `/meedoen/${slug}`,
  accept: (slug: string) => `/meedoen/${slug}/opleiding`,
  trainings: '/opleidingen',
  compareTrainings: '/opleidingen/vergelijken',
  projects: '/projecten',
  researchAgenda: '/onderzoeksagenda',
  publications: '/publicaties',
  dilemmas: '/dilemmas',
  funding: '/geldbronnen',
}
