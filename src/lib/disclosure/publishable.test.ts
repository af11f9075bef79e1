import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { audit } from './audit.ts'
import { amongAt, figuresOf } from './figures.ts'
import { jointFromCounts, jointOf, type Dimension, type Joint, type Place } from './joint.ts'
import { jointOfRespondents, respondents } from './microdata.testing.ts'
import type { Beside } from './beside.ts'
import { publishable, settle } from './publishable.ts'
import { roundTo, statementsOf, writeTables, type PublishedTable, type ShownCell } from './published.ts'
import type { ApprovedTable, Outcome, QuestionRelease } from './questions.ts'
import { publishEach } from './tables.testing.ts'

const answer: Dimension = { name: 'answer', categories: ['yes', 'no', 'considers'] }
const type: Dimension = { name: 'type', categories: ['welfare', 'advice', 'volunteers', 'neighbourhood'] }
const alone: ApprovedTable = { id: 'answer', questions: ['answer'], background: null, sensitive: false }
const byType: ApprovedTable = { id: 'answer by type', questions: ['answer'], background: 'type', sensitive: false }

/** Counts per type: one row for each of the first types, an answer per column. */
const typeJoint = (rows: readonly (readonly number[])[]): Joint =>
  jointFromCounts([{ ...type, categories: type.categories.slice(0, rows.length) }, answer], rows.flat())

const tablesOf = (outcome: Outcome | undefined): readonly PublishedTable[] =>
  outcome && 'tables' in outcome ? outcome.tables : []

async function published(
  release: QuestionRelease,
  seconds?: number,
): Promise<{ kind: string; tables: readonly PublishedTable[] }> {
  const { outcomes } = await publishEach([release], seconds)
  const [outcome] = outcomes
  if (!outcome || !('tables' in outcome)) throw new Error(`not published: ${outcome?.kind}`)
  return outcome
}
const cellOf = (tables: readonly PublishedTable[], id: string, ...at: (string | null)[]): ShownCell | undefined =>
  tables.find((table) => table.id === id)?.cells.find((cell) => String(cell.at) === String(at))?.cell
const hiddenIn = (tables: readonly PublishedTable[]) =>
  tables.flatMap(({ cells }) => cells).filter(({ cell }) => cell.status === 'hidden')

describe('a table that may leave the house', () => {
  it('shows large counts, a share from a base of 10, and an honest nobody', async () => {
    const joint = typeJoint([
      [30, 20, 10],
      [7, 0, 0],
      [20, 15, 5],
    ])
    const { kind, tables } = await published({ joint, tables: [alone, byType] })
    expect(kind).toBe('as-counted')
    expect(hiddenIn(tables)).toEqual([])
    expect(cellOf(tables, 'answer', 'yes')).toEqual({ status: 'shown', count: 57, share: 57 / 107 })
    expect(cellOf(tables, 'answer by type', 'yes', 'welfare')).toEqual({ status: 'shown', count: 30, share: 0.5 })
    expect(cellOf(tables, 'answer by type', 'yes', 'advice')).toEqual({ status: 'shown', count: 7, share: null })
    expect(cellOf(tables, 'answer by type', 'no', 'advice')).toEqual({ status: 'zero' })
  })

  it('hides nobody in a small group when the question is sensitive, because it tells about each of them', async () => {
    const joint = typeJoint([
      [30, 20, 10],
      [7, 0, 0],
      [20, 15, 6],
    ])
    const tables = [{ ...byType, sensitive: true }]
    const outcome = await published({ joint, tables })
    expect(cellOf(outcome.tables, 'answer by type', 'no', 'advice')).toEqual({ status: 'hidden' })
    expect(cellOf(outcome.tables, 'answer by type', 'considers', 'advice')).toEqual({ status: 'hidden' })
    expect(cellOf(outcome.tables, 'answer by type', 'yes', 'advice')).toEqual({ status: 'hidden' })
  })

  it('has no place for a hidden number', async () => {
    const joint = typeJoint([
      [31, 23, 12],
      [17, 3, 9],
      [29, 18, 14],
    ])
    const { tables } = await published({ joint, tables: [alone, byType] })
    expect(hiddenIn(tables)).toHaveLength(4)
    for (const { cell } of hiddenIn(tables)) expect(cell).toEqual({ status: 'hidden' })
    // @ts-expect-error: a hidden cell cannot carry a count
    const leaking: ShownCell = { status: 'hidden', count: 3 }
    expect(leaking.status).toBe('hidden')
  })

  it('is safe over everything printed, for any respondents', async () => {
    await fc.assert(
      fc.asyncProperty(fc.integer({ min: 1, max: 1e6 }), fc.integer({ min: 1, max: 250 }), async (seed, count) => {
        const joint = jointOfRespondents(respondents(count, seed))
        const tables = [alone, byType, { ...byType, id: 'answer by size', background: 'size' }]
        const { outcomes } = await publishEach([{ joint, tables }])
        for (const outcome of outcomes) {
          if (!('tables' in outcome)) continue
          for (const { cell } of outcome.tables.flatMap(({ cells }) => cells)) {
            if (cell.status !== 'shown') continue
            expect(cell.count).toBeGreaterThanOrEqual(5)
            expect(cell.share === null || (cell.share > 0 && cell.share <= 1)).toBe(true)
          }
          for (const { over, only, cells } of outcome.tables)
            for (const { at, cell } of cells) {
              if (cell.status !== 'shown' || cell.share === null) continue
              const base = joint.partsWhere(amongAt(over, at.with(0, null), only))
              expect(base.reduce((sum, part) => sum + (joint.counts[part] ?? 0), 0)).toBeGreaterThanOrEqual(10)
            }
          const shapes = outcome.tables.map(({ id, over, only }) => ({ id, over, only }))
          const small = figuresOf(joint, shapes).filter((figure) => figure.count > 0 && figure.count < 5)
          const secrets = small.map(({ parts }) => ({ parts, width: 5 }))
          const audited = await audit(joint.places.length, statementsOf(joint, outcome.tables), secrets)
          expect(audited.filter(({ safe }) => !safe)).toEqual([])
        }
      }),
      { numRuns: 6, seed: 8 },
    )
  }, 120_000)

  it('gives the same tables for the same respondents', async () => {
    const release = { joint: jointOfRespondents(respondents(90, 3)), tables: [alone, byType] }
    expect(await publishEach([release])).toEqual(await publishEach([release]))
  })

  it('hides how few of a panel changed their answer, and how many did not', async () => {
    const waves = ['2018', '2020'].map((name) => ({ name, categories: ['yes', 'no'] }))
    const panel: ApprovedTable = { id: 'panel', questions: ['2018', '2020'], background: null, sensitive: false }
    const { tables } = await published({ joint: jointFromCounts(waves, [12, 3, 4, 17]), tables: [panel] })
    for (const first of ['yes', 'no'])
      for (const second of ['yes', 'no']) expect(cellOf(tables, 'panel', first, second)).toEqual({ status: 'hidden' })
    expect(cellOf(tables, 'panel', 'yes', null)).toEqual({ status: 'shown', count: 15, share: null })
    expect(cellOf(tables, 'panel', null, 'yes')).toEqual({ status: 'shown', count: 16, share: 16 / 36 })
  })

  it('never crosses two questions with a background variable', async () => {
    const crossed: ApprovedTable = { id: 'x', questions: ['answer', 'answer'], background: 'type', sensitive: false }
    await expect(publishEach([{ joint: typeJoint([[9, 9, 9]]), tables: [crossed] }])).rejects.toThrow(RangeError)
  })
})

describe('when the least is not to be had', () => {
  it('asks to merge categories where nothing is left to show, and publishes the rest', async () => {
    const joint = typeJoint([
      [3, 2, 1],
      [2, 4, 3],
      [4, 4, 4],
    ])
    const { outcomes } = await publishEach([{ joint, tables: [alone, byType] }])
    expect(outcomes[0]).toMatchObject({ merge: ['answer by type'], tables: [{ id: 'answer' }] })
    expect(cellOf(tablesOf(outcomes[0]), 'answer', 'no')).toMatchObject({ status: 'shown', count: 10 })
  })

  it('hides totals rather than nothing, but never how many answered', async () => {
    const joint = jointFromCounts(
      [{ name: 'type', categories: ['a', 'b', 'c', 'd'] }, answer],
      [18, 7, 1, 9, 4, 0, 6, 3, 2, 5, 11, 1],
    )
    const { kind, tables } = await published({ joint, tables: [alone, byType] })
    expect(kind).toBe('as-counted')
    expect(cellOf(tables, 'answer', null)).toEqual({ status: 'shown', count: 67, share: null })
    expect(cellOf(tables, 'answer', 'considers')).toEqual({ status: 'hidden' })
    expect(cellOf(tables, 'answer', 'no')).toEqual({ status: 'hidden' })
  })

  it('hides no base that is known from elsewhere, and reckons with it when it rounds', async () => {
    const joint = typeJoint([
      [40, 0, 0],
      [2, 5, 0],
      [30, 0, 0],
    ])
    const tables = [byType]
    const hidesBases = async (basesKnown: boolean) => {
      const [outcome] = (await publishEach([{ joint, tables, basesKnown }])).outcomes
      return tablesOf(outcome).flatMap(({ cells }) =>
        cells.filter(({ at, cell }) => at[0] === null && cell.status === 'hidden'),
      )
    }
    expect(await hidesBases(false)).not.toEqual([])
    expect(await hidesBases(true)).toEqual([])
  })

  it('hides whole lines when the search gets no time, and says so', async () => {
    const joint = typeJoint([
      [31, 23, 12],
      [17, 3, 9],
      [29, 18, 14],
    ])
    const { kind, tables } = await published({ joint, tables: [alone, byType] }, 0)
    expect(kind).toBe('whole-lines')
    for (const one of answer.categories)
      expect(cellOf(tables, 'answer by type', one, 'advice')).toEqual({ status: 'hidden' })
    expect(hiddenIn(tables)).toHaveLength(6)
  })

  describe('because the attack finds more than the majority', () => {
    // What an organisation is decides what it answers: the table by type tells each one's answer, however large.
    const size: Dimension = { name: 'size', categories: ['1', '2', '3', '4', '5', '6'] }
    const telling = jointOf(
      [type, size, answer],
      Array.from({ length: 24 }, (_, index): Place => [
        type.categories[index % 4] ?? '',
        String(1 + Math.floor(index / 4)),
        index % 4 === 0 ? 'yes' : index % 4 === 1 ? 'no' : 'considers',
      ]),
    )
    const release: QuestionRelease = { joint: telling, tables: [alone, byType] }

    it('drops the tables by a background, and still shows the question as counted', async () => {
      const { outcomes, attack } = await publishEach([release])
      expect(outcomes[0]).toMatchObject({ kind: 'without-background', dropped: ['answer by type'] })
      expect(cellOf(tablesOf(outcomes[0]), 'answer', 'yes')).toMatchObject({ status: 'shown', count: 6 })
      expect(attack).toMatchObject({ unique: 24, majority: 12, leastSquares: 12 })
    })

    it('drops the finest first, and keeps what is harmless', async () => {
      const bySize: ApprovedTable = { ...byType, id: 'answer by size', background: 'size' }
      const place = { name: 'place', categories: Array.from({ length: 60 }, (_, at) => String(at)) }
      const bySizeAlone = jointOf(
        [type, size, place, answer],
        Array.from({ length: 60 }, (_, at): Place => {
          const own = 1 + (at % 6)
          return [type.categories[Math.floor(at / 20)] ?? '', String(own), String(at), own % 2 ? 'yes' : 'no']
        }),
      )
      const { outcomes } = await publishEach([{ joint: bySizeAlone, tables: [alone, byType, bySize] }])
      expect(outcomes[0]).toMatchObject({ kind: 'as-counted', dropped: ['answer by size'] })
    })

    it('looks at every group of questions by itself: much harmless beside it does not hide it', async () => {
      // Seen together the 24 answers found are less than five points of all.
      const harmless = jointOf(
        [{ name: 'type', categories: Array.from({ length: 600 }, (_, at) => String(at)) }, answer],
        Array.from({ length: 600 }, (_, at): Place => [String(at), at % 2 ? 'yes' : 'no']),
      )
      const { outcomes, attack } = await publishEach([{ joint: harmless, tables: [alone] }, release])
      expect(outcomes[0]).toMatchObject({ kind: 'as-counted', dropped: [] })
      expect(outcomes[1]).toMatchObject({ kind: 'without-background' })
      expect(attack.unique).toBe(624)
      // As one group with the harmless one it would stand.
      const together = await publishable([() => [{ joint: harmless, tables: [alone] }, release]])
      expect(together.outcomes[0]?.[1]).toMatchObject({ kind: 'as-counted', dropped: [] })
    })

    it('comes out the same when groups were settled elsewhere, and what came of them was copied', async () => {
      const small: QuestionRelease = { joint: jointOfRespondents(respondents(90, 3)), tables: [alone, byType] }
      const groups = [() => [release, small], () => [{ ...release, tables: [alone] }], () => [small]]
      const settled = await Promise.all(groups.toReversed().map((group) => settle(group)))
      expect(await publishable(groups, undefined, structuredClone(settled.toReversed()))).toEqual(
        await publishable(groups),
      )
    })

    it('keeps a number beside a table when without it the table must go anyway', async () => {
      const beside: Beside = { key: 'a share', rank: 0, of: { table: 'answer', at: ['yes'] }, statements: [] }
      const { outcomes } = await publishEach([{ ...release, beside: [beside] }])
      expect(outcomes[0]).toMatchObject({ kind: 'without-background', beside: ['a share'] })
    })

    it('leaves out the number that tells, and keeps the tables', async () => {
      const of = { table: 'answer', at: ['yes'] }
      const tells: Beside = { key: 'tells', rank: 0, of, statements: [] }
      const everybody = telling.places.flatMap((_, part) => (telling.counts[part] === 1 ? [part] : []))
      const statements = everybody.map((part) => ({ terms: new Map([[part, 1]]), low: 1, high: 1 }))
      const { outcomes } = await publishEach([{ joint: telling, tables: [alone], beside: [{ ...tells, statements }] }])
      expect(outcomes[0]).toMatchObject({ kind: 'as-counted', beside: [] })
    })
  })

  it('rounds to five, and gives no share of a base that may be below ten', async () => {
    const figures = figuresOf(typeJoint([[6, 2, 0]]), [{ id: 'answer', over: ['answer'], question: 'answer' }])
    const small = new Set([figures.findIndex(({ count }) => count === 2)])
    const [rough] = writeTables([{ id: 'answer', over: ['answer'], question: 'answer' }], figures, small, 5)
    expect(rough?.cells.map(({ cell }) => cell)).toEqual([
      { status: 'shown', count: 5, share: null },
      { status: 'hidden' },
      { status: 'zero' },
      { status: 'shown', count: 10, share: null },
    ])
    expect([0, 2, 3, 7, 8, 12, 13].map((count) => roundTo(count, 5))).toEqual([0, 0, 5, 5, 10, 10, 15])
  })

  it('publishes nothing about nobody, and does not break', async () => {
    const { outcomes, attack } = await publishEach([{ joint: typeJoint([[0, 0, 0]]), tables: [alone, byType] }])
    expect(outcomes[0]).toMatchObject({ kind: 'as-counted' })
    expect(attack.unique).toBe(0)
    expect(await publishEach([])).toMatchObject({ outcomes: [] })
  })

  it('publishes nothing about one respondent', async () => {
    const { outcomes } = await publishEach([{ joint: typeJoint([[1, 0, 0]]), tables: [alone] }])
    expect(JSON.stringify(outcomes)).not.toContain('"count"')
  })
})

describe('a release after an earlier one', () => {
  const presence: Dimension = { name: 'presence', categories: ['both', 'joined', 'left'] }
  const now: ApprovedTable[] = [alone, byType].map((table) => ({ ...table, only: { presence: ['both', 'joined'] } }))
  const before = { among: { presence: ['both', 'left'] }, changes: [{ presence: ['joined'] }, { presence: ['left'] }] }

  /** `rows` answered the first time; `late` came after that; nobody leaves. */
  async function twice(rows: readonly (readonly number[])[], late: readonly Place[]) {
    const first = await published({ joint: typeJoint(rows), tables: [alone, byType] })
    const types = type.categories.slice(0, rows.length)
    const places = types.flatMap((one, row) =>
      answer.categories.flatMap((given, column) =>
        Array.from({ length: rows[row]?.[column] ?? 0 }, (): Place => [one, given, 'both']),
      ),
    )
    const joint = jointOf(
      [{ ...type, categories: types }, answer, presence],
      [...places, ...late.map((place) => [...place, 'joined'])],
      ([, , there]) => there !== 'left',
    )
    const earlier = [{ tables: first.tables, ...before }]
    const { outcomes } = await publishEach([{ joint, tables: now, earlier }])
    return { first, second: outcomes[0], joint }
  }
  const rows = [
    [31, 23, 12],
    [17, 8, 9],
    [29, 18, 14],
  ]

  it('does not show what one late answer was', async () => {
    const { second } = await twice(rows, [['welfare', 'no']])
    expect(second).toEqual({ kind: 'too-close-to-earlier' })
  })

  it('shows what many late answers change', async () => {
    const late = [type.categories[0] ?? '', 'no']
    const { second, joint } = await twice(
      rows,
      Array.from({ length: 20 }, () => late),
    )
    expect(second).toMatchObject({ kind: 'as-counted' })
    expect(cellOf(tablesOf(second), 'answer', 'no')).toMatchObject({ status: 'shown', count: 69 })
    expect(joint.places).toHaveLength(18)
  })

  it('hides again what was hidden before, though by itself it could be shown', async () => {
    // Six volunteers more said yes: their 3 of the first release would follow from 9 and the six.
    const small = [
      [31, 23, 12],
      [17, 8, 9],
      [3, 18, 14],
    ]
    const { first, second, joint } = await twice(
      small,
      Array.from({ length: 6 }, () => ['volunteers', 'yes']),
    )
    expect(cellOf(first.tables, 'answer by type', 'yes', 'volunteers')).toEqual({ status: 'hidden' })
    const fresh = tablesOf(second)
    const statements = [...statementsOf(joint, first.tables, before.among), ...statementsOf(joint, fresh)]
    const secret = joint.places.findIndex((place) => place.join() === 'volunteers,yes,both')
    const [audited] = await audit(joint.places.length, statements, [{ parts: [secret], width: 5 }])
    expect(audited?.safe).toBe(true)
  })

  it('the audit over both together finds what each alone hides', async () => {
    const joint = typeJoint([
      [31, 23, 12],
      [17, 3, 9],
      [29, 18, 14],
    ])
    const { tables } = await published({ joint, tables: [alone, byType] })
    const secret = joint.places.findIndex((place) => place.join() === 'advice,no')
    const alonePassed = await audit(joint.places.length, statementsOf(joint, tables), [{ parts: [secret], width: 5 }])
    expect(alonePassed[0]?.safe).toBe(true)
    // An earlier release that hid other cells around the same small number.
    const moved = tables.map((table) => ({
      ...table,
      cells: table.cells.map((one) =>
        one.cell.status === 'hidden' && one.at[1] !== 'advice'
          ? { ...one, cell: { status: 'shown' as const, count: countAt(joint, one.at), share: null } }
          : one,
      ),
    }))
    const both = [...statementsOf(joint, tables), ...statementsOf(joint, moved)]
    const [together] = await audit(joint.places.length, both, [{ parts: [secret], width: 5 }])
    expect(together).toMatchObject({ safe: false, range: { low: 3, high: 3 } })
  })

  const countAt = (joint: Joint, [given, kind]: readonly (string | null)[]) =>
    joint.counts[joint.places.findIndex((place) => place[0] === kind && place[1] === given)] ?? 0
})
