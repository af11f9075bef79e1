import { createHash } from 'node:crypto'
import type { Codebook, Variable } from '../../../lib/ddi/codebook.ts'
import { writeDdi } from '../../../lib/ddi/write.ts'
import { saidIn, type Said } from '../../../lib/questionnaire/definition.ts'
import { missing, ours, type Column } from './package.columns.rules.ts'
import type { PackageFile, PackageGiven } from './package.rules.ts'

/** What a package says of the wave as a whole. Days as YYYY-MM-DD. */
export type Study = {
  readonly series: string
  readonly wave: string
  readonly title: Said
  readonly about: Said
  /** The page of the wave, with https. */
  readonly address: string
  readonly makers: readonly string[]
  readonly releasedOn: string
  /** The release: its name changes when anything in it does. */
  readonly version: { readonly name: string; readonly on: string }
  readonly collected: { readonly from: string; readonly to: string }
  /** Which organisations the frame holds. */
  readonly universe: Said
  readonly weighting?: Said
  readonly uncertainty?: Said
  readonly licence: { readonly words: Said; readonly address: string }
}

/** The codebook as DDI-Codebook 2.5, in Dutch with the English words that there are. */
export function codebookFile(
  columns: readonly Column[],
  given: PackageGiven,
  files: readonly PackageFile[],
): PackageFile {
  const { study, respondents, population, definition } = given
  const sets = [...new Set(columns.flatMap(({ set }) => (set === null ? [] : [set])))]
  const questions = definition.sections.flatMap((section) => section.questions)
  const weight = columns.find(({ role }) => role === 'weight')?.name
  const codebook: Codebook = {
    study: {
      language: 'nl',
      title: study.title,
      identifier: { value: `${study.series}/${study.wave}/${study.version.name}`, agency: 'ervaringsplein' },
      address: study.address,
      makers: study.makers.map((name) => ({ name })),
      distributor: { name: 'Ervaringsplein', address: new URL('/', study.address).href },
      distributedOn: study.releasedOn,
      version: study.version,
      licence: study.licence,
      abstract: study.about,
      keywords: [],
      collected: study.collected,
      nation: { code: 'NL', name: ours((words) => words.nation) },
      unit: ours((words) => words.unit),
      universe: study.universe,
      rhythm: ours((words) => words.rhythm),
      sampling: ours((words) => words.sampling),
      frame: { name: study.universe.nl, size: population.length },
      mode: ours((words) => words.mode),
      weighting: study.weighting,
      response: ours((words) => words.response(respondents.length, population.length)),
      uncertainty: study.uncertainty,
    },
    files: files.map(({ name, type, bytes }) => ({
      name,
      type: type.split(';')[0] ?? type,
      ...(type.includes('utf-8') ? { charset: 'UTF-8' } : {}),
      cases: respondents.length,
      variables: columns.length,
      sha256: createHash('sha256').update(bytes).digest('hex'),
    })),
    variables: columns.map((column) => variableOf(column, weight, meantAt(column, given))),
    groups: sets.flatMap((set) => {
      const own = columns.filter((column) => column.set === set)
      const question = questions.find(({ key }) => key === set)
      const universe = own[0]?.universe
      return own.length < 2 || !question
        ? []
        : [
            {
              kind: 'multiple-answers' as const,
              name: set,
              label: question.text,
              variables: own.map(({ name }) => name),
              ...(universe ? { universe } : {}),
            },
          ]
    }),
  }
  return { name: 'codebook.xml', type: 'application/xml', bytes: new TextEncoder().encode(writeDdi(codebook)) }
}

/** What was said before a question: how its terms were explained. */
function meantAt({ question: key }: Column, { definition, meanings = [] }: PackageGiven): Said | null {
  const question = definition.sections.flatMap(({ questions }) => questions).find((each) => each.key === key)
  const own = question === undefined || question.type === 'info' ? [] : (question.terms ?? [])
  const explained = meanings.filter(({ id }) => own.includes(id))
  if (explained.length === 0) return null
  const line = (lang: 'nl' | 'en') =>
    explained.map(({ label, definition: said }) => `${saidIn(label, lang).text}: ${saidIn(said, lang).text}`).join(' ')
  return { nl: line('nl'), en: line('en') }
}

function variableOf(column: Column, weight: string | undefined, meant: Said | null): Variable {
  const { name, label, holds, measure, decimals, wording, universe, role, cells } = column
  const absent = (['notAsked', 'notAnswered', 'unknown', 'notShown'] as const)
    .filter((why) => cells.includes(missing[why]))
    .map((why) => ({ value: missing[why], label: ours((words) => words.missing[why]), missing: true }))
  return {
    name,
    label,
    holds,
    measure: measure === 'scale' ? 'ratio' : measure,
    ...(holds === 'numbers' ? { decimals } : {}),
    ...(wording ? { question: { ...(meant && { before: meant }), text: wording } } : {}),
    ...(universe ? { universe } : {}),
    ...(holds === 'texts' || role === 'weight' ? {} : { categories: [...column.categories, ...absent] }),
    ...(role === 'weight' ? { isWeight: true } : {}),
    ...(role === 'answer' && weight !== undefined && holds !== 'texts' ? { weightedBy: weight } : {}),
  }
}
