import { dayAt } from '../../lib/days.ts'
import { describe, expect, it } from 'vitest'
import { inHouse } from '../../../test/house.ts'
import { deskPaths, duoPaths } from './desk.paths.ts'
import {
  askAndConfirm,
  duoAtWork,
  inviteByPage,
  pressStep,
  replyByPage,
  shareProfiles,
  takeAndDivide,
} from './desk.testing.ts'

const words = {
  tekst: 'Ga naar de plek waar mensen al zijn.\n\nNeem de tijd.',
  stem: 'collective',
  namens: 'Wij spreken als oud-bewoners.',
}

describe('the draft of the duo', () => {
  it(
    'is shared, says who saved last, and a conflict shows both texts',
    inHouse(async (house) => {
      const { id, rosa, kees, link } = await duoAtWork(house)
      const [byRosa, byKees] = [await rosa.get(duoPaths.draft(id)), await kees.get(duoPaths.draft(id))]
      expect((await rosa.submit(byRosa, words, '/concept')).location).toBe(duoPaths.draft(id))
      expect((await rosa.submit(byRosa, words, '/concept')).location).toBe(duoPaths.draft(id))
      expect((await kees.get(duoPaths.draft(id))).text).toMatch(/Bewaard door Rosa van het duo op/)

      const second = await kees.submit(byKees, { tekst: 'KEES SCHREEF DIT.', namens: 'Als naaste.' }, '/concept')
      expect(second.location).toMatch(/\/concept\?naast=/)
      const both = await kees.follow(second)
      expect(both.text).toContain('Jullie schreven tegelijk')
      expect(both.text).toContain('Ga naar de plek waar mensen al zijn.')
      expect(both.text).toContain('KEES SCHREEF DIT.')
      expect(
        (await kees.submit(both, { tekst: 'Samen: ga naar de plek. KEES SCHREEF DIT.' }, '/concept')).location,
      ).toBe(duoPaths.draft(id))

      const versions = (await rosa.get(duoPaths.versions(id))).text
      expect(versions).toContain('Versie 2')
      expect(versions).toContain('Ernaast bewaard')
      expect((await house.visitor().get(`/vraag/status/${link}`)).text).not.toMatch(/KEES SCHREEF|Ga naar de plek/)
      expect(await house.count('house.advice_draft_revisions')).toBe(3)
    }),
  )
  it(
    'is not given before it says on whose behalf, and not by surprise',
    inHouse(async (house) => {
      const { id, rosa, kees, link } = await duoAtWork(house)
      await rosa.submit(await rosa.get(duoPaths.draft(id)), { tekst: words.tekst, namens: '' }, '/concept')
      const unfinished = await rosa.get(duoPaths.preview(id))
      expect(unfinished.text).toContain('namens wie jullie spreken')
      expect(unfinished.text).not.toContain('Geef het antwoord</span></button>')
      expect((await rosa.post(duoPaths.preview(id), { version: '1', zeker: 'on' })).status).toBe(409)

      await rosa.submit(await rosa.get(duoPaths.draft(id)), { ...words, daarna: 'bekijken' }, '/concept')
      const preview = await rosa.get(duoPaths.preview(id))
      expect(preview.text).toContain('Van Rosa van het duo en Kees van het duo')
      expect(preview.text).toContain('Wij spreken als oud-bewoners.')
      expect((await rosa.submit(preview, {}, '/antwoord')).status).toBe(422)
      // Kees changes a word meanwhile: what Rosa saw is not what would be given.
      await kees.submit(await kees.get(duoPaths.draft(id)), { ...words, tekst: 'Anders.' }, '/concept')
      const stale = await rosa.submit(preview, { zeker: 'on' }, '/antwoord')
      expect(stale.status).toBe(409)
      expect(stale.text).toContain('Duo is bezig')
      const fresh = await rosa.get(duoPaths.preview(id))
      expect((await rosa.submit(fresh, { zeker: 'on' }, '/antwoord')).status).toBe(303)
      expect((await rosa.submit(fresh, { zeker: 'on' }, '/antwoord')).status).toBe(303)
      expect((await house.visitor().get(`/vraag/status/${link}`)).text).toContain('Anders.')
      const late = await kees.post(duoPaths.draft(id), {
        version: '3',
        tekst: 'Nog een alinea die niet mag verdwijnen.',
        namens: '',
      })
      expect(late.status).toBe(409)
      expect(late.text).toContain('Nog een alinea die niet mag verdwijnen.')
    }),
  )
  it(
    'keeps the text of somebody whose session ended',
    inHouse(async (house) => {
      const { id, rosa } = await duoAtWork(house)
      const page = await rosa.get(duoPaths.draft(id))
      rosa.cookies.clear()
      const late = await rosa.submit(page, words, '/concept')
      expect(late.status).toBe(401)
      expect(late.text).toContain('Ga naar de plek waar mensen al zijn.')
      const back = await house.as('expert')
      expect((await back.submit(late)).status).toBe(303)
      expect((await back.get(duoPaths.draft(id))).text).toContain('Ga naar de plek waar mensen al zijn.')
    }),
  )
})

describe('meetings', () => {
  it(
    'of a large request are written down for the duo and the desk',
    inHouse(async (house) => {
      const { id, rosa, kees, desk, link } = await duoAtWork(house)
      const today = dayAt(house.platform.now())
      const page = await rosa.get(duoPaths.session(id))
      const meeting = { dag: today, wat: 'advice', vorm: 'online', minuten: '60', notities: 'NOTITIES' }
      const wrong: readonly [Record<string, string>, string][] = [
        [{ dag: '2999-01-01' }, 'Vul een dag in'],
        [{ dag: '2026-02-30' }, 'Vul een dag in'],
        [{ minuten: '4' }, 'Vul een aantal minuten in'],
        [{ minuten: 'uur' }, 'Vul een aantal minuten in'],
        [{ wat: '' }, 'Kies wat het was.'],
        [{ notities: ' ' }, 'Schrijf kort op'],
      ]
      for (const [values, sentence] of wrong) {
        const refused = await rosa.submit(page, { ...meeting, ...values }, '/bijeenkomst')
        expect([values, refused.status]).toEqual([values, 422])
        expect(refused.text).toContain(sentence)
      }
      expect((await rosa.submit(page, meeting, '/bijeenkomst')).status).toBe(303)
      for (const browser of [kees, desk])
        expect((await browser.get(browser === desk ? deskPaths.request(id) : duoPaths.request(id))).text).toContain(
          'NOTITIES',
        )
      expect((await house.visitor().get(`/vraag/status/${link}`)).text).not.toContain('NOTITIES')
    }),
  )
})

describe('looking back, and knowledge', () => {
  it(
    'each of the duo apart; the desk reads both; the whole life ends as a draft for the editors',
    inHouse(async (house) => {
      const { id, rosa, kees, desk, link } = await duoAtWork(house)
      expect((await rosa.get(duoPaths.lookBack(id))).text).toContain('Terugkijken kan straks')
      expect((await rosa.post(duoPaths.lookBack(id), { load: '3' })).status).toBe(409)
      await rosa.submit(await rosa.get(duoPaths.draft(id)), words, '/concept')
      await rosa.submit(await rosa.get(duoPaths.preview(id)), { zeker: 'on' }, '/antwoord')
      expect((await pressStep(desk, id, 'feedback-asked')).status).toBe(303)

      const page = await rosa.get(duoPaths.lookBack(id))
      expect((await rosa.submit(page, {}, '/terugblik')).status).toBe(422)
      expect((await rosa.submit(page, { load: '6' }, '/terugblik')).status).toBe(422)
      expect(
        (await rosa.submit(page, { usefulness: '4', load: '2', tekst: 'ROSA KIJKT TERUG' }, '/terugblik')).status,
      ).toBe(303)
      expect((await rosa.post(duoPaths.lookBack(id), { load: '5' })).status).toBe(409)
      await kees.submit(
        await kees.get(duoPaths.lookBack(id)),
        { equality: '5', tekst: 'KEES KIJKT TERUG' },
        '/terugblik',
      )
      const forRosa = (await rosa.get(duoPaths.lookBack(id))).text
      expect(forRosa).toContain('Best licht')
      expect(forRosa).not.toContain('KEES KIJKT TERUG')
      expect((await house.visitor().get(`/vraag/status/${link}`)).text).not.toMatch(/KIJKT TERUG/)

      const requester = house.visitor()
      const feedback = await requester.get(`/vraag/status/${link}/terugkoppeling`)
      await requester.submit(feedback, { done: 'Wij gingen naar de inloop.' }, '/terugkoppeling')
      expect((await rosa.get(duoPaths.lookBack(id))).text).toContain('Wij gingen naar de inloop.')
      const seen = (await desk.get(deskPaths.request(id))).text
      expect(seen).toContain('ROSA KIJKT TERUG')
      expect(seen).toContain('KEES KIJKT TERUG')

      expect((await desk.submit(await desk.get(deskPaths.close(id)), {}, '/afronden')).status).toBe(303)
      const harvest = await desk.get(deskPaths.harvest(id))
      expect(harvest.text).not.toContain('KIJKT TERUG')
      const { a } = house.people.organisations
      expect((await desk.submit(harvest, { organisatie: a, deel: [] }, '/kennis')).status).toBe(422)
      expect((await desk.submit(harvest, {}, '/kennis')).status).toBe(422)
      const taken = await desk.submit(harvest, { deel: ['question', 'answer'], organisatie: a }, '/kennis')
      expect((await desk.follow(taken)).text).toContain('Het concept ligt klaar bij de redactie')
      expect(await house.count('house.knowledge_items')).toBe(1)
      // Once per request, also from another tab.
      const again = await desk.post(deskPaths.harvest(id), { deel: 'answer', organisatie: a })
      expect((await desk.follow(again)).text).toContain('Van deze vraag was al een concept gemaakt.')
      expect(await house.count('house.knowledge_items')).toBe(1)
      expect((await rosa.get(deskPaths.harvest(id))).status).toBe(404)
    }),
  )
  it(
    'one is enough for a small question',
    inHouse(async (house) => {
      const { id, link } = await askAndConfirm(house)
      await shareProfiles(house)
      const [desk, rosa] = [await house.as('coordinator'), await house.as('expert')]
      await takeAndDivide(desk, id, 'small')
      await inviteByPage(house, desk, id, 'expert')
      expect((await desk.get(deskPaths.team(id))).text).not.toContain('value="in-progress"')
      await replyByPage(rosa, 'ja')
      await pressStep(desk, id, 'in-progress')
      await rosa.submit(await rosa.get(duoPaths.draft(id)), words, '/concept')
      await rosa.submit(await rosa.get(duoPaths.preview(id)), { zeker: 'on' }, '/antwoord')
      expect((await house.visitor().get(`/vraag/status/${link}`)).text).toContain('Van Rosa van het duo')
    }),
  )
})
