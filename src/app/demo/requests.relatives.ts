import { nothingYet, samira, wholeWay } from './request-steps.ts'
import type { DemoRequest } from './requests.ts'

/** A question of a relatives' organisation, answered by a duo with a relative's perspective. */
export const relativesRequest: DemoRequest = {
  ...nothingYet,
  slug: 'ouders-van-dakloze-jongeren',
  requester: 'carla-meinders',
  question:
    'Wij zijn een groep ouders van jongeren die op straat leven of hebben geleefd. De opvang praat met onze kinderen, niet met ons. Andere ouders schamen zich en blijven thuis. Hoe bereiken we hen, en hoe worden we een gesprekspartner?',
  context: 'We zijn met negen ouders. De gemeente wil met ons praten, maar weet ook niet hoe.',
  municipality: 'GM0599',
  themes: ['relatives', 'homelessness', 'youth'],
  questionKind: 'reachPeople',
  size: 'large',
  form: 'sessions',
  holder: samira,
  steps: wholeWay([152, 150, 147, 146, 141, 112, 96, 81, 78], samira, 'petra-van-loon'),
  messages: [
    {
      from: samira,
      daysAgo: 147,
      text: 'Wij zoeken iemand die zelf ouder is, en iemand die als jongere dakloos was. Vinden jullie dat goed?',
    },
    { from: 'requester', daysAgo: 146, text: 'Ja, juist allebei. Dan horen we het van twee kanten.' },
    {
      from: 'petra-van-loon',
      daysAgo: 130,
      text: 'Ik herken veel. Zullen we de eerste keer gewoon koffie drinken, zonder de gemeente erbij?',
    },
    {
      from: 'requester',
      daysAgo: 110,
      text: 'Wij hebben het advies samen gelezen. Er is gelachen en gehuild. Dank jullie wel.',
    },
  ],
  team: [
    { expert: 'petra-van-loon', invitedDaysAgo: 146, reply: 'accepted', reward: { form: 'hourlyRate', cents: 6000 } },
    { expert: 'hassan-yildiz', invitedDaysAgo: 145, reply: 'accepted', reward: { form: 'hourlyRate', cents: 6000 } },
  ],
  sessions: [
    {
      daysAgo: 128,
      kind: 'work',
      form: 'onSite',
      minutes: 120,
      notes: 'Acht ouders. Gesproken over schaamte, en over wat hen destijds wél over de drempel hielp.',
    },
    {
      daysAgo: 119,
      kind: 'work',
      form: 'onSite',
      minutes: 90,
      notes: 'Met twee ouders en de gemeente. Afgesproken: ouders praten mee over het plan, voordat het af is.',
    },
  ],
  answer: {
    daysAgo: 112,
    voice: 'collective',
    onBehalfOf: 'Wij spreken als een moeder en een oud-dakloze jongere, en namens de acht ouders die met ons praatten.',
    text: `Ouders komen niet op een avond met de titel "ouders van dakloze jongeren". Niemand wil bij die titel horen.

**Wat wel werkt**

- Ga naar plekken waar ouders al komen: school, huisarts, sportclub, kerk of moskee, de wachtkamer.
- Laat een ouder uitnodigen, niet een organisatie. Eén bericht van iemand die het kent, doet meer dan honderd folders.
- Begin met iets praktisch: hoe zit het met post, met verzekering, met een slaapplek voor één nacht?
- Zeg vooraf wat niet gevraagd wordt. Niemand hoeft te vertellen wat er thuis gebeurde.

**Een gesprekspartner worden**

Vraag de gemeente om twee plekken aan tafel, niet één. Vraag wat er nog kan veranderen en wie beslist. Spreek af wanneer jullie horen wat ermee is gedaan. Krijgen de andere mensen aan tafel betaald, dan jullie ook.

**Let op de jongere.** Die is de baas over zijn eigen verhaal. Ouders vertellen over ouder zijn, niet over hun kind.`,
  },
  feedback: {
    daysAgo: 81,
    done: 'Wij drinken nu elke maand koffie in een buurthuis, zonder titel boven de deur. Er zijn vijf nieuwe ouders. Twee van ons zitten bij het overleg van de gemeente, met een vergoeding.',
    notDone: 'De wachtkamers zijn niet gelukt; de huisartsen wilden eerst een folder zien.',
  },
  evaluations: [
    {
      by: 'requester',
      daysAgo: 81,
      scores: { usefulness: 5, realism: 4, equality: 5 },
      text: 'Wij hoefden niets uit te leggen. Dat is zeldzaam.',
    },
    {
      by: 'petra-van-loon',
      daysAgo: 80,
      scores: { equality: 5, load: 3 },
      text: 'Mooi, en ook zwaar. Goed dat we met zijn tweeën waren.',
    },
    {
      by: 'hassan-yildiz',
      daysAgo: 80,
      scores: { equality: 5, load: 3 },
      text: 'Ik heb geleerd hoe het er voor een ouder uitziet.',
    },
  ],
}
