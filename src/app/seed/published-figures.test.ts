import { describe, expect, it } from 'vitest'
import { inHouse, type House } from '../../../test/house.ts'
import { questionsOf } from '../../lib/questionnaire/routing.ts'
import { percent } from '../../lib/percent.ts'
import { templates } from '../../rooms/questionnaires/templates.ts'
import type { Released } from '../../rooms/surveys/public.ts'
import { demoWaves } from '../demo/poll.ts'
import { letOutDemoPolls } from './polls.testing.ts'

// Every figure that was published about this field, by the number of its line in our list of them: "1" to "29" from the five
// documents, "a" and on from elsewhere. Each is reckoned here from what the plein holds, or listed below with why it is not.

type Year = 2018 | 2020
type Seen = {
  readonly documents: Readonly<Record<Year, Released>>
  readonly texts: Readonly<Record<Year, string>>
  readonly house: House
}
type Figure = readonly [line: string, what: string, published: string, reckon: (seen: Seen) => string | Promise<string>]

const plain = (html: string) => html.replaceAll(/<[^>]*>/g, ' ').replaceAll(/\s+/g, ' ')
const optionOf = ({ documents }: Seen, year: Year, question: string, option: string) => {
  const found = documents[year].findings.questions.find(({ key }) => key === question)
  const shown = found?.options.find(({ key }) => key === option)?.level
  if (shown === undefined || shown.status === 'hidden') throw new Error(`${year} ${question}/${option} is not shown`)
  return shown
}
/** As the released findings have it. */
const share = (year: Year, question: string, option: string) => (seen: Seen) =>
  percent(optionOf(seen, year, question, option).share ?? NaN)
/** From the answers themselves, for what too few organisations said to be let out. */
const raw = (year: Year, question: string, option: string) => () => {
  const { answers = [] } = demoWaves.find((wave) => wave.year === year) ?? {}
  const given = answers.flatMap((each) => {
    const answer = each[question]
    return answer?.type === 'multiple' ? [answer.chosen] : answer?.type === 'single' ? [[answer.chosen]] : []
  })
  return percent(given.filter((chosen) => chosen.includes(option)).length / given.length)
}
const templateQuestion = (slug: string, key: string) => {
  const template = templates.get(slug)
  const found = template && questionsOf(template).find((each) => each.key === key)
  if (found === undefined) throw new Error(`no question ${key}`)
  return found
}
const optionCount = (slug: string, key: string, of: readonly string[]) => () => {
  const question = templateQuestion(slug, key)
  const keys = 'options' in question ? question.options.map((each) => each.key) : []
  return String(of.filter((each) => keys.includes(each)).length)
}
/** What an old poll says of two answers that stand in print. */
const claim =
  (first: string, second: string, wanted: RegExp) =>
  async ({ house }: Seen) => {
    const lotte = await house.as('researcher')
    const bring = async (print: string, year: string) => {
      const [organisations = '', answer = ''] = print.split('|')
      const sent = { title: 'Uit een artikel', year, source: 'Een artikel', least: organisations, most: organisations, population: '', answers: answer } // prettier-ignore
      const made = await lotte.post('/onderzoek/oude-peilingen', sent)
      return (made.headers.get('location') ?? '').replace(/^https?:\/\/[^/]+/, '')
    }
    const [before, after] = [await bring(first, '2018'), await bring(second, '2020')]
    const page = await lotte.get(`${before}?eerst=0&later=${after.split('/').at(-1)}.0&groep=limited`)
    return wanted.exec(plain(page.text))?.[1] ?? plain(page.text)
  }
const rise = /groter dan de vorige keer, of gaat omhoog Dit kan niet worden gezegd: ([^.]*\.)/
const hardly = /nauwelijks veranderd Dit kan niet worden gezegd: ([^.]*\.)/

const figures: readonly Figure[] = [
  ['1', 'took part in 2020', '69', ({ documents }) => String(documents[2020].findings.response.respondents)],
  ['2', 'works with experts, 2020', '65%', share(2020, 'works', 'yes')],
  ['3', 'works with experts, 2018', '55%', share(2018, 'works', 'yes')],
  ['4', 'considers it, of those who do not yet, 2020', '50%', share(2020, 'considers', 'yes')],
  ['5', 'a larger part considers it than before', 'het verschil kan toeval zijn.', claim('42|Denkt erover: 29', '24|Denkt erover: 50', rise)], // prettier-ignore
  ['6', 'mainly voluntary work', '79%', share(2020, 'volunteers', 'yes')],
  ['7', 'in a social team', '17%', share(2020, 'tasks', 'team')],
  ['8', 'individual help', '55%', share(2020, 'tasks', 'support')],
  ['9', 'guiding together', '40%', share(2020, 'tasks', 'together')],
  ['10', 'policy and development', '21%', share(2020, 'policy', 'yes')],
  ['11', 'paid jobs hardly rose', 'er zijn geen getallen over.', claim('51|Betaald: 29', '42|Betaald: ?\nVrijwilliger: 79', hardly)], // prettier-ignore
  ['12', 'clearly rising on mental health, poverty and debts', 'er zijn geen getallen over.', claim('51|Ggz: 20\nSchulden: 29', '42|Ggz: ?\nSchulden: ?\nVrijwilliger: 79', rise)], // prettier-ignore
  ['13', 'fields of work, each one to choose', '8', optionCount('sociaal-werk', 'P4', ['poverty-debt', 'mental-health', 'homelessness', 'domestic-violence', 'addiction', 'social-exclusion', 'activation', 'status-holders'])], // prettier-ignore
  ['14', 'how many fields', '8', optionCount('sociaal-werk', 'P4', ['poverty-debt', 'mental-health', 'homelessness', 'domestic-violence', 'addiction', 'social-exclusion', 'activation', 'status-holders'])], // prettier-ignore
  [
    '15',
    'exact numbers were not known: unknown is an answer',
    'number',
    () => {
      const question = templateQuestion('opvang', 'V3')
      return question.type === 'matrix' ? question.each.type : question.type
    },
  ],
  [
    '16',
    'one person carries it, and is no expert: both are asked',
    'carriers experts',
    () => {
      const question = templateQuestion('opvang', 'V7')
      return question.type === 'matrix' ? question.rows.map(({ key }) => key).join(' ') : ''
    },
  ],
  ['17', 'the year of the working group', '2021', async ({ house }) => /werkgroep van opvangorganisaties, (\d{4})/.exec(plain((await house.visitor().get('/knelpunten')).text))?.[1] ?? ''], // prettier-ignore
  ['18', 'the year of the member survey', '2023', async ({ house }) => /Ledenonderzoek van Valente, (\d{4})/.exec(plain((await house.visitor().get('/knelpunten')).text))?.[1] ?? ''], // prettier-ignore
  ['28', 'routes by which people come in', '3', optionCount('opvang', 'V5', ['open', 'former-clients', 'colleagues'])],
  [
    '29',
    'bottlenecks that the working group named',
    '3',
    async ({ house }) => {
      const names = (
        await house.peek((tx) =>
          tx.selectFrom('surveys_bottlenecks').select('slug').where('source', 'like', '%werkgroep%').execute(),
        )
      ).length
      return String(names)
    },
  ],
  [
    'sum',
    'lines 7 to 9 add to more than a hundred, and the page says why',
    '112%',
    (seen) => {
      if (!seen.texts[2020].includes('De percentages tellen niet op tot 100.')) throw new Error('not said')
      const tasks = ['team', 'support', 'together'].map((key) => Number.parseInt(share(2020, 'tasks', key)(seen), 10))
      return `${tasks.reduce((sum, each) => sum + each, 0)}%`
    },
  ],
  ['a', 'more than ninety took part in 2018', 'more', ({ documents }) => (documents[2018].findings.response.respondents > 90 ? 'more' : 'not')], // prettier-ignore
  ['b', 'considers it, of everybody, 2018', '13%', (seen) => percent(optionOf(seen, 2018, 'considers', 'yes').count / seen.documents[2018].findings.response.respondents)], // prettier-ignore
  ['c', 'volunteers, 2018', '78%', share(2018, 'forms', 'volunteer')],
  ['d', 'paid in a job of its own', '29%', share(2018, 'forms', 'paid')],
  ['e', 'paid, combined', '24%', share(2018, 'forms', 'combination')],
  ['f', 'otherwise', '18%', share(2018, 'forms', 'otherwise')],
  ['g', 'about a third broadly', '33%', share(2018, 'fields', 'broad')],
  ['h1', 'poverty and debts', '29%', share(2018, 'fields', 'debts')],
  ['h2', 'psychiatric problems', '20%', share(2018, 'fields', 'mental')],
  ['h3', 'social exclusion', '14%', share(2018, 'fields', 'exclusion')],
  ['h4', 'addiction: three organisations, so on no page', '6%', raw(2018, 'fields', 'addiction')],
  ['h5', 'housing: one organisation, so on no page', '2%', raw(2018, 'fields', 'housing')],
]

/** Lines that are no outcome of a poll here, and what they are. */
const notFigures: Readonly<Record<string, string>> = {
  19: 'the day of an article',
  20: 'a number of principles of which the text is not known',
  21: 'a number of lines of work of the workplaces',
  22: 'questions in an interview, years since a booklet',
  23: 'the day of a congress',
  24: 'the season of a congress',
  25: 'topics of learning circles, a room that is not built',
  26: 'fields of a series of articles',
  27: 'topics of a prize',
  i: 'teams in 2015, asked of municipalities: no number of teams was published',
  j: 'four of twenty organisations: under the limit nothing is shown of so few',
  k: 'interviews with thirty people, who are no organisations',
  l: 'about one third of the members: no exact number was published',
  m: 'people and full-time jobs in 2022: no number of organisations was published',
  n: 'people in 2008: no number of organisations was published',
  o: 'requests of another desk',
  p: 'members of a panel elsewhere',
  q: 'entries and amounts of a prize',
}

describe('every published figure', () => {
  it(
    'comes out of what the plein holds, or is listed with why it cannot',
    inHouse(async (house) => {
      await letOutDemoPolls(house)
      const read = async (year: Year) =>
        JSON.parse((await house.visitor().get(`/api/v1/polls/peiling-sociaal-werk/${year}`)).text).document as Released
      const text = async (year: Year) =>
        plain((await house.visitor().get(`/peilingen/peiling-sociaal-werk/${year}`)).text)
      const seen: Seen = {
        documents: { 2018: await read(2018), 2020: await read(2020) },
        texts: { 2018: await text(2018), 2020: await text(2020) },
        house,
      }
      const reckoned = []
      for (const [line, what, , reckon] of figures) reckoned.push([line, what, await reckon(seen)])
      expect(reckoned).toEqual(figures.map(([line, what, published]) => [line, what, published]))
      // What is let out stands on the page too, as a percentage of its own question.
      for (const [line, , published] of figures)
        if (/^\d+$/.test(line) && published.endsWith('%'))
          expect(seen.texts[line === '3' ? 2018 : 2020]).toContain(published)
    }),
    60_000,
  )

  it('no line is forgotten', () => {
    const lines = new Set([...figures.map(([line]) => line.replace(/^h\d$/, 'h')), ...Object.keys(notFigures)])
    const all = [...Array.from({ length: 29 }, (_, at) => String(at + 1)), ...'abcdefghijklmnopq']
    expect(all.filter((line) => !lines.has(line))).toEqual([])
  })
})
