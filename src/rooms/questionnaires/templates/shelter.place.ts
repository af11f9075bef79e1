import type { Question } from '../../../lib/questionnaire/definition.ts'
import { carrying } from './carrying.rules.ts'
import { moreAnswers, numberOfExperts, ofWhoBegan, options, say } from './writing.ts'

const bottlenecks = options(
  ['unclear-terms', 'Iedereen bedoelt iets anders met de woorden', 'Everybody means something else by the words'],
  ['unclear-role', 'Taken en functies zijn niet duidelijk', 'Tasks and jobs are not clear'],
  ['no-vision', 'Er is geen gedeelde visie', 'There is no shared vision'],
  ['resistance', 'Collega’s verzetten zich', 'Colleagues resist'],
  ['little-knowledge', 'We weten er te weinig van', 'We know too little about it'],
  ['funding-jobs', 'Er is geen geld voor banen', 'There is no money for jobs'],
  ['funding-training', 'Er is geen geld voor opleiding', 'There is no money for training'],
  ['one-carrier', 'Alles hangt aan één persoon', 'Everything hangs on one person'],
  ['elusive', 'Het blijft vaag', 'It stays vague'],
  ['placement', 'Het heeft geen vaste plek', 'It has no fixed place'],
  ['demarcation', 'De grens met andere beroepen is vaag', 'The line with other professions is vague'],
  ['few-people', 'We vinden te weinig mensen', 'We find too few people'],
)

export const place: readonly Question[] = [
  {
    key: carrying.question,
    type: 'matrix',
    text: say('Wie zorgt dat het gebeurt?', 'Who sees to it that it happens?'),
    hint: say('Denk aan mensen die dit als taak hebben.', 'Think of people who have this as a task.'),
    rows: options(
      [carrying.carriers, 'Hoeveel mensen zijn dat?', 'How many people is that?'],
      [carrying.experts, 'Hoeveel van hen zijn ervaringsdeskundig?', 'How many of them are experts by experience?'],
    ),
    each: { type: 'number', ...numberOfExperts },
    about: 'fact',
  },
  {
    key: 'V7-hours',
    type: 'number',
    text: say('Hoeveel uur per week hebben zij er samen voor?', 'How many hours a week do they have for it together?'),
    unit: say('uur', 'hours'),
    least: 0,
    most: 10_000,
    decimals: 1,
    about: 'fact',
    ...ofWhoBegan,
  },
  {
    key: 'V8',
    type: 'single',
    text: say('Waar hoort het bij in de organisatie?', 'Where does it belong in the organisation?'),
    options: options(
      ['management', 'Bij het bestuur of de leiding', 'With the board or the management'],
      ['policy', 'Bij beleid of kwaliteit', 'With policy or quality'],
      ['teams', 'Bij de teams', 'With the teams'],
      ['own-team', 'Het is een eigen team', 'It is a team of its own'],
      ['nowhere', 'Er is geen vaste plek', 'There is no fixed place'],
    ),
    other: true,
    about: 'fact',
    ...ofWhoBegan,
  },
  {
    key: 'V8-leader',
    type: 'text',
    text: say('Wat is de functie van wie er leiding aan geeft?', 'What is the job of whoever leads it?'),
    hint: say('Noem de functie, geen naam.', 'Give the job, no name.'),
    longest: 150,
    personal: true,
    about: 'fact',
    ...ofWhoBegan,
  },
  {
    key: 'V8-tasks',
    type: 'single',
    text: say('Staat op papier wie welke taken heeft?', 'Is it written down who has which tasks?'),
    options: options(['yes', 'Ja', 'Yes'], ['partly', 'Voor een deel', 'In part'], ['no', 'Nee', 'No']),
    about: 'fact',
    ...ofWhoBegan,
  },
  {
    key: 'V9',
    type: 'matrix',
    text: say('Hoe kijken collega’s ernaar?', 'How do colleagues look at it?'),
    rows: options(
      ['resistance', 'Collega’s verzetten zich', 'Colleagues resist'],
      ['knowledge', 'Collega’s weten er genoeg van', 'Colleagues know enough about it'],
    ),
    each: {
      type: 'scale',
      low: say('helemaal niet waar', 'not true at all'),
      high: say('helemaal waar', 'completely true'),
    },
    about: 'opinion',
  },
  {
    key: 'V10',
    type: 'matrix',
    text: say('Waar komt het meeste geld vandaan?', 'Where does most of the money come from?'),
    rows: options(['jobs', 'Voor de banen', 'For the jobs'], ['training', 'Voor opleiding', 'For training']),
    each: {
      type: 'single',
      options: options(
        ['own', 'Uit eigen geld', 'Own money'],
        ['municipality', 'Van de gemeente', 'The municipality'],
        ['project', 'Van subsidie voor een project', 'A grant for a project'],
        ['fund', 'Van een fonds', 'A fund'],
        ['insurer', 'Van de zorgverzekeraar', 'The health insurer'],
        ['innovation', 'Uit een potje voor iets nieuws', 'A budget for something new'],
        ['none', 'Er is geen geld', 'There is no money'],
        ['unknown', 'Weet ik niet', 'I do not know'],
      ),
    },
    about: 'fact',
    ...ofWhoBegan,
  },
  {
    key: 'V10-until',
    type: 'date',
    text: say('Wanneer stopt het eerste geld?', 'When does the first money end?'),
    hint: say('Laat dit leeg als er geen einde aan zit.', 'Leave this empty if it has no end.'),
    precision: 'month',
    about: 'fact',
    ...ofWhoBegan,
  },
]

export const learning: readonly Question[] = [
  {
    key: 'V11',
    type: 'multiple',
    text: say('Waar lopen jullie tegenaan?', 'What do you run into?'),
    hint: moreAnswers,
    options: bottlenecks,
    other: true,
    about: 'opinion',
  },
  {
    key: 'V11-status',
    type: 'matrix',
    text: say('Wat is daarvan al opgelost?', 'What of that has been solved already?'),
    hint: say('Vul alleen in wat bij jullie speelt of speelde.', 'Fill in only what plays or played a part with you.'),
    rows: bottlenecks,
    each: {
      type: 'single',
      options: options(
        ['open', 'Nog niet', 'Not yet'],
        ['partly', 'Voor een deel', 'In part'],
        ['solved', 'Opgelost', 'Solved'],
      ),
    },
    about: 'opinion',
  },
  {
    key: 'V13',
    type: 'text',
    text: say('Wat kunnen anderen van jullie leren?', 'What can others learn from you?'),
    longest: 2_000,
    about: 'opinion',
  },
  {
    key: 'V13-learn',
    type: 'text',
    text: say('Waarvan willen jullie leren?', 'What would you like to learn from?'),
    longest: 2_000,
    about: 'opinion',
  },
]
