import { termOf } from '../term.rules.ts'

const itemType = termOf('itemType')

/** What kind of thing a knowledge item is. */
export const itemTypes = [
  itemType({
    id: 'practiceExample',
    slug: 'praktijkvoorbeeld',
    nl: ['praktijkvoorbeeld', 'Hoe een organisatie het heeft aangepakt: wat werkte, wat niet en waarom.'],
    en: ['practice example', 'How an organisation went about it: what worked, what did not and why.'],
    also: {
      nl: ['voorbeeld uit de praktijk', 'best practice', 'goed voorbeeld'],
      en: ['good practice', 'best practice', 'case example'],
    },
  }),
  itemType({
    id: 'article',
    slug: 'artikel',
    nl: ['artikel', 'Een tekst over een onderwerp, bijvoorbeeld uit een tijdschrift.'],
    en: ['article', 'A text about a subject, for example from a magazine.'],
  }),
  itemType({
    id: 'interview',
    slug: 'interview',
    nl: ['interview', 'Een gesprek dat is opgeschreven of opgenomen.'],
    en: ['interview', 'A conversation that was written down or recorded.'],
  }),
  itemType({
    id: 'report',
    slug: 'onderzoeksrapport',
    nl: ['onderzoek', 'Een verslag van onderzoek, met vragen, aanpak en uitkomsten.'],
    en: ['research report', 'An account of research, with questions, method and results.'],
    also: { nl: ['rapport', 'onderzoeksrapport'], en: ['report', 'study'] },
  }),
  itemType({
    id: 'guide',
    slug: 'handreiking',
    nl: ['handreiking', 'Uitleg in stappen: zo kun je het doen.'],
    en: ['guide', 'Explanation in steps: this is how you can do it.'],
    also: { nl: ['handleiding', 'gids', 'leidraad', 'stappenplan'], en: ['manual', 'guideline'] },
  }),
  itemType({
    id: 'factsheet',
    slug: 'cijfers-en-feiten',
    nl: ['cijfers en feiten', 'De belangrijkste cijfers op een rij, kort uitgelegd.'],
    en: ['facts and figures', 'The main figures in a row, briefly explained.'],
    also: { nl: ['factsheet', 'infographic', 'feiten en cijfers'], en: ['factsheet', 'infographic'] },
  }),
  itemType({
    id: 'policyDocument',
    slug: 'beleidsdocument',
    nl: ['beleidsdocument', 'Een nota, visie of plan van een overheid of organisatie.'],
    en: ['policy document', 'A memo, vision or plan of a government or organisation.'],
    also: { nl: ['beleidsnota', 'visiedocument', 'beleidsplan'], en: ['policy paper', 'vision document'] },
  }),
  itemType({
    id: 'tool',
    slug: 'hulpmiddel',
    nl: ['hulpmiddel', 'Iets om mee te werken: een werkkaart, checklist of spel.'],
    en: ['tool', 'Something to work with: a work card, checklist or game.'],
    also: { nl: ['werkkaart', 'checklist', 'tool', 'werkvorm'], en: ['checklist', 'toolkit'] },
  }),
  itemType({
    id: 'questionnaire',
    slug: 'vragenlijst',
    nl: ['vragenlijst', 'Vragen die je zelf kunt gebruiken, bijvoorbeeld om te peilen hoe het gaat.'],
    en: ['questionnaire', 'Questions you can use yourself, for example to find out how things are going.'],
    also: { nl: ['enquête'], en: ['survey form'] },
  }),
  itemType({
    id: 'video',
    slug: 'video',
    nl: ['video', 'Beeld met geluid, met een tekst erbij.'],
    en: ['video', 'Moving image with sound, with a text beside it.'],
    also: { nl: ['film', 'filmpje'], en: ['film'] },
  }),
  itemType({
    id: 'podcast',
    slug: 'podcast',
    nl: ['podcast', 'Een gesprek of verhaal om naar te luisteren.'],
    en: ['podcast', 'A conversation or story to listen to.'],
  }),
  itemType({
    id: 'dossier',
    slug: 'dossier',
    nl: ['dossier', 'Een verzameling over één onderwerp, van verschillende soorten.'],
    en: ['dossier', 'A collection about one subject, of several kinds.'],
    note: ['Hier is een dossier nooit een map over een persoon.', 'Here a dossier is never a file about a person.'],
  }),
  itemType({
    id: 'book',
    slug: 'boek',
    nl: ['boek', 'Een boek of boekje, op papier of op het scherm.'],
    en: ['book', 'A book or booklet, on paper or on screen.'],
  }),
  itemType({
    id: 'termItem',
    slug: 'begrip',
    nl: ['begrip', 'Een woord met uitleg, zoals op deze pagina’s.'],
    en: ['term', 'A word with an explanation, as on these pages.'],
  }),
  itemType({
    id: 'training',
    slug: 'opleiding',
    nl: ['opleiding', 'Een opleiding, cursus of leertraject.'],
    en: ['training', 'A programme, course or learning path.'],
    also: { nl: ['cursus', 'leertraject', 'opleidingstraject'], en: ['course', 'programme'] },
  }),
  itemType({
    id: 'project',
    slug: 'project',
    nl: ['project', 'Werk met een begin, een einde en een doel.'],
    en: ['project', 'Work with a beginning, an end and a goal.'],
  }),
  itemType({
    id: 'event',
    slug: 'bijeenkomst',
    nl: ['bijeenkomst', 'Een congres, training of ontmoeting op een datum.'],
    en: ['event', 'A congress, training or meeting on a date.'],
    also: { nl: ['evenement', 'congres', 'conferentie', 'webinar'], en: ['conference', 'webinar'] },
  }),
  itemType({
    id: 'eventReport',
    slug: 'verslag',
    nl: ['verslag', 'Wat er op een bijeenkomst is gezegd en besloten.'],
    en: ['event report', 'What was said and decided at a meeting.'],
    also: { nl: ['terugblik'], en: ['proceedings'] },
  }),
  itemType({
    id: 'jobProfile',
    slug: 'functieprofiel',
    nl: ['functieprofiel', 'Een beschrijving van een baan: taken, eisen en plek in de organisatie.'],
    en: ['job profile', 'A description of a job: tasks, requirements and place in the organisation.'],
    also: { nl: ['functiebeschrijving', 'functieomschrijving'], en: ['job description'] },
  }),
  itemType({
    id: 'faq',
    slug: 'veelgestelde-vraag',
    nl: ['veelgestelde vraag', 'Een vraag die vaak komt, met een kort antwoord.'],
    en: ['frequently asked question', 'A question that comes often, with a short answer.'],
    also: { nl: ['FAQ'], en: ['FAQ'] },
  }),
] as const
