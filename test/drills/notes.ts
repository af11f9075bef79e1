import { readFileSync, writeFileSync } from 'node:fs'
import { readFile } from 'node:fs/promises'
import { availableParallelism, cpus, loadavg, release, totalmem, type } from 'node:os'
import { join } from 'node:path'

const page = join(import.meta.dirname, '..', '..', 'docs', 'measured.md')

/** The machine in one line, with the versions that matter. */
export async function describeMachine(dataDir: string): Promise<string> {
  const version = await readFile(join(dataDir, 'cluster.json'), 'utf8').then(
    (text) => `PostgreSQL ${String((JSON.parse(text) as { major: number }).major)}`,
    () => 'PostgreSQL unknown',
  )
  const memory = `${Math.round(totalmem() / 2 ** 30)} GB`
  return `${availableParallelism()} cores (${cpus()[0]?.model.trim() ?? 'unknown'}), ${memory}, ${type()} ${release()}, ${version}, Node ${process.versions.node}, load ${(loadavg()[0] ?? 0).toFixed(1)}`
}

/** Adds figures to docs/measured.md, between the markers of this drill, the newest first. */
export function note(drill: string, machine: string, figures: readonly string[]): void {
  const text = readFileSync(page, 'utf8')
  const marker = `<!-- ${drill}:begin -->\n`
  const at = text.indexOf(marker)
  if (at < 0) throw new Error(`docs/measured.md has no place for ${drill}: ${marker.trim()} is missing.`)
  const day = new Date().toISOString().slice(0, 16).replace('T', ' ')
  const added = `- ${day} UTC: ${figures.join('; ')}.\n  Machine: ${machine}.\n`
  writeFileSync(page, text.slice(0, at + marker.length) + added + text.slice(at + marker.length))
}
