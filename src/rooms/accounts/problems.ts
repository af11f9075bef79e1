import { catalogue, type Constraints } from '../../platform/problems.ts'

/** What this room refuses on purpose. */
export const problems = catalogue(
  'accounts',
  {
    'person-unknown': 404,
    'person-exists': 409,
    'organisation-unknown': 404,
    'organisation-exists': 409,
    'consent-unknown': 404,
    'own-proposal': 403,
    'proposal-decided': 409,
    'proposal-running': 409,
    'last-administrator': 409,
  },
  {
    nl: {
      'person-unknown': { title: 'Deze persoon is er niet', sentence: 'Kies iemand uit de lijst met mensen.' },
      'person-exists': {
        title: 'Dit adres is al bekend',
        sentence: 'Er is al iemand met dit e-mailadres. Zoek die persoon op in de lijst.',
      },
      'organisation-unknown': {
        title: 'Deze organisatie is er niet',
        sentence: 'Kies een organisatie uit de lijst.',
      },
      'organisation-exists': {
        title: 'Deze organisatie is er al',
        sentence: 'Er is al een organisatie met deze naam. Zoek haar op in de lijst.',
      },
      'consent-unknown': {
        title: 'Deze toestemming is er niet',
        sentence: 'Misschien heb je haar al ingetrokken. Bekijk de lijst bij je instellingen.',
      },
      'own-proposal': {
        title: 'Een ander moet dit bevestigen',
        sentence: 'Een tweede beheerder moet ja zeggen. Dat kun je niet zelf zijn.',
      },
      'proposal-decided': {
        title: 'Hierover is al besloten',
        sentence: 'Een andere beheerder was je voor. Bekijk hoe het nu is.',
      },
      'proposal-running': {
        title: 'Dit voorstel loopt al',
        sentence: 'Er ligt al een voorstel voor deze persoon. Een andere beheerder moet het bevestigen.',
      },
      'last-administrator': {
        title: 'Er moet een beheerder blijven',
        sentence: 'Dit is de laatste beheerder. Maak eerst iemand anders beheerder.',
      },
    },
    en: {
      'person-unknown': { title: 'This person is not there', sentence: 'Choose somebody from the list of people.' },
      'person-exists': {
        title: 'This address is known already',
        sentence: 'Somebody with this e-mail address is here already. Look them up in the list.',
      },
      'organisation-unknown': {
        title: 'This organisation is not there',
        sentence: 'Choose an organisation from the list.',
      },
      'organisation-exists': {
        title: 'This organisation is here already',
        sentence: 'There is an organisation with this name already. Look it up in the list.',
      },
      'consent-unknown': {
        title: 'This consent is not there',
        sentence: 'You may have withdrawn it before. Look at the list in your settings.',
      },
      'own-proposal': {
        title: 'Somebody else must confirm this',
        sentence: 'A second administrator must say yes. That cannot be you.',
      },
      'proposal-decided': {
        title: 'This was decided already',
        sentence: 'Another administrator was first. Look at how it is now.',
      },
      'proposal-running': {
        title: 'This proposal is running already',
        sentence: 'There is a proposal for this person. Another administrator must confirm it.',
      },
      'last-administrator': {
        title: 'One administrator must stay',
        sentence: 'This is the last administrator. Make somebody else administrator first.',
      },
    },
  },
)

export const constraints: Constraints = {
  accounts_persons_email_once: problems['person-exists'],
  accounts_organisations_slug_once: problems['organisation-exists'],
  accounts_grant_proposals_one_running: problems['proposal-running'],
}
