import type { Lang, Words } from '../words.ts'

/** A text in one language or in both. Texts that people wrote themselves have only their own. */
export type Said = Partial<Words<string>>

/** What somebody needs to use the answers to a poll: who asked whom, when and how, and what each variable means. */
export type Codebook = {
  readonly study: Study
  readonly files: readonly DataFile[]
  readonly variables: readonly Variable[]
  readonly groups: readonly VariableGroup[]
}

export type Study = {
  /** The language of the codebook itself. */
  readonly language: Lang
  readonly title: Said
  /** What a citation names it by, and who gave that name. */
  readonly identifier: { readonly value: string; readonly agency: string }
  /** The lasting page of the study. */
  readonly address: string
  readonly makers: readonly { readonly name: string; readonly affiliation?: string }[]
  readonly distributor: { readonly name: string; readonly address?: string }
  /** YYYY-MM-DD, as all days here. */
  readonly distributedOn: string
  /** The edition of the data: it changes when an answer does. */
  readonly version: { readonly name: string; readonly on: string }
  readonly licence?: { readonly words: Said; readonly address: string }
  readonly citation?: Said
  readonly abstract: Said
  readonly keywords: readonly { readonly word: Said; readonly vocabulary?: string; readonly address?: string }[]
  readonly collected: { readonly from: string; readonly to: string }
  /** Code of ISO 3166 and name. */
  readonly nation: { readonly code: string; readonly name: Said }
  readonly place?: Said
  /** Of what one case is: an organisation, a person. */
  readonly unit: Said
  /** For whom the figures may speak. */
  readonly universe: Said
  /** Once, or in waves. */
  readonly rhythm?: Said
  readonly sampling?: Said
  /** The list that was asked, with how many stood on it. */
  readonly frame?: { readonly name: string; readonly size?: number; readonly about?: Said }
  readonly mode: Said
  readonly weighting?: Said
  /** How many answered, of how many. */
  readonly response?: Said
  readonly uncertainty?: Said
}

export type DataFile = {
  readonly name: string
  /** Such as text/csv. */
  readonly type: string
  readonly charset?: string
  readonly cases: number
  readonly variables: number
  readonly sha256?: string
}

export type Variable = {
  /** As in the files. */
  readonly name: string
  readonly label: Said
  readonly holds: 'codes' | 'numbers' | 'texts' | 'days'
  readonly measure?: 'nominal' | 'ordinal' | 'interval' | 'ratio'
  readonly decimals?: number
  readonly question?: {
    readonly number?: string
    readonly before?: Said
    readonly text: Said
    readonly after?: Said
  }
  /** Who was asked this: the base of its percentages. */
  readonly universe?: Said
  readonly from?: number
  readonly to?: number
  readonly categories?: readonly Category[]
  /** Only what may be published. */
  readonly statistics?: readonly Statistic[]
  readonly about?: Said
  /** Whether it weighs the cases. */
  readonly isWeight?: boolean
  /** Name of the variable that weighs it. */
  readonly weightedBy?: string
}

export type Category = {
  readonly value: string | number
  readonly label: Said
  /** It means that there is no answer. */
  readonly missing?: boolean
  /** Absent for what is not published: never 0 in its place. */
  readonly count?: number
}

export type Statistic = {
  readonly what: 'mean' | 'median' | 'mode' | 'valid' | 'invalid' | 'lowest' | 'highest' | 'standard-deviation'
  readonly value: number
  readonly weighted?: boolean
}

/** Variables that belong together: one question with several answers, or one table of questions. */
export type VariableGroup = {
  readonly kind: 'multiple-answers' | 'grid'
  readonly name: string
  readonly label: Said
  readonly variables: readonly string[]
  readonly universe?: Said
}

/** Where a codebook contradicts itself, in a sentence for whoever wrote the code that made it; null when it does not. */
export function whyNotCodebook({ study, files, variables, groups }: Codebook): string | null {
  const double = firstDouble(variables.map(({ name }) => name)) ?? firstDouble(groups.map(({ name }) => name))
  if (double !== null) return `${double} is there twice.`
  for (const address of addressesOf(study)) if (!isWebAddress(address)) return `${address} is no address on the web.`
  for (const day of [study.distributedOn, study.version.on, study.collected.from, study.collected.to])
    if (!isDay(day)) return `${JSON.stringify(day)} is no day as YYYY-MM-DD.`
  if (study.collected.from > study.collected.to) return 'The answers were collected backwards.'
  if (study.makers.length === 0) return 'Nobody made it.'
  const needed = {
    title: study.title,
    abstract: study.abstract,
    universe: study.universe,
    unit: study.unit,
    mode: study.mode,
  }
  for (const [what, said] of Object.entries(needed)) if (isSilent(said)) return `The study says nothing as its ${what}.`
  for (const { name, cases, sha256 } of files) {
    if (!Number.isInteger(cases) || cases < 0) return `${name} has ${cases} cases.`
    if (sha256 !== undefined && !/^[0-9a-f]{64}$/.test(sha256)) return `${name} has a fingerprint that is no SHA-256.`
  }
  const known = new Map(variables.map((variable) => [variable.name, variable]))
  for (const variable of variables) {
    const wrong = whyNotVariable(variable, known)
    if (wrong) return `${variable.name}: ${wrong}`
  }
  for (const { name, variables: members } of groups) {
    if (members.length < 2) return `${name} is a group of ${members.length}.`
    const stranger = members.find((member) => !known.has(member)) ?? firstDouble(members)
    if (stranger !== null && stranger !== undefined) return `${name} has ${stranger}, which is not there or twice.`
  }
  return null
}

function whyNotVariable(variable: Variable, known: ReadonlyMap<string, Variable>): string | null {
  const { label, categories = [], statistics = [], weightedBy, from, to } = variable
  if (isSilent(label)) return 'it has no label.'
  const double = firstDouble(categories.map(({ value }) => String(value)))
  if (double !== null) return `the value ${double} is there twice.`
  if (weightedBy !== undefined && !known.get(weightedBy)?.isWeight) return `${weightedBy} is no weight.`
  if (weightedBy === undefined && statistics.some(({ weighted }) => weighted)) return 'nobody says what weighs it.'
  const counts = categories.flatMap(({ count }) => (count === undefined ? [] : [count]))
  if (counts.some((count) => !(count >= 0))) return 'a count is below nothing.'
  const figures = [...counts, ...statistics.map(({ value }) => value), from ?? 0, to ?? 0]
  if (!figures.every(Number.isFinite)) return 'a figure is no number.'
  if (firstDouble(statistics.map(({ what, weighted }) => `${what} ${weighted ?? false}`)) !== null)
    return 'a figure is there twice.'
  return from !== undefined && to !== undefined && from > to ? 'its range is empty.' : null
}

export const isSilent = ({ nl, en }: Said): boolean => !nl?.trim() && !en?.trim()

const addressesOf = ({ address, distributor, licence, keywords }: Study): string[] =>
  [address, distributor.address, licence?.address, ...keywords.map((keyword) => keyword.address)].filter(
    (each) => each !== undefined,
  )

const isWebAddress = (address: string) => URL.canParse(address) && /^https?:$/.test(new URL(address).protocol)

function isDay(text: string): boolean {
  const day = new Date(`${text}T00:00:00Z`)
  return /^\d{4}-\d\d-\d\d$/.test(text) && !Number.isNaN(day.getTime()) && day.toISOString().startsWith(text)
}

function firstDouble(names: readonly string[]): string | null {
  return names.find((name, at) => names.indexOf(name) !== at) ?? null
}
