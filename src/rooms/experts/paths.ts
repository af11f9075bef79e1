/** The pages of this room, in Dutch words, once. */
export const paths = {
  own: '/mijn/profiel',
  pause: '/mijn/profiel/pauze',
  visibility: '/mijn/profiel/zichtbaarheid',
  list: '/bureau/ervaringsdeskundigen',
  profile: (person: string) => `/bureau/ervaringsdeskundigen/${person}`,
}
