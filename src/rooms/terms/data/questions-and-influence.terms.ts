import { termOf } from '../term.rules.ts'

const questionKind = termOf('questionKind')
const participationLevel = termOf('participationLevel')
const ladder = 'participation ladder, common in Dutch participation policy'

/** What a question to the desk is about. */
export const questionKinds = [
  questionKind({
    id: 'whereToStart',
    slug: 'waar-beginnen',
    nl: ['waar beginnen', 'Je wilt met ervaringsdeskundigheid aan de slag en zoekt de eerste stap.'],
    en: ['where to start', 'You want to work with lived experience and look for the first step.'],
    also: { nl: ['hoe te beginnen', 'eerste stap', 'opstarten'], en: ['getting started', 'first step'] },
    related: ['startReflection'],
  }),
  questionKind({
    id: 'reviewVision',
    slug: 'meekijken-met-visie-of-beleid',
    nl: ['meekijken met visie of beleid', 'Je hebt een plan en wilt weten of het klopt met het leven van mensen.'],
    en: ['a look at a vision or policy', 'You have a plan and want to know whether it fits people’s lives.'],
    also: { nl: ['advies over beleid', 'meelezen met een plan'], en: ['policy advice question'] },
    related: ['policyCheck', 'policyReviewer'],
  }),
  questionKind({
    id: 'reachPeople',
    slug: 'mensen-bereiken',
    nl: ['mensen bereiken', 'Je wilt in contact komen met een groep die je nu niet goed bereikt.'],
    en: ['reaching people', 'You want to get in touch with a group you do not reach well now.'],
    also: { nl: ['doelgroep bereiken', 'moeilijk bereikbare groepen'], en: ['reaching a target group', 'outreach'] },
  }),
  questionKind({
    id: 'thinkAlongResearch',
    slug: 'meedenken-met-onderzoek',
    nl: ['meedenken met onderzoek', 'Je doet onderzoek en zoekt mensen die vanuit ervaring meedenken.'],
    en: ['thinking along with research', 'You do research and look for people who think along from experience.'],
    also: { nl: ['meedoen aan onderzoek', 'hulp bij onderzoek'], en: ['research involvement'] },
    related: ['coResearcher'],
  }),
  questionKind({
    id: 'findExperts',
    slug: 'ervaringsdeskundigen-vinden',
    nl: ['ervaringsdeskundigen vinden', 'Je zoekt ervaringsdeskundigen voor een taak of plek in je organisatie.'],
    en: ['finding experts by experience', 'You look for experts for a task or place in your organisation.'],
    also: { nl: ['ervaringsdeskundigen werven', 'werving', 'vacature'], en: ['recruitment', 'vacancy'] },
    related: ['recruitmentRoute'],
  }),
  questionKind({
    id: 'describeRole',
    slug: 'rol-of-functie-beschrijven',
    nl: ['rol of functie beschrijven', 'Je wilt duidelijk maken wat iemand gaat doen, en wat niet.'],
    en: ['describing a role or job', 'You want to make clear what someone will do, and what not.'],
    also: { nl: ['functiebeschrijving maken', 'taken vastleggen'], en: ['job description question'] },
    related: ['roleDescription', 'jobProfile'],
  }),
  questionKind({
    id: 'supportAndOverload',
    slug: 'begeleiding-en-overbelasting',
    nl: [
      'begeleiding en overbelasting',
      'Je wilt ervaringsdeskundigen goed steunen en voorkomen dat zij te veel dragen.',
    ],
    en: ['support and overload', 'You want to support experts well and prevent them from carrying too much.'],
    also: {
      nl: ['werkbegeleiding', 'overbelasting voorkomen', 'grenzen bewaken'],
      en: ['preventing overload', 'work supervision'],
    },
    related: ['overload', 'capacity'],
  }),
  questionKind({
    id: 'fundingAndReward',
    slug: 'geld-en-beloning',
    nl: ['geld en beloning', 'Je hebt een vraag over subsidie, salaris, een vergoeding of een uitkering.'],
    en: ['money and reward', 'You have a question about funding, salary, allowance or benefits.'],
    also: { nl: ['financiering', 'subsidie', 'bekostiging'], en: ['funding', 'grants'] },
    related: ['reward', 'povertyTrap'],
  }),
  questionKind({
    id: 'trainingAndQuality',
    slug: 'opleiding-en-kwaliteit',
    nl: ['opleiding en kwaliteit', 'Je zoekt een opleiding, of wilt weten wat goed werk is.'],
    en: ['training and quality', 'You look for training, or want to know what good work is.'],
    also: {
      nl: ['scholing', 'bijscholing', 'deskundigheidsbevordering'],
      en: ['schooling', 'professional development'],
    },
    related: ['qualitySystem', 'training'],
  }),
  questionKind({
    id: 'startOwnOrganisation',
    slug: 'eigen-organisatie-beginnen',
    nl: ['eigen organisatie beginnen', 'Je bent ervaringsdeskundige en wilt zelf een initiatief of bedrijf starten.'],
    en: [
      'starting your own organisation',
      'You are an expert by experience and want to start an initiative or business.',
    ],
    also: { nl: ['zelf een initiatief starten', 'stichting oprichten'], en: ['founding an initiative'] },
    related: ['innovator', 'selfDirectionInitiative'],
  }),
] as const

/** How much influence people have, from hearing to deciding. */
export const participationLevels = [
  participationLevel({
    id: 'inform',
    slug: 'informeren',
    nl: ['informeren', 'Mensen horen wat er gaat gebeuren. Zij hebben geen invloed.'],
    en: ['inform', 'People hear what is going to happen. They have no influence.'],
    also: { nl: [['voorlichten', ladder]], en: [['informing', ladder]] },
  }),
  participationLevel({
    id: 'consult',
    slug: 'raadplegen',
    nl: ['raadplegen', 'Mensen mogen hun mening geven. De organisatie beslist wat zij daarmee doet.'],
    en: ['consult', 'People may give their opinion. The organisation decides what to do with it.'],
    also: { nl: [['consulteren', ladder]], en: [['consulting', ladder], 'consultation'] },
  }),
  participationLevel({
    id: 'advise',
    slug: 'adviseren',
    nl: ['adviseren', 'Mensen geven advies. De organisatie legt uit wat zij ermee doet en waarom.'],
    en: ['advise', 'People give advice. The organisation explains what it does with it and why.'],
    also: { nl: [['advies geven', ladder]], en: [['advising', ladder]] },
  }),
  participationLevel({
    id: 'coProduce',
    slug: 'samen-maken',
    nl: ['samen maken', 'Mensen en organisatie maken samen een plan of dienst, vanaf het begin.'],
    en: ['co-produce', 'People and organisation make a plan or service together, from the start.'],
    also: {
      nl: [['coproduceren', ladder], 'coproductie', 'cocreatie', 'co-creatie'],
      en: [['co-production', ladder], 'co-creation'],
    },
  }),
  participationLevel({
    id: 'coDecide',
    slug: 'meebeslissen',
    nl: ['meebeslissen', 'Mensen beslissen mee. Zonder hun stem gaat het niet door.'],
    en: ['decide together', 'People take part in the decision. Without their vote it does not go ahead.'],
    also: { nl: [['meebepalen', ladder], 'medezeggenschap'], en: [['co-decision', ladder], 'shared decision'] },
  }),
  participationLevel({
    id: 'selfManage',
    slug: 'zelfbeheer',
    nl: ['zelfbeheer', 'Mensen beslissen en voeren zelf uit. De organisatie steunt waar nodig.'],
    en: ['self-management', 'People decide and carry out themselves. The organisation supports where needed.'],
    also: { nl: [['zelf beslissen', ladder], 'in eigen beheer'], en: [['self-governance', ladder]] },
  }),
] as const
