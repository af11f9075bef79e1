import type { Lang } from '../../../lib/words.ts'
import { invitationPaths } from '../invitations/invitations.paths.ts'
import { paths } from '../paths.ts'
import { resultPaths } from '../results/results.paths.ts'
import type { Step } from './waiting.rules.ts'
import { waitingWords } from './waiting.text.ts'
import { waveWords } from './waves.text.ts'
import { wayOut } from './waves.ways.ts'

/** What comes next, in words. */
export function stepInWords(step: Step, lang: Lang): string {
  const { steps } = waitingWords[lang]
  switch (step.kind) {
    case 'stop':
      return waveWords[lang].stops[step.stop]
    case 'move':
      return step.to === 'open' ? steps.move.open : steps.move.cleaned
    case 'invite':
      return steps.invite(step.places)
    case 'match':
      return steps.match(step.answers)
    default:
      return steps[step.kind]
  }
}

/** The page on which that is done. */
export function wayTo(step: Step, series: string, slug: string): string {
  switch (step.kind) {
    case 'stop':
      return wayOut(step.stop, series, slug) ?? paths.wave(series, slug)
    case 'invite':
    case 'answers':
      return invitationPaths.wave(series, slug)
    case 'match':
      return invitationPaths.openAnswers(series, slug)
    case 'propose':
    case 'decide':
      return resultPaths.proposals
    default:
      return paths.wave(series, slug)
  }
}
