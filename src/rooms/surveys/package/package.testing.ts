import type { Answer, Answers, Definition } from '../../../lib/questionnaire/definition.ts'
import type { Background, PackageGiven, Respondent } from './package.rules.ts'
import type { PackagedFigure, PackagedTable } from './package.tables.rules.ts'

const option = (key: string, nl = key) => ({ key, label: { nl, en: `${nl} (en)` } })

/** A questionnaire with a question of every kind that reaches the files, one of them only asked after a yes. */
export const definition: Definition = {
  format: 1,
  title: { nl: '=1+1 Peiling 😀', en: 'Poll' },
  intro: { nl: 'Waarom wij dit vragen.' },
  terms: [],
  sections: [
    {
      key: 'begin',
      title: { nl: 'Begin' },
      questions: [
        { key: 'uitleg', type: 'info', text: { nl: 'Lees dit.' } },
        {
          key: 'werkt-met',
          type: 'single',
          about: 'fact',
          text: { nl: `Werken jullie met ervaringsdeskundigen? ${'é'.repeat(300)}`, en: 'Do you work with them?' },
          options: [option('ja'), option('nee'), option('gestopt')],
        },
        {
          key: 'rollen',
          type: 'multiple',
          about: 'fact',
          text: { nl: 'Welke rollen?' },
          universe: { nl: 'wie ja zei' },
          when: { all: [{ question: 'werkt-met', chosen: ['ja'] }] },
          options: [option('a', '=SOM(A1)'), option('b', '-b'), option('c', '@c')],
          other: true,
        },
        {
          key: 'aantal',
          type: 'number',
          about: 'fact',
          text: { nl: 'Hoeveel?' },
          least: 0,
          most: 500,
          decimals: 0,
        },
        {
          key: 'mening',
          type: 'scale',
          about: 'opinion',
          text: { nl: 'Hoe gaat het?' },
          low: { nl: 'slecht' },
          high: { nl: 'goed' },
        },
        { key: 'waarom', type: 'text', about: 'opinion', text: { nl: 'Waarom?' }, longest: 5000 },
        { key: 'wie', type: 'text', about: 'fact', personal: true, text: { nl: 'Wie ben je?' }, longest: 200 },
        {
          key: 'knel',
          type: 'matrix',
          about: 'opinion',
          text: { nl: 'Knelt het?' },
          rows: [option('geld'), option('tijd')],
          each: { type: 'single', options: [option('ja'), option('nee')] },
        },
      ],
    },
  ],
}

const single = (chosen: string): Answer => ({ type: 'single', chosen })

/** Sixty organisations: three stopped, everybody else works with experts or does not. Nothing in it is by chance. */
export const respondents: readonly Respondent[] = Array.from({ length: 60 }, (_, at) => {
  const works = at < 40 ? 'ja' : at < 57 ? 'nee' : 'gestopt'
  const answers: Record<string, Answer> = {
    'werkt-met': single(works),
    aantal: {
      type: 'number',
      amount:
        at % 10 === 0
          ? { known: 'unknown' }
          : at % 10 === 1
            ? { known: 'range', from: 1, to: 400 }
            : { known: 'exact', value: at % 2 === 0 ? 2 : 120 + at },
    },
    mening: { type: 'scale', step: (at % 3) + 2 },
    waarom: {
      type: 'text',
      text: at === 0 ? `=1+1 😀 ${'é'.repeat(300)}` : `Reden ${at}, en "meer"\nop een tweede regel`,
    },
    wie: { type: 'text', text: `Persoon ${at}` },
    knel: { type: 'matrix', rows: { geld: at % 2 === 0 ? 'ja' : 'nee', tijd: at < 58 ? 'ja' : 'nee' } },
  }
  if (works === 'ja')
    answers.rollen = {
      type: 'multiple',
      chosen: [at % 2 === 0 ? 'a' : 'b', ...(at < 2 ? ['c'] : []), ...(at % 5 === 0 ? ['other'] : [])],
      ...(at % 5 === 0 ? { other: 'een andere rol' } : {}),
    }
  return {
    pseudonym: `pseudonym-${at}`,
    place: [at % 2 === 0 ? 'klein' : 'groot'],
    asked: new Set(['werkt-met', 'aantal', 'mening', 'waarom', 'wie', 'knel', ...(works === 'ja' ? ['rollen'] : [])]),
    answers: answers as Answers,
    weight: at % 2 === 0 ? 0.8 : 1.2,
  }
})

const size: Background = {
  name: 'size',
  label: { nl: 'Omvang', en: 'Size' },
  categories: [option('klein'), option('groot'), option('samen')],
  levels: [{ klein: 'samen', groot: 'samen' }],
}

/** Counts as a release would show them: fewer than five hidden, and whatever `alsoHidden` names. */
function tableOf(
  question: string,
  part: string | null,
  background: string | null,
  counts: Readonly<Record<string, Readonly<Record<string, number>>>>,
  several = false,
): PackagedTable {
  const rows = [...new Set(Object.values(counts).flatMap((column) => Object.keys(column)))]
  return {
    id: [part === null ? question : `${question}:${part}`, ...(background === null ? [] : [background])].join(' by '),
    question,
    part,
    background,
    title: { nl: `=titel ${question}` },
    wording: { nl: `+tekst ${question} 😀` },
    several,
    rows: rows.map((key) => option(key)),
    columns: background === null ? [] : Object.keys(counts).map((key) => option(key)),
    roundedTo: null,
    figures: Object.entries(counts).flatMap(([column, numbers]) => {
      const base = several ? 40 : Object.values(numbers).reduce((sum, n) => sum + n, 0)
      const small = Object.entries(numbers).filter(([, n]) => n > 0 && n < 5)
      const next = Object.entries(numbers)
        .filter(([, n]) => n >= 5)
        .toSorted(([, one], [, other]) => one - other)[0]
      const hidden = new Set([...small, ...(small.length > 0 && next ? [next] : [])].map(([key]) => key))
      return rows.map((row): PackagedFigure => {
        const n = numbers[row] ?? 0
        if (hidden.has(row)) return { row, column, status: 'hidden' }
        const shown = { row, column, base, weighted: null, lower: null, upper: null }
        return n === 0
          ? { ...shown, status: 'zero', n, share: null }
          : { ...shown, status: 'shown', n, share: n / base, lower: 0.5, upper: 0.75 }
      })
    }),
  }
}

/** What each value of a question was chosen by, per size when asked. */
function counted(question: string, read: (answers: Answers) => readonly string[], part: string | null = null) {
  const count = (among: readonly Respondent[]) => {
    const counts: Record<string, number> = {}
    for (const { answers } of among) for (const key of read(answers)) counts[key] = (counts[key] ?? 0) + 1
    return counts
  }
  const several = question === 'rollen'
  const of = (name: string) => respondents.filter(({ place }) => place[0] === name)
  return [
    tableOf(question, part, null, { '': count(respondents) }, several),
    tableOf(question, part, 'size', { klein: count(of('klein')), groot: count(of('groot')) }, several),
  ]
}
const row = (key: string) => (answers: Answers) => {
  const given = answers.knel?.type === 'matrix' ? answers.knel.rows[key] : undefined
  return typeof given === 'string' ? [given] : []
}

export const given: PackageGiven = {
  study: {
    series: 'sociaal-werk',
    wave: '2026',
    title: definition.title,
    about: { nl: 'Waarom wij dit vragen.' },
    address: 'https://plein.example/peilingen/sociaal-werk/2026',
    makers: ['Voorbeeld Instituut'],
    releasedOn: '2026-11-22',
    version: { name: '1', on: '2026-11-22' },
    collected: { from: '2026-09-01', to: '2026-10-01' },
    universe: { nl: 'leden van het netwerk' },
    licence: { words: { nl: 'Vrij te gebruiken' }, address: 'https://creativecommons.org/licenses/by/4.0/' },
  },
  definition,
  backgrounds: [size],
  population: Array.from({ length: 200 }, (_, at) => [at % 2 === 0 ? 'klein' : 'groot']),
  respondents,
  tables: [
    ...counted('werkt-met', (answers) =>
      answers['werkt-met']?.type === 'single' ? [answers['werkt-met'].chosen] : [],
    ),
    ...counted('rollen', (answers) => (answers.rollen?.type === 'multiple' ? answers.rollen.chosen : [])),
    ...counted('mening', (answers) => (answers.mening?.type === 'scale' ? [String(answers.mening.step)] : [])),
    ...counted('knel', row('geld'), 'geld'),
    ...counted('knel', row('tijd'), 'tijd'),
  ],
  amounts: [],
  shown: definition.sections.flatMap(({ questions }) => questions.map(({ key }) => key)),
  conclusions: [
    {
      question: 'werkt-met',
      code: 'S3',
      sentence: { nl: 'Van deze 60 werken er 40 mee.' },
      numbers: { yes: 40, base: 60 },
    },
  ],
  method: { version: '1', plan: { confidence: 0.95 } },
}

/** The same with nothing small in it: then the background and the weight can stay. */
export const largeOnly: PackageGiven = {
  ...given,
  definition: {
    ...definition,
    sections: definition.sections.map((section) => ({
      ...section,
      questions: section.questions.filter(({ key }) => key === 'mening'),
    })),
  },
  tables: given.tables.filter(({ question }) => question === 'mening'),
}
