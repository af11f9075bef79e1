import { sql } from 'kysely'
import { describe, expect, it } from 'vitest'
import { inHouse, type House } from '../../../test/house.ts'
import type { Answers, Definition } from '../../lib/questionnaire/definition.ts'
import { runRetention } from '../../platform/jobs/retention.ts'
import { sheetsRetention } from './sheets.holdings.ts'
import { answersOfSheets, keepDraftsUntil, readSheet, saveAnswers, sendSheet } from './sheets.actions.ts'
import { answersToAnalyse, missingOn, progressOn } from './sheets.rules.ts'
import { fixedVersion, sheetWithLink, smallDefinition } from './sheets.testing.ts'

const yes: Answers = { heeft: { type: 'single', chosen: 'ja' } }
const no: Answers = { heeft: { type: 'single', chosen: 'nee' } }
const twelve: Answers = { aantal: { type: 'number', amount: { known: 'exact', value: 12 } } }
const called: Answers = { wie: { type: 'text', text: 'Bel Noor' } }

const saving =
  (house: House, sheet: string, answers: Answers, asked = Object.keys(answers), part: string | null = null) =>
  (tx: Parameters<typeof saveAnswers>[0]) =>
    saveAnswers(tx, house.platform.vault, sheet, { asked, answers, part }, house.platform.now())

describe('how far a sheet is', () => {
  it.each<[string, Answers, readonly [number, number], readonly string[]]>([
    ['nothing was answered', {}, [1, 0], ['heeft']],
    ['no brings no more questions', no, [1, 1], []],
    ['yes brings two', yes, [3, 1], []],
    ['an answer to a question that is not shown does not count', { ...no, ...twelve }, [1, 1], []],
  ])('%s', (_what, answers, [asked, answered], missing) => {
    expect(progressOn(smallDefinition, answers)[0]).toMatchObject({ section: 'inzet', asked, answered })
    expect(missingOn(smallDefinition, answers)).toEqual(missing)
  })

  it('is not complete while a row of a required matrix is open', () => {
    const words = { nl: 'Woorden' }
    const rows = ['a', 'b'].map((key) => ({ key, label: { nl: key } }))
    const definition: Definition = {
      ...smallDefinition,
      sections: [
        {
          key: 'deel',
          title: words,
          questions: [
            {
              key: 'rijen',
              type: 'matrix',
              text: words,
              about: 'opinion',
              required: true,
              rows,
              each: { type: 'scale', low: words, high: words },
            },
          ],
        },
      ],
    }
    expect(missingOn(definition, { rijen: { type: 'matrix', rows: { a: 1 } } })).toEqual(['rijen'])
    expect(missingOn(definition, { rijen: { type: 'matrix', rows: { a: 1, b: 5 } } })).toEqual([])
  })

  it('gives to analysis what counts, and nothing that names somebody', () => {
    expect(answersToAnalyse(smallDefinition, { ...yes, ...twelve, ...called })).toEqual({ ...yes, ...twelve })
    expect(answersToAnalyse(smallDefinition, { ...no, ...twelve })).toEqual(no)
  })
})

describe('a sheet', () => {
  it(
    'keeps answers question by question: others stay, an emptied one goes, and a colleague is noted',
    inHouse(async (house) => {
      const { sheet, with: holder } = await sheetWithLink(house, await fixedVersion(house))
      await holder(saving(house, sheet, { ...yes, ...twelve }))
      await holder(saving(house, sheet, called, ['wie', 'waarom'], '00000000-0000-4000-8000-000000000001'))
      await holder(saving(house, sheet, {}, ['aantal']))
      const seen = await holder((tx) => readSheet(tx, house.platform.vault, sheet))
      expect(seen.answers).toEqual({ ...yes, ...called })
      expect([...seen.parts]).toEqual([['wie', '00000000-0000-4000-8000-000000000001']])
      expect(seen.savedAt).not.toBeNull()
    }),
  )

  it(
    'stands in the database under a key of its own, and in no other place of it',
    inHouse(async (house) => {
      const version = await fixedVersion(house)
      const [one, other] = [await sheetWithLink(house, version), await sheetWithLink(house, version)]
      await one.with(saving(house, one.sheet, called))
      const { sealed } = await house.peek((tx) =>
        tx.selectFrom('questionnaires_answers').select('sealed').executeTakeFirstOrThrow(),
      )
      expect(sealed.toString('latin1')).not.toContain('Noor')
      await house.peek((tx) =>
        tx
          .insertInto('questionnaires_answers')
          .values({ sheet_id: other.sheet, question: 'wie', sealed, saved_at: house.platform.now(), part_id: null })
          .execute(),
      )
      await expect(other.with((tx) => readSheet(tx, house.platform.vault, other.sheet))).rejects.toThrow(
        /seal|broken|sealed/i,
      )
    }),
  )

  it(
    'is sent once, without what was hidden, and then refuses every change, also past the code',
    inHouse(async (house) => {
      const { vault, now } = house.platform
      const { sheet, with: holder } = await sheetWithLink(house, await fixedVersion(house))
      await holder(saving(house, sheet, twelve))
      await expect(holder((tx) => sendSheet(tx, vault, sheet, now()))).rejects.toThrow('sheet-incomplete')
      await holder(saving(house, sheet, no))
      expect(await holder((tx) => sendSheet(tx, vault, sheet, now()))).toBe('sent')
      expect(await holder((tx) => sendSheet(tx, vault, sheet, now()))).toBe('already')
      expect((await holder((tx) => readSheet(tx, vault, sheet))).answers).toEqual(no)
      await expect(holder(saving(house, sheet, yes))).rejects.toThrow('sheet-sent')
      for (const statement of [
        `delete from house.questionnaires_answers where sheet_id = '${sheet}'`,
        `update house.questionnaires_answers set saved_at = now() where sheet_id = '${sheet}'`,
        `update house.questionnaires_sheets set sent_at = null where id = '${sheet}'`,
      ])
        await expect(house.operate((tx) => sql.raw(statement).execute(tx))).rejects.toThrow('this sheet was sent')
    }),
  )

  it(
    'is for who holds its link, a copy only to read; for nobody else, not for researchers either',
    inHouse(async (house) => {
      const { vault } = house.platform
      const version = await fixedVersion(house)
      const [mine, theirs] = [await sheetWithLink(house, version), await sheetWithLink(house, version)]
      await mine.with(saving(house, mine.sheet, yes))
      await expect(theirs.with((tx) => readSheet(tx, vault, mine.sheet))).rejects.toThrow('not-found')
      await expect(theirs.with(saving(house, mine.sheet, no))).rejects.toThrow('not-found')
      const copy = await mine.linkFor('sheet-copy')
      const byCopy = <T>(work: Parameters<typeof mine.with<T>>[0]) => house.platform.database.house(copy, work)
      expect((await byCopy((tx) => readSheet(tx, vault, mine.sheet))).answers).toEqual(yes)
      await expect(byCopy(saving(house, mine.sheet, no))).rejects.toThrow('sheet-sent')
      const researcher = await house.as('researcher')
      const token = [...researcher.cookies.values()][0] ?? null
      for (const proof of [token, null, await mine.linkFor('vote')])
        await expect(house.platform.database.house(proof, (tx) => readSheet(tx, vault, mine.sheet))).rejects.toThrow(
          'not-found',
        )
    }),
  )

  it(
    'is analysed only when it was sent; a draft goes when its last day has passed, with its key',
    inHouse(async (house) => {
      const { vault, now } = house.platform
      const version = await fixedVersion(house)
      const [sent, draft] = [await sheetWithLink(house, version), await sheetWithLink(house, version)]
      await sent.with(saving(house, sent.sheet, { ...yes, ...called }))
      await sent.with((tx) => sendSheet(tx, vault, sent.sheet, now()))
      await draft.with(saving(house, draft.sheet, no))
      const both = [sent.sheet, draft.sheet]
      expect([...(await house.operate((tx) => answersOfSheets(tx, vault, both)))]).toEqual([[sent.sheet, yes]])

      await house.operate((tx) => keepDraftsUntil(tx, both, new Date(now().getTime() - 1000)))
      const work = { now, transaction: house.operate, vault } as Parameters<typeof runRetention>[0]
      expect(await runRetention(work, sheetsRetention, { dryRun: true })).toMatchObject([{ rows: 1 }])
      expect(await runRetention(work, sheetsRetention, { dryRun: false })).toMatchObject([{ rows: 1 }])
      expect(await house.count('questionnaires_sheets')).toBe(1)
      expect(await house.operate((tx) => vault.sealerOf(tx, `sheet:${draft.sheet}`))).toBeNull()
      await expect(draft.with((tx) => readSheet(tx, vault, draft.sheet))).rejects.toThrow('not-found')
    }),
  )
})
