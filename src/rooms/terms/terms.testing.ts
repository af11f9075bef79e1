import type { House } from '../../../test/house.ts'
import type { Browsing } from '../../../test/browsing.ts'

/** What partner A says a word means. */
export const meaning = (organisation: string, more: Record<string, string> = {}) => ({
  organisation,
  nl: 'Iemand die van eigen ervaring kennis maakt en daarmee anderen helpt.',
  en: '',
  source: 'Werkgroep van partners',
  link: 'https://voorbeeld.example/werkgroep',
  ...more,
})

const fine = (answer: Awaited<ReturnType<Browsing['post']>>) => {
  if (answer.status !== 303) throw new Error(`${answer.path} gave ${answer.status}: ${answer.text.slice(0, 400)}`)
  return answer
}

/**
 * Makes a contested term and a retired one, through the pages: partner A sets its meaning beside that of the plein and
 * proposes to work with it, partner B objects; a word that A adds is retired with the yes of both.
 * @returns the path of the proposal that is still open
 */
export async function contest({ as, people }: House): Promise<string> {
  const [a, b] = [await as('editorA'), await as('editorB')]
  const { a: ofA, b: ofB } = people.organisations
  const term = '/redactie/begrippen/ervaringsdeskundige'
  fine(await a.post(`${term}/uitleg`, meaning(ofA)))
  const page = (await a.get(term)).text
  const definition = /name="definition"[^>]*value="([0-9a-f-]{36})"|value="([0-9a-f-]{36})"[^>]*name="definition"/.exec(
    page,
  )
  const key = definition?.[1] ?? definition?.[2] ?? ''
  const proposal = fine(
    await a.post(`${term}/werkdefinitie`, {
      organisation: ofA,
      definition: key,
      whyThis: 'Dit zegt waar het om gaat.',
    }),
  ).location
  fine(await b.post(proposal ?? '', { organisation: ofB, answer: 'object', objection: 'Hier ontbreken de naasten.' }))

  fine(await a.post('/redactie/begrippen', { ...meaning(ofA), labelNl: 'kenniswerker', labelEn: 'knowledge hand' }))
  const gone = fine(
    await a.post('/redactie/begrippen/kenniswerker/afscheid', {
      organisation: ofA,
      successor: 'ervaringsdeskundige',
      whyGone: 'Niemand gebruikt dit woord.',
    }),
  ).location
  fine(await b.post(gone ?? '', { organisation: ofB, answer: 'agree', objection: '' }))
  return proposal ?? ''
}
