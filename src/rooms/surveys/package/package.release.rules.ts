import { zipSync } from 'fflate'
import type { Said } from '../../../lib/questionnaire/definition.ts'
import type { Lang } from '../../../lib/words.ts'
import { backgrounds, notKnown, type Findings, type PollWave, type QuestionFinding } from '../findings/findings.ts'
import { ours } from './package.columns.rules.ts'
import { packageGiven } from './package.given.rules.ts'
import { packageFiles, type Background, type PackageFile } from './package.rules.ts'
import type { Conclusion } from './package.tables.rules.ts'
import { zipDate } from './package.workbook.rules.ts'
import type { Released } from '../releases/releases.document.ts'
import { resultPaths } from '../results/results.paths.ts'
import { changeSentences, levelSentences, questionSentences } from '../findings/sentences.ts'
import { weigh } from '../findings/weighting.rules.ts'

const licence = {
  words: ours((words) => words.licence),
  address: 'https://creativecommons.org/licenses/by/4.0/',
}

/** What the files of a release are made of. No clock and no chance: the same in gives the same bytes out. */
export type Answered = {
  readonly released: Released
  /** Which release of this wave it becomes: 1, 2, 3. */
  readonly number: number
  /** The day of the proposal, "2026-11-22". */
  readonly on: string
  /** Where this plein stands: "https://…". */
  readonly origin: string
  /** As it was analysed. */
  readonly wave: PollWave
}

/**
 * The files that go with a release: all in one zip, and each by itself. They are made when it is proposed, so that the
 * second person sees what goes out, byte for byte.
 */
export async function releaseFiles(answered: Answered): Promise<readonly PackageFile[]> {
  const { released, number, on, origin, wave } = answered
  const { series } = released
  const files = await packageFiles(
    packageGiven({
      study: {
        series: series.slug,
        wave: released.wave.slug,
        title: series.title,
        about: aboutOf(released),
        address: new URL(resultPaths.wave(series.slug, released.wave.slug), origin).href,
        makers: [series.organisation],
        releasedOn: on,
        version: { name: String(number), on },
        collected: {
          from: released.wave.opens ?? `${wave.year}-01-01`,
          to: released.wave.closes ?? `${wave.year}-12-31`,
        },
        universe: series.population,
        licence,
        weighting: weightingWords(released),
        uncertainty: ours((words) => words.uncertainty(String(released.findings.method.plan.confidence * 100))),
      },
      wave,
      findings: released.findings,
      backgrounds: backgroundsOf(released, wave),
      conclusions: conclusionsOf(released),
      weights: weightsOf(wave),
    }),
  )
  const zip = zipSync(Object.fromEntries(files.map(({ name, bytes }) => [name, bytes])), { mtime: zipDate, os: 3 })
  return [{ name: 'alle-bestanden.zip', type: 'application/zip', bytes: zip }, ...files]
}

function weightingWords({ findings: { method } }: Released): Said {
  const { weighting } = method
  if (weighting.kind !== 'weighted') return ours((words) => words.weighting[weighting.kind])
  return ours((words) => words.weighting.weighted(weighting.margins.map((by) => words.backgrounds[by]).join(', ')))
}

/** By pseudonym, as the analysis weighted them; null when it did not. */
function weightsOf(wave: PollWave): ReadonlyMap<string, number> | null {
  const { weighted } = weigh(wave)
  return weighted && new Map(wave.respondents.map(({ pseudonym }, at) => [pseudonym, weighted.weights[at] ?? 0]))
}

/** That these are no answers of real organisations comes first, wherever the data go. */
function aboutOf({ example, series: { about } }: Released): Said {
  if (example === null) return about
  const nl = `${example.nl} ${about.nl}`
  return about.en === undefined ? { nl } : { nl, en: `${example.en ?? example.nl} ${about.en}` }
}

// Provinces by the part of the country they are in, as Statistics Netherlands has them.
const parts: Readonly<Record<string, 'north' | 'east' | 'west' | 'south'>> = {
  PV20: 'north',
  PV21: 'north',
  PV22: 'north',
  PV23: 'east',
  PV24: 'east',
  PV25: 'east',
  PV26: 'west',
  PV27: 'west',
  PV28: 'west',
  PV29: 'west',
  PV30: 'south',
  PV31: 'south',
}

function backgroundsOf(
  { groups }: Released,
  { frame, respondents }: PollWave,
): (Background & { readonly name: (typeof backgrounds)[number] })[] {
  return backgrounds.flatMap((name) => {
    const named = Object.entries(groups[name] ?? {}).map(([key, label]) => ({ key, label }))
    if (named.length === 0) return []
    const isUnknown = [...(frame ?? []), ...respondents].some((one) => one[name] === notKnown)
    const unknown = isUnknown ? [{ key: notKnown, label: ours((words) => words.backgroundUnknown) }] : []
    const own = [...named, ...unknown]
    const common = { name, label: ours((words) => words.backgrounds[name]) }
    if (name !== 'region' || named.some(({ key }) => parts[key] === undefined))
      return { ...common, categories: own, levels: [] }
    const coarser = (['north', 'east', 'west', 'south'] as const).map((key) => ({
      key,
      label: ours((words) => words.parts[key]),
    }))
    return { ...common, categories: [...own, ...coarser], levels: [{ ...parts, [notKnown]: notKnown }] }
  })
}

/** Every sentence that the pages say about the figures, with the numbers it stands on. */
function conclusionsOf({ findings }: Released): Conclusion[] {
  return findings.questions.flatMap((question) => [
    ...codingOf(question, findings),
    ...question.options.flatMap((option) => {
      const { level } = option
      const about = `${question.key}/${option.key}`
      const numbers: Record<string, number> =
        level.status === 'hidden'
          ? {}
          : { count: level.count, base: level.base, ...(level.share === null ? {} : { share: rounded(level.share) }) }
      const [nl, en] = [levelSentences(findings, option, 'nl'), levelSentences(findings, option, 'en')]
      const changes = option.changes.flatMap((change) => {
        const said = changeSentences(change, findings.wave.label, 'nl')
        const saidEnglish = changeSentences(change, findings.wave.label, 'en')
        return said.map(({ code, text }, at) => ({
          question: about,
          code,
          sentence: { nl: text, ...(saidEnglish[at] === undefined ? {} : { en: saidEnglish[at].text }) },
          numbers: numbersIn(change.verdict),
        }))
      })
      const levels = nl.map(({ code, text }, at) => ({
        question: about,
        code,
        sentence: { nl: text, ...(en[at] === undefined ? {} : { en: en[at].text }) },
        numbers,
      }))
      return [...levels, ...changes]
    }),
  ])
}

/** How many people coded answers in own words, and how far they agreed. */
function codingOf(question: QuestionFinding, findings: Findings): Conclusion[] {
  const said = (lang: Lang) => questionSentences(findings, question, lang).filter(({ code }) => code === 'coded')
  const english = said('en')
  const { coders = 0, alpha = null } = question.coding ?? {}
  return said('nl').map(({ code, text }, at) => ({
    question: question.key,
    code,
    sentence: { nl: text, en: english[at]?.text ?? text },
    numbers: { coders, ...(alpha === null ? {} : { alpha }), base: question.base.count ?? 0 },
  }))
}

const rounded = (number: number) => Number(number.toFixed(4))

/** The numbers of a verdict by their names: "first.yes", "change". What was kept back is not in a verdict. */
function numbersIn(value: unknown, name = ''): Record<string, number> {
  if (typeof value === 'number' && Number.isFinite(value)) return { [name]: rounded(value) }
  if (typeof value !== 'object' || value === null) return {}
  return Object.assign(
    {},
    ...Object.entries(value).map(([key, inner]) => numbersIn(inner, name === '' ? key : `${name}.${key}`)),
  )
}
