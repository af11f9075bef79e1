import { bothLanguages } from '../../../lib/words.ts'
import type { Noun } from '../noun.ts'
import { paths } from '../paths.ts'
import { waitingWords } from './waiting.text.ts'
import { waitingRoutes } from './waiting.web.tsx'

/** The first page of researchers; the other pages of research are reached from it. */
export const waiting: Noun = {
  routes: waitingRoutes,
  menu: [
    {
      path: paths.research,
      label: bothLanguages(waitingWords.nl.menu, waitingWords.en.menu),
      shownTo: (actor) => actor.kind === 'session' && actor.permissions.has('researcher'),
    },
  ],
}
