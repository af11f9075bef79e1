import { z } from 'zod'
import { dayAt } from '../../lib/days.ts'
import { one, type Errors, type FormInput } from '../../lib/form-values.ts'
import { normaliseEmailAddress } from '../../lib/text/emailAddress.ts'
import type { Lang } from '../../lib/words.ts'
import { line, optional, ticks } from '../../platform/forms.ts'
import { editorOrAdministrator, may } from '../../platform/http/access.ts'
import { action, page, type Route } from '../../platform/http/routes.ts'
import type { Visit } from '../../platform/http/visit.ts'
import { problems as platform } from '../../platform/problems.ts'

import { partnerOrganisations } from '../accounts/public.ts'
import { paths } from './paths.ts'
import { problems, unknown } from './problems.ts'
import { listAskedOfMe } from './proposals.sql.ts'
import { endSeat, leaveSeat, offerSeat, takeSeat } from './seats.actions.ts'
import { isId, listOwnSeats, listSeats } from './seats.sql.ts'
import { OwnSeatPage, SeatsPage } from './seats.views.tsx'
import { governanceWords } from './text.ts'

const longestTerm = 3 * 366
const day = 86_400_000

const InviteForm = (lang: Lang, now: Date) => {
  const words = governanceWords[lang].seats
  const last = dayAt(new Date(now.getTime() + longestTerm * day))
  return z.strictObject({
    email: z
      .string(words.wrongEmail)
      .transform((typed) => normaliseEmailAddress(typed.trim()))
      .refine((address): address is string => address !== null, words.wrongEmail),
    until: z.iso.date(words.wrongUntil).refine((until) => until > dayAt(now) && until <= last, words.wrongUntil),
  })
}

const SeatForm = (lang: Lang) => {
  const words = governanceWords[lang].mine
  return z.strictObject({
    shownName: optional(line({ max: 80 }, { empty: words.nameLong, long: words.nameLong })),
    employers: ticks(z.uuid()),
  })
}
const Press = z.strictObject({})

type Sent = { readonly input: FormInput; readonly errors: Errors }

const mayEndHeld = ({ actor }: Visit) => actor.kind === 'session' && actor.permissions.has('administrator')

async function showSeats(visit: Visit, sent?: Sent): Promise<Response> {
  const seats = await visit.house((tx) => listSeats(tx))
  return visit.html(
    <SeatsPage
      frame={visit.frame()}
      seats={seats}
      mayEndHeld={mayEndHeld(visit)}
      newKey={visit.newKey}
      pageKey={(sent && one(sent.input, '_key')) || visit.newKey()}
      today={dayAt(visit.now)}
      saved={sent === undefined && visit.query('bewaard') !== null}
      input={sent?.input ?? {}}
      errors={sent?.errors ?? {}}
    />,
    sent ? 422 : 200,
  )
}

async function showOwn(visit: Visit, sent?: Sent & { readonly seat: string }): Promise<Response> {
  const seen = await visit.house(async (tx) => ({
    seats: await listOwnSeats(tx),
    partners: await partnerOrganisations(tx),
    asked: await listAskedOfMe(tx),
  }))
  if (sent && !seen.seats.some((seat) => seat.id === sent.seat)) throw unknown()
  return visit.html(
    <OwnSeatPage
      frame={visit.frame()}
      {...seen}
      today={dayAt(visit.now)}
      newKey={visit.newKey}
      saved={sent === undefined && visit.query('bewaard') !== null}
      sent={sent ?? null}
    />,
    sent ? 422 : 200,
  )
}

const keeping = { who: editorOrAdministrator, rate: 'working', data: 'personal' } as const
const own = { who: may('expert'), rate: 'working', data: 'personal' } as const

/** Inviting to seats and ending them, and one's own seat. */
export const seatRoutes: readonly Route[] = [
  page(paths.mine, own, (visit) => showOwn(visit)),
  action(paths.takeSeat(':seat'), { ...own, input: SeatForm('nl') }, (visit) => {
    const seat = visit.param('seat')
    const form = visit.read(SeatForm(visit.lang))
    if (!form.ok) return showOwn(visit, { seat, input: visit.sent, errors: form.errors })
    const { shownName = null, employers } = form.value
    return visit.act(
      (tx) => takeSeat(tx, seat, { shownName, employers }, visit.now),
      () => `${paths.mine}?bewaard`,
    )
  }),
  action(paths.leaveSeat(':seat'), { ...own, input: Press }, (visit) => {
    const seat = visit.param('seat')
    const form = visit.read(Press)
    if (!form.ok) return showOwn(visit, { seat, input: {}, errors: form.errors })
    return visit.act(
      (tx) => leaveSeat(tx, seat, visit.now),
      () => paths.mine,
    )
  }),

  page(paths.seats, keeping, (visit) => showSeats(visit)),
  action(paths.seats, { ...keeping, input: InviteForm('nl', new Date(0)) }, (visit) => {
    const form = visit.read(InviteForm(visit.lang, visit.now))
    if (!form.ok) return showSeats(visit, { input: visit.sent, errors: form.errors })
    return visit.act(
      (tx) => offerSeat(tx, visit.platform.vault, { ...form.value, by: visit.person() }, visit.now),
      () => `${paths.seats}?bewaard`,
    )
  }),
  action(paths.endSeat(':seat'), { ...keeping, input: Press }, async (visit) => {
    const seat = visit.param('seat')
    if (!visit.read(Press).ok) {
      if (!isId(seat) || !(await visit.house((tx) => listSeats(tx))).some((each) => each.id === seat)) throw unknown()
      throw platform['unknown-form']()
    }
    const held = (await visit.house((tx) => listSeats(tx))).find((each) => each.id === seat && each.answer === 'yes')
    if (held && !mayEndHeld(visit)) throw problems['seat-held']()
    return visit.act(
      (tx) => endSeat(tx, seat, visit.now),
      () => paths.seats,
    )
  }),
]
