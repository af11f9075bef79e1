/** The public pages of polls, in Dutch words, once. */
export const resultPaths = {
  polls: '/peilingen',
  series: (series: string) => `/peilingen/${series}`,
  wave: (series: string, wave: string) => `/peilingen/${series}/${wave}`,
  figure: (series: string, wave: string, question: string) =>
    `/peilingen/${series}/${wave}/cijfers/${encodeURIComponent(question)}`,
  plan: (series: string, wave: string) => `/peilingen/${series}/${wave}/plan`,
  report: (series: string, wave: string) => `/peilingen/${series}/${wave}/rapport`,
  // With the number of the release: bytes under an address stay what they are.
  file: (series: string, wave: string, number: string, name: string) =>
    `/peilingen/${series}/${wave}/bestanden/${number}/${name}`,
  proposals: '/onderzoek/uitgaven',
  proposal: (release: string) => `/onderzoek/uitgaven/${release}`,
  proposedFigure: (release: string, question: string) =>
    `/onderzoek/uitgaven/${release}/cijfers/${encodeURIComponent(question)}`,
  proposedFile: (release: string, name: string) => `/onderzoek/uitgaven/${release}/bestanden/${name}`,
  decision: (release: string) => `/onderzoek/uitgaven/${release}/besluit`,
  withdrawal: (release: string) => `/onderzoek/uitgaven/${release}/terughalen`,
  api: (series: string, wave: string) => `/api/v1/polls/${series}/${wave}`,
}
