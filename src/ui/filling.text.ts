import { bothLanguages } from '../lib/words.ts'

/** What is said while somebody fills in questions. */
export const fillingWords = bothLanguages(
  {
    ticked: (count: number, most: number) => `Je koos er ${count}. Je kunt er hoogstens ${most} kiezen.`,
  },
  {
    ticked: (count: number, most: number) => `You chose ${count}. You can choose at most ${most}.`,
  },
)
