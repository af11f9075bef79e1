import type { HttpBindings } from '@hono/node-server'
import type { Context } from 'hono'
import { deleteCookie, getCookie, setCookie } from 'hono/cookie'
import { createHash, randomUUID } from 'node:crypto'
import { one, type FormInput } from '../../lib/form-values.ts'
import type { Lang } from '../../lib/words.ts'
import { href, type PageFrame } from '../../ui/layout.tsx'
import type { Proof, Tx } from '../db/database.ts'
import { fault } from '../faults.ts'
import { readForm } from '../forms.ts'
import type { Platform } from '../platform.ts'
import { problems } from '../problems.ts'
import { hashOf } from '../proofs.ts'
import { wantedForm } from './accept.ts'
import type { Actor } from './access.ts'
import { noCaching, publicCaching, securityHeaders, strictTransport } from './headers.ts'
import { keptOnce } from './idempotency.ts'
import { httpProblems } from './problems.ts'
import type { Route } from './routes.ts'
import type { ActVisit, ApiVisit, Cookie, Departure, SentFile, SquareVisit, Visit } from './visit.ts'
import { platformWords } from './words.ts'

/** What one request carries beside itself; the pattern of its route goes back to the log. */
export type Carried = { readonly requestId: string; pattern: string | undefined }
export type Env = {
  Bindings: Partial<HttpBindings> & { carried: Carried }
  Variables: { requestId: string; lang: Lang }
}
export type C = Context<Env>

/** What a visit to the square wrote, as it was written. */
export type Written = { readonly body: string; readonly type: string; readonly changed: Date | null }
// Reading the body of an answer back costs a tenth of making a page. A weak map would keep every body for long.
const asWritten = Symbol('as written')
/** @returns what was written, null for an answer that leads elsewhere. */
export const writtenOn = (answer: Response & { readonly [asWritten]?: Written }) => answer[asWritten] ?? null

/**
 * Makes of a request what a room gets: a visit to the square, to the house, or one that does something; and what leaves
 * again. Who may come in was judged before.
 */
export function makeArrivals(platform: Platform, cookieName: string) {
  const https = platform.origin.startsWith('https:')
  const common = https ? { ...securityHeaders, 'strict-transport-security': strictTransport } : { ...securityHeaders }

  const dutchPath = (c: C) => {
    const { pathname, search } = new URL(c.req.url)
    const path = pathname === '/en' ? '/' : pathname.startsWith('/en/') ? pathname.slice(3) : pathname
    return path + search
  }
  const frameOf = (c: C, actor: Actor, more: Partial<PageFrame> = {}): PageFrame => ({
    lang: c.var.lang,
    path: dutchPath(c),
    origin: platform.origin,
    assets: platform.assets,
    demo: platform.mode === 'demo',
    signedIn:
      actor.kind === 'session'
        ? { name: platformWords[c.var.lang].mySquare, links: platform.menu(actor, c.var.lang) }
        : null,
    ...more,
  })
  const respond = (
    c: C,
    body: string,
    status: number,
    type: string,
    caching: string,
    more: Record<string, string> = {},
  ) =>
    new Response(body, {
      status,
      headers: { ...common, 'content-type': type, 'cache-control': caching, 'x-request-id': c.var.requestId, ...more },
    })
  const html = (c: C, node: unknown, status = 200, caching = noCaching) =>
    respond(c, String(node), status, 'text/html; charset=utf-8', caching)

  const arrived = (c: C, actor: Actor) => ({
    platform,
    lang: c.var.lang,
    path: dutchPath(c),
    now: platform.now(),
    requestId: c.var.requestId,
    param: (name: string) => c.req.param(name) ?? '',
    query: (name: string) => c.req.queries(name)?.at(-1) ?? null,
    queries: (name: string) => c.req.queries(name) ?? [],
    words: <T,>(words: { nl: T; en: T }) => words[c.var.lang],
    frame: (more?: Partial<PageFrame>) => frameOf(c, actor, more),
    redirect: (path: string) => leave(c, path),
  })

  function leave(c: C, to: Departure): Response {
    const { location, cookies = [], clear = false } = typeof to === 'string' ? { location: to } : to
    for (const { name, value, maxAge } of cookies as readonly Cookie[]) {
      const real = name === 'session' ? cookieName : https ? `__Host-${name}` : name
      const options = { path: '/', httpOnly: true, secure: https, sameSite: 'Lax' } as const
      if (maxAge > 0) setCookie(c, real, value, { ...options, maxAge })
      else deleteCookie(c, real, options)
    }
    if (clear) c.header('clear-site-data', '"cache", "storage"')
    for (const [name, value] of Object.entries(common)) c.header(name, value)
    c.header('cache-control', noCaching)
    c.header('x-request-id', c.var.requestId)
    return c.redirect(href(c.var.lang, location), 303)
  }

  const write = (body: string, type: string, changed: Date | null, status = 200) => {
    const said = changed?.toUTCString()
    const headers = { 'content-type': type, ...(said && { 'last-modified': said }) }
    // In whole seconds, as the header says it.
    const written: Written = { body, type, changed: said ? new Date(said) : null }
    return Object.assign(new Response(body, { status, headers }), { [asWritten]: written })
  }

  const squareVisit = (c: C): ApiVisit => {
    const visit: SquareVisit = {
      ...arrived(c, { kind: 'nobody' }),
      frame: (more) => frameOf(c, { kind: 'nobody' }, { square: true, ...more }),
      square: (read) => platform.database.square(read),
      wants: wantedForm(c.req.header('accept')),
      html: (node, status) => write(String(node), 'text/html; charset=utf-8', null, status),
      file: (body, type, changed) => write(body, type, changed ?? null),
      moved: (path, how) =>
        new Response(null, {
          status: how === 'for-good' ? 301 : 302,
          headers: {
            ...common,
            // Whole: it may be asked under another name than ours.
            location: `${platform.origin}${path}`,
            'cache-control': how === 'for-good' ? publicCaching : noCaching,
            'x-request-id': c.var.requestId,
          },
        }),
    }
    return {
      ...visit,
      json: (value: unknown) => visit.file(JSON.stringify(value), 'application/json; charset=utf-8'),
    }
  }

  const houseVisit = (c: C, actor: Actor, proof: Proof): Visit => ({
    ...arrived(c, actor),
    actor,
    proof: actor.kind === 'nobody' ? null : proof,
    person() {
      if (actor.kind === 'session') return actor.person
      throw new Error('this route has no person: its access rule lets others in')
    },
    subject() {
      if (actor.kind === 'link') return actor.subject
      throw new Error('this route has no link: its access rule lets others in')
    },
    house: (work) => platform.database.house(actor.kind === 'nobody' ? null : proof, work),
    square: (read) => platform.database.square(read),
    html: (node, status) => html(c, node, status),
    json: (value, status = 200) =>
      respond(c, JSON.stringify(value), status, 'application/json; charset=utf-8', noCaching),
    bytes: (bytes, type) =>
      new Response(bytes, {
        headers: { ...common, 'content-type': type, 'cache-control': noCaching, 'x-request-id': c.var.requestId },
      }),
    newKey: () => randomUUID(),
    cookie: (name) => getCookie(c, https ? `__Host-${name}` : name) ?? null,
  })

  const actVisit = (
    c: C,
    visit: Visit,
    route: Route,
    sent: FormInput,
    files: ReadonlyMap<string, SentFile>,
  ): ActVisit => {
    const link = route.who.proof === 'link' ? (visit.proof ?? '') : null
    // A form that the room does not hold against a schema is held here against what the route declares.
    let looked = false
    return {
      ...visit,
      house: (work) => {
        if (!looked && hasUnknownField(sent, route)) throw httpProblems['unknown-field']()
        return visit.house(work)
      },
      sent,
      read: (schema) => {
        looked = true
        return readForm(schema, sent, platformWords[c.var.lang].unknownField)
      },
      depart: (to) => leave(c, to),
      act: async <T,>(
        work: (tx: Tx) => Promise<T>,
        depart: (result: T) => Departure | null,
        instead?: (result: T) => Promise<Response>,
      ) => {
        if (!looked && hasUnknownField(sent, route)) throw httpProblems['unknown-field']()
        const scope = visit.proof === null ? 'nobody' : hashOf(visit.proof).toString('hex')
        const { key, hash } = keyOf(sent, files, route.path)
        const done = await visit
          .house((tx) =>
            keptOnce(tx, { scope, key, hash, link }, async () => {
              const result = await work(tx)
              const departure = depart(result)
              if (departure === null) throw new NothingDone(result)
              await fault('before-commit')
              return departure
            }),
          )
          .catch((thrown: unknown) => {
            if (thrown instanceof NothingDone) return thrown
            throw thrown
          })
        if (done instanceof NothingDone) return instead?.(done.result as T) ?? Promise.reject(done)
        await fault('after-commit-before-reply')
        return leave(c, done)
      },
    }
  }

  return { common, dutchPath, frameOf, respond, html, leave, squareVisit, houseVisit, actVisit }
}

/** Rolls an action back that found the form wanting, and brings what it found. */
class NothingDone extends Error {
  readonly result: unknown
  constructor(result: unknown) {
    super('the action led nowhere')
    this.result = result
  }
}

function hasUnknownField(sent: FormInput, route: Route): boolean {
  const names = Object.keys(sent).filter((name) => name !== '_key')
  if (!route.input) return names.length > 0
  const read = route.input.safeParse(Object.fromEntries(names.map((name) => [name, sent[name]])))
  return !read.success && read.error.issues.some((issue) => issue.code === 'unrecognized_keys')
}

function keyOf(sent: FormInput, files: ReadonlyMap<string, SentFile>, path: string): { key: string; hash: Buffer } {
  const key = one(sent, '_key')
  if (!/^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/i.test(key)) throw problems['unknown-form']()
  const content = Object.entries(sent)
    .filter(([name]) => name !== '_key')
    .sort(([a], [b]) => (a < b ? -1 : 1))
  const hash = createHash('sha256').update(JSON.stringify([path, content]))
  for (const [field, file] of files) hash.update(JSON.stringify([field, file.name])).update(file.bytes)
  return { key, hash: hash.digest() }
}
