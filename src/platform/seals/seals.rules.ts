import { createHash, createHmac } from 'node:crypto'

/** The numbers of the diary are 64 bits wide and travel as text. */
export type Seal = {
  readonly seq: string
  readonly from_id: string
  readonly to_id: string
  readonly count: number
  readonly hash: Buffer
  readonly previous: Buffer | null
  readonly signature: Buffer
}

/** Why the diary is not what it was, and where it shows first. */
export type Broken =
  | { readonly why: 'rows-changed'; readonly from: string; readonly to: string }
  | { readonly why: 'seal-changed' | 'seal-missing'; readonly from: string; readonly to: string }
  | { readonly why: 'tail-cut'; readonly from: string; readonly to: string }
  | { readonly why: 'head-missing' | 'head-changed'; readonly from: string; readonly to: string }

/** A running hash over the rows of one batch: SHA-256 over the seal before it, then the digest of each row in order. */
export const batchHash = (previous: Buffer | null) => createHash('sha256').update(previous ?? Buffer.alloc(32))

/** HMAC-SHA-256 over everything that a seal says. */
export const signatureOf = (
  key: Buffer,
  seal: Pick<Seal, 'from_id' | 'to_id' | 'count' | 'hash' | 'previous'>,
): Buffer =>
  createHmac('sha256', key)
    .update(`seal|${seal.from_id}|${seal.to_id}|${seal.count}|`)
    .update(seal.hash)
    .update(seal.previous ?? Buffer.alloc(32))
    .digest()

/** HMAC-SHA-256 over the head: which seal is the last. */
export const headSignatureOf = (key: Buffer, head: { seq: string; to_id: string; hash: Buffer }): Buffer =>
  createHmac('sha256', key).update(`head|${head.seq}|${head.to_id}|`).update(head.hash).digest()
