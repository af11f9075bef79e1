import type { Happened, Tx } from '../db/database.ts'
import type { MailRoom } from '../mail/letter-types.ts'
import type { Press } from '../printing/printing.ts'
import type { Vault } from '../vault/vault.ts'

/** What a job has in its hands. */
export type Work = {
  now(): Date
  /** A transaction at the worker's door, under a job proof that was made for this run and is revoked after it. */
  transaction<T>(fn: (tx: Tx) => Promise<T>): Promise<T>
  readonly vault: Vault
  readonly mail: MailRoom
  /** The public origin, without a slash at the end. */
  readonly origin: string
  /** Absent where there is no Chromium. */
  readonly press?: Press
}

/** May run twice: it asks first what was done already. What it throws makes it run again later. */
export type JobHandler = (work: Work, happened: Happened) => Promise<void>

/** What a room does when something happened, and at set times (`cron` in Europe/Amsterdam). Job names in kebab-case. */
export type RoomJobs = {
  readonly on: Readonly<Record<string, Readonly<Record<string, JobHandler>>>>
  readonly daily?: Readonly<Record<string, { readonly cron: string; readonly run: (work: Work) => Promise<void> }>>
}

/** The jobs of every room by its name; the platform's own stand under `platform`. */
export type JobsOfRooms = Readonly<Record<string, RoomJobs>>
