import { createServer, type Server } from 'node:http'
import type { AddressInfo, Socket } from 'node:net'
import { afterEach, describe, expect, it } from 'vitest'
import { openWire } from './wire.ts'

let server: Server | undefined
afterEach(() => server?.close())

/** Answers the first question of each connection, and hangs up on the second. @returns how many came, and the port. */
async function hangingUp() {
  const seen = new Set<Socket>()
  const asked: string[] = []
  server = createServer((request, answer) => {
    asked.push(`${request.method} ${request.url}`)
    if (seen.has(request.socket)) return void request.socket.destroy()
    seen.add(request.socket)
    answer.end('goed')
  })
  await new Promise<void>((resolve) => server?.listen(0, '127.0.0.1', resolve))
  return { asked, port: (server.address() as AddressInfo).port }
}

describe('a wire', () => {
  it('asks once more when the server hangs up on a connection that was used before', async () => {
    const { asked, port } = await hangingUp()
    const wire = openWire(port)
    expect(await wire.ask('/een')).toMatchObject({ status: 200, bytes: 4 })
    expect(await wire.ask('/twee')).toMatchObject({ status: 200, bytes: 4 })
    expect(asked).toEqual(['GET /een', 'GET /twee', 'GET /twee'])
    wire.close()
  })

  it('sends a form once', async () => {
    const { asked, port } = await hangingUp()
    const wire = openWire(port)
    await wire.ask('/een')
    await expect(wire.send('/twee', 'a=1')).rejects.toThrow('the connection was closed')
    expect(asked).toEqual(['GET /een', 'POST /twee'])
    wire.close()
  })

  it('fails at once where nobody listens', async () => {
    const { port } = await hangingUp()
    await new Promise((resolve) => server?.close(resolve))
    await expect(openWire(port).ask('/')).rejects.toThrow('ECONNREFUSED')
  })
})
