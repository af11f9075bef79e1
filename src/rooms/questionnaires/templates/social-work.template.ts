import type { Definition, Question } from '../../../lib/questionnaire/definition.ts'
import { moreAnswers, numberOfExperts, numberOfStaff, options, provinces, say } from './writing.ts'

const ofUsers = {
  universe: say(
    'organisaties die met ervaringsdeskundigen werken',
    'organisations that work with experts by experience',
  ),
  when: { all: [{ question: 'P1', chosen: ['yes'] }] },
}
const ofOthers = {
  universe: say(
    'organisaties die niet met ervaringsdeskundigen werken',
    'organisations that do not work with experts by experience',
  ),
  when: { all: [{ question: 'P1', chosen: ['considers', 'no'] }] },
}

const forms = options(
  ['volunteer', 'Als vrijwilliger', 'As a volunteer'],
  ['paid-specific', 'Betaald, in een eigen functie voor ervaringskennis', 'Paid, in a job of its own for experience'],
  ['paid-combined', 'Betaald, samen met ander werk in één functie', 'Paid, combined with other work in one job'],
)

const organisation: readonly Question[] = [
  {
    key: 'P0-organisation',
    type: 'text',
    text: say('Hoe heet jullie organisatie?', 'What is the name of your organisation?'),
    longest: 150,
    personal: true,
    about: 'fact',
  },
  {
    key: 'P0-function',
    type: 'text',
    text: say('Wat is jouw functie?', 'What is your job?'),
    longest: 150,
    personal: true,
    about: 'fact',
  },
  {
    key: 'P0-staff',
    type: 'number',
    text: say('Hoeveel mensen werken er bij jullie in dienst?', 'How many people do you employ?'),
    hint: say('Tel mensen, geen volle banen.', 'Count people, not full-time jobs.'),
    ...numberOfStaff,
    about: 'fact',
  },
  {
    key: 'P0-region',
    type: 'multiple',
    text: say('In welke provincies werken jullie?', 'In which provinces do you work?'),
    options: provinces,
    about: 'fact',
  },
  {
    key: 'P0b',
    type: 'info',
    text: say(
      'Een ervaringsdeskundige heeft nagedacht over eigen ervaringen, heeft daarvan geleerd en gebruikt dat voor anderen. Iemand die zo werkt en bij jullie in dienst is, heet hier ook ervaringswerker. Collega’s met eigen ervaring tellen alleen mee als zij die in hun werk gebruiken.',
      'An expert by experience has thought about own experiences, has learned from them and uses that for others. Somebody who works like this on your payroll is here also called a lived-experience worker. Colleagues with experience of their own count only when they use it in their work.',
    ),
  },
  {
    key: 'P1',
    type: 'single',
    text: say(
      'Werkt jullie organisatie met ervaringsdeskundigen?',
      'Does your organisation work with experts by experience?',
    ),
    options: options(
      ['yes', 'Ja', 'Yes'],
      ['considers', 'Nee, maar we denken erover', 'No, but we are thinking about it', 'beginning'],
      ['no', 'Nee', 'No'],
    ),
    terms: ['expertByExperience'],
    required: true,
    about: 'fact',
  },
]

const deployment: readonly Question[] = [
  {
    key: 'P2',
    type: 'multiple',
    text: say('Op welke manier werken zij bij jullie?', 'In which way do they work with you?'),
    hint: moreAnswers,
    options: forms,
    other: true,
    about: 'fact',
    ...ofUsers,
  },
  {
    key: 'P2n',
    type: 'matrix',
    text: say('Om hoeveel mensen gaat het?', 'How many people is this?'),
    hint: say('Een schatting is goed. Weet je het niet? Kies dat dan.', 'An estimate is fine. Not known? Choose that.'),
    rows: [...forms, ...options(['otherwise', 'Anders, zoals een stagiair', 'Otherwise, such as a trainee'])],
    each: { type: 'number', ...numberOfExperts },
    about: 'fact',
    ...ofUsers,
  },
  {
    key: 'P3',
    type: 'single',
    text: say(
      'Werken zij voor iedereen, of op een eigen terrein?',
      'Do they work for everybody, or in a field of their own?',
    ),
    options: options(
      ['broad', 'Voor iedereen', 'For everybody'],
      ['specific', 'Op een of meer terreinen', 'In one or more fields'],
      ['both', 'Allebei', 'Both'],
    ),
    about: 'fact',
    ...ofUsers,
  },
  {
    key: 'P4',
    type: 'multiple',
    text: say('Op welke terreinen werken zij?', 'In which fields do they work?'),
    hint: moreAnswers,
    options: options(
      ['poverty-debt', 'Armoede en schulden', 'Poverty and debt'],
      ['mental-health', 'Psychische gezondheid (ggz)', 'Mental health'],
      ['homelessness', 'Mensen zonder huis', 'People without a home'],
      ['domestic-violence', 'Geweld in huis', 'Violence at home'],
      ['addiction', 'Verslaving', 'Addiction'],
      ['social-exclusion', 'Mensen die er niet bij horen', 'People who are left out'],
      ['activation', 'Mee gaan doen en werk', 'Taking part and work'],
      ['status-holders', 'Vluchtelingen die mogen blijven', 'Refugees who may stay'],
      ['housing', 'Wonen', 'Housing'],
    ),
    other: true,
    about: 'fact',
    ...ofUsers,
  },
  {
    key: 'P5',
    type: 'multiple',
    text: say(
      'Wat doen zij in het werk met bewoners en cliënten?',
      'What do they do in the work with residents and clients?',
    ),
    hint: moreAnswers,
    options: options(
      ['social-team', 'Lid van een sociaal team', 'Member of a social team'],
      ['individual-support', 'Hulp of steun aan één persoon', 'Help or support for one person'],
      ['co-supporter', 'Samen met een collega begeleiden', 'Supporting people together with a colleague'],
      ['co-trainer', 'Een cursus of training geven', 'Giving a course or training'],
    ),
    other: true,
    about: 'fact',
    ...ofUsers,
  },
  {
    key: 'P6',
    type: 'multiple',
    text: say('Werken zij ook mee aan beleid en ontwikkeling?', 'Do they also work on policy and development?'),
    hint: moreAnswers,
    options: options(
      ['none', 'Nee', 'No'],
      ['policy', 'Ja, aan beleid', 'Yes, on policy'],
      ['development', 'Ja, aan nieuw aanbod', 'Yes, on new offers'],
      ['information', 'Ja, aan de website en folders', 'Yes, on the website and leaflets'],
    ),
    alone: 'none',
    about: 'fact',
    ...ofUsers,
  },
]

const looking: readonly Question[] = [
  {
    key: 'P7',
    type: 'text',
    text: say('Wat is er veranderd sinds de vorige peiling?', 'What has changed since the previous poll?'),
    longest: 2_000,
    codes: options(
      ['project-leader', 'Er kwam een projectleider', 'A project leader came'],
      ['mindshift', 'Collega’s staan er meer achter', 'Colleagues are more in favour'],
      ['appreciation', 'Meer begrip en waardering', 'More understanding and appreciation'],
      ['more-ordinary', 'Het is gewoner geworden', 'It has become more ordinary'],
      ['more-complex', 'Inzet bij zwaardere vragen', 'Work in harder situations'],
      ['less-funding', 'Minder geld', 'Less money'],
    ),
    about: 'opinion',
    ...ofUsers,
  },
  {
    key: 'P8',
    type: 'text',
    text: say(
      'Wat is nu en later voor jullie het moeilijkst?',
      'What is hardest for you, now and in the time to come?',
    ),
    longest: 2_000,
    codes: options(
      ['embedding', 'Een vaste plek in de organisatie', 'A fixed place in the organisation'],
      ['visibility', 'Zichtbaar zijn', 'Being visible'],
      ['focus', 'Kiezen waar het om gaat', 'Choosing what matters'],
      ['fitting-work', 'Werk dat past', 'Work that fits'],
      ['support', 'Begeleiding', 'Support'],
      ['quality', 'Kwaliteit', 'Quality'],
      ['reflection', 'Tijd om na te denken over het werk', 'Time to reflect on the work'],
      ['load', 'Wat iemand aankan', 'What somebody can bear'],
      ['secondary', 'Ook meedoen aan beleid', 'Taking part in policy too'],
      ['training-inside', 'Leren binnen de organisatie', 'Learning inside the organisation'],
      ['training-outside', 'Leren buiten de organisatie', 'Learning outside the organisation'],
      ['meeting-others', 'Anderen ontmoeten van buiten', 'Meeting others from elsewhere'],
      ['funding', 'Geld', 'Money'],
    ),
    about: 'opinion',
    ...ofUsers,
  },
  {
    key: 'P9',
    type: 'text',
    text: say('Wat levert het werk van ervaringsdeskundigen op?', 'What does the work of experts by experience bring?'),
    longest: 2_000,
    about: 'opinion',
    ...ofUsers,
  },
]

const beginning: readonly Question[] = [
  {
    key: 'P10',
    type: 'multiple',
    text: say('Wat houdt jullie tegen?', 'What holds you back?'),
    hint: moreAnswers,
    options: options(
      ['unclear-terms', 'Het is niet duidelijk wat het is', 'It is not clear what it is'],
      ['unclear-role', 'We weten niet welke taken passen', 'We do not know which tasks fit'],
      ['little-knowledge', 'We weten er te weinig van', 'We know too little about it'],
      ['resistance', 'Collega’s zien het niet zitten', 'Colleagues are not in favour'],
      ['funding', 'Er is geen geld', 'There is no money'],
      ['support', 'We kunnen geen begeleiding geven', 'We cannot offer support'],
      ['nobody-found', 'We vinden niemand', 'We find nobody'],
      ['nobody-leads', 'Niemand trekt het', 'Nobody takes the lead'],
      ['nothing', 'Niets', 'Nothing'],
    ),
    other: true,
    alone: 'nothing',
    about: 'opinion',
    ...ofOthers,
  },
  {
    key: 'P10-needs',
    type: 'text',
    text: say('Wat hebben jullie nodig om te beginnen?', 'What do you need to begin?'),
    longest: 2_000,
    about: 'opinion',
    ...ofOthers,
  },
]

/** The poll among social work organisations of 2018 and 2020, as far as its published results tell. */
export const socialWork: Definition = {
  format: 1,
  title: say('Peiling ervaringsdeskundigen in het sociaal werk', 'Poll on experts by experience in social work'),
  intro: say(
    'Met deze vragen kijken we hoe organisaties in het sociaal werk met ervaringsdeskundigen werken. Vul de lijst één keer in voor jullie hele organisatie. We laten alleen zien wat groepen antwoorden, nooit wat één organisatie zegt.',
    'With these questions we look at how social work organisations work with experts by experience. Fill in the list once for your whole organisation. We only show what groups answer, never what one organisation says.',
  ),
  source: say(
    'Reconstructie van de peiling van Movisie en Sociaal Werk Nederland (2018 en 2020), naar wat daarover is gepubliceerd. De woorden zijn van ons.',
    'Reconstruction of the poll by Movisie and Sociaal Werk Nederland (2018 and 2020), from what was published about it. The words are ours.',
  ),
  terms: ['expertByExperience', 'livedExperienceWorker'],
  sections: [
    { key: 'organisation', title: say('Jullie organisatie', 'Your organisation'), questions: organisation },
    { key: 'deployment', title: say('Wat zij doen', 'What they do'), questions: deployment },
    { key: 'looking', title: say('Hoe het gaat', 'How it goes'), questions: looking },
    { key: 'beginning', title: say('Beginnen', 'Beginning'), questions: beginning },
  ],
}
