import { bothLanguages } from '../../lib/words.ts'

/** Where a request stands, and what somebody reads who pressed too late. */
export const standingWords = bothLanguages(
  {
    now: 'Zo staat het er nu voor',
    state: 'Stand',
    since: 'Sinds',
    holder: 'Wie houdt de vraag vast',
    nobody: 'Nog niemand',
    you: 'Jij',
    desk: 'Het adviespunt',
    kept: 'Dit had je geschreven',
    keptHint: 'Je tekst is niet bewaard bij de vraag. Kopieer hem als je hem nog nodig hebt.',
    look: 'Bekijk de vraag zoals die nu is',
  },
  {
    now: 'This is where it stands now',
    state: 'State',
    since: 'Since',
    holder: 'Who holds the question',
    nobody: 'Nobody yet',
    you: 'You',
    desk: 'The desk',
    kept: 'This is what you wrote',
    keptHint: 'Your text was not saved with the question. Copy it if you still need it.',
    look: 'Look at the question as it is now',
  },
)

/** The conversation as one line of time. */
export const timelineWords = bothLanguages(
  {
    requester: 'De vrager',
    desk: 'Het adviespunt',
    expert: 'Iemand van het duo',
    system: 'Ervaringsplein',
    you: 'jij',
    everyone: 'Bericht: de vrager leest dit',
    team: 'Notitie: het duo en het adviespunt',
    deskOnly: 'Notitie: alleen het adviespunt',
    session: 'Bijeenkomst',
    step: 'Stap',
    minutes: (n: number) => `${n} minuten`,
    byTime: 'Dit ging vanzelf, omdat de tijd om was.',
    empty: 'Er is nog niets gezegd.',
    first: 'De vraag is gesteld',
  },
  {
    requester: 'The requester',
    desk: 'The desk',
    expert: 'Somebody of the duo',
    system: 'Ervaringsplein',
    you: 'you',
    everyone: 'Message: the requester reads this',
    team: 'Note: the duo and the desk',
    deskOnly: 'Note: the desk only',
    session: 'Meeting',
    step: 'Step',
    minutes: (n: number) => `${n} minutes`,
    byTime: 'This went by itself: the time was over.',
    empty: 'Nothing was said yet.',
    first: 'The question was asked',
  },
)
