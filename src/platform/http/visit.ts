import type { Child } from 'hono/jsx'
import type { FormInput, Submitted } from '../../lib/form-values.ts'
import type { Lang, Words } from '../../lib/words.ts'
import type { z } from 'zod'
import type { PageFrame } from '../../ui/layout.tsx'
import type { Proof, SquareDb, Tx } from '../db/database.ts'
import type { Platform } from '../platform.ts'
import type { Negotiable } from './accept.ts'
import type { Actor } from './access.ts'

/** What every visit knows. */
type Arrived = {
  readonly platform: Platform
  readonly lang: Lang
  /** The Dutch path with its query, without `/en`. */
  readonly path: string
  readonly now: Date
  readonly requestId: string
  /** A part of the path by name. */
  param(name: string): string
  /** A part of the query; null when absent. The last one when given more than once. */
  query(name: string): string | null
  queries(name: string): readonly string[]
  /** The sentences of this language. */
  words<T>(words: Words<T>): T
  frame(more?: Partial<PageFrame>): PageFrame
  html(page: Child, status?: number): Response
  /** Goes to another page, in the language of the visit. `path` is Dutch. */
  redirect(path: string): Response
}

/** A visit to a public page: nobody is known, only the square can be read. */
export type SquareVisit = Arrived & {
  square<T>(read: (db: SquareDb) => Promise<T>): Promise<T>
  /** The form that is asked for; to be looked at on routes that are negotiated only. */
  readonly wants: Negotiable
  /** A file of one type, such as a feed or a fragment; `changed` is when what it holds last changed. */
  file(body: string, type: string, changed?: Date): Response
  /** What was asked stands elsewhere on this plein, for good (301) or for now (302). `path` is as it stands in the address. */
  moved(path: string, how: 'for-good' | 'for-now'): Response
}

/** What a form asked of the square: its fields in their order, doubles included. */
export type AskedVisit = SquareVisit & { readonly asked: readonly (readonly [string, string])[] }

/** A file that is written while it is read. `version` differs when any byte does. */
export type Flow = {
  readonly type: string
  readonly version: string
  readonly changed: Date | null
  readonly pieces: AsyncIterable<string>
}

/** A file that stays as it is for as long as it is there. `version` names its bytes. */
export type LastingFile = { readonly type: string; readonly version: string; readonly bytes: Uint8Array<ArrayBuffer> }

/** A visit to the house. */
export type Visit = Arrived & {
  readonly actor: Actor
  readonly proof: Proof
  /** The person of the session. Routes with `signedIn` or `may(…)` have one; elsewhere it is a bug to ask. */
  person(): string
  /** The subject of the signed link. Routes with `linkFor(…)` have one. */
  subject(): string
  house<T>(work: (tx: Tx) => Promise<T>): Promise<T>
  square<T>(read: (db: SquareDb) => Promise<T>): Promise<T>
  json(value: unknown, status?: number): Response
  /** A file for this visitor alone. */
  bytes(bytes: Uint8Array<ArrayBuffer>, type: string): Response
  /** A fresh key for a form; every form carries one. */
  newKey(): string
  cookie(name: string): string | null
}

export type Cookie = { readonly name: string; readonly value: string; readonly maxAge: number }

/** Where to go after an action, with cookies to set or (maxAge 0) to drop. */
export type Departure =
  | string
  | { readonly location: string; readonly cookies?: readonly Cookie[]; readonly clear?: boolean }

/** A visit that does something. */
export type ActVisit = Visit & {
  /** What the form sent, cleaned; not yet trusted. */
  readonly sent: FormInput
  /** Holds the form against its schema. */
  read<S extends z.ZodType>(schema: S): Submitted<z.output<S>>
  /**
   * Does the work in one transaction together with the idempotency key of the form, and answers after the commit.
   * The same press twice finds the first answer.
   */
  act<T>(work: (tx: Tx) => Promise<T>, depart: (result: T) => Departure): Promise<Response>
  /** The same for a press that only the work can find wanting: where `depart` has nowhere to go, nothing was done, and `instead` answers. */
  act<T>(
    work: (tx: Tx) => Promise<T>,
    depart: (result: T) => Departure | null,
    instead: (result: T) => Promise<Response>,
  ): Promise<Response>
  /** Goes on without having changed anything, or after a change that needs no key; may set cookies. */
  depart(to: Departure): Response
}

/** A file as somebody sent it: nothing of it is checked, and its name and type are what the sender says. */
export type SentFile = { readonly name: string; readonly type: string; readonly bytes: Uint8Array }

/** A visit that brings files, by the name of their field; a field without a file is absent. */
export type UploadVisit = ActVisit & { readonly files: ReadonlyMap<string, SentFile> }

/** A question to the API. */
export type ApiVisit = SquareVisit & { json(value: unknown): Response }
