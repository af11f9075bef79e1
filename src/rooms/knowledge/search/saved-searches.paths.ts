/** The pages with which somebody follows a search by mail, in Dutch words, once. */
export const savedSearchPaths = {
  follow: '/zoeken/volgen',
  /** `line` is what stands behind the question mark of a search. */
  followThis: (line: string) => `/zoeken/volgen?${line}`,
  confirm: (link: string) => `/zoeken/volgen/bevestigen/${link}`,
  stop: (link: string): `${string}/${string}` => `/zoeken/volgen/stoppen/${link}`,
  mine: '/mijn/zoekvragen',
}
