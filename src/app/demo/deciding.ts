/** What the partners of the demo network decide together: one item waits for a second yes, one looks for a steward. */
export const demoShared = {
  item: 'geen-etalage',
  rule: {
    by: { editor: 'tessa-brouwer', organisation: 'collectief-ondervonden' },
    why: 'Dit stuk is van ons beiden. Dan kijken we er ook beiden naar.',
    yes: { editor: 'rachid-el-amrani', why: 'Mee eens. Zo blijft het ook van ons.' },
    daysAgo: 40,
  },
  change: {
    summary:
      'Een foto in het jaarverslag is nog geen samenwerking. Zeven signalen van schijn, en bij elk een eerste stap.',
    why: 'De samenvatting zegt nu wat een lezer eraan heeft.',
    daysAgo: 3,
  },
} as const

/** A steward that stops, and nobody took over yet. */
export const demoLeaving = {
  item: 'podcast-naasten-aan-tafel',
  editor: 'rachid-el-amrani',
  organisation: 'naastenvereniging-schouder',
  why: 'Wij maken deze podcast niet meer. Wie er nog naar luistert, verdient iemand die het bijhoudt.',
  daysAgo: 5,
} as const

/** A change that an expert suggests, and nobody decided about yet. */
export const demoSuggestion = {
  item: 'buurtteam-met-twee-ervaringsdeskundigen',
  person: 'marloes-dekker',
  fields: {
    summary:
      'Een sociaal team nam twee ervaringsdeskundigen in dienst. Zo pakten ze het samen aan, en dit ging eerst mis.',
    'part:needs': `- Geld voor minstens twee jaar. Een potje voor een half jaar is te kort.
- Een leidinggevende die weet wat het werk vraagt, en er tijd voor heeft.
- Contact met ervaringsdeskundigen buiten de eigen organisatie.
- Een vaste plek in het overleg, vanaf de eerste dag.`,
  },
  why: 'Ik werkte zelf in zo’n team. Tijd van de leidinggevende en een plek in het overleg maakten daar het verschil.',
  daysAgo: 2,
} as const

/** A rule that one steward proposes for an item of two, and the other did not answer yet. */
export const demoWantedRule = {
  item: 'congres-samen-sterker',
  editor: 'tessa-brouwer',
  organisation: 'collectief-ondervonden',
  why: 'Het congres is van ons samen. Laten wij de tekst dan ook samen goedkeuren.',
  daysAgo: 2,
} as const
