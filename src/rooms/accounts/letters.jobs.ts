import { hashToken, newCode, newToken } from '../../lib/crypto/tokens.ts'
import { href } from '../../ui/address.ts'
import type { Lang } from '../../lib/words.ts'
import type { JobHandler, RoomJobs } from '../../platform/jobs/jobs.ts'
import { letter } from '../../platform/mail/mail.ts'
import { reach, type Reachable } from './persons.sql.ts'
import { paths } from './paths.ts'
import { codeHash } from './sign-in.actions.ts'
import { signInWords } from './sign-in.text.ts'
import { inHalves } from './second-factor.rules.ts'

/**
 * Looks up whether the address is known, and only then writes. The letter goes to the address that was registered, not to
 * the one that was typed. Nobody but the letter ever holds the link and the code: what is stored are their hashes.
 */
const sendSignIn: JobHandler = (work, happened) =>
  work.transaction(async (tx) => {
    const asked = await tx
      .selectFrom('accounts_sign_ins')
      .selectAll()
      .where('id', '=', happened.subject ?? '')
      .forUpdate()
      .executeTakeFirst()
    if (!asked || asked.link_hash !== null || asked.expires_at <= work.now()) return
    const known = await tx
      .selectFrom('accounts_persons')
      .select('id')
      .where('email_index', '=', asked.email_index)
      .executeTakeFirst()
    const person = known && (await reach(tx, work.vault, known.id))
    if (!person) return
    const link = newToken()
    const code = newCode(8)
    const words = signInWords[asked.lang].letter
    const outcome = await work.mail.write(tx, {
      cause: `accounts.sign-in:${asked.id}`,
      kind: 'unsolicited',
      to: person.email,
      ...letter({
        lang: asked.lang,
        subject: words.subject,
        greeting: words.hello(person.name),
        paragraphs: [words.asked, words.code(inHalves(code)), words.until],
        button: { label: words.button, href: work.origin + href(asked.lang, paths.link(link)) },
        footer: words.notYou,
      }),
    })
    if (outcome !== 'written') return
    await tx
      .updateTable('accounts_sign_ins')
      .set({ link_hash: hashToken(link), code_hash: codeHash(work.vault, code) })
      .where('id', '=', asked.id)
      .execute()
  })

type Said = {
  subject: string
  greeting: string
  paragraphs: readonly string[]
  label: string
  path: string
  footer?: string
}

/** A letter to a person we know, about something that happened to their account; once per event. */
const tell =
  (name: string, say: (person: Reachable) => Said): JobHandler =>
  (work, happened) =>
    work.transaction(async (tx) => {
      const person = happened.subject === null ? null : await reach(tx, work.vault, happened.subject)
      if (person === null) return
      const { subject, greeting, paragraphs, label, path, footer } = say(person)
      await work.mail.write(tx, {
        cause: `accounts.${name}:${happened.id}`,
        kind: 'expected',
        to: person.email,
        ...letter({
          lang: person.lang,
          subject,
          greeting,
          paragraphs,
          button: { label, href: work.origin + href(person.lang, path) },
          ...(footer !== undefined && { footer }),
        }),
      })
    })

const wordsFor = (lang: Lang) => signInWords[lang]

const sendInvitation = tell('invitation', ({ name, lang }) => {
  const words = wordsFor(lang).invitation
  return {
    subject: words.subject,
    greeting: words.hello(name),
    paragraphs: [words.invited, words.how],
    label: words.button,
    path: paths.signIn,
    footer: words.notExpected,
  }
})

const tellSecondFactor = tell('second-factor', ({ name, lang }) => {
  const words = wordsFor(lang).changed
  return {
    subject: words.subject,
    greeting: words.hello(name),
    paragraphs: [words.what, words.notYou],
    label: words.button,
    path: paths.settings,
  }
})

const askSilent = tell('silent', ({ name, lang }) => {
  const words = wordsFor(lang).silent
  return {
    subject: words.subject,
    greeting: words.hello(name),
    paragraphs: [words.what, words.otherwise],
    label: words.button,
    path: paths.signIn,
  }
})

export const jobs: RoomJobs = {
  on: {
    'accounts.sign-in-asked': { 'send-sign-in': sendSignIn },
    'accounts.person-invited': { 'send-invitation': sendInvitation },
    'accounts.second-factor-changed': { 'tell-second-factor': tellSecondFactor },
    'accounts.person-silent': { 'ask-silent': askSilent },
  },
}
