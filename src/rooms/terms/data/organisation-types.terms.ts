import { termOf } from '../term.rules.ts'

const organisationType = termOf('organisationType')

/** Kinds of organisations that ask, give or carry. */
export const organisationTypes = [
  organisationType({
    id: 'municipality',
    slug: 'gemeente',
    nl: ['gemeente', 'Het bestuur van een stad of dorp. De gemeente regelt veel hulp en steun voor inwoners.'],
    en: ['municipality', 'The local government of a town. It arranges much of the help and support for residents.'],
    also: { nl: ['gemeentebestuur', 'lokale overheid'], en: ['local authority', 'city council'] },
  }),
  organisationType({
    id: 'clientOrganisation',
    slug: 'clientenorganisatie',
    nl: ['cliëntenorganisatie', 'Een organisatie van en voor mensen die hulp of zorg krijgen of kregen.'],
    en: ['client organisation', 'An organisation of and for people who receive or received help or care.'],
    also: {
      nl: ['patiëntenorganisatie', 'patiëntenvereniging', 'cliëntenbeweging'],
      en: ['user-led organisation', 'patient organisation'],
    },
    hidden: ['clientorganisatie'],
  }),
  organisationType({
    id: 'relativesOrganisation',
    slug: 'naastenorganisatie',
    nl: ['naastenorganisatie', 'Een organisatie van en voor familie en vrienden van mensen die hulp nodig hebben.'],
    en: ['relatives’ organisation', 'An organisation of and for family and friends of people who need help.'],
    also: {
      nl: ['familieorganisatie', 'familievereniging', 'oudervereniging'],
      en: ['family organisation', 'carers’ organisation'],
    },
  }),
  organisationType({
    id: 'socialWorkOrganisation',
    slug: 'sociaalwerkorganisatie',
    nl: ['sociaalwerkorganisatie', 'Een organisatie voor welzijn en maatschappelijk werk in de buurt.'],
    en: ['social work organisation', 'An organisation for welfare and social work in the neighbourhood.'],
    also: {
      nl: ['welzijnsorganisatie', 'sociaal werk', 'maatschappelijk werk', 'welzijnswerk'],
      en: ['welfare organisation', 'social work'],
    },
  }),
  organisationType({
    id: 'womensShelter',
    slug: 'vrouwenopvang',
    nl: [
      'vrouwenopvang',
      'Een veilige plek en hulp voor mensen die thuis niet veilig zijn door geweld. Ook mannen en kinderen kunnen er terecht.',
    ],
    en: [
      'shelter for victims of violence',
      'A safe place and help for people who are not safe at home because of violence. Men and children can go there too.',
    ],
    also: {
      nl: ['blijf-van-mijn-lijfhuis', 'opvang bij huiselijk geweld', 'mannenopvang', 'Oranje Huis'],
      en: ['women’s shelter', 'refuge'],
    },
    related: ['domesticViolence'],
  }),
  organisationType({
    id: 'homelessShelter',
    slug: 'maatschappelijke-opvang',
    nl: ['maatschappelijke opvang', 'Een plek om te slapen en hulp voor mensen zonder huis.'],
    en: ['homeless shelter', 'A place to sleep and help for people without a home.'],
    also: {
      nl: ['daklozenopvang', 'nachtopvang', 'dagopvang voor dakloze mensen', 'opvang voor dakloze mensen'],
      en: ['shelter', 'night shelter'],
    },
    related: ['homelessness', 'centreMunicipality'],
  }),
  organisationType({
    id: 'supportedHousing',
    slug: 'organisatie-voor-beschermd-wonen',
    nl: ['organisatie voor beschermd en begeleid wonen', 'Een organisatie die wonen met begeleiding biedt.'],
    en: ['supported housing provider', 'An organisation that offers housing with support.'],
    also: { nl: ['RIBW', 'woonvoorziening'], en: ['sheltered housing provider'] },
    related: ['shelteredHousing', 'supportedLiving'],
  }),
  organisationType({
    id: 'mentalHealthProvider',
    slug: 'ggz-instelling',
    nl: ['ggz-instelling', 'Een instelling die behandeling en steun geeft bij psychische klachten.'],
    en: ['mental health provider', 'An institution that gives treatment and support for mental health problems.'],
    also: {
      nl: ['psychiatrische instelling', 'psychiatrisch ziekenhuis', 'FACT-team'],
      en: ['mental health trust', 'psychiatric hospital'],
    },
    related: ['mentalHealth'],
  }),
  organisationType({
    id: 'addictionCare',
    slug: 'verslavingszorg',
    nl: ['verslavingszorg', 'Hulp, behandeling en steun voor mensen met een verslaving.'],
    en: ['addiction care', 'Help, treatment and support for people with an addiction.'],
    also: { nl: ['verslavingskliniek', 'instelling voor verslavingszorg'], en: ['rehab', 'addiction service'] },
    related: ['addiction'],
  }),
  organisationType({
    id: 'youthCare',
    slug: 'jeugdhulp',
    nl: ['jeugdhulp', 'Hulp voor kinderen, jongeren en hun ouders.'],
    en: ['youth care', 'Help for children, young people and their parents.'],
    also: {
      nl: ['jeugdzorg', 'jeugdhulpverlening', 'jeugdbescherming', 'gezinshulp'],
      en: ['child welfare', 'youth services'],
    },
    related: ['youth'],
  }),
  organisationType({
    id: 'clientSupport',
    slug: 'organisatie-voor-clientondersteuning',
    nl: [
      'organisatie voor cliëntondersteuning',
      'Een organisatie met mensen die inwoners gratis de weg wijzen bij zorg en gemeente.',
    ],
    en: [
      'client support organisation',
      'An organisation whose people guide residents, free of charge, through care and municipality.',
    ],
    also: { nl: ['MEE'], en: ['advocacy organisation'] },
    related: ['clientSupporter'],
  }),
  organisationType({
    id: 'selfDirectionInitiative',
    slug: 'zelfregie-en-herstelinitiatief',
    nl: [
      'zelfregie- of herstelinitiatief',
      'Een plek door en voor mensen met ervaring, waar je jezelf kunt zijn en van elkaar leert.',
    ],
    en: [
      'self-direction or recovery initiative',
      'A place by and for people with experience, where you can be yourself and learn from each other.',
    ],
    also: {
      nl: ['zelfregiecentrum', 'herstelacademie', 'herstelcentrum', 'zelfregie-initiatief', 'inloophuis'],
      en: ['recovery college', 'peer-run centre'],
    },
    related: ['freeSpace', 'selfHelp'],
  }),
  organisationType({
    id: 'expertsOrganisation',
    slug: 'organisatie-van-ervaringsdeskundigen',
    nl: ['organisatie van ervaringsdeskundigen', 'Een organisatie die door ervaringsdeskundigen zelf wordt geleid.'],
    en: ['organisation of experts by experience', 'An organisation that is led by experts by experience themselves.'],
    also: {
      nl: ['collectief van ervaringsdeskundigen', 'vereniging van ervaringsdeskundigen'],
      en: ['peer-led organisation'],
    },
  }),
  organisationType({
    id: 'branchAssociation',
    slug: 'branchevereniging',
    nl: ['branchevereniging', 'Een vereniging van organisaties die hetzelfde werk doen.'],
    en: ['branch association', 'An association of organisations that do the same work.'],
    also: { nl: ['brancheorganisatie', 'koepelorganisatie'], en: ['umbrella organisation', 'trade association'] },
  }),
  organisationType({
    id: 'professionalAssociation',
    slug: 'beroepsvereniging',
    nl: ['beroepsvereniging', 'Een vereniging van mensen met hetzelfde beroep. Zij maakt afspraken over goed werk.'],
    en: [
      'professional association',
      'An association of people with the same profession. It makes agreements about good work.',
    ],
    also: { nl: ['vakvereniging', 'VvEd'], en: ['professional body'] },
    related: ['professionalRegister', 'codeOfConduct'],
  }),
  organisationType({
    id: 'knowledgeInstitute',
    slug: 'kennisinstituut',
    nl: ['kennisinstituut', 'Een organisatie die kennis verzamelt, onderzoekt en doorgeeft.'],
    en: ['knowledge institute', 'An organisation that gathers, studies and passes on knowledge.'],
    also: { nl: ['kenniscentrum', 'expertisecentrum'], en: ['centre of expertise'] },
  }),
  organisationType({
    id: 'educationProvider',
    slug: 'opleider',
    nl: ['hogeschool of opleider', 'Een school of bureau dat opleidingen of cursussen geeft.'],
    en: ['university or training provider', 'A school or agency that offers programmes or courses.'],
    also: {
      nl: ['hogeschool', 'opleider', 'mbo-school', 'onderwijsinstelling', 'opleidingsinstituut'],
      en: ['training provider', 'college'],
    },
  }),
  organisationType({
    id: 'researchBody',
    slug: 'onderzoeksinstelling',
    nl: ['onderzoeksinstelling', 'Een universiteit, lectoraat of bureau dat onderzoek doet.'],
    en: ['research body', 'A university, research group or agency that does research.'],
    also: {
      nl: ['onderzoeksbureau', 'universiteit', 'lectoraat', 'academische werkplaats'],
      en: ['university', 'research institute'],
    },
  }),
  organisationType({
    id: 'funder',
    slug: 'financier',
    nl: ['financier', 'Een fonds, overheid of verzekeraar die een project of functie betaalt.'],
    en: ['funder', 'A fund, government or insurer that pays for a project or job.'],
    also: {
      nl: ['subsidiegever', 'subsidieverstrekker', 'fonds', 'zorgverzekeraar'],
      en: ['grant maker', 'health insurer'],
    },
  }),
  organisationType({
    id: 'advisoryCouncil',
    slug: 'adviesraad',
    nl: [
      'adviesraad of cliëntenraad',
      'Een groep inwoners of cliënten die advies geeft aan een gemeente of organisatie.',
    ],
    en: ['advisory or client council', 'A group of residents or clients that advises a municipality or organisation.'],
    also: {
      nl: ['adviesraad', 'cliëntenraad', 'participatieraad', 'Wmo-raad', 'adviesraad sociaal domein', 'familieraad'],
      en: ['advisory council', 'client council'],
    },
    related: ['voice'],
  }),
  organisationType({
    id: 'media',
    slug: 'media',
    nl: ['media', 'Een krant, omroep, website of maker die over dit onderwerp bericht.'],
    en: ['media', 'A newspaper, broadcaster, website or maker reporting on this subject.'],
  }),
  organisationType({
    id: 'company',
    slug: 'bedrijf',
    nl: ['bedrijf', 'Een onderneming, bijvoorbeeld een werkgever die ervaring van mensen serieus neemt.'],
    en: ['company', 'A business, for example an employer that takes people’s experience seriously.'],
    also: { nl: ['onderneming', 'werkgever'], en: ['business', 'employer'] },
  }),
  organisationType({
    id: 'otherOrganisation',
    slug: 'andere-organisatie',
    nl: ['andere organisatie', 'Een organisatie die in geen van de andere soorten past.'],
    en: ['other organisation', 'An organisation that fits none of the other kinds.'],
  }),
] as const
