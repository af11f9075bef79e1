import type { SavAttribute } from '../../../lib/sav/dictionary.ts'
import { writeSav, type SavShortened } from '../../../lib/sav/write.ts'
import { missing, ours, type Column } from './package.columns.rules.ts'
import type { PackageFile, PackageGiven } from './package.rules.ts'
import { packageWords } from './package.text.ts'

const missingLabels = (['notAsked', 'notAnswered', 'unknown', 'notShown'] as const).map((why) => ({
  value: missing[why],
  label: packageWords.nl.missing[why],
}))

/** The answers as a file of SPSS, in Dutch, and what had to be shortened in it. */
export function savFile(
  columns: readonly Column[],
  { study, definition }: PackageGiven,
): { readonly file: PackageFile; readonly shortened: readonly SavShortened[] } {
  const sets = [...new Set(columns.flatMap(({ set }) => (set === null ? [] : [set])))]
  const questions = definition.sections.flatMap((section) => section.questions)
  const { bytes, shortened } = writeSav({
    label: study.title.nl,
    product: 'Ervaringsplein',
    created: new Date(`${study.releasedOn}T00:00:00Z`),
    notes: [`${study.series} ${study.wave}, ${study.version.name}`, study.address],
    weight: columns.find(({ role }) => role === 'weight')?.name ?? null,
    variables: columns.map((column) =>
      column.holds === 'texts'
        ? { kind: 'text', name: column.name, label: column.label.nl, attributes: attributesOf(column) }
        : {
            kind: 'number',
            name: column.name,
            label: column.label.nl,
            measure: column.measure,
            format: { type: 'F', width: column.decimals > 0 ? 12 : 8, decimals: column.decimals },
            valueLabels: [
              ...column.categories.map(({ value, label }) => ({ value, label: label.nl })),
              ...(column.role === 'weight' ? [] : missingLabels),
            ],
            missing: {
              values: [],
              range: column.role === 'weight' ? null : { from: missing.notShown, to: missing.notAsked },
            },
            attributes: attributesOf(column),
          },
    ),
    sets: sets.flatMap((set) => {
      const own = columns.filter((column) => column.set === set).map(({ name }) => name)
      const label = questions.find(({ key }) => key === set)?.text.nl ?? set
      return own.length < 2 ? [] : [{ kind: 'dichotomies' as const, name: set, label, counted: 1, variables: own }]
    }),
    cases: (columns[0]?.cells ?? []).map((_, at) => columns.map(({ cells }) => cells[at] ?? null)),
  })
  return { file: { name: 'data.sav', type: 'application/x-spss-sav', bytes }, shortened }
}

/** What has no room in a label: the whole wording, and which question of the questionnaire it is. */
function attributesOf({ question, wording, universe, set }: Column): SavAttribute[] {
  if (question === null) return []
  const several = set === null ? [] : [{ name: 'Meervoudig', values: [ours((words) => words.sheet.several).nl] }]
  return [
    { name: 'Vraag', values: [question] },
    ...(wording ? [{ name: 'Tekst', values: [wording.nl] }] : []),
    ...(universe ? [{ name: 'Basis', values: [universe.nl] }] : []),
    ...several,
  ]
}
