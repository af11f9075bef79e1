/**
 * What a resumption token says: which list is being walked and where the next page begins. `asOf` is the moment of the first
 * answer: who walks a list sees no record that changed later, so that none is missed or doubled.
 */
export type OaiPosition = {
  readonly verb: 'ListIdentifiers' | 'ListRecords'
  readonly from?: Date
  readonly until?: Date
  readonly set?: string
  readonly asOf: Date
  /** The last record of the page before: pages are sorted by moment of change, then by identifier. */
  readonly after: { readonly changed: Date; readonly identifier: string }
  /** How many records came before. */
  readonly cursor: number
}

/** The position as letters, digits, `-` and `_`. Not secret and not signed: who hands it out, signs it. */
export function encodePosition({ verb, from, until, set, asOf, after, cursor }: OaiPosition): string {
  const parts = [
    1,
    verb,
    from?.getTime() ?? null,
    until?.getTime() ?? null,
    set ?? null,
    asOf.getTime(),
    after.changed.getTime(),
    after.identifier,
    cursor,
  ]
  return Buffer.from(JSON.stringify(parts)).toString('base64url')
}

/** @returns the position, or null when the text is not one that {@link encodePosition} made. Never throws. */
export function decodePosition(text: string): OaiPosition | null {
  if (text.length > 2000) return null
  let parts: unknown
  try {
    const bytes = Buffer.from(text, 'base64url')
    // Buffer skips what it does not know; a position has one way to be written.
    if (bytes.toString('base64url') !== text) return null
    parts = JSON.parse(new TextDecoder('utf-8', { fatal: true }).decode(bytes))
  } catch {
    return null
  }
  if (!Array.isArray(parts) || parts.length !== 9) return null
  const [version, verb, from, until, set, asOf, changed, identifier, cursor] = parts as unknown[]
  if (version !== 1 || (verb !== 'ListIdentifiers' && verb !== 'ListRecords')) return null
  if (!(from === null || isMoment(from)) || !(until === null || isMoment(until))) return null
  if (!(set === null || typeof set === 'string') || typeof identifier !== 'string') return null
  if (!isMoment(asOf) || !isMoment(changed) || !Number.isSafeInteger(cursor) || Number(cursor) < 0) return null
  return {
    verb,
    ...(from === null ? {} : { from: new Date(from) }),
    ...(until === null ? {} : { until: new Date(until) }),
    ...(set === null ? {} : { set }),
    asOf: new Date(asOf),
    after: { changed: new Date(changed), identifier },
    cursor: Number(cursor),
  }
}

const isMoment = (value: unknown): value is number => Number.isSafeInteger(value) && Math.abs(Number(value)) <= 8.64e15
