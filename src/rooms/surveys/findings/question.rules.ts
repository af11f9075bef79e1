import { amountOf } from './amounts.rules.ts'
import type { Approved } from './approved.rules.ts'
import { baseRuleOf, countOf, type Column } from './columns.rules.ts'
import type { Change, Counted, OptionFinding, PollWave, QuestionFinding, WhyHidden } from './findings.ts'
import { levelOf } from './levels.rules.ts'
import type { Reckoned } from './pairs.rules.ts'

/** Whether an answer belongs to the main questions that were fixed before opening. */
export const isMain = ({ plan }: PollWave, column: Column, option: string): boolean =>
  plan.mainQuestions.some((key) => key === column.key || key === `${column.key}/${option}`)

/** One question as it is told, with what may be shown of it. */
export function questionOf(now: Reckoned, column: Column, changes: ReadonlyMap<string, Change[]>): QuestionFinding {
  const { wave } = now
  const approved = now.approved.get(column.key)
  if (!approved) throw new Error(`${column.key} was not looked at`)
  const shown = approved.why === null
  const amount = column.kind === 'amount' && shown ? amountOf(wave, now.weighed, column) : null
  const why = amount?.why ?? null
  const explained = (wave.meanings ?? []).filter(({ id }) => column.terms.includes(id))
  const coded = column.coding === null ? {} : ({ coded: true } as const)
  const options = shown
    ? column.options.map(({ key, label }): OptionFinding => {
        const level = levelOf(wave, now.exact(column, key), approved, key)
        return { key, label, ...coded, level, changes: changes.get(`${column.key}/${key}`) ?? [] }
      })
    : column.options.map(({ key, label }) => ({
        key,
        label,
        ...coded,
        level: hidden(approved.why ?? 'few'),
        changes: [],
      }))
  return {
    key: column.key,
    kind: column.kind,
    text: column.text,
    row: column.row,
    ...(explained.length === 0 ? {} : { meanings: explained }),
    base: { ...baseRuleOf(column), count: approved.base },
    counted: countedOf(wave, column, approved),
    main: column.options.some(({ key }) => isMain(wave, column, key)),
    several: column.kind === 'several',
    ...(column.coding && { coding: column.coding }),
    roundedTo: approved.roundedTo,
    coarsened: approved.coarsened,
    options,
    amount,
    tables: approved.tables,
    withheld: [...approved.withheld, ...(why === null ? [] : [{ what: 'amount', key: column.key, why } as const])],
  }
}

const hidden = (why: WhyHidden) => ({ status: 'hidden', why }) as const

/** Who did not answer tells nothing about them; who got the question and who does not know may. */
function countedOf(wave: PollWave, column: Column, approved: Approved): Counted {
  const respondents = wave.respondents.length
  const { fewest } = wave.plan.limits
  const isFew = (count: number) => count > 0 && count < fewest
  const [notAsked, notAnswered, unknown] = (['not-asked', 'not-answered', 'unknown'] as const).map((state) =>
    countOf(column, state),
  )
  if (approved.why !== null || isFew(notAsked ?? 0))
    return { respondents, asked: null, notAsked: null, answered: approved.base, notAnswered: null, unknown: null }
  const few = isFew(unknown ?? 0)
  return {
    respondents,
    asked: respondents - (notAsked ?? 0),
    notAsked: notAsked ?? 0,
    answered: countOf(column, 'answered'),
    notAnswered: few ? null : (notAnswered ?? 0),
    unknown: few ? null : (unknown ?? 0),
  }
}
