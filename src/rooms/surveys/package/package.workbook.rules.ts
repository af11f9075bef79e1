import { unzipSync, zipSync } from 'fflate'
import writeXlsxFile, { type SheetData } from 'write-excel-file/universal'
import { withFormulaGuard } from '../../../lib/csv/csv-writer.ts'
import type { Said } from '../../../lib/questionnaire/definition.ts'
import { questionsOf } from '../../../lib/questionnaire/routing.ts'
import { languages, type Lang } from '../../../lib/words.ts'
import type { Kept } from './package.open.rules.ts'
import type { PackageFile, PackageGiven } from './package.rules.ts'
import type { PackagedAmount, PackagedFigure, PackagedTable } from './package.tables.rules.ts'
import { packageWords } from './package.text.ts'

type Sheet = { readonly sheet: string; readonly data: SheetData; readonly columns: { readonly width: number }[] }

// Nothing in a zip is older than this, and no zip of ours is younger.
export const zipDate = new Date(1980, 0, 1)

/**
 * The figures as a workbook: how to read it, a sheet for each question, and how it was made. Numbers are numbers, a
 * percentage is a share shown with %, a hidden figure is the text x, and nothing is a formula.
 */
export async function workbookFile(given: PackageGiven, kept: Kept): Promise<PackageFile> {
  const questions = questionsOf(given.definition)
    .map(({ key }) => key)
    .filter((key) => [...given.tables, ...given.amounts].some(({ question }) => question === key))
  const names = sheetNames([packageWords.nl.guide, ...questions, packageWords.nl.method])
  const sheets: Sheet[] = [
    guide(given, names[0] ?? ''),
    ...questions.map((question, at) => ({
      sheet: names[at + 1] ?? '',
      columns: [{ width: 44 }, ...[10, 12, 12, 12, 18, 10].map((width) => ({ width }))],
      data: [
        ...given.tables
          .filter((table) => table.question === question)
          .flatMap((table, index) => tableRows(table, given, index === 0)),
        ...given.amounts
          .filter((amount) => amount.question === question)
          .flatMap((amount, index) => amountRows(amount, index === 0)),
      ],
    })),
    method(given, kept, names.at(-1) ?? ''),
  ]
  const made = await writeXlsxFile(sheets).toBlob()
  const parts = unzipSync(new Uint8Array(await made.arrayBuffer()))
  const order = Object.keys(parts).toSorted()
  const bytes = zipSync(Object.fromEntries(order.map((name) => [name, parts[name] ?? new Uint8Array()])), {
    mtime: zipDate,
    level: 9,
    os: 3,
  })
  return { name: 'results.xlsx', type: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet', bytes }
}

/** A text as a cell: no sign that XML cannot hold, and nothing that a program takes for a formula when it is copied on. */
const cell = (text: string) => ({
  type: String,
  // oxlint-disable-next-line no-control-regex -- these are what XML 1.0 cannot hold
  value: withFormulaGuard(text.toWellFormed().replace(/[\0-\x08\v\f\x0E-\x1F\uFFFE\uFFFF]/g, ' ')).slice(0, 32_000),
  wrap: true,
  alignVertical: 'top' as const,
})
const strong = (text: string) => ({ ...cell(text), fontWeight: 'bold' as const })
/** Dutch, and the English words behind it when there are any. */
const inBoth = ({ nl, en }: Said) => (en === undefined || en === '' || en === nl ? nl : `${nl} / ${en}`)
const said = (choose: (words: (typeof packageWords)[Lang]) => string) =>
  inBoth({ nl: choose(packageWords.nl), en: choose(packageWords.en) })

function guide({ study, respondents, population }: PackageGiven, sheet: string): Sheet {
  return {
    sheet,
    columns: [{ width: 100 }],
    data: [
      [strong(inBoth(study.title))],
      [cell(inBoth(study.about))],
      [cell(study.address)],
      [cell(`${study.releasedOn}, ${study.version.name}`)],
      ...languages.flatMap((lang) => [
        [cell(packageWords[lang].response(respondents.length, population.length))],
        ...Object.values(packageWords[lang].guideLines).map((line) => [cell(line)]),
      ]),
      [cell(`${inBoth(study.licence.words)} ${study.licence.address}`)],
    ],
  }
}

function method({ study, definition, method: settings, ...given }: PackageGiven, kept: Kept, sheet: string): Sheet {
  const questionName = (key: string) =>
    definition.sections.flatMap(({ questions }) => questions).find((question) => question.key === key)?.text.nl ?? key
  const listed = (keys: readonly string[]) => keys.map(questionName).join(' | ')
  const backgrounds = kept.backgrounds
    .map(({ name }) => given.backgrounds.find((background) => background.name === name)?.label.nl ?? name)
    .join(', ')
  const notes = [
    backgrounds === ''
      ? said((words) => words.kept.noBackground)
      : said((words) => words.kept.backgrounds(backgrounds)),
    ...(kept.weight || given.respondents.every(({ weight }) => weight === null)
      ? []
      : [said((words) => words.kept.noWeight)]),
    ...(kept.leftOut.length === 0 ? [] : [said((words) => words.kept.leftOut(listed(kept.leftOut)))]),
    ...(kept.joined.length === 0 ? [] : [said((words) => words.kept.joined(listed(kept.joined)))]),
  ]
  return {
    sheet,
    columns: [{ width: 40 }, { width: 80 }],
    data: [
      ...[study.weighting, study.uncertainty].flatMap((each) => (each ? [[cell(inBoth(each)), null]] : [])),
      ...notes.map((note) => [cell(note), null]),
      ...flattened(settings).map(([name, value]) => [cell(name), typeof value === 'number' ? value : cell(value)]),
    ],
  }
}

/** Settings as lines: "raking.margins.size" and its value. */
function flattened(value: unknown, name = ''): [string, number | string][] {
  if (typeof value === 'number' && Number.isFinite(value)) return [[name, value]]
  if (typeof value !== 'object' || value === null) return [[name, String(value)]]
  return Object.entries(value)
    .toSorted(([one], [other]) => (one < other ? -1 : 1))
    .flatMap(([key, inner]) => flattened(inner, name === '' ? key : `${name}.${key}`))
}

function tableRows(table: PackagedTable, { backgrounds }: PackageGiven, first: boolean): SheetData {
  const background = backgrounds.find(({ name }) => name === table.background)
  const columns = ['', ...table.columns.map(({ key }) => key)].filter((column) =>
    table.figures.some((figure) => figure.column === column),
  )
  const head: SheetData = [
    ...(first ? [] : [[]]),
    [strong(inBoth(table.title))],
    ...(first ? [[cell(inBoth(table.wording))]] : []),
    [
      cell(said((words) => words.sheet.universe)),
      cell(table.universe ? inBoth(table.universe) : said((words) => words.sheet.everybody)),
    ],
    ...(table.several ? [[cell(said((words) => words.sheet.several))]] : []),
    ...(table.roundedTo === null ? [] : [[cell(said((words) => words.sheet.roundedTo(table.roundedTo ?? 1)))]]),
  ]
  return [
    ...head,
    ...columns.flatMap((column): SheetData => {
      const option = table.columns.find(({ key }) => key === column)
      const own = table.figures.filter((figure) => figure.column === column)
      return [
        [
          strong(
            option
              ? `${background ? `${inBoth(background.label)}: ` : ''}${inBoth(option.label)}`
              : said((words) => words.sheet.all),
          ),
        ],
        (['answer', 'count', 'base', 'share', 'weighted', 'lower', 'upper'] as const).map((word) =>
          strong(said((words) => words.sheet[word])),
        ),
        ...own.map((figure) => [
          cell(inBoth(table.rows.find(({ key }) => key === figure.row)?.label ?? { nl: figure.row })),
          ...numbersOf(figure),
        ]),
      ]
    }),
  ]
}

function amountRows({ title, wording, universe, unit, base, values }: PackagedAmount, first: boolean): SheetData {
  return [
    ...(first ? [] : [[]]),
    [strong(inBoth(title))],
    ...(first ? [[cell(inBoth(wording))]] : []),
    [cell(said((words) => words.sheet.universe)), cell(inBoth(universe))],
    ...(unit === null ? [] : [[cell(said((words) => words.sheet.unit)), cell(inBoth(unit))]]),
    (['number', 'count', 'base', 'value', 'from', 'upper'] as const).map((word) =>
      strong(said((words) => words.sheet[word])),
    ),
    ...values.map((each) => [
      cell(said((words) => words.amounts[each.row])),
      ...(each.status === 'hidden'
        ? Array.from({ length: 5 }, () => ({ type: String, value: 'x' }))
        : [each.n, base, each.value, each.lower, each.upper]),
    ]),
  ]
}

function numbersOf(figure: PackagedFigure) {
  if (figure.status === 'hidden') return Array.from({ length: 6 }, () => ({ type: String, value: 'x' }))
  const share = (value: number | null) =>
    value === null ? null : { type: Number, value: Number(value.toFixed(3)), format: '0.0%' }
  return [figure.n, figure.base, share(figure.share), ...[figure.weighted, figure.lower, figure.upper].map(share)]
}

/** Names that a workbook can have: at most 31 characters, none of []:*?/\, no two the same. */
function sheetNames(wished: readonly string[]): string[] {
  const taken = new Set<string>()
  return wished.map((wish) => {
    const clean = wish.replace(/[[\]:*?/\\']/g, ' ').trim() || 'x'
    let name = clean.slice(0, 31)
    for (let n = 2; taken.has(name.toLowerCase()); n += 1) name = `${clean.slice(0, 27)} ${n}`
    taken.add(name.toLowerCase())
    return name
  })
}
