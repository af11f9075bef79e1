import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { files } from './given.testing.ts'
import { legalNames } from './names.ts'
import { readSav, SavError } from './read.ts'
import { writeSav } from './write.ts'

const legalFiles = files.filter(({ variables, sets }) => {
  const names = [variables, sets].map((list) => list.map(({ name }) => name))
  return names.every((list) => legalNames(list).join() === list.join())
})

describe('a file of SPSS', () => {
  it('comes back as it was given, and twice the same bytes', () => {
    fc.assert(
      fc.property(legalFiles, (file) => {
        const written = writeSav(file)
        expect(written.shortened).toEqual([])
        expect(readSav(written.bytes)).toEqual(file)
        expect(writeSav(file).bytes).toEqual(written.bytes)
      }),
      { numRuns: 150 },
    )
  })

  it('is refused with a reason when it was damaged, and never anything else', () => {
    const changes = fc.array(fc.tuple(fc.nat(), fc.nat(255)), { minLength: 1, maxLength: 4 })
    const refused = new Set<string>()
    fc.assert(
      fc.property(legalFiles, changes, fc.option(fc.nat()), (file, changed, cut) => {
        const { bytes } = writeSav(file)
        for (const [at, byte] of changed) bytes[at % bytes.length] = byte
        try {
          readSav(cut === null ? bytes : bytes.subarray(0, cut % bytes.length))
        } catch (error) {
          if (!(error instanceof SavError)) throw error
          refused.add(error.reason)
        }
      }),
      { numRuns: 250 },
    )
    expect(refused).toContain('ends-early')
  })
})
