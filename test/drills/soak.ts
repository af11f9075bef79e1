import { readFile } from 'node:fs/promises'
import { setTimeout as sleep } from 'node:timers/promises'
import { describeMachine, note } from './notes.ts'
import { nextAddress, send, startProgram, withFolder } from './program.ts'

const visitors = 8
// One process holds the demo network, 32 MB of kept pages and what V8 keeps of its young objects; the rest is a leak.
const mostMegabytes = 800

/** Resident memory in megabytes; 0 where the system does not tell. */
const residentOf = async (pid: number) => {
  const status = await readFile(`/proc/${pid}/status`, 'utf8').catch(() => '')
  return Math.round(Number(/VmRSS:\s+(\d+)/.exec(status)?.[1] ?? 0) / 1_024)
}

/** Visitors follow links of the public pages all the time. Nothing may fail; memory must settle and stay under a limit. */
export async function soak(options: { seconds: number; say: (line: string) => void }): Promise<number> {
  const { seconds, say } = options
  return withFolder(async (dataDir) => {
    const program = await startProgram(dataDir, 300_000)
    const { port, pid } = program
    try {
      const until = Date.now() + seconds * 1_000
      const bad: string[] = []
      let visits = 0
      const wander = async () => {
        let path = '/'
        while (Date.now() < until) {
          const answered = await send({ port, path, from: nextAddress() }).catch((error: Error) => ({
            status: 0,
            text: error.message,
          }))
          visits++
          if (answered.status === 0 || answered.status >= 500) bad.push(`${answered.status} ${path}`)
          const links = [...answered.text.matchAll(/<a\b[^>]*\shref="(\/[^"#]*)"/g)].map((match) => match[1] ?? '/')
          path = (links[Math.floor(Math.random() * links.length)] ?? '/').replaceAll('&amp;', '&')
          if (Math.random() < 0.1) path = `/zoeken?q=ervaring+${visits}`
          await sleep(5)
        }
      }
      const walking = Promise.all(Array.from({ length: visitors }, wander))
      const memory: number[] = []
      for (let quarter = 0; quarter < 4; quarter++) {
        await sleep((seconds * 1_000) / 4 - 50)
        memory.push(await residentOf(pid))
      }
      await walking
      const [, half = 0, , last = 0] = memory
      const grows = half > 0 && last > half * 1.5 + 50
      const heavy = Math.max(...memory) > mostMegabytes
      const figures = [
        `${visits} visits in ${seconds} s by ${visitors} visitors`,
        `${bad.length} faults`,
        `memory per quarter ${memory.map((each) => `${each} MB`).join(', ')}`,
      ]
      say(figures.join('\n'))
      for (const each of bad.slice(0, 10)) say(`  ${each}`)
      if (grows) say('Memory still grew in the second half.')
      if (heavy) say(`More than ${mostMegabytes} MB.`)
      const sound = bad.length === 0 && !grows && !heavy
      if (sound && seconds >= 120) note('soak', await describeMachine(dataDir), figures)
      return sound ? 0 : 1
    } finally {
      await program.stop()
    }
  })
}
