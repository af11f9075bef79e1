import { describe, expect, it } from 'vitest'
import { agreementOf, stricterOf, yesesNeeded, type AgreementRule, type Decider } from './approvals.rules.ts'

const said = (answers: string): readonly Decider[] =>
  [...answers].map((letter, at) => ({
    organisation: `o${at}`,
    name: `Organisatie ${at}`,
    answer: letter === 'y' ? 'yes' : letter === 'n' ? 'no' : null,
    askedAt: null,
  }))

describe('what a rule asks', () => {
  const cases: readonly [AgreementRule, number, number][] = [
    ['any', 0, 0],
    ['any', 3, 1],
    ['two', 0, 0],
    ['two', 1, 1],
    ['two', 2, 2],
    ['two', 5, 2],
    ['all', 0, 0],
    ['all', 1, 1],
    ['all', 4, 4],
  ]
  for (const [rule, deciders, needed] of cases)
    it(`of ${deciders} stewards under '${rule}' is ${needed}`, () => expect(yesesNeeded(rule, deciders)).toBe(needed))

  it('changes as the stricter one asks', () => {
    expect(stricterOf('any', 'two')).toBe('two')
    expect(stricterOf('all', 'any')).toBe('all')
    expect(stricterOf('two', 'two')).toBe('two')
  })
})

describe('where the stewards stand', () => {
  // rule, what each said (y, n or nothing), who presses, what it comes to, how many are missing
  const cases: readonly [AgreementRule, string, string | null, string, number | null][] = [
    ['any', '..', null, 'agreed', null],
    ['any', '.n', 'o0', 'refused', null],
    ['two', '..', 'o0', 'waiting', 1],
    ['two', 'y.', 'o0', 'waiting', 1],
    ['two', 'y.', 'o1', 'agreed', null],
    ['two', 'yy.', null, 'agreed', null],
    ['two', 'yyn', null, 'refused', null],
    ['two', '.', 'o0', 'agreed', null],
    ['two', '...', null, 'waiting', 2],
    ['all', 'yy.', null, 'waiting', 1],
    ['all', 'yy.', 'o2', 'agreed', null],
    ['all', '', null, 'agreed', null],
  ]
  for (const [rule, answers, pressing, kind, missing] of cases)
    it(`'${rule}' with ${answers || 'nobody'}, pressed by ${pressing ?? 'nobody'}: ${kind}`, () => {
      const found = agreementOf(rule, said(answers), pressing)
      expect(found.kind).toBe(kind)
      if (found.kind === 'waiting') expect(found.missing).toBe(missing)
    })

  it('names who is waited for and who said no', () => {
    expect(agreementOf('all', said('y..'))).toMatchObject({
      for: [{ name: 'Organisatie 1' }, { name: 'Organisatie 2' }],
    })
    expect(agreementOf('two', said('yn'))).toMatchObject({ by: [{ name: 'Organisatie 1' }] })
  })
})
