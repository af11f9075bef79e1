import { bothLanguages } from '../../lib/words.ts'
import { freshMinutes } from './second-factor.rules.ts'

/** Sentences of the page that asks for a fresh code before something that matters. */
export const stepUpWords = bothLanguages(
  {
    title: 'Nog één keer je code',
    lead: 'Je gaat veranderen wat iemand mag. Daarvoor vragen wij een nieuwe code.',
    why: `Je laatste code is meer dan ${freshMinutes} minuten oud. Zo kan niemand anders dit doen als je even weg bent van je scherm.`,
    kept: 'Wat je invulde is er nog. Na een goede code doen wij het meteen.',
    hint: 'De code staat in de app op je telefoon. Een herstelcode mag ook.',
    code: 'Code uit je app',
    submit: 'Controleer en ga door',
    stop: 'Stoppen, er verandert niets',
  },
  {
    title: 'Your code once more',
    lead: 'You are about to change what somebody may do. We ask for a new code first.',
    why: `Your last code is more than ${freshMinutes} minutes old. This way nobody else can do this while you are away from your screen.`,
    kept: 'What you filled in is still here. After a right code we do it at once.',
    hint: 'The code is in the app on your phone. A recovery code is fine too.',
    code: 'Code from your app',
    submit: 'Check and go on',
    stop: 'Stop, nothing changes',
  },
)
