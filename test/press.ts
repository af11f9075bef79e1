import type { Work } from '../src/platform/jobs/jobs.ts'
import { openMailRoom } from '../src/platform/mail/mail.ts'
import { testOrigin, type RolledBackHouse } from './house.ts'

/** What the worker has in its hands where there is a Chromium; the pages that were printed are kept. `refuses`: which are not. */
export function workWithPress(
  house: RolledBackHouse,
  printed: string[],
  refuses: (html: string) => boolean = () => false,
): Work {
  const { vault } = house.platform
  return {
    now: () => house.platform.now(),
    transaction: (fn) => house.operate(fn),
    vault,
    mail: openMailRoom({ vault, origin: testOrigin, smtpUrl: undefined }),
    origin: testOrigin,
    press: {
      style: '.plein-poll { color: red }',
      print: async (html) => {
        if (refuses(html)) throw new Error('refused')
        printed.push(html)
        return new TextEncoder().encode(`%PDF-${printed.length}`)
      },
    },
  }
}
