import type { SMTPServer } from 'smtp-server'
import type { AddressInfo, Socket } from 'node:net'

/** How the mail server of a test behaves. `silent` accepts a connection and never speaks. */
type Behaviour =
  | 'well'
  | 'silent'
  | 'rcpt-451'
  | 'rcpt-550'
  | 'data-554'
  | 'data-452'
  | 'hang-after-data'
  | 'drop-after-data'

type Parcel = {
  readonly from: string
  readonly to: readonly string[]
  readonly raw: string
  readonly headers: Readonly<Record<string, string>>
}

export type PostOffice = {
  readonly url: string
  /** What arrived, also when the answer never reached the sender. */
  readonly parcels: Parcel[]
  behaves(behaviour: Behaviour): void
  close(): Promise<void>
}

const refusal = (code: number) => Object.assign(new Error('rosa@example.org is not welcome'), { responseCode: code })

const headersOf = (raw: string): Record<string, string> =>
  Object.fromEntries(
    (raw.split('\r\n\r\n')[0] ?? '')
      .replace(/\r\n[ \t]+/g, ' ')
      .split('\r\n')
      .map((line) => [line.slice(0, line.indexOf(':')).toLowerCase(), line.slice(line.indexOf(':') + 1).trim()]),
  )

/** A real mail server on a free port of this machine, for tests. @param Server of the package smtp-server */
export async function postOffice(Server: typeof SMTPServer): Promise<PostOffice> {
  let behaviour: Behaviour = 'well'
  const parcels: Parcel[] = []
  const sockets = new Set<Socket>()
  const server = new Server({
    authOptional: true,
    disabledCommands: ['AUTH', 'STARTTLS'],
    closeTimeout: 50,
    onConnect(_session, callback) {
      if (behaviour !== 'silent') callback()
    },
    onRcptTo(_address, _session, callback) {
      callback(behaviour === 'rcpt-451' ? refusal(451) : behaviour === 'rcpt-550' ? refusal(550) : null)
    },
    onData(stream, session, callback) {
      const chunks: Buffer[] = []
      stream.on('data', (chunk: Buffer) => chunks.push(chunk))
      stream.on('end', () => {
        const raw = Buffer.concat(chunks).toString('utf8')
        const { mailFrom, rcptTo } = session.envelope
        const arrived = () =>
          void parcels.push({
            from: mailFrom ? mailFrom.address : '',
            to: rcptTo.map((each) => each.address),
            raw,
            headers: headersOf(raw),
          })
        if (behaviour === 'data-554' || behaviour === 'data-452') return callback(refusal(Number(behaviour.slice(5))))
        arrived()
        if (behaviour === 'hang-after-data') return undefined
        if (behaviour === 'drop-after-data') return sockets.forEach((socket) => socket.destroy())
        return callback()
      })
    },
  })
  server.on('error', () => {})
  server.server.on('connection', (socket: Socket) => sockets.add(socket))
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const { port } = server.server.address() as AddressInfo
  let closing: Promise<void> | null = null
  return {
    url: `smtp://127.0.0.1:${port}`,
    parcels,
    behaves: (next) => void (behaviour = next),
    close: () => (closing ??= new Promise((resolve) => server.close(() => resolve()))),
  }
}
