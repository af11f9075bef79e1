import { createTransport } from 'nodemailer'
import { normaliseEmailAddress } from '../../lib/text/emailAddress.ts'
import { senderName } from './letter.ts'

/** One letter in an envelope. */
export type Envelope = {
  readonly messageId: string
  readonly to: string
  readonly lang: string
  readonly subject: string
  readonly text: string
  readonly html: string
  /** Where one POST stops these letters. */
  readonly unsubscribe?: string | undefined
}

/** What became of one try. `reason` holds a code of the mail server, never its sentence: that may repeat an address. */
export type Delivery =
  | { readonly kind: 'taken' }
  | { readonly kind: 'refused' | 'unreachable'; readonly reason: string }

export type Postman = {
  /** Resolves when the server has answered for good or the time is up; never throws. */
  bring(envelope: Envelope): Promise<Delivery>
  close(): void
}

export type PostmanPatience = { readonly connection: number; readonly greeting: number; readonly silence: number }
const patient: PostmanPatience = { connection: 15_000, greeting: 15_000, silence: 60_000 }

/**
 * A postman who brings letters to one mail server (`smtp://user:password@host:port` or `smtps://…`).
 * @param from the address of the sender, also the envelope's.
 * @param patience how long it waits, in milliseconds.
 */
export function postmanTo(smtpUrl: string, from: string, patience: PostmanPatience = patient): Postman {
  const sender = normaliseEmailAddress(from) ?? localSender(from)
  const url = new URL(smtpUrl)
  const secure = url.protocol === 'smtps:'
  const transport = createTransport({
    host: url.hostname,
    port: url.port === '' ? (secure ? 465 : 587) : Number(url.port),
    secure,
    ...(url.username && { auth: { user: decodeURIComponent(url.username), pass: decodeURIComponent(url.password) } }),
    connectionTimeout: patience.connection,
    greetingTimeout: patience.greeting,
    socketTimeout: patience.silence,
    disableFileAccess: true,
    disableUrlAccess: true,
  })
  return {
    async bring({ messageId, to, lang, subject, text, html, unsubscribe }) {
      // Read again although it was read before it was sealed: what reaches a header must satisfy our grammar here and now.
      const address = normaliseEmailAddress(to)
      if (address === null) return { kind: 'refused', reason: 'address-not-of-our-grammar' }
      try {
        await transport.sendMail({
          envelope: { from: sender, to: [address] },
          from: { name: senderName, address: sender },
          to: { name: '', address },
          subject,
          text,
          html,
          messageId,
          headers: {
            'Auto-Submitted': 'auto-generated',
            'X-Auto-Response-Suppress': 'All',
            'Content-Language': lang,
            // RFC 8058: the address and the promise that one POST to it is enough.
            ...(unsubscribe !== undefined && {
              'List-Unsubscribe': `<${unsubscribe}>`,
              'List-Unsubscribe-Post': 'List-Unsubscribe=One-Click',
            }),
          },
        })
        return { kind: 'taken' }
      } catch (error) {
        return failureOf(error)
      }
    },
    close: () => transport.close(),
  }
}

// A machine of one's own has no host name with a dot; its mail server is one's own as well.
function localSender(from: string): string {
  if (!/^[a-z0-9.-]+@(?:localhost|[a-z0-9-]+|\d+\.\d+\.\d+\.\d+)$/.test(from))
    throw new Error('the sender is not an address')
  return from
}

function failureOf(error: unknown): Delivery {
  const told = error instanceof Error ? error : new Error('unknown')
  const status = 'responseCode' in told && typeof told.responseCode === 'number' ? told.responseCode : null
  const code = 'code' in told && typeof told.code === 'string' && /^[A-Z_]+$/.test(told.code) ? told.code : told.name
  // Only an answer about this letter is a refusal; refused credentials (535) are trouble with the server.
  if (status !== null && status >= 500 && code !== 'EAUTH') return { kind: 'refused', reason: `smtp-${status}` }
  return { kind: 'unreachable', reason: status === null ? code.toLowerCase() : `smtp-${status}` }
}
