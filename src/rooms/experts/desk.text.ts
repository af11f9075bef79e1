import { bothLanguages, counted } from '../../lib/words.ts'

/** What coordinators of the desk read about experts. */
export const deskWords = bothLanguages(
  {
    title: 'Ervaringsdeskundigen',
    lead: 'Deze mensen lieten hun profiel zien aan het adviespunt. Wie het langst niet is gevraagd, staat bovenaan.',
    menu: 'Ervaringsdeskundigen',
    filter: {
      heading: 'Kies wie je wilt zien',
      theme: 'Onderwerp',
      role: 'Rol',
      perspective: 'Invalshoek',
      province: 'Wil komen in',
      any: 'Maakt niet uit',
      show: 'Toon',
      clear: 'Toon iedereen',
    },
    count: (n: number) => counted(n, 'persoon', 'mensen'),
    none: 'Niemand past bij deze keuze.',
    noneYet: 'Nog niemand liet een profiel zien aan het adviespunt.',
    noneHint: 'Kies minder, of kijk bij iedereen.',
    paused: (n: number) =>
      n === 1
        ? '1 persoon heeft nu pauze en staat hier niet. Dat is de eigen keuze van die persoon.'
        : `${n} mensen hebben nu pauze en staan hier niet. Dat is hun eigen keuze.`,
    full: (most: number) => `Zit vol. De eigen grens is ${counted(most, 'vraag', 'vragen')} tegelijk.`,
    running: (n: number) =>
      n === 0 ? 'werkt nu aan geen vraag mee' : `meewerkend aan ${counted(n, 'vraag', 'vragen')}`,
    asked: (days: number | null) =>
      days === null
        ? 'nog niet gevraagd'
        : days === 0
          ? 'vandaag gevraagd'
          : days === 1
            ? 'gisteren gevraagd'
            : `laatst gevraagd ${days} dagen geleden`,
    nothing: 'niets gekozen',
    online: 'online',
    profile: {
      name: 'Naam',
      themes: 'Onderwerpen',
      roles: 'Rollen',
      perspectives: 'Invalshoeken',
      places: 'Wil komen in',
      languages: 'Talen',
      ceiling: 'Eigen grens',
      ceilingValue: (most: number) => `hoogstens ${counted(most, 'vraag', 'vragen')} tegelijk`,
      now: 'Nu',
      boundary: 'Doet liever niet',
      whose: 'Deze grenzen zijn van de persoon zelf. Het adviespunt kan ze niet veranderen.',
      trace: 'Deze persoon ziet dat het adviespunt dit profiel opende, en wanneer.',
      back: 'Terug naar de lijst',
      other: 'Profiel',
    },
  },
  {
    title: 'Experts by experience',
    lead: 'These people showed their profile to the advice desk. Who was not asked for the longest time comes first.',
    menu: 'Experts by experience',
    filter: {
      heading: 'Choose whom you want to see',
      theme: 'Theme',
      role: 'Role',
      perspective: 'Perspective',
      province: 'Willing to come to',
      any: 'Does not matter',
      show: 'Show',
      clear: 'Show everybody',
    },
    count: (n: number) => counted(n, 'person', 'people', 'en'),
    none: 'Nobody fits this choice.',
    noneYet: 'Nobody has shown a profile to the advice desk yet.',
    noneHint: 'Choose less, or look at everybody.',
    paused: (n: number) =>
      n === 1
        ? '1 person has a pause now and is not shown here. That is this person’s own choice.'
        : `${n} people have a pause now and are not shown here. That is their own choice.`,
    full: (most: number) => `Full. Their own limit is ${counted(most, 'request', 'requests', 'en')} at the same time.`,
    running: (n: number) =>
      n === 0 ? 'works on no request now' : `working on ${counted(n, 'request', 'requests', 'en')}`,
    asked: (days: number | null) =>
      days === null
        ? 'not asked yet'
        : days === 0
          ? 'asked today'
          : days === 1
            ? 'asked yesterday'
            : `last asked ${days} days ago`,
    nothing: 'nothing chosen',
    online: 'online',
    profile: {
      name: 'Name',
      themes: 'Themes',
      roles: 'Roles',
      perspectives: 'Perspectives',
      places: 'Willing to come to',
      languages: 'Languages',
      ceiling: 'Own limit',
      ceilingValue: (most: number) => `at most ${counted(most, 'request', 'requests', 'en')} at the same time`,
      now: 'Now',
      boundary: 'Would rather not',
      whose: 'These limits are the person’s own. The advice desk cannot change them.',
      trace: 'This person sees that the advice desk opened this profile, and when.',
      back: 'Back to the list',
      other: 'Profile',
    },
  },
)
