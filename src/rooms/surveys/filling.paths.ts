/** The pages behind the links of a wave. */
export const fillingPaths = {
  start: (link: string) => `/invullen/${link}`,
  questions: (link: string) => `/invullen/${link}/alle-vragen`,
  section: (link: string, section: string) => `/invullen/${link}/deel/${section}`,
  keep: (link: string, section: string) => `/invullen/${link}/deel/${section}/tussendoor`,
  summary: (link: string) => `/invullen/${link}/overzicht`,
  send: (link: string) => `/invullen/${link}/verzending`,
  thanks: (link: string) => `/invullen/${link}/bedankt`,
  copy: (link: string) => `/invullen/${link}/kopie`,
  handOver: (link: string) => `/invullen/${link}/collegas`,
  takeBack: (link: string, part: string) => `/invullen/${link}/collegas/${part}/einde`,
  part: (link: string) => `/meehelpen/${link}`,
  partKeep: (link: string) => `/meehelpen/${link}/tussendoor`,
  partDone: (link: string) => `/meehelpen/${link}/klaar`,
  ownAnswers: (link: string) => `/eigen-antwoorden/${link}`,
  decline: (link: string) => `/niet-voor-ons/${link}`,
  open: (series: string, wave: string) => `/meedoen/${series}/${wave}`,
}
