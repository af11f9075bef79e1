import { bothLanguages } from '../../lib/words.ts'
import type { Missing } from './missing.rules.ts'
import type { Form, Score, SessionForm, SessionKind, Size, Voice } from './request.rules.ts'
import type { State } from './states.rules.ts'

type Labels = {
  readonly states: Readonly<Record<State, string>>
  readonly sizes: Readonly<Record<Size, string>>
  readonly forms: Readonly<Record<Form, string>>
  readonly voices: Readonly<Record<Voice, string>>
  readonly sessionKinds: Readonly<Record<SessionKind, string>>
  readonly sessionForms: Readonly<Record<SessionForm, string>>
  readonly scores: Readonly<Record<Score, string>>
  readonly missing: Readonly<Record<Missing, string>>
}

/** What values are called on pages: states, sizes, forms and the like. */
export const labels = bothLanguages<Labels>(
  {
    states: {
      unconfirmed: 'Nog niet bevestigd',
      submitted: 'Binnen',
      'in-intake': 'Eerste gesprek',
      triaged: 'Verdeeld',
      'seeking-duo': 'Duo zoeken',
      'in-progress': 'Duo is bezig',
      answered: 'Beantwoord',
      'feedback-asked': 'Wij vragen wat het opleverde',
      evaluated: 'Teruggekeken',
      closed: 'Afgerond',
      'waiting-for-requester': 'Wacht op de vrager',
      referred: 'Doorverwezen',
      withdrawn: 'Ingetrokken',
      expired: 'Stil geworden',
      merged: 'Samengevoegd',
    },
    sizes: { small: 'Klein', large: 'Groot' },
    forms: {
      writtenAnswer: 'Antwoord op papier',
      thinkingAlong: 'Meedenken',
      policyCheck: 'Meelezen met een plan',
      sessions: 'Een of meer bijeenkomsten',
    },
    voices: {
      personal: 'Ieder voor zichzelf',
      collective: 'Namens een groep mensen met dezelfde ervaring',
      organisation: 'Namens een organisatie',
    },
    sessionKinds: {
      intake: 'Eerste gesprek',
      advice: 'Adviesgesprek',
      work: 'Samen werken',
      feedback: 'Terugkijken',
    },
    sessionForms: { online: 'Online', onSite: 'Op een plek samen' },
    scores: {
      usefulness: 'Hoeveel had je aan het advies?',
      realism: 'Hoe goed is het uit te voeren?',
      support: 'Hoeveel steun is er bij jullie voor het plan?',
      equality: 'Voelde het gelijkwaardig?',
      load: 'Hoe zwaar was het?',
    },
    missing: {
      context: 'achtergrond',
      place: 'plaats',
      theme: 'thema',
      questionKind: 'soort vraag',
      size: 'klein of groot',
      form: 'vorm van het advies',
      holder: 'iemand die de vraag vasthoudt',
      team: 'een compleet duo',
    },
  },
  {
    states: {
      unconfirmed: 'Not confirmed yet',
      submitted: 'Received',
      'in-intake': 'First talk',
      triaged: 'Sorted',
      'seeking-duo': 'Finding a duo',
      'in-progress': 'Duo at work',
      answered: 'Answered',
      'feedback-asked': 'Asked what came of it',
      evaluated: 'Looked back',
      closed: 'Closed',
      'waiting-for-requester': 'Waiting for the requester',
      referred: 'Referred',
      withdrawn: 'Withdrawn',
      expired: 'Went silent',
      merged: 'Merged',
    },
    sizes: { small: 'Small', large: 'Large' },
    forms: {
      writtenAnswer: 'Written answer',
      thinkingAlong: 'Thinking along',
      policyCheck: 'Reading a plan along',
      sessions: 'One or more meetings',
    },
    voices: {
      personal: 'Each for themselves',
      collective: 'For a group of people with the same experience',
      organisation: 'For an organisation',
    },
    sessionKinds: { intake: 'First talk', advice: 'Advice talk', work: 'Working session', feedback: 'Looking back' },
    sessionForms: { online: 'Online', onSite: 'In one place' },
    scores: {
      usefulness: 'How useful was the advice?',
      realism: 'How well can it be carried out?',
      support: 'How much support is there for the plan?',
      equality: 'Did it feel equal?',
      load: 'How heavy was it?',
    },
    missing: {
      context: 'background',
      place: 'place',
      theme: 'theme',
      questionKind: 'kind of question',
      size: 'small or large',
      form: 'form of the advice',
      holder: 'somebody who holds the question',
      team: 'a complete duo',
    },
  },
)
