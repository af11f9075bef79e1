import { bothLanguages, counted } from '../../../lib/words.ts'

type Sections = readonly (readonly [heading: string, text: string])[]

/** The sentences of the search page. */
export const searchWords = bothLanguages(
  {
    title: 'Kennis zoeken',
    newest: 'Nieuw op het plein',
    resultsFor: (text: string) => `Gevonden voor ‘${text}’`,
    lead: 'Typ een woord of een vraag. Een typefout is niet erg.',
    found: (n: number) => `${counted(n, 'stuk', 'stukken')} gevonden.`,
    foundMore: 'Meer dan 1.000 plekken gevonden. Maak je vraag preciezer, dan vind je sneller wat je zoekt.',
    synonyms: (words: string, also: string) => `We zochten bij ‘${words}’ ook naar: ${also}.`,
    repaired: (typed: string, searched: string) => `‘${typed}’ kennen we niet. We zochten naar: ${searched}.`,
    nothingFor: (text: string) => `Niets gevonden voor ‘${text}’`,
    whatNow: 'Wat kun je doen?',
    nothingSentence: 'Probeer een ander woord. Of stel je vraag: dan denken twee ervaringsdeskundigen met je mee.',
    nothingFilters: 'Met deze keuzes is er niets. Haal een keuze weg om meer te zien.',
    ask: 'Stel je vraag',
    narrow: 'Verfijn',
    facets: {
      type: 'Soort',
      theme: 'Thema',
      role: 'Rol',
      region: 'Regio',
      checked: 'Nagekeken',
      steward: 'Wie zorgt ervoor',
    },
    wholeCountry: 'Heel Nederland',
    atLeast: (n: number) => `minstens ${n}`,
    removeAll: 'Haal alle keuzes weg',
    remove: (label: string) => `Haal weg: ${label}`,
    checked: (day: string) => `Gecontroleerd op ${day}`,
    by: (names: string) => `Van ${names}`,
    howRanked: 'Hoe bepalen we de volgorde?',
    ranking: {
      title: 'Hoe bepalen we de volgorde?',
      lead: 'De volgorde van de zoekresultaten staat vast. Niemand kan een plek kopen.',
      sections: [
        [
          'Eerst: hoeveel van je woorden',
          'Stukken met de meeste van je woorden staan bovenaan. Het maakt niet uit of je ‘advies’ of ‘adviezen’ typt.',
        ],
        [
          'Dan: waar je woorden staan',
          'Een woord in de titel telt het meest. Daarna telt een woord in de tekst. Jouw eigen woord telt meer dan een ander woord voor hetzelfde. Een deel van een lang woord telt het minst.',
        ],
        [
          'Lang niet nagekeken: lager',
          'Heeft lang niemand een stuk nagekeken? Dan zakt het onder stukken die even goed antwoorden. Je kunt het nog wel vinden.',
        ],
        [
          'Als er heel veel is',
          'We vergelijken hoogstens duizend stukjes tekst. Stukjes met een zeldzaam woord uit je vraag gaan dan voor. Achter een keuze staat dan ‘minstens’: er kan meer zijn.',
        ],
        [
          'Kiezen uit de lijst',
          'Met de keuzes naast de resultaten zie je minder. Je kunt er meer tegelijk gebruiken. De volgorde verandert er niet door.',
        ],
        [
          'Een regio kiezen',
          'Kies je een provincie? Dan zie je wat over die provincie gaat, of over een gemeente erin. Wat over het hele land gaat, vind je bij ‘Heel Nederland’.',
        ],
        [
          'Andere woorden voor hetzelfde',
          'Wij zoeken ook naar woorden die hetzelfde betekenen. Die komen uit onze lijst met begrippen. We zeggen erbij als we dat deden.',
        ],
        [
          'Typefouten',
          'Staat je woord in geen enkel stuk? Dan zoeken we naar het woord dat er het meest op lijkt. Ook dat zeggen we erbij.',
        ],
      ] satisfies Sections,
    },
  },
  {
    title: 'Search knowledge',
    newest: 'New on the square',
    resultsFor: (text: string) => `Found for ‘${text}’`,
    lead: 'Type a word or a question. A typing error does not matter.',
    found: (n: number) => `${counted(n, 'item', 'items', 'en')} found.`,
    foundMore: 'More than 1,000 places found. Make your question more precise to find it sooner.',
    synonyms: (words: string, also: string) => `For ‘${words}’ we also searched: ${also}.`,
    repaired: (typed: string, searched: string) => `We do not know ‘${typed}’. We searched: ${searched}.`,
    nothingFor: (text: string) => `Nothing found for ‘${text}’`,
    whatNow: 'What can you do?',
    nothingSentence: 'Try another word. Or ask your question: then two experts by experience think along with you.',
    nothingFilters: 'With these choices there is nothing. Take a choice away to see more.',
    ask: 'Ask your question',
    narrow: 'Narrow down',
    facets: {
      type: 'Kind',
      theme: 'Theme',
      role: 'Role',
      region: 'Region',
      checked: 'Checked',
      steward: 'Who takes care of it',
    },
    wholeCountry: 'All of the Netherlands',
    atLeast: (n) => `at least ${n}`,
    removeAll: 'Take all choices away',
    remove: (label: string) => `Take away: ${label}`,
    checked: (day: string) => `Checked on ${day}`,
    by: (names: string) => `By ${names}`,
    howRanked: 'How do we decide the order?',
    ranking: {
      title: 'How do we decide the order?',
      lead: 'The order of the results is fixed. Nobody can buy a place.',
      sections: [
        [
          'First: how many of your words',
          'Items with most of your words come first. Singular or plural makes no difference.',
        ],
        [
          'Then: where your words stand',
          'A word in the title counts most. Then a word in the text. Your own word counts more than another word for the same. A part of a long word counts least.',
        ],
        [
          'Not checked for a long time: lower',
          'Has nobody checked an item for long? Then it sinks below items that answer as well. You can still find it.',
        ],
        [
          'When there is very much',
          'We compare at most a thousand pieces of text. Pieces with a rare word of your question go first. A choice then says ‘at least’: there may be more.',
        ],
        [
          'Choosing from the list',
          'With the choices beside the results you see less. You can use several at once. The order stays the same.',
        ],
        [
          'Choosing a region',
          'Do you choose a province? Then you see what is about that province, or about a municipality in it. What is about the whole country stands under ‘All of the Netherlands’.',
        ],
        [
          'Other words for the same',
          'We also search words that mean the same. They come from our list of terms. Most items are in Dutch, so an English word finds its Dutch ones too. We say so when we did.',
        ],
        [
          'Typing errors',
          'Is your word in no item at all? Then we search the word that looks most like it. We say that too.',
        ],
      ] satisfies Sections,
    },
  },
)

/** The sentences of an item's page. */
export const itemWords = bothLanguages(
  {
    stewards: 'Wie zorgen ervoor',
    authors: 'Geschreven door',
    noAuthors: 'De schrijvers kozen ervoor om hun naam niet te noemen.',
    written: 'Geschreven',
    changed: 'Veranderd',
    checked: 'Gecontroleerd',
    source: 'Bron',
    licence: 'Licentie',
    provenance: {
      own: 'Geschreven door de partners van het plein.',
      request: 'Uit een vraag aan het adviespunt.',
      import: 'Overgenomen van een partner, met bron.',
    },
    about: 'Over dit stuk',
    themes: 'Thema’s',
    askTitle: 'Staat je antwoord er niet bij?',
    ask: 'Stel je vraag',
    inOtherLanguage: 'Dit stuk is in het Engels.',
    help: 'Heb je te maken met geweld? Bel Veilig Thuis: 0800 2000, gratis, dag en nacht. Is het heel dringend? Bel 112.',
  },
  {
    stewards: 'Who take care of it',
    authors: 'Written by',
    noAuthors: 'The authors chose not to give their names.',
    written: 'Written',
    changed: 'Changed',
    checked: 'Checked',
    source: 'Source',
    licence: 'Licence',
    provenance: {
      own: 'Written by the partners of the square.',
      request: 'From a question to the advice desk.',
      import: 'Taken over from a partner, with its source.',
    },
    about: 'About this item',
    themes: 'Themes',
    askTitle: 'Is your answer not here?',
    ask: 'Ask your question',
    inOtherLanguage: 'This item is in Dutch.',
    help: 'Do you face violence? Call Veilig Thuis: 0800 2000, free, day and night. Is it very urgent? Call 112.',
  },
)
