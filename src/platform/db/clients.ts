import { createHash } from 'node:crypto'
import { Client } from 'pg'

const mostRemembered = 2_000

/** Says whose transaction it is; always the first question of one. */
export const proving = "select set_config('plein.proof', $1, true)"

// A kept plan fails as soon as a migration adds a column to what it answers with.
const wantsAllColumns = (text: string) =>
  /^\s*select\s[^(]*?\*/i.test(text.slice(0, text.search(/\sfrom\s/i) + 1)) || /\sreturning\s[^(]*?\*/i.test(text)

const isQuestion = (text: string) => /^\s*(select|insert|update|delete|with)\s/i.test(text)
const nameOf = (text: string) => createHash('sha256').update(text).digest('base64url')
const changedSince = (error: unknown) => error instanceof Error && 'code' in error && error.code === '0A000'

/**
 * Answers a question with a promise of its own. The promise of the driver keeps its question and all rows of the answer until
 * the great collection of garbage: every small one then carries them along, and takes ten times as long.
 */
export class Answering extends Client {
  // oxlint-disable-next-line typescript/no-explicit-any -- the driver has eight signatures for one thing
  override query(...given: any[]): any {
    if (typeof given.at(-1) === 'function' || typeof given[0]?.submit === 'function')
      return super.query(...(given as [string]))
    const told = Promise.withResolvers<unknown>()
    super.query(...(given as [string]), whenDone(told))
    return told.promise
  }
}

// Made here, so that it knows nothing but what it is given.
const whenDone =
  ({ resolve, reject }: PromiseWithResolvers<unknown>) =>
  (error: Error | null, answer: unknown) =>
    error ? reject(error) : resolve(answer)

/** Reads and plans a question once. Public pages ask few and long ones, each in many shapes. */
export class Preparing extends Answering {
  readonly #seen = new Set<string>()
  readonly #kept = new Set<string>()
  #generation = 0

  /** At which sight of a question its plan is kept, and how many are. */
  protected readonly keeps: { readonly from: 1 | 2; readonly most: number } = { from: 1, most: 200 }

  // oxlint-disable-next-line typescript/no-explicit-any -- the driver has eight signatures for one thing
  override query(...given: any[]): any {
    const [text, values] = given
    const name =
      typeof text === 'string' && Array.isArray(values) && isQuestion(text) && !wantsAllColumns(text)
        ? this.#nameFor(text)
        : null
    if (name === null) return super.query(...(given as [string]))
    const answered: unknown = super.query({ name, text, values }, ...(given.slice(2) as []))
    // What it answers with changed after all: from now on under other names. Whoever asked sees the fault, once.
    if (answered instanceof Promise)
      answered.catch((error: unknown) => {
        if (changedSince(error)) this.#generation++
      })
    return answered
  }

  #nameFor(text: string): string | null {
    const name = nameOf(text)
    if (this.#kept.has(name)) return `${this.#generation}${name}`
    if (this.#kept.size >= this.keeps.most) return null
    if (this.keeps.from === 2 && !this.#seen.has(name)) {
      if (this.#seen.size < mostRemembered) this.#seen.add(name)
      return null
    }
    this.#kept.add(name)
    return `${this.#generation}${name}`
  }
}

type Given = readonly unknown[]
const opening = 'begin'
const closing = new Set(['commit', 'rollback'])
const done = (command: string) => ({ command, rowCount: null, oid: 0, rows: [], fields: [] })

/**
 * For short transactions. What opens one waits for its first question, and goes in one message with it: three ways to the
 * database and back become one. A question that comes again is planned once, the one that never does takes no room.
 */
export class Opening extends Preparing {
  // A plan takes some 100 kB, most of it for the policies.
  protected override readonly keeps = { from: 2, most: 100 } as const
  #held: Given[] = []

  // oxlint-disable-next-line typescript/no-explicit-any -- the driver has eight signatures for one thing
  override query(...given: any[]): any {
    const [text] = given
    if (text === opening || (text === proving && this.#held.length > 0)) {
      this.#held.push(given)
      return Promise.resolve(done('SELECT'))
    }
    const held = this.#held
    if (held.length === 0) return super.query(...given)
    this.#held = []
    // Nothing was asked in it.
    if (closing.has(text)) return Promise.resolve(done(text === 'commit' ? 'COMMIT' : 'ROLLBACK'))
    const { stream } = this.connection
    stream.cork()
    const answers = [...held, given].map((each) => super.query(...each))
    stream.uncork()
    // The fault of what comes first is the one to tell: all that follows fails by it.
    return Promise.all(answers).then((all) => all.at(-1))
  }
}
