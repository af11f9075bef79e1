import { catalogue, Problem, problems as platform, type Constraints } from '../../platform/problems.ts'

/** What this room refuses on purpose. */
export const problems = catalogue(
  'knowledge',
  {
    'no-such-move': 409,
    'text-incomplete': 409,
    'marks-open': 409,
    'marks-changed': 409,
    'yes-missing': 409,
    'nobody-missing': 409,
    'reason-missing': 422,
    'text-changed': 409,
    'answered-already': 409,
    'consent-ended': 410,
    'no-steward': 409,
    'seats-first': 409,
    'not-for-seats': 409,
    'not-a-partner': 409,
    'slug-taken': 409,
    'link-unknown': 422,
    'link-not-fitting': 422,
    'in-a-series-already': 409,
    'place-taken': 409,
    'press-closed': 409,
    'not-a-training': 409,
    'contact-gone': 410,
    'no-contact-named': 422,
    'too-many-messages': 429,
    'gap-closed': 409,
    'gap-adopted': 409,
    'gap-names-somebody': 422,
    'harvest-running': 409,
    'harvest-without-file': 422,
    'source-ended': 409,
    'run-moved-on': 409,
    'version-forgotten': 410,
    'gap-item-stale': 409,
    'approvals-missing': 409,
    'steward-said-no': 409,
    'same-rule': 409,
    'keeps-a-steward': 409,
    'taken-over-already': 409,
    'day-not-possible': 422,
    'too-many-pictures': 409,
    'nothing-suggested': 422,
    'suggested-already': 409,
    'suggestion-decided': 409,
    'suggestion-undecided': 422,
    withdrawn: 410,
  },
  {
    nl: {
      'no-such-move': {
        title: 'Dat kan nu niet',
        sentence: 'Deze stap past niet bij hoe het item er nu voor staat. Bekijk het item opnieuw.',
      },
      'text-incomplete': {
        title: 'Er ontbreekt nog iets',
        sentence: 'Vul eerst een titel, een samenvatting, de tekst, de soort en een thema in.',
      },
      'marks-open': {
        title: 'Er staat nog iets gemarkeerd',
        sentence: 'Beslis eerst over alles wat naar iemand kan wijzen. Pas daarna kun je verder.',
      },
      'marks-changed': {
        title: 'De tekst is intussen anders',
        sentence: 'Je beslissingen horen bij een oudere tekst. Bekijk de tekst opnieuw en beslis nog een keer.',
      },
      'yes-missing': {
        title: 'Nog niet iedereen heeft ja gezegd',
        sentence: 'Zonder het ja van iedereen van wie de woorden zijn, komt er niets op het plein.',
      },
      'nobody-missing': {
        title: 'Er is niemand om te vragen',
        sentence: 'Iedereen heeft al ja gezegd, of niemand hoeft dat te doen. Ga door naar publiceren.',
      },
      'reason-missing': {
        title: 'Zeg erbij waarom',
        sentence: 'Schrijf in een paar woorden op waarom je dit terughaalt.',
      },
      'text-changed': {
        title: 'De tekst is veranderd',
        sentence: 'Sinds onze vraag is de tekst anders. Je krijgt een nieuwe mail over de nieuwe tekst.',
      },
      'answered-already': {
        title: 'Je hebt al geantwoord',
        sentence: 'Wij hebben je antwoord. Wil je je ja terugnemen? Dat kan altijd op deze pagina.',
      },
      'consent-ended': {
        title: 'Deze vraag geldt niet meer',
        sentence: 'De tekst is teruggehaald. Je hoeft niets te doen.',
      },
      'no-steward': {
        title: 'Er moet een organisatie voor zorgen',
        sentence: 'Kies minstens één eigen organisatie die dit item bijhoudt.',
      },
      'seats-first': {
        title: 'De zetels beslissen mee',
        sentence: 'Dit item gaat over ervaringsdeskundigen. Leg het voor aan de zetels en wacht op hun besluit.',
      },
      'not-for-seats': {
        title: 'Dit hoeft niet langs de zetels',
        sentence:
          'Alleen wat over ervaringsdeskundigen zelf gaat, ligt bij de zetels. Je kunt dit item gewoon publiceren.',
      },
      'not-a-partner': {
        title: 'Deze organisatie is geen partner',
        sentence: 'Alleen partnerorganisaties zorgen voor items op het plein. Kies een andere.',
      },
      'slug-taken': {
        title: 'Deze titel bestaat al',
        sentence: 'Er staat al een item met dit adres op het plein. Kies een andere titel.',
      },
      'link-unknown': {
        title: 'Dit item staat niet op het plein',
        sentence: 'Je kunt een verband leggen met een item dat op het plein staat. Kijk of het adres klopt.',
      },
      'link-not-fitting': {
        title: 'Dit verband past niet',
        sentence: 'Deze twee soorten kun je zo niet verbinden. Kies een ander verband of een ander item.',
      },
      'in-a-series-already': {
        title: 'Dit item hoort al bij een serie',
        sentence: 'Een item hoort bij één serie. Haal het eerst uit de andere serie.',
      },
      'place-taken': {
        title: 'Die plek is bezet',
        sentence: 'Op deze plek in de serie staat al een ander item. Kies een ander getal.',
      },
      'press-closed': {
        title: 'Dat kan hier nu niet',
        sentence: 'Meedoen of steunen is hier niet meer mogelijk. Bekijk de pagina opnieuw.',
      },
      'not-a-training': {
        title: 'Dit is geen opleiding',
        sentence: 'Alleen bij een opleiding kun je laten zien dat je organisatie die aanneemt.',
      },
      'contact-gone': {
        title: 'Hier kun je niet meer schrijven',
        sentence: 'Deze organisatie heeft zich teruggetrokken. Kijk wie je anders kunt benaderen, of stel je vraag.',
      },
      'no-contact-named': {
        title: 'Aan wie wil je schrijven?',
        sentence: 'Kies eerst een organisatie op de pagina ‘Wie benader ik?’.',
      },
      'too-many-messages': {
        title: 'Nu even geen berichten meer',
        sentence: 'Er zijn vandaag al veel berichten verstuurd. Probeer het morgen, of stel je vraag.',
      },
      'gap-closed': {
        title: 'Hier is al een stuk over',
        sentence: 'Dit staat intussen op het plein. Bekijk de pagina opnieuw.',
      },
      'gap-adopted': {
        title: 'Een andere organisatie werkt hieraan',
        sentence: 'Wacht tot die organisatie klaar is of het teruggeeft. Of neem contact met hen op.',
      },
      'gap-names-somebody': {
        title: 'Dit kan naar iemand wijzen',
        sentence: 'Schrijf het zonder namen, nummers of adressen. Iedereen kan het lezen.',
      },
      'harvest-running': {
        title: 'Deze bron wordt al ingelezen',
        sentence:
          'Rond eerst af wat je het laatst inlas: neem het over of leg het opzij. Daarna kun je opnieuw inlezen.',
      },
      'harvest-without-file': {
        title: 'Er is geen bestand gekozen',
        sentence: 'Deze bron heeft geen adres. Kies een bestand en verstuur het opnieuw.',
      },
      'source-ended': {
        title: 'Deze bron is gestopt',
        sentence: 'Bewaar de gegevens van de bron opnieuw om hem weer te gebruiken.',
      },
      'run-moved-on': {
        title: 'Dit is al verder',
        sentence: 'Iemand heeft dit intussen overgenomen of opzij gelegd. Bekijk de pagina opnieuw.',
      },
      'too-many-pictures': {
        title: 'Er zijn al genoeg plaatjes',
        sentence: 'Een item heeft hoogstens 30 plaatjes. Haal er eerst een weg.',
      },
      'version-forgotten': {
        title: 'Die versie is er niet meer',
        sentence: 'De woorden van die versie zijn vergeten, of het is de versie van nu. Kies een andere versie.',
      },
      'gap-item-stale': {
        title: 'Dit stuk is verouderd',
        sentence: 'Niemand weet of dit stuk nog klopt. Kijk het eerst na, of kies een ander stuk.',
      },
      'approvals-missing': {
        title: 'Nog niet genoeg organisaties zeiden ja',
        sentence:
          'Dit item heeft een afspraak: eerst zeggen meer organisaties ja. Kijk bij de besluiten wie nog antwoordt.',
      },
      'steward-said-no': {
        title: 'Een organisatie zei nee',
        sentence:
          'Zolang dat nee staat, komt deze tekst niet op het plein. Pas de tekst aan, of vraag of het een ja kan worden.',
      },
      'same-rule': {
        title: 'Zo is de afspraak al',
        sentence: 'Je koos de afspraak die nu al geldt. Er is niets veranderd.',
      },
      'keeps-a-steward': {
        title: 'Er moet een organisatie voor blijven zorgen',
        sentence: 'Een ander stapte er net uit. Nu zijn jullie de laatste. Stop eerst ermee: dan zoeken wij een ander.',
      },
      'taken-over-already': {
        title: 'Dit is al geregeld',
        sentence:
          'Een andere organisatie neemt dit item over, of het wordt niet meer gezocht. Bekijk de pagina opnieuw.',
      },
      'day-not-possible': {
        title: 'Die dag kan niet',
        sentence: 'Kies vandaag, of een dag in de komende drie maanden.',
      },
      'nothing-suggested': {
        title: 'Je hebt nog niets veranderd',
        sentence: 'Verander minstens één veld, en verstuur je voorstel dan opnieuw.',
      },
      'suggested-already': {
        title: 'Je voorstel ligt er al',
        sentence: 'Voor dit item wacht al een voorstel van jou. Neem het terug als je iets anders wilt voorstellen.',
      },
      'suggestion-decided': {
        title: 'Hierover is al besloten',
        sentence: 'Iemand was je voor, of het voorstel is teruggenomen. Bekijk de pagina opnieuw.',
      },
      'suggestion-undecided': {
        title: 'Niet elk veld heeft een keuze',
        sentence: 'Kies per veld of je het overneemt, en bewaar opnieuw.',
      },
      withdrawn: {
        title: 'Dit stuk staat niet meer op het plein',
        sentence:
          'Wie voor dit stuk zorgt, heeft het teruggehaald. Misschien klopte het niet meer. Zoek of er iets anders over is, of stel je vraag.',
      },
    },
    en: {
      'no-such-move': {
        title: 'That is not possible now',
        sentence: 'This step does not fit where the item stands. Look at the item again.',
      },
      'text-incomplete': {
        title: 'Something is missing',
        sentence: 'First fill in a title, a summary, the text, the type and a theme.',
      },
      'marks-open': {
        title: 'Something is still marked',
        sentence: 'First decide about everything that could point at somebody. Then you can go on.',
      },
      'marks-changed': {
        title: 'The text has changed',
        sentence: 'Your decisions belong to an older text. Look at the text again and decide once more.',
      },
      'yes-missing': {
        title: 'Not everybody has said yes',
        sentence: 'Nothing goes to the square without the yes of everybody whose words it holds.',
      },
      'nobody-missing': {
        title: 'There is nobody to ask',
        sentence: 'Everybody has said yes, or nobody has to. Go on to publishing.',
      },
      'reason-missing': { title: 'Say why', sentence: 'Write in a few words why you withdraw this.' },
      'text-changed': {
        title: 'The text has changed',
        sentence: 'The text is another one since we asked. You will get a new mail about the new text.',
      },
      'answered-already': {
        title: 'You have answered already',
        sentence: 'We have your answer. You can take your yes back on this page at any time.',
      },
      'consent-ended': {
        title: 'This question is over',
        sentence: 'The text was withdrawn. You do not have to do anything.',
      },
      'no-steward': {
        title: 'An organisation must look after it',
        sentence: 'Choose at least one organisation of your own that keeps this item right.',
      },
      'seats-first': {
        title: 'The seats decide as well',
        sentence: 'This item is about experts by experience. Lay it before the seats and wait for their decision.',
      },
      'not-for-seats': {
        title: 'The seats need not see this',
        sentence: 'Only what is about experts themselves lies before the seats. You can publish this item as usual.',
      },
      'not-a-partner': {
        title: 'This organisation is no partner',
        sentence: 'Only partner organisations look after items on the square. Choose another.',
      },
      'slug-taken': {
        title: 'This title exists',
        sentence: 'There is an item with this address on the square. Choose another title.',
      },
      'link-unknown': {
        title: 'This item does not stand on the square',
        sentence: 'You can make a link with an item that stands on the square. Check the address.',
      },
      'link-not-fitting': {
        title: 'This link does not fit',
        sentence: 'These two kinds cannot be linked in this way. Choose another link or another item.',
      },
      'in-a-series-already': {
        title: 'This item belongs to a series already',
        sentence: 'An item belongs to one series. Take it out of the other one first.',
      },
      'place-taken': {
        title: 'That place is taken',
        sentence: 'Another item has this place in the series. Choose another number.',
      },
      'press-closed': {
        title: 'That is not possible here now',
        sentence: 'Taking part or supporting is no longer possible here. Look at the page again.',
      },
      'not-a-training': {
        title: 'This is no training',
        sentence: 'Only for a training you can show that your organisation accepts it.',
      },
      'contact-gone': {
        title: 'You cannot write here any more',
        sentence: 'This organisation took itself off the list. See whom else you can approach, or ask your question.',
      },
      'no-contact-named': {
        title: 'Whom do you want to write to?',
        sentence: 'First choose an organisation on the page ‘Whom do I approach?’.',
      },
      'too-many-messages': {
        title: 'No more messages for now',
        sentence: 'Many messages were sent today already. Try again tomorrow, or ask your question.',
      },
      'gap-closed': {
        title: 'There is an item about this',
        sentence: 'This stands on the square by now. Look at the page again.',
      },
      'gap-adopted': {
        title: 'Another organisation works on this',
        sentence: 'Wait until that organisation is ready or gives it back. Or contact them.',
      },
      'gap-names-somebody': {
        title: 'This may point at somebody',
        sentence: 'Write it without names, numbers or addresses. Everybody can read it.',
      },
      'harvest-running': {
        title: 'This source is being read',
        sentence: 'First finish what you read last: take it or lay it aside. Then you can read again.',
      },
      'harvest-without-file': {
        title: 'No file was chosen',
        sentence: 'This source has no address. Choose a file and send it again.',
      },
      'source-ended': {
        title: 'This source has stopped',
        sentence: 'Save the details of the source again to use it once more.',
      },
      'run-moved-on': {
        title: 'This has moved on',
        sentence: 'Somebody took it or laid it aside meanwhile. Look at the page again.',
      },
      'too-many-pictures': {
        title: 'There are enough pictures',
        sentence: 'An item has at most 30 pictures. Take one away first.',
      },
      'version-forgotten': {
        title: 'That version is gone',
        sentence: 'The words of that version were forgotten, or it is the version of now. Choose another one.',
      },
      'gap-item-stale': {
        title: 'This item is out of date',
        sentence: 'Nobody knows whether this item is still right. Check it first, or choose another item.',
      },
      'approvals-missing': {
        title: 'Not enough organisations have said yes',
        sentence:
          'This item has a rule: first more organisations say yes. See at the decisions who still has to answer.',
      },
      'steward-said-no': {
        title: 'An organisation said no',
        sentence:
          'As long as that no stands, this text does not go to the square. Change the text, or ask whether it can become a yes.',
      },
      'same-rule': {
        title: 'That is the rule already',
        sentence: 'You chose the rule that holds now. Nothing has changed.',
      },
      'keeps-a-steward': {
        title: 'An organisation must go on looking after it',
        sentence:
          'Another one just stepped out. You are the last now. First say that you stop: then we look for another.',
      },
      'taken-over-already': {
        title: 'This is settled already',
        sentence: 'Another organisation takes this item over, or it is looked for no more. Look at the page again.',
      },
      'day-not-possible': {
        title: 'That day is not possible',
        sentence: 'Choose today, or a day in the coming three months.',
      },
      'nothing-suggested': {
        title: 'You have not changed anything yet',
        sentence: 'Change at least one field, and send your suggestion again.',
      },
      'suggested-already': {
        title: 'Your suggestion is there already',
        sentence: 'A suggestion of yours waits for this item. Take it back if you want to suggest something else.',
      },
      'suggestion-decided': {
        title: 'This has been decided already',
        sentence: 'Somebody was before you, or the suggestion was taken back. Look at the page again.',
      },
      'suggestion-undecided': {
        title: 'Not every field has a choice',
        sentence: 'Choose per field whether you take it over, and keep it again.',
      },
      withdrawn: {
        title: 'This item is no longer on the square',
        sentence:
          'Whoever takes care of this item took it back. It may not have been right any more. Search for something else about it, or ask your question.',
      },
    },
  },
)

export const unknown = platform['not-found']
export const changedMeanwhile = platform['changed-meanwhile']

/** The refusal that says who is still asked. @param names organisations */
export function stillAsked(names: readonly string[]): Problem {
  const { room, problem, status, words } = problems['approvals-missing']()
  const listed = (lang: 'nl' | 'en') => new Intl.ListFormat(lang, { type: 'conjunction' }).format(names)
  return new Problem(room, problem, status, {
    nl: { ...words.nl, sentence: `Dit item heeft een afspraak: wij wachten nog op het ja van ${listed('nl')}.` },
    en: { ...words.en, sentence: `This item has a rule: we still wait for the yes of ${listed('en')}.` },
  })
}

export const constraints: Constraints = {
  knowledge_items_everyone_said_yes: problems['yes-missing'],
  knowledge_items_only_ready: problems['no-such-move'],
  knowledge_items_all_marks_decided: problems['marks-open'],
  knowledge_items_slug_once: problems['slug-taken'],
  square_items_slug_once: problems['slug-taken'],
  square_withdrawn_items_slug_once: problems['slug-taken'],
  knowledge_item_yeses_asked_once: changedMeanwhile,
  knowledge_start_pages_pkey: changedMeanwhile,
  knowledge_item_links_one_series: problems['in-a-series-already'],
  knowledge_item_links_one_place: problems['place-taken'],
  knowledge_item_links_not_itself: problems['link-not-fitting'],
  knowledge_gaps_slug_once: problems['slug-taken'],
  square_gaps_slug_once: problems['slug-taken'],
  knowledge_harvest_runs_one_open: problems['harvest-running'],
  knowledge_harvest_runs_move: problems['run-moved-on'],
  knowledge_gap_adoptions_one_running: problems['gap-adopted'],
  knowledge_items_stewards_agreed: problems['approvals-missing'],
  knowledge_items_keep_a_steward: problems['keeps-a-steward'],
  knowledge_suggestions_one_waiting: problems['suggested-already'],
  knowledge_successions_one_open: problems['taken-over-already'],
  knowledge_items_rule_agreed: problems['approvals-missing'],
  knowledge_gaps_closed_by_published: problems['link-unknown'],
}
