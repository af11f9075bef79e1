/** The public pages of this room, in Dutch words, once. */
export const knowledgePaths = {
  search: '/zoeken',
  suggestions: '/zoeken/suggesties',
  ranking: '/zoeken/volgorde',
  figures: '/cijfers',
  item: (slug: string) => `/kennis/${slug}`,
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
