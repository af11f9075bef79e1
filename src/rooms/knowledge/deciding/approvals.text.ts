import { bothLanguages, counted, longDate } from '../../../lib/words.ts'
import type { AgreementRule } from './approvals.rules.ts'

type PerRule = Readonly<Record<AgreementRule, string>>
type How = 'answer' | 'link' | 'press' | 'silence'

const listNl = new Intl.ListFormat('nl', { type: 'conjunction' })
const listEn = new Intl.ListFormat('en-GB', { type: 'conjunction' })

/** The sentences about deciding together: the rule of an item, who agreed, and what was decided. */
export const approvalsWords = bothLanguages(
  {
    title: 'Samen beslissen',
    lead: 'Hier staat wie mee beslist over dit item, wie nog antwoordt en wat er besloten is.',
    back: 'Naar het item',
    toDecisions: 'Afspraak, antwoorden en besluiten',
    ruleTitle: 'De afspraak',
    rules: {
      any: 'Eén van de organisaties mag publiceren',
      two: 'Twee organisaties zeggen eerst ja',
      all: 'Alle organisaties zeggen eerst ja',
    } satisfies PerRule as PerRule,
    silenceIs: (days: number | null) =>
      days === null
        ? 'Geen antwoord telt nooit als ja.'
        : `Geen antwoord binnen ${days} dagen telt als ja. Dat geldt niet voor organisaties van vrijwilligers.`,
    one: 'Er is nu één organisatie die kan antwoorden. Die beslist dan zelf.',
    change: 'Verander de afspraak',
    changeHint:
      'Hiervoor geldt de strengste van de oude en de nieuwe afspraak. Zo kan niemand alleen soepeler maken wat jullie samen afspraken.',
    rule: 'Wie moet ja zeggen voordat een tekst op het plein komt?',
    silence: 'Telt geen antwoord na een tijd als ja?',
    silenceHint: 'Organisaties van vrijwilligers vallen hier altijd buiten: op hun antwoord wachten jullie.',
    silenceNever: 'Nee, nooit',
    silenceAfter: (days: number) => `Ja, na ${days} dagen`,
    behalf: 'Namens',
    why: 'Waarom?',
    whyRuleHint: 'De andere organisaties lezen dit.',
    propose: 'Stel deze afspraak voor',
    changeWaits: (proposer: string, day: Date) =>
      `${proposer} stelde op ${longDate(day, 'nl')} een andere afspraak voor. Stel je nu iets anders voor, dan vervalt dat voorstel.`,
    changeWaitsFor: (names: readonly string[]) => `Wij wachten op ${listNl.format(names)}.`,
    askText: (title: string, organisation: string) => `Mag ‘${title}’ zo op het plein, namens ${organisation}?`,
    askRule: (title: string, organisation: string) => `Andere afspraak voor ‘${title}’: wat zegt ${organisation}?`,
    nowRule: 'Nu geldt',
    newRule: 'Voorgesteld',
    readText: 'Lees de tekst',
    says: 'Wat is je antwoord?',
    yes: 'Ja',
    yesText: 'Ja, dit mag zo op het plein',
    noText: 'Nee, zo niet',
    noHint:
      'De andere organisaties lezen je reden. Er komt niets op het plein tot de tekst anders is, of je nee een ja wordt.',
    yesRule: 'Ja, dat spreken wij zo af',
    noRule: 'Nee, het blijft zoals het was',
    whyHint: 'De andere organisaties lezen dit. Noem niemand bij naam.',
    send: 'Verstuur het antwoord',
    changeAnswer: 'Verander het antwoord',
    answeredBefore: (yes: boolean, day: string) =>
      `Jullie zeiden ${yes ? 'ja' : 'nee'} op ${day}. Je kunt dat nog veranderen.`,
    others: 'Wat de anderen zeiden',
    who: 'Wie antwoordt',
    nobodyAsked: 'Er is nu niets om over te antwoorden.',
    states: { yes: 'ja', no: 'nee' } satisfies Record<'yes' | 'no', string>,
    waitsSince: (day: string) => `nog geen antwoord, gevraagd op ${day}`,
    notAsked: 'nog niet gevraagd',
    waiting: (names: readonly string[], missing: number) =>
      `Nog ${counted(missing, 'ja', 'keer ja')} nodig. Wij wachten op ${listNl.format(names)}.`,
    refused: (names: readonly string[]) =>
      `${listNl.format(names)} zei nee. Er komt niets op het plein tot de tekst anders is, of het nee een ja wordt. Je kunt het item ook terughalen.`,
    firstYes: 'Zeg ja en lees wie er nog antwoordt',
    seeAnswers: 'Bekijk de antwoorden',
    decisions: 'Besluiten',
    noDecisions: 'Er is nog niets besloten.',
    decisionColumns: { when: 'Wanneer', who: 'Wie', what: 'Wat', why: 'Waarom' },
    saidText: (yes: boolean, version: number) =>
      yes ? `Ja tegen versie ${version} van de tekst` : `Nee tegen versie ${version} van de tekst`,
    saidRule: (yes: boolean): string => (yes ? 'Ja tegen een andere afspraak' : 'Nee tegen een andere afspraak'),
    aside: 'telt niet meer',
    silenceOf: (organisation: string) => `stilte van ${organisation}`,
    howSays: {
      answer: '',
      link: '',
      press: 'Drukte zelf op publiceren.',
      silence: 'Gaf geen antwoord binnen de tijd. In de afspraak telt dat als ja.',
    } satisfies Record<How, string> as Record<How, string>,
    ruleOutcomes: {
      agreed: 'Nieuwe afspraak',
      refused: 'Afspraak ging niet door',
      replaced: 'Voorstel voor een afspraak, vervallen',
      open: 'Voorstel voor een afspraak, nog open',
    } satisfies Record<'agreed' | 'refused' | 'replaced' | 'open', string>,
    list: {
      title: 'Wat op jullie wacht',
      menu: 'Samen beslissen',
      lead: 'Andere organisaties vragen jullie om een antwoord over items waar jullie samen voor zorgen.',
      leadLetter:
        'Dit vroegen wij je in de mail. Je hoeft niet in te loggen. Wij bewaren dat jij het antwoord gaf. De anderen zien je organisatie.',
      none: 'Er wacht niets op jullie',
      noneSentence: 'Zodra een andere organisatie jullie ja nodig heeft, zie je dat hier en krijg je een mail.',
      noneLetter: 'Wat wij je vroegen, is beantwoord of veranderd. Dank je wel.',
      done: 'Je antwoord is bewaard.',
      back: 'Naar de redactie',
    },
    letter: {
      subject: 'Er wacht een antwoord op jullie',
      greeting: 'Beste redacteur,',
      texts: (n: number) =>
        `${counted(n, 'tekst wacht', 'teksten wachten')} op jullie ja of nee. Pas daarna gaat zo’n tekst naar het plein.`,
      rules: (n: number) =>
        `${counted(n, 'item krijgt', 'items krijgen')} misschien een andere afspraak over wie beslist.`,
      how: 'Met de knop lees je alles en geef je antwoord. Je hoeft niet in te loggen.',
      button: 'Lees en geef antwoord',
      see: 'Bekijk wat er wacht',
      footer: 'Deze link is van jou. Stuur de mail niet door. De link werkt 30 dagen.',
    },
  },
  {
    title: 'Deciding together',
    lead: 'Here you see who decides about this item, who still has to answer, and what was decided.',
    back: 'To the item',
    toDecisions: 'Rule, answers and decisions',
    ruleTitle: 'The rule',
    rules: {
      any: 'One of the organisations may publish',
      two: 'Two organisations say yes first',
      all: 'All organisations say yes first',
    } satisfies PerRule as PerRule,
    silenceIs: (days: number | null) =>
      days === null
        ? 'No answer never counts as a yes.'
        : `No answer within ${days} days counts as a yes. That does not hold for organisations of volunteers.`,
    one: 'There is one organisation now that can answer. It decides by itself then.',
    change: 'Change the rule',
    changeHint:
      'For this the stricter of the old and the new rule holds. So nobody can loosen alone what you agreed together.',
    rule: 'Who must say yes before a text goes to the square?',
    silence: 'Does no answer count as a yes after some time?',
    silenceHint: 'Organisations of volunteers are never part of this: you wait for their answer.',
    silenceNever: 'No, never',
    silenceAfter: (days: number) => `Yes, after ${days} days`,
    behalf: 'On behalf of',
    why: 'Why?',
    whyRuleHint: 'The other organisations read this.',
    propose: 'Propose this rule',
    changeWaits: (proposer: string, day: Date) =>
      `${proposer} proposed another rule on ${longDate(day, 'en')}. If you propose something else now, that proposal ends.`,
    changeWaitsFor: (names: readonly string[]) => `We wait for ${listEn.format(names)}.`,
    askText: (title: string, organisation: string) => `May ‘${title}’ go to the square like this, for ${organisation}?`,
    askRule: (title: string, organisation: string) => `Another rule for ‘${title}’: what does ${organisation} say?`,
    nowRule: 'Now',
    newRule: 'Proposed',
    readText: 'Read the text',
    says: 'What is your answer?',
    yes: 'Yes',
    yesText: 'Yes, this may go to the square like this',
    noText: 'No, not like this',
    noHint:
      'The other organisations read your reason. Nothing goes to the square until the text is another one, or your no becomes a yes.',
    yesRule: 'Yes, let us agree on that',
    noRule: 'No, it stays as it was',
    whyHint: 'The other organisations read this. Do not name anybody.',
    send: 'Send the answer',
    changeAnswer: 'Change the answer',
    answeredBefore: (yes: boolean, day: string) =>
      `You said ${yes ? 'yes' : 'no'} on ${day}. You can still change that.`,
    others: 'What the others said',
    who: 'Who answers',
    nobodyAsked: 'There is nothing to answer now.',
    states: { yes: 'yes', no: 'no' },
    waitsSince: (day: string) => `no answer yet, asked on ${day}`,
    notAsked: 'not asked yet',
    waiting: (names: readonly string[], missing: number) =>
      `${counted(missing, 'more yes is', 'more yeses are', 'en')} needed. We wait for ${listEn.format(names)}.`,
    refused: (names: readonly string[]) =>
      `${listEn.format(names)} said no. Nothing goes to the square until the text is another one, or the no becomes a yes. You can also withdraw the item.`,
    firstYes: 'Say yes and see who still has to answer',
    seeAnswers: 'See the answers',
    decisions: 'Decisions',
    noDecisions: 'Nothing was decided yet.',
    decisionColumns: { when: 'When', who: 'Who', what: 'What', why: 'Why' },
    saidText: (yes: boolean, version: number) =>
      yes ? `Yes to version ${version} of the text` : `No to version ${version} of the text`,
    saidRule: (yes: boolean): string => (yes ? 'Yes to another rule' : 'No to another rule'),
    aside: 'counts no more',
    silenceOf: (organisation: string) => `silence of ${organisation}`,
    howSays: {
      answer: '',
      link: '',
      press: 'Pressed to publish.',
      silence: 'Gave no answer in time. In the rule that counts as a yes.',
    } satisfies Record<How, string> as Record<How, string>,
    ruleOutcomes: {
      agreed: 'New rule',
      refused: 'Rule did not go through',
      replaced: 'Proposal for a rule, ended',
      open: 'Proposal for a rule, still open',
    },
    list: {
      title: 'What waits for you',
      menu: 'Deciding together',
      lead: 'Other organisations ask you for an answer about items that you look after together.',
      leadLetter:
        'We asked you this by mail. You need not sign in. We keep that you gave the answer. The others see your organisation.',
      none: 'Nothing waits for you',
      noneSentence: 'As soon as another organisation needs your yes, you see it here and get a mail.',
      noneLetter: 'What we asked you has been answered or changed. Thank you.',
      done: 'Your answer was kept.',
      back: 'To the items',
    },
    letter: {
      subject: 'An answer of yours is waited for',
      greeting: 'Dear editor,',
      texts: (n: number) =>
        `${counted(n, 'text waits', 'texts wait', 'en')} for the yes or no of your organisation before going to the square.`,
      rules: (n: number) => `${counted(n, 'item', 'items', 'en')} may get another rule about who decides.`,
      how: 'With the button you read everything and give your answer. You need not sign in.',
      button: 'Read and answer',
      see: 'See what waits',
      footer: 'This link is yours. Do not pass the mail on. The link works for 30 days.',
    },
  },
)
