import { bothLanguages } from '../../../lib/words.ts'

/** What editors read about the seats of experts. */
export const seatsWords = bothLanguages(
  {
    needed: 'Dit item gaat over ervaringsdeskundigen. Daarom beslissen de zetels mee voordat het op het plein komt.',
    running: (day: string) => `Dit item ligt bij de zetels. Zij kunnen stemmen tot ${day}.`,
    refused: (day: string) =>
      `De zetels hebben deze versie op ${day} niet aangenomen. Lees waarom, pas de tekst aan en leg hem opnieuw voor.`,
    lay: 'Leg voor aan de zetels',
    see: 'Bekijk het voorstel',
    title: 'Leg dit item voor aan de zetels',
    lead: 'De titel, wat er verandert en waarom staan daarna op de pagina “Wie beslist hier?”. De hele tekst lezen alleen de zetels, redacteuren en beheerders.',
    changes: 'Wat verandert er?',
    changesHint: 'In gewone woorden, voor iedereen.',
    changesEmpty: 'Schrijf op wat er verandert.',
    reason: 'Waarom?',
    reasonEmpty: 'Schrijf op waarom.',
    long: 'Houd het korter: hoogstens 2000 tekens.',
    organisation: 'Namens welke organisatie?',
    organisationEmpty: 'Kies namens wie je dit voorlegt.',
    send: 'Leg voor',
    back: 'Terug naar het item',
  },
  {
    needed: 'This item is about experts by experience. So the seats decide as well before it stands on the square.',
    running: (day: string) => `This item lies before the seats. They can vote until ${day}.`,
    refused: (day: string) =>
      `The seats did not accept this version on ${day}. Read why, change the text and lay it before them again.`,
    lay: 'Lay before the seats',
    see: 'See the proposal',
    title: 'Lay this item before the seats',
    lead: 'The title, what changes and why then stand on the page “Who decides here?”. Only the seats, editors and administrators read the whole text.',
    changes: 'What changes?',
    changesHint: 'In plain words, for everybody.',
    changesEmpty: 'Write what changes.',
    reason: 'Why?',
    reasonEmpty: 'Write why.',
    long: 'Keep it shorter: at most 2000 characters.',
    organisation: 'On behalf of which organisation?',
    organisationEmpty: 'Choose on whose behalf you lay this before the seats.',
    send: 'Lay before the seats',
    back: 'Back to the item',
  },
)
