import type { Question } from '../../../lib/questionnaire/definition.ts'
import { moreAnswers, options, provinces, say } from './writing.ts'

const motives = options(
  ['life-world', 'Beter aansluiten bij het leven van mensen', 'Being closer to the lives of people'],
  ['voice', 'Cliënten een stem geven', 'Giving clients a voice'],
  ['counterweight', 'Anders kijken dan vanuit de zorg alleen', 'Looking otherwise than from care alone'],
  ['recovery', 'Herstel steunen', 'Supporting recovery'],
  ['trust', 'Vertrouwen en veiligheid voor cliënten', 'Trust and safety for clients'],
  ['policy', 'Beter beleid', 'Better policy'],
  ['power', 'Eerlijker verdelen wie beslist', 'Sharing more fairly who decides'],
  ['stigma', 'Iets doen tegen vooroordelen', 'Doing something about prejudice'],
  ['growth', 'Mensen zelf laten groeien', 'Letting people grow themselves'],
  ['colleagues', 'Collega’s laten leren', 'Letting colleagues learn'],
  ['demanded', 'Een gemeente of geldgever vraagt erom', 'A municipality or funder asks for it'],
  ['staff', 'Nieuwe collega’s vinden', 'Finding new colleagues'],
)

export const organisation: readonly Question[] = [
  {
    key: 'V0',
    type: 'single',
    text: say('Wat voor organisatie zijn jullie?', 'What kind of organisation are you?'),
    options: options(
      ['womens-shelter', 'Vrouwenopvang', 'Women’s shelter'],
      ['homeless-shelter', 'Maatschappelijke opvang', 'Homeless shelter'],
      ['supported-housing', 'Beschermd of begeleid wonen', 'Supported housing'],
      ['several', 'Meer dan een van deze', 'More than one of these'],
    ),
    other: true,
    about: 'fact',
  },
  {
    key: 'V0-size',
    type: 'single',
    text: say('Hoeveel mensen werken er bij jullie in dienst?', 'How many people do you employ?'),
    options: options(
      ['small', 'Minder dan 50', 'Fewer than 50'],
      ['medium', '50 tot 250', '50 to 250'],
      ['large', '250 tot 1.000', '250 to 1,000'],
      ['very-large', '1.000 of meer', '1,000 or more'],
    ),
    about: 'fact',
  },
  {
    key: 'V0-regions',
    type: 'multiple',
    text: say('In welke provincies werken jullie?', 'In which provinces do you work?'),
    options: provinces,
    about: 'fact',
  },
  {
    key: 'V0-years',
    type: 'number',
    text: say('Hoeveel jaar zijn jullie hier al mee bezig?', 'For how many years have you been working on this?'),
    hint: say('Vul 0 in als jullie nog niet zijn begonnen.', 'Fill in 0 if you have not begun yet.'),
    unit: say('jaar', 'years'),
    least: 0,
    most: 100,
    decimals: 0,
    about: 'fact',
  },
  {
    key: 'V1',
    type: 'single',
    text: say(
      'Hoe ver zijn jullie met het inzetten van ervaringskennis?',
      'How far are you with using experiential knowledge?',
    ),
    options: options(
      ['unexplored', 'We hebben er nog niet naar gekeken', 'We have not looked at it yet'],
      ['searching', 'We zoeken hoe we kunnen beginnen', 'We are searching how to begin', 'beginning'],
      ['pilot', 'Er is een project of een proef', 'There is a project or a trial'],
      ['growing', 'Er zijn steeds meer plekken', 'There are more and more places'],
      ['embedded', 'Het hoort bij de organisatie', 'It is part of the organisation'],
    ),
    required: true,
    about: 'fact',
  },
]

export const why: readonly Question[] = [
  {
    key: 'V2',
    type: 'multiple',
    text: say('Waarom willen jullie ervaringskennis inzetten?', 'Why do you want to use experiential knowledge?'),
    hint: moreAnswers,
    options: motives,
    other: true,
    about: 'opinion',
  },
  {
    key: 'V2-top',
    type: 'ranking',
    text: say('Welke drie redenen wegen het zwaarst?', 'Which three reasons weigh most?'),
    options: motives,
    most: 3,
    about: 'opinion',
  },
  {
    key: 'V12',
    type: 'text',
    text: say('Wat willen jullie over twee jaar hebben bereikt?', 'What do you want to have reached in two years?'),
    longest: 2_000,
    codes: options(
      ['number', 'Meer mensen', 'More people'],
      ['jobs', 'Functies', 'Jobs'],
      ['training', 'Opleiding', 'Training'],
      ['policy', 'Beleid', 'Policy'],
      ['vision', 'Een visie', 'A vision'],
      ['region', 'Samen met anderen in de regio', 'Together with others in the region'],
    ),
    about: 'opinion',
  },
]
