import type { Answer, Answers, Definition, Question, Said } from '../../../lib/questionnaire/definition.ts'
import { usualLimits } from '../../../lib/statistics/verdicts.ts'
import type { AnalysisInput, Comparability, FrameCount, Plan, PollWave, Respondent } from './findings.ts'

const said = (nl: string): Said => ({ nl })

/** A fixed sequence of numbers from 0 up to 1 (mulberry32). */
export function numbersFrom(seed: number): () => number {
  let state = seed
  return () => {
    state = (state + 0x6d2b79f5) | 0
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state)
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32
  }
}

export const usualPlan: Plan = {
  mainQuestions: ['works'],
  limits: usualLimits,
  weightingMargins: [],
  weightCap: 3,
  tablesBy: ['type', 'size', 'region'],
  sensitive: [],
  confidence: 0.95,
}

export const yesNo = (key: string, more: Partial<Question> = {}): Question =>
  ({
    key,
    type: 'single',
    text: said(`Vraag ${key}?`),
    about: 'fact',
    options: [
      { key: 'yes', label: said('Ja') },
      { key: 'no', label: said('Nee') },
    ],
    ...more,
  }) as Question

export const definitionOf = (questions: readonly Question[]): Definition => ({
  format: 1,
  title: said('Peiling'),
  intro: said('Een peiling.'),
  terms: [],
  sections: [{ key: 'all', title: said('Alles'), questions }],
})

/** A wave in which every respondent is given, with a frame of so many organisations of one kind beside them. */
export function waveOf(
  id: string,
  questions: readonly Question[],
  respondents: readonly Respondent[],
  more: Partial<PollWave> = {},
): PollWave {
  return {
    id,
    label: id,
    year: Number(id) || 2026,
    definition: definitionOf(questions),
    frame: null,
    respondents,
    plan: usualPlan,
    comparability: [],
    ...more,
  }
}

export const respondent = (at: number, answers: Answers, place: Partial<Respondent> = {}): Respondent => ({
  pseudonym: `organisation-${at}`,
  type: 'welfare',
  size: 'small',
  region: 'north',
  ...place,
  answers,
})

export const chose = (chosen: string): Answer => ({ type: 'single', chosen })
export const ticked = (...chosen: string[]): Answer => ({ type: 'multiple', chosen })

export const inputOf = (wave: PollWave, ...earlier: PollWave[]): AnalysisInput => ({
  wave,
  earlier: earlier.map((each) => ({ wave: each, released: null })),
  released: [],
})

export const fully = (wave: string, level: Comparability['level'] = 'full'): Comparability => ({
  wave,
  level,
  reason: said('Andere organisaties deden mee.'),
  bridges: {},
})

const types = ['welfare', 'advice', 'volunteers', 'neighbourhood']
const sizes = ['small', 'medium', 'large']
const provinces = ['Drenthe', 'Flevoland', 'Friesland', 'Gelderland', 'Groningen', 'Limburg', 'Noord-Brabant', 'Noord-Holland', 'Overijssel', 'Utrecht', 'Zeeland', 'Zuid-Holland'] // prettier-ignore

/** How large a made poll is. */
export type Made = {
  readonly population: number
  readonly questions: number
  /** The part of the population that answers each wave. */
  readonly response: number
  readonly weighted: boolean
}

/** A poll of a register whose organisations answer three years, with every kind of question. Nobody in it exists. */
export function madeInput(made: Made, seed = 11, years: readonly string[] = ['2022', '2024', '2026']): AnalysisInput {
  const next = numbersFrom(seed)
  const drawn = <T>(from: readonly T[], weight: (at: number) => number): T => {
    let left = next() * from.reduce((sum, _, at) => sum + weight(at), 0)
    return from.find((_, at) => (left -= weight(at)) < 0) ?? (from[0] as T)
  }
  const register = Array.from({ length: made.population }, (_, at) => ({
    pseudonym: `organisation-${at}`,
    type: drawn(types, (each) => 6 - each),
    size: drawn(sizes, (each) => 4 - each),
    region: drawn(provinces, (each) => 1 + (each % 4)),
    lean: next(),
  }))
  const questions = Array.from({ length: made.questions }, (_, at) => questionAt(at))
  const frame = framed(register)
  const plan: Plan = {
    ...usualPlan,
    mainQuestions: ['q0', 'q1', 'q5'],
    weightingMargins: made.weighted ? ['type', 'size', 'region'] : [],
  }
  const waves = years.map((year, at) => {
    const took = register.filter(() => next() < made.response)
    const respondents = took.map(({ lean, ...place }) => ({
      ...place,
      answers: Object.fromEntries(
        questions.flatMap((question) =>
          next() < 0.03 ? [] : [[question.key, answerTo(question, next, lean + at / 20)]],
        ),
      ) as Answers,
    }))
    const comparability = years.slice(0, at).map((before) => fully(before))
    return waveOf(year, questions, respondents, { frame, plan, comparability })
  })
  const wave = waves.at(-1)
  if (!wave) throw new Error('a poll has a wave')
  return inputOf(wave, ...waves.slice(0, -1))
}

function framed(register: readonly Omit<Respondent, 'answers'>[]): FrameCount[] {
  const cells = Map.groupBy(register, ({ type, size, region }) => JSON.stringify([type, size, region]))
  return [...cells.values()].flatMap((cell) =>
    cell[0] ? [{ type: cell[0].type, size: cell[0].size, region: cell[0].region, organisations: cell.length }] : [],
  )
}

const optionsOf = (count: number) =>
  Array.from({ length: count }, (_, at) => ({ key: `o${at}`, label: said(`Antwoord ${at}`) }))

function questionAt(at: number): Question {
  const asked = { key: `q${at}`, text: said(`Vraag ${at}?`), about: 'fact' } as const
  switch (at % 8) {
    case 0:
      return yesNo(asked.key)
    case 5:
      return { ...asked, type: 'multiple', options: optionsOf(5) }
    case 6:
      return { ...asked, type: 'number', least: 0, most: 1000, decimals: 0 }
    case 7:
      return { ...asked, type: 'scale', low: said('Niet'), high: said('Zeer') }
    default:
      return { ...asked, type: 'single', options: optionsOf(2 + (at % 4)) }
  }
}

function answerTo(question: Question, next: () => number, lean: number): Answer {
  switch (question.type) {
    case 'single': {
      const at = Math.floor((next() * 0.7 + lean * 0.3) ** 1.5 * question.options.length)
      return chose(question.options[Math.min(at, question.options.length - 1)]?.key ?? '')
    }
    case 'multiple':
      return ticked(...question.options.filter((_, at) => next() < (1 + lean) / (3 + at)).map(({ key }) => key))
    case 'scale':
      return { type: 'scale', step: 1 + Math.floor(next() * 5) }
    case 'number':
      return {
        type: 'number',
        amount: next() < 0.1 ? { known: 'unknown' } : { known: 'exact', value: Math.floor(next() ** 3 * 40) },
      }
    default:
      return { type: 'text', text: 'Tekst' }
  }
}
