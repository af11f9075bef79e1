import loadHighs, { type Highs, type Model } from 'highs'

/** One line of a linear program: low <= sum of factor x column <= high. Keys of `terms` are columns, from 0. */
export type Row = { readonly terms: ReadonlyMap<number, number>; readonly low: number; readonly high: number }

/**
 * A linear program. Columns run from 0 to `upper` (absent: no end). `whole`: the columns are whole
 * numbers. `presolve`: false for small programs, which are solved before presolve has looked at them; absent: yes. `often`: the
 * same rows are optimised for many aims, which the primal simplex does from where it stood, without presolve.
 */
export type Program = {
  readonly columns: number
  readonly rows: readonly Row[]
  readonly upper?: number
  readonly whole?: boolean
  readonly presolve?: false
  readonly often?: boolean
}

/** What became of it. `duals`: per row, how much the optimum moves with that row's limit; empty for whole numbers. */
export type Solved =
  | { readonly kind: 'optimal'; readonly value: number; readonly columns: Float64Array; readonly duals: Float64Array }
  | { readonly kind: 'infeasible' }
  | { readonly kind: 'unbounded' }
  | { readonly kind: 'out-of-time' }

/** Solves the same rows again and again for other aims. `aim`: cost per column; absent columns cost nothing. */
export type Optimise = (aim: ReadonlyMap<number, number>, sense: 'least' | 'most', seconds?: number) => Solved

// HiGHS' number for the primal simplex: after a change of costs its basis still holds.
const primal = 4

const presolveOf = ({ presolve, often }: Program) => (presolve === false || often === true ? 'off' : 'choose')

let loading: Promise<Highs> | undefined

/**
 * Opens a linear (or whole-number) program in HiGHS (version 1.15, compiled to WebAssembly) and gives a function that
 * optimises it; the memory is given back when `use` has ended. The model goes in as sparse arrays: HiGHS' reader of LP
 * text has a limit on the length of a line, and none is needed here.
 * The solving itself blocks the thread: large programs belong in a worker.
 * @throws Error when HiGHS breaks down; the next call then starts with a fresh copy of it.
 */
export async function withProgram<T>(program: Program, use: (optimise: Optimise) => T): Promise<T> {
  loading ??= loadHighs()
  const highs = await loading
  try {
    return highs.withModel(packed(program, highs), (model) => {
      model.options.set({ output_flag: false })
      model.options.set({ presolve: presolveOf(program) })
      if (program.often) model.options.set({ simplex_strategy: primal })
      if (program.whole) model.options.set({ mip_rel_gap: 0, mip_abs_gap: 0.5, mip_feasibility_tolerance: 1e-9 })
      return use((aim, sense, seconds) => optimised(highs, model, program, { aim, sense, seconds }))
    })
  } catch (broken) {
    loading = undefined
    throw broken
  }
}

function packed(program: Program, highs: Highs) {
  const upper = program.upper ?? highs.infinity
  const starts = [0]
  const indices: number[] = []
  const values: number[] = []
  for (const { terms } of program.rows) {
    for (const [column, factor] of terms) {
      indices.push(column)
      values.push(factor)
    }
    starts.push(indices.length)
  }
  return {
    numCols: program.columns,
    numRows: program.rows.length,
    colCost: new Float64Array(program.columns),
    colLower: new Float64Array(program.columns),
    colUpper: new Float64Array(program.columns).fill(upper),
    rowLower: program.rows.map(({ low }) => (low === -Infinity ? -highs.infinity : low)),
    rowUpper: program.rows.map(({ high }) => (high === Infinity ? highs.infinity : high)),
    matrix: {
      format: 'csr' as const,
      numRows: program.rows.length,
      numCols: program.columns,
      starts,
      indices,
      values,
    },
    ...(program.whole ? { integrality: new Int32Array(program.columns).fill(1) } : {}),
  }
}

type Aim = { aim: ReadonlyMap<number, number>; sense: 'least' | 'most'; seconds: number | undefined }

function optimised(highs: Highs, model: Model, program: Program, { aim, sense, seconds }: Aim): Solved {
  const status = highs.constants.modelStatus
  const costs = new Float64Array(program.columns)
  for (const [column, cost] of aim) costs[column] = cost
  model.changeColsCost({ kind: 'range', from: 0, to: program.columns - 1 }, costs)
  const { minimize, maximize } = highs.constants.objectiveSense
  model.changeObjectiveSense(sense === 'least' ? minimize : maximize)
  model.zeroAllClocks()
  model.options.set('time_limit', seconds ?? 1e9)
  model.run()
  if (model.getModelStatus() === status.unboundedOrInfeasible) {
    // Presolve sees that one of both holds; without it the solver finds out which.
    model.options.set('presolve', 'off')
    model.clearSolver()
    model.run()
    model.options.set('presolve', presolveOf(program))
  }
  const reached = model.getModelStatus()
  if (reached === status.optimal) {
    const { colValue, rowDual } = model.getSolution()
    return { kind: 'optimal', value: model.getObjectiveValue(), columns: colValue, duals: rowDual }
  }
  if (reached === status.infeasible) return { kind: 'infeasible' }
  if (reached === status.unbounded) return { kind: 'unbounded' }
  if (reached === status.timeLimit) return { kind: 'out-of-time' }
  throw new Error(`HiGHS ended with model status ${reached}`)
}
