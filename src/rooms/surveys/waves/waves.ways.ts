import { invitationPaths } from '../invitations/invitations.paths.ts'
import { paths } from '../paths.ts'
import type { MoveRefusal } from './waves.states.rules.ts'

/** Where a researcher fills in what is missing; null when that is at no page of the wave. */
export function wayOut(stop: MoveRefusal, series: string, wave: string): string | null {
  switch (stop) {
    case 'questions-missing':
    case 'days-missing':
    case 'days-passed':
      return paths.changeWave(series, wave)
    case 'test-places-missing':
    case 'frame-missing':
    case 'margins-unknown':
      return paths.frame(series, wave)
    case 'plan-missing':
      return paths.plan(series, wave)
    case 'comparability-missing':
      return paths.comparing(series, wave)
    case 'answers-undecided':
      return invitationPaths.doubles(series, wave)
    default:
      return null
  }
}
