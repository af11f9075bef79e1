/** The pages of the newsletter, in Dutch words, once. */
export const newsletterPaths = {
  subscribe: '/nieuwsbrief',
  confirm: (link: string) => `/nieuwsbrief/bevestigen/${link}`,
  choices: (link: string) => `/nieuwsbrief/keuzes/${link}`,
  stop: (link: string): `${string}/${string}` => `/nieuwsbrief/afmelden/${link}`,
}
