import { lookup } from 'node:dns/promises'
import { Agent as PlainAgent, request as plainRequest, type IncomingMessage } from 'node:http'
import { Agent as SecureAgent, request as secureRequest } from 'node:https'
import { isIP } from 'node:net'
import { isPublicAddress } from './addresses.ts'

/** Why an address is not asked at all. `inside`: it is, or its name leads to, a machine that is not public. */
export type Refusal = 'no-web-address' | 'credentials' | 'port' | 'inside' | 'moved-too-often'

/** Why an answer did not come. `insecure`: its certificate does not hold. `packed`: compressed though nobody asked. */
export type Failure = 'name-unknown' | 'no-connection' | 'insecure' | 'too-slow' | 'too-large' | 'packed' | 'not-http'

/** `address` is where it ended: after a move that is another one than was asked for. */
export type Fetched =
  | {
      readonly kind: 'answered'
      readonly address: string
      readonly status: number
      /** In small letters; null when the answer does not say. */
      readonly contentType: string | null
      readonly etag: string | null
      readonly lastModified: string | null
      /** Empty when only the status was wanted. */
      readonly body: Buffer
      /** The addresses that it moved to, in order. */
      readonly moved: readonly string[]
    }
  | { readonly kind: 'refused'; readonly address: string; readonly why: Refusal }
  | { readonly kind: 'failed'; readonly address: string; readonly why: Failure }

export type Wish = {
  /** `status`: nothing of the body is read. Usual: `body`. */
  readonly want?: 'status' | 'body'
  /** Bytes of the body; more is `too-large`. Usual: 5 MB. */
  readonly mostBytes?: number
  /** For everything together, names and moves included. Usual: 10 seconds. */
  readonly milliseconds?: number
  readonly accept?: string
  /** What an earlier answer said, so that the other side may answer 304. */
  readonly ifNoneMatch?: string
  readonly ifModifiedSince?: string
}

/** Asks the public web for one address with GET. Throws nothing on purpose: every outcome is a `Fetched`. */
export type Fetcher = (address: string, wish?: Wish) => Promise<Fetched>

type Resolve = (name: string) => Promise<readonly { readonly address: string; readonly family: number }[]>

const ports: readonly number[] = [80, 443]
const mostMoves = 5
const usual = { mostBytes: 5 * 1024 * 1024, milliseconds: 10_000 }

/** Where to connect: the address that was checked is the one that is asked. */
type Target = { readonly url: URL; readonly ip: string }
type Outcome = Fetched | { readonly kind: 'moved'; readonly to: string }

/**
 * Opens the one way out to the web. It asks http and https on their usual ports only; every address, after the name was
 * looked up and again at each move (at most five), must be public, and the connection goes to the very address that was
 * checked. It sends no cookies and no names of people, and takes at most so many bytes and so much time as was wished.
 * @param origin the public origin of this plein: it stands in the User-Agent, so that people can ask who we are
 * @param tests only for tests: ports of 127.0.0.1 where a server of the test listens, and a book of names of its own
 */
export function openFetcher(
  origin: string,
  tests: { readonly loopbackPorts?: readonly number[]; readonly resolve?: Resolve } = {},
): Fetcher {
  const own = tests.loopbackPorts ?? []
  const resolve: Resolve = tests.resolve ?? ((name) => lookup(name, { all: true }))
  const mayAsk = (ip: string, port: number) =>
    own.includes(port) ? ip === '127.0.0.1' : ports.includes(port) && isPublicAddress(ip)

  async function targetOf(address: string, end: AbortSignal): Promise<Target | Fetched> {
    const refused = (why: Refusal): Fetched => ({ kind: 'refused', address, why })
    const url = URL.parse(address)
    if (url === null || (url.protocol !== 'http:' && url.protocol !== 'https:') || url.hostname === '')
      return refused('no-web-address')
    if (url.username !== '' || url.password !== '') return refused('credentials')
    const port = portOf(url)
    if (!ports.includes(port) && !own.includes(port)) return refused('port')
    const host = url.hostname.replace(/^\[|\]$/g, '')
    if (isIP(host) !== 0) return mayAsk(host, port) ? { url, ip: host } : refused('inside')
    const found = await inTime(resolve(host), end)
    if (found === 'late') return { kind: 'failed', address, why: 'too-slow' }
    if (found === 'failed' || found.length === 0) return { kind: 'failed', address, why: 'name-unknown' }
    // A name with one address inside and one outside is a trap, or will be.
    if (!found.every((each) => mayAsk(each.address, port))) return refused('inside')
    const chosen = found.find((each) => each.family === 4) ?? found[0]
    return chosen ? { url, ip: chosen.address } : { kind: 'failed', address, why: 'name-unknown' }
  }

  return async (address, wish = {}) => {
    const end = AbortSignal.timeout(wish.milliseconds ?? usual.milliseconds)
    const moved: string[] = []
    let at = address
    for (let move = 0; move <= mostMoves; move++) {
      const target = await targetOf(at, end)
      if ('kind' in target) return target
      const outcome = await ask(target, wish, `Ervaringsplein (+${origin}/over)`, end)
      if (outcome.kind === 'answered') return { ...outcome, moved }
      if (outcome.kind !== 'moved') return outcome
      at = outcome.to
      moved.push(at)
    }
    return { kind: 'refused', address: at, why: 'moved-too-often' }
  }
}

const portOf = (url: URL) => (url.port === '' ? (url.protocol === 'https:' ? 443 : 80) : Number(url.port))

async function inTime<T>(work: Promise<T>, end: AbortSignal): Promise<T | 'late' | 'failed'> {
  if (end.aborted) return 'late'
  return new Promise((done) => {
    const late = () => done('late')
    end.addEventListener('abort', late, { once: true })
    work.then(done, () => done('failed')).finally(() => end.removeEventListener('abort', late))
  })
}

const reasons: readonly (readonly [RegExp, Failure])[] = [
  [/^HPE_/, 'not-http'],
  [/CERT|TLS|SSL|SELF_SIGNED|UNABLE_TO_|ERR_OSSL/, 'insecure'],
]

/** Asks one address once, at the machine that was checked. */
function ask({ url, ip }: Target, wish: Wish, userAgent: string, end: AbortSignal): Promise<Outcome> {
  const secure = url.protocol === 'https:'
  const address = url.href
  const family = isIP(ip)
  return new Promise((done) => {
    const failed = (why: Failure): Fetched => ({ kind: 'failed', address, why })
    const trouble = (error: unknown) => {
      const code = error instanceof Error && 'code' in error ? String(error.code) : ''
      const why = reasons.find(([sign]) => sign.test(code))?.[1] ?? 'no-connection'
      done(failed(end.aborted ? 'too-slow' : why))
    }
    // An agent of its own: no connection is kept, and no proxy of the surroundings comes between.
    const asked = (secure ? secureRequest : plainRequest)(url, {
      agent: secure ? new SecureAgent({ keepAlive: false }) : new PlainAgent({ keepAlive: false }),
      lookup: (_name, options, found) =>
        options.all === true ? found(null, [{ address: ip, family }]) : found(null, ip, family),
      headers: {
        'user-agent': userAgent,
        accept: wish.accept ?? '*/*',
        'accept-encoding': 'identity',
        ...(wish.ifNoneMatch !== undefined && { 'if-none-match': wish.ifNoneMatch }),
        ...(wish.ifModifiedSince !== undefined && { 'if-modified-since': wish.ifModifiedSince }),
      },
      signal: end,
    })
    asked.on('error', trouble)
    asked.on('response', (answer) => {
      answer.on('error', trouble)
      read(answer, url, wish, (outcome) => {
        done(outcome)
        asked.destroy()
      })
    })
    asked.end()
  })
}

const header = (answer: IncomingMessage, name: string) => {
  const value = answer.headers[name]
  return typeof value === 'string' ? value : null
}

function read(answer: IncomingMessage, url: URL, wish: Wish, done: (outcome: Outcome) => void): void {
  const address = url.href
  const status = answer.statusCode ?? 0
  const location = header(answer, 'location')
  if ([301, 302, 303, 307, 308].includes(status) && location !== null) {
    const to = URL.parse(location, url)
    return done(to === null ? { kind: 'refused', address, why: 'no-web-address' } : { kind: 'moved', to: to.href })
  }
  const whole = (body: Buffer): Fetched => ({
    kind: 'answered',
    address,
    status,
    contentType: header(answer, 'content-type')?.toLowerCase() ?? null,
    etag: header(answer, 'etag'),
    lastModified: header(answer, 'last-modified'),
    body,
    moved: [],
  })
  if (wish.want === 'status') return done(whole(Buffer.alloc(0)))
  const most = wish.mostBytes ?? usual.mostBytes
  const packing = header(answer, 'content-encoding')
  // Few bytes of a packed answer can become very many.
  if (packing !== null && packing.toLowerCase() !== 'identity') return done({ kind: 'failed', address, why: 'packed' })
  if (Number(header(answer, 'content-length') ?? 0) > most) return done({ kind: 'failed', address, why: 'too-large' })
  const chunks: Buffer[] = []
  let bytes = 0
  answer.on('data', (chunk: Buffer) => {
    bytes += chunk.byteLength
    if (bytes > most) done({ kind: 'failed', address, why: 'too-large' })
    else chunks.push(chunk)
  })
  answer.on('end', () => {
    // A connection that broke off halfway ends too.
    if (answer.complete && bytes <= most) done(whole(Buffer.concat(chunks, bytes)))
  })
}
