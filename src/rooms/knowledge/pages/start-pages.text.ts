import { bothLanguages } from '../../../lib/words.ts'
import type { StartKey } from './start-pages.rules.ts'

type Pages = Readonly<Record<StartKey, { readonly title: string; readonly lead: string }>>

/** What start pages say around what editors chose; and what they are called until somebody fills them. */
export const startWords = bothLanguages(
  {
    pages: {
      basics: {
        title: 'Wat is ervaringsdeskundigheid?',
        lead: 'Wie veel heeft meegemaakt en daarvan leert, kan anderen helpen. Hier lees je wat dat is en hoe je begint.',
      },
      requesters: {
        title: 'Voor opdrachtgevers en beleid',
        lead: 'Je maakt beleid of je geeft een opdracht. Hier lees je hoe je mensen met ervaring eerlijk laat meedenken.',
      },
      managers: {
        title: 'Voor leidinggevenden en coördinatoren',
        lead: 'Je werkt met ervaringsdeskundigen of je wilt dat gaan doen. Hier lees je wat jij moet regelen.',
      },
      professionals: {
        title: 'Voor andere professionals',
        lead: 'Je krijgt een collega die werkt met eigen ervaring. Hier lees je hoe je goed samenwerkt.',
      },
      experts: {
        title: 'Voor ervaringsdeskundigen',
        lead: 'Je gebruikt wat je hebt meegemaakt om anderen te helpen. Hier lees je hoe je dat doet en hoe je op jezelf past.',
      },
      clients: {
        title: 'Voor cliënten en naasten',
        lead: 'Je krijgt hulp, of je bent er voor iemand die hulp krijgt. Hier lees je hoe jouw ervaring mee kan tellen.',
      },
    } satisfies Pages,
    notYet: 'Hier staat nog niets. Zoek in alle kennis, of stel je vraag.',
    noItems: 'Hierover staat nu niets op het plein.',
    others: 'Begin ergens anders',
    search: 'Zoek in alle kennis',
    approach: 'Wie benader ik?',
    ask: 'Stel je vraag',
    further: 'Verder kijken',
  },
  {
    pages: {
      basics: {
        title: 'What is lived-experience expertise?',
        lead: 'Whoever went through a lot and learned from it, can help others. Here you read what that is and how to begin.',
      },
      requesters: {
        title: 'For requesters and policy',
        lead: 'You make policy or give an assignment. Here you read how to let people with experience think along fairly.',
      },
      managers: {
        title: 'For managers and coordinators',
        lead: 'You work with experts by experience, or want to. Here you read what you have to arrange.',
      },
      professionals: {
        title: 'For other professionals',
        lead: 'You get a colleague who works with their own experience. Here you read how to work together well.',
      },
      experts: {
        title: 'For experts by experience',
        lead: 'You use what you went through to help others. Here you read how, and how to take care of yourself.',
      },
      clients: {
        title: 'For clients and relatives',
        lead: 'You get help, or you are there for somebody who does. Here you read how your experience can count.',
      },
    },
    notYet: 'There is nothing here yet. Search in all knowledge, or ask your question.',
    noItems: 'There is nothing about this on the square now.',
    others: 'Begin somewhere else',
    search: 'Search in all knowledge',
    approach: 'Whom do I approach?',
    ask: 'Ask your question',
    further: 'Look further',
  },
)
