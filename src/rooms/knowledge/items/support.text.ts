import type { PeopleBand } from '../../../lib/disclosure/thresholds.ts'
import { bothLanguages } from '../../../lib/words.ts'

/** The sentences around supporting a research question, joining a project and accepting a training. */
export const supportWords = bothLanguages(
  {
    title: 'Meedoen',
    supports: {
      link: 'Steun deze vraag',
      lead: 'Vind je dit een belangrijke vraag? Dan telt jouw steun mee.',
      who: 'Alleen het aantal telt, en pas vanaf tien mensen laten we het zien. Niemand ziet wie je bent.',
      press: 'Ik steun deze vraag',
      back: 'Neem mijn steun terug',
      given: 'Jij steunt deze vraag.',
    },
    joins: {
      link: 'Doe mee',
      lead: 'Dit project zoekt mensen die mee willen doen.',
      who: 'De organisaties die dit bijhouden zien je naam en je mailadres, zodat zij je kunnen uitnodigen. Verder ziet niemand het.',
      press: 'Ik wil meedoen',
      back: 'Ik wil toch niet meedoen',
      given: 'Je hebt laten weten dat je mee wilt doen.',
    },
    onlyExperts: 'Alleen ervaringsdeskundigen met een account kunnen dit doen.',
    band: ({ from, below }: PeopleBand) =>
      below === null
        ? `${from} of meer ervaringsdeskundigen steunen deze vraag`
        : `${from} tot ${below} ervaringsdeskundigen steunen deze vraag`,
    supporters: 'Steun',
    accept: {
      link: 'Neemt je organisatie deze opleiding aan?',
      title: 'Neemt je organisatie deze opleiding aan?',
      lead: 'Lezers zien dan dat jouw organisatie mensen met deze opleiding aanneemt. Het zegt niets over andere opleidingen.',
      press: (name: string) => `Laat zien dat ${name} deze opleiding aanneemt`,
      back: (name: string) => `${name} neemt deze opleiding niet meer aan`,
      by: 'Aangenomen door',
    },
    joining: 'Wie mee wil doen',
    joined: (name: string, email: string, day: string) => `${name}, ${email}, sinds ${day}`,
    toItem: 'Terug naar de pagina',
  },
  {
    title: 'Take part',
    supports: {
      link: 'Support this question',
      lead: 'Do you find this an important question? Then your support counts.',
      who: 'Only the number counts, and we show it from ten people on. Nobody sees who you are.',
      press: 'I support this question',
      back: 'Take my support back',
      given: 'You support this question.',
    },
    joins: {
      link: 'Take part',
      lead: 'This project looks for people who want to take part.',
      who: 'The organisations that keep this see your name and e-mail address, so that they can invite you. Nobody else sees it.',
      press: 'I want to take part',
      back: 'I do not want to take part after all',
      given: 'You said that you want to take part.',
    },
    onlyExperts: 'Only experts by experience with an account can do this.',
    band: ({ from, below }: PeopleBand) =>
      below === null
        ? `${from} or more experts by experience support this question`
        : `${from} to ${below} experts by experience support this question`,
    supporters: 'Support',
    accept: {
      link: 'Does your organisation accept this training?',
      title: 'Does your organisation accept this training?',
      lead: 'Readers then see that your organisation takes on people with this training. It says nothing about other trainings.',
      press: (name: string) => `Show that ${name} accepts this training`,
      back: (name: string) => `${name} no longer accepts this training`,
      by: 'Accepted by',
    },
    joining: 'Who want to take part',
    joined: (name: string, email: string, day: string) => `${name}, ${email}, since ${day}`,
    toItem: 'Back to the page',
  },
)
