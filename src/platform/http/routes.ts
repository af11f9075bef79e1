import type { z } from 'zod'
import { publicPage, type Access } from './access.ts'
import type { ActVisit, ApiVisit, AskedVisit, Flow, LastingFile, SquareVisit, UploadVisit, Visit } from './visit.ts'

/** How much a route may be asked. Limits: `rates.ts`. */
export type RateClass = 'reading' | 'searching' | 'asking' | 'signing-in' | 'working' | 'heavy'

/** What a page can hold of people: nothing, personal data, or data of the special kind (AVG 9 and what is as sensitive). */
export type DataClass = 'none' | 'personal' | 'special'

type Declared = {
  readonly path: string
  readonly who: Access
  readonly rate: RateClass
  readonly data: DataClass
  /** What the form or query holds. Unknown fields are refused. */
  readonly input?: z.ZodType
  /** What leaves the API. What is not listed does not leave. */
  readonly output?: z.ZodType
  /** In one sentence for the API's document. */
  readonly summary?: string
}

/** A route as the register lists it. Paths are Dutch; pages stand at `/en` + the same path too. */
export type Route = Declared & {
  readonly method: 'GET' | 'POST'
  /** `fragment` is a piece of a page for script; `file` has one language. */
  readonly kind: 'page' | 'action' | 'api' | 'fragment' | 'file'
  readonly side: 'square' | 'house' | 'none'
  readonly idempotent: boolean
  /** The page can be had in other forms too, by what is asked for: see `accept.ts`. */
  readonly negotiated?: boolean
  /** A press that mail programs may make for somebody, from anywhere: see `onePress`. */
  readonly onePress?: boolean
  /** Takes files, of at most so many bytes together: see `upload`. */
  readonly mostBytes?: number
  /** Written while it is read: too large to be kept. */
  readonly flows?: boolean
  /** A file of bytes that never changes under its address, and is not kept. */
  readonly lasts?: boolean
  readonly handle: unknown
}

type Answer = Response | Promise<Response>

/** A public page: reads the square only, is the same for everybody, and is cached until the square changes. */
export const squarePage = (
  path: string,
  declared: { rate?: RateClass; input?: z.ZodType; kind?: 'page' | 'fragment' | 'file'; negotiated?: boolean },
  handle: (visit: SquareVisit) => Answer,
): Route => ({
  method: 'GET',
  path,
  kind: declared.kind ?? 'page',
  side: 'square',
  idempotent: true,
  data: 'none',
  rate: declared.rate ?? 'reading',
  who: publicPage,
  ...(declared.input && { input: declared.input }),
  ...(declared.negotiated && { negotiated: true }),
  handle,
})

/** A file of the square of any length, such as all items: it is written while it is read, and not kept. */
export const squareFlow = (
  path: string,
  declared: { rate: RateClass },
  handle: (visit: SquareVisit) => Promise<Flow>,
): Route => ({
  method: 'GET',
  path,
  kind: 'file',
  side: 'square',
  idempotent: true,
  flows: true,
  data: 'none',
  rate: declared.rate,
  who: publicPage,
  handle,
})

/** A file of the square whose bytes never change as long as it is there, such as a picture: its reader may keep it. */
export const squareFile = (
  path: string,
  declared: { rate: RateClass },
  handle: (visit: SquareVisit) => Promise<LastingFile>,
): Route => ({
  method: 'GET',
  path,
  kind: 'file',
  side: 'square',
  idempotent: true,
  lasts: true,
  data: 'none',
  rate: declared.rate,
  who: publicPage,
  handle,
})

/**
 * A question to the square that comes as a form, from programs of anywhere: it changes nothing and nobody is known, so it
 * has no key and may come from another site.
 */
export const squareQuestion = (
  path: string,
  declared: { rate: RateClass },
  handle: (visit: AskedVisit) => Answer,
): Route => ({
  method: 'POST',
  path,
  kind: 'file',
  side: 'square',
  idempotent: true,
  data: 'none',
  rate: declared.rate,
  who: publicPage,
  handle,
})

/** A page of the house. Never cached. */
export const page = (
  path: string,
  declared: Omit<Declared, 'path' | 'output'> & { kind?: 'page' | 'fragment' | 'file' },
  handle: (visit: Visit) => Answer,
): Route => ({ kind: 'page', ...declared, method: 'GET', path, side: 'house', idempotent: true, handle })

/** Something a person does: a POST with an idempotency key. The reply is sent after the commit. */
export const action = (
  path: string,
  declared: Omit<Declared, 'path' | 'output'>,
  handle: (visit: ActVisit) => Answer,
): Route => ({ ...declared, method: 'POST', path, kind: 'action', side: 'house', idempotent: true, handle })

/**
 * An action that takes files too, as either kind of form, of at most `mostBytes` together. What is sent is read only after the
 * access rule let its sender in; who has to sign in first chooses the file anew.
 */
export const upload = (
  path: string,
  declared: Omit<Declared, 'path' | 'output'> & { readonly mostBytes: number },
  handle: (visit: UploadVisit) => Answer,
): Route => ({ ...declared, method: 'POST', path, kind: 'action', side: 'house', idempotent: true, handle })

/**
 * What the link of a letter does at one POST, also one that a mail program sends by itself (RFC 8058): without a cookie,
 * without a key, from any origin, and as either kind of form. The link alone says who it is, so nobody else's browser can
 * be made to press it. It may come twice and answers with a page, never with a way on.
 */
export const onePress = (
  path: `${string}/:link`,
  declared: Omit<Declared, 'path' | 'output'> & { who: Access & { readonly proof: 'link' } },
  handle: (visit: ActVisit) => Answer,
): Route => ({
  ...declared,
  method: 'POST',
  path,
  kind: 'action',
  side: 'house',
  idempotent: true,
  onePress: true,
  handle,
})

/** A public resource of the API, read from the square. */
export const api = (
  path: `/api/v1/${string}`,
  declared: { rate?: RateClass; input?: z.ZodType; output: z.ZodType; summary: string },
  handle: (visit: ApiVisit) => Answer,
): Route => ({
  method: 'GET',
  path,
  kind: 'api',
  side: 'square',
  idempotent: true,
  data: 'none',
  rate: declared.rate ?? 'reading',
  who: publicPage,
  output: declared.output,
  summary: declared.summary,
  ...(declared.input && { input: declared.input }),
  handle,
})
