import { randomUUID } from 'node:crypto'
import { describe, expect, it } from 'vitest'
import { inHouse } from '../../../test/house.ts'
import type { FixedPerson } from '../../../test/people.ts'
import { askAndConfirm, bare, duoAtWork, pressStep, shareProfiles, takeAndDivide } from './desk.testing.ts'
import { deskPaths, duoPaths, writings } from './desk.paths.ts'

const someId = randomUUID()

describe('who may see the pages of the desk', () => {
  const pagesOf = (id: string, person: string) => [
    deskPaths.request(id),
    ...writings.map((to) => deskPaths.write(id, to)),
    deskPaths.divide(id),
    deskPaths.refer(id),
    deskPaths.merge(id),
    deskPaths.close(id),
    deskPaths.team(id),
    deskPaths.invite(id, person),
    deskPaths.harvest(id),
  ]
  it(
    'coordinators; for others they are not there, and for nobody there is a door to sign in',
    inHouse(async (house) => {
      const { id } = await askAndConfirm(house)
      const others: readonly FixedPerson[] = ['expert', 'expertElsewhere', 'editorA', 'administrator']
      for (const path of [deskPaths.list, ...pagesOf(id, house.people.expert.id)]) {
        for (const person of others)
          expect([path, (await (await house.as(person)).get(path)).status]).toEqual([path, 404])
        expect((await house.visitor().get(path)).location).toBe(`/inloggen?naar=${encodeURIComponent(path)}`)
      }
      const outsider = await house.as('expertElsewhere')
      const [there, notThere] = [
        await outsider.get(deskPaths.request(id)),
        await outsider.get(deskPaths.request(someId)),
      ]
      expect(bare(there)).toBe(bare(notThere))
      const posted = await outsider.post(deskPaths.step(id), { version: '2', stap: 'in-intake' })
      expect(posted.status).toBe(404)
      expect(bare(posted)).toBe(bare(await outsider.post(deskPaths.step(someId), { version: '2', stap: 'in-intake' })))
    }),
  )
  it(
    'an id that nobody has, or that is none, is the same 404 for a coordinator',
    inHouse(async (house) => {
      const desk = await house.as('coordinator')
      for (const id of [someId, 'geen-id', '..%2f'])
        for (const path of pagesOf(id, house.people.expert.id))
          expect([path, (await desk.get(path)).status]).toEqual([path, 404])
    }),
  )
  it(
    'a request of a duo is for that duo alone',
    inHouse(async (house) => {
      const { id, rosa } = await duoAtWork(house)
      const noor = await house.as('expertElsewhere')
      const desk = await house.as('coordinator')
      const pages = [
        duoPaths.request(id),
        duoPaths.write(id, 'iedereen'),
        duoPaths.draft(id),
        duoPaths.versions(id),
        duoPaths.preview(id),
        duoPaths.session(id),
        duoPaths.leave(id),
        duoPaths.lookBack(id),
      ]
      for (const path of pages) {
        expect([path, (await rosa.get(path)).status]).toEqual([path, 200])
        for (const other of [noor, desk]) {
          const foreign = await other.get(path)
          expect([path, foreign.status]).toEqual([path, 404])
          expect(bare(foreign)).toBe(bare(await other.get(path.replace(id, someId))))
        }
      }
      const sent = { version: '0', tekst: 'VREEMD', namens: '' }
      expect((await noor.post(duoPaths.draft(id), sent)).status).toBe(404)
      expect((await noor.post(duoPaths.write(id, 'duo'), { version: '1', tekst: 'VREEMD' })).status).toBe(404)
      expect((await noor.get(duoPaths.list)).text).not.toContain(id)
      expect(await house.count('house.advice_drafts')).toBe(0)
    }),
  )
})

describe('the list', () => {
  it(
    'says in words how old, where, what is missing and who; the address bar narrows it',
    inHouse(async (house) => {
      const desk = await house.as('coordinator')
      expect((await desk.get(deskPaths.list)).text).toContain('Hier staat nu niets')
      const first = await askAndConfirm(house)
      const second = await askAndConfirm(house, {
        question: 'Zonder thema',
        themes: [],
        municipality: undefined,
        province: undefined,
      })
      house.setClock(new Date(Date.now() + 9 * 86_400_000).toISOString())
      const list = await (await house.as('coordinator')).get(deskPaths.list)
      expect(list.text).toMatch(/Er lopen 2 vragen/)
      expect(list.text).toContain('9 dagen geleden')
      expect(list.text).toContain('over tijd: 2 dagen')
      expect(list.text).toContain('Utrecht')
      expect(list.text).toContain('Armoede en schulden')
      expect(list.text).toMatch(/iemand die de vraag vasthoudt/)
      const later = await house.as('coordinator')
      await pressStep(later, first.id, 'in-intake')
      const has = async (query: string) => {
        const { text } = await later.get(`${deskPaths.list}?${query}`)
        return [text.includes(first.number), text.includes(second.number)]
      }
      expect(await has('wie=ik')).toEqual([true, false])
      expect(await has('wie=niemand')).toEqual([false, true])
      expect(await has('thema=povertyDebt')).toEqual([true, false])
      expect(await has('provincie=PV26')).toEqual([true, false])
      expect(await has('stand=submitted')).toEqual([false, true])
      expect(await has('leeftijd=over-tijd')).toEqual([false, true])
      expect(await has('leeftijd=maand')).toEqual([false, false])
      expect(await has('stand=onzin&thema=%3Cscript%3E&pagina=99')).toEqual([true, true])
      const mine = (await later.get(deskPaths.list)).text
      expect(mine.indexOf('Mijn werk')).toBeLessThan(mine.indexOf('Andere vragen'))
      expect((await later.get(`/en${deskPaths.list}`)).text).toContain('Questions to the advice desk')
    }),
  )
  it(
    'has pages, also when asked for one past the end',
    inHouse(async (house) => {
      for (let n = 0; n < 27; n++) await askAndConfirm(house, { question: `Vraag ${n}` })
      const desk = await house.as('coordinator')
      const rows = (text: string) => [...text.matchAll(/<a class="nl-link" href="\/bureau\/[0-9a-f]/g)].length
      expect(rows((await desk.get(deskPaths.list)).text)).toBe(25)
      expect(rows((await desk.get(`${deskPaths.list}?pagina=2`)).text)).toBe(2)
      expect(rows((await desk.get(`${deskPaths.list}?pagina=99`)).text)).toBe(2)
    }),
  )
})

describe('steps', () => {
  it(
    'only those that are possible are offered, and a forged one is refused with how it stands',
    inHouse(async (house) => {
      const { id, number } = await askAndConfirm(house)
      const desk = await house.as('coordinator')
      const fresh = await desk.get(deskPaths.request(id))
      expect(fresh.text).toContain('Neem de vraag op')
      expect(fresh.text).not.toContain('value="seeking-duo"')
      const forged = await desk.post(deskPaths.step(id), { version: '2', stap: 'in-progress' })
      expect(forged.status).toBe(409)
      expect(forged.text).toContain(`Zo staat het er nu voor: ${number}`)
      expect((await desk.get(deskPaths.divide(id))).status).toBe(409)
      await pressStep(desk, id, 'in-intake')
      const taken = await desk.get(deskPaths.request(id))
      expect(taken.text).toContain('Jij houdt deze vraag vast.')
      expect(taken.text).toContain('Verdeel de vraag')
    }),
  )
  it(
    'of two coordinators who saw the same page one wins, and the other reads who holds it now',
    inHouse(async (house) => {
      const { id } = await askAndConfirm(house)
      const [amira, bram] = [await house.as('coordinator'), await house.as('secondCoordinator')]
      const [seenByAmira, seenByBram] = [await amira.get(deskPaths.request(id)), await bram.get(deskPaths.request(id))]
      expect((await amira.submit(seenByAmira, {}, 'value="in-intake"')).status).toBe(303)
      const late = await bram.submit(seenByBram, {}, 'value="in-intake"')
      expect(late.status).toBe(409)
      expect(late.text).toContain('Iemand anders was je voor')
      expect(late.text).toContain('Eerste gesprek')
      expect(late.text).toContain('Amira')
      expect((await bram.get(deskPaths.request(id))).text).toContain('Amira houdt deze vraag vast.')
    }),
  )
  it(
    'a double press is one; the back button with an old page is a 409 that keeps what was typed',
    inHouse(async (house) => {
      const { id } = await askAndConfirm(house)
      const desk = await house.as('coordinator')
      await pressStep(desk, id, 'in-intake')
      const page = await desk.get(deskPaths.write(id, 'vragen'))
      const text = 'Waar gaat het precies om, en voor wie?'
      expect((await desk.submit(page, { tekst: text }, 'vragen')).status).toBe(303)
      expect((await desk.submit(page, { tekst: text }, 'vragen')).status).toBe(303)
      expect(await house.count('house.advice_messages')).toBe(1)
      const again = await desk.post(deskPaths.write(id, 'vragen'), { version: '3', tekst: text })
      expect(again.status).toBe(409)
      expect(again.text).toContain(text)
      expect(again.text).toContain('Wacht op de vrager')
    }),
  )
  it(
    'a question is handed to a colleague, and not to somebody who is none',
    inHouse(async (house) => {
      const { id } = await askAndConfirm(house)
      const desk = await house.as('coordinator')
      await pressStep(desk, id, 'in-intake')
      const page = await desk.get(deskPaths.request(id))
      const refused = await desk.submit(page, { houder: house.people.expert.id }, 'Geef door')
      expect(refused.status).toBe(422)
      expect(refused.text).toContain('Kies iemand van het adviespunt.')
      expect((await desk.submit(page, { houder: house.people.secondCoordinator.id }, 'Geef door')).status).toBe(303)
      expect((await desk.get(deskPaths.request(id))).text).toContain('Bram houdt deze vraag vast.')
    }),
  )
})

describe('writing', () => {
  it(
    'says who reads it before it is sent; a note of the desk never reaches the requester or the duo',
    inHouse(async (house) => {
      const { id, link, desk, rosa } = await duoAtWork(house)
      const external = await desk.get(deskPaths.write(id, 'vrager'))
      expect(external.text).toContain('de vrager: Carla Meinders (carla@voorbeeld.example)')
      expect(external.text).toContain('het duo: Rosa van het duo, Kees van het duo')
      const internal = await desk.get(deskPaths.write(id, 'bureau'))
      expect(internal.text).toContain('plein-message--internal')
      expect(internal.text).toContain('De vrager leest dit niet.')
      expect(internal.text).not.toContain('carla@')
      await desk.submit(external, { tekst: 'KANARIE-ALLEN' }, '/schrijven/vrager')
      await desk.submit(internal, { tekst: 'KANARIE-BUREAU' }, '/schrijven/bureau')
      await desk.submit(await desk.get(deskPaths.write(id, 'duo')), { tekst: 'KANARIE-DUO' }, '/schrijven/duo')
      const status = (await house.visitor().get(`/vraag/status/${link}`)).text
      expect(status).toContain('KANARIE-ALLEN')
      expect(status).not.toMatch(/KANARIE-BUREAU|KANARIE-DUO|RUIMTE/)
      const duo = (await rosa.get(duoPaths.request(id))).text
      expect(duo).toContain('KANARIE-DUO')
      expect(duo).toContain('RUIMTE')
      expect(duo).not.toMatch(/KANARIE-BUREAU|carla@/)
      expect((await desk.get(deskPaths.request(id))).text).toMatch(/KANARIE-BUREAU/)
    }),
  )
  it(
    'text of somebody whose session ended is not lost',
    inHouse(async (house) => {
      const { id } = await askAndConfirm(house)
      const desk = await house.as('coordinator')
      const page = await desk.get(deskPaths.write(id, 'bureau'))
      desk.cookies.clear()
      const late = await desk.submit(page, { tekst: 'Een lange notitie die niet verloren gaat.' }, '/schrijven/bureau')
      expect(late.status).toBe(401)
      expect(late.text).toContain('Een lange notitie die niet verloren gaat.')
      const back = await house.as('coordinator')
      expect((await back.submit(late)).status).toBe(303)
      expect(await house.count('house.advice_messages')).toBe(1)
    }),
  )
  it(
    'nothing, too much, and markup: refused or shown as text',
    inHouse(async (house) => {
      const { id } = await askAndConfirm(house)
      const desk = await house.as('coordinator')
      const page = await desk.get(deskPaths.write(id, 'bureau'))
      const empty = await desk.submit(page, { tekst: '   ' }, '/schrijven/bureau')
      expect(empty.status).toBe(422)
      expect(empty.text).toContain('Schrijf hier iets.')
      const long = 'x'.repeat(10_001)
      const tooLong = await desk.submit(page, { tekst: long }, '/schrijven/bureau')
      expect(tooLong.status).toBe(422)
      expect(tooLong.text).toContain(long)
      await desk.submit(page, { tekst: '<script>alert(1)</script>' }, '/schrijven/bureau')
      const shown = (await desk.get(deskPaths.request(id))).text
      expect(shown).toContain('&lt;script&gt;')
      expect(shown).not.toContain('<script>alert')
    }),
  )
})

describe('ending', () => {
  it(
    'closing needs an answer, a referral or a reason',
    inHouse(async (house) => {
      const { id, link } = await askAndConfirm(house)
      const desk = await house.as('coordinator')
      const page = await desk.get(deskPaths.close(id))
      expect(page.text).toContain('Schrijf daarom een reden op.')
      const refused = await desk.submit(page, { tekst: '' }, 'afronden')
      expect(refused.status).toBe(422)
      expect(refused.text).toContain('Zonder antwoord of verwijzing kan een vraag niet sluiten.')
      expect((await desk.submit(page, { tekst: 'Dit is geen vraag voor ons.' }, 'afronden')).status).toBe(303)
      expect((await house.visitor().get(`/vraag/status/${link}`)).text).toContain('Dit is geen vraag voor ons.')
      const ended = await desk.get(deskPaths.request(id))
      expect(ended.text).toContain('Deze vraag is klaar.')
      expect((await desk.get(deskPaths.harvest(id))).status).toBe(409)
      expect((await desk.get(deskPaths.write(id, 'vrager'))).status).toBe(409)
    }),
  )
  it(
    'closing can say what nobody knows yet: in own words that point at nobody, without which question it was',
    inHouse(async (house) => {
      const { id } = await askAndConfirm(house)
      const desk = await house.as('coordinator')
      const page = await desk.get(deskPaths.close(id))
      const close = (more: Record<string, string>) =>
        desk.submit(page, { tekst: 'Wij weten dit niet.', ...more }, 'afronden')
      expect((await close({ weten: 'on' })).text).toContain('Schrijf in je eigen woorden op wat we nog niet weten.')
      expect((await close({ weten: 'on', ontbreekt: 'wat jan jansen vroeg' })).status).toBe(422)
      expect(await house.count('house.knowledge_gap_notes')).toBe(0)
      expect((await close({ weten: 'on', ontbreekt: 'hulp voor grootouders' })).status).toBe(303)
      const editor = await house.as('editorA')
      const offered = await editor.get('/redactie/nog-niet')
      expect(offered.text).toContain('hulp voor grootouders')
      const note = /melding=([\w-]{36})/.exec(offered.text)?.[1] ?? ''
      await editor.submit(
        await editor.get(`/redactie/nog-niet/nieuw?melding=${note}`),
        { title: 'Hulp voor grootouders', why: 'Zij zorgen ook.', themes: 'relatives' },
        'action="/redactie/nog-niet/nieuw"',
      )
      expect(await house.count('house.knowledge_gap_notes')).toBe(0)
      expect((await house.visitor().get('/api/v1/gaps')).json<{ gaps: { origin: string }[] }>().gaps).toMatchObject([
        { origin: 'request' },
      ])
    }),
  )
  it(
    'closing without a tick notes nothing',
    inHouse(async (house) => {
      const { id } = await askAndConfirm(house)
      const desk = await house.as('coordinator')
      const page = await desk.get(deskPaths.close(id))
      expect((await desk.submit(page, { tekst: 'Klaar.', ontbreekt: 'hulp aan opa' }, 'afronden')).status).toBe(303)
      expect(await house.count('house.knowledge_gap_notes')).toBe(0)
    }),
  )
  it(
    'referring says where to; a referred question can be taken back',
    inHouse(async (house) => {
      const { id } = await askAndConfirm(house)
      const desk = await house.as('coordinator')
      const page = await desk.get(deskPaths.refer(id))
      expect((await desk.submit(page, { tekst: ' ' }, 'doorverwijzen')).status).toBe(422)
      expect((await desk.submit(page, { tekst: 'Bel de sociale raadslieden.' }, 'doorverwijzen')).status).toBe(303)
      expect((await pressStep(desk, id, 'in-intake')).status).toBe(303)
    }),
  )
  it(
    'joining takes another number that runs, and not its own',
    inHouse(async (house) => {
      const [one, other] = [await askAndConfirm(house), await askAndConfirm(house)]
      const desk = await house.as('coordinator')
      const page = await desk.get(deskPaths.merge(one.id))
      for (const tekst of ['', 'onzin', one.number, 'AV-2020-000001'])
        expect([tekst, (await desk.submit(page, { tekst }, 'samenvoegen')).status]).toEqual([tekst, 422])
      expect((await desk.submit(page, { tekst: other.number.toLowerCase() }, 'samenvoegen')).status).toBe(303)
      expect((await desk.get(deskPaths.request(one.id))).text).toContain('Samengevoegd')
      expect((await desk.get(deskPaths.request(other.id))).text).not.toContain('Samengevoegd')
    }),
  )
  it(
    'similar questions stand beside it, for the desk alone',
    inHouse(async (house) => {
      const [one, other] = [await askAndConfirm(house), await askAndConfirm(house)]
      await shareProfiles(house)
      const desk = await house.as('coordinator')
      expect((await desk.get(deskPaths.request(one.id))).text).toContain(other.number)
      await takeAndDivide(desk, one.id, 'small')
      expect((await desk.get(deskPaths.team(one.id))).text).toContain('is één persoon genoeg')
    }),
  )
})
