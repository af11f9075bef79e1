/** A partner's own list, as it was sent the first time and as it is now. */
export const demoSource = {
  organisation: 'collectief-ondervonden',
  by: 'tessa-brouwer',
  name: 'Leeslijst van het collectief',
  type: 'article',
  themes: ['recovery'],
  licence: 'CC-BY-4.0',
  fileName: 'leeslijst.csv',
  before: {
    daysAgo: 40,
    file: [
      'id;titel;samenvatting;tekst;link;datum',
      '1;Rust na een drukke dag;Drie manieren om op adem te komen.;"Werken vanuit je eigen ervaring kost kracht. Plan na een zwaar gesprek een half uur zonder afspraken.";https://ondervonden.example/rust;12-05-2026',
      '2;Samen naar een gesprek;Waarom je met zijn tweeën sterker staat.;"Ga samen. De een praat, de ander luistert en schrijft op.";https://ondervonden.example/samen;02-06-2026',
    ].join('\r\n'),
  },
  after: {
    daysAgo: 1,
    file: [
      'id;titel;samenvatting;tekst;link;datum;kleur',
      '1;Rust na een drukke dag;Vier manieren om op adem te komen.;"Werken vanuit je eigen ervaring kost kracht. Plan na een zwaar gesprek een half uur zonder afspraken. Spreek ook af wie je kunt bellen.";https://ondervonden.example/rust;12-05-2026;groen',
      '2;Samen naar een gesprek;Waarom je met zijn tweeën sterker staat.;"Ga samen. De een praat, de ander luistert en schrijft op.";https://ondervonden.example/samen;02-06-2026;geel',
      '3;Nee zeggen mag;Over grenzen in je werk.;"Een nee is een heel antwoord. Je hoeft er geen reden bij te geven.";https://ondervonden.example/nee;31-02-2026;rood',
      '4;Wie bel je als het te veel wordt?;Maak een lijstje voordat je het nodig hebt.;"Schrijf drie namen op. Wij denken mee: bel 06-12345678.";javascript:alert(1);01-09-2026;rood',
      '5;Herstel begint bij een luisterend oor;;"Iedereen kan luisteren. Het begint met tijd.";https://ondervonden.example/luisteren;10-10-2026;',
      '5;Twee keer hetzelfde nummer;;"Deze regel heeft een nummer dat al bestaat.";;;',
    ].join('\r\n'),
  },
} as const

/** The agenda of another partner, sent once; it waits to be looked at. */
export const demoAgenda = {
  organisation: 'kennishuis-lindenhof',
  by: 'ineke-vos',
  name: 'Agenda van het kennishuis',
  type: 'event',
  themes: ['broad'],
  licence: 'CC-BY-4.0',
  fileName: 'agenda.csv',
  daysAgo: 2,
  file: [
    'id;titel;samenvatting;tekst;link;datum',
    '1;Leeskring: drie middagen;Samen een boek lezen en erover praten.;"Wij lezen samen één boek, in drie middagen. Iedereen mag meedoen, ook wie nog nooit in een leeskring zat.";https://lindenhof.example/leeskring;02-11-2026',
    '2;Open middag voor nieuwe collega’s;Kennismaken met wie er al werkt.;"Kom langs, stel je vragen en eet een broodje mee. Je hoeft je niet op te geven.";https://lindenhof.example/open-middag;09-11-2026',
  ].join('\r\n'),
} as const
