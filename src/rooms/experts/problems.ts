import { catalogue, type Constraints } from '../../platform/problems.ts'

/** What this room refuses on purpose. */
export const problems = catalogue(
  'experts',
  { 'profile-unknown': 404, 'profile-first': 409, 'ceiling-out-of-range': 422 },
  {
    nl: {
      'profile-unknown': {
        title: 'Dit profiel is er niet',
        sentence: 'Misschien heeft deze persoon nu pauze, of het profiel verborgen. Kies iemand uit de lijst.',
      },
      'profile-first': {
        title: 'Maak eerst je profiel',
        sentence: 'Vul je profiel in en sla het op. Daarna kun je kiezen wie het ziet.',
      },
      'ceiling-out-of-range': {
        title: 'Kies een ander getal',
        sentence: 'Het hoogste aantal vragen tegelijk ligt tussen 1 en 10.',
      },
    },
    en: {
      'profile-unknown': {
        title: 'This profile is not there',
        sentence: 'This person may have a pause now, or has hidden the profile. Choose somebody from the list.',
      },
      'profile-first': {
        title: 'Make your profile first',
        sentence: 'Fill in your profile and save it. Then you can choose who sees it.',
      },
      'ceiling-out-of-range': {
        title: 'Choose another number',
        sentence: 'The most requests at the same time lies between 1 and 10.',
      },
    },
  },
)

export const constraints: Constraints = { experts_profiles_own_ceiling: problems['ceiling-out-of-range'] }
