import { catalogue, problems as platform, type Constraints } from '../../platform/problems.ts'

/** What this room refuses on purpose. */
export const problems = catalogue(
  'terms',
  {
    'not-your-organisation': 403,
    'word-taken': 409,
    'relation-impossible': 409,
    'term-retired': 409,
    'definition-in-use': 409,
    'proposed-already': 409,
    'decided-already': 409,
    'reason-missing': 422,
    'successor-impossible': 409,
  },
  {
    nl: {
      'not-your-organisation': {
        title: 'Je spreekt niet namens deze organisatie',
        sentence: 'Kies een partnerorganisatie waarvan je redacteur bent.',
      },
      'word-taken': {
        title: 'Dit woord bestaat al',
        sentence: 'Er is al een begrip met dit woord. Zet je uitleg op de pagina van dat begrip.',
      },
      'relation-impossible': {
        title: 'Zo kunnen begrippen niet bij elkaar horen',
        sentence: 'Een begrip kan niet onder zichzelf vallen, en niet tegelijk breder en verwant zijn. Kies opnieuw.',
      },
      'term-retired': {
        title: 'Dit begrip gebruiken wij niet meer',
        sentence: 'Je kunt er niets meer aan veranderen. Kijk bij het begrip dat ervoor in de plaats kwam.',
      },
      'definition-in-use': {
        title: 'Hier werken wij nu mee',
        sentence: 'Stel eerst een andere uitleg voor. Daarna kun je deze terugnemen.',
      },
      'proposed-already': {
        title: 'Er ligt al een voorstel',
        sentence: 'Over dit begrip is nog niet beslist. Geef daar eerst je stem over.',
      },
      'decided-already': {
        title: 'Hierover is al beslist',
        sentence: 'Bekijk wat er is besloten. Ben je het er niet mee eens? Doe dan een nieuw voorstel.',
      },
      'reason-missing': { title: 'Zeg erbij waarom', sentence: 'Schrijf in een paar woorden op wat je bezwaar is.' },
      'successor-impossible': {
        title: 'Dit begrip kan er niet voor in de plaats komen',
        sentence: 'Kies een begrip dat wij nog gebruiken, en niet hetzelfde begrip.',
      },
    },
    en: {
      'not-your-organisation': {
        title: 'You do not speak for this organisation',
        sentence: 'Choose a partner organisation of which you are an editor.',
      },
      'word-taken': {
        title: 'This word is there already',
        sentence: 'There is a term with this word. Put your definition on the page of that term.',
      },
      'relation-impossible': {
        title: 'Terms cannot belong together like this',
        sentence: 'A term cannot fall under itself, nor be broader and related at once. Choose again.',
      },
      'term-retired': {
        title: 'We do not use this term any more',
        sentence: 'It cannot be changed any more. Look at the term that came in its place.',
      },
      'definition-in-use': {
        title: 'We work with this one now',
        sentence: 'First propose another definition. After that you can take this one back.',
      },
      'proposed-already': {
        title: 'There is a proposal already',
        sentence: 'It has not been decided yet. Give your voice on that one first.',
      },
      'decided-already': {
        title: 'This has been decided',
        sentence: 'See what was decided. Do you disagree? Then make a new proposal.',
      },
      'reason-missing': { title: 'Say why', sentence: 'Write in a few words what your objection is.' },
      'successor-impossible': {
        title: 'This term cannot come in its place',
        sentence: 'Choose a term that is still in use, and not the same one.',
      },
    },
  },
)

/** Named constraints that are refusals. */
export const constraints: Constraints = {
  terms_entries_pkey: problems['word-taken'],
  terms_proposals_one_open: problems['proposed-already'],
  terms_voices_objection_has_a_reason: problems['reason-missing'],
  terms_entries_not_its_own_successor: problems['successor-impossible'],
}

export const unknown = platform['not-found']
