import { describe, expect, it } from 'vitest'
import { checkPlainDutch } from '../../lib/dutch/plain-language.ts'
import { checkAnswers } from '../../lib/questionnaire/answers.ts'
import type { Amount, Answer, Definition } from '../../lib/questionnaire/definition.ts'
import { faultsOf } from '../../lib/questionnaire/faults.ts'
import { readDefinition } from '../../lib/questionnaire/parsing.ts'
import { questionsOf, shownQuestions } from '../../lib/questionnaire/routing.ts'
import { terms } from '../terms/public.ts'
import { carriedBy } from './templates/carrying.rules.ts'
import { templates } from './templates.ts'

const template = (name: string): Definition => {
  const found = templates.get(name)
  if (found === undefined) throw new Error(`no template ${name}`)
  return found
}
const socialWork = template('sociaal-werk')
const shelter = template('opvang')
const keysOf = (definition: Definition) => questionsOf(definition).map(({ key }) => key)
const chose = (chosen: string): Answer => ({ type: 'single', chosen })
const shown = (definition: Definition, key: string, chosen: string) => [
  ...shownQuestions(definition, { [key]: chose(chosen) }),
]

/** Every Dutch word of a document. */
function dutchIn(value: unknown): readonly string[] {
  if (typeof value !== 'object' || value === null) return []
  return Object.entries(value).flatMap(([name, inner]) =>
    name === 'nl' && typeof inner === 'string' ? [inner] : dutchIn(inner),
  )
}

describe.each([...templates])('the template %s', (_, definition) => {
  it('has no faults, and all its words in English too', () => {
    expect(faultsOf(definition)).toEqual({ faults: [], notes: [] })
  })
  it('comes through import as it is', () => {
    expect(readDefinition(JSON.parse(JSON.stringify(definition)))).toEqual({ ok: true, definition })
  })
  it('says that it is a reconstruction', () => {
    expect(definition.source?.nl).toMatch(/^Reconstructie /)
    expect(definition.source?.en).toMatch(/^Reconstruction /)
  })
  it('asks after terms that are there', () => {
    const known = terms.map(({ id }) => id)
    for (const id of definition.terms) expect(known).toContain(id)
  })
  it('is in plain Dutch', () => {
    const known = terms.flatMap(({ label, altLabels }) => [label.nl, ...altLabels.nl.map((each) => each.label)])
    const termPages = new Set(
      known.flatMap((label) => [label, ...label.split(/[\s-]+/)]).map((word) => word.toLowerCase()),
    )
    const findings = dutchIn({ ...definition, source: undefined }).flatMap((text) =>
      checkPlainDutch(text, { termPages }).map((finding) => ({ text, ...finding })),
    )
    expect(findings).toEqual([])
  })
})

describe('the poll among social work', () => {
  it('has every question that is known of it', () => {
    const known = ['P0b', 'P1', 'P2', 'P2n', 'P3', 'P4', 'P5', 'P6', 'P7', 'P8', 'P9', 'P10']
    expect(keysOf(socialWork)).toEqual(expect.arrayContaining(known))
    const about = ['P0-organisation', 'P0-function', 'P0-staff', 'P0-region']
    expect(keysOf(socialWork).filter((key) => key.startsWith('P0-'))).toEqual(about)
  })
  it('has the answers that published figures are about', () => {
    const optionsOf = (key: string) =>
      questionsOf(socialWork).flatMap((question) =>
        question.key === key && 'options' in question ? question.options.map((option) => option.key) : [],
      )
    expect(optionsOf('P1')).toEqual(['yes', 'considers', 'no'])
    expect(optionsOf('P2')).toEqual(['volunteer', 'paid-specific', 'paid-combined'])
    expect(optionsOf('P4')).toHaveLength(9)
    expect(optionsOf('P5')).toEqual(expect.arrayContaining(['social-team', 'individual-support', 'co-supporter']))
    expect(optionsOf('P6')).toEqual(expect.arrayContaining(['policy', 'development']))
  })
  it('asks everybody P1, users P2 to P9, and only the others P10', () => {
    const always = ['P0-organisation', 'P0-function', 'P0-staff', 'P0-region', 'P0b', 'P1']
    const forUsers = ['P2', 'P2n', 'P3', 'P4', 'P5', 'P6', 'P7', 'P8', 'P9']
    const forOthers = ['P10', 'P10-needs']
    expect([...shownQuestions(socialWork, {})]).toEqual(always)
    expect(shown(socialWork, 'P1', 'yes')).toEqual([...always, ...forUsers])
    expect(shown(socialWork, 'P1', 'considers')).toEqual([...always, ...forOthers])
    expect(shown(socialWork, 'P1', 'no')).toEqual([...always, ...forOthers])
  })
  it('says of each question that not everybody gets, whom its figures are of', () => {
    for (const question of questionsOf(socialWork))
      if (question.type !== 'info') expect(question.universe !== undefined).toBe(question.when !== undefined)
  })
  it('never prefills an opinion, and codes the open questions that were coded', () => {
    const coded = questionsOf(socialWork).filter((question) => question.type === 'text' && question.codes !== undefined)
    expect(coded.map(({ key }) => key)).toEqual(['P7', 'P8'])
    for (const question of coded) expect(question).toMatchObject({ about: 'opinion' })
  })
  // A yes would stand under a pseudonym that nobody can follow: whether somebody wants to talk is asked after sending.
  it('does not ask for a talk', () => expect(JSON.stringify(socialWork)).not.toMatch(/[Mm]ogen we .*praten/))
  it('keeps who filled it in apart', () => {
    const personal = questionsOf(socialWork).filter((question) => question.type === 'text' && question.personal)
    expect(personal.map(({ key }) => key)).toEqual(['P0-organisation', 'P0-function'])
  })
})

describe('the survey among shelters', () => {
  it('has every theme that is known of it', () => {
    const themes = Array.from({ length: 14 }, (_, n) => `V${n}`)
    expect(keysOf(shelter)).toEqual(expect.arrayContaining([...themes, 'V4b', 'V0-size', 'V0-regions', 'V0-years']))
  })
  it('spares whoever has not begun the questions on how it goes', () => {
    const spared = ['V3-fte', 'V5', 'V6', 'V7-hours', 'V8', 'V8-leader', 'V8-tasks', 'V10', 'V10-until']
    const begun = shown(shelter, 'V1', 'searching')
    expect(begun.filter((key) => !shown(shelter, 'V1', 'unexplored').includes(key))).toEqual(spared)
  })
  it('takes numbers as exact, estimate, range and unknown, and unknown stays unknown', () => {
    const rows = {
      paid: { known: 'unknown' },
      unpaid: { known: 'range', from: 2, to: 5 },
      trained: { known: 'estimate', value: 3 },
      untrained: { known: 'exact', value: 0 },
    }
    const { answers, faults } = checkAnswers(shelter, { V3: { type: 'matrix', rows } })
    expect(faults).toEqual([])
    expect(answers['V3']).toEqual({ type: 'matrix', rows })
  })
  it('asks who carries the subject, and whether they are experts themselves', () => {
    const carries = questionsOf(shelter).find(({ key }) => key === 'V7')
    expect(carries?.type === 'matrix' && carries.rows.map(({ key }) => key)).toEqual(['carriers', 'experts'])
  })
  it.each<[string, Amount, Amount | undefined, ReturnType<typeof carriedBy>]>([
    ['one of none', { known: 'exact', value: 1 }, { known: 'exact', value: 0 }, 'one-without-experience'],
    [
      'about one of none',
      { known: 'estimate', value: 1 },
      { known: 'range', from: 0, to: 0 },
      'one-without-experience',
    ],
    ['one of one', { known: 'exact', value: 1 }, { known: 'exact', value: 1 }, 'one'],
    ['one, and nobody knows', { known: 'exact', value: 1 }, { known: 'unknown' }, 'one'],
    ['one, not said', { known: 'exact', value: 1 }, undefined, 'one'],
    ['one or two', { known: 'range', from: 1, to: 2 }, { known: 'exact', value: 0 }, null],
    ['two', { known: 'exact', value: 2 }, { known: 'exact', value: 0 }, null],
    ['nobody', { known: 'exact', value: 0 }, undefined, null],
    ['unknown, which is not 0 and not 1', { known: 'unknown' }, { known: 'exact', value: 0 }, null],
  ])('sees whether everything hangs on one person: %s', (_, carriers, experts, by) => {
    expect(carriedBy({ V7: { type: 'matrix', rows: { carriers, ...(experts ? { experts } : {}) } } })).toBe(by)
    expect(carriedBy({})).toBeNull()
  })
})
