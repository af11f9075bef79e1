import { dayAt } from '../../../lib/days.ts'
import { centsIn } from '../../../lib/money.ts'
import { z } from 'zod'
import type { Lang } from '../../../lib/words.ts'
import { line, lines, optional, ticks } from '../../../platform/forms.ts'
import { may } from '../../../platform/http/access.ts'
import { action, page, type Route } from '../../../platform/http/routes.ts'
import type { ActVisit, Visit } from '../../../platform/http/visit.ts'
import { itemsOnSquare } from '../../knowledge/public.ts'
import { rewardForms } from '../../terms/public.ts'
import {
  askForInterviews,
  holdInterview,
  inviteToInterviews,
  linkInterviewItem,
  unlinkInterviewItem,
} from './interviews.actions.ts'
import { interviewPaths as paths } from './interviews.paths.ts'
import { addressOf, getRound, isAfter, lastAskedOn, listInterviews, listLinkedItems } from './interviews.sql.ts'
import { restsUntil } from './interviews.states.rules.ts'
import { interviewWords } from './interviews.text.ts'
import { InterviewsPage, type SentForm } from './interviews.views.tsx'
import type { Reward } from './rewards.rules.ts'
import { saidOf } from '../series/series.forms.ts'
import { isBeingMade } from '../waves/waves.states.rules.ts'
import { waveIdOf, waveOf } from '../waves/waves.web.tsx'

const nothing = z.strictObject({})

const RoundForm = (lang: Lang) => {
  const { about } = interviewWords[lang].errors
  const text = { empty: about, long: about }
  return z.strictObject({
    aboutNl: lines({ min: 10, max: 1000 }, text),
    aboutEn: optional(lines({ min: 10, max: 1000 }, text)),
  })
}

const [firstForm, ...otherForms] = rewardForms.map(({ id }) => id)

const InviteForm = (lang: Lang, today: string) => {
  const { errors } = interviewWords[lang]
  const text = (sentence: string) => line({ min: 3, max: 200 }, { empty: sentence, long: sentence })
  return z
    .strictObject({
      people: ticks(z.string().max(40)).refine((people) => people.length > 0, errors.people),
      moment: text(errors.moment),
      place: text(errors.place),
      minutes: z.coerce.number(errors.minutes).int(errors.minutes).min(10, errors.minutes).max(240, errors.minutes),
      reward: z.enum([firstForm ?? 'noReward', ...otherForms], errors.reward),
      amount: optional(z.string().max(40, errors.amount)),
      onPurpose: optional(z.literal('on')),
      replyBy: z.iso.date(errors.replyBy).refine((day) => day > today, errors.replyBy),
    })
    .transform(({ reward: form, amount, onPurpose, ...rest }, context) => {
      const refuse = (path: string, message: string) => context.addIssue({ code: 'custom', path: [path], message })
      if (form === 'noReward') {
        if (amount !== undefined) refuse('amount', errors.noAmount)
        if (onPurpose === undefined) refuse('onPurpose', errors.onPurpose)
        return { ...rest, reward: { form: 'none', cents: 0 } satisfies Reward }
      }
      const cents = centsIn(amount ?? '')
      if (cents === null) refuse('amount', errors.amount)
      return { ...rest, reward: { form, cents: cents ?? 0 } satisfies Reward }
    })
}

/** The path word in the address of an item, however it was copied. */
const LinkForm = (lang: Lang) => {
  const wrong = interviewWords[lang].errors.item
  return z.strictObject({
    item: line({ max: 400 }, { empty: wrong, long: wrong })
      .transform(
        (typed) =>
          typed
            .split(/[?#]/)[0]
            ?.split('/')
            .findLast((part) => part !== '') ?? '',
      )
      .refine((slug) => /^[\w-]{1,200}$/.test(slug), wrong),
  })
}

async function show(visit: Visit, sent: SentForm | null = null): Promise<Response> {
  const { vault } = visit.platform
  const today = dayAt(visit.now)
  const seen = await visit.house(async (tx) => {
    const round = await getRound(tx, await waveIdOf(tx, visit))
    const people = await listInterviews(tx, vault, round.wave)
    const candidates = []
    const agreed = []
    for (const each of people) {
      if (each.state === 'consented')
        candidates.push({ ...each, rests: restsUntil(await lastAskedOn(tx, each.id), today) !== null })
      if (each.state === 'agreed') agreed.push({ ...each, address: await addressOf(tx, vault, each) })
    }
    const linked = await listLinkedItems(tx, round.wave)
    const shown = await itemsOnSquare(tx, 'id', linked)
    return {
      round,
      candidates: candidates.toSorted((one, other) => ((one.name ?? '') < (other.name ?? '') ? -1 : 1)),
      agreed,
      invited: people.filter(({ state }) => state === 'invited').length,
      held: people.filter(({ state }) => state === 'held').length,
      items: linked.map((id) => {
        const item = shown.find((each) => each.id === id)
        return { id, title: item?.title ?? null, slug: item?.slug ?? null }
      }),
    }
  })
  const { state, about } = seen.round
  return visit.html(
    <InterviewsPage
      frame={visit.frame()}
      {...seen}
      changes={isBeingMade(state) || (state === 'open' && about === null)}
      closed={isAfter(state)}
      done={sent === null ? visit.query('gedaan') : null}
      sent={sent}
      newKey={visit.newKey}
    />,
    sent === null ? 200 : 422,
  )
}

async function invite(visit: ActVisit): Promise<Response> {
  const form = visit.read(InviteForm(visit.lang, dayAt(visit.now)))
  if (!form.ok) return show(visit, { form: 'invite', input: form.input, errors: form.errors })
  const { people, ...proposal } = form.value
  return visit.act(
    async (tx) => {
      const wave = await waveIdOf(tx, visit)
      await inviteToInterviews(tx, visit.platform.vault, wave, people, { ...proposal, by: visit.person() }, visit.now)
    },
    () => `${paths.wave(...waveOf(visit))}?gedaan=gevraagd`,
  )
}

async function link(visit: ActVisit): Promise<Response> {
  const form = visit.read(LinkForm(visit.lang))
  if (!form.ok) return show(visit, { form: 'link', input: form.input, errors: form.errors })
  const { item: slug } = form.value
  const [item] = await visit.square((db) => itemsOnSquare(db, 'slug', [slug]))
  if (item === undefined) {
    const errors = { item: visit.words(interviewWords).errors.item }
    return show(visit, { form: 'link', input: form.input, errors })
  }
  return visit.act(
    async (tx) => linkInterviewItem(tx, await waveIdOf(tx, visit), { item: item.id, by: visit.person() }, visit.now),
    () => kept(visit),
  )
}

const researcher = { who: may('researcher'), rate: 'working', data: 'personal' } as const
const kept = (visit: ActVisit) => `${paths.wave(...waveOf(visit))}?gedaan=bewaard`

/** The pages of researchers about talks. */
export const interviewRoutes: readonly Route[] = [
  page(paths.wave(':reeks', ':golf'), researcher, (visit) => show(visit)),
  action(paths.round(':reeks', ':golf'), { ...researcher, input: RoundForm('nl') }, (visit) => {
    const form = visit.read(RoundForm(visit.lang))
    if (!form.ok) return show(visit, { form: 'round', input: form.input, errors: form.errors })
    const { aboutNl, aboutEn } = form.value
    const asked = { about: saidOf(aboutNl, aboutEn), by: visit.person() }
    return visit.act(
      async (tx) => askForInterviews(tx, visit.platform.vault, await waveIdOf(tx, visit), asked, visit.now),
      () => kept(visit),
    )
  }),
  action(paths.invite(':reeks', ':golf'), { ...researcher, input: InviteForm('nl', '') }, invite),
  action(paths.hold(':reeks', ':golf', ':interview'), { ...researcher, input: nothing }, (visit) =>
    visit.act(
      async (tx) =>
        holdInterview(tx, visit.platform.vault, await waveIdOf(tx, visit), visit.param('interview'), visit.now),
      () => kept(visit),
    ),
  ),
  action(paths.link(':reeks', ':golf'), { ...researcher, input: LinkForm('nl') }, link),
  action(paths.unlink(':reeks', ':golf', ':item'), { ...researcher, input: nothing }, (visit) =>
    visit.act(
      async (tx) => unlinkInterviewItem(tx, await waveIdOf(tx, visit), visit.param('item'), visit.now),
      () => kept(visit),
    ),
  ),
]
