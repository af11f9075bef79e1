import { randomUUID } from 'node:crypto'
import { sql } from 'kysely'
import { dayAt } from '../../../lib/days.ts'
import { saidIn } from '../../../lib/questionnaire/definition.ts'
import { longDate, type Lang } from '../../../lib/words.ts'
import type { Tx } from '../../../platform/db/database.ts'
import type { RoomJobs, Work } from '../../../platform/jobs/work.ts'
import { letter } from '../../../platform/mail/letter.ts'
import { makeLink, revokeProof } from '../../../platform/proofs.ts'
import { href } from '../../../ui/address.ts'
import { intervieweeWords } from './interviewees.text.ts'
import { interviewPaths } from './interviews.paths.ts'
import {
  addressOfInterview,
  getInterview,
  getRound,
  interviewHolder,
  isAfter,
  nameOfInterview,
  type Interview,
  type Round,
} from './interviews.sql.ts'
import './interviews.tables.ts'
import { rewardInWords } from './rewards.text.ts'

/**
 * Writes every row of a closed wave anew, in one breath: other numbers, in an order that says nothing, with a last day that is
 * counted from the end of the wave. What is left of the order in which people came, is gone.
 */
async function shuffle(tx: Tx, work: Work, { wave, closes, state }: Round): Promise<readonly string[]> {
  if (!isAfter(state) || closes === null) return []
  const sealer = await work.vault.sealerOf(tx, interviewHolder(wave))
  const left = await tx
    .deleteFrom('surveys_interviews')
    .where('wave_id', '=', wave)
    .where('state', '=', 'left')
    .returningAll()
    .execute()
  if (left.length === 0 || sealer === null) return []
  const day = dayAt(work.now())
  const anew = left
    .map((row) => {
      const id = randomUUID()
      const resealed = (field: (id: string) => string, bytes: Buffer | null) =>
        bytes === null ? null : sealer.seal(field(id), sealer.open(field(row.id), bytes))
      return {
        ...row,
        id,
        state: 'asked' as const,
        state_on: day,
        until: sql<string>`(${closes}::date + make_interval(months => ${row.months}))::date`,
        name_sealed: resealed(nameOfInterview, row.name_sealed),
        address_sealed: resealed(addressOfInterview, row.address_sealed),
      }
    })
    .toSorted((one, other) => (one.id < other.id ? -1 : 1))
  await tx.insertInto('surveys_interviews').values(anew).execute()
  return anew.map(({ id }) => id)
}

/** Writes a letter with a link of its own, and the way out. Nothing that the person typed stands in it. */
async function write(
  tx: Tx,
  work: Work,
  interview: Interview,
  told: {
    readonly cause: `surveys.${string}`
    readonly kind: 'unsolicited' | 'expected'
    readonly words: {
      readonly subject: string
      readonly greeting: string
      readonly button: string
      readonly stop: string
    }
    readonly paragraphs: readonly string[]
  },
): Promise<void> {
  const { address_sealed: sealed } = await tx
    .selectFrom('surveys_interviews')
    .select('address_sealed')
    .where('id', '=', interview.id)
    .executeTakeFirstOrThrow()
  const sealer = await work.vault.sealerOf(tx, interviewHolder(interview.wave))
  if (sealed === null || sealer === null || interview.until === null) return
  const { lang } = interview
  const until = new Date(`${interview.until}T23:00:00Z`)
  const token = await makeLink(tx, { subject: interview.id, purpose: 'poll-interview', until })
  const { subject, greeting, button, stop } = told.words
  const outcome = await work.mail.write(tx, {
    cause: `${told.cause}:${interview.id}`,
    kind: told.kind,
    to: sealer.open(addressOfInterview(interview.id), sealed),
    ...letter({
      lang,
      subject,
      greeting,
      paragraphs: told.paragraphs,
      button: { label: button, href: work.origin + href(lang, interviewPaths.own(token)) },
      unsubscribe: { label: stop, href: work.origin + href(lang, interviewPaths.stop(token)) },
    }),
  })
  if (outcome !== 'written') await revokeProof(tx, token)
}

const titleOf = ({ title, label }: Round, lang: Lang) => `${saidIn(title, lang).text}, ${saidIn(label, lang).text}`

const dayIn = (iso: string | null, lang: Lang) => (iso === null ? null : longDate(new Date(`${iso}T12:00:00Z`), lang))

/** Asks everybody who left an address whether it is right, once the wave has closed. May run as often as it likes. */
export async function askInterviewees(work: Work, wave: string): Promise<void> {
  await work.transaction(async (tx) => {
    const round = await getRound(tx, wave)
    for (const id of await shuffle(tx, work, round)) {
      const interview = await getInterview(tx, work.vault, id)
      const { confirmLetter: words } = intervieweeWords[interview.lang]
      const paragraphs = words.paragraphs({
        title: titleOf(round, interview.lang),
        until: dayIn(interview.until, interview.lang),
      })
      await write(tx, work, interview, { cause: 'surveys.interview-check', kind: 'unsolicited', words, paragraphs })
    }
  })
}

/** Writes the letters of one proposal. May run twice: nobody gets it twice. */
async function sendProposal(work: Work, proposal: string): Promise<void> {
  const people = await work.transaction((tx) =>
    tx
      .selectFrom('surveys_interviews')
      .select('id')
      .where('proposal_id', '=', proposal)
      .where('state', '=', 'invited')
      .execute(),
  )
  for (const { id } of people)
    await work.transaction(async (tx) => {
      const interview = await getInterview(tx, work.vault, id, true)
      if (interview.state !== 'invited' || interview.proposal === null) return
      const { lang } = interview
      const { minutes, reward, replyBy } = interview.proposal
      const { inviteLetter: words } = intervieweeWords[lang]
      const title = titleOf(await getRound(tx, interview.wave), lang)
      const paragraphs = words.paragraphs({
        title,
        minutes,
        reward: rewardInWords(reward, lang),
        replyBy: dayIn(replyBy, lang) ?? '',
      })
      await write(tx, work, interview, { cause: 'surveys.interview-invitation', kind: 'expected', words, paragraphs })
    })
}

/** Whoever did not answer in time is left alone: name and address go. */
const endProposals = (work: Work): Promise<void> =>
  work.transaction(async (tx) => {
    const today = dayAt(work.now())
    await tx
      .updateTable('surveys_interviews')
      .set({ state: 'no-answer', state_on: today, name_sealed: null, address_sealed: null })
      .where('state', '=', 'invited')
      .where('proposal_id', 'in', (of) =>
        of.selectFrom('surveys_interview_proposals').select('id').where('reply_by', '<', today),
      )
      .execute()
  })

export const interviewJobs: RoomJobs = {
  on: {
    'surveys.wave-closed': {
      'ask-interviewees': async (work, { subject }) => {
        if (subject !== null) await askInterviewees(work, subject)
      },
    },
    'surveys.interviews-invited': {
      'send-proposal': async (work, { subject }) => {
        if (subject !== null) await sendProposal(work, subject)
      },
    },
  },
  daily: { 'end-interview-proposals': { cron: '20 6 * * *', run: endProposals } },
}
