import { bothLanguages, counted } from '../../../lib/words.ts'

/** What stands beside an item that came from a poll. */
export const originWords = bothLanguages(
  {
    title: 'Dit komt voort uit',
    took: (n: number) => counted(n, 'organisatie deed mee', 'organisaties deden mee'),
    talked: (n: number) => `Daarna waren er ${n} gesprekken.`,
    someTalked: 'Daarna waren er gesprekken.',
    thisItem: 'Daaruit kwam deze pagina.',
  },
  {
    title: 'This came from',
    took: (n: number) => counted(n, 'organisation took part', 'organisations took part'),
    talked: (n: number) => `After that there were ${n} talks.`,
    someTalked: 'After that there were talks.',
    thisItem: 'This page came of them.',
  },
)
