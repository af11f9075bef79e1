import { spawnSync } from 'node:child_process'
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import * as fc from 'fast-check'
import { afterAll, describe, expect, it } from 'vitest'
import type { SavFile, SavValueLabel } from './dictionary.ts'
import { files, poll } from './given.testing.ts'
import { readSav } from './read.ts'
import { writeSav } from './write.ts'

const version = spawnSync('pspp', ['--version'], { encoding: 'utf8' })
const absent = version.status !== 0
console.warn(
  absent
    ? 'skipped: reading .sav with PSPP, which is not on this machine; our own reader does it alone'
    : `.sav is read by ${version.stdout.split('\n')[0]} and by our own reader`,
)

const folder = mkdtempSync(join(tmpdir(), 'sav-'))
afterAll(() => rmSync(folder, { recursive: true }))
const place = (name: string) => join(folder, name)

/** Runs PSPP in UTF-8. @returns all it printed: warnings too. */
function pspp(lines: readonly string[]): string {
  writeFileSync(place('run.sps'), lines.join('\n'))
  const { stdout, stderr } = spawnSync('pspp', ['-O', 'format=csv', 'run.sps'], {
    cwd: folder,
    encoding: 'utf8',
    env: { ...process.env, LC_ALL: 'C.UTF-8' },
  })
  return stdout + stderr
}

const given = (bytes: Uint8Array) => writeFileSync(place('ours.sav'), bytes)
const back = () => readSav(readFileSync(place('theirs.sav')))

// PSPP up to 1.6.2 expects the second missing value of a long text elsewhere than SPSS writes it.
const forPspp = (file: SavFile & { created: Date }) => ({
  ...file,
  variables: file.variables.map((each) =>
    each.kind === 'text' && each.bytes > 8 ? { ...each, missing: each.missing.slice(0, 1) } : each,
  ),
})

/** A file in the order and with the additions of PSPP. */
const asTheyTell = (file: SavFile) => ({
  ...file,
  product: '',
  created: null,
  attributes: byName(file.attributes),
  sets: byName(file.sets).map((set) => ({ ...set, variables: set.variables.toSorted() })),
  variables: file.variables.map((variable) => ({
    ...variable,
    // It guesses a measure when there is none.
    measure: null,
    attributes: byName(variable.attributes.filter(({ name }) => name !== '$@Role')),
    valueLabels: [...(variable.valueLabels as readonly SavValueLabel<number | string>[])].toSorted((one, other) =>
      one.value < other.value ? -1 : 1,
    ),
  })),
})
const byName = <Named extends { readonly name: string }>(list: readonly Named[]) =>
  list.toSorted((one, other) => (one.name < other.name ? -1 : 1))

describe('what PSPP makes of a file of ours', () => {
  it.skipIf(absent)('is a dictionary and cases that say the same', () => {
    given(writeSav(poll).bytes)
    const told = pspp([
      "GET FILE='ours.sav'.",
      'DISPLAY DICTIONARY.',
      'MRSETS /DISPLAY NAME=ALL.',
      'DISPLAY DOCUMENTS.',
      'SHOW WEIGHT.',
      'FREQUENCIES werkt_met.',
      'LIST toelichting.',
    ])
    expect(told).not.toMatch(/warning|error/i)
    expect(told).toContain(
      'werkt_met,1,Werkt je organisatie met ervaringsdeskundigen?,Nominal,Input,8,Right,F1.0,F1.0,9',
    )
    expect(told).toContain(',weet niet')
    expect(told).toMatch(/\$rollen,"Rollen, meer dan één",Dichotomies,1,"rol_a\nrol_b"/)
    expect(told).toContain('Licentie: CC BY 4.0')
    expect(told).toContain('WEIGHT is gewicht')
    expect(told).toContain('Valid,ja,1.250000')
    expect(told).toContain('é'.repeat(300))
    expect(told).toContain('😀')
  })

  it.skipIf(absent).each(['COMPRESSED', 'UNCOMPRESSED'])('comes back the same when it saves it %s', (compression) => {
    for (const file of fc.sample(files.map(forPspp), { seed: 20_261_122, numRuns: 12 })) {
      const { bytes } = writeSav(file)
      given(bytes)
      const told = pspp(["GET FILE='ours.sav'.", `SAVE OUTFILE='theirs.sav' /${compression}.`])
      expect(told.trim()).toBe('')
      expect(asTheyTell(back())).toEqual(asTheyTell(readSav(bytes)))
    }
  })
})
