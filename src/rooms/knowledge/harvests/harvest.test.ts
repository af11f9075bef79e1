import { sql } from 'kysely'
import { describe, expect, it } from 'vitest'
import { inHouse } from '../../../../test/house.ts'
import {
  asked,
  consentLinks,
  draftFromRequest,
  fillIn,
  onSquare,
  press,
  replaceAll,
  rowOf,
  says,
  stateOf,
  versionOf,
} from '../knowledge.testing.ts'
import '../tables.ts'

describe('from a request to the square', () => {
  it(
    'marks what points at somebody and lets nothing marked pass',
    inHouse(async (house) => {
      const id = await draftFromRequest(house)
      const editor = await house.as('editorA')
      await fillIn(editor, id)
      const screen = await editor.get(`/redactie/${id}/nalopen`)
      expect(screen.status).toBe(200)
      for (const marked of ['Stichting De Linde', 'Utrecht', 'Kim Bakker', '06-12345678'])
        expect(screen.text).toContain(`<mark>${marked}</mark>`)
      // One heading per kind, and one group of choices per mark.
      expect(screen.text.match(/Namen \(\d+\)/g)).toEqual(['Namen (1)'])
      expect(screen.text.match(/type="radio"[^>]*value="replace"/g)).toHaveLength(
        screen.text.match(/<legend/g)?.length ?? 0,
      )
      expect(screen.text).not.toContain('(niet verplicht)')

      // Straight on, by the form of another step: it stays where it is.
      const skipped = await press(house, editor, id, 'verder')
      expect(skipped.location).toBe(`/redactie/${id}/nalopen`)
      expect(await stateOf(house, id)).toBe('in-redaction')
      expect((await press(house, editor, id, 'verder')).location).toBe(`/redactie/${id}/nalopen`)
      expect((await press(house, editor, id, 'publiceren')).status).toBe(409)

      // One choice missing: nothing changes, and what was chosen comes back.
      const version = await versionOf(house, id)
      const names = [...screen.text.matchAll(/name="(choice:[^"]+)"/g)].map((match) => match[1] ?? '')
      const all = Object.fromEntries([...new Set(names)].map((name) => [name, 'replace']))
      const [first = '', ...rest] = Object.keys(all)
      const forged = await editor.post(`/redactie/${id}/nalopen`, {
        version: String(version),
        ...Object.fromEntries(rest.map((name) => [name, 'replace'])),
      })
      expect(forged.status).toBe(422)
      expect(forged.text).toContain('Kies wat hiermee moet gebeuren')
      expect(await versionOf(house, id)).toBe(version)

      // Kept without a reason; about something that is not marked; for an older text.
      expect(
        (await editor.post(`/redactie/${id}/nalopen`, { version: String(version), ...all, [first]: 'keep' })).text,
      ).toContain('Zeg waarom dit mag blijven staan')
      expect(
        (await editor.post(`/redactie/${id}/nalopen`, { version: String(version), ...all, [first]: 'edit' })).text,
      ).toContain('Typ de woorden die er komen')
      expect(
        (
          await editor.post(`/redactie/${id}/nalopen`, {
            version: String(version),
            ...all,
            'choice:question:0:3': 'replace',
          })
        ).status,
      ).toBe(409)
      expect((await editor.post(`/redactie/${id}/nalopen`, { version: String(version - 1), ...all })).status).toBe(409)
      expect(
        (await editor.post(`/redactie/${id}/nalopen`, { version: String(version), ...all, vreemd: 'x' })).status,
      ).toBe(422)
      expect(await versionOf(house, id)).toBe(version)

      expect((await editor.post(`/redactie/${id}/nalopen`, { version: String(version), ...all })).status).toBe(303)
      const after = await editor.get(`/redactie/${id}`)
      expect(after.text).toContain('Wij zijn van [organisatie]. Wij werken in [plaats].')
      expect(after.text).not.toContain('06-12345678')
      // Written in again: marked again.
      await fillIn(editor, id, { summary: 'Bel 06-12345678 voor meer.' })
      expect((await rowOf(house, id)).open_marks).toBe(1)
      expect((await press(house, editor, id, 'verder')).location).toBe(`/redactie/${id}/nalopen`)
    }),
  )

  it(
    'publishes only after the yes of everybody whose words it holds, under the names they chose',
    inHouse(async (house) => {
      const { id, editor, links } = await asked(house)
      expect(Object.keys(links).sort()).toEqual(['kees@example.org', 'rosa@example.org', 'vrager@example.org'])
      expect(await stateOf(house, id)).toBe('waiting-for-consent')
      for (const letter of await house.letters()) expect(letter.text).not.toMatch(/Linde|schuld|Begin klein/i)

      const page = await house.visitor().get(links['vrager@example.org'] ?? '')
      expect(page.text).toContain('Hoe beginnen wij met ervaringsdeskundigen')
      expect(page.text).not.toContain('Begin klein en betaal eerlijk. Vraag')
      expect(page.text).not.toContain('Onder welke naam')

      expect((await says(house, links['vrager@example.org'], { says: 'yes' })).status).toBe(303)
      expect((await says(house, links['rosa@example.org'], { says: 'yes', shownAs: 'Rosa uit het duo' })).status).toBe(
        303,
      )
      expect((await press(house, editor, id, 'publiceren')).status).toBe(409)
      expect(await onSquare(house, id)).toMatchObject({ items: 0 })
      const rosaLook = await house.as('secondExpert')
      const mine = await rosaLook.get('/mijn/kennis')
      expect(mine.text).toContain('Hoe begin je?')
      expect((await says(house, links['kees@example.org'], { says: 'yes', shownAs: '' })).status).toBe(303)
      expect(await stateOf(house, id)).toBe('ready')

      expect((await press(house, editor, id, 'publiceren')).status).toBe(303)
      const { slug } = await rowOf(house, id)
      const item = await house.visitor().get(`/kennis/${slug}`)
      expect(item.status).toBe(200)
      expect(item.text).toContain('Rosa uit het duo')
      expect(item.text).toMatch(/<h2>De vraag<\/h2>[\s\S]*<h2>Het antwoord<\/h2>\s*<p>Begin klein/)
      expect(item.text).not.toMatch(/Kees|Linde|Kim Bakker|vrager@/)
      expect((await house.visitor().get('/zoeken?q=begin%20klein')).text).toContain('Hoe begin je?')
      const ledger = await house.peek((tx) =>
        tx
          .selectFrom('accounts_consents')
          .select(['subject', 'wording_version'])
          .where('purpose', '=', 'publish-knowledge')
          .execute(),
      )
      expect(ledger).toHaveLength(3)
      for (const row of ledger) expect(row.wording_version).toMatch(/^publish-1:[0-9a-f]{64}$/)
    }),
  )

  it(
    'does not publish past the rule either: the database refuses',
    inHouse(async (house) => {
      const { id, links } = await asked(house)
      await says(house, links['rosa@example.org'], { says: 'yes' })
      const proof = [...(await house.as('editorA')).cookies.values()][0] ?? ''
      const force = (from: 'waiting-for-consent' | 'ready') =>
        house.platform.database.house(proof, async (tx) => {
          if (from === 'ready')
            await tx.updateTable('knowledge_items').set({ state: 'ready' }).where('id', '=', id).execute()
          await tx
            .updateTable('knowledge_items')
            .set({ state: 'published', shelf_version: sql<number>`version`, slug: 'x' })
            .where('id', '=', id)
            .execute()
        })
      await expect(force('waiting-for-consent')).rejects.toThrow('only what is ready is published')
      await expect(force('ready')).rejects.toThrow('not everyone has said yes')
      // An editor cannot say yes for somebody, nor read where the requester is.
      await expect(
        house.platform.database.house(proof, (tx) =>
          tx.updateTable('knowledge_item_yeses').set({ answer: 'yes' }).where('item_id', '=', id).execute(),
        ),
      ).rejects.toThrow(/permission denied/)
      await expect(
        house.platform.database.house(proof, (tx) => tx.selectFrom('knowledge_item_contacts').selectAll().execute()),
      ).rejects.toThrow(/permission denied/)
    }),
  )

  it(
    'counts a yes only for the words that were read, and asks again after a change',
    inHouse(async (house) => {
      const { id, editor, links } = await asked(house)
      await says(house, links['vrager@example.org'], { says: 'yes' })
      await says(house, links['rosa@example.org'], { says: 'yes' })
      const late = await house.visitor().get(links['kees@example.org'] ?? '')
      await fillIn(editor, id, { 'part:answer': 'Begin groot.' })
      expect(await stateOf(house, id)).toBe('concept')
      // A yes to the older text, from a page that was open all the while.
      const visitor = house.visitor()
      expect((await visitor.submit(late, { says: 'yes' }, 'name="says"')).status).toBe(409)
      await press(house, editor, id, 'verder')
      expect(await stateOf(house, id)).toBe('waiting-for-consent')
      await house.runJobs()
      const again = await consentLinks(house, links)
      // The requester's own words are the same: nobody asks again.
      expect(Object.keys(again).sort()).toEqual(['kees@example.org', 'rosa@example.org'])
      expect((await house.visitor().get(again['rosa@example.org'] ?? '')).text).toContain('Begin groot.')
      expect((await house.visitor().get(links['rosa@example.org'] ?? '')).text).toContain('De tekst is veranderd')
      await says(house, again['rosa@example.org'], { says: 'yes' })
      expect((await press(house, editor, id, 'publiceren')).status).toBe(409)
      await says(house, again['kees@example.org'], { says: 'yes' })
      expect((await press(house, editor, id, 'publiceren')).status).toBe(303)
    }),
  )

  it(
    'takes a no without a reason, does not ask again, and goes on without those words',
    inHouse(async (house) => {
      const { id, editor, links } = await asked(house)
      const nobody = await says(house, links['vrager@example.org'], { says: '' })
      expect(nobody.status).toBe(422)
      expect(nobody.text).toContain('Kies ja of nee')
      expect((await says(house, links['vrager@example.org'], { says: 'no' })).status).toBe(303)
      const before = (await house.letters()).length
      await press(house, editor, id, 'verder')
      await house.runJobs()
      expect((await house.letters()).length).toBe(before)
      expect((await editor.get(`/redactie/${id}`)).text).toContain('Wij vragen het niet nog een keer')
      await fillIn(editor, id, { 'leave:question': 'on' })
      await press(house, editor, id, 'verder')
      for (const who of ['rosa@example.org', 'kees@example.org']) await says(house, links[who], { says: 'yes' })
      expect((await press(house, editor, id, 'publiceren')).status).toBe(303)
      expect(await onSquare(house, id)).toMatchObject({ items: 1 })
    }),
  )

  it(
    'makes one draft per request, only for partners, and the desk cannot read it on',
    inHouse(async (house) => {
      const id = await draftFromRequest(house)
      expect(await draftFromRequest(house)).toBe(id)
      await expect(draftFromRequest(house, { request: 'other', stewards: [] })).rejects.toThrow('no-steward')
      await expect(draftFromRequest(house, { request: 'other', stewards: [house.people.expert.id] })).rejects.toThrow(
        'not-a-partner',
      )
      const desk = await house.as('coordinator')
      expect((await desk.get(`/redactie/${id}`)).status).toBe(403)
      const stored = await rowOf(house, id)
      expect(stored.request_sealed?.toString('utf8')).not.toContain('request:1')
      // An author who was erased before can never be asked.
      const other = await draftFromRequest(house, { request: 'erased', authors: [null] })
      const editor = await house.as('editorA')
      await fillIn(editor, other)
      await replaceAll(editor, other)
      await press(house, editor, other, 'verder')
      expect(await stateOf(house, other)).toBe('waiting-for-consent')
      expect((await press(house, editor, other, 'publiceren')).status).toBe(409)
    }),
  )
})
