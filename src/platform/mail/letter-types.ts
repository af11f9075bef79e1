import type { Lang } from '../../lib/words.ts'
import type { Tx } from '../db/database.ts'

/** `unsolicited`: somebody may have typed another person's address (a confirmation, a sign-in link). These are capped. */
export type LetterKind = 'unsolicited' | 'expected'

/** A letter to one person. `subject`, `text` and `html` come from `letter()`, never from what somebody typed. */
export type Letter = {
  /** What this letter answers to (`advice.confirmation:<id>`): the same cause never makes two letters. */
  readonly cause: string
  readonly kind: LetterKind
  readonly to: string
  readonly lang: Lang
  readonly subject: string
  readonly text: string
  readonly html: string
  /** Where its sender can be told to stop, by one POST without more (RFC 8058). A full address. */
  readonly unsubscribe?: string | undefined
}

/** A letter as the demo's mail reader shows it. */
export type KeptLetter = Letter & {
  readonly id: string
  readonly messageId: string
  readonly madeAt: Date
  readonly sentAt: Date | null
}

/** The outbox in numbers, for administrators. */
export type MailState = {
  readonly waiting: number
  readonly sent: number
  readonly givenUp: number
  readonly oldestWaiting: Date | null
  /** False when no mail server is configured: letters stay in the outbox. */
  readonly delivers: boolean
}

/** The mail room: letters are written in the transaction of their cause and leave afterwards. */
export type MailRoom = {
  /**
   * Writes the letter and enqueues its delivery, both in this transaction (house or worker).
   * @returns `already` when the cause made a letter before; `capped` when this address had three unsolicited letters in 24 hours.
   * Throws when `to` is not an address of our grammar (`mailAddress` says so beforehand).
   */
  write(tx: Tx, letter: Letter): Promise<'written' | 'already' | 'capped'>
  /** The newest letters, opened. Empty outside a demo or test database. */
  readLetters(tx: Tx, limit: number): Promise<readonly KeptLetter[]>
  /** How the outbox stands. */
  mailState(tx: Tx): Promise<MailState>
}
