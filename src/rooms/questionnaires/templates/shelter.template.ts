import type { Definition } from '../../../lib/questionnaire/definition.ts'
import { organisation, why } from './shelter.beginning.ts'
import { people, sharing } from './shelter.people.ts'
import { learning, place } from './shelter.place.ts'
import { say } from './writing.ts'

/** The survey among members of Valente of 2023, as far as its published themes tell. */
export const shelter: Definition = {
  format: 1,
  title: say('Ervaringskennis in opvang en begeleid wonen', 'Experiential knowledge in shelters and supported housing'),
  intro: say(
    'Met deze vragen kijken we hoe opvang en begeleid wonen ervaringskennis inzetten, en wat zij van elkaar kunnen leren. Vul de lijst één keer in voor jullie hele organisatie. We laten alleen zien wat groepen antwoorden, nooit wat één organisatie zegt.',
    'With these questions we look at how shelters and supported housing use experiential knowledge, and what they can learn from each other. Fill in the list once for your whole organisation. We only show what groups answer, never what one organisation says.',
  ),
  source: say(
    'Reconstructie van de vragenlijst voor leden van Valente (2023), naar de onderwerpen die daarover zijn gepubliceerd. De woorden zijn van ons.',
    'Reconstruction of the questionnaire for members of Valente (2023), from the themes that were published about it. The words are ours.',
  ),
  terms: ['experientialKnowledge', 'expertByExperience'],
  sections: [
    { key: 'organisation', title: say('Jullie organisatie', 'Your organisation'), questions: organisation },
    { key: 'why', title: say('Waarom', 'Why'), questions: why },
    { key: 'people', title: say('De mensen', 'The people'), questions: people },
    { key: 'sharing', title: say('Ervaringen delen', 'Sharing experiences'), questions: sharing },
    { key: 'place', title: say('De plek in de organisatie', 'The place in the organisation'), questions: place },
    { key: 'learning', title: say('Knelpunten en leren', 'Bottlenecks and learning'), questions: learning },
  ],
}
