import type { StartKey } from '../../rooms/knowledge/public.ts'

/** A section of a start page: Dutch and English, and the slugs of its items. */
export type DemoSection = {
  readonly heading: readonly [nl: string, en: string]
  readonly sentence: readonly [nl: string, en: string]
  readonly items: readonly string[]
}

export type DemoStartPage = {
  readonly key: StartKey
  /** Slug of who made it, and how long ago. */
  readonly by: string
  readonly daysAgo: number
  readonly reason: string
  readonly title: readonly [nl: string, en: string]
  readonly lead: readonly [nl: string, en: string]
  readonly sections: readonly DemoSection[]
}

const section = (
  heading: DemoSection['heading'],
  sentence: DemoSection['sentence'],
  ...items: readonly string[]
): DemoSection => ({ heading, sentence, items })

/** The pages on which readers of the demo network begin. */
export const demoStartPages: readonly DemoStartPage[] = [
  {
    key: 'basics',
    by: 'ineke-vos',
    daysAgo: 50,
    reason: 'Lezers vroegen om één plek met de basis.',
    title: ['Wat is ervaringsdeskundigheid?', 'What is lived-experience expertise?'],
    lead: [
      'Wie veel heeft meegemaakt en daarvan leert, kan anderen helpen. Hier lees je wat dat is en hoe je begint.',
      'Whoever went through a lot and learned from it, can help others. Here you read what that is and how to begin.',
    ],
    sections: [
      section(
        ['Wat is het?', 'What is it?'],
        [
          'Iets meemaken is nog geen deskundigheid. Lees wat het verschil is.',
          'To live through something is not expertise yet. Read what the difference is.',
        ],
        'ervaring-ervaringskennis-ervaringsdeskundigheid',
        'lived-experience-in-ten-minutes',
      ),
      section(
        ['Waarom zou je het doen?', 'Why would you do it?'],
        [
          'Plannen en hulp passen beter bij mensen als zij zelf meedenken.',
          'Plans and help fit people better when they think along themselves.',
        ],
        'beleid-toetsen-met-extra-ogen',
        'ouders-van-dakloze-jongeren-bereiken',
      ),
      section(
        ['Waar begin je?', 'Where do you begin?'],
        [
          'Begin met de vraag wat er nodig is. Zoek daarna pas iemand.',
          'Begin by asking what is needed. Look for somebody after that.',
        ],
        'waar-begin-je',
        'kwartiermaken',
      ),
      section(
        ['Welke rollen zijn er?', 'Which roles are there?'],
        [
          'Er zijn veel rollen. Meedenken en inspraak wordt het vaakst vergeten.',
          'There are many roles. Thinking along and having a say is forgotten most.',
        ],
        'rollen-en-de-vergeten-rol',
        'rolprofiel-beleidstoetser',
        'the-ladder-of-participation',
      ),
      section(
        ['Waar gaat het mis?', 'Where does it go wrong?'],
        [
          'Soms is het alleen voor de vorm. Of een paar mensen dragen te veel.',
          'Sometimes it is only for show. Or a few people carry too much.',
        ],
        'geen-etalage',
        'overbelasting-voorkomen',
      ),
    ],
  },
  {
    key: 'requesters',
    by: 'ineke-vos',
    daysAgo: 44,
    reason: 'Een begin voor wie beleid maakt of een opdracht geeft.',
    title: ['Voor opdrachtgevers en beleid', 'For requesters and policy'],
    lead: [
      'Je maakt beleid of je geeft een opdracht. Hier lees je hoe je mensen met ervaring eerlijk laat meedenken.',
      'You make policy or give an assignment. Here you read how to let people with experience think along fairly.',
    ],
    sections: [
      section(
        ['Kijk samen naar je plan', 'Look at your plan together'],
        [
          'Vraag vroeg mee te kijken, als er nog iets te veranderen is.',
          'Ask people to look along early, while something can still change.',
        ],
        'beleid-toetsen-met-extra-ogen',
        'terugkoppelen-wat-deed-je-ermee',
      ),
      section(
        ['Regel het eerlijk', 'Arrange it fairly'],
        [
          'Meedenken is werk. Spreek van tevoren af wat iemand krijgt.',
          'Thinking along is work. Agree beforehand what somebody gets.',
        ],
        'eerlijke-beloning',
        'geen-etalage',
      ),
      section(
        ['Wat weten we?', 'What do we know?'],
        [
          'Cijfers zeggen iets, maar niet alles. Lees wat je eruit mag halen.',
          'Figures say something, but not everything. Read what you may conclude.',
        ],
        'wat-peilingen-wel-en-niet-zeggen',
      ),
    ],
  },
  {
    key: 'managers',
    by: 'tessa-brouwer',
    daysAgo: 41,
    reason: 'Leidinggevenden vroegen waar zij moeten beginnen.',
    title: ['Voor leidinggevenden en coördinatoren', 'For managers and coordinators'],
    lead: [
      'Je werkt met ervaringsdeskundigen of je wilt dat gaan doen. Hier lees je wat jij moet regelen.',
      'You work with experts by experience, or want to. Here you read what you have to arrange.',
    ],
    sections: [
      section(
        ['Maak eerst ruimte', 'Make room first'],
        [
          'De organisatie moet klaar zijn voordat er iemand komt.',
          'The organisation must be ready before somebody comes.',
        ],
        'kwartiermaken',
        'waar-begin-je',
      ),
      section(
        ['Kies een rol', 'Choose a role'],
        [
          'Schrijf op wat iemand doet, en wat er niet bij hoort.',
          'Write down what somebody does, and what is not part of it.',
        ],
        'rolprofiel-beleidstoetser',
        'rollen-en-de-vergeten-rol',
      ),
      section(
        ['Zorg voor je mensen', 'Take care of your people'],
        [
          'Let op wie te veel draagt. Betaal eerlijk en maak tijd om te praten.',
          'Watch who carries too much. Pay fairly and make time to talk.',
        ],
        'overbelasting-voorkomen',
        'eerlijke-beloning',
        'eigen-ervaring-van-medewerkers',
      ),
    ],
  },
  {
    key: 'professionals',
    by: 'tessa-brouwer',
    daysAgo: 38,
    reason: 'Ook collega’s zonder eigen ervaring hebben vragen.',
    title: ['Voor andere professionals', 'For other professionals'],
    lead: [
      'Je krijgt een collega die werkt met eigen ervaring. Hier lees je hoe je goed samenwerkt.',
      'You get a colleague who works with their own experience. Here you read how to work together well.',
    ],
    sections: [
      section(
        ['Goed samenwerken', 'Working together well'],
        ['Jullie weten allebei iets wat de ander niet weet.', 'Each of you knows something that the other does not.'],
        'werken-in-een-duo',
        'ervaring-ervaringskennis-ervaringsdeskundigheid',
      ),
      section(
        ['Weerstand op de werkvloer', 'Resistance on the work floor'],
        [
          'Twijfel je, of je team? Onder weerstand zit vaak zorg. Daar kun je over praten.',
          'Do you doubt, or does your team? Under resistance there often is worry. You can talk about that.',
        ],
        'weerstand-op-de-werkvloer',
        'intervisie-en-moreel-beraad',
      ),
      section(
        ['Heb je zelf ook ervaring?', 'Do you have experience yourself?'],
        ['Jij kiest of je die gebruikt. Het hoeft nooit.', 'You choose whether to use it. You never have to.'],
        'eigen-ervaring-van-medewerkers',
      ),
    ],
  },
  {
    key: 'experts',
    by: 'tessa-brouwer',
    daysAgo: 35,
    reason: 'Een eigen begin voor wie zelf meedenkt.',
    title: ['Voor ervaringsdeskundigen', 'For experts by experience'],
    lead: [
      'Je gebruikt wat je hebt meegemaakt om anderen te helpen. Hier lees je hoe je dat doet en hoe je op jezelf past.',
      'You use what you went through to help others. Here you read how, and how to take care of yourself.',
    ],
    sections: [
      section(
        ['Pas op jezelf', 'Take care of yourself'],
        ['Jij bepaalt wat je deelt en wanneer je stopt.', 'You decide what you share and when you stop.'],
        'je-grenzen-bewaken',
        'overbelasting-voorkomen',
      ),
      section(
        ['Doe het samen', 'Do it together'],
        ['Met twee zie je meer en draag je minder.', 'Two see more and carry less.'],
        'werken-in-een-duo',
        'intervisie-en-moreel-beraad',
        'samen-een-organisatie-beginnen',
      ),
      section(
        ['Wat mag je vragen?', 'What may you ask?'],
        [
          'Een eerlijke vergoeding, en horen wat er met je advies is gedaan.',
          'A fair reward, and to hear what was done with your advice.',
        ],
        'eerlijke-beloning',
        'terugkoppelen-wat-deed-je-ermee',
      ),
    ],
  },
  {
    key: 'clients',
    by: 'rachid-el-amrani',
    daysAgo: 31,
    reason: 'Cliënten en naasten zoeken met andere woorden.',
    title: ['Voor cliënten en naasten', 'For clients and relatives'],
    lead: [
      'Je krijgt hulp, of je bent er voor iemand die hulp krijgt. Hier lees je hoe jouw ervaring mee kan tellen.',
      'You get help, or you are there for somebody who does. Here you read how your experience can count.',
    ],
    sections: [
      section(
        ['Jouw ervaring telt', 'Your experience counts'],
        [
          'Wat jij weet, kan anderen helpen. Lees hoe anderen begonnen.',
          'What you know can help others. Read how others began.',
        ],
        'ouders-van-dakloze-jongeren-bereiken',
        'samen-een-organisatie-beginnen',
      ),
      section(
        ['Hoeveel heb je te zeggen?', 'How much do you have a say?'],
        [
          'Vraag het vooraf: mag je meedenken, of ook mee beslissen?',
          'Ask beforehand: may you think along, or decide too?',
        ],
        'the-ladder-of-participation',
        'geen-etalage',
      ),
      section(
        ['Veilig meedoen', 'Taking part safely'],
        ['Je hoeft nooit te vertellen wat je is overkomen.', 'You never have to tell what happened to you.'],
        'na-geweld-zorgvuldig-meedenken',
      ),
    ],
  },
]
