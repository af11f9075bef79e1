import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { verdictOfAll, type ClaimRefusal } from '../../../lib/statistics/claims.ts'
import { evidenceOf, panelEvidenceOf } from '../../../lib/statistics/evidence.ts'
import { feasibleBases, talliesOf } from '../../../lib/statistics/published.ts'
import type { Tally } from '../../../lib/statistics/tally.ts'
import {
  changeVerdicts,
  panelVerdict,
  type ChangeEvidence,
  type ChangeVerdict,
} from '../../../lib/statistics/verdicts.ts'
import type { Change } from './findings.ts'
import { changeSentences, panelSentences, refusalOf } from './sentences.ts'
import { sentences } from './sentences.text.ts'

const said = (verdict: ChangeVerdict, more: Partial<Change> = {}): Change => ({
  since: '2018',
  sinceLabel: 'AAAA',
  comparability: 'full',
  reason: null,
  bridge: null,
  questionChanged: false,
  main: true,
  verdict,
  composition: [],
  fresh: null,
  panel: { verdict: { code: 'S0' }, cells: null, interval: null },
  ...more,
})
const textsOf = (change: Change) => changeSentences(change, 'BBBB', 'nl').map(({ text }) => text)
const together = (change: Change) => textsOf(change).join(' ')

const direction = /stijg|gesteg|steeg|daal|daling|gedaald|\bmeer\b|minder|toegenomen|afgenomen|risen|fallen|rise|fell/i
const forbidden = [
  /significan/i,
  /bewezen|bewijst/i,
  /kans van 95/i,
  /\btrends?\b/i,
  /de helft/i,
  /proven/i,
  /\bhalf\b/i,
]

const tally = fc
  .tuple(fc.integer({ min: 5, max: 120 }), fc.double({ min: 0, max: 1, noNaN: true }))
  .map(([answered, share]): Tally => ({ yes: Math.round(share * answered), answered }))
const known = fc.record({
  comparability: fc.constantFrom('full', 'limited', 'none') as fc.Arbitrary<ChangeEvidence['comparability']>,
  groupsDiffer: fc.boolean(),
  panel: fc.constant(null),
})
const evidence = fc
  .tuple(tally, tally, fc.boolean(), known)
  .map(([first, second, counted, rest]) =>
    evidenceOf(first, second, counted ? { first: 400, second: 400 } : null, rest),
  )
const verdictOf = (given: ChangeEvidence): ChangeVerdict => changeVerdicts([given])[0] ?? { code: 'S0' }
const changeOf = (given: ChangeEvidence) => said(verdictOf(given), { comparability: given.comparability })

describe('the sentences about a change', () => {
  it('speak of no direction when the interval holds 0', () => {
    fc.assert(
      fc.property(evidence, (given) => {
        const { lower, upper } = (given.weighted ?? given.unweighted).interval
        if (lower <= 0 && upper >= 0) expect(together(changeOf(given))).not.toMatch(direction)
      }),
    )
  })

  it('are mirrored when the waves are swapped', () => {
    fc.assert(
      fc.property(tally, tally, known, (first, second, rest) => {
        const there = verdictOf(evidenceOf(first, second, null, rest))
        const back = verdictOf(evidenceOf(second, first, null, rest))
        expect(back.code).toBe(there.code)
        const opposite = { rise: 'fall', fall: 'rise' } as const
        if (there.code === 'C2' && back.code === 'C2') expect(back.direction).toBe(opposite[there.direction])
        const mirrored = together(said(back, { comparability: rest.comparability }))
        const flip: Record<string, string> = { gestegen: 'gedaald', gedaald: 'gestegen' }
        const words = (text: string) => text.replaceAll(/\d+%?|AAAA|BBBB/g, '#').replaceAll(/\d+/g, '#')
        const flipped = together(said(there, { comparability: rest.comparability })).replaceAll(
          /gestegen|gedaald/g,
          (word) => flip[word] ?? word,
        )
        // The smallest visible change depends on where one starts, so only that sentence may differ.
        const without = (text: string) => words(text).replace(/Met deze aantallen[^.]*\./, '')
        expect(without(mirrored)).toBe(without(flipped))
      }),
    )
  })

  it('hold no number that the verdict does not hold', () => {
    fc.assert(
      fc.property(evidence, (given) => {
        const change = changeOf(given)
        const { verdict } = change
        const printed = [...together(change).matchAll(/\d+/g)].map(([digits]) => Number(digits))
        const whole = (share: number) => Math.floor(Math.abs(share) * 100 + 0.5 + 1e-9)
        const numbers =
          'change' in verdict
            ? [verdict.first.share, verdict.second.share, verdict.change, verdict.smallestVisible ?? 0].map(whole)
            : verdict.code === 'S1'
              ? [verdict.first, verdict.second].flatMap(({ yes, answered }) => [yes, answered])
              : []
        for (const each of printed) expect(numbers).toContain(each)
      }),
    )
  })

  it('never speak for all members from the panel', () => {
    fc.assert(
      fc.property(
        fc.record({
          stayed: fc.nat(40),
          stopped: fc.nat(40),
          started: fc.nat(40),
          never: fc.nat(40),
        }),
        (panel) => {
          if (panel.stayed + panel.stopped + panel.started + panel.never === 0) return
          for (const lang of ['nl', 'en'] as const)
            for (const { text } of panelSentences(panelVerdict(panelEvidenceOf(panel, 5)), lang))
              expect(text).not.toMatch(/alle leden|all members/i)
        },
      ),
    )
  })

  it('do not get firmer when the interval gets wider', () => {
    const firmness = { S0: 0, S1: 0, C0: 0, C1: 0, C4: 1, C3: 2, C2: 2 }
    fc.assert(
      fc.property(evidence, fc.double({ min: 0, max: 0.5, noNaN: true }), (given, wider) => {
        const { unweighted } = given
        const interval = { lower: unweighted.interval.lower - wider, upper: unweighted.interval.upper + wider }
        const wide = verdictOf({ ...given, unweighted: { ...unweighted, interval } })
        const verdict = verdictOf(given)
        const small = verdict.code === 'C1' && verdict.because === 'limited'
        if (!small) expect(firmness[wide.code]).toBeLessThanOrEqual(firmness[verdict.code])
        if (!direction.test(together(said(verdict)))) expect(together(said(wide))).not.toMatch(direction)
      }),
    )
  })
})

describe('the words', () => {
  const all = (value: unknown): string[] =>
    typeof value === 'string'
      ? [value]
      : typeof value === 'function'
        ? [String((value as (...args: string[]) => unknown)(...Array.from({ length: value.length }, () => '#')))]
        : Object.values(value ?? {}).flatMap(all)

  it.each(all(sentences).map((text) => [text]))('promise nothing in "%s"', (text) => {
    for (const word of forbidden) expect(text).not.toMatch(word)
  })
})

describe('the polls of 2018 and 2020, of which only percentages are left', () => {
  type Counts = readonly Tally[]
  const judged = (before: Counts, now: Counts, comparability: 'full' | 'limited', members: number | null = null) =>
    verdictOfAll(
      before.flatMap((first) =>
        now.flatMap((second) => {
          const populations = members === null ? null : { first: members, second: members }
          const rest = { comparability, groupsDiffer: false, panel: null }
          return changeVerdicts([evidenceOf(first, second, populations, rest)])
        }),
      ),
    )
  const before = talliesOf(feasibleBases({ percentages: [55, 13] }, 91, 99), 0)
  const now = talliesOf(feasibleBases({ percentages: [65] }, 69, 69))
  const verdict = judged(before, now, 'limited', 490)

  it('say that others took part, then that 55% to 65% may be chance, and what would have been seen', () => {
    expect(now).toEqual([{ yes: 45, answered: 69 }])
    expect(verdict.code).toBe('C4')
    expect(textsOf(said(verdict, { comparability: 'limited' }))).toEqual([
      'In BBBB deden andere organisaties mee dan in AAAA.',
      'Bij de organisaties die meededen was het eerst 55% en daarna 65%: dit verschil kan toeval zijn.',
      'We kunnen dus niet zeggen dat er iets is veranderd.',
      'Met deze aantallen zien we een verschil pas als het ongeveer 19 procentpunt is.',
    ])
    expect(together(said(verdict, { comparability: 'limited' }))).not.toContain('alle leden')
  })

  it('say it of all members where the groups compare', () => {
    expect(textsOf(said(judged(before, now, 'full', 490)))[1]).toBe('Dit verschil kan toeval zijn.')
  })

  const considered = judged([12, 13].flatMap((yes) => [41, 42, 45].map((answered) => ({ yes, answered }))), [{ yes: 12, answered: 24 }], 'limited') // prettier-ignore
  const volunteers = judged([{ yes: 40, answered: 51 }], [{ yes: 33, answered: 42 }], 'limited')
  it.each([
    ['a larger share considers it than before', 'rise', considered, 'may-be-chance'],
    ['clearly on the rise (mental health care, debts), without a number', 'rise', null, 'no-figure'],
    ['hardly risen, without a number', 'hardly-changed', null, 'no-figure'],
    ['hardly changed: 78% and 79% volunteers', 'hardly-changed', volunteers, 'too-uncertain'],
    ['65% is more than 55%', 'rise', verdict, 'may-be-chance'],
  ] as const)('refuse "%s" and say why', (_, claim, found, why) => {
    for (const lang of ['nl', 'en'] as const) {
      const refusal = refusalOf(claim, found, lang)
      expect(refusal?.code).toBe(why)
      expect(refusal?.text).toBe(sentences[lang].refusedClaim[why as ClaimRefusal])
    }
  })
})
