import { createServer, type IncomingMessage, type RequestListener } from 'node:http'
import { createServer as createRawServer } from 'node:net'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { isPublicAddress } from './addresses.ts'
import { openFetcher, type Fetched } from './fetching.ts'

describe('a public address', () => {
  it.each([
    '1.1.1.1',
    '93.184.216.34',
    '172.32.0.1',
    '100.128.0.1',
    '2606:4700::1111',
    '2a00:1450:400e::200e',
    '::ffff:1.1.1.1',
    '64:ff9b::101:101',
  ])('%s is one', (address) => expect(isPublicAddress(address)).toBe(true))
  it.each([
    '0.0.0.0',
    '10.1.2.3',
    '100.64.0.1',
    '100.100.100.200',
    '127.0.0.1',
    '127.255.255.254',
    '168.63.129.16',
    '169.254.169.254',
    '172.16.0.1',
    '172.31.255.255',
    '192.0.0.192',
    '192.0.2.1',
    '192.168.1.1',
    '198.18.0.1',
    '198.51.100.7',
    '203.0.113.9',
    '224.0.0.1',
    '255.255.255.255',
    '::',
    '::1',
    '0:0:0:0:0:0:0:1',
    '::ffff:127.0.0.1',
    '::ffff:7f00:1',
    '::FFFF:10.0.0.1',
    '0:0:0:0:0:ffff:a9fe:a9fe',
    '::127.0.0.1',
    '64:ff9b::7f00:1',
    '64:ff9b::10.0.0.1',
    '64:ff9b:1::1',
    '100::1',
    '2001::1',
    '2001:db8::1',
    '2002:7f00:1::',
    '3fff::1',
    'fc00::1',
    'fd00:ec2::254',
    'fe80::1',
    'fe80::1%eth0',
    'fec0::1',
    'ff02::1',
    'localhost',
    '',
    '1.1.1',
  ])('%s is none', (address) => expect(isPublicAddress(address)).toBe(false))
})

const asks: IncomingMessage[] = []
const answers: Readonly<Record<string, RequestListener>> = {
  '/good': (_, answer) => answer.setHeader('content-type', 'Text/Plain').setHeader('etag', '"one"').end('good'),
  '/gone': (_, answer) => answer.writeHead(404).end(),
  '/once': (_, answer) => answer.writeHead(302, { location: '/good', 'set-cookie': 'who=me' }).end(),
  '/round': (_, answer) => answer.writeHead(301, { location: '/round' }).end(),
  '/to-inside': (_, answer) => answer.writeHead(302, { location: 'http://10.0.0.1/' }).end(),
  '/to-secrets': (_, answer) => answer.writeHead(307, { location: 'http://169.254.169.254/latest/' }).end(),
  '/to-number': (_, answer) => answer.writeHead(302, { location: 'http://2130706433/' }).end(),
  '/to-file': (_, answer) => answer.writeHead(302, { location: 'file:///etc/passwd' }).end(),
  '/to-port': (_, answer) => answer.writeHead(302, { location: 'http://1.1.1.1:22/' }).end(),
  '/nowhere': (_, answer) => answer.writeHead(302, { location: 'http://[' }).end(),
  '/said-large': (_, answer) => answer.writeHead(200, { 'content-length': '100000' }).end('x'.repeat(100_000)),
  '/large': (_, answer) => {
    answer.writeHead(200)
    const more = () => {
      while (!answer.destroyed && answer.write('x'.repeat(10_000)));
    }
    answer.on('drain', more)
    more()
  },
  '/packed': (_, answer) => answer.writeHead(200, { 'content-encoding': 'gzip' }).end('xxxx'),
  '/silent': () => {},
  '/drip': (_, answer) => {
    answer.writeHead(200)
    const drip = setInterval(() => answer.write('.'), 20)
    answer.on('close', () => clearInterval(drip))
  },
  '/broken-off': (_, answer) => {
    answer.writeHead(200, { 'content-length': '10' })
    answer.write('half')
    setTimeout(() => answer.destroy(), 20)
  },
}
const server = createServer((ask, answer) => {
  asks.push(ask)
  const path = (ask.url ?? '').split('?')[0] ?? ''
  ;(answers[path] ?? answers['/gone'])?.(ask, answer)
})
const rude = createRawServer((socket) => socket.on('error', () => {}).end('I speak something else\r\n\r\n'))
const listen = (each: typeof server | typeof rude) =>
  new Promise<number>((done) =>
    each.listen(0, '127.0.0.1', () => {
      const at = each.address()
      done(typeof at === 'object' && at !== null ? at.port : 0)
    }),
  )
let port = 0
let rudePort = 0
beforeAll(async () => {
  port = await listen(server)
  rudePort = await listen(rude)
})
afterAll(() => {
  server.closeAllConnections()
  server.close()
  rude.close()
})

const origin = 'https://plein.example'
const names: Readonly<Record<string, readonly string[]>> = {
  'goed.example': ['127.0.0.1'],
  'binnen.example': ['10.0.0.7'],
  'val.example': ['1.1.1.1', '127.0.0.1'],
  'mapped.example': ['::ffff:169.254.169.254'],
  'leeg.example': [],
}
const looked: string[] = []
const resolve = async (name: string) => {
  looked.push(name)
  const found = names[name]
  if (found === undefined) throw Object.assign(new Error('no such name'), { code: 'ENOTFOUND' })
  return found.map((address) => ({ address, family: address.includes(':') ? 6 : 4 }))
}
const fetcher = () => openFetcher(origin, { loopbackPorts: [port, rudePort], resolve })
const outcome = (fetched: Fetched) => (fetched.kind === 'answered' ? String(fetched.status) : fetched.why)
const local = (path: string) => `http://127.0.0.1:${port}${path}`

describe('the guarded fetcher', () => {
  it('brings what a public address answers, and says who asks', async () => {
    asks.length = 0
    const fetched = await fetcher()(local('/good'))
    expect(fetched).toMatchObject({
      kind: 'answered',
      status: 200,
      contentType: 'text/plain',
      etag: '"one"',
      moved: [],
    })
    expect(fetched.kind === 'answered' && fetched.body.toString()).toBe('good')
    expect(asks[0]?.headers['user-agent']).toBe('Ervaringsplein (+https://plein.example/over)')
  })

  it('follows a move, and carries no cookie with it', async () => {
    asks.length = 0
    expect(await fetcher()(local('/once'))).toMatchObject({
      status: 200,
      address: local('/good'),
      moved: [local('/good')],
    })
    expect(asks.map((ask) => ask.url)).toEqual(['/once', '/good'])
    expect(asks[1]?.headers.cookie).toBeUndefined()
  })

  it('connects to the address that it checked, and looks a name up once', async () => {
    looked.length = 0
    expect(outcome(await fetcher()(`http://goed.example:${port}/good`))).toBe('200')
    expect(looked).toEqual(['goed.example'])
    // To the other side it is the name that was asked for.
    expect(asks.at(-1)?.headers.host).toBe(`goed.example:${port}`)
  })

  it.each([
    ['ftp://1.1.1.1/', 'no-web-address'],
    ['file:///etc/passwd', 'no-web-address'],
    ['javascript:alert(1)', 'no-web-address'],
    ['//1.1.1.1/', 'no-web-address'],
    ['', 'no-web-address'],
    ['http://', 'no-web-address'],
    ['http://somebody:secret@1.1.1.1/', 'credentials'],
    ['http://somebody@1.1.1.1/', 'credentials'],
    ['http://1.1.1.1:22/', 'port'],
    ['https://1.1.1.1:5432/', 'port'],
    ['http://127.0.0.1/', 'inside'],
    ['http://127.1/', 'inside'],
    ['http://2130706433/', 'inside'],
    ['http://0x7f000001/', 'inside'],
    ['http://0177.0.0.1/', 'inside'],
    ['http://１２７.0.0.1/', 'inside'],
    ['http://[::1]/', 'inside'],
    ['http://[::ffff:127.0.0.1]/', 'inside'],
    ['http://[::ffff:a9fe:a9fe]/', 'inside'],
    ['http://[fd00:ec2::254]/', 'inside'],
    ['http://169.254.169.254/latest/meta-data/', 'inside'],
    ['https://10.0.0.1/', 'inside'],
    ['http://0/', 'inside'],
    ['http://binnen.example/', 'inside'],
    ['http://val.example/', 'inside'],
    ['http://mapped.example/', 'inside'],
    ['http://goed.example/', 'inside'],
    ['http://is-er-niet.example/', 'name-unknown'],
    ['http://leeg.example/', 'name-unknown'],
  ])('does not ask %s: %s', async (address, why) => {
    const before = asks.length
    expect(outcome(await fetcher()(address))).toBe(why)
    expect(asks.length).toBe(before)
  })

  it.each([
    ['/to-inside', 'inside'],
    ['/to-secrets', 'inside'],
    ['/to-number', 'inside'],
    ['/to-file', 'no-web-address'],
    ['/to-port', 'port'],
    ['/nowhere', 'no-web-address'],
    ['/round', 'moved-too-often'],
  ])('checks where %s moves to: %s', async (path, why) => {
    expect(outcome(await fetcher()(local(path)))).toBe(why)
  })

  it.each([
    ['/said-large', { mostBytes: 50_000 }, 'too-large'],
    ['/large', { mostBytes: 50_000 }, 'too-large'],
    ['/packed', {}, 'packed'],
    ['/silent', { milliseconds: 150 }, 'too-slow'],
    ['/drip', { milliseconds: 150 }, 'too-slow'],
    ['/broken-off', {}, 'no-connection'],
    ['/gone', {}, '404'],
    ['/large', { want: 'status' as const }, '200'],
  ])('%s with %o ends in %s', async (path, wish, why) => {
    expect(outcome(await fetcher()(local(path), wish))).toBe(why)
  })

  it('waits for a name no longer than for anything else', async () => {
    const slow = openFetcher(origin, { resolve: () => new Promise(() => {}) })
    expect(outcome(await slow('http://traag.example/', { milliseconds: 100 }))).toBe('too-slow')
  })

  it('says so when the other side is not there, or speaks something else', async () => {
    expect(outcome(await fetcher()(`http://127.0.0.1:${rudePort}/`))).toBe('not-http')
    const closed = createRawServer()
    const free = await listen(closed)
    await new Promise((done) => closed.close(done))
    expect(outcome(await openFetcher(origin, { loopbackPorts: [free] })(`http://127.0.0.1:${free}/`))).toBe(
      'no-connection',
    )
  })

  it('keeps the house closed unless a test opens one port of it', async () => {
    expect(outcome(await openFetcher(origin)(local('/good')))).toBe('port')
    expect(outcome(await openFetcher(origin, { loopbackPorts: [80] })('http://10.0.0.1/'))).toBe('inside')
    expect(outcome(await openFetcher(origin, { loopbackPorts: [80] })('http://[::1]/'))).toBe('inside')
  })
})
