import { createHash } from 'node:crypto'
import type { Place } from '../../../lib/disclosure/joint.ts'
import type { Answers, Definition, FixedMeaning, Said } from '../../../lib/questionnaire/definition.ts'
import { codebookFile, type Study } from './package.codebook.rules.ts'
import { columnsOf } from './package.columns.rules.ts'
import { openColumns } from './package.open.rules.ts'
import { savFile } from './package.sav.rules.ts'
import {
  dataFile,
  jsonFile,
  tablesFile,
  type Conclusion,
  type PackagedAmount,
  type PackagedTable,
} from './package.tables.rules.ts'
import { workbookFile } from './package.workbook.rules.ts'

/** One file of a package. */
export type PackageFile = { readonly name: string; readonly type: string; readonly bytes: Uint8Array }

/** A background variable of the frame, such as the type or the size of an organisation. */
export type Background = {
  readonly name: string
  readonly label: Said
  readonly categories: readonly { readonly key: string; readonly label: Said }[]
  /** Ever coarser forms, from category to category; labels of those are in `categories` too. */
  readonly levels: readonly Readonly<Record<string, string>>[]
}

/** One organisation that took part. `asked`: keys of the questions it was shown. */
export type Respondent = {
  readonly pseudonym: string
  readonly place: Place
  readonly asked: ReadonlySet<string>
  readonly answers: Answers
  readonly weight: number | null
}

/** Everything a package is made of. No clock and no chance: the same in gives the same bytes out. */
export type PackageGiven = {
  readonly study: Study
  readonly definition: Definition
  /** What its terms meant to respondents. */
  readonly meanings?: readonly FixedMeaning[]
  readonly backgrounds: readonly Background[]
  /** The whole frame, not only who answered: a category per background, in the order of `backgrounds`. */
  readonly population: readonly Place[]
  readonly respondents: readonly Respondent[]
  /** As they went out: a number that is hidden is not in here. */
  readonly tables: readonly PackagedTable[]
  readonly amounts: readonly PackagedAmount[]
  /** Keys of the questions, or `question:row`, of which something went out. Of the others nothing is in the data either. */
  readonly shown: readonly string[]
  readonly conclusions: readonly Conclusion[]
  /** Settings, versions, margins, tests: whatever JSON can hold. */
  readonly method: Readonly<Record<string, unknown>>
}

/**
 * The open data package of a release, in the order in which it is offered; the last file has the fingerprints of the
 * others. What no table shows cannot be counted from the data either: see {@link openColumns}.
 */
export async function packageFiles(given: PackageGiven): Promise<readonly PackageFile[]> {
  const { columns, kept } = openColumns(columnsOf(given), given)
  const data = dataFile(columns)
  const sav = savFile(columns, given)
  const files = [
    data,
    tablesFile(given.tables, given.amounts),
    codebookFile(columns, given, [data, sav.file]),
    sav.file,
    await workbookFile(given, kept),
    jsonFile('method.json', { ...given.method, openData: kept, shortenedInSav: sav.shortened }),
    jsonFile('conclusions.json', given.conclusions),
  ]
  return [...files, sumsFile(files)]
}

const sumsFile = (files: readonly PackageFile[]): PackageFile => ({
  name: 'SHA256SUMS',
  type: 'text/plain; charset=utf-8',
  bytes: new TextEncoder().encode(files.map(({ name, bytes }) => `${fingerprint(bytes)}  ${name}\n`).join('')),
})

const fingerprint = (bytes: Uint8Array) => createHash('sha256').update(bytes).digest('hex')
