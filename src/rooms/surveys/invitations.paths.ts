/** The pages of researchers about who is asked and what came in. */
export const invitationPaths = {
  wave: (wave: string) => `/onderzoek/golven/${wave}/uitnodigen`,
  invite: (wave: string) => `/onderzoek/golven/${wave}/uitnodigingen`,
  settings: (wave: string) => `/onderzoek/golven/${wave}/afspraken`,
  openAnswers: (wave: string) => `/onderzoek/golven/${wave}/open-antwoorden`,
  match: (wave: string, answer: string) => `/onderzoek/golven/${wave}/open-antwoorden/${answer}`,
  doubles: (wave: string) => `/onderzoek/golven/${wave}/dubbele-antwoorden`,
  decide: (wave: string, number: string) => `/onderzoek/golven/${wave}/dubbele-antwoorden/${number}`,
}
