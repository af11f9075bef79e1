import { once } from 'node:events'
import type { ClientBase, Connection, Submittable } from 'pg'

// What pg 8.23 offers for COPY and its types leave out: a submitted object is told of every message of its statement.
type CopyConnection = Connection & {
  sendCopyFromChunk(chunk: Uint8Array): void
  endCopyFrom(): void
  sendCopyFail(reason: string): void
}
type Told = { readonly text: string }

// Above this the server is asked to wait; it bounds what one table holds in memory.
const high = 1_000_000

const rowsOf = ({ text }: Told) => Number(/^COPY (\d+)$/.exec(text)?.[1] ?? '0')

/**
 * Runs `COPY … TO STDOUT` and yields its bytes as they come; the server waits while the reader is slow.
 * Returns the number of rows that the server counted. Throws what the server says.
 */
export async function* copyOut(client: ClientBase, statement: string): AsyncGenerator<Buffer, number> {
  const chunks: Buffer[] = []
  const state: { held: number; rows: number; ended: boolean; error: Error | null; connection: Connection | null } = {
    held: 0,
    rows: 0,
    ended: false,
    error: null,
    connection: null,
  }
  let wake = () => {}
  const query: Submittable & Record<string, unknown> = {
    submit(connection: Connection) {
      state.connection = connection
      connection.query(statement)
    },
    handleCopyData({ chunk }: { chunk: Buffer }) {
      // Copied: the parser of the connection uses its memory again.
      chunks.push(Buffer.from(chunk))
      state.held += chunk.length
      if (state.held > high) state.connection?.stream.pause()
      wake()
    },
    handleCommandComplete(told: Told) {
      state.rows = rowsOf(told)
    },
    handleReadyForQuery() {
      state.ended = true
      wake()
    },
    handleError(error: Error) {
      state.error = error
      wake()
    },
  }
  client.query(query)
  for (;;) {
    if (chunks.length > 0) {
      const all = Buffer.concat(chunks.splice(0))
      state.held = 0
      state.connection?.stream.resume()
      yield all
    } else if (state.error !== null) throw state.error
    else if (state.ended) return state.rows
    else await new Promise<void>((resolve) => (wake = resolve))
  }
}

/** Runs `COPY … FROM STDIN` with the bytes of `source`. @returns the rows that the server counted. Throws what the server says. */
export async function copyIn(
  client: ClientBase,
  statement: string,
  source: AsyncIterable<Uint8Array>,
): Promise<number> {
  let ready = (_connection: CopyConnection) => {}
  let finish = (_rows: number) => {}
  let fail = (_error: Error) => {}
  let broken: Error | null = null
  let rows = 0
  const accepted = new Promise<CopyConnection>((resolve, reject) => {
    ready = resolve
    fail = reject
  })
  const finished = new Promise<number>((resolve, reject) => {
    finish = resolve
    const before = fail
    fail = (error) => {
      broken = error
      before(error)
      reject(error)
    }
  })
  // Both may be refused; who waits hears it from the one that is awaited.
  finished.catch(() => {})
  const query: Submittable & Record<string, unknown> = {
    submit: (connection: Connection) => connection.query(statement),
    handleCopyInResponse: (connection: CopyConnection) => ready(connection),
    handleCommandComplete: (told: Told) => void (rows = rowsOf(told)),
    handleReadyForQuery: () => finish(rows),
    handleError: (error: Error) => fail(error),
  }
  client.query(query)
  const connection = await accepted
  try {
    for await (const chunk of source) {
      if (broken !== null) break
      connection.sendCopyFromChunk(chunk)
      if (connection.stream.writableNeedDrain) await Promise.race([once(connection.stream, 'drain'), finished])
    }
  } catch (error) {
    connection.sendCopyFail('the source ended')
    await finished.catch(() => {})
    throw error
  }
  if (broken === null) connection.endCopyFrom()
  return finished
}
