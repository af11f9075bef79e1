import { createHash } from 'node:crypto'
import { sql } from 'kysely'
import type { Said } from '../../../lib/questionnaire/definition.ts'
import type { Tx } from '../../../platform/db/database.ts'
import './bottlenecks.tables.ts'

const workGroup = 'Landelijke werkgroep van opvangorganisaties, 2021, beschreven door Valente in 2024'
const valente = 'Ledenonderzoek van Valente, 2023'
const poll = 'Peiling onder leden van Sociaal Werk Nederland, Movisie, 2020'
const fiveQuestions = 'Vijf vragen over ervaringsdeskundigheid, Movisie, 2017'
const whoKnows = 'Onderzoek Who Knows, Werkplaatsen Sociaal Domein'
const brigade = 'Interview over De Vliegende Brigade, ZonMw'

type Shipped = { readonly slug: string; readonly title: Said; readonly about: Said; readonly source: string }
const one = (slug: string, source: string, title: [string, string], about: [string, string]): Shipped => ({
  slug,
  source,
  title: { nl: title[0], en: title[1] },
  about: { nl: about[0], en: about[1] },
})

/** The bottlenecks that the field named before this register began, the three of the working group first. */
export const shipped: readonly Shipped[] = [
  one(
    'begripsverwarring',
    workGroup,
    ['Woorden door elkaar', 'Words mixed up'],
    [
      'Mensen gebruiken hetzelfde woord voor iets anders. Dan is niet duidelijk wat een ervaringsdeskundige is.',
      'People use the same word for different things. Then it is not clear what an expert by experience is.',
    ],
  ),
  one(
    'onduidelijke-inzet-en-functies',
    workGroup,
    ['Onduidelijk wat iemand doet', 'Unclear what somebody does'],
    [
      'Het is niet duidelijk waarvoor je ervaringsdeskundigen inzet en welke functies er zijn.',
      'It is not clear what experts are there for and which functions exist.',
    ],
  ),
  one(
    'geen-landelijke-visie',
    workGroup,
    ['Geen gedeelde visie', 'No shared vision'],
    [
      'Er is geen visie die in het hele land geldt. Elke organisatie begint opnieuw.',
      'There is no vision for the whole country. Every organisation starts anew.',
    ],
  ),
  one(
    'weerstand-op-de-werkvloer',
    valente,
    ['Weerstand bij collega’s', 'Resistance from colleagues'],
    [
      'Collega’s zien het nut niet of zijn bang voor hun eigen werk.',
      'Colleagues do not see the use of it, or fear for their own work.',
    ],
  ),
  one(
    'gebrek-aan-kennis',
    valente,
    ['Te weinig kennis', 'Too little knowledge'],
    [
      'De organisatie weet niet goed hoe je met ervaringsdeskundigen werkt.',
      'The organisation does not know well how to work with experts by experience.',
    ],
  ),
  one(
    'financiering',
    valente,
    ['Geen geld', 'No money'],
    [
      'Er is geen geld voor de inzet van ervaringsdeskundigen.',
      'There is no money for the work of experts by experience.',
    ],
  ),
  one(
    'financiering-werkplekken',
    valente,
    ['Geen geld voor banen', 'No money for jobs'],
    ['Er is geen geld voor betaalde plekken.', 'There is no money for paid jobs.'],
  ),
  one(
    'financiering-opleidingen',
    valente,
    ['Geen geld voor opleiding', 'No money for training'],
    ['Er is geen geld om mensen een opleiding te laten volgen.', 'There is no money to let people follow training.'],
  ),
  one(
    'een-trekker',
    valente,
    ['Alles hangt aan één persoon', 'It all hangs on one person'],
    [
      'Eén medewerker trekt het alleen, vaak zonder eigen ervaring. Gaat die weg, dan stopt het.',
      'One employee carries it alone, often without own experience. When that person leaves, it stops.',
    ],
  ),
  one(
    'ongrijpbaar',
    valente,
    ['Moeilijk te vatten', 'Hard to grasp'],
    [
      'Het onderwerp blijft vaag. Daardoor komt het niet van de grond.',
      'The subject stays vague. So it does not get off the ground.',
    ],
  ),
  one(
    'plek-in-de-organisatie',
    valente,
    ['Geen vaste plek in de organisatie', 'No place in the organisation'],
    [
      'Het is niet duidelijk bij welk team of welke leiding ervaringsdeskundigen horen.',
      'It is not clear to which team or manager experts belong.',
    ],
  ),
  one(
    'wie-doet-wat',
    valente,
    ['Wie doet wat?', 'Who does what?'],
    [
      'De grens tussen het werk van ervaringsdeskundigen en dat van anderen is niet duidelijk.',
      'The line between the work of experts and that of others is not clear.',
    ],
  ),
  one(
    'klein-aantal',
    valente,
    ['Te weinig ervaringsdeskundigen', 'Too few experts'],
    [
      'Er zijn zo weinig ervaringsdeskundigen dat zij elkaar niet kunnen steunen of vervangen.',
      'There are so few experts that they cannot support or replace each other.',
    ],
  ),
  one(
    'inbedding',
    poll,
    ['Het hoort er nog niet bij', 'It is not part of the whole yet'],
    [
      'De inzet is een los project en geen gewoon deel van het werk.',
      'The work is a separate project and not an ordinary part of the organisation.',
    ],
  ),
  one(
    'zichtbaarheid',
    poll,
    ['Niet zichtbaar', 'Not visible'],
    [
      'Mensen in en buiten de organisatie weten niet dat er ervaringsdeskundigen zijn.',
      'People in and outside the organisation do not know that there are experts.',
    ],
  ),
  one(
    'focus',
    poll,
    ['Geen duidelijke keuze', 'No clear focus'],
    [
      'De organisatie kiest niet voor welke mensen of thema’s de inzet bedoeld is.',
      'The organisation does not choose for which people or themes the work is meant.',
    ],
  ),
  one(
    'passend-werk',
    poll,
    ['Passend werk vinden', 'Finding fitting work'],
    [
      'Het is moeilijk om werk te vinden dat past bij wat iemand kan en wil.',
      'It is hard to find work that fits what somebody can and wants to do.',
    ],
  ),
  one(
    'begeleiding',
    poll,
    ['Te weinig begeleiding', 'Too little support'],
    [
      'Er is geen tijd of niemand om ervaringsdeskundigen goed te begeleiden.',
      'There is no time or nobody to support experts well.',
    ],
  ),
  one(
    'kwaliteit',
    poll,
    ['Kwaliteit bewaken', 'Keeping up quality'],
    [
      'Het is niet duidelijk wat goed werk is en wie daarop let.',
      'It is not clear what good work is and who looks after it.',
    ],
  ),
  one(
    'reflectie',
    poll,
    ['Geen tijd om terug te kijken', 'No time to reflect'],
    [
      'Er is geen vast moment om te praten over wat het werk met je doet.',
      'There is no fixed moment to talk about what the work does to you.',
    ],
  ),
  one(
    'belasting',
    poll,
    ['Zwaar werk', 'Heavy work'],
    [
      'Het werk vraagt soms meer dan iemand op dat moment kan dragen.',
      'The work sometimes asks more than somebody can carry at that moment.',
    ],
  ),
  one(
    'smal-domein',
    poll,
    ['Alleen hulp, geen beleid', 'Only support, no policy'],
    [
      'Ervaringsdeskundigen helpen mensen, maar denken weinig mee over beleid.',
      'Experts support people, but have little part in policy.',
    ],
  ),
  one(
    'scholing-binnen',
    poll,
    ['Geen scholing in huis', 'No training inside'],
    [
      'De organisatie geeft zelf geen scholing aan ervaringsdeskundigen.',
      'The organisation itself gives no training to experts.',
    ],
  ),
  one(
    'scholing-buiten',
    poll,
    ['Geen scholing buiten', 'No training outside'],
    [
      'Het lukt niet om scholing buiten de organisatie te volgen.',
      'It does not work out to follow training outside the organisation.',
    ],
  ),
  one(
    'geen-contact-elders',
    poll,
    ['Geen contact met anderen', 'No contact with others'],
    [
      'Ervaringswerkers ontmoeten geen ervaringswerkers van andere organisaties.',
      'Lived-experience workers do not meet those of other organisations.',
    ],
  ),
  one(
    'minder-geld-dan-eerst',
    poll,
    ['Minder geld dan eerst', 'Less money than before'],
    ['Het geld voor de inzet werd minder of hield op.', 'The money for the work became less or ended.'],
  ),
  one(
    'samenwerking',
    fiveQuestions,
    ['Samenwerken is lastig', 'Working together is hard'],
    [
      'Ervaringsdeskundigen en andere professionals vinden het moeilijk om samen te werken.',
      'Experts and other professionals find it hard to work together.',
    ],
  ),
  one(
    'macht',
    fiveQuestions,
    ['Wie heeft het voor het zeggen?', 'Who decides?'],
    ['Ervaringsdeskundigen mogen meepraten, maar anderen beslissen.', 'Experts may join the talk, but others decide.'],
  ),
  one(
    'geld-op-lange-termijn',
    fiveQuestions,
    ['Geen geld voor lang', 'No lasting money'],
    [
      'Er is alleen geld voor een project. Daarna is niets zeker.',
      'There is only money for a project. After that nothing is certain.',
    ],
  ),
  one(
    'resultaat-meten',
    fiveQuestions,
    ['Resultaat is moeilijk te meten', 'Results are hard to measure'],
    ['Het is lastig om te laten zien wat de inzet oplevert.', 'It is hard to show what the work brings.'],
  ),
  one(
    'wel-of-geen-opleiding',
    fiveQuestions,
    ['Wel of geen opleiding?', 'Training or not?'],
    [
      'Er is geen antwoord op de vraag of een ervaringsdeskundige een opleiding nodig heeft.',
      'There is no answer to the question whether an expert needs training.',
    ],
  ),
  one(
    'visie-op-papier',
    whoKnows,
    ['De visie blijft op papier', 'The vision stays on paper'],
    [
      'De organisatie schreef een visie, maar in het werk merk je er niets van.',
      'The organisation wrote a vision, but in the work you notice nothing of it.',
    ],
  ),
  one(
    'toe-eigening',
    brigade,
    ['Anderen gaan ermee vandoor', 'Others take it over'],
    [
      'Anderen spreken namens ervaringsdeskundigen of gebruiken hun kennis zonder hen.',
      'Others speak on behalf of experts, or use their knowledge without them.',
    ],
  ),
  one(
    'losse-projecten',
    brigade,
    ['Veel losse projecten', 'Many separate projects'],
    [
      'Er zijn veel projecten naast elkaar. Ze weten niet van elkaar.',
      'There are many projects beside each other. They do not know of each other.',
    ],
  ),
  one(
    'wie-te-benaderen',
    brigade,
    ['Bij wie moet je zijn?', 'Whom do you ask?'],
    [
      'Het is niet duidelijk wie je kunt vragen als je een ervaringsdeskundige zoekt.',
      'It is not clear whom to ask when you look for an expert by experience.',
    ],
  ),
  one(
    'veel-opleidingen',
    brigade,
    ['Te veel soorten opleidingen', 'Too many kinds of training'],
    [
      'Er zijn veel opleidingen. Je ziet niet goed wat ze waard zijn.',
      'There are many kinds of training. It is hard to see what they are worth.',
    ],
  ),
  one(
    'te-veel-gevraagd',
    brigade,
    ['Te veel gevraagd', 'Asked too much'],
    [
      'Steeds dezelfde ervaringsdeskundigen krijgen alle vragen.',
      'The same experts get all the questions again and again.',
    ],
  ),
  one(
    'te-veel-van-jezelf-vragen',
    brigade,
    ['Te veel van jezelf vragen', 'Asking too much of oneself'],
    [
      'Ervaringsdeskundigen zeggen geen nee en gaan over hun eigen grens.',
      'Experts do not say no and go beyond their own limit.',
    ],
  ),
  one(
    'voor-de-vorm',
    brigade,
    ['Alleen voor de vorm', 'Only for show'],
    [
      'De organisatie laat zien dat zij ervaringsdeskundigen heeft, maar luistert niet.',
      'The organisation shows that it has experts, but does not listen.',
    ],
  ),
  one(
    'onduidelijke-rol',
    brigade,
    ['Onduidelijke rol of taak', 'Unclear role or task'],
    ['De ervaringsdeskundige weet niet wat anderen verwachten.', 'The expert does not know what others expect.'],
  ),
  one(
    'vergeten-rol',
    brigade,
    ['Een rol die niemand invult', 'A role that nobody fills'],
    [
      'Aan een belangrijke rol denkt niemand, zoals meebeslissen over beleid.',
      'Nobody thinks of an important role, such as deciding on policy together.',
    ],
  ),
  one(
    'organisatie-te-vol',
    brigade,
    ['De organisatie heeft het te druk', 'The organisation is too busy'],
    [
      'De organisatie heeft zo veel te doen dat er geen ruimte is voor iets nieuws.',
      'The organisation has so much to do that there is no room for anything new.',
    ],
  ),
]

const idOf = (slug: string) => {
  const hash = createHash('sha256').update(`bottleneck ${slug}`).digest('hex')
  return `${hash.slice(0, 8)}-${hash.slice(8, 12)}-8${hash.slice(13, 16)}-8${hash.slice(17, 20)}-${hash.slice(20, 32)}`
}

/** What ships of the register. Words that ship follow the program; what the network added or merged stays. */
export const reference = {
  part: 'bottlenecks',
  version: createHash('sha256').update(JSON.stringify(shipped)).digest('hex'),
  async load(tx: Tx): Promise<void> {
    for (const { slug, title, about, source } of shipped)
      await sql`
        insert into house.surveys_bottlenecks (id, slug, title, about, source, added_at)
        values (${idOf(slug)}::uuid, ${slug}, ${JSON.stringify(title)}::jsonb, ${JSON.stringify(about)}::jsonb, ${source}, house.moment())
        on conflict (id) do update set title = excluded.title, about = excluded.about, source = excluded.source`.execute(
        tx,
      )
  },
}
