import { describe, expect, it } from 'vitest'
import { inHouse, type House } from '../../../../test/house.ts'
import type { Answers, Definition, Question } from '../../../lib/questionnaire/definition.ts'
import { smallDefinition } from '../../questionnaires/sheets.testing.ts'
import { findAnalysis } from '../analyses/analyses.sql.ts'
import { cleanedWave } from '../analyses/analyses.testing.ts'
import { hashOf } from '../analyses/analysis.ts'
import type { Findings } from '../findings/findings.ts'
import { findingsOf } from '../findings/findings.rules.ts'
import { chose, inputOf, respondent, usualPlan, waveOf, yesNo } from '../findings/made-polls.ts'
import { said } from '../results/results.said.ts'
import { levelSentences } from '../findings/sentences.ts'

const codes = [
  { key: 'money', label: { nl: 'Geld' } },
  { key: 'power', label: { nl: 'Wie beslist' } },
  { key: 'rare', label: { nl: 'Bijna nooit' } },
]
const words: Question = {
  key: 'words',
  type: 'text',
  about: 'opinion',
  text: { nl: 'Wat is lastig?' },
  longest: 500,
  codes,
}
// Of 60 organisations 42 wrote something: 20 about money, 12 about power, 2 something rare, one of them also about money.
const given = (at: number): string[] => [
  ...(at < 20 ? ['money'] : []),
  ...(at >= 15 && at < 27 ? ['power'] : []),
  ...(at === 30 || at === 0 ? ['rare'] : []),
]
const wrote = (at: number): Answers => ({
  works: chose(at % 2 === 0 ? 'yes' : 'no'),
  ...(at < 42 ? { words: { type: 'text', text: 'Iets' } } : {}),
})
const plain = Array.from({ length: 60 }, (_, at) =>
  respondent(at, wrote(at), { type: at % 2 === 0 ? 'welfare' : 'advice' }),
)
const coded = plain.map((each, at) => (at < 42 ? { ...each, codes: { words: given(at) } } : each))
const plan = { ...usualPlan, tablesBy: ['type'] as const }
const wave = (alpha: number | null = 0.83) =>
  waveOf('2026', [yesNo('works'), words], coded, { plan, codings: { words: { coders: 2, alpha } } })
const found = (of = wave()) => findingsOf(inputOf(of), { inputHash: 'hash' })
const wordsIn = ({ questions }: Findings, named = 'words') => {
  const question = questions.find(({ key }) => key === named)
  if (question === undefined) throw new Error('no question in own words')
  return question
}

describe('answers in own words as figures', () => {
  it('count per code over the organisations that wrote something, with the rare ones hidden', async () => {
    const question = wordsIn(await found())
    expect(question).toMatchObject({
      kind: 'several',
      several: true,
      coding: { coders: 2, alpha: 0.83 },
      base: { count: 42, words: { nl: 'de organisaties die hier in eigen woorden antwoordden' } },
      counted: { respondents: 60, answered: 42, notAnswered: 18 },
    })
    const counts = question.options.map(({ level }) => (level.status === 'hidden' ? null : level.count))
    expect(counts).toEqual([20, 12, null])
    expect(question.tables.map(({ by }) => by)).toEqual(['type'])
  })

  it('are said as what was named, by how many people they were coded, and how far those agreed', async () => {
    const findings = await found()
    const question = wordsIn(findings)
    const [money] = question.options
    if (money === undefined) throw new Error('no code')
    const level = levelSentences(findings, money, 'nl').map(({ text }) => text)
    expect(level).toContain('Van de 42 organisaties die hier in eigen woorden antwoordden, noemden er 20 “Geld”.')
    const whole = said(question, findings, 'nl').join(' ')
    expect(whole).toContain('2 mensen lazen elk antwoord, los van elkaar')
    expect(whole).toContain('Zij kwamen goed overeen (alfa 0,83).')
    expect(whole).not.toContain('konden meer antwoorden kiezen')
  })

  it.each([
    [0.7, 'Zij kwamen redelijk overeen (alfa 0,70). Lees deze cijfers voorzichtig.'],
    [0.31, 'Zij kwamen eerst weinig overeen (alfa 0,31)'],
    [null, 'Hoe goed zij overeenkwamen, is niet te zeggen.'],
  ])('say what an alpha of %s means', async (alpha, sentence) => {
    const findings = await found(wave(alpha))
    expect(said(wordsIn(findings), findings, 'nl').join(' ')).toContain(sentence)
  })

  it('are texts and no more while they are not settled, and change what an analysis is known by', async () => {
    const without = waveOf('2026', [yesNo('works'), words], plain, { plan })
    expect(wordsIn(await found(without))).toMatchObject({ kind: 'text', options: [], base: { count: 42 } })
    expect(hashOf(inputOf(without))).not.toBe(hashOf(inputOf(wave())))
    expect(hashOf(inputOf(wave(0.5)))).not.toBe(hashOf(inputOf(wave())))
  })

  it('are never compared with an earlier wave: other people gave those codes', async () => {
    const before = { ...wave(), id: '2024', label: '2024' }
    const { codings: _, ...uncoded } = before
    const later = {
      ...wave(),
      comparability: [{ wave: '2024', level: 'full' as const, reason: { nl: '' }, bridges: {} }],
    }
    const findings = await findingsOf(inputOf(later, uncoded), { inputHash: 'hash' })
    expect(wordsIn(findings).options.flatMap(({ changes }) => changes)).toEqual([])
    expect(findings.questions[0]?.options.flatMap(({ changes }) => changes).length).toBeGreaterThan(0)
  })
})

const definition: Definition = {
  ...smallDefinition,
  sections: smallDefinition.sections.map((section) => ({
    ...section,
    questions: section.questions.map((question) =>
      question.key === 'waarom' && question.type === 'text' ? { ...question, codes } : question,
    ),
  })),
}
const texts = (at: number) =>
  at >= 16 ? null : at < 8 ? `Er is geen geld ${at}` : at < 14 ? `Zij beslissen ${at}` : `Anders ${at}`
const codesFor = (text: string) =>
  text.includes('geld') ? ['money'] : text.includes('beslissen') ? ['power'] : ['rare']

/** Somebody takes a seat and codes everything that is left. */
async function codesAll(house: House, who: 'researcher' | 'secondResearcher', page: string, rule = codesFor) {
  const coder = await house.as(who)
  await coder.post(`${page}/plaats`, {})
  for (let { text } = await coder.get(page); text.includes('Bewaar en ga verder'); { text } = await coder.get(page)) {
    const answer = /name="answer" value="([^"]+)"/.exec(text)?.[1] ?? ''
    const sent = await coder.post(page, { answer, codes: rule(/<blockquote[^>]*>([^<]*)</.exec(text)?.[1] ?? '') })
    if (sent.status !== 303) throw new Error(`not coded: ${sent.status}`)
  }
}
const place = (location: string | null) => (location ?? '').replace(/^https?:\/\/[^/]+/, '')

describe('a wave with answers in own words', () => {
  it(
    'says on its page how far coding is, and takes the codes into its findings, files and pages once they are settled',
    inHouse(async (house) => {
      const { wave: id, series, slug } = await cleanedWave(house, { works: 40, definition, wrote: texts })
      const wavePage = `/onderzoek/peilingen/${series.slug}/${slug}`
      const page = `${wavePage}/coderen/waarom`
      const lotte = await house.as('researcher')
      const standing = async () => (await lotte.get(wavePage)).text
      const result = async () => (await house.peek((tx) => findAnalysis(tx, id)))?.result ?? null
      expect(await standing()).toContain('nog geen antwoorden om te coderen')
      await house.runDaily('surveys.prepare-coding')
      expect(await standing()).toContain('wacht op twee mensen')
      expect(await standing()).toContain(`href="${wavePage}/coderen"`)
      expect((await lotte.get(`${wavePage}/coderen`)).text).toContain(`href="${wavePage}"`)
      await codesAll(house, 'researcher', page)
      await codesAll(house, 'secondResearcher', page, (text) => (text.includes('geld 0') ? ['power'] : codesFor(text)))
      expect(await standing()).toContain('allebei klaar, er zijn nog verschillen')
      await house.runJobs()
      expect(await result()).toBeNull()

      const left = (await lotte.get(page)).text
      const settled = { answer: /name="answer" value="([^"]+)"/.exec(left)?.[1] ?? '', codes: ['money'] }
      expect((await lotte.post(`${page}/samen`, settled)).status).toBe(303)
      expect(await standing()).toContain('klaar, telt mee in de uitkomsten')
      house.setClock(new Date(house.platform.now().getTime() + 60_000).toISOString())
      await house.runJobs()
      const findings = await result()
      const question = findings?.questions.find(({ key }) => key === 'waarom')
      expect(question).toMatchObject({ coding: { coders: 2 }, base: { count: 16 } })
      expect(question?.coding?.alpha).toBeGreaterThan(0.8)
      const counts = question?.options.map(({ level }) => (level.status === 'hidden' ? null : level.count))
      expect(counts).toEqual([8, 6, null])

      const proposal = place(
        (await lotte.post('/onderzoek/uitgaven', { wave: id, reason: 'Met codes' })).headers.get('location'),
      )
      await house.runJobs()
      const tobias = await house.as('secondResearcher')
      expect((await tobias.post(`${proposal}/besluit`, { decision: 'release', reason: '' })).status).toBe(303)
      const out = `/peilingen/${series.slug}/${slug}`
      const visitor = house.visitor()
      for (const path of [out, `${out}/rapport`, `${out}/cijfers/waarom`]) {
        const { text } = await visitor.get(path)
        expect(text).toContain('noemden er 8 “Geld”')
        expect(text).toContain('Zij kwamen goed overeen')
        expect(text).not.toMatch(/Er is geen geld \d|Zij beslissen \d/)
      }
      const api = JSON.parse((await visitor.get(`/api/v1/polls/${series.slug}/${slug}`)).text)
      expect(wordsIn(api.document.findings, 'waarom').coding).toEqual(question?.coding)
      const file = async (name: string) => (await visitor.get(`${out}/bestanden/1/${name}`)).text
      expect(await file('tables.csv')).toMatch(/waarom.*money.*8/)
      expect(await file('conclusions.json')).toContain('2 mensen lazen elk antwoord')
      expect(await file('data.csv')).not.toContain('geld')
      // What is out stands: the codes beneath it do not change any more.
      expect((await lotte.post(`${page}/samen`, { ...settled, codes: ['rare'] })).text).toContain('al uitgegeven')
    }),
    120_000,
  )
})
