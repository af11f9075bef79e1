import { randomUUID } from 'node:crypto'
import { setTimeout as sleep } from 'node:timers/promises'
import { openWire } from './wire.ts'

/** One who fills in page after page, and begins again at the end. `body` is the form without the key of its press. */
export type Respondent = { readonly pages: readonly { readonly path: string; readonly body: string }[] }

/** A load to put on a server of this machine. */
export type Load =
  /** Each connection asks again as soon as it is answered: how much can the server take? */
  | {
      readonly kind: 'closed'
      readonly port: number
      readonly path: string
      readonly connections: number
      readonly seconds: number
    }
  /** Visitors come at their own pace, whether or not the server keeps up: how long do they wait? */
  | {
      readonly kind: 'open'
      readonly port: number
      readonly paths: readonly string[]
      readonly perSecond: number
      readonly connections: number
      readonly seconds: number
    }
  /** People fill in forms: they look at a page, and press after a pause of about so long each, or all in the same instant. */
  | {
      readonly kind: 'crowd'
      readonly port: number
      readonly respondents: readonly Respondent[]
      readonly pause: { readonly kind: 'each' | 'together'; readonly seconds: number }
      readonly seconds: number
    }

/**
 * What came of it. `waits` in milliseconds, from the moment a visitor came (also when no connection was free then), which was
 * `at` milliseconds after the first.
 */
export type Loaded = {
  readonly answered: number
  readonly seconds: number
  readonly failed: number
  readonly waits: readonly { readonly path: string; readonly at: number; readonly ms: number }[]
}

/** Puts the load on. An answer other than 200, or 303 to a form, counts as failed. */
export const putLoad = (load: Load): Promise<Loaded> =>
  load.kind === 'closed' ? closed(load) : load.kind === 'open' ? open(load) : crowd(load)

async function closed({ port, path, connections, seconds }: Load & { kind: 'closed' }): Promise<Loaded> {
  const begun = performance.now()
  const until = begun + seconds * 1_000
  let answered = 0
  let failed = 0
  const askOn = async () => {
    const wire = openWire(port)
    while (performance.now() < until) {
      const { status } = await wire.ask(path).catch(() => ({ status: 0 }))
      if (status === 200) answered++
      else failed++
    }
    wire.close()
  }
  await Promise.all(Array.from({ length: connections }, askOn))
  return { answered, failed, seconds: (performance.now() - begun) / 1_000, waits: [] }
}

function open({ port, paths, perSecond, connections, seconds }: Load & { kind: 'open' }): Promise<Loaded> {
  const free = Array.from({ length: connections }, () => openWire(port))
  const queue: { path: string; came: number }[] = []
  const waits: { path: string; at: number; ms: number }[] = []
  const total = Math.round(perSecond * seconds)
  const begun = performance.now()
  let come = 0
  let done = 0
  let failed = 0
  return new Promise((resolve) => {
    const serveNext = () => {
      while (queue.length > 0 && free.length > 0) {
        const wire = free.pop()
        const visitor = queue.shift()
        if (!wire || !visitor) return
        void wire
          .ask(visitor.path)
          .catch(() => ({ status: 0 }))
          .then(({ status }) => {
            if (status === 200)
              waits.push({ path: visitor.path, at: visitor.came - begun, ms: performance.now() - visitor.came })
            else failed++
            free.push(wire)
            done++
            if (done < total) return serveNext()
            for (const each of free) each.close()
            resolve({ answered: waits.length, failed, seconds: (performance.now() - begun) / 1_000, waits })
          })
      }
    }
    const letIn = () => {
      const now = performance.now()
      while (come < total && begun + (come / perSecond) * 1_000 <= now) {
        queue.push({ path: paths[come % paths.length] ?? '/', came: begun + (come / perSecond) * 1_000 })
        come++
      }
      serveNext()
      if (come < total) setTimeout(letIn, Math.max(0, begun + (come / perSecond) * 1_000 - performance.now()))
    }
    letIn()
  })
}

async function crowd({ port, respondents, pause, seconds }: Load & { kind: 'crowd' }): Promise<Loaded> {
  const begun = performance.now()
  const until = begun + seconds * 1_000
  const waits: { path: string; at: number; ms: number }[] = []
  let failed = 0
  // Half a pause to one and a half, in an order that is the same in every run.
  const pauseOf = (who: number, round: number) => pause.seconds * 1_000 * (0.5 + ((who * 7 + round * 13) % 50) / 50)
  const pressed = (who: number, round: number) =>
    pause.kind === 'each'
      ? sleep(pauseOf(who, round))
      : sleep(Math.max(0, begun + (round + 1) * pause.seconds * 1_000 - performance.now()))
  const fillIn = async ({ pages }: Respondent, who: number) => {
    const wire = openWire(port, { origin: 'http://localhost' })
    // Not all begin on the same page.
    for (let round = 0; performance.now() < until; round++) {
      const { path, body } = pages[(who + round) % pages.length] ?? { path: '/', body: '' }
      const shown = await wire.ask(path).catch(() => ({ status: 0 }))
      await pressed(who, round)
      const at = performance.now() - begun
      const saved = await wire.send(path, `_key=${randomUUID()}&${body}`).catch(() => ({ status: 0, ms: 0 }))
      if (shown.status === 200 && saved.status === 303) waits.push({ path, at, ms: saved.ms })
      else failed++
    }
    wire.close()
  }
  await Promise.all(respondents.map(fillIn))
  return { answered: waits.length, failed, seconds: (performance.now() - begun) / 1_000, waits }
}
