import { afterEach, describe, expect, it, vi } from 'vitest'
import { attacksTogether } from '../../../lib/disclosure/attack.ts'
import type * as Suppression from '../../../lib/disclosure/suppression.ts'
import type * as Thresholds from '../../../lib/disclosure/thresholds.ts'
import type { AnalysisInput, Findings } from './findings.ts'
import { madeInput } from './made-polls.ts'
import { attackOn, findsTooMuch } from './published.testing.ts'

// An attack that never succeeds shows nothing: with one guard taken away it has to.

const audited = '../../../lib/disclosure/audit.ts'
const limits = '../../../lib/disclosure/thresholds.ts'
const suppressed = '../../../lib/disclosure/suppression.ts'

afterEach(() => {
  for (const path of [audited, limits, suppressed]) vi.doUnmock(path)
  vi.resetModules()
})

/** The analysis of a made poll, read anew so that what was taken away is gone. */
async function unguarded(input: AnalysisInput): Promise<Findings> {
  vi.resetModules()
  const { findingsOf } = await import('./findings.rules.ts')
  return findingsOf(input, { inputHash: 'made', seconds: 5 })
}

const attackWith = (input: AnalysisInput, findings: Findings) =>
  attackOn(input, [
    {
      read: { pages: [], files: new Map(), api: JSON.stringify({ document: { findings } }) },
      respondents: input.wave.respondents,
    },
  ])
const poll = (seed: number) =>
  madeInput({ population: 60, questions: 4, response: 0.8, weighted: false }, seed, ['2026'])

describe('the attack on everything that is public', () => {
  it('works out small numbers when no other cell is hidden to protect them', async () => {
    vi.doMock(audited, async (original) => ({ ...(await original<object>()), passesAudit: async () => true }))
    vi.doMock(suppressed, async (original) => {
      const real = await original<typeof Suppression>()
      return {
        ...real,
        suppress: async (task: Parameters<typeof real.suppress>[0]) => ({
          kind: 'least-cells',
          primary: real.secretsOf(task).primary,
          secondary: [],
        }),
      }
    })
    const input = poll(31)
    expect((await attackWith(input, await unguarded(input))).workedOut.length).toBeGreaterThan(5)
  }, 120_000)

  it('finds too much when small numbers are shown and nothing has a limit', async () => {
    vi.doMock(limits, async (original) => {
      const real = await original<typeof Thresholds>()
      return {
        ...real,
        thresholds: { ...real.thresholds, polls: { ...real.thresholds.polls, cell: 1, attackMargin: 1 } },
      }
    })
    const open = poll(31)
    const { limits: own } = open.wave.plan
    const plan = { ...open.wave.plan, limits: { ...own, fewest: 1, percentagesFrom: 2 } }
    const input = { ...open, wave: { ...open.wave, plan } }
    const { byQuestion } = await attackWith(input, await unguarded(input))
    const all = attacksTogether([...byQuestion.values()])
    expect(findsTooMuch(all)).toBe(true)
  }, 120_000)

  it('finds more when the attack has no limit, though every small number stays hidden', async () => {
    vi.doMock(limits, async (original) => {
      const real = await original<typeof Thresholds>()
      return { ...real, thresholds: { ...real.thresholds, polls: { ...real.thresholds.polls, attackMargin: 1 } } }
    })
    const input = poll(31)
    const { byQuestion, workedOut } = await attackWith(input, await unguarded(input))
    expect(workedOut).toEqual([])
    expect(findsTooMuch(attacksTogether([...byQuestion.values()]))).toBe(true)
  }, 120_000)

  it('finds no such thing with all guards', async () => {
    const input = poll(31)
    const { byQuestion, workedOut } = await attackWith(input, await unguarded(input))
    expect(workedOut).toEqual([])
    expect(findsTooMuch(attacksTogether([...byQuestion.values()]))).toBe(false)
  }, 120_000)
})
