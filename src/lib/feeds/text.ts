import { bothLanguages, type Lang } from '../words.ts'
import type { HarvestProblem, Place, RefusalReason, RemarkReason } from './harvested.ts'

type Sentences = {
  readonly place: (line: number, column: number | undefined) => string
  readonly part: (path: string) => string
  readonly problems: Readonly<Record<HarvestProblem, string>>
  readonly refusals: Readonly<Record<RefusalReason, string>>
  readonly remarks: Readonly<Record<RemarkReason, string>>
}

const nl: Sentences = {
  place: (line, column) => (column === undefined ? `Regel ${line}` : `Regel ${line}, teken ${column}`),
  part: (path) => `Onderdeel ${path}`,
  problems: {
    'too-large': 'Dit bestand is te groot. Maak er meer bestanden van, of vraag de bron om een kortere lijst.',
    'too-deep': 'Hier zitten te veel onderdelen in elkaar. Dat doet een gewone bron niet. Vraag de maker ernaar.',
    'too-many-nodes': 'Dit bestand heeft te veel onderdelen. Maak er meer bestanden van.',
    empty: 'Er staat niets in. Kijk of het adres klopt, of kies een ander bestand.',
    'not-xml': 'Dit is geen XML. Kijk of je het goede bestand of adres hebt.',
    'web-page': 'Dit is een gewone webpagina. Zoek op die pagina naar het adres van de feed.',
    doctype:
      'Dit bestand begint met een DOCTYPE. Dat lezen wij niet, omdat het onveilig kan zijn. Vraag de maker om het weg te laten.',
    entity: 'Hier staat een afkorting met een & die niet bestaat in XML. De maker kan er het teken zelf neerzetten.',
    'charset-unknown': 'Deze tekencodering kennen wij niet. Bewaar het bestand opnieuw als UTF-8.',
    'charset-wrong': 'Dit teken past niet bij de tekencodering. Bewaar het bestand opnieuw als UTF-8.',
    'forbidden-character': 'Hier staat een teken dat niet mag. Haal het weg en probeer het opnieuw.',
    'not-well-formed': 'Hier klopt de XML niet. De maker kan dit herstellen; geef deze plaats door.',
    'another-format':
      'Dit is een ander soort bestand dan wij lezen. Kies een feed (Atom of RSS) of kies een andere manier.',
    'not-json': 'Hier klopt de JSON niet. De maker kan dit herstellen; geef deze plaats door.',
    'no-records-of-schema-org':
      'Er staan geen gegevens van schema.org in. Kies een andere pagina, of neem de tekst met de hand over.',
    'not-a-calendar': 'Dit is geen hele agenda (iCalendar). Haal het bestand opnieuw op.',
    'not-csv': 'Hier klopt de CSV niet. Bewaar het bestand opnieuw als CSV, met evenveel velden op elke regel.',
    'column-missing': 'Er is geen kolom met een titel. Noem een kolom ‘titel’.',
    'oai-error': 'De bron gaf zelf een fout terug. Begin opnieuw, of vraag de beheerder van de bron.',
  },
  refusals: {
    'no-name': 'Dit stuk heeft geen vaste naam en geen link. Zo herkennen wij het de volgende keer niet.',
    'no-title': 'Dit stuk heeft geen titel en geen tekst.',
    twice: 'Een stuk met deze naam staat er al in. Het eerste telt.',
    'too-many-records': 'Hier houdt het op: er zijn meer stukken dan wij in één keer lezen.',
    unreadable: 'Dit stuk is niet te lezen.',
    'no-answer': 'Deze pagina is er niet meer, of gaf geen antwoord.',
    elsewhere: 'Deze pagina staat op een andere site.',
    'not-a-page': 'Dit is een bestand en geen pagina.',
  },
  remarks: {
    'charset-stated-wrongly':
      'De bron noemt een andere tekencodering dan zij gebruikt. Kijk of letters met een accent goed zijn.',
    'column-unknown': 'Deze kolom kennen wij niet. Er is niets uit overgenomen.',
    'link-refused': 'Deze link is weggelaten: hij begint niet met http of https, is te lang, of bevat een wachtwoord.',
    'link-not-absolute': 'Deze link is weggelaten: het is geen heel adres.',
    'date-unreadable': 'Deze datum is weggelaten: zo’n datum bestaat niet, of is anders geschreven dan wij lezen.',
    'date-in-future': 'Deze datum is weggelaten: hij ligt in de toekomst.',
    'date-far-future': 'Deze datum ligt meer dan vijf jaar vooruit. Klopt dat?',
    'date-implausible': 'Deze datum is weggelaten: hij ligt te ver van vandaag.',
    'end-before-start': 'Het einde is weggelaten: het ligt voor het begin.',
    'time-zone-unknown': 'Deze tijdzone kennen wij niet. De tijd is gelezen als tijd in Nederland. Klopt dat?',
    repeats: 'Deze activiteit komt vaker voor. Alleen de eerste keer is overgenomen.',
    'title-made': 'Er was geen titel. Wij namen de eerste woorden.',
    'id-made':
      'De bron geeft dit stuk geen vaste naam. Verandert de link of de titel, dan zien wij het als een nieuw stuk.',
    shortened: 'Deze tekst was te lang en is afgekapt.',
    'too-many': 'Dit waren er te veel. Alleen de eerste honderd zijn overgenomen.',
    garbled: 'Deze letters lijken verminkt. Kijk naar de letters met een accent.',
    'builder-codes': 'Codes van de paginabouwer zijn weggehaald. Kijk of er iets ontbreekt.',
    'attachments-skipped': 'Zoveel bestanden en plaatjes zijn niet meegenomen.',
    'unpublished-skipped': 'Zoveel stukken stonden niet openbaar op de site. Die zijn niet meegenomen.',
    'parts-skipped': 'Zoveel onderdelen van de site zelf, zoals menu’s, zijn niet meegenomen.',
    'pages-forbidden': 'Zoveel pagina’s wil de site niet laten lezen (robots.txt). Die zijn niet meegenomen.',
    'pages-cut': 'De site heeft meer pagina’s dan wij in één keer lezen. Tot hier zijn ze gelezen.',
  },
}

const en: Sentences = {
  place: (line, column) => (column === undefined ? `Line ${line}` : `Line ${line}, character ${column}`),
  part: (path) => `Part ${path}`,
  problems: {
    'too-large': 'This file is too large. Split it, or ask the source for a shorter list.',
    'too-deep': 'Too many parts lie inside each other here. No ordinary source does that. Ask its maker.',
    'too-many-nodes': 'This file has too many parts. Split it.',
    empty: 'There is nothing in it. Check the address, or choose another file.',
    'not-xml': 'This is not XML. Check that you have the right file or address.',
    'web-page': 'This is an ordinary web page. Look on that page for the address of the feed.',
    doctype:
      'This file begins with a DOCTYPE. We do not read those, because they can be unsafe. Ask the maker to leave it out.',
    entity: 'Here is an abbreviation with an & that XML does not have. The maker can write the character itself.',
    'charset-unknown': 'We do not know this character encoding. Save the file again as UTF-8.',
    'charset-wrong': 'This character does not fit the encoding. Save the file again as UTF-8.',
    'forbidden-character': 'Here is a character that is not allowed. Remove it and try again.',
    'not-well-formed': 'The XML is wrong here. Its maker can mend it; tell them this place.',
    'another-format': 'This is another kind of file than we read. Choose a feed (Atom or RSS), or choose another way.',
    'not-json': 'The JSON is wrong here. Its maker can mend it; tell them this place.',
    'no-records-of-schema-org': 'It holds nothing of schema.org. Choose another page, or copy the text by hand.',
    'not-a-calendar': 'This is not a whole calendar (iCalendar). Fetch the file again.',
    'not-csv': 'The CSV is wrong here. Save the file again as CSV, with as many fields on every line.',
    'column-missing': 'There is no column with a title. Call a column ‘title’.',
    'oai-error': 'The source itself answered with an error. Begin again, or ask who keeps the source.',
  },
  refusals: {
    'no-name': 'This record has no lasting name and no link. We would not recognise it next time.',
    'no-title': 'This record has no title and no text.',
    twice: 'A record with this name is there already. The first one counts.',
    'too-many-records': 'We stop here: there are more records than we read at once.',
    unreadable: 'This record cannot be read.',
    'no-answer': 'This page is no longer there, or gave no answer.',
    elsewhere: 'This page stands on another site.',
    'not-a-page': 'This is a file and no page.',
  },
  remarks: {
    'charset-stated-wrongly': 'The source names another encoding than it uses. Check the letters with accents.',
    'column-unknown': 'We do not know this column. Nothing was taken from it.',
    'link-refused': 'This link was left out: it does not begin with http or https, is too long, or holds a password.',
    'link-not-absolute': 'This link was left out: it is not a whole address.',
    'date-unreadable': 'This date was left out: it does not exist, or is written in a way we do not read.',
    'date-in-future': 'This date was left out: it lies in the future.',
    'date-far-future': 'This date lies more than five years ahead. Is that right?',
    'date-implausible': 'This date was left out: it is too far from today.',
    'end-before-start': 'The end was left out: it lies before the start.',
    'time-zone-unknown': 'We do not know this time zone. The time was read as time in the Netherlands. Is that right?',
    repeats: 'This event happens more than once. Only the first time was taken.',
    'title-made': 'There was no title. We took the first words.',
    'id-made':
      'The source gives this record no lasting name. When its link or title changes, we take it for a new one.',
    shortened: 'This text was too long and was cut.',
    'too-many': 'These were too many. Only the first hundred were taken.',
    garbled: 'These letters look garbled. Check the letters with accents.',
    'builder-codes': 'Codes of the page builder were taken out. See whether something is missing.',
    'attachments-skipped': 'So many files and pictures were not taken.',
    'unpublished-skipped': 'So many pieces were not public on the site. They were not taken.',
    'parts-skipped': 'So many parts of the site itself, such as menus, were not taken.',
    'pages-forbidden': 'The site does not want so many pages to be read (robots.txt). They were not taken.',
    'pages-cut': 'The site has more pages than we read at once. They were read up to here.',
  },
}

const sentences = bothLanguages<Sentences>(nl, en)

/** "Regel 3, teken 5", or the part of the JSON. */
export const placeInWords = (place: Place, lang: Lang): string =>
  'path' in place ? sentences[lang].part(place.path) : sentences[lang].place(place.line, place.column)

/** Why nothing was taken, and what to do. */
export const problemInWords = (problem: HarvestProblem, lang: Lang): string => sentences[lang].problems[problem]

/** Why a record was not taken. */
export const refusalInWords = (reason: RefusalReason, lang: Lang): string => sentences[lang].refusals[reason]

/** What was left out, changed or looks wrong. */
export const remarkInWords = (reason: RemarkReason, lang: Lang): string => sentences[lang].remarks[reason]
