import type { Definition, Said } from '../../lib/questionnaire/definition.ts'
import type { Findings, OptionFinding, QuestionFinding, TableFinding } from './findings.ts'
import type { Background } from './package.rules.ts'
import type { PackagedFigure, PackagedTable } from './package.tables.rules.ts'
import { ours } from './package.columns.rules.ts'

/** The figures of a release as tables: each question by itself, and by each background variable that was approved. */
export function packagedTables(
  findings: Findings,
  definition: Definition,
  backgrounds: readonly Background[],
): PackagedTable[] {
  const asked = new Map(definition.sections.flatMap(({ questions }) => questions).map((each) => [each.key, each]))
  return findings.questions
    .filter(({ options }) => options.length > 0)
    .flatMap((finding) => {
      const [question = finding.key, part = null] = finding.key.split(':')
      const wording = asked.get(question)?.text ?? finding.text
      const common = {
        question,
        part,
        wording,
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
