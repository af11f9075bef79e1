import { bothLanguages, counted } from '../../lib/words.ts'

/** Choosing the people who answer, and inviting them. */
export const teamWords = bothLanguages(
  {
    title: 'Kies het duo',
    back: (number: string) => `Terug naar ${number}`,
    small: 'Voor deze kleine vraag is één persoon genoeg. Twee mag ook.',
    large: 'Voor deze vraag zijn twee mensen nodig.',
    members: 'Wie doet mee?',
    nobody: 'Er is nog niemand gevraagd.',
    accepted: (date: string) => `zei ja op ${date}`,
    invited: (date: string) => `gevraagd op ${date}, nog geen antwoord`,
    withdraw: (name: string) => `Trek de uitnodiging van ${name} in`,
    complete: 'Het duo is compleet.',
    start: 'Het duo kan beginnen',
    full: 'Er is geen plek meer vrij. Trek eerst een uitnodiging in als je iemand anders wilt vragen.',
    need: 'Wat deze vraag vraagt',
    candidates: 'Wie kun je vragen?',
    candidatesHint: 'Bovenaan staan mensen bij wie de vraag past. Daarna wie het langst niet is gevraagd.',
    perspective: 'Is er een perspectief nodig?',
    anyPerspective: 'Maakt niet uit',
    show: 'Laat zien',
    noneTitle: 'Wij vonden niemand die nu kan',
    none: 'Iedereen heeft pauze, genoeg vragen, of deelt het profiel niet. Dat bepalen mensen zelf.',
    fits: 'Past bij',
    noFit: 'Geen thema dat past. Vragen mag wel.',
    place: {
      municipality: 'wil in deze gemeente werken',
      province: 'wil in deze provincie werken',
      online: 'wil online meedenken',
    },
    running: (n: number) => (n === 0 ? 'werkt nu aan geen vraag' : `werkt nu aan ${counted(n, 'vraag', 'vragen')}`),
    ceiling: (n: number) => `wil er hoogstens ${n} tegelijk`,
    lastAsked: (n: number | null) =>
      n === null
        ? 'is nog nooit gevraagd'
        : n === 0
          ? 'is vandaag gevraagd'
          : `is ${counted(n, 'dag', 'dagen')} geleden gevraagd`,
    languages: (list: string) => `spreekt ${list}`,
    invite: (name: string) => `Vraag ${name}`,
    atCeiling: 'Deze mensen kun je nu niet vragen',
    atCeilingReason: (name: string, { running, invited }: { running: number; invited: number }, max: number) =>
      `${name} heeft zelf gekozen voor hoogstens ${counted(max, 'vraag', 'vragen')} tegelijk. Nu ${running === 1 ? 'loopt er 1' : `lopen er ${running}`}${invited === 0 ? '' : `, en ${invited === 1 ? 'wacht er 1 uitnodiging' : `wachten er ${invited} uitnodigingen`} op antwoord`}. Die grens is van ${name}. Het adviespunt kan hem niet veranderen.`,
    pausedReason: (n: number) =>
      n === 1
        ? 'Eén persoon heeft nu pauze. Wie dat is, zie je niet. Die keuze is van de persoon zelf.'
        : `${n} mensen hebben nu pauze. Wie dat zijn, zie je niet. Die keuze is van henzelf.`,
    inviteTitle: (name: string) => `Vraag ${name}`,
    inviteLead: (name: string) => `${name} krijgt een mail met een link. Ja of nee zeggen mag, zonder reden.`,
    inviteSees:
      'Vóór het ja-woord ziet iemand de vraag, de thema’s, de provincie en de vergoeding. Niet wie de vrager is.',
    reward: 'Wat krijgt iemand ervoor?',
    rewardHint:
      'Zonder dit gaat er geen uitnodiging weg. Onkosten zijn het minste. Kennis en tijd verdienen een vergoeding.',
    benefits: 'Let op: een vergoeding kan gevolgen hebben voor een uitkering. Vraag er samen naar.',
    amount: 'Hoeveel, in euro’s?',
    amountHint: 'Bij een uurtarief: per uur. Anders: voor de hele vraag. Bijvoorbeeld 60 of 60,50.',
    onPurpose: 'Ja, er staat met opzet niets tegenover',
    onPurposeHint: 'Alleen nodig als je kiest voor ‘geen’.',
    send: 'Verstuur de uitnodiging',
    errors: {
      reward: 'Kies wat iemand ervoor krijgt.',
      amount: 'Vul een bedrag in, groter dan 0. Bijvoorbeeld 60 of 60,50.',
      noAmount: 'Je koos ‘geen’. Laat het bedrag dan leeg.',
      onPurpose: 'Je koos ‘geen’. Zet hier een vinkje als dat met opzet is.',
    },
    gone: 'Deze persoon kun je nu niet vragen',
    goneSentence:
      'Misschien heeft iemand pauze, of genoeg vragen. Die grens is van de persoon zelf. Kies iemand anders.',
    backToTeam: 'Terug naar het duo',
  },
  {
    title: 'Choose the duo',
    back: (number: string) => `Back to ${number}`,
    small: 'For this small question one person is enough. Two is fine as well.',
    large: 'This question needs two people.',
    members: 'Who takes part?',
    nobody: 'Nobody has been asked yet.',
    accepted: (date: string) => `said yes on ${date}`,
    invited: (date: string) => `asked on ${date}, no reply yet`,
    withdraw: (name: string) => `Take back the invitation of ${name}`,
    complete: 'The duo is complete.',
    start: 'The duo can begin',
    full: 'There is no place left. To ask somebody else, first take an invitation back.',
    need: 'What this question asks for',
    candidates: 'Whom can you ask?',
    candidatesHint: 'First people whom the question fits. Then who was not asked for the longest time.',
    perspective: 'Is a perspective needed?',
    anyPerspective: 'It does not matter',
    show: 'Show',
    noneTitle: 'We found nobody who can now',
    none: 'Everybody is on a break, has enough questions, or does not share a profile. People decide that themselves.',
    fits: 'Fits',
    noFit: 'No theme that fits. You may still ask.',
    place: {
      municipality: 'wants to work in this municipality',
      province: 'wants to work in this province',
      online: 'wants to think along online',
    },
    running: (n: number) =>
      n === 0 ? 'works on no question now' : `works on ${counted(n, 'question', 'questions', 'en')} now`,
    ceiling: (n: number) => `wants at most ${n} at a time`,
    lastAsked: (n: number | null) =>
      n === null ? 'was never asked' : n === 0 ? 'was asked today' : `was asked ${counted(n, 'day', 'days', 'en')} ago`,
    languages: (list: string) => `speaks ${list}`,
    invite: (name: string) => `Ask ${name}`,
    atCeiling: 'These people cannot be asked now',
    atCeilingReason: (name: string, { running, invited }: { running: number; invited: number }, max: number) =>
      `${name} chose at most ${counted(max, 'question', 'questions', 'en')} at a time. Now ${running} ${running === 1 ? 'is' : 'are'} running${invited === 0 ? '' : `, and ${counted(invited, 'invitation waits', 'invitations wait', 'en')} for a reply`}. That limit belongs to ${name}. The desk cannot change it.`,
    pausedReason: (n: number) =>
      n === 1
        ? 'One person is on a break. You do not see who. That choice is theirs.'
        : `${n} people are on a break. You do not see who. That choice is theirs.`,
    inviteTitle: (name: string) => `Ask ${name}`,
    inviteLead: (name: string) => `${name} gets a mail with a link. Yes or no are both fine, without a reason.`,
    inviteSees: 'Before saying yes somebody sees the question, the themes, the province and the reward. Not who asks.',
    reward: 'What does somebody get for it?',
    rewardHint: 'Without this no invitation leaves. Expenses are the least. Knowledge and time deserve a reward.',
    benefits: 'Mind: a reward can affect a benefit. Look into it together.',
    amount: 'How much, in euros?',
    amountHint: 'With an hourly rate: per hour. Else: for the whole question. For example 60 or 60.50.',
    onPurpose: 'Yes, nothing is given in return on purpose',
    onPurposeHint: 'Only needed when you choose ‘none’.',
    send: 'Send the invitation',
    errors: {
      reward: 'Choose what somebody gets for it.',
      amount: 'Fill in an amount above 0. For example 60 or 60.50.',
      noAmount: 'You chose ‘none’. Then leave the amount empty.',
      onPurpose: 'You chose ‘none’. Tick this when that is on purpose.',
    },
    gone: 'This person cannot be asked now',
    goneSentence: 'Perhaps they are on a break, or have enough questions. That limit is theirs. Choose somebody else.',
    backToTeam: 'Back to the duo',
  },
)
