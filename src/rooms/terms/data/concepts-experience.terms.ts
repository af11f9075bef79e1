import { termOf } from '../term.rules.ts'

const concept = termOf('concept')
const profile = 'BCP-E 2022 usage'

/** From living through something to working with it, and what recovery asks. */
export const experienceConcepts = [
  concept({
    id: 'experience',
    slug: 'ervaring',
    nl: [
      'ervaring',
      'Iets zelf hebben meegemaakt. Iedereen heeft ervaringen; kennis wordt het pas door erover na te denken.',
    ],
    en: [
      'experience',
      'Having lived through something. Everyone has experiences; they become knowledge through reflection.',
    ],
    also: {
      nl: ['eigen ervaring', 'doorleefde ervaring', 'levenservaring'],
      en: ['lived experience', 'own experience'],
    },
    related: ['experientialKnowledge', 'lifeDisruption'],
    note: [
      'Ervaring, ervaringskennis en ervaringsdeskundigheid zijn drie verschillende dingen.',
      'Experience, experiential knowledge and expertise are three different things.',
    ],
  }),
  concept({
    id: 'experientialKnowledge',
    slug: 'ervaringskennis',
    nl: ['ervaringskennis', 'Kennis die ontstaat als iemand over eigen ervaringen nadenkt en er iets van leert.'],
    en: [
      'experiential knowledge',
      'Knowledge that arises when someone reflects on own experiences and learns from them.',
    ],
    also: { nl: ['kennis uit ervaring', 'kennis van binnenuit'], en: ['knowledge from experience'] },
    hidden: ['ervaringkennis'],
    related: ['experience', 'livedExperienceExpertise'],
  }),
  concept({
    id: 'collectiveExperientialKnowledge',
    slug: 'collectieve-ervaringskennis',
    nl: [
      'collectieve ervaringskennis',
      'Eigen kennis, aangevuld met die van veel anderen. Zo wordt duidelijk wat van één persoon is en wat vaker speelt.',
    ],
    en: [
      'collective experiential knowledge',
      'Own knowledge, enriched with that of many others. It shows what is personal and what happens more often.',
    ],
    also: { nl: ['gedeelde ervaringskennis', 'gezamenlijke ervaringskennis'], en: ['shared experiential knowledge'] },
    broader: 'experientialKnowledge',
  }),
  concept({
    id: 'livedExperienceExpertise',
    slug: 'ervaringsdeskundigheid',
    nl: [
      'ervaringsdeskundigheid',
      'Het vermogen om ervaringskennis zo te gebruiken dat anderen er iets aan hebben. Het is een vak dat iemand kan leren, geen functie.',
    ],
    en: [
      'lived-experience expertise',
      'The ability to use experiential knowledge so that others benefit. It is a craft one can learn, not a job title.',
    ],
    also: {
      nl: ['ervaringskunde', 'inzet van ervaringskennis', 'ervaringskunde en kennis'],
      en: ['peer expertise', 'expertise by experience'],
    },
    hidden: ['ervaringdeskundigheid', 'ervaringsdeskundighijd'],
    related: ['expertByExperience', 'experientialKnowledge'],
  }),
  concept({
    id: 'expertByExperience',
    slug: 'ervaringsdeskundige',
    nl: [
      'ervaringsdeskundige',
      'Iemand die zelf een ontwrichtende tijd en herstel heeft meegemaakt. Met die kennis maakt hij of zij ruimte voor het herstel van anderen.',
    ],
    en: [
      'expert by experience',
      'Someone who went through disruption and recovery. With that knowledge he or she makes room for the recovery of others.',
    ],
    also: {
      nl: ['ervaringsdeskundigen', 'ED’er', 'ervaringsexpert'],
      en: ['peer worker', 'lived-experience expert', 'peer expert'],
    },
    hidden: ['ervaringdeskundige', 'ervarings deskundige', 'ervaringsdeskundigge'],
    related: ['livedExperienceExpertise'],
  }),
  concept({
    id: 'livedExperienceWorker',
    slug: 'ervaringswerker',
    nl: ['ervaringswerker', 'Een ervaringsdeskundige die betaald in dienst is bij een organisatie.'],
    en: ['lived-experience worker', 'An expert by experience who is employed and paid by an organisation.'],
    also: { nl: ['ervaringsprofessional', 'medewerker ervaringsdeskundigheid'], en: ['paid peer worker'] },
    broader: 'expertByExperience',
  }),
  concept({
    id: 'supporterWithLivedExperience',
    slug: 'begeleider-met-ervaringsdeskundigheid',
    nl: [
      'begeleider met ervaringsdeskundigheid',
      'Een opgeleide begeleider die in het werk ook eigen ervaring gebruikt.',
    ],
    en: ['support worker with lived experience', 'A trained support worker who also uses own experience at work.'],
    also: { nl: ['persoonlijk begeleider met ervaringsdeskundigheid', 'hulpverlener met ervaringsdeskundigheid'] },
    related: ['paidCombined', 'professionalWithExperience'],
  }),
  concept({
    id: 'lifeDisruption',
    slug: 'ontwrichtende-situatie',
    nl: [
      'ontwrichtende situatie',
      'Iets waardoor een leven uit de rails loopt, zoals ziekte, verlies, schulden of geweld.',
    ],
    en: ['life-disrupting situation', 'Something that upsets a life, such as illness, loss, debt or violence.'],
    also: {
      nl: ['levensontwrichtende situatie', 'ontwrichting', 'ingrijpende gebeurtenis'],
      en: ['life disruption', 'disruptive life event'],
    },
  }),
  concept({
    id: 'recoverySupport',
    slug: 'herstelondersteuning',
    nl: ['herstelondersteuning', 'Hulp waarbij iemand zelf de richting kiest en de ander naast diegene staat.'],
    en: ['recovery support', 'Help in which a person chooses the direction and the other stands alongside.'],
    also: {
      nl: [['herstelondersteunende zorg', profile], 'steun bij herstel', 'hersteltraject'],
      en: ['recovery-oriented care', 'support in recovery'],
    },
    related: ['recovery'],
  }),
  concept({
    id: 'selfHelp',
    slug: 'zelfhulp',
    nl: ['zelfhulp', 'Mensen met dezelfde ervaring helpen zichzelf en elkaar, zonder hulpverlener.'],
    en: ['self-help', 'People with the same experience help themselves and each other, without a professional.'],
    also: { nl: ['zelfhulpgroep', 'zelfhulpgroepen', 'herstelgroep'], en: ['self-help group', 'mutual help'] },
  }),
  concept({
    id: 'peerContact',
    slug: 'lotgenotencontact',
    nl: ['lotgenotencontact', 'Mensen ontmoeten die hetzelfde meemaken of meemaakten.'],
    en: ['peer contact', 'Meeting people who go or went through the same.'],
    also: {
      nl: ['lotgenoten', 'ontmoeting met lotgenoten', 'peersupport', 'peer support'],
      en: ['peer support', 'fellow sufferers'],
    },
    related: ['selfHelp'],
  }),
  concept({
    id: 'empowerment',
    slug: 'empowerment',
    nl: ['eigen kracht', 'Merken dat je zelf invloed hebt op je leven, en die invloed gaan gebruiken.'],
    en: ['empowerment', 'Noticing that you have influence on your own life, and starting to use it.'],
    also: {
      nl: ['empowerment', 'zelfregie', 'eigen regie', 'zelfvertrouwen krijgen'],
      en: ['self-direction', 'agency'],
    },
    related: ['recovery'],
  }),
  concept({
    id: 'disclosure',
    slug: 'onthulling',
    nl: ['onthulling', 'Vertellen dat je iets zelf hebt meegemaakt. Of, wat en aan wie is altijd een eigen keuze.'],
    en: [
      'disclosure',
      'Telling that you went through something yourself. Whether, what and to whom is always your own choice.',
    ],
    also: {
      nl: ['zelfonthulling', 'openheid over eigen ervaring', 'uit de kast komen op het werk'],
      en: ['self-disclosure', 'opening up'],
    },
  }),
  concept({
    id: 'ownCharacter',
    slug: 'eigenheid',
    nl: ['eigenheid', 'Wat ervaringsdeskundigen anders maakt dan andere professionals. Dat verschil mag blijven.'],
    en: [
      'own character',
      'What makes experts by experience different from other professionals. That difference may stay.',
    ],
    also: { nl: ['eigen positie', 'eigen kleur'], en: ['distinctiveness'] },
    related: ['freeSpace'],
  }),
  concept({
    id: 'freeSpace',
    slug: 'vrije-ruimte',
    nl: [
      'vrije ruimte',
      'Een plek of tijd waarin de gewone regels even niet gelden, zodat er iets anders kan ontstaan.',
    ],
    en: ['free space', 'A place or time in which the usual rules do not count, so that something else can arise.'],
    also: { nl: ['vrijplaats', 'veilige plek'], en: ['free haven', 'safe space'] },
  }),
  concept({
    id: 'lifeWorld',
    slug: 'leefwereld',
    nl: ['leefwereld', 'Het gewone leven van mensen: thuis, met geld, met elkaar.'],
    en: ['life world', 'The ordinary life of people: at home, with money, with each other.'],
    also: { nl: ['dagelijks leven', 'leefwereld van inwoners'], en: ['daily life'] },
    related: ['systemWorld'],
  }),
  concept({
    id: 'systemWorld',
    slug: 'systeemwereld',
    nl: ['systeemwereld', 'De wereld van regels, loketten, formulieren en organisaties.'],
    en: ['system world', 'The world of rules, desks, forms and organisations.'],
    also: { nl: ['bureaucratie', 'regels en loketten'], en: ['bureaucracy'] },
  }),
] as const
