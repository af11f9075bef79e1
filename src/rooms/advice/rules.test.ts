import { check, integer, property, uniqueArray } from 'fast-check'
import { describe, expect, it } from 'vitest'
import { stepAfter, whyNotByHand } from './asking.forms.ts'
import { citizenNumbers, withoutCitizenNumbers } from './citizen-number.rules.ts'
import { missingOf } from './missing.rules.ts'
import { isRequestNumber, permuted, requestNumber } from './numbers.rules.ts'
import { progressOf, promisedBy } from './progress.rules.ts'
import { teamNeeded, whyNotInvited, whyNotOffered } from './request.rules.ts'
import { renderMarkdown } from '../../lib/rich-text/render.ts'

const key = Buffer.alloc(32, 7)
const day = (n: number) => new Date(Date.UTC(2026, 10, n))

describe('reference numbers', () => {
  it('are unique, and have their form', () => {
    const numbers = Array.from({ length: 4_000 }, (_, n) => permuted(n, key))
    expect(new Set(numbers).size).toBe(4_000)
    expect(requestNumber(41, key, day(21))).toMatch(/^AV-2026-\d{6}$/)
    // In Amsterdam the new year has begun.
    expect(requestNumber(41, key, new Date('2026-12-31T23:30:00Z'))).toMatch(/^AV-2027-/)
    expect(isRequestNumber('AV-2026-12345')).toBe(false)
  })
  it('tell nothing of the volume: next counters lie far apart, and another key gives others', () => {
    const steps = Array.from({ length: 500 }, (_, n) => Math.abs(permuted(n + 1, key) - permuted(n, key)))
    expect(steps.filter((step) => step < 1_000).length).toBeLessThan(20)
    expect(permuted(1, key)).not.toBe(permuted(1, Buffer.alloc(32, 8)))
  })
  it('map any counters one to one', () => {
    const outcome = check(
      property(uniqueArray(integer({ min: 0, max: 999_999 }), { maxLength: 50 }), (counters) => {
        const numbers = counters.map((counter) => permuted(counter, key))
        return new Set(numbers).size === counters.length && numbers.every((number) => number >= 0 && number < 1_000_000)
      }),
    )
    expect(outcome.counterexample).toBeNull()
  })
})

describe('citizen service numbers', () => {
  it('are taken out, in any spelling, and ordinary numbers stay', () => {
    expect(withoutCitizenNumbers('bsn 111222333 en 1112.22.333', 'nl')).not.toMatch(/111222333|1112\.22\.333/)
    expect(withoutCitizenNumbers('order 20261121, kamer 12', 'nl')).toBe('order 20261121, kamer 12')
    expect(withoutCitizenNumbers('my number is 111222333.', 'en')).toBe('my number is [number removed].')
    expect(citizenNumbers('a 111222333 b')).toEqual(['111222333'])
  })
  it('a thousand of them: none is kept', () => {
    const valid: string[] = []
    for (let n = 100_000_000; valid.length < 1_000; n += 7_919) {
      const digits = String(n)
      const sum = [...digits].reduce((total, digit, i) => total + Number(digit) * (i === 8 ? -1 : 9 - i), 0)
      if (sum % 11 === 0) valid.push(digits)
    }
    expect(valid.filter((number) => withoutCitizenNumbers(`Mijn nummer is ${number}.`, 'nl').includes(number))).toEqual(
      [],
    )
  })
})

describe('inviting', () => {
  const candidate = { person: 'p', full: false, paused: false, shownName: 'Rosa' }
  const free = { askedBefore: false, onTeam: false, openPlaces: 1 }
  it.each([
    [{ form: '', cents: 0 }, 'reward-missing'],
    [{ form: 'hourlyRate', cents: 0 }, 'reward-missing'],
    [{ form: 'hourlyRate', cents: 0.5 }, 'reward-missing'],
    [{ form: 'hourlyRate', cents: Number.NaN }, 'reward-missing'],
    [{ form: 'hourlyRate', cents: -1 }, 'reward-missing'],
    [{ form: 'none', cents: 5 }, 'reward-missing'],
    [{ form: 'none', cents: 0 }, null],
    [{ form: 'expenses', cents: 1_500 }, null],
  ])('an offer of %o', (reward, expected) => {
    expect(whyNotOffered(reward)).toBe(expected)
  })
  it.each([
    [{ ...candidate, full: true }, free, 'expert-full'],
    [{ ...candidate, paused: true, full: true }, free, 'expert-paused'],
    [candidate, { ...free, askedBefore: true }, 'asked-before'],
    [candidate, { ...free, onTeam: true }, 'asked-before'],
    [candidate, { ...free, openPlaces: 0 }, 'team-full'],
    [candidate, free, null],
  ] as const)('%o with %o', (who, facts, expected) => {
    expect(whyNotInvited(who, facts)).toBe(expected)
  })
  it('asks two, or one for a small question', () => {
    expect([teamNeeded('small'), teamNeeded('large'), teamNeeded(null)]).toEqual([1, 2, 2])
  })
})

describe('what is missing', () => {
  const known = {
    state: 'submitted',
    waiting_from: null,
    context_sealed: null,
    municipality_code: null,
    theme_ids: [],
    question_kind: null,
    size: null,
    form: null,
    held_by: null,
  } as const
  it('lists it in the order of the form, and nothing once it has ended', () => {
    expect(missingOf(known, 0)).toEqual(['context', 'place', 'theme', 'questionKind', 'size', 'form', 'holder'])
    expect(missingOf({ ...known, state: 'closed' }, 0)).toEqual([])
    expect(
      missingOf({ ...known, state: 'waiting-for-requester', waiting_from: 'seeking-duo', size: 'small' }, 0),
    ).toContain('team')
    expect(missingOf({ ...known, state: 'seeking-duo', size: 'small' }, 1)).not.toContain('team')
  })
})

describe('the pages of the form', () => {
  it.each([
    ['question', 'next', true, 'related'],
    ['question', 'next', false, 'context'],
    ['related', 'next', true, 'context'],
    ['related', 'back', false, 'question'],
    ['context', 'back', true, 'related'],
    ['context', 'back', false, 'question'],
    ['contact', 'next', false, 'check'],
    ['check', 'context', true, 'context'],
    ['check', 'next', true, 'check'],
    ['question', 'back', true, 'question'],
  ] as const)('%s, %s (something near: %s) leads to %s', (step, go, near, expected) => {
    expect(stepAfter(step, go, near)).toBe(expected)
  })
  it.each([
    [{}, 2_999, 'too-fast'],
    [{}, 3_000, null],
    [{}, null, 'too-fast'],
    [{ website: 'x' }, 60_000, 'hidden-field'],
  ] as const)('filled in with %o after %s ms: %s', (input, ms, expected) => {
    expect(whyNotByHand(input, ms === null ? null : new Date(day(21).getTime() - ms), day(21))).toBe(expected)
  })
})

describe('progress', () => {
  const moves = [
    { to: 'unconfirmed', at: day(1) },
    { to: 'submitted', at: day(1) },
    { to: 'in-intake', at: day(2) },
    { to: 'waiting-for-requester', at: day(3) },
  ] as const
  it('stands where it waits', () => {
    expect(
      progressOf('waiting-for-requester', 'in-intake', moves).map(({ step, state }) => `${step} ${state}`),
    ).toEqual([
      'submitted done',
      'in-intake current',
      'seeking-duo to-come',
      'in-progress to-come',
      'answered to-come',
      'evaluated to-come',
      'closed to-come',
    ])
  })
  it('shows what was, and no more, once it has ended', () => {
    expect(progressOf('withdrawn', null, moves)).toEqual([
      { step: 'submitted', state: 'done', at: day(1) },
      { step: 'in-intake', state: 'done', at: day(2) },
    ])
  })
  it('promises a day while it runs', () => {
    expect(promisedBy('waiting-for-requester', day(1))).toEqual(new Date(Date.UTC(2026, 10, 61)))
    expect(promisedBy('closed', day(1))).toBeNull()
  })
})

describe('an answer as HTML', () => {
  it('shows Markdown and lets nothing else through', () => {
    expect(renderMarkdown('**Wat werkt**\n\n- ga kijken', 3)).toBe(
      '<p><strong>Wat werkt</strong></p>\n<ul>\n<li>ga kijken</li>\n</ul>\n',
    )
    expect(
      renderMarkdown('<script>alert(1)</script> [x](javascript:alert(1)) ![y](https://e.example/z.png)', 3),
    ).not.toMatch(/<script|href="javascript|<img/)
  })
})
