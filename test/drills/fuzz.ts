import { randomBytes, randomInt, randomUUID } from 'node:crypto'
import { onDemo, post, type Listed } from './forms.ts'
import { describeMachine, note } from './notes.ts'
import { send } from './program.ts'

const pick = <T>(from: readonly T[]): T | undefined => from[randomInt(from.length)]

const nasty = [
  '',
  '\0',
  '%00',
  '%',
  '%E0%A4%A',
  '%ff%fe',
  '‮txt.exe',
  '\ud800',
  '<script>alert(1)</script>',
  "'; drop table x; --",
  '../../../../etc/passwd',
  '9'.repeat(400),
  '-1',
  '1e309',
  'NaN',
  '[object Object]',
  '__proto__',
  'a'.repeat(20_000),
  '😀'.repeat(3_000),
  '{"a":1}',
  'null',
]

/** Bytes of a form that no person would send. */
function nonsense(route: Listed): string {
  const names = Object.keys(route.input?.properties ?? {})
  const value = () => {
    const kind = randomInt(5)
    if (kind === 0) return randomBytes(randomInt(200)).toString('latin1')
    if (kind === 1)
      return [...randomBytes(randomInt(60))].map((byte) => `%${byte.toString(16).padStart(2, '0')}`).join('')
    if (kind === 2) return encodeURIComponent((pick(nasty) ?? '').toWellFormed())
    if (kind === 3) return randomUUID()
    return pick(nasty) ?? ''
  }
  const name = () => (names.length > 0 && randomInt(6) > 0 ? (pick(names) ?? '') : value().slice(0, 40))
  const pairs = Array.from({ length: randomInt(8) }, () => `${name()}=${value()}`)
  if (randomInt(5) > 0) pairs.push(`_key=${randomInt(4) > 0 ? randomUUID() : value()}`)
  return pairs.join(randomInt(20) === 0 ? ';' : '&')
}

const addressOf = (pattern: string, known: readonly string[]) =>
  pattern.replace(/:[^/]+/g, () => {
    const kind = randomInt(4)
    if (kind === 0) return randomUUID()
    if (kind === 1) return pick(known) ?? randomUUID()
    return encodeURIComponent((pick(nasty) ?? 'x').toWellFormed().slice(0, 300)) || 'x'
  })

/** Sends forms full of nonsense to every form of the house, as nobody and as everybody. No answer may be 5xx. */
export async function fuzz(options: { posts: number; say: (line: string) => void }): Promise<number> {
  const { posts, say } = options
  return onDemo(async ({ program, dataDir, forms, people, ids }) => {
    const { port } = program
    say(`${forms.length} forms, ${people.length} people, ${ids.length} ids; ${posts} posts.`)
    const statuses = new Map<number, number>()
    const bad: string[] = []
    const clock = Date.now()
    const one = async () => {
      const route = pick(forms)
      if (!route) return
      const path = addressOf(route.path, ids)
      const body = nonsense(route)
      const visitor = randomInt(6) === 0 ? undefined : pick(people)
      const answered = await post(port, path, body, visitor).catch((error: Error) => ({
        status: 0,
        text: error.message,
      }))
      statuses.set(answered.status, (statuses.get(answered.status) ?? 0) + 1)
      if (answered.status === 0 || answered.status >= 500)
        bad.push(`${answered.status} ${route.path} ${JSON.stringify(body.slice(0, 200))}`)
    }
    let sent = 0
    const sendOn = async () => {
      while (sent < posts && bad.length < 50) {
        sent++
        await one()
      }
    }
    await Promise.all(Array.from({ length: 8 }, sendOn))
    const home = await send({ port, path: '/' })
    const list = [...statuses].sort((a, b) => a[0] - b[0]).map(([status, times]) => `${status}: ${times}`)
    const figures = [
      `${sent} posts of nonsense to ${forms.length} forms in ${Math.round((Date.now() - clock) / 1_000)} s`,
      `answers ${list.join(', ')}`,
      `${bad.length} faults`,
    ]
    say(figures.join('\n'))
    for (const each of bad.slice(0, 20)) say(`  ${each}`)
    if (bad.length > 0) say(program.words())
    if (bad.length === 0 && sent >= 10_000) note('fuzz', await describeMachine(dataDir), figures)
    return bad.length === 0 && home.status === 200 ? 0 : 1
  })
}
