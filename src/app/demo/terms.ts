/** What a partner of the demo network says about a word; `by` is one of its editors. */
type Said = { readonly organisation: string; readonly by: string; readonly daysAgo: number }

export type DemoMeaning = Said & {
  readonly term: string
  readonly nl: string
  readonly en: string | null
  readonly source: string
  /** Proposed as what the plein works with, and what the others said to that; null: it stands beside the other. */
  readonly proposed: {
    readonly reason: string
    readonly voices: readonly (Said & { readonly objection: string | null })[]
  } | null
}

const lindenhof = { organisation: 'kennishuis-lindenhof', by: 'ineke-vos' }
const schouder = { organisation: 'naastenvereniging-schouder', by: 'rachid-el-amrani' }
const ondervonden = { organisation: 'collectief-ondervonden', by: 'tessa-brouwer' }

/** One word that partners do not agree about, one that they do, and one that simply has two meanings. */
export const demoMeanings: readonly DemoMeaning[] = [
  {
    ...ondervonden,
    daysAgo: 60,
    term: 'ervaringsdeskundige',
    nl: 'Iemand die een ontwrichtende tijd heeft meegemaakt, daar met anderen kennis van heeft gemaakt, en heeft geleerd die in te zetten.',
    en: 'Someone who went through disruption, made knowledge of it together with others, and learned to put that to use.',
    source: 'Ledenraad van Collectief Ondervonden, 2026',
    proposed: {
      reason: 'Kennis maak je samen. Dat ontbreekt in de uitleg waar wij nu mee werken.',
      voices: [
        {
          ...schouder,
          daysAgo: 52,
          objection: 'Naasten staan er niet in. Ook zij maken kennis van wat zij meemaken.',
        },
      ],
    },
  },
  {
    ...schouder,
    daysAgo: 50,
    term: 'ervaringsdeskundige',
    nl: 'Iemand die zelf of als naaste een ontwrichtende tijd meemaakte, en die ervaring gebruikt om anderen te steunen.',
    en: null,
    source: 'Werkgroep taal van Naastenvereniging Schouder, 2026',
    proposed: null,
  },
  {
    ...lindenhof,
    daysAgo: 90,
    term: 'ervaringswerker',
    nl: 'Iemand die met een arbeidscontract werkt vanwege eigen ervaring. Niet elke ervaringswerker is opgeleid als ervaringsdeskundige.',
    en: 'Someone employed because of own experience. Not every lived-experience worker was trained as an expert by experience.',
    source: 'Rondgang langs tien organisaties, Kennishuis Lindenhof, 2025',
    proposed: {
      reason: 'Deze uitleg zegt ook wat een ervaringswerker niet hoeft te zijn.',
      voices: [{ ...ondervonden, daysAgo: 84, objection: null }],
    },
  },
  {
    ...lindenhof,
    daysAgo: 40,
    term: 'herstel',
    nl: 'Wat iemand zelf doet om weer een leven te leiden dat de moeite waard is, met of zonder klachten.',
    en: 'What a person does to lead a life that is worth it again, with or without complaints.',
    source: 'Gesprekken met bezoekers, Kennishuis Lindenhof, 2026',
    proposed: null,
  },
]

/** A word of the network that went out of use, with the word to use instead. */
export const demoRetired = {
  ...lindenhof,
  daysAgo: 120,
  label: { nl: 'ervarist', en: 'experientialist' },
  nl: 'Iemand die zijn ervaring inzet. Een tijd lang gebruikten enkele organisaties dit woord.',
  source: 'Nieuwsbrief van Kennishuis Lindenhof, 2024',
  successor: 'ervaringsdeskundige',
  reason: 'Bijna niemand gebruikt dit woord nog. Het maakt het gesprek onduidelijk.',
  agreedBy: { ...ondervonden, daysAgo: 110 },
}
