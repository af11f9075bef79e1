import { appendFile, open, readFile } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import type { Tx } from '../platform/db/database.ts'
import { record } from '../platform/diary.ts'
import type { RoomJobs } from '../platform/jobs/jobs.ts'
import type { Vault } from '../platform/vault/vault.ts'
import { eraseRequests, listRequestIds } from '../rooms/advice/public.ts'
import { listSubscriptionIds, stopSubscription } from '../rooms/knowledge/public.ts'
import { eraseEverywhere } from './persons.ts'

/**
 * Who was erased, and which questions and newsletters, as keyed hashes in a file beside the key file: a backup that is put back brings people back, and the
 * database it goes into is empty. The file tells nobody anything without the key file.
 */
export const ledgerFile = (keyFile: string): string => join(dirname(keyFile), 'erasures.txt')

const hashOf = (vault: Vault, person: string) => vault.blindIndex('erasure-ledger', person).toString('hex')

/** Notes an erasure, and waits until it is on the disk. The same person twice is no harm. */
export async function noteErasure(file: string, vault: Vault, person: string, now: Date): Promise<void> {
  await appendFile(file, `${now.toISOString()} ${hashOf(vault, person)}\n`, { mode: 0o600 })
  const handle = await open(file, 'r')
  try {
    await handle.sync()
  } finally {
    await handle.close()
  }
}

/** The hashes of the ledger; none when there is no file. */
export async function readLedger(file: string): Promise<ReadonlySet<string>> {
  const text = await readFile(file, 'utf8').catch((error: unknown) => {
    if (error instanceof Error && 'code' in error && error.code === 'ENOENT') return ''
    throw error
  })
  return new Set(text.split('\n').flatMap((line) => /\s([0-9a-f]{64})$/.exec(line)?.[1] ?? []))
}

/**
 * Erases again whoever is in the ledger and in the database, and whatever they asked.
 * @returns how many people, questions and newsletters.
 */
export async function replayErasures(tx: Tx, vault: Vault, ledger: ReadonlySet<string>, now: Date): Promise<number> {
  if (ledger.size === 0) return 0
  const isNoted = (id: string) => ledger.has(hashOf(vault, id))
  const people = (await tx.selectFrom('accounts_persons').select('id').execute()).map((row) => row.id).filter(isNoted)
  const requests = (await listRequestIds(tx)).filter(isNoted)
  const newsletters = (await listSubscriptionIds(tx)).filter(isNoted)
  for (const id of newsletters) await stopSubscription(tx, id, now)
  await eraseRequests(tx, vault, requests, now)
  for (const id of people) await eraseEverywhere(tx, vault, id, now)
  const again = people.length + requests.length + newsletters.length
  if (again > 0)
    await record(tx, 'platform.erasures-repeated', null, now, {
      people: people.length,
      requests: requests.length,
      newsletters: newsletters.length,
    })
  return again
}

/**
 * Notes every erasure of the house in the ledger, from whichever page or command it came.
 * @param file null where there is none, as in tests
 */
export const ledgerJobs = (file: string | null): RoomJobs => ({
  on: {
    'accounts.person-erased': {
      'note-erasure': async (work, happened) => {
        if (file !== null && happened.subject !== null)
          await noteErasure(file, work.vault, happened.subject, happened.at)
      },
    },
  },
})
