import type { Among } from '../../../lib/disclosure/joint.ts'
import type { ApprovedTable } from '../../../lib/disclosure/questions.ts'
import type { Test } from '../../../lib/questionnaire/definition.ts'
import type { Approved } from './approved.rules.ts'
import type { Unit } from './approved.earlier.rules.ts'
import { chosenIn, countOf, type Column } from './columns.rules.ts'

// How many got a question follows from how many gave the answer before it. Whoever prints the one has printed the other.

type Tested = Test & { readonly not?: true }

const gateOf = ({ question, row }: Tested): string => (row === undefined ? question : `${question}:${row}`)

/** The one answer that decides who gets this question; null when it is not one answer of one question. */
function oneGate(column: Column, columns: readonly Column[]): { gate: Column; options: string[] } | null {
  const [test, second] = column.when?.all ?? []
  const gate = test && second === undefined ? columns.find(({ key }) => key === gateOf(test)) : undefined
  if (!test || !gate || gate.kind === 'order') return null
  if (gate.kind === 'several' && (test.chosen.length !== 1 || test.not)) return null
  const is = (key: string) => test.chosen.includes(key) !== (test.not === true)
  return { gate, options: gate.options.map(({ key }) => key).filter(is) }
}

const idOf = (column: Column) => `asked ${column.question}`

/**
 * The tables that say how many got the questions that hang on this one: their sizes are printed, so they are audited with it.
 */
export function askedTablesFor(
  columns: readonly Column[],
  { column, option }: Unit,
  only: Among | null,
): ApprovedTable[] {
  const tables = columns.flatMap((follower): ApprovedTable[] => {
    const found = oneGate(follower, columns)
    if (found?.gate.key !== column.key) return []
    if (option !== null && found.options[0] !== option) return []
    const answer = option === null ? found.options : ['yes']
    return [
      {
        id: idOf(follower),
        questions: ['answer'],
        background: null,
        sensitive: false,
        only: { ...only, answer },
      },
    ]
  })
  return tables.filter(({ id }, at) => tables.findIndex((table) => table.id === id) === at)
}

/** The small group of organisations that would be known if it were known how many got this question. */
function tellsOnSome(column: Column, columns: readonly Column[], fewest: number): boolean {
  const isFew = (count: number) => count > 0 && count < fewest
  const asked = column.states.map((state) => state !== 'not-asked')
  return (column.when?.all ?? []).some((test) => {
    const gate = columns.find(({ key }) => key === gateOf(test))
    if (!gate) return false
    return test.chosen.some((option) => {
      const chosen = chosenIn(gate, option).map((picked) => (picked === 1) !== (test.not === true))
      const without = asked.filter((own, at) => own && !chosen[at]).length
      const beside = chosen.filter((own, at) => own && !asked[at]).length
      return isFew(without) || isFew(beside)
    })
  })
}

export const hiddenByRouting: Approved = {
  why: 'routing',
  base: null,
  roundedTo: null,
  coarsened: null,
  counts: new Map(),
  tables: [],
  withheld: [],
  beside: new Set(),
}

/**
 * The questions that may not be shown, because how many got them tells what was hidden elsewhere: the question before it
 * is not shown, or several answers together decide and leave a few organisations over. Also what hangs on those.
 */
export function followersWithout(
  columns: readonly Column[],
  approved: ReadonlyMap<string, Approved>,
  fewest: number,
): Column[] {
  const without = new Set<string>()
  for (const column of columns) {
    if (!column.when || countOf(column, 'not-asked') === 0) continue
    const one = oneGate(column, columns)
    const gates = column.when.all.map(gateOf)
    const hidden = gates.some((gate) => {
      const before = approved.get(gate)
      return without.has(gate) || before === undefined || before.why !== null || before.roundedTo !== null
    })
    if (hidden || (one === null && tellsOnSome(column, columns, fewest))) without.add(column.key)
  }
  return columns.filter(({ key }) => without.has(key))
}
