import { sql } from 'kysely'
import { randomUUID } from 'node:crypto'
import { saidIn } from '../../../lib/questionnaire/definition.ts'
import type { Tx } from '../../../platform/db/database.ts'
import type { RoomJobs, Work } from '../../../platform/jobs/work.ts'
import { letter } from '../../../platform/mail/letter.ts'
import { makeLink, revokeProof } from '../../../platform/proofs.ts'
import { href } from '../../../ui/address.ts'
import { openSheet, sheetHolder } from '../../questionnaires/public.ts'
import { addressField, contactsHolder } from '../frame/contacts.sql.ts'
import { nameField } from '../filling/filling.actions.ts'
import { fillingPaths as paths } from '../filling/filling.paths.ts'
import { linkEnd } from '../filling/filling.rules.ts'
import {
  findInvitingWave,
  listUninvited,
  listWaiting,
  lockInvitation,
  lockRespondent,
  type Addressed,
  type InvitingWave,
} from './invitations.sql.ts'
import { invitationLetters } from './invitations.text.ts'
import { panelKey } from '../series/panel.actions.ts'
import { pseudonymOf } from '../series/pseudonyms.rules.ts'
import { whyNotReminded } from './reminders.rules.ts'

/** The sheet of this place in this wave: the one that was begun, or a new one. */
async function sheetFor(tx: Tx, work: Work, wave: InvitingWave, place: Addressed): Promise<string> {
  const pseudonym = pseudonymOf(await panelKey(tx, work.vault, wave.series), place.reference)
  const [there] = await lockRespondent(tx, wave.id, pseudonym)
  if (there !== undefined) return there.sheet
  const sheet = await openSheet(tx, work.vault, wave.version, work.now())
  const sealer = await work.vault.makeKey(tx, sheetHolder(sheet))
  await tx
    .insertInto('surveys_respondents')
    .values({
      id: randomUUID(),
      wave_id: wave.id,
      sheet_id: sheet,
      pseudonym,
      type: place.type,
      size: place.size,
      province_code: place.province,
      trial: place.trial,
      name_sealed: sealer.seal(nameField, place.name),
      state: 'invited',
      state_since: work.now(),
    })
    .execute()
  return sheet
}

/** Writes a letter with a link to the sheet and one to say that it is not for them. Every letter has links of its own. */
async function write(
  tx: Tx,
  work: Work,
  told: { wave: InvitingWave; place: Addressed; sheet: string; invitation: string; reminder: 0 | 1 | 2 },
): Promise<void> {
  const { wave, place, sheet, invitation, reminder } = told
  const sealer = await work.vault.sealerOf(tx, contactsHolder(wave.id))
  if (sealer === null) return
  const until = linkEnd(wave.closes, work.now())
  const token = await makeLink(tx, { subject: sheet, purpose: 'sheet', until })
  const decline = await makeLink(tx, { subject: invitation, purpose: 'poll-decline', until })
  const { lang } = place
  const words = invitationLetters[lang]
  const title = `${saidIn(wave.title, lang).text}: ${saidIn(wave.label, lang).text}`
  const outcome = await work.mail.write(tx, {
    cause: reminder === 0 ? `surveys.invitation:${invitation}` : `surveys.reminder-${reminder}:${invitation}`,
    kind: 'expected',
    to: sealer.open(addressField(place.place), place.address),
    ...letter({
      lang,
      subject: reminder === 0 ? words.subject : words.reminderSubject,
      greeting: words.greeting,
      paragraphs: words.paragraphs({ organisation: place.name, title, closes: wave.closes, reminder }),
      button: { label: words.button, href: work.origin + href(lang, paths.start(token)) },
      footer: words.footer(work.origin + href(lang, paths.decline(decline))),
    }),
  })
  if (outcome === 'written') return
  await revokeProof(tx, token)
  await revokeProof(tx, decline)
}

async function invite(tx: Tx, work: Work, wave: InvitingWave, place: Addressed): Promise<void> {
  const id = randomUUID()
  const made = await tx
    .insertInto('surveys_invitations')
    .values({ id, place_id: place.place, made_at: work.now(), reminded_at: null, bounced_at: null })
    .onConflict((conflict) => conflict.column('place_id').doNothing())
    .executeTakeFirst()
  if (made.numInsertedOrUpdatedRows === 0n) return
  const sheet = await sheetFor(tx, work, wave, place)
  await write(tx, work, { wave, place, sheet, invitation: id, reminder: 0 })
}

/** Invites everybody of a wave who was not invited yet, each in a transaction of its own. May run twice, also at once. */
async function inviteAll(work: Work, waveId: string): Promise<void> {
  for (;;) {
    const left = await work.transaction(async (tx) => {
      const wave = await findInvitingWave(tx, waveId)
      return wave === undefined ? null : { wave, places: await listUninvited(tx, wave, 100) }
    })
    if (left === null || left.places.length === 0) return
    for (const place of left.places) await work.transaction((tx) => invite(tx, work, left.wave, place))
  }
}

/**
 * Reminds one place, unless its organisation answered. A sending and this letter wait for each other at the row of the
 * respondent: once the sending is done, no reminder is written any more.
 */
async function remind(tx: Tx, work: Work, id: string, waveId: string): Promise<void> {
  const wave = await findInvitingWave(tx, waveId)
  const held = await lockInvitation(tx, id)
  if (wave === undefined || wave.state !== 'open' || held === undefined) return
  const pseudonym = pseudonymOf(await panelKey(tx, work.vault, wave.series), held.place.reference)
  const respondents = await lockRespondent(tx, wave.id, pseudonym)
  const [first] = respondents
  const answered = respondents.some(({ state }) => state === 'sent' || state === 'double')
  const due = whyNotReminded(
    {
      invitedAt: held.made_at,
      reminders: held.reminders,
      remindedAt: held.reminded_at,
      answered: held.answered || answered,
      declined: held.declined,
      bounced: held.bounced_at !== null,
      closes: wave.closes,
    },
    work.now(),
  )
  if (due !== null || first === undefined) return
  const reminder = held.reminders === 0 ? 1 : 2
  await tx
    .updateTable('surveys_invitations')
    .set({ reminders: reminder, reminded_at: work.now() })
    .where('id', '=', id)
    .execute()
  await write(tx, work, { wave, place: held.place, sheet: first.sheet, invitation: id, reminder })
}

/** Reminds everybody who is due, at most twice each. Runs every morning; may run twice. */
export async function remindAll(work: Work): Promise<void> {
  for (const { id, wave } of await work.transaction((tx) => listWaiting(tx)))
    await work.transaction((tx) => remind(tx, work, id, wave))
}

/** Notes at the invitation that it was answered: yes, and not when. Only here, with the key of the series, do the two meet. */
async function noteAnswered(tx: Tx, work: Work, sheet: string): Promise<void> {
  const respondent = await tx
    .selectFrom('surveys_respondents as r')
    .innerJoin('surveys_waves as w', 'w.id', 'r.wave_id')
    .select(['r.pseudonym', 'r.wave_id as wave', 'w.series_id as series'])
    .where('r.sheet_id', '=', sheet)
    .executeTakeFirst()
  if (respondent === undefined) return
  const key = await panelKey(tx, work.vault, respondent.series)
  const places = await tx
    .selectFrom('surveys_places')
    .select(['id', 'reference'])
    .where('wave_id', '=', respondent.wave)
    .execute()
  const place = places.find(
    ({ reference }) => reference !== null && pseudonymOf(key, reference) === respondent.pseudonym,
  )
  if (place === undefined) return
  await tx.updateTable('surveys_invitations').set({ answered: true }).where('place_id', '=', place.id).execute()
}

/** Letters that a mail server refused for good are noted at their invitation: somebody may look for another address. */
const noteBounces = (tx: Tx) =>
  sql`update house.surveys_invitations i set bounced_at = o.given_up_at
        from house.platform_mail_outbox o
       where o.given_up_at is not null and i.bounced_at is null
         and o.cause in ('surveys.invitation:' || i.id, 'surveys.reminder-1:' || i.id, 'surveys.reminder-2:' || i.id)`.execute(
    tx,
  )

export const invitationJobs: RoomJobs = {
  on: {
    'surveys.invitations-asked': {
      'invite-places': async (work, { subject }) => {
        if (subject !== null) await inviteAll(work, subject)
      },
    },
    'surveys.sheet-sent': {
      'note-answered': async (work, { subject }) => {
        if (subject !== null) await work.transaction((tx) => noteAnswered(tx, work, subject))
      },
    },
  },
  daily: {
    'remind-places': { cron: '30 8 * * 1-5', run: remindAll },
    'note-bounces': {
      cron: '40 * * * *',
      run: async (work) => {
        await work.transaction(noteBounces)
      },
    },
  },
}
