import type { Tx } from '../../platform/db/database.ts'
import type { JobHandler, RoomJobs, Work } from '../../platform/jobs/work.ts'
import { letter } from '../../platform/mail/letter.ts'
import { makeLink, revokeProof } from '../../platform/proofs.ts'
import { href } from '../../ui/address.ts'
import { reach } from '../accounts/public.ts'
import { paths } from './paths.ts'
import { addressSeat, endTerms } from './seats.actions.ts'
import { isId } from './seats.sql.ts'
import { governanceWords } from './text.ts'

/** A vote can be given after its deadline as long as nobody wrote the decision down. */
const linkDays = 60

const about =
  (work: (tx: Tx, each: Work, subject: string) => Promise<void>): JobHandler =>
  async (each, happened) => {
    const { subject } = happened
    if (subject !== null && isId(subject)) await each.transaction((tx) => work(tx, each, subject))
  }

/** A seat is offered to an address: only when an expert has it, there is somebody to write to. */
async function invite(tx: Tx, work: Work, seat: string): Promise<void> {
  const person = await addressSeat(tx, work.vault, seat)
  const to = person === null ? null : await reach(tx, work.vault, person)
  if (to === null) return
  const words = governanceWords[to.lang].letters
  await work.mail.write(tx, {
    cause: `governance.seat:${seat}`,
    kind: 'expected',
    to: to.email,
    ...letter({
      lang: to.lang,
      subject: words.seat.subject,
      greeting: words.greeting,
      paragraphs: words.seat.paragraphs,
      button: { label: words.seat.button, href: work.origin + href(to.lang, paths.mine) },
      footer: words.footer,
    }),
  })
}

async function askForVote(tx: Tx, work: Work, vote: string, person: string): Promise<void> {
  const to = await reach(tx, work.vault, person)
  if (to === null) return
  const words = governanceWords[to.lang].letters
  const until = new Date(work.now().getTime() + linkDays * 86_400_000)
  const token = await makeLink(tx, { subject: vote, purpose: 'vote', until, person })
  const outcome = await work.mail.write(tx, {
    cause: `governance.vote:${vote}`,
    kind: 'expected',
    to: to.email,
    ...letter({
      lang: to.lang,
      subject: words.vote.subject,
      greeting: words.greeting,
      paragraphs: words.vote.paragraphs,
      button: { label: words.vote.button, href: work.origin + href(to.lang, paths.voteByLink(token)) },
      footer: words.footer,
    }),
  })
  // The letter of an earlier run holds another link; one that nobody has is ended at once.
  if (outcome !== 'written') await revokeProof(tx, token)
}

const waiting = (tx: Tx) =>
  tx
    .selectFrom('governance_votes as v')
    .innerJoin('governance_seats as s', 's.id', 'v.seat_id')
    .innerJoin('governance_proposals as p', 'p.id', 'v.proposal_id')
    .select(['v.id', 's.person_id'])
    .where('v.choice', 'is', null)
    .where('p.outcome', 'is', null)
    .where('s.ended_at', 'is', null)
    .orderBy('v.id')

const askAll = async (tx: Tx, work: Work, votes: readonly { id: string; person_id: string | null }[]) => {
  for (const { id, person_id: person } of votes) if (person !== null) await askForVote(tx, work, id, person)
}

export const jobs: RoomJobs = {
  on: {
    'governance.seat-offered': { 'invite-to-seat': about(invite) },
    'governance.proposal-opened': {
      'ask-the-seats': about(async (tx, work, proposal) =>
        askAll(tx, work, await waiting(tx).where('p.id', '=', proposal).execute()),
      ),
    },
    'governance.seat-taken': {
      'ask-the-new-seat': about(async (tx, work, seat) =>
        askAll(tx, work, await waiting(tx).where('s.id', '=', seat).execute()),
      ),
    },
  },
  daily: {
    'end-terms': { cron: '10 0 * * *', run: (work) => work.transaction((tx) => endTerms(tx, work.now())) },
  },
}
