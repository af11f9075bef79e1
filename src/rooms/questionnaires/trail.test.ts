import { expect, it } from 'vitest'
import { aQuestionnaire } from '../../../test/contract/asked-questions.ts'
import { inHouse } from '../../../test/house.ts'

it(
  'every page of a questionnaire says where it stands in the tree of research',
  inHouse(async (house) => {
    const list = '/onderzoek/vragenlijsten'
    const one = `${list}/${await aQuestionnaire(house, 'a')}`
    const lotte = await house.as('researcher')
    for (const [page, above] of [
      [list, ['/onderzoek']],
      [`${list}/nieuw`, ['/onderzoek', list]],
      [`${list}/inlezen`, ['/onderzoek', list]],
      [one, ['/onderzoek', list]],
      ...[
        'gegevens',
        'klopt-het',
        'voorbeeld',
        'deel/deel-1',
        'vraag/vraag-2',
        'vraag/vraag-3/wanneer',
        'vraag/vraag-1/weg',
      ].map((part) => [`${one}/${part}`, ['/onderzoek', list, one]] as const),
    ] as const) {
      const { text } = await lotte.get(page)
      const trail = /<nav class="plein-trail".*?<\/nav>/s.exec(text)?.[0] ?? ''
      expect([page, [...trail.matchAll(/href="([^"]+)"/g)].map((match) => match[1])]).toEqual([page, above])
    }
  }),
)
