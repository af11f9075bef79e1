/** What a person of the demo network may do. An expert has a profile in experts.ts as well. */
type DemoPermission =
  | { readonly kind: 'administrator' | 'coordinator' | 'expert' | 'researcher' }
  | { readonly kind: 'editor'; readonly organisation: string }

export type DemoPerson = {
  readonly slug: string
  readonly name: string
  readonly email: string
  readonly lang: 'nl' | 'en'
  readonly permissions: readonly DemoPermission[]
  /** What there is to see when one signs in as this person, for the page with demo people. */
  readonly toTry: { readonly nl: string; readonly en: string }
}

/** Somebody who asks a question. Requesters have no account. */
export type DemoRequester = {
  readonly slug: string
  readonly name: string
  readonly email: string
  readonly lang: 'nl' | 'en'
  /** Slug of an organisation; null when somebody asks for themselves. */
  readonly organisation: string | null
}

const expert = (slug: string, name: string, nl: string, en: string, lang: 'nl' | 'en' = 'nl'): DemoPerson => ({
  slug,
  name,
  email: `${slug}@plein.example`,
  lang,
  permissions: [{ kind: 'expert' }],
  toTry: { nl, en },
})

/** The people with an account. All of them are invented. */
export const demoPeople: readonly DemoPerson[] = [
  {
    slug: 'femke-aerts',
    name: 'Femke Aerts',
    email: 'femke-aerts@plein.example',
    lang: 'nl',
    permissions: [{ kind: 'administrator' }],
    toTry: { nl: 'Beheert mensen, organisaties en de post.', en: 'Looks after people, organisations and mail.' },
  },
  {
    slug: 'joost-hellinga',
    name: 'Joost Hellinga',
    email: 'joost-hellinga@plein.example',
    lang: 'nl',
    permissions: [{ kind: 'coordinator' }],
    toTry: { nl: 'Verdeelt de vragen en zoekt een duo.', en: 'Sorts the questions and finds a duo.' },
  },
  {
    slug: 'samira-bouzid',
    name: 'Samira Bouzid',
    email: 'samira-bouzid@plein.example',
    lang: 'nl',
    permissions: [{ kind: 'coordinator' }],
    toTry: { nl: 'De tweede coördinator van het adviespunt.', en: 'The second coordinator of the desk.' },
  },
  {
    slug: 'mariska-de-groot',
    name: 'Mariska de Groot',
    email: 'mariska-de-groot@plein.example',
    lang: 'nl',
    permissions: [{ kind: 'researcher' }],
    toTry: { nl: 'Maakt vragenlijsten en houdt peilingen.', en: 'Makes questionnaires and holds polls.' },
  },
  {
    slug: 'olivier-maes',
    name: 'Olivier Maes',
    email: 'olivier-maes@plein.example',
    lang: 'nl',
    permissions: [{ kind: 'researcher' }],
    toTry: {
      nl: 'De tweede onderzoeker: kijkt na voordat iets naar buiten gaat.',
      en: 'The second researcher: checks before anything is let out.',
    },
  },
  {
    slug: 'ineke-vos',
    name: 'Ineke Vos',
    email: 'ineke-vos@plein.example',
    lang: 'nl',
    permissions: [{ kind: 'editor', organisation: 'kennishuis-lindenhof' }],
    toTry: {
      nl: 'Schrijft en publiceert voor Kennishuis Lindenhof.',
      en: 'Writes and publishes for Kennishuis Lindenhof.',
    },
  },
  {
    slug: 'rachid-el-amrani',
    name: 'Rachid el Amrani',
    email: 'rachid-el-amrani@plein.example',
    lang: 'nl',
    permissions: [{ kind: 'editor', organisation: 'naastenvereniging-schouder' }],
    toTry: { nl: 'Publiceert voor de vereniging van naasten.', en: 'Publishes for the association of relatives.' },
  },
  {
    slug: 'tessa-brouwer',
    name: 'Tessa Brouwer',
    email: 'tessa-brouwer@plein.example',
    lang: 'nl',
    permissions: [{ kind: 'editor', organisation: 'collectief-ondervonden' }, { kind: 'expert' }],
    toTry: {
      nl: 'Is redacteur en ook ervaringsdeskundige: twee rollen, één persoon.',
      en: 'Is an editor and an expert by experience too: two roles, one person.',
    },
  },
  expert('marloes-dekker', 'Marloes Dekker', 'Schrijft met Hassan aan een antwoord.', 'Writes an answer with Hassan.'),
  expert(
    'hassan-yildiz',
    'Hassan Yildiz',
    'Werkt aan een grote vraag met bijeenkomsten.',
    'Works on a large question with sessions.',
  ),
  expert(
    'petra-van-loon',
    'Petra van Loon',
    'Is moeder en denkt mee als naaste.',
    'Is a mother and thinks along as a relative.',
  ),
  expert(
    'dennis-koster',
    'Dennis Koster',
    'Heeft genoeg te doen: zijn grens is bereikt.',
    'Has enough to do: his limit is reached.',
  ),
  expert(
    'winnie-sarpong',
    'Winnie Sarpong',
    'Denkt mee over beleid en spreekt Engels.',
    'Thinks along on policy and speaks English.',
    'en',
  ),
  expert(
    'karel-smit',
    'Karel Smit',
    'Heeft pauze genomen en krijgt geen vragen.',
    'Has taken a break and gets no questions.',
  ),
  expert(
    'noor-jacobs',
    'Noor Jacobs',
    'Heeft een uitnodiging die nog open staat.',
    'Has an invitation that is still open.',
  ),
  expert(
    'gerda-huisman',
    'Gerda Huisman',
    'Is naaste en heeft een antwoord gegeven.',
    'Is a relative and has given an answer.',
  ),
  expert(
    'amanuel-tesfay',
    'Amanuel Tesfay',
    'Weet veel van opnieuw beginnen in Nederland.',
    'Knows about starting anew in the Netherlands.',
    'en',
  ),
  expert(
    'robin-de-wit',
    'Robin de Wit',
    'Staat in het systeem onder een zelfgekozen naam.',
    'Is known under a name of their own choice.',
  ),
  expert(
    'yvonne-claassen',
    'Yvonne Claassen',
    'Heeft een vraag afgerond en kijkt terug.',
    'Has finished a question and looks back.',
  ),
  expert('bram-postma', 'Bram Postma', 'Doet mee als er een kleine vraag is.', 'Joins when there is a small question.'),
  expert('sjoerd-wiersma', 'Sjoerd Wiersma', 'Heeft pauze tot na de winter.', 'Takes a break until after the winter.'),
]

/** The people who asked something. All of them are invented. */
export const demoRequesters: readonly DemoRequester[] = [
  {
    slug: 'anouk-terpstra',
    name: 'Anouk Terpstra',
    email: 'anouk@wijkwerk-zonnehoek.example',
    lang: 'nl',
    organisation: 'wijkwerk-zonnehoek',
  },
  {
    slug: 'ivo-brandsma',
    name: 'Ivo Brandsma',
    email: 'ivo@opvang-de-kade.example',
    lang: 'nl',
    organisation: 'opvang-de-kade',
  },
  {
    slug: 'leila-nasser',
    name: 'Leila Nasser',
    email: 'leila@opvang-de-kade.example',
    lang: 'nl',
    organisation: 'opvang-de-kade',
  },
  {
    slug: 'wouter-van-dam',
    name: 'Wouter van Dam',
    email: 'wouter@singelkwartier.example',
    lang: 'nl',
    organisation: 'sociaal-team-singelkwartier',
  },
  {
    slug: 'carla-meinders',
    name: 'Carla Meinders',
    email: 'carla@oudergroep-thuiskomst.example',
    lang: 'nl',
    organisation: 'oudergroep-thuiskomst',
  },
  {
    slug: 'fatih-kaya',
    name: 'Fatih Kaya',
    email: 'fatih@woonbegeleiding-esdoorn.example',
    lang: 'nl',
    organisation: 'woonbegeleiding-esdoorn',
  },
  {
    slug: 'els-rietveld',
    name: 'Els Rietveld',
    email: 'els@vrouwenopvang-de-luwte.example',
    lang: 'nl',
    organisation: 'vrouwenopvang-de-luwte',
  },
  {
    slug: 'henk-ottens',
    name: 'Henk Ottens',
    email: 'henk@adviesraad-waterkant.example',
    lang: 'nl',
    organisation: 'adviesraad-waterkant',
  },
  {
    slug: 'maud-venema',
    name: 'Maud Venema',
    email: 'maud@hogeschool-noorderduin.example',
    lang: 'nl',
    organisation: 'hogeschool-noorderduin',
  },
  {
    slug: 'julia-novak',
    name: 'Julia Novak',
    email: 'julia@noorderduin-students.example',
    lang: 'en',
    organisation: 'hogeschool-noorderduin',
  },
  { slug: 'theo-blom', name: 'Theo Blom', email: 'theo-blom@post.example', lang: 'nl', organisation: null },
]
