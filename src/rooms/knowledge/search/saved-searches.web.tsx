import { z } from 'zod'
import { one } from '../../../lib/form-values.ts'
import { normaliseEmailAddress } from '../../../lib/text/emailAddress.ts'
import { languages, type Lang } from '../../../lib/words.ts'
import type { SquareDb, Tx } from '../../../platform/db/database.ts'
import { anyone, linkFor, signedIn } from '../../../platform/http/access.ts'
import { action, onePress, page, type Route } from '../../../platform/http/routes.ts'
import type { ActVisit, Visit } from '../../../platform/http/visit.ts'
import { problems } from '../../../platform/problems.ts'
import { revokeProof } from '../../../platform/proofs.ts'
import { reach } from '../../accounts/public.ts'
import { confirmSearch, followSearch, getSearch } from './saved-searches.actions.ts'
import { savedSearchPaths as paths } from './saved-searches.paths.ts'
import { findSavedSearch, findStewardNames } from './saved-searches.sql.ts'
import { savedSearchText } from './saved-searches.text.ts'
import {
  AskedPage,
  ConfirmedPage,
  ConfirmPage,
  FollowPage,
  MinePage,
  StoppedPage,
  StopPage,
  type ToldSearch,
} from './saved-searches.views.tsx'
import { askedInLine, askedOf, searchLine } from './search.asked.ts'
import { choicesInWords } from './search.choices.ts'
import { knowledgePaths } from '../square.paths.ts'
import { listSearchesOf, stopSubscription } from '../subscriptions/subscriptions.actions.ts'

const FollowForm = (lang: Lang) => {
  const { emailWrong, searchWrong, choose } = savedSearchText[lang]
  return z.strictObject({
    search: z.string(searchWrong).transform((line, issues) => {
      const { text, filters } = askedInLine(line)
      if (text !== '') return searchLine(text, filters)
      issues.addIssue({ code: 'custom', message: searchWrong })
      return z.NEVER
    }),
    email: z.string(emailWrong).transform((typed, issues) => {
      const email = normaliseEmailAddress(typed)
      if (email !== null) return email
      issues.addIssue({ code: 'custom', message: emailWrong })
      return z.NEVER
    }),
    lang: z.enum(languages, choose),
  })
}

const StopForm = z.strictObject({ search: z.uuid() })

/** What a mail program sends with its one press; our own button sends nothing. */
const PressForm = z.strictObject({ 'List-Unsubscribe': z.string().optional() })

/** Searches in the words of a language. */
async function tell(db: SquareDb, lines: readonly string[], lang: Lang): Promise<readonly ToldSearch[]> {
  const asked = lines.map((line) => ({ line, ...askedInLine(line) }))
  const names = await findStewardNames(
    db,
    asked.flatMap(({ filters }) => filters.steward ?? []),
  )
  return asked.map(({ line, text, filters }) => ({
    line,
    text,
    choices: choicesInWords(filters, lang, (slug) => names.get(slug)),
  }))
}

const toldOf = async (visit: Visit, line: string): Promise<ToldSearch> => {
  const [told] = await visit.square((db) => tell(db, [line], visit.lang))
  if (told === undefined) throw problems['not-found']()
  return told
}

const searchOfLink = async (visit: Visit) =>
  toldOf(visit, await visit.house((tx) => getSearch(tx, visit.platform.vault, visit.subject())))

/** The address of who is signed in; null for everybody else. */
const ownAddress = async (visit: Visit, tx: Tx) =>
  visit.actor.kind === 'session' ? ((await reach(tx, visit.platform.vault, visit.actor.person))?.email ?? null) : null

// Only what goes to one's own address stands among one's own: of another's nobody learns whether it said yes.
async function follower(visit: ActVisit, tx: Tx, email: string): Promise<string | null> {
  const own = await ownAddress(visit, tx)
  return own !== null && own.toLowerCase() === email.toLowerCase() ? visit.person() : null
}

async function showMine(visit: Visit, status = 200): Promise<Response> {
  const rows = await visit.house((tx) => listSearchesOf(tx, visit.platform.vault, visit.person()))
  const told = await visit.square((db) =>
    tell(
      db,
      rows.map((row) => row.search ?? ''),
      visit.lang,
    ),
  )
  return visit.html(
    <MinePage
      frame={visit.frame()}
      searches={told.map((each, index) => ({
        ...each,
        id: rows[index]?.id ?? '',
        confirmedAt: rows[index]?.confirmed_at ?? null,
      }))}
      stopped={visit.query('gedaan') === 'gestopt'}
      newKey={() => visit.newKey()}
    />,
    status,
  )
}

const confirming = { who: linkFor('search-confirm'), rate: 'asking', data: 'special' } as const
const ofLetter = { who: linkFor('search-letter'), rate: 'working', data: 'special' } as const

export const savedSearchRoutes: readonly Route[] = [
  page(paths.follow, { who: anyone, rate: 'reading', data: 'personal' }, async (visit) => {
    const done = visit.query('gedaan')
    if (done === 'gevraagd') return visit.html(<AskedPage frame={visit.frame()} />)
    if (done === 'bevestigd') return visit.html(<ConfirmedPage frame={visit.frame()} />)
    const { text, filters } = askedOf(visit)
    if (text === '') return visit.redirect(knowledgePaths.search)
    const search = await toldOf(visit, searchLine(text, filters))
    const email = visit.actor.kind === 'session' ? await visit.house((tx) => ownAddress(visit, tx)) : null
    return visit.html(
      <FollowPage
        frame={visit.frame()}
        search={search}
        pageKey={visit.newKey()}
        {...(email !== null && { input: { email } })}
      />,
    )
  }),
  action(paths.follow, { who: anyone, rate: 'asking', data: 'special', input: FollowForm('nl') }, async (visit) => {
    const form = visit.read(FollowForm(visit.lang))
    if (!form.ok) {
      const key = one(visit.sent, '_key')
      return visit.html(
        <FollowPage
          frame={visit.frame()}
          search={await toldOf(visit, one(visit.sent, 'search'))}
          pageKey={key === '' ? visit.newKey() : key}
          input={form.input}
          errors={form.errors}
        />,
        422,
      )
    }
    const { vault } = visit.platform
    return visit.act(
      async (tx) => followSearch(tx, vault, form.value, await follower(visit, tx, form.value.email), visit.now),
      () => `${paths.follow}?gedaan=gevraagd`,
    )
  }),

  page(paths.confirm(':link'), confirming, async (visit) =>
    visit.html(
      <ConfirmPage
        frame={visit.frame()}
        link={visit.param('link')}
        search={await searchOfLink(visit)}
        pageKey={visit.newKey()}
      />,
    ),
  ),
  action(paths.confirm(':link'), confirming, (visit) =>
    visit.act(
      async (tx) => {
        await confirmSearch(tx, visit.subject(), visit.now)
        await revokeProof(tx, visit.param('link'))
      },
      () => `${paths.follow}?gedaan=bevestigd`,
    ),
  ),

  page(paths.stop(':link'), ofLetter, async (visit) =>
    visit.html(
      (await visit.house((tx) => findSavedSearch(tx, visit.subject()))) ? (
        <StopPage frame={visit.frame()} link={visit.param('link')} search={await searchOfLink(visit)} />
      ) : (
        <StoppedPage frame={visit.frame()} />
      ),
    ),
  ),
  // RFC 8058: a mail program follows no redirect, so the answer is the page itself.
  onePress(paths.stop(':link') as `${string}/:link`, { ...ofLetter, input: PressForm }, async (visit) => {
    await visit.house((tx) => stopSubscription(tx, visit.subject(), visit.now))
    return visit.html(<StoppedPage frame={visit.frame()} />)
  }),

  page(paths.mine, { who: signedIn, rate: 'reading', data: 'special' }, (visit) => showMine(visit)),
  action(paths.mine, { who: signedIn, rate: 'working', data: 'special', input: StopForm }, (visit) => {
    const form = visit.read(StopForm)
    if (!form.ok) return showMine(visit, 422)
    return visit.act(
      (tx) => stopSubscription(tx, form.value.search, visit.now),
      () => `${paths.mine}?gedaan=gestopt`,
    )
  }),
]
