import type { Definition, Said } from '../../../lib/questionnaire/definition.ts'
import type { Interval } from '../../../lib/statistics/tally.ts'
import type { AmountFinding, Findings, OptionFinding, QuestionFinding, TableFinding } from '../findings/findings.ts'
import type { Background } from './package.rules.ts'
import type { AmountRow, PackagedAmount, PackagedFigure, PackagedTable, PackagedValue } from './package.tables.rules.ts'
import { ours } from './package.columns.rules.ts'

/** The figures of a release as tables: each question by itself, and by each background variable that was approved. */
export function packagedTables(
  findings: Findings,
  definition: Definition,
  backgrounds: readonly Background[],
): PackagedTable[] {
  const wordingOf = wordingsOf(definition)
  return findings.questions
    .filter(({ options }) => options.length > 0)
    .flatMap((finding) => {
      const [question = finding.key, part = null] = finding.key.split(':')
      const common = {
        question,
        part,
        wording: wordingOf(finding),
        universe: finding.base.words,
        several: finding.several,
        rows: finding.options,
      }
      return [
        {
          ...common,
          id: finding.key,
          background: null,
          title: finding.row ?? finding.text,
          columns: [],
          roundedTo: finding.roundedTo,
          figures: finding.options.map(levelFigure),
        },
        ...finding.tables.map((table) => {
          const background = backgrounds.find(({ name }) => name === table.by)
          const columns = table.groups.map(({ key, of }) => ({ key, label: groupLabel(background, key, of) }))
          return {
            ...common,
            id: table.id,
            background: table.by,
            title: titleBy(finding, background),
            columns,
            roundedTo: table.roundedTo,
            figures: tableFigures(table),
          }
        }),
      ]
    })
}

/** The whole wording of a question in this wave, also of a row of a matrix. */
function wordingsOf({ sections }: Definition) {
  const asked = new Map(sections.flatMap(({ questions }) => questions).map(({ key, text }) => [key, text]))
  return ({ key, text }: QuestionFinding): Said => asked.get(key.split(':')[0] ?? key) ?? text
}

/** What went out of the questions for a number. */
export function packagedAmounts(findings: Findings, definition: Definition): PackagedAmount[] {
  const wordingOf = wordingsOf(definition)
  return findings.questions
    .filter(({ kind }) => kind === 'amount')
    .map((finding) => {
      const [question = finding.key, part = null] = finding.key.split(':')
      return {
        id: finding.key,
        question,
        part,
        title: finding.row ?? finding.text,
        wording: wordingOf(finding),
        universe: finding.base.words,
        unit: finding.amount?.unit ?? null,
        base: finding.base.count,
        values: finding.amount === null ? [{ row: 'median', status: 'hidden' }] : valuesOf(finding.amount),
      }
    })
}

function valuesOf({ median, middle, mean, total, membersTotal, known }: AmountFinding): PackagedValue[] {
  const nothing = { n: null, value: null, lower: null, upper: null }
  const value = (row: AmountRow, found: number | null, around: Interval | null = null): PackagedValue =>
    found === null && around === null
      ? { row, status: 'hidden' }
      : { ...nothing, row, status: 'shown', value: found, lower: around?.lower ?? null, upper: around?.upper ?? null }
  const count = (row: 'exact' | 'estimate' | 'range'): PackagedValue => {
    const n = known[row]
    return n === null ? { row, status: 'hidden' } : { ...nothing, row, status: 'shown', n }
  }
  // Where nobody counted the population there is no total of all members to hide.
  const ofMembers = membersTotal ? [value('members-total', membersTotal.value, membersTotal.interval)] : []
  return [
    value('median', median),
    value('middle', null, middle),
    value('mean', mean?.value ?? null, mean?.interval),
    value('total', total),
    ...ofMembers,
    count('exact'),
    count('estimate'),
    count('range'),
  ]
}

function levelFigure({ key, level }: OptionFinding): PackagedFigure {
  const stands = { row: key, column: '' }
  if (level.status === 'hidden') return { ...stands, status: 'hidden' }
  const { status, count, base, share, weighted, interval } = level
  return {
    ...stands,
    status,
    n: count,
    base,
    share,
    weighted,
    lower: interval?.lower ?? null,
    upper: interval?.upper ?? null,
  }
}

const tableFigures = ({ groups, rows }: TableFinding): PackagedFigure[] =>
  rows.flatMap(({ option, cells }) =>
    groups.flatMap(({ key, base }, at): PackagedFigure[] => {
      const cell = cells[at]
      if (!cell) return []
      const stands = { row: option, column: key }
      if (cell.status === 'hidden') return [{ ...stands, status: 'hidden' }]
      const none = { weighted: null, lower: null, upper: null }
      return [{ ...stands, ...none, status: cell.status, n: cell.count, base, share: cell.share }]
    }),
  )

function groupLabel(background: Background | undefined, key: string, of: readonly string[]): Said {
  const labels = (of.length > 0 ? of : [key]).map(
    (each) => background?.categories.find((category) => category.key === each)?.label ?? { nl: each },
  )
  return joined(labels, ', ')
}

const titleBy = ({ row, text }: QuestionFinding, background: Background | undefined): Said =>
  joined([row ?? text, background?.label ?? ours((words) => words.sheet.all)], ' - ')

/** Joined in both languages when any part has English. */
function joined(parts: readonly Said[], by: string): Said {
  const nl = parts.map((part) => part.nl).join(by)
  return parts.some(({ en }) => en !== undefined)
    ? { nl, en: parts.map((part) => part.en ?? part.nl).join(by) }
    : { nl }
}
