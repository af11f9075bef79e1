import { z } from 'zod'
import type { Tx } from '../../platform/db/database.ts'
import { anyone, linkFor, signedIn } from '../../platform/http/access.ts'
import { action, page, type Route } from '../../platform/http/routes.ts'
import type { ActVisit, Visit } from '../../platform/http/visit.ts'
import { duoPaths } from './desk.paths.ts'
import { InvitationPage, InvitationsPage, RepliedPage } from './invitation.views.tsx'
import { listInvitations } from './readings.sql.ts'
import { acceptInvitation, declineInvitation } from './team.actions.ts'

/** The buttons send nothing but their key. */
const Press = z.strictObject({})

async function showMine(visit: Visit): Promise<Response> {
  const invitations = await visit.house((tx) => listInvitations(tx, visit.platform.vault))
  return visit.html(<InvitationsPage frame={visit.frame()} invitations={invitations} newKey={visit.newKey} />)
}

async function showLinked(visit: Visit): Promise<Response> {
  const link = visit.param('link')
  const [invitation] = await visit.house((tx) => listInvitations(tx, visit.platform.vault))
  // The link lives on while the question moved to somebody else, or waits.
  if (invitation === undefined) return visit.html(<RepliedPage frame={visit.frame()} reply="ended" />, 410)
  const answering = { yes: duoPaths.accept(link), no: duoPaths.decline(link), newKey: visit.newKey }
  return visit.html(<InvitationPage frame={visit.frame()} invitation={invitation} answering={answering} />)
}

const accept = (visit: ActVisit, member: string, depart: (request: string) => string) =>
  visit.act(
    (tx: Tx) => acceptInvitation(tx, member, visit.now),
    ({ request }) => depart(request),
  )

/** Without a key: what is kept of a press would be the mark that a "no" does not leave. A second press finds nothing to do. */
const decline = async (visit: ActVisit, member: string): Promise<Response> => {
  await visit.house((tx) => declineInvitation(tx, visit.platform.vault, member, visit.now))
  return visit.depart(duoPaths.declined)
}

const declared = { rate: 'working', data: 'none', input: Press } as const
const byLink = linkFor('invitation')

/** Being asked: the list of who is signed in, the page behind the link, and yes and no from both. */
export const invitationRoutes: readonly Route[] = [
  page(duoPaths.invitations, { who: signedIn, rate: 'working', data: 'personal' }, showMine),
  action(duoPaths.acceptMine(':member'), { who: signedIn, ...declared }, (visit) =>
    accept(visit, visit.param('member'), duoPaths.request),
  ),
  action(duoPaths.declineMine(':member'), { who: signedIn, ...declared }, (visit) =>
    decline(visit, visit.param('member')),
  ),
  page(duoPaths.invitation(':link'), { who: byLink, rate: 'working', data: 'personal' }, showLinked),
  action(duoPaths.accept(':link'), { who: byLink, ...declared }, (visit) =>
    accept(visit, visit.subject(), () => duoPaths.accepted),
  ),
  action(duoPaths.decline(':link'), { who: byLink, ...declared }, (visit) => decline(visit, visit.subject())),
  page(duoPaths.accepted, { who: anyone, rate: 'reading', data: 'none' }, (visit) =>
    visit.html(<RepliedPage frame={visit.frame()} reply="accepted" />),
  ),
  page(duoPaths.declined, { who: anyone, rate: 'reading', data: 'none' }, (visit) =>
    visit.html(<RepliedPage frame={visit.frame()} reply="declined" />),
  ),
]
