import type { Lang } from '../../lib/words.ts'
import type { Happened, Tx } from '../../platform/db/database.ts'
import type { JobHandler, RoomJobs, Work } from '../../platform/jobs/work.ts'
import type { Letter } from '../../platform/mail/letter-types.ts'
import { letter, type LetterContent } from '../../platform/mail/letter.ts'
import { makeLink, revokeProof } from '../../platform/proofs.ts'
import { href } from '../../ui/address.ts'
import { letters, type DeskMail, type RequesterMail, type TeamMail } from './letters.text.ts'
import { listCoordinators } from '../accounts/public.ts'
import { findAddressee } from './neighbours.ts'
import { takeLinkAsking } from './lost-link.actions.ts'
import { paths } from './paths.ts'
import { fields, findRequest, sealerOfRequest, type RequestRow } from './requests.sql.ts'
import { mailEvent, moveMails } from './states.rules.ts'
import { listDue, moveInTime, remindWaiting, timeSteps } from './time.actions.ts'

const dayMs = 86_400_000
/** Links in mail to the requester work this many days; every later mail brings a fresh one. */
export const statusLinkDays = 180
const invitationDays = 30

const inDays = (days: number, now: Date) => new Date(now.getTime() + days * dayMs)

/** The request an event is about; undefined when it was forgotten meanwhile. */
const requestOf = (tx: Tx, happened: Happened) => findRequest(tx, happened.subject ?? '')

async function addressOfRequester(tx: Tx, work: Work, row: RequestRow): Promise<string | null> {
  const contact = await tx
    .selectFrom('advice_contacts')
    .select('email_sealed')
    .where('request_id', '=', row.id)
    .executeTakeFirst()
  return contact ? (await sealerOfRequest(tx, work.vault, row.id)).open(fields.email, contact.email_sealed) : null
}

/** Writes a letter whose button is a fresh link; the link ends at once when the letter was written before, or is one too many. */
async function sendWithLink(
  tx: Tx,
  work: Work,
  link: Parameters<typeof makeLink>[1],
  pathOf: (token: string) => string,
  to: Pick<Letter, 'cause' | 'kind' | 'to'>,
  content: Omit<LetterContent, 'button'> & { button: string },
): Promise<void> {
  const token = await makeLink(tx, link)
  const button = { label: content.button, href: work.origin + href(content.lang, pathOf(token)) }
  const outcome = await work.mail.write(tx, { ...to, ...letter({ ...content, button }) })
  if (outcome !== 'written') await revokeProof(tx, token)
}

/** The only letter before the address is confirmed. Somebody may have typed another's address: it is counted and capped. */
const sendConfirmation: JobHandler = (work, happened) =>
  work.transaction(async (tx) => {
    const row = await requestOf(tx, happened)
    const to = row && (await addressOfRequester(tx, work, row))
    if (!row || !to || row.state !== 'unconfirmed') return
    const { confirm, hello, footer } = letters[row.lang]
    await sendWithLink(
      tx,
      work,
      // The same link opens the status page once the question is confirmed; unconfirmed, it ends with the question.
      { subject: row.id, purpose: 'request-confirm', until: inDays(statusLinkDays, work.now()) },
      paths.confirm,
      { cause: `advice.confirmation:${row.id}`, kind: 'unsolicited', to },
      {
        lang: row.lang,
        subject: confirm.subject,
        greeting: hello,
        paragraphs: [confirm.sentence, confirm.until, confirm.notYou],
        button: confirm.button,
        footer,
      },
    )
  })

const writeToRequester =
  (mail: RequesterMail): JobHandler =>
  (work, happened) =>
    work.transaction(async (tx) => {
      const row = await requestOf(tx, happened)
      if (!row) return
      await writeOneToRequester(tx, work, row, mail, happened.id)
      // Whoever asked a question that was joined to this one reads the same answer.
      if (mail !== 'answer-ready') return
      const joined = await tx.selectFrom('advice_requests').selectAll().where('merged_into', '=', row.id).execute()
      for (const other of joined) await writeOneToRequester(tx, work, other, mail, happened.id)
    })

async function writeOneToRequester(
  tx: Tx,
  work: Work,
  row: RequestRow,
  mail: RequesterMail,
  cause: string,
): Promise<void> {
  const to = await addressOfRequester(tx, work, row)
  if (!to || row.confirmed_at === null) return
  const { requester, hello, footer } = letters[row.lang]
  const { subject, sentence, button } = requester[mail](row.number)
  await sendWithLink(
    tx,
    work,
    { subject: row.id, purpose: 'request-status', until: inDays(statusLinkDays, work.now()) },
    mail === 'feedback-asked' ? paths.feedback : paths.status,
    { cause: `advice.${mail}:${row.id}:${cause}`, kind: mail === 'new-link' ? 'unsolicited' : 'expected', to },
    { lang: row.lang, subject, greeting: hello, paragraphs: [sentence], button, footer },
  )
}

/** Who asks for a new link may be anybody: the letter goes to the address on file only, and is capped. */
const sendNewLinks: JobHandler = (work, happened) =>
  work.transaction(async (tx) => {
    for (const row of await takeLinkAsking(tx, happened.subject ?? ''))
      await writeOneToRequester(tx, work, row, 'new-link', happened.id)
  })

const sendInvitation: JobHandler = (work, happened) =>
  work.transaction(async (tx) => {
    const member = await tx
      .selectFrom('advice_team')
      .select(['id', 'person_id'])
      .where('id', '=', happened.subject ?? '')
      .where('accepted_at', 'is', null)
      .where('ended_at', 'is', null)
      .executeTakeFirst()
    const to = member?.person_id && (await findAddressee(tx, work.vault, member.person_id))
    if (!member?.person_id || !to) return
    const { invitation, hello, footer } = letters[to.lang]
    await sendWithLink(
      tx,
      work,
      {
        subject: member.id,
        purpose: 'invitation',
        person: member.person_id,
        until: inDays(invitationDays, work.now()),
      },
      paths.invitation,
      { cause: `advice.invitation:${member.id}`, kind: 'expected', to: to.address },
      {
        lang: to.lang,
        subject: invitation.subject,
        greeting: hello,
        paragraphs: [invitation.sentence, invitation.free],
        button: invitation.button,
        footer,
      },
    )
  })

/** A letter to somebody with an account: the page asks them to sign in. */
async function tell(
  tx: Tx,
  work: Work,
  person: string,
  row: RequestRow,
  mail: TeamMail | DeskMail,
  cause: string,
): Promise<void> {
  const to = await findAddressee(tx, work.vault, person)
  if (!to) return
  const { team, desk, hello } = letters[to.lang]
  const forDesk = mail === 'desk-new' || mail === 'desk-news'
  const { subject, sentence, button } = forDesk ? desk[mail](row.number) : team[mail](row.number)
  const path = forDesk ? paths.deskRequest(row.id) : paths.teamRequest(row.id)
  await work.mail.write(tx, {
    cause: `advice.${mail}:${row.id}:${person}:${cause}`,
    kind: 'expected',
    to: to.address,
    ...letter({
      lang: to.lang satisfies Lang,
      subject,
      greeting: hello,
      paragraphs: [sentence],
      button: { label: button, href: work.origin + href(to.lang, path) },
    }),
  })
}

const tellTeam =
  (mail: TeamMail): JobHandler =>
  (work, happened) =>
    work.transaction(async (tx) => {
      const row = await requestOf(tx, happened)
      if (!row) return
      const team = await tx
        .selectFrom('advice_team')
        .select(['person_id', 'finished_at'])
        .where('request_id', '=', row.id)
        .where('accepted_at', 'is not', null)
        .where('ended_at', 'is', null)
        .execute()
      const wrote = await tx
        .selectFrom('advice_messages')
        .select('author_person')
        .where('request_id', '=', row.id)
        .where('sent_at', '=', happened.at)
        .execute()
      for (const { person_id: person, finished_at: finished } of team) {
        if (person === null || wrote.some((message) => message.author_person === person)) continue
        // Who gave the answer has heard that the work is done.
        if (mail === 'team-ended' && finished !== null) continue
        await tell(tx, work, person, row, mail, happened.id)
      }
    })

const tellHolder: JobHandler = (work, happened) =>
  work.transaction(async (tx) => {
    const row = await requestOf(tx, happened)
    if (row?.held_by) await tell(tx, work, row.held_by, row, 'desk-news', happened.id)
  })

const tellDesk: JobHandler = (work, happened) =>
  work.transaction(async (tx) => {
    const row = await requestOf(tx, happened)
    if (row) for (const person of await listCoordinators(tx)) await tell(tx, work, person, row, 'desk-new', happened.id)
  })

/** Moves what is due, each request in a transaction of its own: one that fails does not hold up the others. */
async function moveWithTime(work: Work): Promise<void> {
  await work.transaction((tx) => remindWaiting(tx, work.now()))
  for (const step of timeSteps)
    for (const { id } of await work.transaction((tx) => listDue(tx, step, work.now())))
      await work.transaction((tx) => moveInTime(tx, step, id, work.now()))
}

const ended = { 'tell-team-end': tellTeam('team-ended') }
const news = { 'tell-team-news': tellTeam('team-news'), 'tell-holder': tellHolder }

export const jobs: RoomJobs = {
  on: {
    'advice.question-asked': { 'send-confirmation': sendConfirmation },
    ...Object.fromEntries(moveMails.map((mail) => [mailEvent(mail), { [`write-${mail}`]: writeToRequester(mail) }])),
    'advice.mail-still-there': { 'write-still-there': writeToRequester('still-there') },
    'advice.link-asked': { 'send-new-links': sendNewLinks },
    'advice.requester-written-to': { 'write-message': writeToRequester('message') },
    'advice.expert-invited': { 'send-invitation': sendInvitation },
    'advice.request-confirmed': { 'tell-desk': tellDesk },
    'advice.work-started': { 'tell-team-begin': tellTeam('team-begins') },
    'advice.team-written-to': { 'tell-team-news': tellTeam('team-news') },
    'advice.requester-answered': news,
    'advice.requester-wrote': news,
    'advice.feedback-given': news,
    'advice.answered': { 'tell-team-evaluate': tellTeam('team-evaluate'), 'tell-holder': tellHolder },
    'advice.request-withdrawn': { ...ended, 'tell-holder': tellHolder },
    'advice.expired': { ...ended, 'tell-holder': tellHolder },
    'advice.referred': ended,
    'advice.closed': ended,
    'advice.invitation-accepted': { 'tell-holder': tellHolder },
    'advice.place-free': { 'tell-holder': tellHolder },
    'advice.team-changed': { 'tell-holder': tellHolder },
  },
  daily: { 'move-with-time': { cron: '10 6 * * *', run: moveWithTime } },
}
