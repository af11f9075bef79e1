import type { OrganisationTypeId } from '../../rooms/terms/public.ts'

export type DemoOrganisation = {
  readonly slug: string
  readonly name: string
  readonly type: OrganisationTypeId
  /** CBS code of the municipality where it is at home. */
  readonly municipality: string
  /** A partner publishes knowledge; a requester only asks. */
  readonly part: 'partner' | 'requester'
  readonly about: string
}

/** The organisations of the demo network. The places exist, the organisations are invented. */
export const demoOrganisations: readonly DemoOrganisation[] = [
  {
    slug: 'kennishuis-lindenhof',
    name: 'Kennishuis Lindenhof',
    type: 'knowledgeInstitute',
    municipality: 'GM0344',
    part: 'partner',
    about: 'Verzamelt wat bekend is over ervaringskennis en maakt er bruikbare handreikingen van.',
  },
  {
    slug: 'naastenvereniging-schouder',
    name: 'Naastenvereniging Schouder',
    type: 'relativesOrganisation',
    municipality: 'GM0193',
    part: 'partner',
    about: 'Vereniging van ouders, partners, broers, zussen en vrienden van mensen die hulp krijgen.',
  },
  {
    slug: 'collectief-ondervonden',
    name: 'Collectief Ondervonden',
    type: 'expertsOrganisation',
    municipality: 'GM0772',
    part: 'partner',
    about: 'Organisatie van en voor ervaringsdeskundigen. Zij delen kennis en passen op elkaar.',
  },
  {
    slug: 'wijkwerk-zonnehoek',
    name: 'Wijkwerk Zonnehoek',
    type: 'socialWorkOrganisation',
    municipality: 'GM0855',
    part: 'requester',
    about: 'Sociaal werk in vier wijken.',
  },
  {
    slug: 'opvang-de-kade',
    name: 'Opvang De Kade',
    type: 'homelessShelter',
    municipality: 'GM0014',
    part: 'requester',
    about: 'Opvang en begeleiding van dakloze mensen.',
  },
  {
    slug: 'sociaal-team-singelkwartier',
    name: 'Sociaal Team Singelkwartier',
    type: 'municipality',
    municipality: 'GM0546',
    part: 'requester',
    about: 'Gemeentelijk team voor vragen over zorg, werk en geld.',
  },
  {
    slug: 'oudergroep-thuiskomst',
    name: 'Oudergroep Thuiskomst',
    type: 'relativesOrganisation',
    municipality: 'GM0599',
    part: 'requester',
    about: 'Ouders van jongeren die geen vaste woonplek hebben of hadden.',
  },
  {
    slug: 'woonbegeleiding-esdoorn',
    name: 'Woonbegeleiding Esdoorn',
    type: 'supportedHousing',
    municipality: 'GM0202',
    part: 'requester',
    about: 'Begeleid wonen in kleine groepen en in de wijk.',
  },
  {
    slug: 'vrouwenopvang-de-luwte',
    name: 'Vrouwenopvang De Luwte',
    type: 'womensShelter',
    municipality: 'GM0392',
    part: 'requester',
    about: 'Veilige opvang en hulp na geweld in huis.',
  },
  {
    slug: 'adviesraad-waterkant',
    name: 'Adviesraad Waterkant',
    type: 'advisoryCouncil',
    municipality: 'GM0034',
    part: 'requester',
    about: 'Inwoners die de gemeente advies geven over zorg en inkomen.',
  },
  {
    slug: 'hogeschool-noorderduin',
    name: 'Hogeschool Noorderduin',
    type: 'educationProvider',
    municipality: 'GM0080',
    part: 'requester',
    about: 'Opleidingen voor sociaal werk.',
  },
]
