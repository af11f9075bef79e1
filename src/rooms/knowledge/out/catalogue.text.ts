import { bothLanguages } from '../../../lib/words.ts'

/** The sentences of the catalogue of open data. */
export const catalogueWords = bothLanguages(
  {
    title: 'Open gegevens',
    lead: 'Alle kennis op het plein mag je ophalen en weer gebruiken. Er staat niets in over wie een vraag stelde.',
    catalogue: 'Open gegevens van Ervaringsplein',
    catalogueAbout: 'Wat Ervaringsplein aan open gegevens geeft.',
    set: 'Kennis op Ervaringsplein',
    setAbout:
      'Alle gepubliceerde kennis van ervaringsdeskundigen en partners, met thema’s, soort, bron, licentie en wie ervoor zorgt.',
    keywords: ['ervaringskennis', 'ervaringsdeskundigheid', 'sociaal domein'],
    contact: 'Adviespunt van Ervaringsplein',
    service: 'OAI-PMH van Ervaringsplein',
    serviceAbout: 'Geeft alle kennis in Dublin Core, ook wat is teruggehaald.',
    count: (n: string) => `Er staan nu ${n} stukken in.`,
    changed: (day: string) => `Het laatst veranderd op ${day}.`,
    filesTitle: 'Bestanden',
    files: {
      lines: ['Alles, met de teksten (JSON Lines)', 'Eén stuk per regel.'],
      table: ['Alles, zonder de teksten (CSV)', 'Opent in een rekenprogramma.'],
      atom: ['Wat er nieuw is (Atom)', 'De nieuwste stukken, om te volgen.'],
      oai: ['OAI-PMH', 'Voor bibliotheken en archieven. Vraag bijvoorbeeld ?verb=ListRecords&metadataPrefix=oai_dc.'],
      api: ['API', 'Voor programma’s: de beschrijving in OpenAPI.'],
    },
    rulesTitle: 'Wat mag je ermee?',
    rules:
      'De beschrijvingen mag je vrij gebruiken (CC0). Voor de tekst zelf geldt de licentie die bij elk stuk staat. Een stuk kan worden teruggehaald. Haal je ons bestand op, doe dat dan opnieuw, zodat ook bij jou weg is wat hier weg is.',
    formsTitle: 'Deze bladzijde voor programma’s',
    turtle: 'Als Turtle (DCAT-AP-NL)',
    jsonLd: 'Als JSON-LD (DCAT-AP-NL)',
    follow: 'Liever zien wat er nieuw is? Volg het plein.',
  },
  {
    title: 'Open data',
    lead: 'You may fetch and reuse all knowledge on the square. It holds nothing about who asked a question.',
    catalogue: 'Open data of Ervaringsplein',
    catalogueAbout: 'The open data that Ervaringsplein gives.',
    set: 'Knowledge on Ervaringsplein',
    setAbout:
      'All published knowledge of experts by experience and partners, with themes, kind, source, licence and who takes care of it.',
    keywords: ['lived experience', 'experts by experience', 'social care'],
    contact: 'Advice desk of Ervaringsplein',
    service: 'OAI-PMH of Ervaringsplein',
    serviceAbout: 'Gives all knowledge in Dublin Core, also what was withdrawn.',
    count: (n: string) => `It holds ${n} items now.`,
    changed: (day: string) => `Last changed on ${day}.`,
    filesTitle: 'Files',
    files: {
      lines: ['Everything, with the texts (JSON Lines)', 'One item per line.'],
      table: ['Everything, without the texts (CSV)', 'Opens in a spreadsheet.'],
      atom: ['What is new (Atom)', 'The newest items, to follow.'],
      oai: ['OAI-PMH', 'For libraries and archives. Ask for example ?verb=ListRecords&metadataPrefix=oai_dc.'],
      api: ['API', 'For programs: its description in OpenAPI.'],
    },
    rulesTitle: 'What may you do with it?',
    rules:
      'The descriptions may be used freely (CC0). For the text itself the licence counts that stands with each item. An item can be withdrawn. If you fetch our file, fetch it again from time to time, so that what is gone here goes with you too.',
    formsTitle: 'This page for programs',
    turtle: 'As Turtle (DCAT-AP-NL)',
    jsonLd: 'As JSON-LD (DCAT-AP-NL)',
    follow: 'Rather see what is new? Follow the square.',
  },
)
