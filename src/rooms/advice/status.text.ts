import { bothLanguages, counted } from '../../lib/words.ts'
import type { State } from './states.rules.ts'

type Now = { readonly now: string; readonly by?: (date: string) => string }

type StatusText = {
  readonly title: (number: string) => string
  readonly confirm: {
    readonly title: string
    readonly lead: (number: string) => string
    readonly button: string
    readonly until: (date: string) => string
    readonly notYou: string
    readonly after: string
  }
  readonly done: Readonly<Record<'bericht' | 'bevestigd' | 'ingetrokken' | 'terugkoppeling', string>>
  readonly nowTitle: string
  readonly now: Readonly<Record<State, Now>>
  readonly steps: Readonly<
    Record<'submitted' | 'in-intake' | 'seeking-duo' | 'in-progress' | 'answered' | 'evaluated' | 'closed', string>
  >
  readonly whereTitle: string
  readonly yourQuestion: string
  readonly context: string
  readonly answerTitle: string
  readonly answerBy: (names: string) => string
  readonly onBehalf: string
  readonly referral: string
  readonly reason: string
  readonly conversation: string
  readonly desk: string
  readonly you: string
  readonly earlier: (n: number) => string
  readonly reply: string
  readonly replyHint: string
  readonly replySend: string
  readonly replyEmpty: string
  readonly replyLong: string
  readonly withdrawTitle: string
  readonly withdrawLead: string
  readonly withdraw: string
  readonly feedbackAsk: string
  readonly feedbackLink: string
  readonly yourFeedback: string
  readonly notDone: string
  readonly kept: (date: string) => string
  readonly keptRunning: string
  readonly link: string
  readonly feedback: {
    readonly title: string
    readonly lead: string
    readonly done: string
    readonly doneHint: string
    readonly doneEmpty: string
    readonly notDone: string
    readonly notDoneHint: string
    readonly long: string
    readonly scoresTitle: string
    readonly scoresHint: string
    readonly points: readonly [string, string, string, string, string]
    readonly score: string
    readonly text: string
    readonly textHint: string
    readonly send: string
    readonly already: string
    readonly tooEarly: string
    readonly back: string
  }
}

/** Sentences of the pages behind a requester's link. */
export const statusText = bothLanguages<StatusText>(
  {
    title: (number) => `Je vraag ${number}`,
    confirm: {
      title: 'Bevestig je vraag',
      lead: (number) => `Heb jij vraag ${number} gesteld? Bevestig het dan. Wij gaan er daarna mee aan de slag.`,
      button: 'Ja, dit is mijn vraag',
      until: (date) => `Dit kan tot ${date}. Daarna gooien wij de vraag weg.`,
      notYou: 'Heb jij geen vraag gesteld? Sluit deze pagina dan. Je hoeft niets te doen.',
      after: 'Na het bevestigen zie je hier je vraag, en hoe het ermee staat.',
    },
    done: {
      bericht: 'Je bericht is verstuurd.',
      bevestigd: 'Je vraag is bevestigd. Dank je wel.',
      ingetrokken: 'Je vraag is ingetrokken. Wij doen er niets meer mee.',
      terugkoppeling: 'Dank je wel. De mensen die meedachten kunnen lezen wat ermee is gedaan.',
    },
    nowTitle: 'Wat gebeurt er nu?',
    now: {
      unconfirmed: { now: 'Je moet je vraag nog bevestigen.' },
      submitted: {
        now: 'Je vraag is binnen. Iemand van het adviespunt leest hem.',
        by: (date) => `Je hoort van ons voor ${date}.`,
      },
      'in-intake': {
        now: 'Iemand van het adviespunt heeft je vraag gelezen en kijkt wat er nodig is.',
        by: (date) => `Dat duurt tot ongeveer ${date}.`,
      },
      triaged: {
        now: 'Wij weten wat voor vraag het is. Wij gaan mensen zoeken die erbij passen.',
        by: (date) => `Wij beginnen voor ${date}.`,
      },
      'seeking-duo': {
        now: 'Wij zoeken twee mensen met eigen ervaring die bij je vraag passen.',
        by: (date) => `Dat lukt meestal voor ${date}. Lukt het niet, dan hoor je het.`,
      },
      'in-progress': {
        now: 'Er zijn mensen met je vraag aan het werk.',
        by: (date) => `Je krijgt meestal een antwoord voor ${date}.`,
      },
      answered: {
        now: 'Het antwoord staat hieronder. Je kunt erop reageren.',
        by: (date) => `Rond ${date} vragen wij wat je ermee hebt gedaan.`,
      },
      'feedback-asked': {
        now: 'Wij willen graag weten wat je met het advies hebt gedaan. Ook als het niets was.',
        by: (date) => `Dat kan tot ${date}.`,
      },
      evaluated: {
        now: 'Je hebt verteld wat ermee is gedaan. Dank je wel. Wij ronden de vraag af.',
        by: (date) => `Dat is klaar voor ${date}.`,
      },
      closed: { now: 'Je vraag is afgerond.' },
      'waiting-for-requester': {
        now: 'Wij hebben je iets gevraagd en wachten op je antwoord. Schrijf het hieronder.',
        by: (date) => `Horen wij niets, dan stoppen wij op ${date} met je vraag.`,
      },
      referred: {
        now: 'Iemand anders kan je beter helpen. Hieronder lees je wie.',
        by: (date) => `Wij ronden je vraag bij ons af rond ${date}. Klopt het niet? Stuur een bericht.`,
      },
      withdrawn: { now: 'Je hebt je vraag ingetrokken. Je kunt altijd een nieuwe stellen.' },
      expired: {
        now: 'Wij hoorden een tijd niets en zijn gestopt met je vraag. Dat geeft niet. Je kunt altijd een nieuwe stellen.',
      },
      merged: {
        now: 'Iemand stelde bijna dezelfde vraag. Wij hebben ze samengevoegd. Is er een antwoord, dan krijg jij het ook en staat het hier.',
      },
    },
    steps: {
      submitted: 'Vraag binnen',
      'in-intake': 'Gelezen door het adviespunt',
      'seeking-duo': 'Mensen zoeken',
      'in-progress': 'Aan het werk',
      answered: 'Antwoord',
      evaluated: 'Terugkijken',
      closed: 'Afgerond',
    },
    whereTitle: 'Hoe staat het ermee?',
    yourQuestion: 'Je vraag',
    context: 'Wat je erbij schreef',
    answerTitle: 'Het antwoord',
    answerBy: (names) => `Van ${names}`,
    onBehalf: 'Namens wie wij spreken',
    referral: 'Wie je verder helpt',
    reason: 'Waarom de vraag is afgerond',
    conversation: 'Berichten',
    desk: 'Adviespunt',
    you: 'Jij',
    earlier: (n) => counted(n, 'eerder bericht', 'eerdere berichten'),
    reply: 'Schrijf een bericht',
    replyHint:
      'De mensen van het adviespunt en de mensen die antwoorden lezen dit. Noem geen namen of nummers van anderen.',
    replySend: 'Verstuur bericht',
    replyEmpty: 'Schrijf eerst je bericht.',
    replyLong: 'Je bericht is te lang. Gebruik hoogstens 10.000 tekens.',
    withdrawTitle: 'Vraag intrekken',
    withdrawLead: 'Is je vraag niet meer nodig? Trek hem dan in. Je hoeft niet te zeggen waarom. Wij stoppen meteen.',
    withdraw: 'Trek mijn vraag in',
    feedbackAsk: 'De mensen die meedachten horen graag wat je met het advies hebt gedaan.',
    feedbackLink: 'Vertel wat ermee is gedaan',
    yourFeedback: 'Wat jij vertelde',
    notDone: 'Wat niet lukte',
    kept: (date) => `Wij bewaren deze vraag tot ${date}. Daarna gooien wij alles weg.`,
    keptRunning: 'Wij bewaren je vraag tot 2 jaar nadat hij is afgerond. Daarna gooien wij alles weg.',
    link: 'Wie de link naar deze pagina heeft, kan meelezen. Deel hem niet.',
    feedback: {
      title: 'Wat is er met het advies gedaan?',
      lead: 'De mensen die meedachten lezen het eerste stuk. Wat je daaronder invult, lezen alleen de mensen van het adviespunt.',
      done: 'Wat heb je ermee gedaan?',
      doneHint: 'Ook “nog niets” is een antwoord.',
      doneEmpty: 'Schrijf op wat je ermee hebt gedaan. “Nog niets” mag ook.',
      notDone: 'Wat lukte niet, of deed je niet? Waarom?',
      notDoneHint: 'Dat helpt ons om beter te adviseren.',
      long: 'Dit is te lang. Gebruik hoogstens 10.000 tekens.',
      scoresTitle: 'Hoe kijk je terug?',
      scoresHint:
        'Alles mag je overslaan. De mensen die meedachten zien dit niet. Na een jaar weet niemand meer van wie het was.',
      points: ['1, heel weinig', '2, weinig', '3, tussenin', '4, veel', '5, heel veel'],
      score: 'Kies een punt uit de lijst.',
      text: 'Wil je nog iets zeggen?',
      textHint: 'Alleen de mensen van het adviespunt lezen dit.',
      send: 'Versturen',
      already: 'Je hebt dit al verteld. Dank je wel.',
      tooEarly: 'Er is nog geen antwoord op je vraag. Daarna kun je hier vertellen wat je ermee deed.',
      back: 'Terug naar je vraag',
    },
  },
  {
    title: (number) => `Your question ${number}`,
    confirm: {
      title: 'Confirm your question',
      lead: (number) => `Did you ask question ${number}? Then confirm it, and we will start.`,
      button: 'Yes, this is my question',
      until: (date) => `You can do this until ${date}. After that we throw the question away.`,
      notYou: 'Was it not you? Then close this page. You do not have to do anything.',
      after: 'Once confirmed, you will see your question here, and how it is doing.',
    },
    done: {
      bericht: 'Your message was sent.',
      bevestigd: 'Your question is confirmed. Thank you.',
      ingetrokken: 'Your question was withdrawn. We do nothing more with it.',
      terugkoppeling: 'Thank you. The people who thought along can read what was done with it.',
    },
    nowTitle: 'What happens now?',
    now: {
      unconfirmed: { now: 'You still have to confirm your question.' },
      submitted: {
        now: 'Your question has come in. Somebody of the advice desk will read it.',
        by: (date) => `You will hear from us before ${date}.`,
      },
      'in-intake': {
        now: 'Somebody of the advice desk has read your question and looks at what is needed.',
        by: (date) => `That takes until about ${date}.`,
      },
      triaged: {
        now: 'We know what kind of question it is. We will look for people who fit.',
        by: (date) => `We begin before ${date}.`,
      },
      'seeking-duo': {
        now: 'We look for two people with lived experience who fit your question.',
        by: (date) => `That usually works before ${date}. If not, we will tell you.`,
      },
      'in-progress': {
        now: 'People are working on your question.',
        by: (date) => `You usually get an answer before ${date}.`,
      },
      answered: {
        now: 'The answer is below. You can react to it.',
        by: (date) => `Around ${date} we will ask what you did with it.`,
      },
      'feedback-asked': {
        now: 'We would like to know what you did with the advice. Even if it was nothing.',
        by: (date) => `You can tell us until ${date}.`,
      },
      evaluated: {
        now: 'You told us what was done with it. Thank you. We will close the question.',
        by: (date) => `That is done before ${date}.`,
      },
      closed: { now: 'Your question has ended.' },
      'waiting-for-requester': {
        now: 'We asked you something and wait for your reply. Write it below.',
        by: (date) => `If we hear nothing, we stop with your question on ${date}.`,
      },
      referred: {
        now: 'Somebody else can help you better. Below you read who.',
        by: (date) => `We close your question here around ${date}. Is this not right? Send a message.`,
      },
      withdrawn: { now: 'You withdrew your question. You can always ask a new one.' },
      expired: {
        now: 'We heard nothing for a while and stopped with your question. That is all right. You can always ask a new one.',
      },
      merged: {
        now: 'Somebody asked almost the same question. We joined them. When there is an answer, you get it too, and it will be here.',
      },
    },
    steps: {
      submitted: 'Question received',
      'in-intake': 'Read by the advice desk',
      'seeking-duo': 'Finding people',
      'in-progress': 'At work',
      answered: 'Answer',
      evaluated: 'Looking back',
      closed: 'Ended',
    },
    whereTitle: 'Where it stands',
    yourQuestion: 'Your question',
    context: 'What you added',
    answerTitle: 'The answer',
    answerBy: (names) => `From ${names}`,
    onBehalf: 'On whose behalf we speak',
    referral: 'Who helps you further',
    reason: 'Why the question was closed',
    conversation: 'Messages',
    desk: 'Advice desk',
    you: 'You',
    earlier: (n) => counted(n, 'earlier message', 'earlier messages', 'en'),
    reply: 'Write a message',
    replyHint:
      'The people of the advice desk and the people who answer read this. Do not mention names or numbers of others.',
    replySend: 'Send message',
    replyEmpty: 'Write your message first.',
    replyLong: 'Your message is too long. Use at most 10,000 characters.',
    withdrawTitle: 'Withdraw the question',
    withdrawLead: 'Is your question no longer needed? Then withdraw it. You do not have to say why. We stop at once.',
    withdraw: 'Withdraw my question',
    feedbackAsk: 'The people who thought along would like to hear what you did with the advice.',
    feedbackLink: 'Tell what was done with it',
    yourFeedback: 'What you told us',
    notDone: 'What did not work',
    kept: (date) => `We keep this question until ${date}. After that we throw everything away.`,
    keptRunning: 'We keep your question until 2 years after it has ended. After that we throw everything away.',
    link: 'Whoever has the link to this page can read along. Do not share it.',
    feedback: {
      title: 'What was done with the advice?',
      lead: 'The people who thought along read the first part. What you fill in below that is read by the advice desk only.',
      done: 'What did you do with it?',
      doneHint: '“Nothing yet” is an answer too.',
      doneEmpty: 'Write down what you did with it. “Nothing yet” is fine.',
      notDone: 'What did not work, or did you not do? Why?',
      notDoneHint: 'That helps us to give better advice.',
      long: 'This is too long. Use at most 10,000 characters.',
      scoresTitle: 'How do you look back?',
      scoresHint:
        'You may skip everything. The people who thought along do not see this. After a year nobody knows whose it was.',
      points: ['1, very little', '2, little', '3, in between', '4, much', '5, very much'],
      score: 'Choose a point from the list.',
      text: 'Is there anything else?',
      textHint: 'Only the people of the advice desk read this.',
      send: 'Send',
      already: 'You told us this already. Thank you.',
      tooEarly: 'There is no answer to your question yet. After that you can tell here what you did with it.',
      back: 'Back to your question',
    },
  },
)
