import { catalogue, problems as platform, type Constraints } from '../../platform/problems.ts'

/** What this room refuses on purpose. */
export const problems = catalogue(
  'governance',
  {
    'seat-ended': 410,
    'seat-held': 409,
    'decided-already': 409,
    'own-proposal': 403,
    'still-voting': 409,
    'expert-yes-missing': 409,
    'more-yes-needed': 409,
    'proposal-running': 409,
    'newer-vision': 409,
  },
  {
    nl: {
      'seat-ended': {
        title: 'Deze zetel is afgelopen',
        sentence: 'De tijd van deze zetel is voorbij, of iemand heeft hem beëindigd. Je stemmen blijven staan.',
      },
      'seat-held': {
        title: 'Op deze zetel zit iemand',
        sentence:
          'Alleen wie erop zit of een beheerder kan deze zetel beëindigen. Een uitnodiging kun jij wel terugnemen.',
      },
      'decided-already': {
        title: 'Hierover is al besloten',
        sentence: 'Iemand anders was je voor. Bekijk het besluit bij het voorstel.',
      },
      'own-proposal': {
        title: 'Een ander moet dit opschrijven',
        sentence: 'Jij hebt dit voorstel gedaan. Vraag een andere redacteur of een beheerder om het besluit.',
      },
      'still-voting': {
        title: 'Nog niet iedereen heeft gestemd',
        sentence: 'Wacht tot alle zetels hebben gestemd, of tot de dag waarop het stemmen stopt.',
      },
      'expert-yes-missing': {
        title: 'Er is nog geen ja dat telt',
        sentence:
          'Er is een ja nodig van een ervaringsdeskundige met een zetel die niet werkt bij wie het voorstel deed.',
      },
      'more-yes-needed': {
        title: 'Er zijn niet meer ja dan nee',
        sentence: 'Een voorstel gaat door als meer zetels ja zeggen dan nee. Dat is nu niet zo.',
      },
      'proposal-running': {
        title: 'Dit ligt al bij de zetels',
        sentence: 'Over deze versie loopt al een voorstel. Wacht op het besluit.',
      },
      'newer-vision': {
        title: 'Er is een nieuwere visie',
        sentence: 'Iemand heeft net een nieuwe versie geschreven. Lees die eerst.',
      },
    },
    en: {
      'seat-ended': {
        title: 'This seat has ended',
        sentence: 'The term of this seat is over, or somebody ended it. Your votes stay.',
      },
      'seat-held': {
        title: 'Somebody holds this seat',
        sentence: 'Only the holder or an administrator can end it. An invitation you can take back.',
      },
      'decided-already': {
        title: 'This was decided already',
        sentence: 'Somebody was first. Look at the decision beside the proposal.',
      },
      'own-proposal': {
        title: 'Somebody else must write this down',
        sentence: 'You made this proposal. Ask another editor or an administrator for the decision.',
      },
      'still-voting': {
        title: 'Not everybody has voted',
        sentence: 'Wait until all seats have voted, or until the day on which voting ends.',
      },
      'expert-yes-missing': {
        title: 'There is no yes that counts yet',
        sentence: 'It needs the yes of an expert with a seat who does not work for whoever made the proposal.',
      },
      'more-yes-needed': {
        title: 'There is no more yes than no',
        sentence: 'A proposal goes on when more seats say yes than no. That is not so now.',
      },
      'proposal-running': {
        title: 'The seats have this already',
        sentence: 'A proposal about this version is running. Wait for the decision.',
      },
      'newer-vision': {
        title: 'There is a newer vision',
        sentence: 'Somebody just wrote a new version. Read it first.',
      },
    },
  },
)

/** What is not there, and what is there and not yours: one answer. */
export const unknown = platform['not-found']

export const constraints: Constraints = {
  governance_proposals_decided_once: problems['decided-already'],
  governance_proposals_needs_experts: problems['expert-yes-missing'],
  governance_proposals_by_another: problems['own-proposal'],
  governance_proposals_one_running: problems['proposal-running'],
  governance_vision_versions_pkey: problems['newer-vision'],
}
