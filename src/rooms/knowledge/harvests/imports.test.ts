import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { inHouse, type RolledBackHouse } from '../../../../test/house.ts'
import { root } from '../../../platform/root.ts'
import { importDocuments } from './imports.actions.ts'
import { getItem } from '../items/items.sql.ts'
import { press, rowOf } from '../knowledge.testing.ts'
import { bodyOf } from '../items/texts.rules.ts'
import '../tables.ts'

const bytes = (text: string) => new TextEncoder().encode(text)
const article = bytes(
  `Samen werken aan beleid

12 februari 2024

Wij vroegen mensen met schulden om mee te denken over het beleid van de gemeente. Dat leverde veel op, voor iedereen die erbij was.

Wat werkte

Een ervaringsdeskundige zat vanaf het begin aan tafel. 1. dit is geen lijst en * dit ook niet, maar het staat er wel zo.

Wie meer wil weten, kan lezen wat er in het verslag staat. Daarin staat hoe het ging en wat het kostte.

Contact
Wietske van der Laan, adviseur
06-12345678
wietske@voorbeeld.example
`,
)
const page = bytes(
  '<!doctype html><html lang="en"><head><title>Working together</title></head><body><main><h1>Working together</h1><p>People with lived experience were there from the start, and that made the plan a better plan for all of them.</p><h2>What it took</h2><p>Time, money and a good place to meet. Write to info@voorbeeld.example if you want to know more about it.</p></main></body></html>',
)

const importAs = (
  house: RolledBackHouse,
  files: readonly { name: string; bytes: Uint8Array }[],
  steward = house.people.organisations.a,
) => house.operate((tx) => importDocuments(tx, house.platform.vault, files, steward, null, house.platform.now()))

describe('importing documents', () => {
  it(
    'makes a draft with what the document says, and holds back who can be reached',
    inHouse(async (house) => {
      const [first, second] = await importAs(house, [
        { name: 'beleid.txt', bytes: article },
        { name: 'together.html', bytes: page },
      ])
      expect(first).toMatchObject({
        kind: 'draft',
        title: 'Samen werken aan beleid',
        language: 'nl',
        writtenOn: '2024-02-12',
      })
      expect(second).toMatchObject({ kind: 'draft', title: 'Working together', language: 'en' })
      if (first?.kind !== 'draft' || second?.kind !== 'draft') throw new Error('no draft')
      expect(first.themes).toContain('povertyDebt')
      expect(first.terms.length).toBeGreaterThan(0)
      const item = await house.operate((tx) => getItem(tx, house.platform.vault, first.item))
      expect(bodyOf(item)).toContain('## Wat werkte')
      expect(bodyOf(item)).toContain('\\* dit ook niet')
      expect(JSON.stringify([item.title, item.summary, bodyOf(item)])).not.toMatch(/Wietske|06-12345678|@voorbeeld/)
      expect(JSON.stringify(item.held)).toMatch(/Wietske/)
      expect(item.licence).toBe('all-rights-reserved')

      const editor = await house.as('editorA')
      const shown = await editor.get(`/redactie/${first.item}`)
      expect(shown.text).toContain('Buiten de tekst gehouden')
      expect(shown.text).toContain('06-12345678')
      expect((await (await house.as('editorB')).get(`/redactie/${first.item}`)).status).toBe(404)

      await press(house, editor, first.item, 'verder')
      expect((await press(house, editor, first.item, 'publiceren')).status).toBe(303)
      const { slug } = await rowOf(house, first.item)
      const published = await house.visitor().get(`/kennis/${slug}`)
      expect(published.text).toContain('Wat werkte')
      expect(published.text).toContain('* dit ook niet')
      expect(published.text).not.toMatch(/Wietske|06-12345678/)
    }),
  )

  it(
    'names what is wrong with a file and goes on with the others',
    inHouse(async (house) => {
      const outcomes = await importAs(house, [
        { name: 'leeg.txt', bytes: new Uint8Array() },
        { name: 'plaatje.txt', bytes: new Uint8Array([0x89, 0x50, 0, 1, 2]) },
        { name: 'oud.txt', bytes: new Uint8Array([0x63, 0x61, 0x66, 0xe9]) },
        { name: 'groot.txt', bytes: new Uint8Array(3 * 1024 * 1024).fill(0x61) },
        {
          name: 'lang.txt',
          bytes: bytes(`Een titel\n\n${'Dit is een zin met gewone woorden die gewoon doorgaat. '.repeat(1500)}`),
        },
        { name: 'goed.txt', bytes: article },
      ])
      expect(outcomes.map((each) => (each.kind === 'refused' ? each.problem : each.kind))).toEqual([
        'empty',
        'binary',
        'wrong-encoding',
        'too-large',
        'too-long',
        'draft',
      ])
      expect(await house.count('house.knowledge_items')).toBe(1)
    }),
  )

  it(
    'knows the same bytes again, per organisation',
    inHouse(async (house) => {
      const file = { name: 'a.txt', bytes: article }
      const [first, again] = await importAs(house, [file, { ...file, name: 'b.txt' }])
      if (first?.kind !== 'draft') throw new Error('no draft')
      expect(again).toEqual({ file: 'b.txt', kind: 'there-already', item: first.item })
      const [elsewhere] = await importAs(house, [file], house.people.organisations.b)
      expect(elsewhere?.kind).toBe('draft')
      expect(await house.count('house.knowledge_items')).toBe(2)
    }),
  )

  it(
    'is refused as a whole for an organisation that is no partner, or not the editor’s own',
    inHouse(async (house) => {
      await expect(importAs(house, [{ name: 'a.txt', bytes: article }], house.people.expert.id)).rejects.toThrow(
        'not-a-partner',
      )
      const editor = await house.as('editorA')
      const proof = [...editor.cookies.values()][0] ?? ''
      const doer = { person: house.people.editorA.id, edits: new Set([house.people.organisations.a]) }
      const by = (steward: string) =>
        house.platform.database.house(proof, (tx) =>
          importDocuments(
            tx,
            house.platform.vault,
            [{ name: 'a.txt', bytes: article }],
            steward,
            doer,
            house.platform.now(),
          ),
        )
      await expect(by(house.people.organisations.b)).rejects.toThrow('no-steward')
      expect(await by(house.people.organisations.a)).toMatchObject([{ kind: 'draft' }])
    }),
  )

  const folder = join(root, '..', 'shared', 'documents')
  const files = existsSync(folder) ? readdirSync(folder).filter((name) => name.endsWith('.txt')) : []
  if (files.length === 0) process.stdout.write('skipped: the documents beside the repository are absent\n')
  it.skipIf(files.length === 0)(
    'reads real documents: title, language, themes and paragraphs, with nobody to be reached in them',
    inHouse(async (house) => {
      const outcomes = await importAs(
        house,
        files.map((name) => ({ name, bytes: new Uint8Array(readFileSync(join(folder, name))) })),
      )
      const editor = await house.as('editorA')
      for (const outcome of outcomes) {
        if (outcome.kind !== 'draft') throw new Error(`${outcome.file}: ${outcome.kind}`)
        expect(outcome).toMatchObject({ language: 'nl' })
        expect(outcome.title.length).toBeGreaterThan(8)
        expect(outcome.paragraphs).toBeGreaterThan(5)
        expect(outcome.terms.length).toBeGreaterThan(0)
        const row = await rowOf(house, outcome.item)
        expect(row.open_marks).toBeLessThan(4)
        expect((await editor.get(`/redactie/${outcome.item}`)).status).toBe(200)
      }
      expect(
        await importAs(
          house,
          files.map((name) => ({ name, bytes: new Uint8Array(readFileSync(join(folder, name))) })),
        ),
      ).toEqual(
        outcomes.map((each) => ({
          file: each.file,
          kind: 'there-already',
          item: each.kind === 'draft' ? each.item : '',
        })),
      )
    }),
  )
})
