import type { Answers } from '../../lib/questionnaire/definition.ts'
import { demoPlaces } from './open-poll.ts'

const needs = [
  'Tijd om samen te leren.',
  'Geld voor een vaste baan, en niet steeds een project.',
  'Steun van onze directie.',
  'Een plek waar ervaringsdeskundigen elkaar zien.',
]

function answersOf(at: number): Answers {
  const works = ['ja', 'ja', 'overweegt', 'ja', 'nee'][at % 5] ?? 'nee'
  return {
    werkt: { type: 'single', chosen: works },
    ...(works === 'ja' && {
      hoeveel: { type: 'number', amount: { known: 'exact', value: 1 + (at % 7) } },
      vorm: { type: 'multiple', chosen: at % 2 === 0 ? ['vrijwillig'] : ['betaald', 'vrijwillig'] },
    }),
    nut: { type: 'scale', step: 2 + (at % 4) },
    ...(at % 3 === 0 && { nodig: { type: 'text', text: needs[(at / 3) % needs.length] ?? '' } }),
  }
}

/** Six were not invited yet; of the others 27 sent their answers. Null: invited, and nothing came back. */
export const demoAnswers: ReadonlyMap<string, Answers | null> = new Map(
  demoPlaces.slice(0, 42).map(({ reference }, at) => [reference, at % 14 < 9 ? answersOf(at) : null]),
)

/** Sent by the open link: one by an organisation that sent already, and one that nobody has placed yet. */
export const demoOpenAnswers = {
  placed: { organisation: demoPlaces[0]?.name ?? '', reference: demoPlaces[0]?.reference ?? '', answers: answersOf(2) },
  waiting: { organisation: 'De Wilg, locatie Noord', answers: answersOf(3) },
}
