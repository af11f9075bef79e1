import { randomUUID } from 'node:crypto'
import { onDemo, post, type Visitor } from './forms.ts'
import { describeMachine, note } from './notes.ts'

// What a pattern may stumble over when it comes a hundred thousand times.
const units = [' ', '\n', '\t', '-', '.', '@', '[', '(', '<', '"', '#', '1', 'a', 'Aa ', 'a@', '](', '<a ', '\u00a0']

// Forms take half a megabyte; as escapes a sign is three bytes.
const mostBytes = 480 * 1024
const patienceMs = 3_000

/** A form with one long run of a sign between two letters in each of its fields. */
function longForm(names: readonly string[], unit: string): string {
  const each = Math.floor(mostBytes / Math.max(1, names.length) / encodeURIComponent(unit).length)
  const run = encodeURIComponent(`a${unit.repeat(each)}b`)
  return [`_key=${randomUUID()}`, ...names.map((name) => `${encodeURIComponent(name)}=${run}`)].join('&')
}

/**
 * Sends long runs of one sign to every form of the house, one at a time and as several people. Nobody else is there, so
 * that an answer that keeps somebody waiting says something of the form.
 */
export async function longRuns(options: { say: (line: string) => void }): Promise<number> {
  const { say } = options
  return onDemo(async ({ program: { port }, dataDir, forms, people, ids }) => {
    say(`${forms.length} forms, ${people.length} people, ${units.length} signs.`)
    const slow: string[] = []
    const unreached: string[] = []
    let sent = 0
    let longest = 0
    const statusOf = (to: string, body: string, visitor: Visitor | undefined) =>
      post(port, to, body, visitor).then(
        ({ status }) => status,
        () => 0,
      )
    for (const { path, input } of forms) {
      const names = Object.keys(input?.properties ?? { text: null })
      const to = () => path.replace(/:[^/]+/g, () => ids[sent % Math.max(1, ids.length)] ?? randomUUID())
      const welcome: (Visitor | undefined)[] = []
      for (const visitor of [undefined, ...people])
        if (![401, 403].includes(await statusOf(to(), `_key=${randomUUID()}`, visitor))) welcome.push(visitor)
      if (welcome.length === 0) unreached.push(path)
      for (const unit of units)
        for (const visitor of welcome.slice(0, 3)) {
          const begun = performance.now()
          const status = await statusOf(to(), longForm(names, unit), visitor)
          const ms = performance.now() - begun
          sent++
          longest = Math.max(longest, ms)
          if (ms > patienceMs || status === 0 || status >= 500)
            slow.push(`${status} ${path} with ${JSON.stringify(unit)}: ${Math.round(ms)} ms`)
        }
    }
    const figures = [
      `${sent} times one of ${forms.length - unreached.length} forms full of one sign, one at a time; the longest answer took ${Math.round(longest)} ms`,
      `${slow.length} that took more than ${patienceMs / 1_000} s or failed`,
    ]
    say(figures.join('\n'))
    if (unreached.length > 0) say(`Nobody may use: ${unreached.join(' ')}`)
    for (const each of slow.slice(0, 40)) say(`  ${each}`)
    if (slow.length === 0) note('long-runs', await describeMachine(dataDir), figures)
    return slow.length === 0 ? 0 : 1
  })
}
