import type { Said } from '../../../lib/questionnaire/definition.ts'
import type { ClaimRefusal } from '../../../lib/statistics/claims.ts'
import type { RefusedWeighting } from '../../../lib/statistics/weights.ts'
import { bothLanguages } from '../../../lib/words.ts'

/** "Something else", as an answer. */
export const otherWords: Said = { nl: 'Anders', en: 'Something else' }

/** Whom percentages are of, when the question does not say it itself. */
export const baseWords: Readonly<Record<'all' | 'asked' | 'answered', Said>> = {
  all: { nl: 'alle organisaties die meededen', en: 'all organisations that took part' },
  asked: { nl: 'de organisaties die deze vraag kregen', en: 'the organisations that were asked this' },
  answered: { nl: 'de organisaties die deze vraag beantwoordden', en: 'the organisations that answered this' },
}

/** Whom the counts of codes are of. */
export const codedBaseWords: Said = {
  nl: 'de organisaties die hier in eigen woorden antwoordden',
  en: 'the organisations that answered this in their own words',
}

// What may be said. Numbers come in as they are printed. No sentence promises more than its verdict: a difference that may be
// chance is a "difference" and goes neither up nor down.
const nl = {
  tookPart: (label: string, n: string) => `In ${label} deden ${n} organisaties mee.`,
  tookPartOf: (label: string, n: string, members: string) => `In ${label} deden ${n} van de ${members} leden mee.`,
  chose: (base: string, count: string, one: boolean, answer: string) =>
    `Van de ${base} organisaties die deze vraag beantwoordden, ${one ? 'koos' : 'kozen'} er ${count} “${answer}”.`,
  named: (base: string, count: string, one: boolean, code: string) =>
    `Van de ${base} organisaties die hier in eigen woorden antwoordden, ${one ? 'noemde' : 'noemden'} er ${count} “${code}”.`,
  nobodyNamed: (base: string) => `Geen van de ${base} organisaties die hier in eigen woorden antwoordden, noemde dit.`,
  coded: (base: string, coders: string) =>
    `${base} organisaties antwoordden hier in eigen woorden. ${coders} mensen lazen elk antwoord, los van elkaar, en kozen er codes bij. Een antwoord kan meer codes hebben.`,
  agreement: {
    unknown: () => 'Hoe goed zij overeenkwamen, is niet te zeggen.',
    'too-low': (alpha: string) =>
      `Zij kwamen eerst weinig overeen (alfa ${alpha}) en overlegden daarna. Lees deze cijfers voorzichtig.`,
    careful: (alpha: string) => `Zij kwamen redelijk overeen (alfa ${alpha}). Lees deze cijfers voorzichtig.`,
    good: (alpha: string) => `Zij kwamen goed overeen (alfa ${alpha}).`,
  },
  thatIs: (percent: string) => `Dat is ${percent}.`,
  weightedIs: (percent: string) => `Na correctie voor wie er meededen is het ${percent}.`,
  members: (lower: string, upper: string) =>
    `Voor alle leden samen weten we het niet precies. Het ligt waarschijnlijk tussen ${lower} en ${upper}.`,
  membersExactly: (percent: string) => `Alle leden deden mee, dus voor alle leden samen is het ${percent}.`,
  membersCounted: (fewest: string, most: string) => `Dat zijn ${fewest} tot ${most} organisaties.`,
  precision: {
    rough: 'Dit is een ruwe schatting.',
    fair: 'Dit is een redelijke schatting.',
    precise: 'Dit is een nauwkeurige schatting.',
  },
  tooUncertain: 'Over alle leden samen kunnen we hiermee niets zeggen.',
  noPercentage: 'Dat zijn te weinig organisaties voor een percentage.',
  rounded: 'Dit aantal is afgerond op een veelvoud van vijf, zodat niemand te herkennen is.',
  nobody: (base: string) => `Geen van de ${base} organisaties koos dit.`,
  nobodyAtMost: (most: string) => `Onder alle leden kan het om een klein aantal gaan (hoogstens ${most}).`,
  nobodyAtMostShare: (percent: string) => `Onder alle leden kan het om een klein deel gaan (hoogstens ${percent}).`,
  notShown: 'Dit getal laten we niet zien. Anders kan iemand zien om welke organisatie het gaat.',
  several: (base: string) =>
    `Organisaties konden meer antwoorden kiezen. Daarom kan het totaal boven 100% uitkomen. ${base} organisaties beantwoordden deze vraag.`,
  corrected: 'Sommige groepen deden vaker mee dan andere. Daarvoor hebben we gecorrigeerd.',
  correctedFor: (group: string) => `De groep “${group}” deed vaker mee dan andere. Daarvoor hebben we gecorrigeerd.`,
  wholeLines: 'Er was te weinig tijd om de tabellen precies te beveiligen. Daarom laten we hele rijen weg.',
  two: (since: string, before: string, label: string, now: string) =>
    `In ${since} was het ${before}, in ${label} ${now}.`,
  mayBeChance: 'Dit verschil kan toeval zijn.',
  mayBeChanceAmongThem: (before: string, now: string) =>
    `Bij de organisaties die meededen was het eerst ${before} en daarna ${now}: dit verschil kan toeval zijn.`,
  cannotSay: 'We kunnen dus niet zeggen dat er iets is veranderd.',
  onlyVisible: (points: string) =>
    `Met deze aantallen zien we een verschil pas als het ongeveer ${points} procentpunt is.`,
  neverVisible: 'Met deze aantallen zien we geen enkel verschil.',
  rise: (since: string, before: string, label: string, now: string) =>
    `Het aandeel is gestegen: van ${before} in ${since} naar ${now} in ${label}.`,
  fall: (since: string, before: string, label: string, now: string) =>
    `Het aandeel is gedaald: van ${before} in ${since} naar ${now} in ${label}.`,
  small: 'Het verschil is wel klein.',
  forMembers: 'Dat geldt voor alle leden samen.',
  amongThem: 'Dat geldt voor de organisaties die meededen.',
  equal: (since: string, before: string, label: string, now: string) =>
    `Het aandeel bleef ongeveer gelijk: ${before} in ${since} en ${now} in ${label}.`,
  notComparable: (since: string) => `Deze uitkomst is niet te vergelijken met die van ${since}.`,
  questionChanged: 'De vraag of de antwoorden waren toen anders.',
  others: (label: string, since: string) => `In ${label} deden andere organisaties mee dan in ${since}.`,
  othersFrom: (label: string, since: string, group: string) =>
    `In ${label} deden andere organisaties mee dan in ${since}, vooral uit de groep “${group}”.`,
  partOfIt: (points: string, part: string) =>
    `Van het verschil van ${points} procentpunt komt ongeveer ${part} procentpunt daardoor.`,
  otherWay: 'Met en zonder correctie wijst het verschil een andere kant op.',
  firstAndThen: (before: string, now: string) =>
    `Bij de organisaties die meededen was het eerst ${before} en daarna ${now}.`,
  noConclusion: 'Daarom trekken we geen conclusie.',
  countsOnly: (since: string, before: string, label: string, now: string) =>
    `In ${since} kozen ${before} dit, in ${label} ${now}. Dat is te weinig om te vergelijken.`,
  countOf: (count: string, base: string) => `${count} van de ${base} organisaties`,
  changeNotShown: 'Deze vergelijking laten we niet zien: het gaat om te weinig organisaties.',
  panel: (n: string) => `${n} organisaties deden beide keren mee.`,
  panelSame: 'Bij hen zien we geen duidelijke verandering.',
  panelRise: 'Van hen koos een groter deel dit dan de eerste keer.',
  panelFall: 'Van hen koos een kleiner deel dit dan de eerste keer.',
  panelFew: 'Dat is te weinig voor een uitspraak over hen.',
  typical: (middle: string) => `In het midden van alle antwoorden staat ${middle}.`,
  refusedClaim: {
    'no-figure': 'Dit kan niet worden gezegd: er zijn geen getallen over.',
    'too-few': 'Dit kan niet worden gezegd: het gaat om te weinig organisaties.',
    'not-comparable': 'Dit kan niet worden gezegd: de twee peilingen zijn niet te vergelijken.',
    'groups-differ': 'Dit kan niet worden gezegd: er deden te veel andere organisaties mee.',
    'may-be-chance': 'Dit kan niet worden gezegd: het verschil kan toeval zijn.',
    'too-uncertain': 'Dit kan niet worden gezegd: de getallen zijn te onzeker om te zeggen dat er weinig is veranderd.',
    'about-equal': 'Dit kan niet worden gezegd: het aandeel bleef ongeveer gelijk.',
    'other-way': 'Dit kan niet worden gezegd: het verschil gaat de andere kant op.',
    'real-change': 'Dit kan niet worden gezegd: er is wel iets veranderd.',
  } satisfies Record<ClaimRefusal, string>,
  notWeighted: (reason: string) => `We hebben niet gecorrigeerd voor wie er meededen: ${reason}.`,
  refusedWeighting: {
    'nobody-answered': 'niemand deed mee',
    'lengths-differ': 'niet van elke organisatie is bekend bij welke groep zij hoort',
    'population-not-counted': 'niet elke groep is geteld',
    'margins-contradict': 'de tellingen van de groepen spreken elkaar tegen',
    'category-unknown': 'er deed een organisatie mee uit een groep die niet is geteld',
    'category-empty': 'uit een van de groepen deed niemand mee',
    'more-respondents-than-population': 'uit een groep deden er meer mee dan er zijn geteld',
    'too-few-in-category': 'uit een van de groepen deden er te weinig mee',
    'too-many-margins': 'er zijn te veel kenmerken voor zo weinig organisaties',
    'not-converging': 'de groepen passen niet bij elkaar',
    'cap-impossible': 'de grens voor het gewicht is te laag',
    'cap-not-reached': 'een paar organisaties zouden te zwaar tellen',
    'weights-too-unequal': 'een paar organisaties zouden te zwaar tellen',
  } satisfies Record<RefusedWeighting, string>,
}

export const sentences = bothLanguages(nl, {
  tookPart: (label, n) => `In ${label}, ${n} organisations took part.`,
  tookPartOf: (label, n, members) => `In ${label}, ${n} of the ${members} members took part.`,
  chose: (base, count, one, answer) =>
    `Of the ${base} organisations that answered this question, ${count} ${one ? 'has' : 'have'} chosen “${answer}”.`,
  named: (base, count, one, code) =>
    `Of the ${base} organisations that answered this in their own words, ${count} ${one ? 'has' : 'have'} named “${code}”.`,
  nobodyNamed: (base) => `None of the ${base} organisations that answered this in their own words named this.`,
  coded: (base, coders) =>
    `${base} organisations answered this in their own words. ${coders} people read every answer, apart from each other, and chose codes for it. An answer can have more than one code.`,
  agreement: {
    unknown: () => 'How well they agreed cannot be told.',
    'too-low': (alpha) =>
      `At first they agreed little (alpha ${alpha}); then they talked. Read these figures with care.`,
    careful: (alpha) => `They agreed fairly well (alpha ${alpha}). Read these figures with care.`,
    good: (alpha) => `They agreed well (alpha ${alpha}).`,
  },
  thatIs: (percent) => `That is ${percent}.`,
  weightedIs: (percent) => `Corrected for who took part it is ${percent}.`,
  members: (lower, upper) =>
    `For all members together we do not know it exactly. It probably lies between ${lower} and ${upper}.`,
  membersExactly: (percent) => `All members took part, so for all members together it is ${percent}.`,
  membersCounted: (fewest, most) => `That is ${fewest} to ${most} organisations.`,
  precision: {
    rough: 'This is a rough estimate.',
    fair: 'This is a fair estimate.',
    precise: 'This is a precise estimate.',
  },
  tooUncertain: 'We can say nothing about all members together with this.',
  noPercentage: 'That is too few organisations for a percentage.',
  rounded: 'This number is rounded to a multiple of five, so that nobody can be recognised.',
  nobody: (base) => `None of the ${base} organisations chose this.`,
  nobodyAtMost: (most) => `Among all members it may be a small number (at most ${most}).`,
  nobodyAtMostShare: (percent) => `Among all members it may be a small part (at most ${percent}).`,
  notShown: 'We do not show this number. Otherwise somebody could see which organisation it is about.',
  several: (base) =>
    `Organisations could choose several answers. So the total can come out above 100%. ${base} organisations answered this question.`,
  corrected: 'Some groups took part more often than others. We have corrected for that.',
  correctedFor: (group) => `The group “${group}” took part more often than others. We have corrected for that.`,
  wholeLines: 'There was too little time to protect the tables exactly. So we leave out whole rows.',
  two: (since, before, label, now) => `In ${since} it was ${before}, in ${label} ${now}.`,
  mayBeChance: 'This difference may be chance.',
  mayBeChanceAmongThem: (before, now) =>
    `Among the organisations that took part it was first ${before} and then ${now}: this difference may be chance.`,
  cannotSay: 'So we cannot say that anything has changed.',
  onlyVisible: (points) => `With these numbers we see a difference only once it is about ${points} percentage points.`,
  neverVisible: 'With these numbers we see no difference at all.',
  rise: (since, before, label, now) => `The share has risen: from ${before} in ${since} to ${now} in ${label}.`,
  fall: (since, before, label, now) => `The share has fallen: from ${before} in ${since} to ${now} in ${label}.`,
  small: 'The difference is small, though.',
  forMembers: 'That holds for all members together.',
  amongThem: 'That holds for the organisations that took part.',
  equal: (since, before, label, now) =>
    `The share stayed about the same: ${before} in ${since} and ${now} in ${label}.`,
  notComparable: (since) => `This outcome cannot be compared with that of ${since}.`,
  questionChanged: 'The question or the answers were different then.',
  others: (label, since) => `In ${label} other organisations took part than in ${since}.`,
  othersFrom: (label, since, group) =>
    `In ${label} other organisations took part than in ${since}, mostly from the group “${group}”.`,
  partOfIt: (points, part) =>
    `Of the difference of ${points} percentage points, about ${part} percentage points come from that.`,
  otherWay: 'With and without correction the difference points another way.',
  firstAndThen: (before, now) => `Among the organisations that took part it was first ${before} and then ${now}.`,
  noConclusion: 'So we draw no conclusion.',
  countsOnly: (since, before, label, now) =>
    `In ${since} ${before} chose this, in ${label} ${now}. That is too few to compare.`,
  countOf: (count, base) => `${count} of the ${base} organisations`,
  changeNotShown: 'We do not show this comparison: it is about too few organisations.',
  panel: (n) => `${n} organisations took part both times.`,
  panelSame: 'Among them we see no clear change.',
  panelRise: 'Of them, a larger part chose this than the first time.',
  panelFall: 'Of them, a smaller part chose this than the first time.',
  panelFew: 'That is too few to say anything about them.',
  typical: (middle) => `In the middle of all answers stands ${middle}.`,
  refusedClaim: {
    'no-figure': 'This cannot be said: there are no numbers about it.',
    'too-few': 'This cannot be said: it is about too few organisations.',
    'not-comparable': 'This cannot be said: the two polls cannot be compared.',
    'groups-differ': 'This cannot be said: too many other organisations took part.',
    'may-be-chance': 'This cannot be said: the difference may be chance.',
    'too-uncertain': 'This cannot be said: the numbers are too uncertain to say that little has changed.',
    'about-equal': 'This cannot be said: the share stayed about the same.',
    'other-way': 'This cannot be said: the difference goes the other way.',
    'real-change': 'This cannot be said: something has changed.',
  },
  notWeighted: (reason) => `We have not corrected for who took part: ${reason}.`,
  refusedWeighting: {
    'nobody-answered': 'nobody took part',
    'lengths-differ': 'the group of some organisations is not known',
    'population-not-counted': 'not every group has been counted',
    'margins-contradict': 'the counts of the groups contradict each other',
    'category-unknown': 'an organisation took part from a group that was not counted',
    'category-empty': 'from one of the groups nobody took part',
    'more-respondents-than-population': 'from one group more took part than were counted',
    'too-few-in-category': 'from one of the groups too few took part',
    'too-many-margins': 'there are too many characteristics for so few organisations',
    'not-converging': 'the groups do not fit each other',
    'cap-impossible': 'the limit for the weights is too low',
    'cap-not-reached': 'a few organisations would count too much',
    'weights-too-unequal': 'a few organisations would count too much',
  },
})
