import { describe, expect, it } from 'vitest'
import { inHouse, type RolledBackHouse } from '../../../../test/house.ts'
import type { Fields } from '../../../../test/browsing.ts'
import { eraseEverywhere, exportOf } from '../../../app/persons.ts'
import './topic-contacts.tables.ts'

const form = '/redactie/contacten/bewerken'
const facts = {
  functionName: 'Team ervaringskennis',
  themes: ['povertyDebt'],
  roles: ['policyReviewer'],
  municipalities: 'Utrecht',
  email: 'kantoor@partner-a.example',
  consentBy: 'Bestuur van A',
  consentOn: '2026-01-05',
} satisfies Fields

async function addContact(house: RolledBackHouse, who: 'editorA' | 'editorB' = 'editorA', more: Fields = {}) {
  const editor = await house.as(who)
  const organisation = house.people.organisations[who === 'editorA' ? 'a' : 'b']
  return editor.submit(await editor.get(form), { ...facts, organisation, ...more }, `action="${form}"`)
}

const found = async (house: RolledBackHouse, query: string) =>
  (await house.visitor().get(`/wie-benader-ik?${query}`)).text
const onSquare = (house: RolledBackHouse) =>
  house.peek((tx) => tx.selectFrom('square.topic_contacts').selectAll().orderBy('organisation_name').execute())

async function write(house: RolledBackHouse, more: Fields = {}) {
  const [contact] = await onSquare(house)
  const visitor = house.visitor()
  const page = await visitor.get(`/wie-benader-ik/schrijven?contact=${contact?.id ?? ''}`)
  return visitor.submit(
    page,
    { name: 'Sanne', email: 'sanne@example.org', text: 'Mogen wij eens komen praten?', ...more },
    'action="/wie-benader-ik/schrijven"',
  )
}

describe('whom to approach', () => {
  it(
    'finds consenting organisations by theme, role and place, those of the place first; else the desk with the choice',
    inHouse(async (house) => {
      expect((await addContact(house)).status).toBe(303)
      const everywhere = { municipalities: '', roles: [], functionName: '', email: 'b@partner-b.example' }
      expect((await addContact(house, 'editorB', everywhere)).status).toBe(303)
      for (const [query, a, b] of [
        ['thema=povertyDebt&rol=policyReviewer&plaats=Utrecht', true, true],
        ['thema=povertyDebt&rol=&plaats=Groningen', false, true],
        ['thema=povertyDebt&rol=coDeciding', false, true],
        ['plaats=Utrecht', true, true],
        ['thema=homelessness', false, false],
      ] as const) {
        const text = await found(house, query)
        expect([query, text.includes('Partner A'), text.includes('Partner B')]).toEqual([query, a, b])
      }
      const both = await found(house, 'thema=povertyDebt&plaats=Utrecht')
      expect(both.indexOf('Partner A')).toBeLessThan(both.indexOf('Partner B'))
      expect(both).toContain('Team ervaringskennis')
      expect(both).not.toContain('kantoor@partner-a.example')
      expect(both).not.toContain('Bestuur van A')
      const none = await found(house, 'thema=homelessness&plaats=Utrecht')
      expect(none).toContain('Hier is nog niemand voor')
      const desk = /href="(\/vraag\?[^"]+)"/.exec(none)?.[1]?.replaceAll('&amp;', '&') ?? ''
      const asking = (await house.visitor().get(desk)).text
      expect(asking).toContain('Wie kan ik benaderen over')
      expect(asking).toContain('name="place" value="Utrecht"')
      expect(asking).toContain('name="themes" value="homelessness"')
      expect(await found(house, 'plaats=Ergenshuizen')).toContain('Die plaats kennen we niet')
    }),
  )

  it(
    'is found by a province for each of its municipalities',
    inHouse(async (house) => {
      await addContact(house, 'editorA', { municipalities: '', provinces: ['PV26'] })
      expect(await found(house, 'plaats=Amersfoort')).toContain('Partner A')
      expect(await found(house, 'plaats=Groningen')).not.toContain('Partner A')
    }),
  )

  it(
    'is taken back at once, and by its own editors only',
    inHouse(async (house) => {
      await addContact(house)
      const [{ id } = { id: '' }] = await onSquare(house)
      const other = await house.as('editorB')
      expect((await other.get('/redactie/contacten')).text).not.toContain('Bestuur van A')
      const missing = '00000000-0000-4000-8000-000000000000'
      for (const contact of [id, missing]) {
        expect((await other.get(`${form}?contact=${contact}`)).status).toBe(404)
        expect((await other.post('/redactie/contacten/terugnemen', { contact })).status).toBe(404)
      }
      const taken = await other.post(form, { ...facts, organisation: house.people.organisations.a })
      expect(taken.status).toBe(404)
      expect(await onSquare(house)).toHaveLength(1)

      const editor = await house.as('editorA')
      // An empty address keeps the one it has; nobody is shown it.
      const own = await editor.get(`${form}?contact=${id}`)
      expect(own.text).not.toContain('kantoor@partner-a.example')
      expect((await editor.submit(own, { phone: '030 123 45 67' }, `action="${form}"`)).status).toBe(303)
      expect(await found(house, 'plaats=Utrecht')).toContain('030 123 45 67')
      expect((await editor.post('/redactie/contacten/terugnemen', { contact: id })).status).toBe(303)
      expect(await onSquare(house)).toEqual([])
      expect(await found(house, 'plaats=Utrecht')).not.toContain('Partner A')
      expect((await house.visitor().get(`/wie-benader-ik/schrijven?contact=${id}`)).status).toBe(410)
    }),
  )

  it.each([
    ['no theme', { themes: [] }, 'Kies minstens één onderwerp'],
    ['no address', { email: '' }, 'Vul een e-mailadres in'],
    ['a consent of tomorrow', { consentOn: '2099-01-01' }, 'Kies een dag die er al is geweest'],
    ['nobody who agreed', { consentBy: '' }, 'Vul in wie toestemming gaf'],
    ['a number with words', { phone: 'bel Kim' }, 'Gebruik alleen cijfers'],
  ] satisfies [string, Fields, string][])('refuses %s', (_, more, sentence) =>
    inHouse(async (house) => {
      const seen = await addContact(house, 'editorA', more)
      expect([seen.status, seen.text.includes(sentence)]).toEqual([422, true])
      expect(await onSquare(house)).toEqual([])
    })(),
  )

  it(
    'passes a message on by a link, without a typed word in any letter, and forgets it after 90 days',
    inHouse(async (house) => {
      await addContact(house)
      expect((await write(house)).status).toBe(303)
      await house.runJobs()
      const letters = await house.letters()
      expect(letters.map((each) => each.to).toSorted()).toEqual(['kantoor@partner-a.example', 'sanne@example.org'])
      for (const each of letters) expect(each.text + each.html + each.subject).not.toMatch(/Sanne|komen praten/)
      const arrived = letters.find((each) => each.to.startsWith('kantoor'))
      const link = /\/wie-benader-ik\/bericht\/[\w-]+/.exec(arrived?.text ?? '')?.[0] ?? ''
      const read = (await house.visitor().get(link)).text
      for (const part of ['Sanne', 'sanne@example.org', 'Mogen wij eens komen praten?']) expect(read).toContain(part)
      const { rows } = await house.peek(async (tx) => ({
        rows: await tx.selectFrom('knowledge_topic_messages').selectAll().execute(),
      }))
      expect(JSON.stringify(rows.map((row) => row.text_sealed.toString('latin1')))).not.toContain('praten')

      expect(read).toContain('90 dagen')
      house.setClock(new Date(Date.now() + 91 * 86_400_000).toISOString())
      await house.runDaily('platform.apply-retention')
      expect(await house.count('house.knowledge_topic_messages')).toBe(0)
      expect((await house.visitor().get(link)).status).toBe(410)
    }),
  )

  it(
    'takes at most five letters a day from one address',
    inHouse(async (house) => {
      await addContact(house)
      for (let n = 0; n < 5; n++) expect((await write(house)).status).toBe(303)
      expect((await write(house, { email: 'Sanne@example.org' })).status).toBe(429)
      expect((await write(house, { email: 'ander@example.org' })).status).toBe(303)
      expect((await write(house, { email: 'geen adres' })).status).toBe(422)
    }),
  )

  it(
    'gives people what they wrote, and erases it with them',
    inHouse(async (house) => {
      await addContact(house)
      await write(house, { email: house.people.expert.email })
      const { vault } = house.platform
      const now = house.platform.now()
      const copyOf = async (person: string) =>
        (await house.operate((tx) => exportOf(tx, vault, person, now))).rooms['knowledge']?.['contacts']
      expect(await copyOf(house.people.expert.id)).toMatchObject({
        written: [{ text: 'Mogen wij eens komen praten?' }],
      })
      expect(await copyOf(house.people.editorA.id)).toMatchObject({ written: [], noted: [{}] })
      for (const who of ['expert', 'editorA'] as const)
        await house.operate((tx) => eraseEverywhere(tx, vault, house.people[who].id, now))
      expect(await house.count('house.knowledge_topic_messages')).toBe(0)
      const [left] = await house.peek((tx) => tx.selectFrom('knowledge_topic_contacts').select('noted_by').execute())
      expect(left).toEqual({ noted_by: null })
      expect(await onSquare(house)).toHaveLength(1)
    }),
  )
})
