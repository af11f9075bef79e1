import { withoutAtEnd } from '../../lib/text/ends.ts'
import type { HttpBindings } from '@hono/node-server'
import { Hono } from 'hono'
import { getCookie } from 'hono/cookie'
import { randomUUID } from 'node:crypto'
import type { FormInput } from '../../lib/form-values.ts'
import { languages } from '../../lib/words.ts'
import { href } from '../../ui/layout.tsx'
import { ProblemPage } from '../../ui/problem-page.tsx'
import { ResendPage } from '../../ui/resend-page.tsx'
import type { Proof } from '../db/database.ts'
import { formLimit, parseForm } from '../forms.ts'
import type { Platform } from '../platform.ts'
import { asProblemJson, Problem, problemOfDatabase, problems, type Constraints } from '../problems.ts'
import { isToken } from '../proofs.ts'
import { wantedForm } from './accept.ts'
import type { Access, Actor, Permission, Verdict } from './access.ts'
import { addressOf } from './address.ts'
import { makeArrivals, writtenOn, type C, type Carried, type Env } from './arrivals.tsx'
import { finished, type CachedPage, type PageHeads } from './cache.ts'
import { flowing, isKnown } from './flow.ts'
import { lastingCaching, noCaching, publicCaching } from './headers.ts'
import type { Route } from './routes.ts'
import { noFiles, readUpload } from './uploads.ts'
import type { ActVisit, ApiVisit, AskedVisit, Flow, LastingFile, SquareVisit, UploadVisit, Visit } from './visit.ts'

/** The name of the session cookie. Behind https it is tied to the host. */
export const sessionCookie = (origin: string) => (origin.startsWith('https:') ? '__Host-plein' : 'plein')

/** Asks the database who holds this proof. */
async function actorOf(platform: Platform, proof: Proof): Promise<Actor> {
  if (proof === null) return { kind: 'nobody' }
  const who = await platform.database.who(proof)
  if (who?.kind === 'session' && who.person !== null)
    return {
      kind: 'session',
      person: who.person,
      permissions: new Set(who.permissions as readonly Permission[]),
      edits: new Set(who.edits),
      strong: who.strong,
      secondFactor: who.second_factor === true,
    }
  if (who?.kind === 'link' && who.subject !== null)
    return { kind: 'link', subject: who.subject, purpose: who.purpose, person: who.person }
  return { kind: 'nobody' }
}

/** Staff gave a second factor in this session, or the network is not in production. */
function verdictOf(platform: Platform, access: Access, actor: Actor): Verdict {
  const verdict = access.judge(actor)
  if (verdict !== 'welcome' || !access.staff || platform.mode !== 'production') return verdict
  return actor.kind === 'session' && actor.strong ? 'welcome' : 'stronger'
}

/** Our own origin only. A browser that says where it comes from is believed; one that says nothing is refused. */
function sameOrigin(platform: Platform, c: C): boolean {
  const site = c.req.header('sec-fetch-site')
  if (site !== undefined && site !== 'same-origin') return false
  const origin = c.req.header('origin')
  if (origin === undefined) return site === 'same-origin'
  if (origin === platform.origin) return true
  const host = c.req.header('host') ?? ''
  return (
    platform.config.publicOrigin === undefined &&
    /^(localhost|127\.0\.0\.1|\[::1\])(:\d+)?$/.test(host) &&
    origin === `http://${host}`
  )
}

async function bodyOf(c: C, onePress: boolean): Promise<FormInput> {
  const type = c.req.header('content-type') ?? ''
  if (!onePress || !type.toLowerCase().startsWith('multipart/form-data')) return parseForm(await textOf(c))
  // Which of the two kinds of form a mail program sends is its own choice.
  const form = await new Response(await limited(c), { headers: { 'content-type': type } }).formData().catch(() => {
    throw problems['unknown-form']()
  })
  const pairs = [...form].map(([name, value]) => [name, typeof value === 'string' ? value : '']) as [string, string][]
  return parseForm(String(new URLSearchParams(pairs)))
}

/** What a program asked in a form, in its order. */
const fieldsOf = async (c: C): Promise<readonly (readonly [string, string])[]> => [
  ...new URLSearchParams(await textOf(c)),
]

async function textOf(c: C): Promise<string> {
  const type = c.req.header('content-type')?.split(';')[0]?.trim().toLowerCase()
  if (type !== 'application/x-www-form-urlencoded') throw problems['unknown-form']()
  return limited(c)
}

async function limited(c: C): Promise<string> {
  if (Number(c.req.header('content-length') ?? 0) > formLimit) throw problems['too-large']()
  const body = await c.req.text()
  if (body.length > formLimit) throw problems['too-large']()
  return body
}

/** Builds the whole web application of the routes. The route register is what is served: there is no other way in. */
export function makeApp(platform: Platform, routes: readonly Route[], constraints: Constraints) {
  const app = new Hono<Env>({ strict: true })
  const cookieName = sessionCookie(platform.origin)
  const { common, dutchPath, frameOf, respond, html, leave, squareVisit, houseVisit, actVisit } = makeArrivals(
    platform,
    cookieName,
  )

  app.use('*', async (c, next) => {
    const { pathname } = new URL(c.req.url)
    c.set('requestId', c.env.carried.requestId)
    c.set('lang', pathname === '/en' || pathname.startsWith('/en/') ? 'en' : 'nl')
    await next()
  })

  const refuse = (c: C, problem: Problem, actor: Actor = { kind: 'nobody' }): Response => {
    const caching = noCaching
    const more: Record<string, string> = problem.status === 429 || problem.status === 503 ? { 'retry-after': '60' } : {}
    if (new URL(c.req.url).pathname.startsWith('/api/'))
      return respond(
        c,
        JSON.stringify(asProblemJson(problem, c.var.lang, c.var.requestId)),
        problem.status,
        'application/problem+json',
        caching,
        { ...more, ...apiHeaders },
      )
    const { title, sentence } = problem.words[c.var.lang]
    const node = (
      <ProblemPage
        frame={frameOf(c, actor)}
        status={problem.status}
        title={title}
        sentence={sentence}
        requestId={c.var.requestId}
      />
    )
    return respond(c, String(node), problem.status, 'text/html; charset=utf-8', caching, more)
  }

  const handlerOf =
    (route: Route) =>
    async (c: C): Promise<Response> => {
      if (route.side === 'square')
        return route.flows ? serveFlow(c, route) : route.lasts ? serveLasting(c, route) : serveSquare(c, route)
      const given =
        route.who.proof === 'none' ? null : route.who.proof === 'link' ? c.req.param('link') : getCookie(c, cookieName)
      const proof = given && isToken(given) ? given : null
      const actor = await actorOf(platform, proof)
      const verdict = verdictOf(platform, route.who, actor)
      const withFiles = route.mostBytes !== undefined
      const sent = route.method === 'POST' && !withFiles ? await bodyOf(c, route.onePress === true) : {}
      if (verdict === 'sign-in') {
        // Their file cannot be kept for them meanwhile.
        if (withFiles) throw problems['sign-in-first']()
        if (route.method === 'POST') return html(c, <ResendPage frame={frameOf(c, actor)} sent={sent} />, 401)
        return leave(c, `/inloggen?naar=${encodeURIComponent(dutchPath(c))}`)
      }
      if (verdict === 'stronger') {
        if (actor.kind === 'session' && route.method === 'GET')
          return leave(c, `/mijn/tweede-stap?naar=${encodeURIComponent(dutchPath(c))}`)
        throw problems['stronger-sign-in']()
      }
      if (verdict === 'forbidden') throw problems.forbidden()
      if (verdict === 'hidden') throw route.who.proof === 'link' ? problems['link-ended']() : problems['not-found']()

      const visit = houseVisit(c, actor, proof)
      if (route.method === 'GET') return (route.handle as (visit: Visit) => Promise<Response>)(visit)

      if (route.mostBytes !== undefined) {
        const { fields, files } = await readUpload(c.req.raw, route.mostBytes)
        const act = { ...actVisit(c, visit, route, fields, files), files }
        return (route.handle as (visit: UploadVisit) => Promise<Response>)(act)
      }
      const act = actVisit(c, visit, route, sent, noFiles)
      return (route.handle as (visit: ActVisit) => Promise<Response>)(act)
    }

  async function serveSquare(c: C, route: Route): Promise<Response> {
    const key = route.method !== 'GET' ? null : route.negotiated ? formAt(c.req.raw) : placeOf(c.req.url)
    // A page that many ask for in the moment after a change is made once. One that fails, fails for who asked first.
    const others = key === null ? null : await platform.cache.making(key)?.catch(() => null)
    if (others) return sendFinished(c.req.raw, others, c.var.requestId)
    const making = makeSquare(c, route, key)
    if (key !== null)
      platform.cache.share(
        key,
        making.then((made) => (made instanceof Response ? null : made)),
      )
    const made = await making
    return made instanceof Response ? made : sendFinished(c.req.raw, made, c.var.requestId)
  }

  async function makeSquare(c: C, route: Route, key: string | null) {
    const begun = platform.cache.version()
    const asked = route.method === 'POST' ? await fieldsOf(c) : []
    const visit = { ...squareVisit(c), asked }
    const answer = await (route.handle as (visit: ApiVisit & AskedVisit) => Promise<Response>)(visit)
    const written = writtenOn(answer)
    if (answer.status >= 300 || !written) return answer
    const page = finished(written.body, answer.status, written.type, route.path, written.changed, route.negotiated)
    if (answer.status === 200 && key !== null) platform.cache.keep(key, page, begun)
    return page
  }

  async function serveFlow(c: C, route: Route): Promise<Response> {
    const flow = await (route.handle as (visit: SquareVisit) => Promise<Flow>)(squareVisit(c))
    return flowing(c.req.raw, flow, { ...common, 'cache-control': publicCaching, 'x-request-id': c.var.requestId })
  }

  async function serveLasting(c: C, route: Route): Promise<Response> {
    const file = await (route.handle as (visit: SquareVisit) => Promise<LastingFile>)(squareVisit(c))
    const etag = `"${file.version}"`
    const headers = {
      ...common,
      'content-type': file.type,
      'cache-control': lastingCaching,
      etag,
      'x-request-id': c.var.requestId,
    }
    return isKnown(c.req.raw, { etag, changed: null })
      ? new Response(null, { status: 304, headers })
      : new Response(file.bytes, { headers })
  }

  function headsOf(page: CachedPage): PageHeads {
    const unchanged: Record<string, string> = {
      ...common,
      'content-type': page.type,
      'cache-control': publicCaching,
      etag: page.etag,
      vary: page.negotiated ? 'accept, accept-encoding' : 'accept-encoding',
      ...(page.changed && { 'last-modified': page.changed.toUTCString() }),
      ...(page.pattern.startsWith('/api/v1') && apiHeaders),
    }
    const lengthOf = (bytes: Uint8Array) => ({ 'content-length': String(bytes.byteLength) })
    return {
      unchanged,
      plain: { ...unchanged, ...lengthOf(page.plain) },
      gzip: { ...unchanged, ...lengthOf(page.gzip), 'content-encoding': 'gzip' },
    }
  }

  function sendFinished(request: Request, page: CachedPage, requestId: string): Response {
    const heads = (page.heads ??= headsOf(page))
    const coding = request.headers.get('accept-encoding')?.includes('gzip') === true ? 'gzip' : 'plain'
    const known = isKnown(request, page)
    const headers = { ...heads[known ? 'unchanged' : coding], 'x-request-id': requestId }
    return known
      ? new Response(null, { status: 304, headers })
      : new Response(page[coding], { status: page.status, headers })
  }

  for (const route of routes) {
    const paths =
      route.kind === 'page' || route.kind === 'action' || route.kind === 'fragment'
        ? languages.map((lang) => [lang, href(lang, route.path)] as const)
        : ([['nl', route.path]] as const)
    for (const [lang, path] of paths)
      app.on(route.method, path, async (c) => {
        c.set('lang', lang)
        c.env.carried.pattern = route.path
        if (
          !(await platform.rates.take(
            route.rate,
            addressOf(c.env.incoming, c.req.header('x-forwarded-for'), platform.config.trustedProxies),
          ))
        )
          throw problems['too-many']()
        // The database refuses a NUL in a text; no page has one in its address. What stands for a link is looked at by its shape.
        if (Object.entries<string>(c.req.param()).some(([name, value]) => name !== 'link' && value.includes('\0')))
          throw problems['not-found']()
        const fromAnywhere = route.side === 'square' || route.onePress === true
        if (route.method === 'POST' && !fromAnywhere && !sameOrigin(platform, c)) throw problems['foreign-origin']()
        return handlerOf(route)(c)
      })
  }

  app.notFound((c) => {
    const { pathname } = new URL(c.req.url)
    const bare = withoutAtEnd(pathname, '/')
    if (c.req.method === 'GET' && bare !== '' && bare !== pathname && !bare.startsWith('//'))
      return c.redirect(bare, 308)
    const known =
      c.req.method !== 'GET' &&
      c.req.method !== 'HEAD' &&
      app.routes.some((route) => route.method === 'GET' && route.path === pathname)
    return refuse(c, known ? problems['method-not-allowed']() : problems['not-found']())
  })

  app.onError((error, c) => {
    const problem = error instanceof Problem ? error : problemOfDatabase(error, constraints)
    if (problem) return refuse(c, problem)
    platform.log.error(
      {
        requestId: c.var.requestId,
        route: c.env.carried.pattern ?? '-',
        fault: nameOfFault(error),
        stack: stackOf(error),
      },
      'a bug',
    )
    return refuse(c, problems.bug())
  })

  /** One request in, one answer out, one line in the log. A page that is finished already costs no routing. */
  return async function serve(request: Request, env: Partial<HttpBindings> = {}): Promise<Response> {
    const begun = performance.now()
    const requestId = randomUUID()
    const page =
      request.method === 'GET'
        ? (platform.cache.find(placeOf(request.url)) ?? platform.cache.find(formAt(request)))
        : undefined
    let answer: Response
    let pattern: string | undefined
    if (
      page &&
      (await platform.rates.take(
        'reading',
        addressOf(env.incoming, request.headers.get('x-forwarded-for') ?? undefined, platform.config.trustedProxies),
      ))
    ) {
      answer = sendFinished(request, page, requestId)
      pattern = page.pattern
    } else {
      const carried: Carried = { requestId, pattern: undefined }
      answer = await app.fetch(request, { ...env, carried })
      pattern = carried.pattern
    }
    platform.log.info(
      {
        requestId,
        method: request.method,
        route: pattern ?? '-',
        status: answer.status,
        ms: Math.round((performance.now() - begun) * 10) / 10,
      },
      'request',
    )
    return answer
  }
}

// Programs in a browser of any site may read the API: nobody is known there, and it holds nothing that is not public.
const apiHeaders: Record<string, string> = {
  'api-version': '1.0.0',
  'access-control-allow-origin': '*',
  'cross-origin-resource-policy': 'cross-origin',
}

// Without the host: whoever asks under many names fills the cache no faster, and finds the same page.
const placeOf = (url: string) => url.slice(url.indexOf('/', 'https://'.length))

// A page that is negotiated is kept per form, and never under its bare address. No address holds a space.
const formAt = (request: Request) => `${placeOf(request.url)} ${wantedForm(request.headers.get('accept'))}`

// A message of the database can hold somebody's words: only its kind goes into the log.
const nameOfFault = (error: unknown) =>
  error instanceof Error ? `${error.name}${'code' in error ? ` ${String(error.code)}` : ''}` : typeof error

const stackOf = (error: unknown) =>
  error instanceof Error
    ? (error.stack ?? '')
        .split('\n')
        .filter((row) => row.trimStart().startsWith('at '))
        .slice(0, 12)
    : []
