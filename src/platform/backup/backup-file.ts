import { Decrypter, Encrypter } from 'age-encryption'
import { Readable } from 'node:stream'
import type { ReadableStream } from 'node:stream/web'
import { createGunzip, createGzip } from 'node:zlib'
import { z } from 'zod'
import type { Vault } from '../vault/vault.ts'

/** Why a backup is not written or not put back. The database is as it was before. */
export type BackupProblem =
  | 'wrong-key'
  | 'damaged'
  | 'not-a-backup'
  | 'other-migrations'
  | 'other-mode'
  | 'not-empty'
  | 'rows-differ'

const sentences: Readonly<Record<BackupProblem, string>> = {
  'wrong-key': 'This key does not open this backup.',
  damaged: 'This backup is not whole: it was cut off or changed.',
  'not-a-backup': 'This is not a backup of Ervaringsplein that this version can read.',
  'other-migrations': 'This backup and this database are of different versions.',
  'other-mode': 'A demo cannot be put back as a real network, nor the other way round.',
  'not-empty': 'This database is in use. Put a backup back in an empty one.',
  'rows-differ': 'The number of rows is not what it should be.',
}

export class BackupRefused extends Error {
  readonly problem: BackupProblem
  constructor(problem: BackupProblem, more = '', options?: ErrorOptions) {
    super(more === '' ? sentences[problem] : `${sentences[problem]} ${more}`, options)
    this.name = 'BackupRefused'
    this.problem = problem
  }
}

/** To whom a backup is written: the holder of an age identity (`age1…`, best kept elsewhere), or who knows the words. */
export type WritingKey = { readonly recipient: string } | { readonly passphrase: string; readonly random?: boolean }
/** What opens it: an age identity (`AGE-SECRET-KEY-1…`), or the words. */
export type ReadingKey = { readonly identity: string } | { readonly passphrase: string }

/** The key for backups that belongs to the key file: writes and reads. Without that file the backup is lost. */
export const backupKeyOf = (vault: Vault) =>
  ({ passphrase: vault.derive('backup').toString('base64url'), random: true }) as const

/** The first line of a backup. */
export const Header = z.object({
  format: z.literal('ervaringsplein backup'),
  version: z.literal(1),
  madeAt: z.string(),
  mode: z.string().nullable(),
  migrations: z.array(z.string()),
})
export type Header = z.infer<typeof Header>

/** Stands before the rows of a table, which are in the text format of COPY and end with a line `\.` */
export const TableFrame = z.object({
  table: z.string(),
  schema: z.string(),
  name: z.string(),
  columns: z.array(z.string()),
  rows: z.number().int(),
})
export type TableFrame = z.infer<typeof TableFrame>

/** The last line: a backup without it is not whole. */
export const End = z.object({
  sequences: z.array(z.object({ schema: z.string(), name: z.string(), next: z.string().regex(/^-?\d+$/) })),
  tables: z.number().int(),
  rows: z.number().int(),
})
export type End = z.infer<typeof End>

/** Compresses and encrypts. The bytes come out in the format of age (age-encryption.org/v1), which `age -d` reads too. */
export async function sealed(plain: AsyncIterable<Uint8Array>, key: WritingKey): Promise<Readable> {
  const encrypter = new Encrypter()
  if ('recipient' in key) encrypter.addRecipient(key.recipient)
  else {
    // 256 random bits need no slow hash; words that a person chose do.
    if (key.random === true) encrypter.setScryptWorkFactor(10)
    encrypter.setPassphrase(key.passphrase)
  }
  const source = Readable.from(plain, { objectMode: false })
  const gzip = createGzip({ level: 4 })
  source.on('error', (error) => gzip.destroy(error))
  const encrypted = await encrypter.encrypt(Readable.toWeb(source.pipe(gzip)) as never)
  return Readable.fromWeb(encrypted as never as ReadableStream<Uint8Array>)
}

/** Decrypts and unpacks. @throws BackupRefused at once for a wrong key, while reading for a damaged file. */
export async function* opened(file: AsyncIterable<Uint8Array>, key: ReadingKey): AsyncGenerator<Buffer> {
  const decrypter = new Decrypter()
  if ('identity' in key) decrypter.addIdentity(key.identity)
  else decrypter.addPassphrase(key.passphrase)
  const source = Readable.from(file, { objectMode: false })
  let plain: Readable
  try {
    plain = Readable.fromWeb(
      (await decrypter.decrypt(Readable.toWeb(source) as never)) as never as ReadableStream<Uint8Array>,
    )
  } catch (error) {
    throw new BackupRefused(
      /no identity matched|passphrase|decrypt/i.test(String(error)) ? 'wrong-key' : 'not-a-backup',
      '',
      { cause: error },
    )
  }
  const gunzip = createGunzip()
  plain.on('error', (error) => gunzip.destroy(error))
  try {
    for await (const chunk of plain.pipe(gunzip)) yield chunk as Buffer
  } catch (error) {
    throw error instanceof BackupRefused ? error : new BackupRefused('damaged', '', { cause: error })
  }
}

const newline = 10

/** Reads an opened backup line by line, and the rows of a table in pieces of whole lines. */
export function reader(source: AsyncIterable<Buffer>) {
  const chunks = source[Symbol.asyncIterator]()
  let rest: Buffer = Buffer.alloc(0)
  const more = async () => {
    const next = await chunks.next()
    if (next.done === true) throw new BackupRefused('damaged')
    rest = rest.length === 0 ? next.value : Buffer.concat([rest, next.value])
  }
  return {
    /** @returns the next line as JSON. */
    async line(): Promise<unknown> {
      let end = rest.indexOf(newline)
      for (; end < 0; end = rest.indexOf(newline)) {
        if (rest.length > 10_000_000) throw new BackupRefused('not-a-backup')
        await more()
      }
      const text = rest.subarray(0, end).toString('utf8')
      rest = rest.subarray(end + 1)
      try {
        return JSON.parse(text)
      } catch (error) {
        throw new BackupRefused('not-a-backup', '', { cause: error })
      }
    },
    /** Yields the rows up to the line `\.`, which is taken and not given. */
    async *rows(count: { rows: number }): AsyncGenerator<Buffer> {
      for (;;) {
        let at = 0
        for (let end = rest.indexOf(newline); end >= 0; end = rest.indexOf(newline, at)) {
          if (end - at === 2 && rest[at] === 92 && rest[at + 1] === 46) {
            const last = rest.subarray(0, at)
            rest = rest.subarray(end + 1)
            if (last.length > 0) yield last
            return
          }
          count.rows += 1
          at = end + 1
        }
        const whole = rest.subarray(0, at)
        rest = rest.subarray(at)
        if (whole.length > 0) yield whole
        await more()
      }
    },
    /** Throws when something follows, and makes the decryption check its last piece. */
    async ended(): Promise<void> {
      if (rest.length > 0 || (await chunks.next()).done !== true) throw new BackupRefused('damaged')
    },
  }
}
