import { dayAt } from '../../../lib/days.ts'
import { page, type Route } from '../../../platform/http/routes.ts'
import { paths } from '../paths.ts'
import { researching } from '../series/series.web.tsx'
import { listUndecided, listUnfinished } from './waiting.sql.ts'
import { WaitingPage } from './waiting.views.tsx'

export const waitingRoutes: readonly Route[] = [
  page(paths.research, researching, async (visit) => {
    const { waves, undecided } = await visit.house(async (tx) => ({
      waves: await listUnfinished(tx, dayAt(visit.now)),
      undecided: await listUndecided(tx),
    }))
    const mine = (each: { readonly by: string | null }) => each.by === visit.person()
    return visit.html(
      <WaitingPage
        frame={visit.frame()}
        waves={waves}
        toDecide={undecided.filter((each) => !mine(each))}
        own={undecided.filter(mine)}
      />,
    )
  }),
]
