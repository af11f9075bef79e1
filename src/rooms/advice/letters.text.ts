import { bothLanguages } from '../../lib/words.ts'
import { reminderAfter, terms, type MoveMail } from './states.rules.ts'

/** Letters to the requester beside those of the table of states. */
export type RequesterMail = MoveMail | 'message' | 'still-there' | 'new-link'
/** Letters to the team, and to the desk. */
export type TeamMail = 'team-begins' | 'team-news' | 'team-ended' | 'team-evaluate'
export type DeskMail = 'desk-new' | 'desk-news'

type Line = { readonly subject: string; readonly sentence: string; readonly button: string }

type Letters = {
  readonly hello: string
  readonly footer: string
  readonly confirm: Line & { readonly until: string; readonly notYou: string }
  /** `number` is the reference number of the request. */
  readonly requester: Readonly<Record<RequesterMail, (number: string) => Line>>
  readonly invitation: Line & { readonly free: string }
  readonly team: Readonly<Record<TeamMail, (number: string) => Line>>
  readonly desk: Readonly<Record<DeskMail, (number: string) => Line>>
}

const months = Math.round(terms['waiting-for-requester'] / 30)

/** What letters say. No theme, no name, no word that somebody typed: somebody else may see the inbox. */
export const letters = bothLanguages<Letters>(
  {
    hello: 'Hallo,',
    footer:
      'Je kunt deze mail niet beantwoorden. Gebruik de link hierboven. Deel de link niet: wie hem heeft, kan meelezen.',
    confirm: {
      subject: 'Bevestig je vraag',
      sentence:
        'Er is met dit mailadres een vraag gesteld op Ervaringsplein. Klopt dat? Bevestig het dan. Daarna gaan wij ermee aan de slag.',
      button: 'Bekijk en bevestig',
      until: `De link werkt ${terms.unconfirmed} dagen. Daarna gooien wij een vraag die niet is bevestigd weg. Na het bevestigen zie je met dezelfde link hoe het met je vraag staat.`,
      notYou: 'Heb jij geen vraag gesteld? Dan hoef je niets te doen. Je krijgt hierover geen mail meer.',
    },
    requester: {
      'question-for-you': (number) => ({
        subject: `Een bericht over ${number}`,
        sentence: 'Wij willen je iets vragen, zodat wij verder kunnen.',
        button: 'Lees en antwoord',
      }),
      'duo-started': (number) => ({
        subject: `Nieuws over ${number}`,
        sentence: 'Er zijn mensen met je vraag aan het werk. Je kunt volgen hoe het gaat.',
        button: 'Bekijk je vraag',
      }),
      'answer-ready': (number) => ({
        subject: `Er is een antwoord op ${number}`,
        sentence: 'Er is een antwoord op je vraag. Je leest het op je eigen pagina.',
        button: 'Lees het antwoord',
      }),
      'feedback-asked': (number) => ({
        subject: `Wat heb je ermee gedaan? ${number}`,
        sentence:
          'Een tijd geleden kreeg je een antwoord. De mensen die meedachten willen graag weten wat ermee is gedaan. Ook als het niets was.',
        button: 'Vertel wat ermee is gedaan',
      }),
      referred: (number) => ({
        subject: `Nieuws over ${number}`,
        sentence: 'Iemand anders kan je beter helpen. Op je eigen pagina lees je wie.',
        button: 'Bekijk je vraag',
      }),
      withdrawn: (number) => ({
        subject: `${number} is ingetrokken`,
        sentence: 'Je vraag is ingetrokken. Wij doen er niets meer mee.',
        button: 'Bekijk je vraag',
      }),
      expired: (number) => ({
        subject: `Wij stoppen met ${number}`,
        sentence: `Wij vroegen je iets en hoorden ${months} maanden niets. Dat geeft niet. Wij stoppen nu met deze vraag. Je kunt altijd een nieuwe stellen.`,
        button: 'Bekijk je vraag',
      }),
      merged: (number) => ({
        subject: `Nieuws over ${number}`,
        sentence: 'Iemand stelde bijna dezelfde vraag. Wij voegen ze samen. Op je eigen pagina lees je meer.',
        button: 'Bekijk je vraag',
      }),
      closed: (number) => ({
        subject: `${number} is afgerond`,
        sentence: 'Je vraag is afgerond. Op je eigen pagina lees je waarom.',
        button: 'Bekijk je vraag',
      }),
      message: (number) => ({
        subject: `Een bericht over ${number}`,
        sentence: 'Er staat een nieuw bericht voor je klaar.',
        button: 'Lees het bericht',
      }),
      'still-there': (number) => ({
        subject: `Wil je nog een antwoord? ${number}`,
        sentence: `Wij vroegen je ${reminderAfter} dagen geleden iets. Wil je nog dat wij meedenken? Laat het ons weten. Horen wij niets, dan stoppen wij over een maand met deze vraag.`,
        button: 'Lees en antwoord',
      }),
      'new-link': (number) => ({
        subject: `Een nieuwe link voor ${number}`,
        sentence:
          'Iemand vroeg een nieuwe link naar je vraag. Hier is hij. Was jij dat niet? Dan hoef je niets te doen.',
        button: 'Bekijk je vraag',
      }),
    },
    invitation: {
      subject: 'Wil je meedenken over een vraag?',
      sentence:
        'Iemand stelde een vraag waar jouw ervaring bij past. Op de pagina lees je de vraag, en wat je ervoor krijgt.',
      button: 'Bekijk de uitnodiging',
      free: 'Je mag nee zeggen. Je hoeft niet te zeggen waarom, en het maakt later niets uit.',
    },
    team: {
      'team-begins': (number) => ({
        subject: `Jullie kunnen beginnen met ${number}`,
        sentence: 'Het duo is compleet. Jullie kunnen beginnen.',
        button: 'Naar de vraag',
      }),
      'team-news': (number) => ({
        subject: `Nieuws over ${number}`,
        sentence: 'Er is iets nieuws bij een vraag waar jij aan werkt.',
        button: 'Naar de vraag',
      }),
      'team-ended': (number) => ({
        subject: `${number} is gestopt of afgerond`,
        sentence: 'Een vraag waar jij aan werkte is gestopt of afgerond. Je hoeft niets meer te doen. Dank je wel.',
        button: 'Naar de vraag',
      }),
      'team-evaluate': (number) => ({
        subject: `Het antwoord op ${number} is gegeven`,
        sentence: 'Het antwoord is bij de vrager. Wil je kort zeggen hoe het voor jou was?',
        button: 'Naar de vraag',
      }),
    },
    desk: {
      'desk-new': (number) => ({
        subject: `Een nieuwe vraag: ${number}`,
        sentence: 'Er is een nieuwe vraag binnen.',
        button: 'Naar de vraag',
      }),
      'desk-news': (number) => ({
        subject: `Nieuws over ${number}`,
        sentence: 'Er is iets nieuws bij een vraag die jij vasthoudt.',
        button: 'Naar de vraag',
      }),
    },
  },
  {
    hello: 'Hello,',
    footer: 'You cannot reply to this mail. Use the link above. Do not share the link: whoever has it can read along.',
    confirm: {
      subject: 'Confirm your question',
      sentence:
        'Somebody asked a question on Ervaringsplein with this mail address. Was it you? Then confirm it, and we will start.',
      button: 'Look and confirm',
      until: `The link works for ${terms.unconfirmed} days. After that we throw away a question that was not confirmed. Once confirmed, the same link shows how your question is doing.`,
      notYou: 'Was it not you? Then you do not have to do anything. You will get no more mail about it.',
    },
    requester: {
      'question-for-you': (number) => ({
        subject: `A message about ${number}`,
        sentence: 'We would like to ask you something, so that we can go on.',
        button: 'Read and reply',
      }),
      'duo-started': (number) => ({
        subject: `News about ${number}`,
        sentence: 'People are working on your question. You can follow how it goes.',
        button: 'See your question',
      }),
      'answer-ready': (number) => ({
        subject: `There is an answer to ${number}`,
        sentence: 'There is an answer to your question. You can read it on your own page.',
        button: 'Read the answer',
      }),
      'feedback-asked': (number) => ({
        subject: `What did you do with it? ${number}`,
        sentence:
          'Some time ago you got an answer. The people who thought along would like to know what was done with it. Even if it was nothing.',
        button: 'Tell what was done with it',
      }),
      referred: (number) => ({
        subject: `News about ${number}`,
        sentence: 'Somebody else can help you better. Your own page says who.',
        button: 'See your question',
      }),
      withdrawn: (number) => ({
        subject: `${number} was withdrawn`,
        sentence: 'Your question was withdrawn. We do nothing more with it.',
        button: 'See your question',
      }),
      expired: (number) => ({
        subject: `We stop with ${number}`,
        sentence: `We asked you something and heard nothing for ${months} months. That is all right. We stop with this question now. You can always ask a new one.`,
        button: 'See your question',
      }),
      merged: (number) => ({
        subject: `News about ${number}`,
        sentence: 'Somebody asked almost the same question. We join them. Your own page says more.',
        button: 'See your question',
      }),
      closed: (number) => ({
        subject: `${number} has ended`,
        sentence: 'Your question has ended. Your own page says why.',
        button: 'See your question',
      }),
      message: (number) => ({
        subject: `A message about ${number}`,
        sentence: 'There is a new message for you.',
        button: 'Read the message',
      }),
      'still-there': (number) => ({
        subject: `Do you still want an answer? ${number}`,
        sentence: `We asked you something ${reminderAfter} days ago. Do you still want us to think along? Please let us know. If we hear nothing, we stop with this question in a month.`,
        button: 'Read and reply',
      }),
      'new-link': (number) => ({
        subject: `A new link for ${number}`,
        sentence:
          'Somebody asked for a new link to your question. Here it is. Was it not you? Then you do not have to do anything.',
        button: 'See your question',
      }),
    },
    invitation: {
      subject: 'Would you like to think along about a question?',
      sentence:
        'Somebody asked a question that fits your experience. The page shows the question, and what you get for it.',
      button: 'See the invitation',
      free: 'You may say no. You do not have to say why, and it makes no difference later.',
    },
    team: {
      'team-begins': (number) => ({
        subject: `You can begin with ${number}`,
        sentence: 'The duo is complete. You can begin.',
        button: 'To the question',
      }),
      'team-news': (number) => ({
        subject: `News about ${number}`,
        sentence: 'There is something new about a question you work on.',
        button: 'To the question',
      }),
      'team-ended': (number) => ({
        subject: `${number} has stopped or ended`,
        sentence: 'A question you worked on has stopped or ended. You do not have to do anything more. Thank you.',
        button: 'To the question',
      }),
      'team-evaluate': (number) => ({
        subject: `The answer to ${number} was given`,
        sentence: 'The answer is with the person who asked. Would you tell us briefly how it was for you?',
        button: 'To the question',
      }),
    },
    desk: {
      'desk-new': (number) => ({
        subject: `A new question: ${number}`,
        sentence: 'A new question has come in.',
        button: 'To the question',
      }),
      'desk-news': (number) => ({
        subject: `News about ${number}`,
        sentence: 'There is something new about a question you hold.',
        button: 'To the question',
      }),
    },
  },
)
