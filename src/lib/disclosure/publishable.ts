import { attacksTogether, gainOf, withstands, type Attack } from './attack.ts'
import type { Outcome, QuestionRelease } from './questions.ts'
import { coarserTry, firstTry, type Try } from './tries.ts'

/**
 * Questions that are held to one limit: a question with its options and rows. Made when they are looked at, and the same
 * each time: all questions of a wave at once would take more memory than anything else does.
 */
export type QuestionGroup = () => readonly QuestionRelease[]

/** Everything that goes out together: an outcome per question of each group, in their order, and how the attack on it all went. */
export type Publication = { readonly outcomes: readonly (readonly Outcome[])[]; readonly attack: Attack }

/**
 * Makes approved tables fit to leave the house: small cells hidden, others hidden to protect them, one audit of
 * everything with earlier releases, and an attack on unique organisations over all questions together. What fails the audit on
 * true counts is rounded to 5. The attack has to stay within its limit for each group of questions, and for all together:
 * a question that gives away too much loses the numbers beside its tables, then its tables by a background variable one
 * after another, the finest first; then it is rounded, and what fails then stays inside.
 * @param seconds for the exact search per question. Absent: 20.
 * @param settled what `settle` gave for a group, in the order of the groups. What is absent is settled here.
 * @throws RangeError for a table that could not have been approved, or earlier tables that contradict the joint cells;
 * Error when the solver breaks down.
 */
export async function publishable(
  groups: readonly QuestionGroup[],
  seconds?: number,
  settled: readonly (readonly Try[])[] = [],
): Promise<Publication> {
  const standing: Standing[][] = []
  for (const [at, group] of groups.entries()) {
    const tries = settled[at] ?? (await settle(group, seconds))
    standing.push(tries.map((tried, index) => ({ question: () => questionIn(group, index), tried })))
  }
  const all = standing.flat()
  await coarsen([...standing, all], seconds)
  return { outcomes: standing.map((group) => group.map(({ tried }) => tried.outcome)), attack: attackOn(all) }
}

/**
 * What `publishable` does first, for one group: tries its questions, and makes them coarser until the attack on the group
 * stays within its limit. It depends on no other group, and what it gives is plain: groups can be settled in several
 * threads at once, and together they come out as they would in one.
 * @throws as `publishable`.
 */
export async function settle(group: QuestionGroup, seconds?: number): Promise<readonly Try[]> {
  const standing: Standing[] = []
  for (const question of group()) standing.push({ question: () => question, tried: await firstTry(question, seconds) })
  await coarsen([standing], seconds)
  return standing.map(({ tried }) => tried)
}

/** A question, and how it stands. */
type Standing = { readonly question: () => QuestionRelease; tried: Try }

const attackOn = (questions: readonly Standing[]): Attack => attacksTogether(questions.map(({ tried }) => tried.attack))

/** Makes one question after another coarser, until the attack on each of these sets stays within its limit. */
async function coarsen(sets: readonly (readonly Standing[])[], seconds: number | undefined): Promise<void> {
  for (;;) {
    const broken = sets.find((set) => !withstands(attackOn(set)))
    if (!broken) return
    // The question that gives away most goes first.
    const worst = broken.reduce((most, one) => (gainOf(one.tried.attack) > gainOf(most.tried.attack) ? one : most))
    worst.tried = await coarserTry(worst.question(), worst.tried, seconds)
  }
}

function questionIn(group: QuestionGroup, index: number): QuestionRelease {
  const question = group()[index]
  if (question === undefined) throw new RangeError(`no question ${index} in its group`)
  return question
}
