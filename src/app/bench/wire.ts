import { connect, type Socket } from 'node:net'

/** What an answer on the wire was: its status, the bytes of its body and how long it took in milliseconds. */
export type Answered = { readonly status: number; readonly bytes: number; readonly ms: number }

/**
 * One HTTP/1.1 connection that asks one thing at a time. It reads no more of an answer than it must, so that on a machine
 * with two cores the asking side is much cheaper than the answering one.
 */
export type Wire = {
  ask(path: string): Promise<Answered>
  /** Sends a form. Unlike a question it is never sent twice, whatever becomes of the connection. */
  send(path: string, body: string): Promise<Answered>
  close(): void
}

const end = Buffer.from('\r\n\r\n')
const lastChunk = Buffer.from('0\r\n\r\n')

/** @returns how many bytes the answer takes; undefined while it is not whole. */
function lengthOf(got: Buffer): { head: string; total: number; body: number } | undefined {
  const at = got.indexOf(end)
  if (at < 0) return undefined
  const head = got.toString('latin1', 0, at).toLowerCase()
  const start = at + end.length
  const length = /\r\ncontent-length: *(\d+)/.exec(head)?.[1]
  if (length !== undefined) return { head, total: start + Number(length), body: Number(length) }
  if (!head.includes('\r\ntransfer-encoding: chunked')) return { head, total: start, body: 0 }
  const closing = got.indexOf(lastChunk, start)
  return closing < 0 ? undefined : { head, total: closing + lastChunk.length, body: closing - start }
}

/** Opens a connection to this machine. */
export function openWire(port: number, headers: Readonly<Record<string, string>> = {}): Wire {
  const fixed = Object.entries({ host: 'localhost', 'accept-encoding': 'gzip', ...headers })
    .map(([name, value]) => `${name}: ${value}\r\n`)
    .join('')
  let socket: Socket | undefined
  type Asked = {
    begun: number
    resolve: (answer: Answered) => void
    reject: (error: Error) => void
    again?: () => void
  }
  let waiting: Asked | undefined
  let got: Buffer = Buffer.alloc(0)

  const fail = (error: Error) => {
    socket?.destroy()
    socket = undefined
    const asked = waiting
    waiting = undefined
    if (asked?.again && got.length === 0) asked.again()
    else asked?.reject(error)
  }
  const opened = () => {
    if (socket && !socket.destroyed) return socket
    const made = connect({ port, host: '127.0.0.1', noDelay: true })
    got = Buffer.alloc(0)
    made.on('data', (chunk: Buffer) => {
      got = got.length === 0 ? chunk : Buffer.concat([got, chunk])
      const whole = lengthOf(got)
      if (whole === undefined || got.length < whole.total) return
      const asked = waiting
      waiting = undefined
      got = Buffer.alloc(0)
      if (whole.head.includes('\r\nconnection: close')) {
        made.destroy()
        socket = undefined
      }
      asked?.resolve({
        status: Number(whole.head.slice(9, 12)),
        bytes: whole.body,
        ms: performance.now() - asked.begun,
      })
    })
    made.on('error', (error) => made === socket && fail(error))
    made.on('close', () => made === socket && fail(new Error('the connection was closed')))
    socket = made
    return made
  }
  const tell = (words: string, mayRepeat: boolean) =>
    new Promise<Answered>((resolve, reject) => {
      const asked: Asked = { begun: performance.now(), resolve, reject }
      // A server hangs up on who was silent for long. That may cross what is asked in that very moment: browsers ask again.
      const again = () => {
        waiting = asked
        opened().write(words)
      }
      waiting = mayRepeat && socket && !socket.destroyed ? { ...asked, again } : asked
      opened().write(words)
    })
  return {
    ask: (path) => tell(`GET ${path} HTTP/1.1\r\n${fixed}\r\n`, true),
    send: (path, body) =>
      tell(
        `POST ${path} HTTP/1.1\r\n${fixed}content-type: application/x-www-form-urlencoded\r\ncontent-length: ${Buffer.byteLength(body)}\r\n\r\n${body}`,
        false,
      ),
    close() {
      const open = socket
      socket = undefined
      open?.destroy()
    },
  }
}
