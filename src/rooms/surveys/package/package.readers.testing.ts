import { spawnSync } from 'node:child_process'
import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { basename, join } from 'node:path'
import { validateXML } from 'xmllint-wasm'
import { root } from '../../../platform/root.ts'

// Programs of others that read what a package holds, where they are at hand.

const pspp = spawnSync('pspp', ['--version'], { encoding: 'utf8' })
export const psppAbsent = pspp.status !== 0
console.warn(
  psppAbsent
    ? 'skipped: the data.sav of a package read by PSPP, which is not on this machine; our own reader does it alone'
    : `the data.sav of a package is read by ${pspp.stdout.split('\n')[0]} and by our own reader`,
)
const schemas = join(process.env.SHARED ?? join(root, '..', 'shared'), 'data', 'standards', 'ddi-codebook', '2.5')
export const schemasAbsent = !existsSync(schemas)
if (schemasAbsent) console.warn('skipped: the codebook of a package held against the schema of DDI (it is not here)')

/** Everything that PSPP says when it reads a file and counts one of its variables. */
export function toldByPspp(sav: Uint8Array, variable: string): string {
  const folder = mkdtempSync(join(tmpdir(), 'package-'))
  try {
    writeFileSync(join(folder, 'data.sav'), sav)
    const asked = [
      "GET FILE='data.sav'.",
      'DISPLAY DICTIONARY.',
      'MRSETS /DISPLAY NAME=ALL.',
      'SHOW WEIGHT.',
      'SHOW N.',
    ]
    writeFileSync(join(folder, 'run.sps'), [...asked, `FREQUENCIES ${variable}.`].join('\n'))
    const { stdout, stderr } = spawnSync('pspp', ['-O', 'format=csv', 'run.sps'], {
      cwd: folder,
      encoding: 'utf8',
      env: { ...process.env, LC_ALL: 'C.UTF-8' },
    })
    return stdout + stderr
  } finally {
    rmSync(folder, { recursive: true })
  }
}

/** What the schema of DDI-Codebook 2.5 has against a codebook; nothing when it is valid. */
export async function schemaComplaints(xml: string): Promise<string[]> {
  const names = readdirSync(schemas, { recursive: true, encoding: 'utf8' }).filter((name) => name.endsWith('.xsd'))
  const read = (name: string) =>
    readFileSync(join(schemas, name), 'utf8').replace(/schemaLocation="(?:XHTML|\.\.)\//g, 'schemaLocation="')
  const { errors } = await validateXML({
    xml: { fileName: 'codebook.xml', contents: xml },
    schema: { fileName: 'codebook.xsd', contents: read('codebook.xsd') },
    preload: names
      .filter((name) => name !== 'codebook.xsd')
      .map((name) => ({ fileName: basename(name), contents: read(name) })),
  })
  return errors.map(({ message }) => message)
}
