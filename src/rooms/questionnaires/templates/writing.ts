import type { Condition, NumberRange, Option, Said } from '../../../lib/questionnaire/definition.ts'

/** Words in both languages. */
export const say = (nl: string, en: string): Said => ({ nl, en })

/** Options, each as its key, the Dutch words, the English ones, and where it leads to. */
export const options = (
  ...all: readonly (readonly [key: string, nl: string, en: string, leadsTo?: 'beginning'])[]
): readonly Option[] => all.map(([key, nl, en, leadsTo]) => ({ key, label: { nl, en }, ...(leadsTo && { leadsTo }) }))

/** Words of templates that are the same in each. */
export const moreAnswers = say('Je kunt meer antwoorden kiezen.', 'You can choose more than one answer.')

export const provinces = options(
  ['drenthe', 'Drenthe', 'Drenthe'],
  ['flevoland', 'Flevoland', 'Flevoland'],
  ['fryslan', 'Fryslân', 'Fryslân'],
  ['gelderland', 'Gelderland', 'Gelderland'],
  ['groningen', 'Groningen', 'Groningen'],
  ['limburg', 'Limburg', 'Limburg'],
  ['noord-brabant', 'Noord-Brabant', 'Noord-Brabant'],
  ['noord-holland', 'Noord-Holland', 'Noord-Holland'],
  ['overijssel', 'Overijssel', 'Overijssel'],
  ['utrecht', 'Utrecht', 'Utrecht'],
  ['zeeland', 'Zeeland', 'Zeeland'],
  ['zuid-holland', 'Zuid-Holland', 'Zuid-Holland'],
)

const people = (most: number): NumberRange => ({ unit: say('mensen', 'people'), least: 0, most, decimals: 0 })

/** So many experts in one organisation. */
export const numberOfExperts = people(5_000)

/** So many employees of one organisation. */
export const numberOfStaff = people(100_000)

/** Whom a question of the survey among shelters is asked of when it is about how it goes. */
export const ofWhoBegan = {
  universe: say('organisaties die ermee zijn begonnen', 'organisations that have begun'),
  when: { all: [{ question: 'V1', chosen: ['unexplored'], not: true }] },
} satisfies { universe: Said; when: Condition }
