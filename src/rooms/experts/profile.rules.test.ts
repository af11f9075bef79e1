import {
  assert,
  boolean,
  constant,
  constantFrom,
  integer,
  nat,
  option,
  property,
  record,
  string,
  subarray,
  uniqueArray,
} from 'fast-check'
import { describe, expect, it } from 'vitest'
import {
  comesTo,
  daysSince,
  isPaused,
  matchesOf,
  mayAccept,
  mayBeAsked,
  suggestionsFor,
  type Load,
  type Need,
  type Pause,
  type Profile,
  type Wishes,
} from './profile.rules.ts'

const now = new Date('2026-11-21T12:00:00Z')
const pauseUntil = (until: string | null): Pause => ({ since: new Date('2026-11-01T12:00:00Z'), until })
const nothing: Wishes = {
  themes: [],
  roles: [],
  perspectives: [],
  provinces: [],
  municipalities: [],
  online: false,
  languages: [],
}

describe('a pause', () => {
  it.each([
    [null, false],
    [pauseUntil(null), true],
    [pauseUntil('2026-11-22'), true],
    [pauseUntil('2026-11-21'), false],
    [pauseUntil('2026-11-01'), false],
  ])('%j holds: %s', (pause, holds) => {
    expect(isPaused(pause, now)).toBe(holds)
  })

  it('ends at midnight in Amsterdam, not in Greenwich', () => {
    const pause = pauseUntil('2026-11-22')
    expect(isPaused(pause, new Date('2026-11-21T22:59:59Z'))).toBe(true)
    expect(isPaused(pause, new Date('2026-11-21T23:00:00Z'))).toBe(false)
  })
})

describe('who may be asked', () => {
  it.each([
    [{ shown: true, pause: null, maxRunning: 1 }, 0, 'ok'],
    [{ shown: true, pause: null, maxRunning: 1 }, 1, 'full'],
    [{ shown: true, pause: null, maxRunning: 2 }, 1, 'ok'],
    [{ shown: true, pause: null, maxRunning: 1 }, 3, 'full'],
    [{ shown: true, pause: pauseUntil(null), maxRunning: 2 }, 0, 'paused'],
    [{ shown: true, pause: pauseUntil('2026-12-01'), maxRunning: 1 }, 1, 'paused'],
    [{ shown: true, pause: pauseUntil('2026-11-21'), maxRunning: 1 }, 0, 'ok'],
    [{ shown: false, pause: null, maxRunning: 1 }, 0, 'hidden'],
    [{ shown: false, pause: pauseUntil(null), maxRunning: 1 }, 1, 'hidden'],
  ] as const)('%j with %i running: %s', (profile, running, answer) => {
    expect(mayBeAsked(profile, { running, invited: 0, lastAskedAt: null }, now)).toBe(answer)
  })
  it('counts an invitation that waits as a place that is taken', () => {
    const profile = { shown: true, pause: null, maxRunning: 2 }
    expect(mayBeAsked(profile, { running: 1, invited: 1, lastAskedAt: null }, now)).toBe('full')
    expect(mayBeAsked(profile, { running: 0, invited: 1, lastAskedAt: null }, now)).toBe('ok')
  })
  it.each([
    [0, 1, true],
    [1, 1, false],
    [2, 1, false],
    [1, 2, true],
    [9, null, true],
  ] as const)('with %i running and a ceiling of %s somebody may say yes: %s', (running, ceiling, may) => {
    expect(mayAccept(running, ceiling)).toBe(may)
  })

  const anyPause = option(
    record({
      since: constant(now),
      until: option(constantFrom('2026-11-20', '2026-11-21', '2026-11-22', '2027-01-01')),
    }),
  )

  it('is never somebody who is full, paused or hidden, whatever else is so', () => {
    assert(
      property(
        boolean(),
        anyPause,
        integer({ min: 1, max: 10 }),
        nat({ max: 20 }),
        nat({ max: 3 }),
        (shown, pause, maxRunning, running, invited) => {
          const answer = mayBeAsked({ shown, pause, maxRunning }, { running, invited, lastAskedAt: null }, now)
          const free =
            shown && running + invited < maxRunning && !(pause && (pause.until === null || pause.until > '2026-11-21'))
          expect(answer === 'ok').toBe(free)
        },
      ),
    )
  })
})

describe('what a profile has in common with a request', () => {
  const need: Need = { themes: ['addiction'], roles: [], perspectives: ['relative'], municipality: 'GM0796' }

  it.each([
    [{ municipalities: ['GM0796'], provinces: ['PV30'], online: true }, 'municipality'],
    [{ provinces: ['PV30'], online: true }, 'province'],
    [{ provinces: ['PV20'], online: true }, 'online'],
    [{ municipalities: ['GM0014'] }, null],
  ] as const)('place of %j: %s', (wishes, place) => {
    expect(matchesOf({ ...nothing, ...wishes }, need).place).toBe(place)
  })

  it('is what both name, and nothing more', () => {
    const wishes: Wishes = { ...nothing, themes: ['homelessness', 'addiction'], perspectives: ['client', 'relative'] }
    expect(matchesOf(wishes, need)).toEqual({
      themes: ['addiction'],
      roles: [],
      perspectives: ['relative'],
      place: null,
    })
  })

  it('comes to a province by province or by municipality, never by being online', () => {
    expect(comesTo({ ...nothing, provinces: ['PV30'] }, 'PV30')).toBe(true)
    expect(comesTo({ ...nothing, municipalities: ['GM0796'] }, 'PV30')).toBe(true)
    expect(comesTo({ ...nothing, online: true }, 'PV30')).toBe(false)
  })
})

describe('suggestions', () => {
  const need: Need = { themes: ['addiction'], roles: [], perspectives: [], municipality: null }
  const profile = (person: string, more: Partial<Wishes> = {}, rest: Partial<Profile> = {}): Profile => ({
    person,
    shownName: person,
    wishes: { ...nothing, ...more },
    maxRunning: 2,
    pause: null,
    ...rest,
  })
  const load = (running: number, daysAgo: number | null): Load => ({
    running,
    invited: 0,
    lastAskedAt: daysAgo === null ? null : new Date(now.getTime() - daysAgo * 86_400_000),
  })

  it('put who shares something first, and among them who was asked least recently', () => {
    const found = suggestionsFor(
      [
        profile('lately', { themes: ['addiction'] }),
        profile('other'),
        profile('long-ago', { themes: ['addiction'] }),
        profile('never', { themes: ['addiction'] }),
      ],
      need,
      new Map([
        ['lately', load(0, 2)],
        ['long-ago', load(1, 80)],
      ]),
      now,
    )
    expect(found.suggestions.map((each) => [each.person, each.daysSinceAsked])).toEqual([
      ['never', null],
      ['long-ago', 80],
      ['lately', 2],
      ['other', null],
    ])
  })

  it('leave out the full and the paused, and name whose own ceiling it is', () => {
    const found = suggestionsFor(
      [profile('full'), profile('paused', {}, { pause: pauseUntil(null) }), profile('free')],
      need,
      new Map([['full', load(2, 1)]]),
      now,
    )
    expect(found.suggestions.map((each) => each.person)).toEqual(['free'])
    expect(found.atCeiling).toEqual([{ person: 'full', shownName: 'full', running: 2, invited: 0, maxRunning: 2 }])
  })

  const people = uniqueArray(
    record({
      id: string({ minLength: 1, maxLength: 6 }),
      themes: subarray(['addiction', 'homelessness'] as const),
      running: nat({ max: 4 }),
      daysAgo: option(nat({ max: 400 })),
    }),
    { selector: (each) => each.id, maxLength: 12 },
  )

  it('do not depend on the order in which people come in, and hold everybody once', () => {
    assert(
      property(people, (all) => {
        const profiles = all.map((each) => profile(each.id, { themes: each.themes }))
        const loads = new Map(all.map((each) => [each.id, load(each.running, each.daysAgo)]))
        const found = suggestionsFor(profiles, need, loads, now)
        expect(suggestionsFor(profiles.toReversed(), need, loads, now)).toMatchObject({
          suggestions: found.suggestions,
        })
        expect(found.suggestions.length + found.atCeiling.length).toBe(all.length)
      }),
    )
  })

  it('know nothing of a "no": a load holds only what runs and when somebody was asked', () => {
    const seen: string[] = []
    const spy = new Proxy(load(0, 3), {
      get: (target, name: keyof Load) => {
        seen.push(name)
        return target[name]
      },
    })
    suggestionsFor([profile('a'), profile('b')], need, new Map([['a', spy]]), now)
    expect(new Set(seen)).toEqual(new Set(['running', 'invited', 'lastAskedAt']))
  })
})

describe('days since somebody was asked', () => {
  it.each([
    [null, null],
    ['2026-11-21T00:30:00Z', 0],
    ['2026-11-20T22:30:00Z', 1],
    ['2026-11-09T12:00:00Z', 12],
    ['2026-10-20T12:00:00Z', 32],
    ['2026-11-22T12:00:00Z', 0],
  ])('%s: %s', (moment, days) => {
    expect(daysSince(moment === null ? null : new Date(moment), now)).toBe(days)
  })
})
