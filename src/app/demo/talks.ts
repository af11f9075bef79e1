import type { LeftContact } from '../../rooms/surveys/public.ts'

const about = {
  nl: 'Wat er nodig is om samen met ervaringsdeskundigen iets nieuws te beginnen in de wijk.',
  en: 'What it takes to begin something new in the neighbourhood together with experts by experience.',
}
const person = (name: string): LeftContact => ({
  name,
  email: `${name.toLowerCase()}@wijkpunt.example`,
  uses: ['interview', 'project'],
  months: 24,
  lang: 'nl',
})

/** What people are asked for. */
export const demoProposal = {
  moment: 'Een uur, op een dag die jij kiest',
  place: 'Bij jou in de wijk, of bij ons',
  minutes: 60,
  reward: { form: 'hourlyRate', cents: 6000 },
} as const

/** Talks after the first wave, from which an initiative came; after the second wave somebody is being asked. All invented. */
export const demoTalks = {
  first: {
    about,
    people: ['Amina', 'Bas', 'Corrie', 'Daan', 'Eefje', 'Farid'].map(person),
    invite: 6,
    held: true,
    item: 'initiatief-koffie-zonder-formulier',
  },
  second: { about, people: ['Guus', 'Hilde', 'Ilse', 'Joep'].map(person), invite: 1, held: false, item: null },
} as const
