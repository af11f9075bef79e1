import type { Definition, Question } from '../../src/lib/questionnaire/definition.ts'
import { makeQuestionnaire } from '../../src/rooms/questionnaires/public.ts'
import { sql } from 'kysely'
import type { House } from '../house.ts'

const choices = ['Ja', 'Nee', 'Weet ik niet'].map((nl, i) => ({ key: `k-${i + 1}`, label: { nl } }))
const asked = { about: 'opinion' } as const
const questions: readonly Question[] = [
  { key: 'vraag-1', type: 'text', text: { nl: 'Hoe gaat het?', en: 'How is it going?' }, ...asked, longest: 500 },
  {
    key: 'vraag-2',
    type: 'single',
    text: { nl: 'Werken er ervaringsdeskundigen?' },
    ...asked,
    options: choices,
    other: true,
  },
  {
    key: 'vraag-3',
    type: 'number',
    text: { nl: 'Hoeveel zijn het er?' },
    about: 'fact',
    unit: { nl: 'mensen' },
    least: 0,
    most: 1000,
    decimals: 0,
    when: { all: [{ question: 'vraag-2', chosen: ['k-1'] }] },
  },
  { key: 'vraag-4', type: 'multiple', text: { nl: 'Waar werken zij?' }, ...asked, options: choices, most: 2 },
  {
    key: 'vraag-5',
    type: 'scale',
    text: { nl: 'Hoe tevreden zijn jullie?' },
    ...asked,
    low: { nl: 'niet' },
    high: { nl: 'zeer' },
  },
]
const more: readonly Question[] = [
  { key: 'tekst', type: 'info', text: { nl: 'Nu volgen vragen over later.' } },
  {
    key: 'vraag-6',
    type: 'matrix',
    text: { nl: 'Wie beslist er mee?' },
    ...asked,
    rows: choices.slice(0, 2).map(({ key }) => ({ key, label: { nl: `Over onderwerp ${key}` } })),
    each: { type: 'single', options: choices },
  },
  { key: 'vraag-7', type: 'ranking', text: { nl: 'Wat is het belangrijkst?' }, ...asked, options: choices, most: 2 },
  { key: 'vraag-8', type: 'date', text: { nl: 'Sinds wanneer?' }, about: 'fact', precision: 'month' },
]

/** A questionnaire with every kind of question. */
const definition = (letter: string): Definition => ({
  format: 1,
  title: { nl: `Vragen van ${letter}` },
  intro: { nl: 'Wij willen weten hoe het gaat.' },
  terms: ['povertyDebt'],
  sections: [
    { key: 'deel-1', title: { nl: 'Nu' }, questions },
    { key: 'deel-2', title: { nl: 'Later' }, questions: more },
  ],
})

/** Makes a questionnaire of a partner, with every kind of question. @returns its id */
export const aQuestionnaire = (
  { people, operate, platform }: Pick<House, 'people' | 'operate' | 'platform'>,
  letter: 'a' | 'b',
): Promise<string> =>
  operate((tx) =>
    makeQuestionnaire(
      tx,
      { organisation: people.organisations[letter], by: null, definition: definition(letter) },
      platform.now(),
    ),
  )

/** Every version there is has its questions as PDF, as a worker with a Chromium leaves them once it is fixed. */
export const withPrints = (house: House): Promise<unknown> =>
  house.peek((tx) =>
    sql`insert into house.questionnaires_prints (version_id, lang, content, made_at)
        select id, 'nl', 'a print', ${house.platform.now()} from house.questionnaires_versions`.execute(tx),
  )
