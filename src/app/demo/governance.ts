import type { ExpertRoleId } from '../../rooms/terms/public.ts'

/** A seat: who holds it, since when, and where they work among the partners. */
export type DemoSeat = {
  /** Slug of the expert. */
  readonly person: string
  /** The name everybody sees; null for none. */
  readonly shownName: string | null
  readonly sinceDaysAgo: number
  readonly termDays: number
  /** Slugs of partner organisations. */
  readonly employers: readonly string[]
}

export type DemoVote = { readonly person: string; readonly choice: 'yes' | 'no' | 'abstain'; readonly reason: string }

/** What was laid before the seats, and what they said of it. */
export type DemoProposal = {
  /** Slug of the item when it stands on the square; else the draft is here. */
  readonly item:
    | string
    | {
        readonly title: string
        readonly summary: string
        readonly roles: readonly ExpertRoleId[]
        readonly body: string
      }
  readonly organisation: string
  /** Slug of the editor who proposes. */
  readonly editor: string
  readonly changes: string
  readonly reason: string
  readonly daysAgo: number
  readonly votes: readonly DemoVote[]
  readonly decision: { readonly outcome: 'accepted' | 'refused'; readonly by: string; readonly reason: string } | null
}

export const demoSeats: readonly DemoSeat[] = [
  { person: 'marloes-dekker', shownName: 'Marloes Dekker', sinceDaysAgo: 380, termDays: 730, employers: [] },
  { person: 'hassan-yildiz', shownName: null, sinceDaysAgo: 370, termDays: 730, employers: ['collectief-ondervonden'] },
]

export const demoProposals: readonly DemoProposal[] = [
  {
    item: 'rolprofiel-beleidstoetser',
    organisation: 'collectief-ondervonden',
    editor: 'tessa-brouwer',
    changes: 'Er komt een profiel bij voor mensen die beleid toetsen. Organisaties kunnen het overnemen.',
    reason: 'Nu schrijft elke organisatie zelf wat de rol inhoudt, vaak zonder de mensen die hem doen.',
    daysAgo: 215,
    votes: [
      {
        person: 'marloes-dekker',
        choice: 'yes',
        reason: 'Goed dat erin staat wat er niet bij hoort. Dat heb ik zelf gemist toen ik begon.',
      },
      { person: 'hassan-yildiz', choice: 'yes', reason: 'Duidelijk, en je mag het aanpassen.' },
    ],
    decision: {
      outcome: 'accepted',
      by: 'femke-aerts',
      reason: 'Beide zetels zeggen ja. Zij vragen om het profiel na twee jaar samen na te lopen.',
    },
  },
  {
    item: 'profiel-ervaringsdeskundige-sociaal-team',
    organisation: 'collectief-ondervonden',
    editor: 'tessa-brouwer',
    changes: 'Er komt een profiel bij voor een ervaringsdeskundige in een sociaal team, met wat er niet bij hoort.',
    reason: 'Sociale teams vragen erom, en nu krijgen mensen taken die niet bij hen horen.',
    daysAgo: 125,
    votes: [
      { person: 'marloes-dekker', choice: 'yes', reason: 'De uren en het loon staan erin. Dat voorkomt veel gedoe.' },
      {
        person: 'hassan-yildiz',
        choice: 'abstain',
        reason: 'Ik werkte mee aan de tekst. Ik vind dat een ander moet oordelen.',
      },
    ],
    decision: { outcome: 'accepted', by: 'femke-aerts', reason: 'Een zetel zegt ja, niemand zegt nee.' },
  },
  {
    item: {
      title: 'Rolprofiel: rolmodel tegen stigma',
      summary: 'Wat doet iemand die met het eigen verhaal vooroordelen kleiner maakt? Een profiel dat nog niet af is.',
      roles: ['antiStigmaRoleModel'],
      body: 'Een rolmodel vertelt op scholen en bij werkgevers over het eigen leven.\n\n## Taken\n\n- een verhaal voorbereiden en vertellen;\n- vragen beantwoorden, ook lastige.\n\n## Wat de organisatie doet\n\nDe organisatie kiest de plekken en plant de afspraken.',
    },
    organisation: 'naastenvereniging-schouder',
    editor: 'rachid-el-amrani',
    changes: 'Er komt een profiel bij voor mensen die hun verhaal vertellen om vooroordelen kleiner te maken.',
    reason: 'Scholen vragen ons vaak om zo iemand.',
    daysAgo: 60,
    votes: [
      {
        person: 'marloes-dekker',
        choice: 'no',
        reason: 'Er staat niets over nazorg en niets over betaling. Wie zijn verhaal vertelt, heeft beide nodig.',
      },
      { person: 'hassan-yildiz', choice: 'abstain', reason: 'Ik doe dit werk niet. Vraag het aan wie het wel doet.' },
    ],
    decision: {
      outcome: 'refused',
      by: 'femke-aerts',
      reason: 'Er is geen ja. De zetels vragen om eerst nazorg en beloning te beschrijven.',
    },
  },
  {
    item: {
      title: 'Rolprofiel: trainer met eigen ervaring',
      summary:
        'Wat doet een trainer die lesgeeft vanuit eigen ervaring, en wat heeft die nodig? Een profiel om samen af te maken.',
      roles: ['trainerEducator'],
      body: 'Dit profiel is voor opleidingen die met een ervaringsdeskundige trainer gaan werken.\n\n## Taken\n\n- lessen maken en geven, samen met een docent;\n- met studenten praten over wat helpt en wat niet.\n\n## Wat nodig is\n\n- een vaste plek in het docententeam;\n- intervisie met andere ervaringsdeskundigen;\n- loon dat past bij het werk.',
    },
    organisation: 'kennishuis-lindenhof',
    editor: 'ineke-vos',
    changes: 'Er komt een profiel bij voor ervaringsdeskundigen die lesgeven.',
    reason: 'Drie opleidingen vroegen ernaar in het afgelopen half jaar.',
    daysAgo: 3,
    votes: [
      { person: 'marloes-dekker', choice: 'yes', reason: 'Vooral het stuk over loon en intervisie vind ik goed.' },
    ],
    decision: null,
  },
]

export type DemoVision = {
  readonly by: string
  readonly daysAgo: number
  readonly text: string
  readonly why: string
  /** By slug of the organisation; the editor who says so, and the point it does not agree with. */
  readonly positions: readonly {
    readonly organisation: string
    readonly editor: string
    readonly exception: string | null
  }[]
}

export const demoVisions: readonly DemoVision[] = [
  {
    by: 'ineke-vos',
    daysAgo: 300,
    text: 'Ervaringsdeskundigheid is een vak. Wie het uitoefent, verdient scholing, een plek en een beloning.\n\nWij delen wat wij weten en laten ervaringsdeskundigen meebeslissen.',
    why: 'De eerste versie, geschreven na drie avonden met partners en ervaringsdeskundigen.',
    positions: [
      { organisation: 'kennishuis-lindenhof', editor: 'ineke-vos', exception: null },
      {
        organisation: 'collectief-ondervonden',
        editor: 'tessa-brouwer',
        exception:
          'Meebeslissen staat hier te zacht. Wij willen dat er zonder ervaringsdeskundigen niets over hen verandert.',
      },
    ],
  },
  {
    by: 'tessa-brouwer',
    daysAgo: 120,
    text: 'Ervaringsdeskundigheid is een vak. Wie het uitoefent, verdient scholing, een plek en een beloning.\n\nWij delen wat wij weten, ook wat niet lukte.\n\nErvaringsdeskundigen hebben zetels. Wat over hen gaat, verandert niet zonder het ja van minstens één van hen.\n\nNaasten hebben eigen kennis. Die staat naast die van cliënten, niet in plaats ervan.',
    why: 'De zetels staan er nu in, en de kennis van naasten heeft een eigen plek.',
    positions: [
      { organisation: 'kennishuis-lindenhof', editor: 'ineke-vos', exception: null },
      { organisation: 'collectief-ondervonden', editor: 'tessa-brouwer', exception: null },
      {
        organisation: 'naastenvereniging-schouder',
        editor: 'rachid-el-amrani',
        exception:
          'Wij vinden dat ook naasten een zetel moeten kunnen hebben, niet alleen mensen die zelf hulp kregen.',
      },
    ],
  },
]
