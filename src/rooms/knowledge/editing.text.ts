import type { PlainFinding } from '../../lib/dutch/plain-language.ts'
import { bothLanguages, counted } from '../../lib/words.ts'
import type { Provenance } from './square.tables.ts'
import type { State } from './states.rules.ts'
import type { Licence, Whose } from './texts.rules.ts'

type StateWords = Readonly<Record<State, string>>

const findingNl = (finding: PlainFinding): string => {
  switch (finding.kind) {
    case 'long-sentence':
      return `Deze zin is lang (${finding.words} woorden): ‘${finding.sentence.slice(0, 120)}’`
    case 'long-average':
      return `Je zinnen zijn gemiddeld ${Math.round(finding.words)} woorden. Probeer ${finding.most} of minder.`
    case 'avoided-word':
      return `Schrijf liever ‘${finding.use}’ dan ‘${finding.word}’.`
    case 'long-word':
      return `‘${finding.word}’ is een lang woord. Kan het korter, of leg je het uit?`
  }
}
const findingEn = (finding: PlainFinding): string => {
  switch (finding.kind) {
    case 'long-sentence':
      return `This sentence is long (${finding.words} words): ‘${finding.sentence.slice(0, 120)}’`
    case 'long-average':
      return `Your sentences have ${Math.round(finding.words)} words on average. Try ${finding.most} or fewer.`
    case 'avoided-word':
      return `Rather write ‘${finding.use}’ than ‘${finding.word}’.`
    case 'long-word':
      return `‘${finding.word}’ is a long word. Can it be shorter, or do you explain it?`
  }
}

/** The sentences of the editors' pages. */
export const editingWords = bothLanguages(
  {
    menu: 'Redactie',
    list: {
      title: 'Redactie',
      lead: 'De kennis van jouw organisaties. Bovenaan staat wat op jou wacht. Daarna komt wat het langst niet is nagekeken.',
      start: 'Begin een nieuw item',
      none: 'Hier staat nog niets',
      noneSentence: 'Begin een nieuw item. Of wacht tot het adviespunt een concept klaarzet.',
      filter: 'Toon',
      all: 'Alles',
      name: 'Titel',
      state: 'Stand',
      waits: 'Wacht op',
      checked: 'Nagekeken op',
      stewards: 'Wie zorgt ervoor',
      untitled: 'Nog zonder titel',
      waitsForYou: 'jou',
      waitsForYes: (n: number) => counted(n, 'persoon', 'mensen'),
      waitsForNobody: 'niemand',
      waitsForYourAnswer: 'jouw antwoord: doet je organisatie mee?',
      old: 'te lang geleden',
      count: (n: number) => counted(n, 'item', 'items'),
    },
    states: {
      concept: 'Concept',
      'in-redaction': 'Wordt nagelopen',
      'waiting-for-consent': 'Wacht op toestemming',
      ready: 'Klaar om te publiceren',
      published: 'Op het plein',
      withdrawn: 'Teruggehaald',
    } satisfies StateWords as StateWords,
    start: {
      title: 'Nieuw item',
      lead: 'Geef het een titel. De rest vul je op de volgende pagina in.',
      send: 'Maak het concept',
    },
    fields: {
      title: 'Titel',
      titleHint: 'Kort en duidelijk. Noem niemand.',
      summary: 'Samenvatting',
      summaryHint: 'In één of twee zinnen, met gewone woorden.',
      type: 'Soort',
      lang: 'Taal van de tekst',
      dutch: 'Nederlands',
      english: 'Engels',
      themes: 'Thema’s',
      roles: 'Rollen',
      audiences: 'Voor wie',
      stewards: 'Wie zorgt voor dit item?',
      stewardsHint: 'Een andere partner krijgt eerst de vraag of die mee wil doen.',
      asked: 'gevraagd, nog geen antwoord',
      part: {
        requester: 'De woorden van de vrager',
        author: 'De woorden van de schrijvers van het antwoord',
        editor: 'Tekst van de redactie',
      } satisfies Record<Whose, string> as Record<Whose, string>,
      partOf: {
        requester: 'Woorden van de vrager.',
        author: 'Woorden van de schrijvers van het antwoord.',
        editor: 'Woorden van de redactie.',
      } satisfies Record<Whose, string> as Record<Whose, string>,
      partHint: 'Begin een kop met ## en een opsomming met een streepje. Maak woorden vet met **twee sterren**.',
      leave: 'Laat dit deel weg. Het komt niet meer terug.',
      more: 'Voeg zelf een deel toe',
      moreText: 'Tekst van de redactie',
      source: 'Bron',
      sourceHint: 'Alleen als de tekst op werk van anderen rust.',
      sourceTitle: 'Titel van de bron',
      publisher: 'Uitgever of site',
      year: 'Jaar',
      link: 'Webadres',
      writtenOn: 'Geschreven op',
      licence: 'Licentie',
      reason: 'Wat heb je veranderd?',
      save: 'Bewaar',
    },
    licences: {
      'CC-BY-4.0': 'Vrij te gebruiken met naam (CC BY 4.0)',
      'CC-BY-SA-4.0': 'Vrij te gebruiken met naam, onder dezelfde licentie (CC BY-SA 4.0)',
      'CC0-1.0': 'Helemaal vrij (CC0)',
      'all-rights-reserved': 'Alle rechten bij de maker',
    } satisfies Record<Licence, string> as Record<Licence, string>,
    provenances: {
      own: 'Geschreven door een partner',
      request: 'Uit een vraag aan het adviespunt',
      import: 'Uit een document',
    } satisfies Record<Provenance, string> as Record<Provenance, string>,
    item: {
      write: 'De tekst',
      provenance: 'Herkomst',
      onSquare: (version: number) => `Op het plein staat versie ${version}.`,
      seeOnSquare: 'Bekijk het op het plein',
      savingMakesConcept:
        'Als je iets bewaart, wordt dit weer een concept. Op het plein blijft de oude tekst staan tot je opnieuw publiceert.',
      next: 'Volgende stap',
      proceed: 'Ga door',
      proceedHint: 'Wij kijken of er iets in staat dat naar iemand wijst. Daarna vragen we wie ja moet zeggen.',
      toRedaction: (n: number) => `Loop ${counted(n, 'gemarkeerde plek', 'gemarkeerde plekken')} na`,
      waitingFor: 'Wij wachten op antwoord. Zodra iedereen ja zegt, kun je publiceren.',
      publish: 'Publiceer op het plein',
      publishHint: 'Iedereen kan het dan lezen. Terughalen kan altijd.',
      stillRight: 'Nog juist: vandaag nagekeken',
      lastChecked: 'Laatst nagekeken op',
      withdraw: 'Haal terug',
      withdrawHint: 'Het verdwijnt meteen overal van het plein.',
      withdrawReason: 'Waarom haal je het terug?',
      consents: 'Wie moet ja zeggen',
      consentOf: { requester: 'De vrager', author: 'Een schrijver van het antwoord' } satisfies Record<
        'requester' | 'author',
        string
      >,
      erased: 'Iemand die niet meer te vragen is',
      notAsked: 'nog niet gevraagd',
      askedOn: (day: string) => `gevraagd op ${day}`,
      yesOn: (day: string) => `ja, op ${day}`,
      olderYes: (day: string) => `ja op ${day}, maar over een oudere tekst`,
      noOn: (day: string) => `nee, op ${day}. Wij vragen het niet nog een keer.`,
      tookBackOn: (day: string) => `nam het ja terug op ${day}`,
      held: 'Buiten de tekst gehouden',
      heldSentence: 'Deze gegevens stonden in het document. Ze komen niet op het plein.',
      advice: 'Leest dit makkelijk?',
      adviceSentence: (words: number, perSentence: string) =>
        `${counted(words, 'woord', 'woorden')}, gemiddeld ${perSentence} per zin. Dit is alleen een tip.`,
      adviceNone: 'Geen tips. Fijn geschreven.',
      finding: findingNl,
      preview: 'Zo komt het eruit te zien',
      previewEmpty: 'Er is nog geen tekst.',
      history: 'Wat er is bewaard',
      versions: (n: number) => counted(n, 'versie', 'versies'),
      revision: (version: number, day: string) => `Versie ${version}, ${day}`,
      back: 'Terug naar de lijst',
    },
    join: {
      title: 'Wil je organisatie meedoen?',
      sentence: 'Een andere partner vraagt of jullie samen voor dit item zorgen. Pas na een ja zie je de tekst.',
      yes: 'Ja, wij doen mee',
      no: 'Nee',
    },
  },
  {
    menu: 'Editing',
    list: {
      title: 'Editing',
      lead: 'The knowledge of your organisations. What waits for you comes first, then what was checked longest ago.',
      start: 'Start a new item',
      none: 'There is nothing here yet',
      noneSentence: 'Start a new item. Or wait until the desk prepares a draft.',
      filter: 'Show',
      all: 'Everything',
      name: 'Title',
      state: 'State',
      waits: 'Waits for',
      checked: 'Checked on',
      stewards: 'Who takes care of it',
      untitled: 'No title yet',
      waitsForYou: 'you',
      waitsForYes: (n: number) => counted(n, 'person', 'people', 'en'),
      waitsForNobody: 'nobody',
      waitsForYourAnswer: 'your answer: does your organisation take part?',
      old: 'too long ago',
      count: (n: number) => counted(n, 'item', 'items', 'en'),
    },
    states: {
      concept: 'Draft',
      'in-redaction': 'Being checked',
      'waiting-for-consent': 'Waiting for consent',
      ready: 'Ready to publish',
      published: 'On the square',
      withdrawn: 'Withdrawn',
    },
    start: {
      title: 'New item',
      lead: 'Give it a title. You fill in the rest on the next page.',
      send: 'Make the draft',
    },
    fields: {
      title: 'Title',
      titleHint: 'Short and clear. Name nobody.',
      summary: 'Summary',
      summaryHint: 'One or two sentences in plain words.',
      type: 'Kind',
      lang: 'Language of the text',
      dutch: 'Dutch',
      english: 'English',
      themes: 'Themes',
      roles: 'Roles',
      audiences: 'For whom',
      stewards: 'Who takes care of this item?',
      stewardsHint: 'Another partner is first asked whether they want to take part.',
      asked: 'asked, no answer yet',
      part: {
        requester: 'The words of the person who asked',
        author: 'The words of those who wrote the answer',
        editor: 'Text of the editors',
      },
      partOf: {
        requester: 'Words of the person who asked.',
        author: 'Words of those who wrote the answer.',
        editor: 'Words of the editors.',
      },
      partHint: 'Begin a heading with ## and a list with a hyphen. Make words bold with **two stars**.',
      leave: 'Leave this part out. It does not come back.',
      more: 'Add a part yourself',
      moreText: 'Text of the editors',
      source: 'Source',
      sourceHint: 'Only when the text rests on the work of others.',
      sourceTitle: 'Title of the source',
      publisher: 'Publisher or site',
      year: 'Year',
      link: 'Web address',
      writtenOn: 'Written on',
      licence: 'Licence',
      reason: 'What did you change?',
      save: 'Save',
    },
    licences: {
      'CC-BY-4.0': 'Free to use with the name (CC BY 4.0)',
      'CC-BY-SA-4.0': 'Free to use with the name, under the same licence (CC BY-SA 4.0)',
      'CC0-1.0': 'Entirely free (CC0)',
      'all-rights-reserved': 'All rights with the maker',
    },
    provenances: {
      own: 'Written by a partner',
      request: 'From a question to the advice desk',
      import: 'From a document',
    },
    item: {
      write: 'The text',
      provenance: 'Where it came from',
      onSquare: (version) => `Version ${version} is on the square.`,
      seeOnSquare: 'See it on the square',
      savingMakesConcept:
        'When you save something, this becomes a draft again. The old text stays on the square until you publish anew.',
      next: 'Next step',
      proceed: 'Go on',
      proceedHint: 'We look whether anything in it points at somebody. Then we ask those who must say yes.',
      toRedaction: (n) => `Check ${counted(n, 'marked place', 'marked places', 'en')}`,
      waitingFor: 'We are waiting for answers. Once everybody has said yes, you can publish.',
      publish: 'Publish on the square',
      publishHint: 'Everybody can read it then. You can withdraw it at any time.',
      stillRight: 'Still right: checked today',
      lastChecked: 'Last checked on',
      withdraw: 'Withdraw',
      withdrawHint: 'It disappears from the square everywhere at once.',
      withdrawReason: 'Why do you withdraw it?',
      consents: 'Who must say yes',
      consentOf: { requester: 'The person who asked', author: 'An author of the answer' },
      erased: 'Somebody who can no longer be asked',
      notAsked: 'not asked yet',
      askedOn: (day) => `asked on ${day}`,
      yesOn: (day) => `yes, on ${day}`,
      olderYes: (day) => `yes on ${day}, but to an older text`,
      noOn: (day) => `no, on ${day}. We do not ask again.`,
      tookBackOn: (day) => `took the yes back on ${day}`,
      held: 'Kept out of the text',
      heldSentence: 'These details were in the document. They do not go to the square.',
      advice: 'Does this read easily?',
      adviceSentence: (words, perSentence) =>
        `${counted(words, 'word', 'words', 'en')}, ${perSentence} per sentence on average. This is only advice.`,
      adviceNone: 'No advice. Well written.',
      finding: findingEn,
      preview: 'This is what it will look like',
      previewEmpty: 'There is no text yet.',
      history: 'What was saved',
      versions: (n) => counted(n, 'version', 'versions', 'en'),
      revision: (version, day) => `Version ${version}, ${day}`,
      back: 'Back to the list',
    },
    join: {
      title: 'Does your organisation want to take part?',
      sentence: 'Another partner asks whether you will take care of this item together. You see the text after a yes.',
      yes: 'Yes, we take part',
      no: 'No',
    },
  },
)
