import { attack, attacksTogether, gainOf, withstands, type Attack } from './attack.ts'
import { isPrimary, passesAudit, type Protected } from './audit.ts'
import { besideShown, safeBeside, type Beside } from './beside.ts'
import { figuresOf, type Stand, type TableShape } from './figures.ts'
import { inBlocks, type Among, type Ground, type Joint } from './joint.ts'
import { roundTo, statementsOf, writeTables, type PublishedTable } from './published.ts'
import { equal, exactly, rounded, type Statement } from './statements.ts'
import { secretsOf, suppress, type ToSuppress } from './suppression.ts'
import { thresholds } from './thresholds.ts'
import { hideWholeLines } from './whole-lines.ts'

/**
 * A table that was approved beforehand: one question with at most one background variable, or how two questions go
 * together with none. There is no way to ask for another one.
 */
export type ApprovedTable = {
  readonly id: string
  readonly questions: readonly [string] | readonly [string, string]
  readonly background: string | null
  /** The answers say something sensitive about an organisation: then "nobody" in a small group is a secret as well. */
  readonly sensitive: boolean
  /** Which respondents it is about. Absent: all. */
  readonly only?: Among
}

/** What was released before about the same respondents. */
export type EarlierRelease = {
  readonly tables: readonly PublishedTable[]
  /** What the numbers beside those tables said. Absent: there were none. */
  readonly beside?: readonly Statement[]
  /** Which of the joint cells were in it. */
  readonly among: Among
  /** The joint cells that came or went since: their numbers follow the same rules as any others. */
  readonly changes: readonly Among[]
}

/** One question (or a pair) with everything about it that is to be published at once. */
export type QuestionRelease = {
  readonly joint: Joint
  readonly tables: readonly ApprovedTable[]
  /**
   * How many of each group answered is known from elsewhere, such as from the list of who took part or from another
   * question: those totals are never hidden, and count as public in the audit. Absent: only what is printed does.
   */
  readonly basesKnown?: boolean
  readonly earlier?: readonly EarlierRelease[]
  /**
   * The same answers for who knows who took part: with the same dimensions and any others that are known of them, only
   * where somebody is. The attack and what stands `beside` are about its cells. Absent: `joint`.
   */
  readonly participants?: Joint
  /** Numbers to be printed beside the tables. Absent: none. */
  readonly beside?: readonly Beside[]
  /** Questions with the same name are one group: its attack has the same limit as all together. Absent: on its own. */
  readonly group?: string
  /** Below this a count is hidden, when more was promised than the agreement asks. Absent: as agreed. */
  readonly cell?: number
}

/**
 * How a question comes out.
 * `as-counted`: true counts, the fewest cells hidden. `whole-lines`: true counts, the search was out of time and whole
 * rows are hidden. `rounded`: the audit failed on true counts. `without-background`: no table by a background variable
 * withstood the attack. `merge`: tables by a background variable in which no number was left to show, and which are not
 * published: merge categories of that variable. `dropped`: tables with which the attack found too much. `beside`: keys of the numbers beside the
 * tables that may be printed with them; none beside tables that are rounded.
 * Not published: `merge-categories` (`around`: where the small numbers stand), `too-close-to-earlier` (so few came or
 * went since an earlier release that both together give them away; wait, or change nothing), `attack-succeeds`.
 */
export type Outcome =
  | {
      readonly kind: 'as-counted' | 'whole-lines' | 'rounded' | 'without-background'
      readonly tables: readonly PublishedTable[]
      readonly merge: readonly string[]
      readonly dropped: readonly string[]
      readonly beside: readonly string[]
    }
  | { readonly kind: 'merge-categories'; readonly around: readonly Stand[] }
  | { readonly kind: 'too-close-to-earlier' }
  | { readonly kind: 'attack-succeeds' }

/** Everything that goes out together, in the order of the questions, and how the attack on it went. */
export type Publication = { readonly outcomes: readonly Outcome[]; readonly attack: Attack }

/**
 * Makes approved tables fit to leave the house: small cells hidden, others hidden to protect them, one audit of
 * everything with earlier releases, and an attack on unique organisations over all questions together. What fails the audit on
 * true counts is rounded to 5. The attack has to stay within its limit for each group of questions, and for all together:
 * a question that gives away too much loses the numbers beside its tables, then its tables by a background variable one
 * after another, the finest first; then it is rounded, and what fails then stays inside.
 * @param seconds for the exact search per question. Absent: 20.
 * @throws RangeError for a table that could not have been approved, or earlier tables that contradict the joint cells;
 * Error when the solver breaks down.
 */
export async function publishable(questions: readonly QuestionRelease[], seconds?: number): Promise<Publication> {
  questions.forEach(({ tables }) => tables.forEach(refuseUnapproved))
  const tries: Try[] = []
  for (const question of questions) tries.push(await tryWith(await asCounted(question, seconds), question))
  const groups = Map.groupBy(tries.keys(), (index) => questions[index]?.group ?? index)
  const limited = [...groups.values(), [...tries.keys()]]
  const attackOn = (group: readonly number[]) => attacksTogether(group.map((index) => at(tries, index).attack))
  for (;;) {
    const broken = limited.find((group) => !withstands(attackOn(group)))
    if (!broken) return { outcomes: tries.map(({ outcome }) => outcome), attack: attackOn([...tries.keys()]) }
    // The question that gives away most is made coarser first.
    const worst = broken.reduce(
      (most, index) => (gainOf(at(tries, index).attack) > gainOf(at(tries, most).attack) ? index : most),
      at(broken, 0),
    )
    tries[worst] = await coarser(at(tries, worst), seconds)
  }
}

/** How the tables of a question come out, before anything stands beside them. */
type Drawn = Bare<Outcome>
type Bare<T> = T extends { readonly beside: unknown } ? Omit<T, 'beside'> : T
/** `question`: as much of it as is still tried, with what could stand beside it. */
type Try = { readonly outcome: Outcome; readonly attack: Attack; readonly question: QuestionRelease }

const nobody: Attack = attacksTogether([])

async function coarser({ outcome, question }: Try, seconds: number | undefined): Promise<Try> {
  const withheld = { outcome: { kind: 'attack-succeeds' }, attack: nobody, question } as const
  if (!('tables' in outcome)) return withheld
  const { beside: _, ...bare } = question
  // When that is not enough either, it stands there again beside fewer tables.
  if (outcome.beside.length > 0) return { ...(await tryWith(outcome, bare)), question }
  const finest = finestIn(question)
  if (finest === null) return outcome.kind === 'rounded' ? withheld : tryWith(await inFives(bare), bare)
  const left = question.tables.filter(({ id }) => id !== finest.id)
  if (left.length === 0) return withheld
  const fewer = { ...question, tables: left }
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
  if (!('tables' in drawn)) return { outcome: drawn, attack: nobody, question }
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
    question,
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

function at<T>(list: readonly T[], index: number): T {
  const item = list[index]
  if (item === undefined) throw new RangeError(`nothing at ${index}`)
  return item
}
