import { describe, expect, it } from 'vitest'
import { inHouse } from '../../../test/house.ts'
import { endPause, pause } from '../experts/public.ts'
import { deskPaths, duoPaths } from './desk.paths.ts'
import {
  askAndConfirm,
  inviteByPage,
  pressStep,
  proofOf,
  replyByPage,
  shareProfiles,
  takeAndDivide,
} from './desk.testing.ts'
import { rewardInWords } from './rewards.text.ts'

describe('what somebody gets', () => {
  it('stands in words', () => {
    expect(rewardInWords({ form: 'hourlyRate', cents: 6050 }, 'nl')).toBe('uurtarief: €\u00a060,50 per uur')
    expect(rewardInWords({ form: 'none', cents: 0 }, 'en')).toBe('no reward')
  })
})

describe('choosing the duo', () => {
  it(
    'gives plain reasons and how busy people are, and says whose limit it is',
    inHouse(async (house) => {
      const { id } = await askAndConfirm(house)
      await shareProfiles(house, 1)
      const desk = await house.as('coordinator')
      await takeAndDivide(desk, id)
      const page = (await desk.get(deskPaths.team(id))).text
      expect(page).toContain('Past bij: armoede en schulden')
      expect(page).toContain('wil in deze provincie werken')
      expect(page).toContain('werkt nu aan geen vraag, wil er hoogstens 1 tegelijk')
      expect(page).toContain('is nog nooit gevraagd')
      expect(page).toContain('Geen thema dat past. Vragen mag wel.')
      expect(page.indexOf('Vraag Rosa')).toBeLessThan(page.indexOf('Vraag Noor'))
      const relatives = (await desk.get(`${deskPaths.team(id)}?perspectief=relative`)).text
      expect(relatives).toMatch(/Past bij: armoede en schulden, [^<]*naaste/)

      // Rosa gets her one request elsewhere: she is full, and the page says that it is her own limit.
      const other = await askAndConfirm(house)
      await takeAndDivide(desk, other.id, 'small')
      await inviteByPage(house, desk, other.id, 'expert')
      await replyByPage(await house.as('expert'), 'ja')
      const full = (await desk.get(deskPaths.team(id))).text
      expect(full).not.toContain('>Vraag Rosa')
      expect(full).toContain('Rosa van het duo heeft zelf gekozen voor hoogstens 1 vraag tegelijk. Nu loopt er 1.')
      expect((await desk.get(deskPaths.invite(id, house.people.expert.id))).text).toContain(
        'Deze persoon kun je nu niet vragen',
      )
    }),
  )
  it(
    'a full, paused or hidden expert cannot be forced by a form that was made by hand',
    inHouse(async (house) => {
      const { id } = await askAndConfirm(house)
      await shareProfiles(house, 1)
      const desk = await house.as('coordinator')
      await takeAndDivide(desk, id)
      const version =
        /name="version" value="(\d+)"/.exec((await desk.get(deskPaths.invite(id, house.people.expert.id))).text)?.[1] ??
        ''
      const forged = (person: string) =>
        desk.post(deskPaths.invite(id, person), { version, vergoeding: 'hourlyRate', bedrag: '60' })
      const kees = await house.as('secondExpert')
      await house.platform.database.house(proofOf(kees), (tx) =>
        pause(tx, house.people.secondExpert.id, null, house.platform.now()),
      )
      expect((await desk.get(deskPaths.team(id))).text).toContain(
        'Eén persoon heeft nu pauze. Wie dat is, zie je niet.',
      )
      const paused = await forged(house.people.secondExpert.id)
      expect(paused.status).toBe(409)
      expect(paused.text).toContain('Deze persoon heeft pauze')
      await house.platform.database.house(proofOf(kees), (tx) =>
        endPause(tx, house.people.secondExpert.id, house.platform.now()),
      )

      const other = await askAndConfirm(house)
      await takeAndDivide(desk, other.id, 'small')
      await inviteByPage(house, desk, other.id, 'expert')
      await replyByPage(await house.as('expert'), 'ja')
      const full = await forged(house.people.expert.id)
      expect(full.status).toBe(409)
      expect(full.text).toContain('Deze persoon heeft genoeg vragen')

      for (const person of [house.people.administrator.id, house.people.coordinator.id, 'geen-id'])
        expect([person, (await forged(person)).status]).toEqual([person, 404])
      expect(await house.count('house.advice_team')).toBe(1)
    }),
  )
  it(
    'no invitation leaves without a reward; none is a choice and a tick',
    inHouse(async (house) => {
      const { id } = await askAndConfirm(house)
      await shareProfiles(house)
      const desk = await house.as('coordinator')
      await takeAndDivide(desk, id)
      const page = await desk.get(deskPaths.invite(id, house.people.expert.id))
      const send = (values: Record<string, string>) => desk.submit(page, values, `/team/${house.people.expert.id}`)
      const refused: readonly [Record<string, string>, string][] = [
        [{}, 'Kies wat iemand ervoor krijgt.'],
        [{ vergoeding: 'hourlyRate' }, 'Vul een bedrag in, groter dan 0.'],
        [{ vergoeding: 'hourlyRate', bedrag: '0' }, 'Vul een bedrag in, groter dan 0.'],
        [{ vergoeding: 'voucher', bedrag: '-10' }, 'Vul een bedrag in, groter dan 0.'],
        [{ vergoeding: 'noReward' }, 'Zet hier een vinkje als dat met opzet is.'],
        [{ vergoeding: 'noReward', bewust: 'on', bedrag: '5' }, 'Laat het bedrag dan leeg.'],
        [{ vergoeding: 'goodwill', bedrag: '5' }, 'Kies wat iemand ervoor krijgt.'],
      ]
      for (const [values, sentence] of refused) {
        const answer = await send(values)
        expect([values, answer.status]).toEqual([values, 422])
        expect(answer.text).toContain(sentence)
      }
      expect(await house.count('house.advice_team')).toBe(0)
      expect((await house.runJobs()) >= 0).toBe(true)
      expect((await house.letters()).filter((letter) => letter.to === house.people.expert.email)).toEqual([])
      expect((await send({ vergoeding: 'noReward', bewust: 'on' })).status).toBe(303)
      expect((await desk.get(deskPaths.team(id))).text).toContain('geen vergoeding')
      expect((await (await house.as('expert')).get(duoPaths.invitations)).text).toContain('Er staat niets tegenover.')
    }),
  )
})

describe('being asked', () => {
  it(
    'the link of the mail shows what is needed to decide, and yes and no are equal buttons',
    inHouse(async (house) => {
      const { id } = await askAndConfirm(house)
      await shareProfiles(house)
      const desk = await house.as('coordinator')
      await takeAndDivide(desk, id)
      await inviteByPage(house, desk, id, 'expert')
      await house.runJobs()
      const letter = (await house.letters()).findLast((each) => each.to === house.people.expert.email)
      const path = /\/uitnodiging\/[\w-]+/.exec(letter?.text ?? '')?.[0] ?? ''
      const page = await house.visitor().get(path)
      expect(page.status).toBe(200)
      expect(page.text).toContain('Hoe bereiken wij mensen met schulden')
      expect(page.text).toContain('uurtarief: €\u00a060,50 per uur')
      expect(page.text).toContain('Utrecht')
      expect(page.text).not.toMatch(/Carla|Waterwolde|ACHTERGROND|zes weken/)
      const looks = [
        ...page.text.matchAll(/<button class="([^"]*)" type="submit"[^>]*><span class="nl-button__label">(?:Ja|Nee),/g),
      ].map((found) => found[1])
      expect(looks).toHaveLength(2)
      expect(looks[0]).toBe(looks[1])
      expect((await house.visitor().get(`/en${path}`)).text).toContain('Yes, I take part')

      // Only a press says yes: opening the address does nothing.
      expect((await house.visitor().get(`${path}/ja`)).status).toBe(404)
      const yes = await house.visitor().submit(page, {}, '/ja"')
      expect(yes.location).toBe(duoPaths.accepted)
      expect((await house.visitor().get(duoPaths.accepted)).text).toContain('Fijn dat je meedoet')
      const again = await house.visitor().submit(page, {}, '/ja"')
      expect(again.status).toBe(410)
      expect((await house.visitor().get(path)).status).toBe(410)
      expect((await (await house.as('expert')).get(duoPaths.request(id))).text).toContain('Carla Meinders')
    }),
  )
  it(
    'a no leaves no mark anywhere that somebody can look',
    inHouse(async (house) => {
      const { id } = await askAndConfirm(house)
      await shareProfiles(house)
      const desk = await house.as('coordinator')
      await takeAndDivide(desk, id)
      const unasked = (await desk.get(deskPaths.team(id))).text
      await inviteByPage(house, desk, id, 'expertElsewhere')
      const noor = await house.as('expertElsewhere')
      const presses = await house.count('house.platform_idempotency')
      const diary = await house.count('house.platform_diary')
      const page = await noor.get(duoPaths.invitations)
      const no = await noor.submit(page, {}, '/nee"')
      expect(no.location).toBe(duoPaths.declined)
      expect(await house.count('house.platform_idempotency')).toBe(presses)
      expect(await house.count('house.platform_diary')).toBe(diary)
      expect(await house.count('house.advice_team')).toBe(0)
      const after = (await desk.get(deskPaths.team(id))).text
      const plain = (text: string) => text.replaceAll(/value="[^"]*"/g, '')
      expect(plain(after)).toBe(plain(unasked))
      expect((await desk.get(deskPaths.request(id))).text).not.toContain('Noor')
      expect((await noor.get(duoPaths.invitations)).text).toContain('Er is nu geen uitnodiging')
      // The same press again, and a press on somebody else's invitation, find nothing.
      expect((await noor.submit(page, {}, '/nee"')).status).toBe(410)
      await inviteByPage(house, desk, id, 'expert')
      const member =
        /uitnodigingen\/([\w-]+)\/ja/.exec((await (await house.as('expert')).get(duoPaths.invitations)).text)?.[1] ?? ''
      expect((await noor.post(duoPaths.acceptMine(member))).status).toBe(410)
      expect((await noor.post(duoPaths.declineMine(member))).status).toBe(410)
      expect((await desk.get(deskPaths.team(id))).text).toContain('Rosa van het duo')
    }),
  )
  it(
    'an invitation that was taken back is over, also behind its link',
    inHouse(async (house) => {
      const { id } = await askAndConfirm(house)
      await shareProfiles(house)
      const desk = await house.as('coordinator')
      await takeAndDivide(desk, id)
      await inviteByPage(house, desk, id, 'expert')
      await house.runJobs()
      const letter = (await house.letters()).findLast((each) => each.to === house.people.expert.email)
      const path = /\/uitnodiging\/[\w-]+/.exec(letter?.text ?? '')?.[0] ?? ''
      const seen = await house.visitor().get(path)
      const team = await desk.get(deskPaths.team(id))
      expect((await desk.submit(team, {}, 'uitnodiging-intrekken')).status).toBe(303)
      expect((await house.visitor().get(path)).status).toBe(410)
      expect((await house.visitor().submit(seen, {}, '/ja"')).status).toBe(410)
      expect((await house.visitor().get('/uitnodiging/bestaat-niet')).status).toBe(410)
      expect((await (await house.as('expert')).get(duoPaths.invitations)).text).toContain('Er is nu geen uitnodiging')
    }),
  )
  it(
    'somebody of the duo may step out without a reason, and another is sought',
    inHouse(async (house) => {
      const { id } = await askAndConfirm(house)
      await shareProfiles(house)
      const desk = await house.as('coordinator')
      await takeAndDivide(desk, id, 'small')
      await inviteByPage(house, desk, id, 'expert')
      const rosa = await house.as('expert')
      await replyByPage(rosa, 'ja')
      expect((await desk.submit(await desk.get(deskPaths.team(id)), {}, 'value="in-progress"')).status).toBe(303)
      expect((await rosa.submit(await rosa.get(duoPaths.leave(id)), {}, '/stoppen')).location).toBe(duoPaths.list)
      expect((await rosa.get(duoPaths.request(id))).status).toBe(404)
      expect((await pressStep(desk, id, 'seeking-duo')).location).toBe(deskPaths.team(id))
    }),
  )
})
