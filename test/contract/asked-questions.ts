import { makeQuestionnaire } from '../../src/rooms/questionnaires/public.ts'
import type { House } from '../house.ts'

/** A questionnaire of a partner, with one question. @returns its id */
export const aQuestionnaire = (house: House, letter: 'a' | 'b'): Promise<string> =>
  house.operate((tx) =>
    makeQuestionnaire(
      tx,
      {
        organisation: house.people.organisations[letter],
        by: null,
        definition: {
          format: 1,
          title: { nl: `Vragen van ${letter}` },
          intro: { nl: 'Wij willen weten hoe het gaat.' },
          terms: [],
          sections: [
            {
              key: 'deel-1',
              title: { nl: 'Begin' },
              questions: [
                { key: 'vraag-1', type: 'text', text: { nl: 'Hoe gaat het?' }, about: 'opinion', longest: 500 },
              ],
            },
          ],
        },
      },
      house.platform.now(),
    ),
  )
