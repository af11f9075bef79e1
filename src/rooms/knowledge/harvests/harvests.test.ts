import { describe, expect, it } from 'vitest'
import type { Browsing } from '../../../../test/browsing.ts'
import { inHouse, type RolledBackHouse } from '../../../../test/house.ts'
import { commitRun } from './harvest-committing.jobs.ts'
import { csv, handsOf, recordRows, runRow, sendAgain, sendFile } from './harvests.testing.ts'
import { fillIn, onSquare, press, rowOf } from '../knowledge.testing.ts'

const first = csv(
  [
    '1',
    'Praten over schulden',
    'Een gesprek helpt.',
    'Begin rustig en vraag wat er speelt.',
    'https://bron.nl/1',
    '2026-03-01',
  ],
  ['2', 'Een maatje zoeken', 'Samen is minder alleen.', 'Zoek iemand uit de buurt.', 'https://bron.nl/2', '2026-03-02'],
  ['3', 'Naar het loket', 'Wat je meeneemt.', 'Neem een vriend mee.', 'https://bron.nl/3', '2026-03-03'],
)

/** Sends, reads, takes. @returns the items, in the order of the source. */
async function taken(house: RolledBackHouse, editor: Browsing, bytes: string = first) {
  const run = await sendFile(house, editor, bytes)
  await house.runJobs()
  expect((await editor.post(`/redactie/inlezen/${run}/overnemen`)).status).toBe(303)
  await house.runJobs()
  return { run, items: (await recordRows(house, run)).map((row) => row.item_id ?? '') }
}

const titles = async (editor: Browsing, ids: readonly string[]) =>
  Promise.all(
    ids.map(async (id) => /name="title"[^>]*value="([^"]*)"/.exec((await editor.get(`/redactie/${id}`)).text)?.[1]),
  )

describe('bringing in a file', () => {
  it(
    'shows what comes, and makes drafts only when an editor says so',
    inHouse(async (house) => {
      const editor = await house.as('editorA')
      const run = await sendFile(house, editor, first)
      expect((await editor.get(`/redactie/inlezen/${run}`)).text).toContain('Wij lezen de bron')
      await house.runJobs()
      const preview = await editor.get(`/redactie/inlezen/${run}`)
      expect(preview.text).toContain('Praten over schulden')
      expect(preview.text).toContain('Je neemt nu 3 stukken over')
      expect(await house.count('knowledge_items')).toBe(0)
      expect((await editor.get(`/redactie/inlezen/${run}/stand`)).text).toBe('')

      // One is left out, and stays out the next time.
      const chosen = await editor.submit(preview, { 'record:1': 'leave' }, 'name="record:1"')
      expect(chosen.status).toBe(303)
      await editor.post(`/redactie/inlezen/${run}/overnemen`)
      await house.runJobs()
      expect(await house.count('knowledge_items')).toBe(2)
      expect((await runRow(house, run)).counts).toMatchObject({ new: 3, taken: 2 })
      const [row] = await recordRows(house, run)
      const item = row?.item_id ?? ''
      const page = await editor.get(`/redactie/${item}`)
      expect(page.text).toContain('Begin rustig en vraag wat er speelt.')
      expect(page.text).toContain('Dit item komt uit: Onze website')
      expect(await rowOf(house, item)).toMatchObject({
        state: 'concept',
        provenance: 'import',
        type: 'article',
        themes: ['povertyDebt'],
        written_on: '2026-03-01',
        started_by: house.people.editorA.id,
      })
      const again = await sendAgain(house, editor, run, first)
      await house.runJobs()
      expect((await recordRows(house, again)).map((each) => each.outcome)).toEqual(['same', 'left', 'same'])
    }),
  )

  it(
    'belongs to the organisation of the source: others find nothing, and cannot send for it',
    inHouse(async (house) => {
      const editor = await house.as('editorA')
      const { run, items } = await taken(house, editor)
      const other = await house.as('editorB')
      const { source_id } = await runRow(house, run)
      expect((await other.get('/redactie/bronnen')).text).not.toContain('Onze website')
      for (const path of [`/redactie/bronnen/${source_id}`, `/redactie/inlezen/${run}`, `/redactie/${items[0]}`])
        expect([path, (await other.get(path)).status]).toEqual([path, 404])
      expect((await other.post(`/redactie/inlezen/${run}/publiceren`)).status).toBe(404)
      expect((await other.post(`/redactie/${items[0]}/volgen`, { field: 'title' })).status).toBe(404)
      await expect(sendAgain(house, other, run, first)).rejects.toThrow('no run: 404')
      await expect(sendFile(house, other, first)).rejects.toThrow('no run: 409')
    }),
  )

  it(
    'says beside the field what is missing, and that one reading at a time is enough',
    inHouse(async (house) => {
      const editor = await house.as('editorA')
      await expect(sendFile(house, editor, '')).rejects.toThrow('Kies een bestand of vul een webadres in')
      await expect(sendFile(house, editor, first, { address: 'https://bron.nl/feed' })).rejects.toThrow('niet allebei')
      await expect(sendFile(house, editor, '', { address: 'javascript:alert(1)' })).rejects.toThrow(
        'Begin met https://',
      )
      await expect(sendFile(house, editor, first, { weekly: 'on' })).rejects.toThrow('Vul een webadres in, of haal')
      expect(await house.count('knowledge_harvest_sources')).toBe(0)
      const run = await sendFile(house, editor, first)
      await expect(sendAgain(house, editor, run, first)).rejects.toThrow('no run: 409')
      await editor.post(`/redactie/inlezen/${run}/opzij`)
      expect((await editor.post(`/redactie/inlezen/${run}/overnemen`)).status).toBe(409)
      await house.runJobs()
      expect(await house.count('knowledge_harvest_records')).toBe(0)
    }),
  )
})

describe('reading a source again', () => {
  it(
    'brings new words into the draft, keeps what was written by hand, and leaves the square as it was',
    inHouse(async (house) => {
      const editor = await house.as('editorA')
      const { run, items } = await taken(house, editor)
      const [one = '', two = ''] = items
      // The first goes to the square; the title of the second is changed by hand.
      await press(house, editor, one, 'verder')
      await press(house, editor, one, 'publiceren')
      expect((await onSquare(house, one))?.items).toBe(1)
      await fillIn(editor, two, { title: 'Een maatje vinden', type: 'article', summary: 'Samen is minder alleen.' })
      expect((await editor.get(`/redactie/${two}`)).text).toContain('Titel: volgt de bron niet meer')

      const second = first
        .replace('Begin rustig en vraag wat er speelt.', 'Begin rustig en vraag eerst wat er speelt.')
        .replace('Een maatje zoeken', 'Een maatje zoeken in de buurt')
        .replace('Zoek iemand uit de buurt.', 'Zoek iemand uit je eigen buurt.')
      const again = await sendAgain(house, editor, run, second)
      await house.runJobs()
      expect(await recordRows(house, again)).toMatchObject([
        { outcome: 'changed', changed_fields: ['text'], locked_fields: [] },
        { outcome: 'changed', changed_fields: ['text'], locked_fields: ['title'] },
        { outcome: 'same', changed_fields: [] },
      ])
      const preview = (await editor.get(`/redactie/inlezen/${again}`)).text
      expect(preview).toContain('Titel volgt de bron niet meer: jouw tekst blijft. De bron zegt:')
      expect(preview).toContain('Een maatje zoeken in de buurt')
      expect(preview).toMatch(/<ins class="plein-new"><span class="plein-hidden">Erbij: <\/span>eerst/)
      await editor.post(`/redactie/inlezen/${again}/overnemen`)
      await house.runJobs()
      expect(await titles(editor, [two])).toEqual(['Een maatje vinden'])
      expect((await editor.get(`/redactie/${two}`)).text).toContain('Zoek iemand uit je eigen buurt.')
      expect(await rowOf(house, one)).toMatchObject({ state: 'concept', version: 2, shelf_version: 1 })
      expect((await editor.get(`/redactie/${one}`)).text).toMatch(/Versie 2[^<]*Onze website/)
      const slug = (await rowOf(house, one)).slug ?? ''
      expect((await house.visitor().get(`/kennis/${slug}`)).text).toContain('Begin rustig en vraag wat er speelt.')

      // Nothing new now: the locked field is no news any more.
      const third = await sendAgain(house, editor, again, second)
      await house.runJobs()
      expect((await recordRows(house, third)).map((row) => row.outcome)).toEqual(['same', 'same', 'same'])
      await editor.post(`/redactie/inlezen/${third}/opzij`)

      // Released, it follows again.
      await editor.post(`/redactie/${two}/volgen`, { field: 'title' })
      const fourth = await sendAgain(house, editor, third, second)
      await house.runJobs()
      expect((await recordRows(house, fourth))[1]).toMatchObject({ outcome: 'changed', changed_fields: ['title'] })
      await editor.post(`/redactie/inlezen/${fourth}/overnemen`)
      await house.runJobs()
      expect(await titles(editor, [two])).toEqual(['Een maatje zoeken in de buurt'])
      expect((await editor.get(`/redactie/${two}`)).text).toContain('Elk veld volgt de bron')
    }),
  )

  it(
    'proposes what may be there already and never merges it by itself',
    inHouse(async (house) => {
      const editor = await house.as('editorA')
      const { items } = await taken(house, editor)
      const other = csv(
        ['a', 'Praten over schulden', '', 'Andere woorden van een andere site.', 'https://elders.nl/a', ''],
        ['b', 'Iets heel anders', '', 'Tekst over iets nieuws.', 'https://bron.nl/2?utm_source=brief', ''],
        ['c', 'Zonder gelijke', '', 'Tekst die nergens op lijkt.', 'https://elders.nl/c', ''],
      )
      const run = await sendFile(house, editor, other, { name: 'Andere site' })
      await house.runJobs()
      const rows = await recordRows(house, run)
      expect(rows.map((row) => row.choice)).toEqual(['ask', 'ask', 'take'])
      expect(rows[0]?.alike).toEqual([{ item: items[0], reasons: ['same-title'] }])
      expect(rows[1]?.alike).toEqual([{ item: items[1], reasons: ['same-link'] }])
      const preview = await editor.get(`/redactie/inlezen/${run}`)
      expect(preview.text).toContain('Over 2 stukken moet je nog iets zeggen')
      expect(preview.text).toContain('Praten over schulden (zelfde titel)')
      // An item that was never proposed is no answer.
      expect((await editor.submit(preview, { 'record:0': `same:${items[2]}` }, 'name="record:0"')).status).toBe(409)
      await editor.submit(preview, { 'record:0': `same:${items[0]}`, 'record:1': 'take' }, 'name="record:0"')
      await editor.post(`/redactie/inlezen/${run}/overnemen`)
      await house.runJobs()
      expect(await house.count('knowledge_items')).toBe(5)
      expect((await recordRows(house, run)).map((row) => row.item_id === items[0])).toEqual([true, false, false])
      // The item that was there keeps its words, and follows the source from now on where they are the same.
      expect((await editor.get(`/redactie/${items[0]}`)).text).toContain('Begin rustig en vraag wat er speelt.')
      const again = await sendAgain(house, editor, run, other)
      await house.runJobs()
      expect((await recordRows(house, again)).map((row) => row.outcome)).toEqual(['same', 'same', 'same'])
    }),
  )

  it(
    'goes on where it was when it is broken off, and makes nothing twice',
    inHouse(async (house) => {
      const editor = await house.as('editorA')
      const many = csv(
        ...Array.from({ length: 620 }, (_, n) => [`${n}`, `Stuk nummer ${n}`, 'Kort.', `Tekst van stuk ${n}.`, '', '']),
      )
      const run = await sendFile(house, editor, many)
      await house.runJobs()
      expect((await runRow(house, run)).counts).toMatchObject({ new: 620 })
      await editor.post(`/redactie/inlezen/${run}/overnemen`)
      const hands = handsOf(house)
      let transactions = 0
      const broken = {
        ...hands,
        transaction: <T>(work: Parameters<typeof hands.transaction<T>>[0]) => {
          transactions += 1
          if (transactions === 3) throw new Error('the power is gone')
          return hands.transaction(work)
        },
      }
      await expect(commitRun(broken, run)).rejects.toThrow('the power is gone')
      expect(await house.count('knowledge_items')).toBe(500)
      expect(await runRow(house, run)).toMatchObject({ state: 'committing', done: 500, total: 620 })
      expect((await editor.get(`/redactie/inlezen/${run}/stand`)).text).toContain('500 van 620')
      await house.runJobs()
      expect(await house.count('knowledge_items')).toBe(620)
      expect(await runRow(house, run)).toMatchObject({ state: 'committed', counts: { taken: 620 } })
    }),
  )
})

describe('publishing what has nothing special', () => {
  it(
    'takes the drafts without marks to the square and leaves the others to the editor',
    inHouse(async (house) => {
      const editor = await house.as('editorA')
      const { run, items } = await taken(
        house,
        editor,
        csv(
          ['1', 'Praten over schulden', 'Een gesprek helpt.', 'Begin rustig.', '', ''],
          ['2', 'Bel ons gerust', 'Wij helpen.', 'Bel Kim op 06-12345678.', '', ''],
          ['3', 'Alleen een titel', '', '', '', ''],
        ),
      )
      const seen = await editor.get(`/redactie/inlezen/${run}`)
      expect(seen.text).toContain('2 concepten hebben niets gemarkeerd')
      await editor.post(`/redactie/inlezen/${run}/publiceren`)
      expect((await editor.post(`/redactie/inlezen/${run}/publiceren`)).status).toBe(409)
      await house.runJobs()
      const states = await Promise.all(items.map(async (id) => (await rowOf(house, id)).state))
      expect(states).toEqual(['published', 'concept', 'concept'])
      expect((await editor.get(`/redactie/inlezen/${run}`)).text).toContain('1 item staat op het plein')
      expect((await runRow(house, run)).publish_done_at).not.toBeNull()
    }),
  )
})
