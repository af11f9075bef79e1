import { paths } from '../paths.ts'

const at = (part: string) => (series: string, wave: string) => `${paths.wave(series, wave)}/${part}`

/** The pages of researchers about who is asked and what came in: branches of the page of a wave. */
export const invitationPaths = {
  wave: at('uitnodigen'),
  invite: at('uitnodigingen'),
  settings: at('afspraken'),
  openAnswers: at('open-antwoorden'),
  match: (series: string, wave: string, answer: string) => at(`open-antwoorden/${answer}`)(series, wave),
  doubles: at('dubbele-antwoorden'),
  decide: (series: string, wave: string, number: string) => at(`dubbele-antwoorden/${number}`)(series, wave),
}
