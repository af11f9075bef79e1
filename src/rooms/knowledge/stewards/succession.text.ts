import { bothLanguages, counted } from '../../../lib/words.ts'

type Cause = 'not-ours' | 'ended' | 'no-editor'
type PerCause = Readonly<Record<Cause, string>>
type Outcome = 'others-stay' | 'taken' | 'stays' | 'withdrawn' | 'open'

/** The sentences about a steward that leaves, and who takes over. */
export const successionWords = bothLanguages(
  {
    title: 'Zoekt een organisatie',
    lead: 'De organisatie die voor deze items zorgt, stopt ermee. Neemt jouw organisatie er een over? Tot die dag blijft het item bij wie er nu voor zorgt.',
    leadAdministrator:
      'De organisatie die voor deze items zorgt, stopt ermee of doet niet meer mee. Redacteuren van partners kunnen een item overnemen.',
    none: 'Er zoekt nu niets een organisatie',
    noneSentence: 'Voor alles op het plein zorgt iemand.',
    toWanted: 'Items die een organisatie zoeken',
    causes: {
      'not-ours': 'Stopt ermee',
      ended: 'Doet niet meer mee met het plein',
      'no-editor': 'Heeft geen redacteur meer',
    } satisfies PerCause as PerCause,
    now: 'Zorgt er nu voor',
    why: 'Waarom',
    since: 'Zoekt sinds',
    taken: 'Wordt overgenomen',
    takenBy: (name: string, day: string) => `${name}, vanaf ${day}`,
    read: 'Lees het item',
    day: 'Vanaf welke dag?',
    dayHint: 'Vandaag, of een dag in de komende drie maanden.',
    behalf: 'Namens',
    takeOver: 'Wij nemen dit over',
    yours: 'Dit is van jullie eigen organisatie. Blijven jullie toch? Zeg dat bij het item.',
    stopTitle: 'Stoppen jullie met dit item?',
    stopHint:
      'Zorgt er nog een organisatie voor? Dan zijn jullie er meteen uit. Anders blijft het item van jullie tot een ander het overneemt.',
    stopWhy: 'Waarom stoppen jullie?',
    stopWhyHint: 'Redacteuren van alle partners lezen dit.',
    stopFor: 'Wie stopt?',
    stop: 'Wij stoppen hiermee',
    wantedHere: (name: string) => `${name} stopt met dit item. Wij zoeken een andere organisatie.`,
    takenHere: (name: string, day: string) => `${name} neemt dit item over vanaf ${day}.`,
    stay: 'Wij blijven toch',
    publicTitle: 'Hiervoor zoeken we een organisatie',
    public: {
      leaving:
        'De organisatie die voor deze tekst zorgt, stopt daarmee. Tot een ander het overneemt, blijft de tekst staan.',
      ended: 'De organisatie die voor deze tekst zorgde, doet niet meer mee. Wij zoeken een andere.',
    } satisfies Record<'leaving' | 'ended', string>,
    decision: (outcome: Outcome, taker: string | null): string =>
      ({
        'others-stay': 'Zorgt niet meer voor dit item; de anderen gaan door',
        taken: `Zorgt niet meer voor dit item; overgenomen door ${taker ?? ''}`,
        stays: 'Blijft toch voor dit item zorgen',
        withdrawn: 'Stopte; het item is teruggehaald',
        open: 'Stopt ermee; wij zoeken een ander',
      })[outcome],
    byCause: {
      'not-ours': '',
      ended: 'De organisatie doet niet meer mee met het plein.',
      'no-editor': 'De organisatie heeft geen redacteur meer.',
    } satisfies PerCause as PerCause,
    wantedLetter: {
      subject: 'Kennis die een organisatie zoekt',
      greeting: 'Hallo,',
      count: (n: number) =>
        `${counted(n, 'item op het plein zoekt', 'items op het plein zoeken')} een organisatie. Wie er nu voor zorgt, stopt ermee.`,
      how: 'Op de pagina zie je welke dat zijn. Met één druk neemt je organisatie een item over.',
      button: 'Bekijk wat een organisatie zoekt',
    },
    foundLetter: {
      subject: 'Een item van jullie wordt overgenomen',
      greeting: 'Beste redacteur,',
      who: (name: string, day: string) => `${name} zorgt vanaf ${day} voor een item waar jullie mee stoppen.`,
      how: 'Tot die dag blijft het van jullie. Jullie hoeven niets te doen.',
      button: 'Bekijk het item op het plein',
    },
  },
  {
    title: 'Looking for an organisation',
    lead: 'The organisation that looks after these items stops. Does your organisation take one over? Until that day the item stays with who looks after it now.',
    leadAdministrator:
      'The organisation that looks after these items stops or takes part no more. Editors of partners can take an item over.',
    none: 'Nothing is looking for an organisation now',
    noneSentence: 'Somebody looks after everything on the square.',
    toWanted: 'Items that look for an organisation',
    causes: {
      'not-ours': 'Stops',
      ended: 'Takes part in the square no more',
      'no-editor': 'Has no editor any more',
    } satisfies PerCause as PerCause,
    now: 'Looks after it now',
    why: 'Why',
    since: 'Looking since',
    taken: 'Will be taken over',
    takenBy: (name: string, day: string) => `${name}, from ${day}`,
    read: 'Read the item',
    day: 'From which day?',
    dayHint: 'Today, or a day in the coming three months.',
    behalf: 'On behalf of',
    takeOver: 'We take this over',
    yours: 'This is of your own organisation. Do you stay after all? Say so at the item.',
    stopTitle: 'Do you stop with this item?',
    stopHint:
      'Does another organisation look after it too? Then you are out at once. Else the item stays yours until another takes it over.',
    stopWhy: 'Why do you stop?',
    stopWhyHint: 'Editors of all partners read this.',
    stopFor: 'Who stops?',
    stop: 'We stop with this',
    wantedHere: (name: string) => `${name} stops with this item. We look for another organisation.`,
    takenHere: (name: string, day: string) => `${name} takes this item over from ${day}.`,
    stay: 'We stay after all',
    publicTitle: 'We look for an organisation for this',
    public: {
      leaving:
        'The organisation that looks after this text stops doing so. The text stays until another takes it over.',
      ended: 'The organisation that looked after this text takes part no more. We look for another.',
    },
    decision: (outcome: Outcome, taker: string | null): string =>
      ({
        'others-stay': 'Looks after this item no more; the others go on',
        taken: `Looks after this item no more; taken over by ${taker ?? ''}`,
        stays: 'Goes on looking after this item after all',
        withdrawn: 'Stopped; the item was withdrawn',
        open: 'Stops; we look for another',
      })[outcome],
    byCause: {
      'not-ours': '',
      ended: 'The organisation takes part in the square no more.',
      'no-editor': 'The organisation has no editor any more.',
    } satisfies PerCause as PerCause,
    wantedLetter: {
      subject: 'Knowledge that looks for an organisation',
      greeting: 'Hello,',
      count: (n: number) =>
        `${counted(n, 'item on the square looks', 'items on the square look', 'en')} for an organisation. Who looks after it now, stops.`,
      how: 'On the page you see which. With one press your organisation takes an item over.',
      button: 'See what looks for an organisation',
    },
    foundLetter: {
      subject: 'An item of yours is taken over',
      greeting: 'Dear editor,',
      who: (name: string, day: string) => `${name} looks after an item from ${day} that you stop with.`,
      how: 'Until that day it stays yours. You need not do anything.',
      button: 'See the item on the square',
    },
  },
)
