import { describe, expect, it } from 'vitest'
import { needsSecondYes, whyNotConfirm, whyNotWithdraw } from './membership.rules.ts'
import { nextSteps } from './next-steps.rules.ts'
import { organisationTypes, slugOfOrganisation } from './organisation.rules.ts'
import { organisationTypes as terms } from '../terms/data/organisation-types.terms.ts'
import { afterWrongCode, newRecoveryCodes, waitingUntil } from './second-factor.rules.ts'

describe('who decides on a new administrator', () => {
  it.each([
    ['administrator', 0, false],
    ['administrator', 1, false],
    ['administrator', 2, true],
    ['administrator', 9, true],
    ['coordinator', 9, false],
    ['expert', 9, false],
  ] as const)('%s with %i administrators: second yes %s', (permission, administrators, needed) =>
    expect(needsSecondYes(permission, administrators)).toBe(needed),
  )
  it.each([
    ['anna', 'own-proposal'],
    ['rosa', 'own-proposal'],
    ['bram', null],
  ])('%s confirms that anna proposed rosa: %s', (by, refusal) =>
    expect(whyNotConfirm({ person: 'rosa', proposedBy: 'anna' }, by)).toBe(refusal),
  )
  it('keeps the last administrator, and lets every other permission go', () => {
    expect(whyNotWithdraw('administrator', 1)).toBe('last-administrator')
    expect(whyNotWithdraw('administrator', 2)).toBeNull()
    expect(whyNotWithdraw('coordinator', 1)).toBeNull()
  })
})

describe('wrong codes', () => {
  const now = new Date('2026-11-21T12:00:00Z')
  it('lead to a wait of a quarter of an hour at the fifth', () => {
    let tries = { tries: 0, waitUntil: null as Date | null }
    for (const expected of [1, 2, 3, 4]) {
      tries = afterWrongCode(tries, now)
      expect(tries).toEqual({ tries: expected, waitUntil: null })
    }
    tries = afterWrongCode(tries, now)
    expect(tries).toEqual({ tries: 0, waitUntil: new Date('2026-11-21T12:15:00Z') })
    expect(waitingUntil(tries, new Date('2026-11-21T12:14:59Z'))).not.toBeNull()
    expect(waitingUntil(tries, new Date('2026-11-21T12:15:00Z'))).toBeNull()
  })
  it('recovery codes are eight, of eight characters, none twice', () => {
    const codes = newRecoveryCodes()
    expect(new Set(codes).size).toBe(8)
    expect(codes.every((code) => /^[0-9A-Z]{8}$/.test(code))).toBe(true)
  })
})

describe('the start page', () => {
  const none = {
    expert: false,
    coordinator: false,
    researcher: false,
    editor: false,
    administrator: false,
    secondFactor: false,
  }
  it.each([
    [none, ['search', 'ask']],
    [{ ...none, expert: true }, ['questions', 'profile', 'search', 'ask']],
    [{ ...none, coordinator: true }, ['secondFactor', 'desk', 'search', 'ask']],
    [{ ...none, researcher: true }, ['secondFactor', 'questionnaires', 'search', 'ask']],
    [{ ...none, editor: true, secondFactor: true }, ['editing', 'search', 'ask']],
    [
      { expert: true, coordinator: true, researcher: true, editor: true, administrator: true, secondFactor: false },
      ['secondFactor', 'desk', 'questions', 'editing', 'questionnaires'],
    ],
  ])('%j', (may, steps) => expect(nextSteps(may)).toEqual(steps))
})

describe('organisations', () => {
  it('have the kinds of the terms, no more and no fewer', () => {
    expect([...organisationTypes].toSorted()).toEqual(terms.map((term) => term.id).toSorted())
  })
  it.each([
    ['Cliëntenraad ’t Gooi', 'clientenraad-t-gooi'],
    ['  --  ', 'organisatie'],
    ['Ø & Å', 'a'],
    ['x'.repeat(99), 'x'.repeat(60)],
  ])('%s is %s', (name, slug) => expect(slugOfOrganisation(name)).toBe(slug))
})
