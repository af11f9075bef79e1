import { describe, expect, it } from 'vitest'
import { inHouse, type House } from '../../../../test/house.ts'
import type { Definition, FixedMeaning } from '../../../lib/questionnaire/definition.ts'
import { listQuestionnaires, versionWith } from '../../questionnaires/public.ts'
import { smallDefinition as filledIn } from '../../questionnaires/sheets.testing.ts'
import { invite, madeSeries, openWaveOf, pathTo } from '../filling/filling.testing.ts'
import type { Released } from '../releases/releases.document.ts'
import { findingsOf } from '../findings/findings.rules.ts'
import { chose, fully, inputOf, respondent, waveOf, yesNo } from '../findings/made-polls.ts'
import { releaseFiles } from '../package/package.release.rules.ts'
import { QuestionPart } from './question.views.tsx'
import { sampleRelease } from '../releases/releases.testing.ts'
import { aSeries, aVersion, prepare, smallDefinition } from '../surveys.testing.ts'

const term = 'expertByExperience'
const beside = (definition: Definition, key: string): Definition => ({
  ...definition,
  sections: definition.sections.map((section) => ({
    ...section,
    questions: section.questions.map((question) =>
      question.key === key && question.type !== 'info' ? { ...question, terms: [term] } : question,
    ),
  })),
})

const definitionNow = async (house: House) =>
  (
    await house.peek((tx) =>
      tx.selectFrom('square.terms').select('definition').where('id', '=', term).executeTakeFirstOrThrow(),
    )
  ).definition.nl
/** Partners give the term another working definition. */
const redefine = (house: House, nl: string) =>
  house.peek((tx) =>
    tx
      .updateTable('square.terms')
      .set({ definition: JSON.stringify({ nl, en: nl }) })
      .where('id', '=', term)
      .execute(),
  )

describe('a term in a question', () => {
  it(
    'is explained beside it as it was when the wave opened, closed until somebody asks for it, and on paper',
    inHouse(async (house) => {
      const then = await definitionNow(house)
      const { wave } = await openWaveOf(house, await madeSeries(house), { definition: beside(filledIn, 'heeft') })
      await redefine(house, 'Later bedacht.')
      await invite(house, wave)
      const start = await pathTo(house, 'post-1@example.org', '/invullen/')
      const browser = house.visitor()
      const part = (await browser.get(`${start}/deel/inzet`)).text
      const [explained, question] = [part.indexOf('<details'), part.indexOf('Werken jullie met ervaringsdeskundigen?')]
      expect(part).toMatch(/<details[^>]*>\s*<summary>.*?Wat bedoelen we met “ervaringsdeskundige”\?/s)
      expect(explained).toBeGreaterThan(0)
      expect(explained).toBeLessThan(question)
      expect(part).toContain(then)
      expect((await browser.get(`${start}/alle-vragen`)).text).toContain(then)
      expect((await browser.get(`${start}/deel/mening`)).text).not.toContain(then)
      for (const path of [start, `${start}/deel/inzet`, `${start}/alle-vragen`])
        expect((await browser.get(path)).text).not.toContain('Later bedacht.')
    }),
  )

  it(
    'is chosen by the researcher, and seen in the preview and the print of the questionnaire',
    inHouse(async (house) => {
      const version = await aVersion(house)
      const id = await house.operate(
        async (tx) => (await listQuestionnaires(tx)).find((each) => each.version.id === version)?.id ?? 'none',
      )
      const lotte = await house.as('researcher')
      const page = `/onderzoek/vragenlijsten/${id}`
      const then = await definitionNow(house)
      expect((await lotte.get(`${page}/afdrukken`)).text).not.toContain(then)
      await lotte.submit(await lotte.get(`${page}/vraag/werkt`), { terms: [term, 'no-term-at-all'] })
      for (const path of [`${page}/voorbeeld`, `${page}/afdrukken`])
        expect((await lotte.get(path)).text).toContain(then)
      const { definition } = await house.operate((tx) => versionWith(tx, version))
      expect(definition.sections[0]?.questions[0]).toMatchObject({ terms: [term] })
    }),
  )

  it(
    'explained otherwise makes another question: it is not compared without a bridge',
    inHouse(async (house) => {
      const { series, wave } = await aSeries(house)
      const at = `/onderzoek/peilingen/${series}`
      const lotte = await house.as('researcher')
      const asked = beside(smallDefinition(), 'werkt')
      await prepare(house, lotte, `${at}/${wave}`, await aVersion(house, asked))
      await lotte.post(`${at}/${wave}/stand`, { to: 'open' })
      await lotte.post(`${at}/${wave}/stand`, { to: 'closed' })
      await lotte.post(`${at}/nieuwe-golf`, { year: '2028', labelNl: 'Peiling 2028' })
      await prepare(house, lotte, `${at}/2028`, await aVersion(house, asked))
      const pair = `${at}/2028/vergelijken/${wave}`
      expect((await lotte.get(pair)).text).not.toContain('de uitleg van een begrip is anders')
      await redefine(house, 'Iets anders.')
      const changed = (await lotte.get(pair)).text
      expect(changed).toContain('de uitleg van een begrip is anders')
      expect(changed).toContain('Wordt niet vergeleken')
      const bridge = await lotte.get(`${pair}/werkt`)
      expect((await lotte.submit(bridge, { words: 'Het betekent nog hetzelfde.' })).status).toBe(303)
      expect((await lotte.get(pair)).text).toContain('Wordt vergeleken, met een brug')
    }),
  )
})

describe('what a term meant', () => {
  const meaning = (nl: string): FixedMeaning => ({ id: term, label: { nl: 'ervaringsdeskundige' }, definition: { nl } })
  const question = yesNo('works', { terms: [term] } as never)
  const answered = (yes: number, of: number) =>
    Array.from({ length: of }, (_, at) => respondent(at, { works: chose(at < yes ? 'yes' : 'no') }))
  const wave = (id: string, said: string, yes: number) =>
    waveOf(id, [question], answered(yes, 60), { meanings: [meaning(said)] })
  const found = (said: string, before: string) =>
    findingsOf(inputOf({ ...wave('2026', said, 40), comparability: [fully('2024')] }, wave('2024', before, 20)), {
      inputHash: 'hash',
    })

  it('stands with the figure, and another meaning leaves nothing to compare', async () => {
    const verdicts = async (said: string, before: string) =>
      (await found(said, before)).questions[0]?.options[0]?.changes.map(({ verdict }) => verdict.code)
    expect((await found('Zo.', 'Zo.')).questions[0]?.meanings).toEqual([meaning('Zo.')])
    expect(await verdicts('Zo.', 'Zo.')).toEqual(['C2'])
    expect(await verdicts('Zo.', 'Anders.')).toEqual(['C0'])
  })

  it('is read beside the chart and in the codebook', async () => {
    const findings = await found('Zoals toen.', 'Zoals toen.')
    const released: Released = { ...sampleRelease(), findings }
    const [works] = findings.questions
    if (works === undefined) throw new Error('no question')
    const html = String(<QuestionPart question={works} released={released} lang="nl" figurePath={null} />)
    expect(html).toMatch(/<details class="plein-fold">\s*<summary>.*Wat stond er in 2026 over “ervaringsdeskundige”\?/s)
    expect(html).toContain('Zoals toen.')
    const files = await releaseFiles({
      released,
      number: 1,
      on: '2026-11-22',
      origin: 'https://plein.example',
      wave: wave('2026', 'Zoals toen.', 40),
    })
    const codebook = new TextDecoder().decode(files.find(({ name }) => name === 'codebook.xml')?.bytes)
    expect(codebook).toMatch(/<preQTxt[^>]*>ervaringsdeskundige: Zoals toen\.<\/preQTxt>/)
  })
})
