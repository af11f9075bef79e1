import { bothLanguages, type Lang, type Words } from '../words.ts'
import type { Finding } from './skos-checks.ts'

type Relation = 'broader' | 'narrower' | 'related'

/** What each finding says: which term, what is wrong, and what to do. `name` gives the label of an address. */
type Sentences = {
  readonly [Kind in Finding['kind']]: (
    finding: Extract<Finding, { readonly kind: Kind }>,
    name: (concept: string) => string,
  ) => string
}

const language: Words<Words<string>> = {
  nl: { nl: 'het Nederlands', en: 'het Engels' },
  en: { nl: 'Dutch', en: 'English' },
}
const relation: Words<Readonly<Record<Relation, string>>> = {
  nl: { broader: 'breder', narrower: 'smaller', related: 'verwant' },
  en: { broader: 'broader', narrower: 'narrower', related: 'related' },
}

const nl: Sentences = {
  'label-missing': (at, name) => `${name(at.concept)} heeft geen naam in ${language.nl[at.lang]}. Vul die in.`,
  'labels-many': (at, name) =>
    `${name(at.concept)} heeft ${at.labels.length} namen in ${language.nl[at.lang]}: ${at.labels.join(', ')}. Houd er één; maak de andere synoniem.`,
  'label-repeated': (at, name) => `Bij ${name(at.concept)} staat "${at.label}" twee keer. Haal het één keer weg.`,
  'label-shared': (at, name) =>
    `${name(at.concept)} en een ander begrip heten allebei "${at.label}". Geef één van de twee een andere naam, of voeg ze samen.`,
  'synonym-is-other-label': (at, name) =>
    `Het synoniem "${at.label}" bij ${name(at.concept)} is de naam van een ander begrip. Haal het synoniem weg, of maak de twee verwant.`,
  'definition-missing': (at, name) => `${name(at.concept)} heeft geen omschrijving. Schrijf er een.`,
  'working-definition-not-chosen': (at, name) =>
    `Bij ${name(at.concept)} is geen werkdefinitie gekozen. Kies met welke omschrijving we hier werken.`,
  'broader-in-circle': (at, name) =>
    `${name(at.concept)} is via bredere begrippen breder dan zichzelf: ${[...at.circle, at.concept].map(name).join(' → ')}. Haal één stap weg.`,
  'related-and-broader': (at, name) =>
    `${name(at.concept)} en ${name(at.other)} zijn verwant, en het ene is ook breder dan het andere. Kies één van de twee.`,
  'related-to-itself': (at, name) =>
    `${name(at.concept)} verwijst naar zichzelf als ${relation.nl[at.relation]}. Haal dat weg.`,
  'relation-unknown': (at, name) =>
    `${name(at.concept)} noemt als ${relation.nl[at.relation]} een begrip dat hier niet staat: ${at.other}. Voeg het toe of haal het weg.`,
  'relation-one-sided': (at, name) =>
    `${name(at.concept)} noemt ${name(at.other)} als ${relation.nl[at.relation]}, maar andersom staat het er niet. Vul het aan bij ${name(at.other)}.`,
  'relation-to-retired': (at, name) =>
    `${name(at.concept)} noemt ${name(at.other)} als ${relation.nl[at.relation]}, maar dat begrip gebruiken we niet meer. Kies een ander.`,
}

const en: Sentences = {
  'label-missing': (at, name) => `${name(at.concept)} has no name in ${language.en[at.lang]}. Add it.`,
  'labels-many': (at, name) =>
    `${name(at.concept)} has ${at.labels.length} names in ${language.en[at.lang]}: ${at.labels.join(', ')}. Keep one; make the others synonyms.`,
  'label-repeated': (at, name) => `"${at.label}" stands twice with ${name(at.concept)}. Remove one.`,
  'label-shared': (at, name) =>
    `${name(at.concept)} and another term are both called "${at.label}". Give one of them another name, or join them.`,
  'synonym-is-other-label': (at, name) =>
    `The synonym "${at.label}" of ${name(at.concept)} is the name of another term. Remove the synonym, or make the two related.`,
  'definition-missing': (at, name) => `${name(at.concept)} has no definition. Write one.`,
  'working-definition-not-chosen': (at, name) =>
    `No working definition was chosen for ${name(at.concept)}. Choose the definition we work with here.`,
  'broader-in-circle': (at, name) =>
    `Through broader terms, ${name(at.concept)} is broader than itself: ${[...at.circle, at.concept].map(name).join(' → ')}. Remove one step.`,
  'related-and-broader': (at, name) =>
    `${name(at.concept)} and ${name(at.other)} are related, and one is also broader than the other. Choose one of the two.`,
  'related-to-itself': (at, name) => `${name(at.concept)} names itself as ${relation.en[at.relation]}. Remove that.`,
  'relation-unknown': (at, name) =>
    `${name(at.concept)} names as ${relation.en[at.relation]} a term that is not here: ${at.other}. Add it or remove it.`,
  'relation-one-sided': (at, name) =>
    `${name(at.concept)} names ${name(at.other)} as ${relation.en[at.relation]}, but not the other way round. Complete it at ${name(at.other)}.`,
  'relation-to-retired': (at, name) =>
    `${name(at.concept)} names ${name(at.other)} as ${relation.en[at.relation]}, but that term is no longer used. Choose another.`,
}

const sentences = bothLanguages(nl, en)

/**
 * A finding as one or two sentences: the term, what is wrong, and what to do.
 * @param name gives the label of a term by its address, in that language.
 */
export function sayFinding(finding: Finding, lang: Lang, name: (concept: string) => string): string {
  // Each kind has its own sentence; the compiler cannot join the two by itself.
  const say = sentences[lang][finding.kind] as (finding: Finding, name: (concept: string) => string) => string
  return say(finding, name)
}
