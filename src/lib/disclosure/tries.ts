import { attack, attacksTogether, type Attack } from './attack.ts'
import { isPrimary, passesAudit, type Protected } from './audit.ts'
import { besideShown, safeBeside, type Beside } from './beside.ts'
import { figuresOf, type TableShape } from './figures.ts'
import { inBlocks, type Ground } from './joint.ts'
import { roundTo, statementsOf, writeTables, type PublishedTable } from './published.ts'
import type { ApprovedTable, Outcome, QuestionRelease } from './questions.ts'
import { equal, exactly, rounded, type Statement } from './statements.ts'
import { secretsOf, suppress, type ToSuppress } from './suppression.ts'
import { thresholds } from './thresholds.ts'
import { hideWholeLines } from './whole-lines.ts'

/** How the tables of a question come out, before anything stands beside them. */
type Drawn = Bare<Outcome>
type Bare<T> = T extends { readonly beside: unknown } ? Omit<T, 'beside'> : T

/**
 * A question as it would come out, and what the attack on that found. `left`: the tables (by id) that are still tried. Plain:
 * it can be made in one thread and gone on with in another.
 */
export type Try = { readonly outcome: Outcome; readonly attack: Attack; readonly left: readonly string[] }

const nobody: Attack = attacksTogether([])

/**
 * A question with as much of it as the rules on counts and the audit allow.
 * @param seconds for the exact search. Absent: 20.
 * @throws as `publishable`.
 */
export async function firstTry(question: QuestionRelease, seconds?: number): Promise<Try> {
  question.tables.forEach(refuseUnapproved)
  return tryWith(await asCounted(question, seconds), question)
}

/**
 * The next coarser form of a question with which the attack found too much: without the numbers beside its tables, then
 * without its tables by a background variable, the finest first, then rounded, and at last not at all.
 * @param whole the question as it was first tried.
 * @throws as `publishable`.
 */
export async function coarserTry(whole: QuestionRelease, { outcome, left }: Try, seconds?: number): Promise<Try> {
  const withheld = { outcome: { kind: 'attack-succeeds' }, attack: nobody, left } as const
  if (!('tables' in outcome)) return withheld
  const question = { ...whole, tables: whole.tables.filter(({ id }) => left.includes(id)) }
  const { beside: _, ...bare } = question
  // When that is not enough either, it stands there again beside fewer tables.
  if (outcome.beside.length > 0) return tryWith(outcome, bare)
  const finest = finestIn(question)
  if (finest === null) return outcome.kind === 'rounded' ? withheld : tryWith(await inFives(bare), bare)
  const fewer = { ...question, tables: question.tables.filter(({ id }) => id !== finest.id) }
  if (fewer.tables.length === 0) return withheld
  const drawn = await asCounted(fewer, seconds)
  if (!('tables' in drawn)) return tryWith(drawn, fewer)
  const kind = drawn.kind === 'rounded' || finestIn(fewer) !== null ? drawn.kind : 'without-background'
  return tryWith({ ...drawn, kind, dropped: [...outcome.dropped, finest.id] }, fewer)
}

/** The table by the background variable with the most values; null when there is none. */
const finestIn = ({ joint, tables }: QuestionRelease): ApprovedTable | null => {
  const valuesOf = ({ background }: ApprovedTable) =>
    joint.dimensions.find(({ name }) => name === background)?.categories.length ?? 0
  return tables.filter(({ background }) => background !== null).toSorted((a, b) => valuesOf(b) - valuesOf(a))[0] ?? null
}

async function tryWith(drawn: Drawn, question: QuestionRelease): Promise<Try> {
  const left = question.tables.map(({ id }) => id)
  if (!('tables' in drawn)) return { outcome: drawn, attack: nobody, left }
  const { joint, participants = joint, tables } = question
  const questions = [...new Set(tables.flatMap((table) => [...table.questions]))]
  const beside = await besideOf(question, questions, drawn.tables)
  return {
    outcome: { ...drawn, beside: beside.map(({ key }) => key) },
    attack: await attack(participants, questions, [
      ...statementsOf(participants, drawn.tables),
      ...earlierStatements(question, participants),
      ...besideEarlier(question),
      ...beside.flatMap(({ statements }) => statements),
    ]),
    left,
  }
}

/** The numbers beside the tables that may be printed with them. */
async function besideOf(
  question: QuestionRelease,
  asked: readonly string[],
  tables: readonly PublishedTable[],
): Promise<readonly Beside[]> {
  const { joint, participants = joint, beside = [] } = question
  const wanted = besideShown(beside, tables)
  if (wanted.length === 0) return []
  const task = taskOn(participants, question, undefined)
  const known = [...statementsOf(participants, tables), ...(task.known ?? []), ...besideEarlier(question)]
  return safeBeside(participants, asked, { known, secrets: secretsOf(task).secrets }, wanted)
}

const besideEarlier = ({ earlier = [] }: QuestionRelease): readonly Statement[] =>
  earlier.flatMap(({ beside = [] }) => beside)

async function asCounted(question: QuestionRelease, seconds: number | undefined): Promise<Drawn> {
  const task = taskOf(question, seconds)
  for (const totalsMayGo of [false, true]) {
    const found = await suppress({ ...task, totalsMayGo })
    if (found.kind === 'merge-categories') continue
    const tables = writeTables(shapesOf(question), task.figures, new Set([...found.primary, ...found.secondary]), null)
    const kind = found.kind === 'least-cells' ? 'as-counted' : found.kind
    if (await passes(question, tables, task)) return { kind, ...worthShowing(question, tables) }
  }
  return inFives(question)
}

async function inFives(question: QuestionRelease): Promise<Drawn> {
  const task = taskOf(question, undefined)
  const to = thresholds.polls.roundTo
  const found = await hideWholeLines(task, secretsOf(task), ({ parts, count }) =>
    count === 0 ? exactly(parts, 0) : rounded(parts, roundTo(count, to), to),
  )
  if (found.kind === 'merge-categories') {
    const { earlier: _, ...alone } = question
    const without = await suppress({ ...taskOf(alone, undefined), totalsMayGo: true })
    return without.kind === 'merge-categories' ? found : { kind: 'too-close-to-earlier' }
  }
  const tables = writeTables(shapesOf(question), task.figures, new Set([...found.primary, ...found.secondary]), to)
  if (!(await passes(question, tables, task))) return { kind: 'merge-categories', around: [] }
  return { kind: 'rounded', ...worthShowing(question, tables) }
}

/** Leaves out the tables by a background variable in which every number is hidden; hiding more harms nobody. */
function worthShowing(question: QuestionRelease, tables: readonly PublishedTable[]) {
  const hidden = (table: PublishedTable) => table.cells.some(({ cell }) => cell.status === 'hidden')
  const shown = (table: PublishedTable) =>
    table.cells.some(({ at, cell }) => !at.includes(null) && cell.status === 'shown')
  const merge = question.tables
    .filter(
      ({ id, background }) => background !== null && tables.some((one) => one.id === id && hidden(one) && !shown(one)),
    )
    .map(({ id }) => id)
  return { tables: tables.filter(({ id }) => !merge.includes(id)), merge, dropped: [] }
}

/** The audit of what is printed, from the printed tables themselves: it shares no step with the choice of cells. */
async function passes(
  question: QuestionRelease,
  tables: readonly PublishedTable[],
  task: ToSuppress,
): Promise<boolean> {
  const statements = [...statementsOf(groundOf(question), tables), ...(task.known ?? [])]
  return passesAudit(task.unknowns, statements, secretsOf(task).secrets)
}

const earlierStatements = ({ earlier = [] }: QuestionRelease, ground: Ground): Statement[] =>
  earlier.flatMap(({ tables, among }) => statementsOf(ground, tables, among))

/** The fewest unknowns that give an attacker on these tables, and on the earlier ones, all that the joint table gives. */
function groundOf({ joint, tables, earlier = [] }: QuestionRelease): Ground {
  const core = new Set([
    ...tables.flatMap(({ questions, only = {} }) => [...questions, ...Object.keys(only)]),
    ...earlier.flatMap((one) =>
      [one.among, ...one.changes, ...one.tables.map(({ only }) => only)].flatMap(Object.keys),
    ),
  ])
  const shown = tables.map(({ background }) => (background === null ? [] : [background]))
  const before = earlier.flatMap((one) => one.tables.map(({ over }) => over.filter((name) => !core.has(name))))
  const own = [...shown, ...before].map((names) => names.filter((name) => !core.has(name)))
  if (own.some((names) => names.length > 1)) return joint
  return inBlocks(joint, [...core], [...new Set(own.flat())]) ?? joint
}

const taskOf = (question: QuestionRelease, seconds: number | undefined): ToSuppress =>
  taskOn(groundOf(question), question, seconds)

function taskOn(ground: Ground, question: QuestionRelease, seconds: number | undefined): ToSuppress {
  const { earlier = [] } = question
  const { cell, sensitiveGroup } = thresholds.polls
  const width = Math.max(cell, question.cell ?? cell)
  const figures = figuresOf(ground, shapesOf(question), { cell: width, sensitiveGroup })
  // Small numbers of earlier releases and of what changed since: hidden then, and not to be given away now.
  const before = earlier.flatMap(({ tables, among, changes }) =>
    [among, ...changes].flatMap((part) =>
      figuresOf(
        ground,
        tables.map(({ id, over, only }) => ({ id, over, only: { ...only, ...part } })),
      ),
    ),
  )
  const bases =
    question.basesKnown === true
      ? figures
          .filter(({ base, count }) => base && (count === 0 || count >= width))
          .map(({ parts, count }) => exactly(parts, count))
      : []
  const alsoSecret = before
    .filter((figure) => isPrimary(figure, width))
    .map(({ parts }): Protected => ({ parts, width }))
  return {
    unknowns: ground.counts.length,
    figures,
    threshold: width,
    known: [...ground.links.map(equal), ...earlierStatements(question, ground), ...bases],
    alsoSecret,
    basesStay: question.basesKnown === true,
    ...(seconds === undefined ? {} : { seconds }),
  }
}

const shapesOf = ({ tables }: QuestionRelease): TableShape[] =>
  tables.map(({ id, questions, background, sensitive, only = {} }) => ({
    id,
    over: background === null ? questions : [...questions, background],
    only,
    question: questions.at(-1) ?? questions[0],
    sensitive,
  }))

function refuseUnapproved({ id, questions, background }: ApprovedTable): void {
  if (questions.length > 1 && background !== null)
    throw new RangeError(`${id} asks for two questions by a background variable`)
}
