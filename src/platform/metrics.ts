import { monitorEventLoopDelay } from 'node:perf_hooks'
import type { Database } from './db/database.ts'

/** How this process is doing, in the text form that Prometheus reads. Served on loopback only. */
export type Metrics = { text(): string; stop(): void }

/** Watches memory, the event loop and the pools from now on. */
export function watchMetrics(database: Database): Metrics {
  const delay = monitorEventLoopDelay({ resolution: 20 })
  delay.enable()
  const text = () => {
    const memory = process.memoryUsage()
    const lines = [
      `process_resident_memory_bytes ${memory.rss}`,
      `nodejs_heap_used_bytes ${memory.heapUsed}`,
      `nodejs_eventloop_delay_p99_seconds ${(delay.percentile(99) / 1e9).toFixed(4)}`,
      `process_uptime_seconds ${Math.round(process.uptime())}`,
    ]
    for (const [name, pool] of Object.entries(database.load()))
      for (const [what, value] of Object.entries(pool))
        lines.push(`plein_pool_connections{pool="${name}",state="${what}"} ${value}`)
    delay.reset()
    return `${lines.join('\n')}\n`
  }
  return { text, stop: () => delay.disable() }
}
