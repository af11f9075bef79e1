import { sql } from 'kysely'
import { describe, expect, it } from 'vitest'
import { inHouse, type House } from '../../../../test/house.ts'
import { eraseEverywhere, exportOf } from '../../../app/persons.ts'
import { pathTo } from '../filling/filling.testing.ts'
import { interviews } from './interviews.noun.ts'
import {
  asks,
  closes,
  confirms,
  contact,
  leaves,
  numberOf,
  proposal,
  sends,
  talksHeld,
  wantingTalks,
} from './interviews.testing.ts'
import './interviews.tables.ts'

const rows = (house: House) =>
  house.peek((tx) => tx.selectFrom('surveys_interviews').selectAll().orderBy('state').execute())

/** What the database itself shows somebody who is signed in. */
const seenBy = (house: House, cookies: Map<string, string>) =>
  house.platform.database.house([...cookies.values()][0] ?? null, (tx) =>
    tx.selectFrom('surveys_interviews').select(['id', 'state', 'name_sealed']).execute(),
  )

const apply = async (house: House, name: string, dryRun = false): Promise<number> => {
  const rule = (interviews.retention ?? []).find((each) => each.name === name)
  return house.operate(async (tx) => (await rule?.run(tx, house.platform.now(), dryRun)) ?? -1)
}

describe('F5 in-depth interviews: the list of who wants to talk', () => {
  it(
    'asks on the page after sending, in a wave that asks for talks, and refuses what is not filled in',
    inHouse(async (house) => {
      await wantingTalks(house, 2)
      const start = await pathTo(house, 'post-1@example.org', '/invullen/')
      const early = house.visitor()
      expect((await early.get(`${start}/gesprek`)).location).toBe(`${start}/bedankt`)
      const tooEarly = await early.post(`${start}/gesprek`, contact('Noor'))
      expect(tooEarly.status).toBe(409)
      const { browser } = await sends(house, 1)
      expect((await browser.get(`${start}/bedankt`)).text).toContain('Ja, misschien wil ik praten')
      const form = await browser.get(`${start}/gesprek`)
      expect(form.text).toContain('Wat er anders ging sinds jullie begonnen.')
      const empty = await browser.submit(form, { name: '', email: 'geen adres', uses: [] })
      expect(empty.status).toBe(422)
      for (const words of [
        'hoe we je mogen noemen',
        'Vul een mailadres in',
        'waarvoor we je mogen',
        'Kies hoe lang',
        'een vinkje',
      ])
        expect(empty.text).toContain(words)
      expect(await house.count('surveys_interviews')).toBe(0)
    }),
  )

  it(
    'asks nobody in a wave that does not ask for talks',
    inHouse(async (house) => {
      await wantingTalks(house, 1)
      await house.peek((tx) => tx.deleteFrom('surveys_interview_rounds').execute())
      const { browser, start } = await sends(house, 1)
      expect((await browser.get(`${start}/bedankt`)).text).not.toContain('misschien wil ik praten')
      expect((await browser.post(`${start}/gesprek`, contact('Noor'))).status).toBe(409)
    }),
  )

  it(
    'shows nobody while the wave is open, then only who said by mail that it is right, and never who did not sign up',
    inHouse(async (house) => {
      const wave = await wantingTalks(house, 3)
      await leaves(house, 1, 'Noor')
      await leaves(house, 2, 'Sam')
      await sends(house, 3)
      const open = await wave.researcher.get(wave.page)
      expect(open.text).toContain('Zolang de golf open is, zie je hier niemand')
      expect(open.text).not.toMatch(/Noor|Sam/)
      expect(await seenBy(house, wave.researcher.cookies)).toEqual([])
      await house.runJobs()
      const letters = (await house.letters()).length
      await closes(house, wave)
      const written = (await house.letters()).slice(letters)
      expect(written.map(({ to }) => to).toSorted()).toEqual(['noor@thuis.example', 'sam@thuis.example'])
      for (const { text, html } of written) expect(text + html).not.toMatch(/Noor|Sam/)
      expect((await wave.researcher.get(wave.page)).text).not.toMatch(/Noor|Sam/)
      expect(await seenBy(house, wave.researcher.cookies)).toEqual([])
      await confirms(house, 'Noor')
      const list = await wave.researcher.get(wave.page)
      expect(list.text).toContain('Noor')
      expect(list.text).not.toMatch(/Sam|Zorgpunt|thuis\.example/)
      expect(await seenBy(house, wave.researcher.cookies)).toHaveLength(1)
      for (const other of ['coordinator', 'editorA', 'administrator'] as const) {
        const elsewhere = await house.as(other)
        expect((await elsewhere.get(wave.page)).status).toBe(403)
        expect(await seenBy(house, elsewhere.cookies)).toEqual([])
      }
    }),
  )

  it(
    'keeps the same address once, and shows the address to nobody before a yes',
    inHouse(async (house) => {
      const wave = await wantingTalks(house, 2)
      await leaves(house, 1, 'Noor')
      await leaves(house, 2, 'Noor')
      expect(await house.count('surveys_interviews')).toBe(1)
      await closes(house, wave)
      await confirms(house, 'Noor')
      const id = numberOf((await wave.researcher.get(wave.page)).text, 'Noor')
      const token = [...wave.researcher.cookies.values()][0] ?? null
      const ask = () =>
        house.platform.database.house(token, (tx) =>
          sql<{ sealed: Buffer | null }>`select house.surveys_interview_address(${id}::uuid) as sealed`.execute(tx),
        )
      expect((await ask()).rows).toEqual([{ sealed: null }])
      await expect(
        house.platform.database.house(token, (tx) => sql`select address_sealed from surveys_interviews`.execute(tx)),
      ).rejects.toThrow(/permission denied/)
    }),
  )
})

describe('F5 in-depth interviews: being asked for a talk', () => {
  it(
    'says what one gets for it, or that it is nothing on purpose; without that no letter leaves',
    inHouse(async (house) => {
      const wave = await wantingTalks(house, 1)
      await leaves(house, 1, 'Noor')
      await closes(house, wave)
      await confirms(house, 'Noor')
      const letters = (await house.letters()).length
      const wrongs: readonly Readonly<Record<string, string>>[] = [
        { reward: '' },
        { amount: '' },
        { amount: 'veel' },
        { reward: 'noReward', amount: '' },
        { replyBy: '2020-01-01' },
        { minutes: '5' },
      ]
      for (const wrong of wrongs) expect((await asks(house, wave, ['Noor'], wrong)).status).toBe(422)
      expect(await house.count('surveys_interview_proposals')).toBe(0)
      expect(await house.letters()).toHaveLength(letters)
      expect((await asks(house, wave, ['Noor'])).status).toBe(303)
      const letter = (await house.letters()).at(-1)
      expect(letter?.text).toContain('uurtarief, €\u00a060,00 per uur')
      expect(letter?.text).not.toContain('Noor')
      const own = await pathTo(house, 'noor@thuis.example', '/gesprek/')
      const page = await house.visitor().get(own)
      for (const words of [
        proposal.moment,
        proposal.place,
        '60 minuten',
        '€\u00a060,00 per uur',
        'bewaart het plein niet',
      ])
        expect(page.text).toContain(words)
    }),
  )

  it(
    'takes nothing in return when that was chosen on purpose',
    inHouse(async (house) => {
      const wave = await wantingTalks(house, 1)
      await leaves(house, 1, 'Noor')
      await closes(house, wave)
      await confirms(house, 'Noor')
      const free = { reward: 'noReward', amount: '', onPurpose: 'on' }
      expect((await asks(house, wave, ['Noor'], free)).status).toBe(303)
      const own = await pathTo(house, 'noor@thuis.example', '/gesprek/')
      expect((await house.visitor().get(own)).text).toContain('Dat is met opzet zo gekozen')
    }),
  )

  it(
    'leaves the answer to who is asked: a yes shows the address, a no erases everything and looks like no answer',
    inHouse(async (house) => {
      const wave = await wantingTalks(house, 3)
      for (const [at, name] of ['Noor', 'Sam', 'Kim'].entries()) await leaves(house, at + 1, name)
      await closes(house, wave)
      for (const name of ['Noor', 'Sam', 'Kim']) await confirms(house, name)
      await asks(house, wave, ['Noor', 'Sam', 'Kim'], { replyBy: '2026-12-20' })
      expect((await wave.researcher.get(wave.page)).text).toContain('3 mensen zijn gevraagd')
      const press = async (name: string, which: string) => {
        const own = await pathTo(house, contact(name).email, '/gesprek/')
        const browser = house.visitor()
        const pressed = await browser.submit(await browser.get(own), {}, which)
        return (await browser.follow(pressed)).text
      }
      expect(await press('Noor', '/ja"')).toContain('Je zei ja')
      expect(await press('Sam', '/nee"')).toContain('Je naam en mailadres zijn gewist')
      house.setClock('2026-12-21T12:00:00Z')
      const late = await pathTo(house, contact('Kim').email, '/gesprek/')
      const browser = house.visitor()
      expect((await browser.get(late)).text).toContain('De dag om ja te zeggen is voorbij')
      expect((await browser.post(`${late}/ja`)).status).toBe(409)
      await house.runDaily('surveys.end-interview-proposals')
      const seen = (await (await house.as('researcher')).get(wave.page)).text
      expect(seen).toContain('noor@thuis.example')
      expect(seen).not.toMatch(/Sam|Kim|gevraagd en/)
      const kept = await rows(house)
      expect(kept.map(({ state, name_sealed: name }) => [state, name !== null])).toEqual([
        ['agreed', true],
        ['declined', false],
        ['no-answer', false],
      ])
    }),
  )

  it(
    'asks nobody twice in a year, also not in another poll, and not twice at once',
    inHouse(async (house) => {
      const first = await wantingTalks(house, 1)
      await leaves(house, 1, 'Noor')
      await closes(house, first)
      await confirms(house, 'Noor')
      const second = await wantingTalks(house, 1)
      await leaves(house, 1, 'Noor')
      await closes(house, second)
      await confirms(house, 'Noor')
      const before = await second.researcher.get(second.page)
      expect((await asks(house, first, ['Noor'])).status).toBe(303)
      const refused = await second.researcher.submit(
        before,
        { ...proposal, people: [numberOf(before.text, 'Noor')] },
        '/uitnodiging"',
      )
      expect([refused.status, refused.text.includes('dit jaar al gevraagd')]).toEqual([409, true])
      const resting = (await second.researcher.get(second.page)).text
      expect(resting).toContain('Noor is dit jaar al voor een gesprek gevraagd.')
      expect(resting).not.toContain('name="people"')
    }),
  )

  it(
    'lets everybody out by one press in a letter, and by a mail program; opening the letter does nothing',
    inHouse(async (house) => {
      const wave = await wantingTalks(house, 2)
      await leaves(house, 1, 'Noor')
      await leaves(house, 2, 'Sam')
      await closes(house, wave)
      await confirms(house, 'Noor')
      const stop = await pathTo(house, contact('Noor').email, '/gesprek-stoppen/')
      const browser = house.visitor()
      const shown = await browser.get(stop)
      expect((await rows(house)).map(({ state }) => state)).toEqual(['asked', 'consented'])
      expect((await browser.submit(shown)).text).toContain('Je staat niet meer op de lijst')
      const program = await pathTo(house, contact('Sam').email, '/gesprek-stoppen/')
      const pressed = await house
        .visitor()
        .postRaw(program, 'List-Unsubscribe=One-Click', { origin: 'https://mail.example' })
      expect(pressed.status).toBe(200)
      expect((await wave.researcher.get(wave.page)).text).not.toMatch(/Noor|Sam/)
      for (const { state, name_sealed: name, address_sealed: address, address_index: index } of await rows(house))
        expect([state, name, address, index]).toEqual(['withdrawn', null, null, null])
      expect((await browser.get(stop)).text).toContain('Je staat niet meer op de lijst')
    }),
  )

  it(
    'keeps a talk that was held as a number when the person withdraws afterwards',
    inHouse(async (house) => {
      const wave = await talksHeld(house, ['Noor'])
      expect((await wave.hold('Noor')).status).toBe(303)
      const stop = await pathTo(house, contact('Noor').email, '/gesprek-stoppen/')
      await house.visitor().postRaw(stop, '')
      expect(await rows(house)).toMatchObject([{ state: 'held', name_sealed: null, address_index: null }])
      const page = (await wave.researcher.get(wave.page)).text
      expect(page).toContain('1 gesprek is gehouden.')
      expect(page).not.toContain('Noor')
    }),
  )
})

describe('F5 in-depth interviews: how long it is kept', () => {
  it(
    'is until the chosen day, and thirty days for who did not say that it is right',
    inHouse(async (house) => {
      const wave = await wantingTalks(house, 2)
      await leaves(house, 1, 'Noor')
      await leaves(house, 2, 'Sam')
      await closes(house, wave)
      await confirms(house, 'Noor')
      expect(await apply(house, 'surveys.interviews')).toBe(0)
      house.setClock('2026-12-25T12:00:00Z')
      expect(await apply(house, 'surveys.interviews', true)).toBe(1)
      expect(await apply(house, 'surveys.interviews')).toBe(1)
      expect((await rows(house)).map(({ state }) => state)).toEqual(['consented'])
      house.setClock('2027-11-30T12:00:00Z')
      expect(await apply(house, 'surveys.interview-contacts')).toBe(1)
      expect(await apply(house, 'surveys.interview-contacts')).toBe(0)
      expect(await apply(house, 'surveys.interviews')).toBe(1)
      expect(await house.count('surveys_interviews')).toBe(0)
    }),
  )

  it(
    'is a year after an invitation for the hash, and for ever for the number of talks',
    inHouse(async (house) => {
      const wave = await talksHeld(house, ['Noor'])
      await wave.hold('Noor')
      house.setClock('2027-12-01T12:00:00Z')
      expect(await apply(house, 'surveys.interview-contacts')).toBe(1)
      expect(await apply(house, 'surveys.interview-hashes')).toBe(1)
      expect(await apply(house, 'surveys.interview-hashes')).toBe(0)
      expect(await apply(house, 'surveys.interviews')).toBe(0)
      expect(await rows(house)).toMatchObject([{ state: 'held', name_sealed: null, address_index: null }])
    }),
  )

  it(
    'stands in the copy of who has an account with that address, and goes when they are erased',
    inHouse(async (house) => {
      const wave = await wantingTalks(house, 1)
      const { browser, start } = await sends(house, 1)
      const { id } = house.people.expert
      const own = await house.operate((tx) => exportOf(tx, house.platform.vault, id, house.platform.now()))
      const email = /"email":"([^"]+)"/.exec(JSON.stringify(own))?.[1] ?? ''
      await browser.submit(await browser.get(`${start}/gesprek`), { ...contact('Roos'), email })
      await closes(house, wave)
      const copy = await house.operate((tx) => exportOf(tx, house.platform.vault, id, house.platform.now()))
      expect(JSON.stringify(copy)).toContain('Roos')
      await house.operate((tx) => eraseEverywhere(tx, house.platform.vault, id, house.platform.now()))
      expect(await house.count('surveys_interviews')).toBe(0)
    }),
  )

  it(
    'stays when the researcher who asked is erased, without who that was',
    inHouse(async (house) => {
      const wave = await talksHeld(house, ['Noor'])
      await wave.hold('Noor')
      const { id } = house.people.researcher
      const copy = JSON.stringify(
        await house.operate((tx) => exportOf(tx, house.platform.vault, id, house.platform.now())),
      )
      expect(copy).toContain(proposal.moment)
      await house.operate((tx) => eraseEverywhere(tx, house.platform.vault, id, house.platform.now()))
      const left = await house.peek(async (tx) => [
        ...(await tx.selectFrom('surveys_interview_rounds').select('set_by as who').execute()),
        ...(await tx.selectFrom('surveys_interview_proposals').select('made_by as who').execute()),
      ])
      expect(left).toEqual([{ who: null }, { who: null }])
    }),
  )
})
