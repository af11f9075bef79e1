import { spawnSync } from 'node:child_process'
import { randomUUID } from 'node:crypto'
import { join } from 'node:path'
import { nextAddress, send, startProgram, withFolder, type Answered, type Program } from './program.ts'

/** A route as the program lists it. */
export type Listed = {
  readonly method: string
  readonly path: string
  readonly input: { properties?: Record<string, unknown> } | null
}

const root = join(import.meta.dirname, '..', '..')

/** The forms of the house, as its own register lists them. */
function formsOfTheHouse(): readonly Listed[] {
  const asked = spawnSync(process.execPath, [join(root, 'dist', 'cli.js'), 'routes', '--json'], { encoding: 'utf8' })
  if (asked.status !== 0) throw new Error(asked.stderr)
  return (JSON.parse(asked.stdout) as Listed[]).filter((route) => route.method === 'POST')
}

/** Somebody of the demo with a session. */
export type Visitor = { readonly name: string; cookie: string }

async function signIn(port: number, name: string): Promise<string | undefined> {
  const body = `_key=${randomUUID()}&person=${encodeURIComponent(name)}`
  const { cookies } = await send({ port, path: '/demo', body, from: nextAddress() })
  return cookies.find((each) => each.startsWith('plein='))
}

/** Signs in as everybody of the demo, each with one press. */
async function visitors(port: number): Promise<readonly Visitor[]> {
  const { text } = await send({ port, path: '/demo' })
  const all: Visitor[] = []
  for (const [, name = ''] of text.matchAll(/name="person" value="([^"]+)"/g)) {
    const cookie = await signIn(port, name)
    if (cookie !== undefined) all.push({ name, cookie })
  }
  return all
}

/** Sends a form as somebody, or as nobody. Who was signed out by an earlier form signs in again and sends it once more. */
export async function post(port: number, path: string, body: string, visitor: Visitor | undefined): Promise<Answered> {
  const once = () => send({ port, path, body, from: nextAddress(), ...(visitor && { cookie: visitor.cookie }) })
  const answered = await once()
  if (answered.status !== 401 || visitor === undefined) return answered
  visitor.cookie = (await signIn(port, visitor.name)) ?? visitor.cookie
  return once()
}

/** Every id that stands on the first pages of these people. */
async function idsOnPages(port: number, people: readonly Visitor[]): Promise<readonly string[]> {
  const known = new Set<string>()
  for (const { cookie } of people)
    for (const path of ['/mijn', '/bureau', '/redactie', '/beheer/mensen', '/mijn/vragen', '/onderzoek']) {
      const { text } = await send({ port, path, cookie, from: nextAddress() })
      for (const [id] of text.matchAll(/[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}/g)) known.add(id)
    }
  return [...known]
}

/** The program with the demo in it, its forms, everybody of the demo, and the ids that they see. */
export type Stage = {
  readonly program: Program
  readonly dataDir: string
  readonly forms: readonly Listed[]
  readonly people: readonly Visitor[]
  readonly ids: readonly string[]
}

/** Starts the demo for a drill, and stops it afterwards. */
export function onDemo<T>(work: (stage: Stage) => Promise<T>): Promise<T> {
  const forms = formsOfTheHouse()
  return withFolder(async (dataDir) => {
    const program = await startProgram(dataDir, 300_000)
    try {
      const people = await visitors(program.port)
      return await work({ program, dataDir, forms, people, ids: await idsOnPages(program.port, people) })
    } finally {
      await program.stop()
    }
  })
}
