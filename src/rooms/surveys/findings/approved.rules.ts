import type { Attack } from '../../../lib/disclosure/attack.ts'
import { publishable, type QuestionGroup } from '../../../lib/disclosure/publishable.ts'
import type { PublishedTable, ShownCell } from '../../../lib/disclosure/published.ts'
import type { ApprovedTable, Outcome, QuestionRelease } from '../../../lib/disclosure/questions.ts'
import type { Try } from '../../../lib/disclosure/tries.ts'
import { jointOnGround, type Before, type Ground, type Recorded } from './approved.ground.rules.ts'
import { printedTables, type Unit } from './approved.earlier.rules.ts'
import { besideEarlier, besideOf, type Since } from './beside.rules.ts'
import { columnsOf, countOf, type Column } from './columns.rules.ts'
import type { AnalysisInput, Background, Cell, PollWave, TableFinding, WhyHidden, Withheld } from './findings.ts'
import type { Groups } from './groups.rules.ts'
import { exactLevel, type Exact } from './levels.rules.ts'
import { recomposed } from './recomposed.rules.ts'
import { weigh, type Weighed } from './weighting.rules.ts'
import { askedTablesFor, followersWithout, hiddenByRouting } from './routing.rules.ts'

/** What may be shown of a question, once everything that is published with it has been looked at together. */
export type Approved = {
  /** Why nothing of it is shown; null when something is. */
  readonly why: WhyHidden | null
  /** How many answered; null when that may not be known. */
  readonly base: number | null
  readonly roundedTo: number | null
  readonly coarsened: 'whole-lines' | 'rounded' | 'without-background' | null
  /** Per option how many chose it; null when that is hidden. */
  readonly counts: ReadonlyMap<string, number | null>
  readonly tables: readonly TableFinding[]
  readonly withheld: readonly Withheld[]
  /** What else may stand beside a count (`besideKey`). */
  readonly beside: ReadonlySet<string>
}

/** What a question is looked at with, beside its counts. */
export type Beside = {
  readonly weighed: Weighed
  readonly exact: (column: Column, option: string) => Exact | null
  /** Earlier waves that this one is held against. */
  readonly waves: readonly {
    readonly id: string
    readonly columns: ReadonlyMap<string, Column>
    readonly wave: PollWave
  }[]
  readonly since: (column: Column, option: string) => readonly Since[]
}

export type ApprovedSet = { readonly byColumn: ReadonlyMap<string, Approved>; readonly attack: Attack }

/** What is to be looked at: `groups` of questions, each by itself and in any thread, and then all of them together. */
export type Approval = {
  readonly groups: readonly QuestionGroup[]
  /**
   * @param seconds for the search per table. When it is out of time whole rows are hidden instead, and `coarsened` says so.
   * @param settled what `settle` gave for a group, in their order; what is absent is settled here
   */
  readonly approve: (seconds?: number, settled?: readonly (readonly Try[])[]) => Promise<ApprovedSet>
}

/**
 * Takes the fixed tables (each question alone, and by one background variable at a time) through the disclosure rules, with
 * earlier releases of the same wave. Of a question with several answers each option is a table of its own: chosen or not.
 * A question is one group for the attack, with all its options and rows.
 *
 * @param beside what would be printed beside the counts
 */
export function approvalOf(input: AnalysisInput, columns: readonly Column[], groups: Groups, beside: Beside): Approval {
  const ground: Ground = { by: tablesBy(input, groups), groups, wave: input.wave }
  const withOptions = columns.filter(({ options, personal }) => options.length > 0 && !personal)
  const { hidden } = recomposed(input.wave, columns, input.released)
  const units = withOptions.filter(({ key }) => !hidden.has(key)).flatMap(unitsOf)
  const released = input.released.map(({ respondents }) => columnsOf({ ...input.wave, respondents }))
  const byQuestion = [...Map.groupBy(units, ({ column }) => column.question).values()]
  const questionGroups = byQuestion.map(
    (own) => () => own.map((unit) => releaseOf(input, ground, { columns, released }, unit, beside)),
  )
  return {
    groups: questionGroups,
    approve: async (seconds, settled) => {
      const { outcomes, attack } = await publishable(questionGroups, seconds, settled)
      const parts = byQuestion.flatMap((own, of) =>
        own.flatMap((unit, at): Part[] => {
          const outcome = outcomes[of]?.[at]
          return outcome ? [{ unit, outcome }] : []
        }),
      )
      const byKey = Map.groupBy(parts, ({ unit }) => unit.column.key)
      const byColumn = new Map(
        columns.map((column) => {
          const close = hidden.has(column.key) && !column.personal
          const approved = close
            ? nothing('too-close-to-earlier', column.key)
            : approvedOf(column, byKey.get(column.key) ?? [], ground)
          return [column.key, approved] as const
        }),
      )
      for (const column of followersWithout(columns, byColumn, input.wave.plan.limits.fewest))
        byColumn.set(column.key, hiddenByRouting)
      return { byColumn, attack }
    },
  }
}

/** The background variables of the plan that have at least two groups to tell apart. */
const tablesBy = ({ wave }: AnalysisInput, groups: Groups): Background[] =>
  wave.plan.tablesBy.filter((by) => groups[by].length > 1)

const unitsOf = (column: Column): Unit[] =>
  column.kind === 'several'
    ? column.options.map((option) => ({ column, option: option.key }))
    : [{ column, option: null }]

/** What an answer counts as in the table of a unit; null when the question was not answered. */
const placeIn = ({ column, option }: Unit, at: number): string | null => {
  if (column.states[at] !== 'answered') return null
  const picks = column.picks[at] ?? []
  if (option !== null) return picks.includes(option) ? 'yes' : 'no'
  return picks[0] ?? null
}

type Columns = { readonly columns: readonly Column[]; readonly released: readonly (readonly Column[])[] }

function releaseOf(input: AnalysisInput, ground: Ground, all: Columns, unit: Unit, beside: Beside): QuestionRelease {
  const { column, option } = unit
  const { plan, respondents } = input.wave
  const categories = option === null ? column.options.map(({ key }) => key) : ['yes', 'no']
  const recordsOf = (own: Unit, who: typeof respondents): Recorded[] =>
    who.flatMap((respondent, at) => {
      const answer = placeIn(own, at)
      return answer === null ? [] : [{ respondent, answer }]
    })
  const before = input.released.flatMap(({ findings, respondents: who }, at): Before[] => {
    const printed = findings.questions.find(({ key }) => key === column.key)
    const was = all.released[at]?.find(({ key }) => key === column.key)
    return printed && was
      ? [{ tables: printedTables(unit, printed), records: recordsOf({ column: was, option }, who) }]
      : []
  })
  const changed = before.some(({ records }) => !isSame(records, recordsOf(unit, respondents)))
  const options = option === null ? column.options.map(({ key }) => key) : [option]
  const shows = (wave: string) =>
    options.some((key) => beside.since(column, key).some(({ id, panelShows }) => id === wave && panelShows))
  const waves = beside.waves.flatMap(({ id, columns, wave }) => {
    const was = columns.get(column.key)
    if (!was || !shows(id)) return []
    const answered = wave.respondents.filter((_, at) => was.states[at] === 'answered')
    return [{ id, answered: new Set(answered.map(({ pseudonym }) => pseudonym)) }]
  })
  const { joint, participants, earlier, only, among } = jointOnGround(
    ground,
    categories,
    recordsOf(unit, respondents),
    before,
    waves,
  )
  const besideBefore = (at: number) => {
    const { findings, respondents: who } = input.released[at] ?? { findings: null, respondents: [] }
    const printed = findings?.questions.find(({ key }) => key === column.key)
    const was = all.released[at]?.find(({ key }) => key === column.key)
    if (!findings || !printed || !was) return []
    const wave = { ...input.wave, respondents: who, plan: findings.method.plan }
    const weighed = weigh(wave)
    return besideEarlier(
      { unit: { column: was, option }, wave, weighed, participants, only: among[at] ?? null },
      (key) => exactLevel(wave, weighed, was, key),
      printed,
    )
  }
  const answered = { unit, wave: input.wave, weighed: beside.weighed, participants, only }
  const sensitive = plan.sensitive.includes(column.key) || plan.sensitive.includes(column.question)
  const table = (background: Background | null): ApprovedTable => ({
    id: background ?? 'alone',
    questions: ['answer'],
    background: background && `${background} groups`,
    sensitive,
    ...(only ? { only } : {}),
  })
  return {
    joint,
    participants,
    beside: besideOf(
      answered,
      (key) => beside.exact(column, key),
      // Who answered twice, or only once, is too few to be counted anew after every correction.
      (key) =>
        beside.since(column, key).map((since) => (changed ? { ...since, panelShows: false, shifted: [] } : since)),
    ),
    tables: [table(null), ...ground.by.map(table), ...askedTablesFor(all.columns, unit, only)],
    basesKnown: true,
    cell: plan.limits.fewest,
    ...(earlier.length > 0 ? { earlier: earlier.map((one, at) => ({ ...one, beside: besideBefore(at) })) } : {}),
  }
}

const isSame = (one: readonly Recorded[], other: readonly Recorded[]): boolean => {
  const written = (records: readonly Recorded[]) =>
    JSON.stringify(records.map(({ respondent, answer }) => [respondent.pseudonym, answer]).toSorted())
  return written(one) === written(other)
}

const whyNot: Readonly<Record<string, WhyHidden>> = {
  'merge-categories': 'merge-categories',
  'too-close-to-earlier': 'too-close-to-earlier',
  'attack-succeeds': 'attack-succeeds',
}

const nothing = (why: WhyHidden, key: string): Approved => ({
  why,
  base: null,
  roundedTo: null,
  coarsened: null,
  counts: new Map(),
  tables: [],
  withheld: [{ what: 'question', key, why }],
  beside: new Set(),
})

type Part = { readonly unit: Unit; readonly outcome: Outcome }

function approvedOf(column: Column, parts: readonly Part[], ground: Ground): Approved {
  if (column.personal) return nothing('personal', column.key)
  const answered = countOf(column, 'answered')
  if (answered > 0 && answered < ground.wave.plan.limits.fewest) return nothing('small-base', column.key)
  if (column.options.length === 0) return { ...nothing('few', column.key), why: null, base: answered, withheld: [] }
  const refused = parts.find(({ outcome }) => !('tables' in outcome))
  if (refused) return nothing(whyNot[refused.outcome.kind] ?? 'few', column.key)
  const tablesOf = parts.map(({ unit, outcome }) => ({ unit, tables: 'tables' in outcome ? outcome.tables : [] }))
  const cell = (option: string, table: string, group: string | null) => {
    const part = tablesOf.find(({ unit }) => unit.option === null || unit.option === option)
    const at = [part?.unit.option === null ? option : 'yes', ...(table === 'alone' ? [] : [group])]
    return part ? cellAt(part.tables, table, at) : null
  }
  const counts = new Map(column.options.map(({ key }) => [key, countIn(cell(key, 'alone', null))]))
  const roundings = tablesOf.flatMap(({ tables }) => tables.map(({ roundedTo }) => roundedTo))
  const roundedTo = roundings.find((each) => each !== null) ?? null
  const tables = ground.by.flatMap((by) => tableOf(column, by, ground, { roundedTo, cell }))
  const missing = ground.by.filter((by) => !tables.some((table) => table.by === by))
  return {
    why: null,
    base: answered,
    roundedTo,
    coarsened: coarsest(parts.map(({ outcome }) => outcome.kind)),
    counts,
    tables,
    beside: new Set(
      roundedTo === null ? parts.flatMap(({ outcome }) => ('beside' in outcome ? outcome.beside : [])) : [],
    ),
    withheld: [
      ...[...counts].flatMap(([key, count]): Withheld[] =>
        count === null ? [{ what: 'option', key: `${column.key}/${key}`, why: 'few' }] : [],
      ),
      ...missing.map((by): Withheld => ({
        what: 'table',
        key: `${column.key} ${by}`,
        why: parts.some(({ outcome }) => 'dropped' in outcome && outcome.dropped.includes(by))
          ? 'attack-succeeds'
          : 'merge-categories',
      })),
    ],
  }
}

function coarsest(kinds: readonly string[]): Approved['coarsened'] {
  for (const kind of ['without-background', 'rounded', 'whole-lines'] as const) if (kinds.includes(kind)) return kind
  return null
}

const cellAt = (tables: readonly PublishedTable[], id: string, at: readonly (string | null)[]): ShownCell | null =>
  tables.find((table) => table.id === id)?.cells.find((cell) => String(cell.at) === String(at))?.cell ?? null

const countIn = (cell: ShownCell | null): number | null =>
  cell === null || cell.status === 'hidden' ? null : cell.status === 'zero' ? 0 : cell.count

type Printed = {
  readonly roundedTo: number | null
  readonly cell: (option: string, table: string, group: string | null) => ShownCell | null
}

function tableOf(column: Column, by: Background, ground: Ground, { roundedTo, cell }: Printed): TableFinding[] {
  const { fewest, percentagesFrom } = ground.wave.plan.limits
  const groups = ground.groups[by].map(({ key, of }) => {
    const base = column.states.filter(
      (state, at) => state === 'answered' && of.includes(ground.wave.respondents[at]?.[by] ?? ''),
    ).length
    return { key, of, base: base === 0 || base >= fewest ? base : null }
  })
  const rows = column.options.map(({ key: option }) => ({
    option,
    cells: groups.map(({ key, base }): Cell => {
      const count = countIn(cell(option, by, key))
      if (count === null || base === null) return { status: 'hidden' }
      const share = base >= percentagesFrom ? Math.min(1, count / base) : null
      return { status: count === 0 ? 'zero' : 'shown', count, share }
    }),
  }))
  if (rows.every(({ cells }) => cells.every(({ status }) => status === 'hidden'))) return []
  return [{ id: `${column.key} ${by}`, by, roundedTo, groups, rows }]
}
