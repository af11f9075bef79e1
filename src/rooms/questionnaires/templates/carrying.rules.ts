import type { Amount, Answers } from '../../../lib/questionnaire/definition.ts'

/** The question of the survey among shelters on who sees to it that it happens, and its two rows. */
export const carrying = { question: 'V7', carriers: 'carriers', experts: 'experts' } as const

const numberIn = (amount: string | number | Amount | undefined): number | null => {
  if (typeof amount !== 'object') return null
  switch (amount.known) {
    case 'exact':
    case 'estimate':
      return amount.value
    case 'range':
      return amount.from === amount.to ? amount.from : null
    case 'unknown':
      return null
  }
}

/**
 * Whether everything hangs on one person, as an organisation answered it.
 * @returns 'one' when one person carries it, 'one-without-experience' when that person is certainly no expert by experience;
 *   null when more people do, nobody does, or it is not known.
 */
export function carriedBy(answers: Answers): 'one' | 'one-without-experience' | null {
  const answer = Object.hasOwn(answers, carrying.question) ? answers[carrying.question] : undefined
  if (answer?.type !== 'matrix' || numberIn(answer.rows[carrying.carriers]) !== 1) return null
  return numberIn(answer.rows[carrying.experts]) === 0 ? 'one-without-experience' : 'one'
}
