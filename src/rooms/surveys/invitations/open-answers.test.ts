import { describe, expect, it } from 'vitest'
import { inHouse, type RolledBackHouse } from '../../../../test/house.ts'
import { invite, madeSeries, openWaveOf, pathTo, putInState } from '../filling/filling.testing.ts'
import { whyNotByHand } from './open-answers.rules.ts'

const now = new Date('2026-11-22T10:00:00Z')

it.each([
  ['', new Date(now.getTime() - 4000), null],
  ['', new Date(now.getTime() - 1000), 'too-fast'],
  ['', null, 'too-fast'],
  ['x', new Date(0), 'hidden-field'],
] as const)('a form with %j in its hidden field, begun at %s: %s', (hidden, begun, why) =>
  expect(whyNotByHand(hidden, begun, now)).toBe(why),
)

/** Fills in by the open link as this organisation, and sends. */
async function byOpenLink(house: RolledBackHouse, address: string, organisation: string, heeft: string) {
  const browser = house.visitor()
  const page = await browser.get(address)
  house.setClock(new Date(house.platform.now().getTime() + 5000).toISOString())
  const begun = await browser.submit(page, { organisation })
  const start = begun.location ?? ''
  await browser.submit(await browser.get(`${start}/deel/inzet`), { q_heeft: heeft, go: 'next' })
  const sent = await browser.submit(await browser.get(`${start}/overzicht`))
  return { begun, start, sent, browser }
}

const states = (house: RolledBackHouse) =>
  house.peek((tx) => tx.selectFrom('surveys_respondents').select('state').orderBy('state').execute())

describe('the open link of a wave', () => {
  it(
    'is there only when it was agreed on and the wave is open, and asks for a person',
    inHouse(async (house) => {
      const series = await madeSeries(house)
      const shut = await openWaveOf(house, series)
      const open = await openWaveOf(house, series, { number: 2, openLink: true })
      const browser = house.visitor()
      expect((await browser.get(`/meedoen/${series.slug}/${shut.slug}`)).status).toBe(404)
      const page = await browser.get(`/meedoen/${series.slug}/${open.slug}`)
      const fast = await browser.submit(page, { organisation: 'Zorgpunt 1' })
      expect([fast.status, fast.text.includes('Dat ging wel heel snel')]).toEqual([422, true])
      const robot = await browser.submit(page, { organisation: 'Zorgpunt 1', website: 'x' })
      expect(robot.status).toBe(422)
      expect(await house.count('questionnaires_sheets')).toBe(0)
    }),
  )

  it(
    'brings answers that count once somebody says whose they are, and that nobody has read by then',
    inHouse(async (house) => {
      const series = await madeSeries(house)
      const { wave, slug, page, places } = await openWaveOf(house, series, { openLink: true })
      await invite(house, wave)
      const { sent, start, browser } = await byOpenLink(house, `/meedoen/${series.slug}/${slug}`, 'zorgpunt 2', 'ja')
      expect(sent.location).toBe(`${start}/bedankt`)
      expect((await browser.follow(sent)).text).toContain('Een onderzoeker kijkt nog')
      await house.runJobs()
      expect(await states(house)).toEqual([{ state: 'invited' }, { state: 'invited' }])
      const researcher = await house.as('researcher')
      const match = await researcher.get(`${page}/open-antwoorden`)
      expect(match.text).toContain('Zegt te zijn: zorgpunt 2')
      expect(match.text).not.toContain(start)
      expect((await researcher.submit(match, { place: '', decision: 'match' })).status).toBe(422)
      const placed = await researcher.submit(match, { decision: 'match' })
      expect(placed.status).toBe(303)
      await house.runJobs()
      expect(await states(house)).toEqual([{ state: 'invited' }, { state: 'sent' }, { state: 'set-aside' }])
      expect(await house.count('surveys_open_answers')).toBe(0)
      const [answered] = await house.peek((tx) =>
        tx.selectFrom('surveys_invitations').select('place_id').where('answered', '=', true).execute(),
      )
      expect(answered?.place_id).toBe(places[1])
    }),
  )

  it(
    'drops what belongs to nobody, with its sheet and its key',
    inHouse(async (house) => {
      const series = await madeSeries(house)
      const { slug, page } = await openWaveOf(house, series, { openLink: true })
      await byOpenLink(house, `/meedoen/${series.slug}/${slug}`, 'Niemand', 'nee')
      const researcher = await house.as('researcher')
      const match = await researcher.get(`${page}/open-antwoorden`)
      const unsure = await researcher.submit(match, {}, 'value="drop"')
      expect([unsure.status, await house.count('surveys_open_answers')]).toEqual([422, 1])
      expect(unsure.text).toContain('Vink dit aan')
      await researcher.submit(match, { sure: 'on' }, 'value="drop"')
      await house.runJobs()
      for (const table of ['surveys_open_answers', 'questionnaires_sheets', 'questionnaires_answers'])
        expect(await house.count(table)).toBe(0)
    }),
  )
})

describe('two sheets of one organisation', () => {
  /** One by the link of the letter, one by the open link. */
  async function twice(house: RolledBackHouse) {
    const series = await madeSeries(house)
    const made = await openWaveOf(house, series, { openLink: true })
    await invite(house, made.wave)
    const start = await pathTo(house, 'post-1@example.org', '/invullen/')
    const browser = house.visitor()
    await browser.submit(await browser.get(`${start}/deel/inzet`), { q_heeft: 'nee' })
    await browser.submit(await browser.get(`${start}/deel/mening`), { q_nut: '2', q_wie: 'Bel Noor' })
    await browser.submit(await browser.get(`${start}/overzicht`))
    await byOpenLink(house, `/meedoen/${series.slug}/${made.slug}`, 'Zorgpunt 1', 'ja')
    const researcher = await house.as('researcher')
    await researcher.submit(await researcher.get(`${made.page}/open-antwoorden`), {
      decision: 'match',
    })
    await house.runJobs()
    return { ...made, researcher, page: `${made.page}/dubbele-antwoorden` }
  }
  const counting = (house: RolledBackHouse) =>
    house.peek(async (tx) => {
      const [row, ...more] = await tx
        .selectFrom('surveys_respondents')
        .select('sheet_id')
        .where('state', '=', 'sent')
        .execute()
      expect(more).toEqual([])
      const answers = await tx
        .selectFrom('questionnaires_answers')
        .select('question')
        .where('sheet_id', '=', row?.sheet_id ?? '')
        .orderBy('question')
        .execute()
      return answers.map(({ question }) => question)
    })

  it(
    'wait until the wave has closed, stand beside each other without a name, and one counts',
    inHouse(async (house) => {
      const { wave, researcher, page } = await twice(house)
      expect(await states(house)).toEqual([{ state: 'double' }, { state: 'invited' }, { state: 'sent' }])
      expect((await researcher.get(page)).text).toContain('Er is niets te beslissen')
      await putInState(house, wave, 'closed')
      const seen = await researcher.get(page)
      for (const words of ['Vragenlijst A', 'Vragenlijst B', 'Vooraf afgesproken: De laatste volledige'])
        expect(seen.text).toContain(words)
      for (const words of ['Zorgpunt', 'Noor']) expect(seen.text).not.toContain(words)
      const departing = await researcher.submit(seen, { rule: 'merge' })
      expect([departing.status, departing.text.includes('Schrijf waarom je afwijkt')]).toEqual([422, true])
      expect((await researcher.submit(seen, { rule: 'latest' })).status).toBe(303)
      await house.runJobs()
      expect(await counting(house)).toEqual(['heeft'])
      const late = await researcher.submit(seen, { rule: 'latest', _key: '3f0e2c1a-0000-4000-8000-000000000002' })
      expect(late.status).toBe(404)
    }),
  )

  it(
    'are merged section by section, with a reason when that was not agreed',
    inHouse(async (house) => {
      const { wave, researcher, page } = await twice(house)
      await putInState(house, wave, 'closed')
      const seen = await researcher.get(page)
      const first = /name="section.mening"[^>]*value="([\w-]+)"|value="([\w-]+)"[^>]*name="section.mening"/.exec(
        seen.text,
      )
      const a = first?.[1] ?? first?.[2] ?? ''
      const done = await researcher.submit(seen, {
        rule: 'merge',
        'section.mening': a,
        reason: 'De eerste had een mening.',
      })
      expect(done.status).toBe(303)
      await house.runJobs()
      expect(await counting(house)).toEqual(['heeft', 'nut', 'wie'])
      expect(await states(house)).toEqual([
        { state: 'invited' },
        { state: 'sent' },
        { state: 'set-aside' },
        { state: 'set-aside' },
      ])
    }),
  )
})
