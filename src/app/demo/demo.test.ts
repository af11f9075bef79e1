import { describe, expect, it } from 'vitest'

import { checkPlainDutch } from '../../lib/dutch/plain-language.ts'
import { kindOf } from '../../rooms/knowledge/public.ts'
import { itemTypes } from '../../rooms/terms/public.ts'
import { moves, terms } from '../../rooms/advice/states.rules.ts'
import { demoExperts } from './experts.ts'
import { demoItems, readDemoItem } from './items.ts'
import { demoOrganisations } from './organisations.ts'
import { demoPeople, demoRequesters } from './people.ts'
import { demoRequests } from './requests.ts'
import type { DemoRequest, DemoRequestState } from './requests.ts'
import { demoStartPages } from './start-pages.ts'

const states: readonly DemoRequestState[] = [
  'unconfirmed',
  'submitted',
  'in-intake',
  'triaged',
  'seeking-duo',
  'in-progress',
  'answered',
  'feedback-asked',
  'evaluated',
  'closed',
  'waiting-for-requester',
  'referred',
  'withdrawn',
  'expired',
  'merged',
]

const stateNow = (request: DemoRequest) => request.steps.at(-1)?.state
const people = new Set(demoPeople.map((person) => person.slug))
const organisations = new Set(demoOrganisations.map((organisation) => organisation.slug))
const partners = new Set(
  demoOrganisations.filter((organisation) => organisation.part === 'partner').map((organisation) => organisation.slug),
)
const experts = new Map(demoExperts.map((expert) => [expert.person, expert]))

/** @returns what is wrong with the story of a request, in words; empty when it holds. */
function flawsOf(request: DemoRequest): readonly string[] {
  const days = request.steps.map((step) => step.daysAgo)
  const visited = new Map(request.steps.map((step) => [step.state, step.daysAgo]))
  const sought = visited.get('seeking-duo') ?? -1
  const started = visited.get('in-progress')
  const accepted = request.team.filter((member) => member.reply === 'accepted')
  const { ending } = request
  const flaws: Readonly<Record<string, boolean>> = {
    'goes back in time': days.some((day, n) => day > (days[n - 1] ?? day)),
    'does not begin unconfirmed': request.steps[0]?.state !== 'unconfirmed',
    'is moved by a stranger': request.steps.some(
      (step) => !people.has(step.by) && !['requester', 'clock'].includes(step.by),
    ),
    'has a message of a stranger': request.messages.some((one) => one.from !== 'requester' && !people.has(one.from)),
    'has no known requester': !demoRequesters.some((one) => one.slug === request.requester),
    'is held by a stranger': request.holder !== null && !people.has(request.holder),
    'answered without an answer': (request.answer !== null) !== visited.has('answered'),
    'evaluated without feedback': (request.feedback !== null) !== visited.has('evaluated'),
    'sorted without a size': (request.size !== null) !== visited.has('triaged'),
    'taken up by nobody': (request.holder !== null) !== visited.has('in-intake'),
    'has no complete team': started !== undefined && accepted.length < (request.size === 'large' ? 2 : 1),
    'started before the duo was asked': accepted.some((member) => member.invitedDaysAgo < (started ?? 0)),
    'invites before seeking': request.team.some((member) => member.invitedDaysAgo > sought),
    'invites somebody who is no expert': request.team.some((member) => !experts.has(member.expert)),
    'rewards unclearly': request.team.some(({ reward }) => (reward.form === 'noReward') !== (reward.cents === 0)),
    'is evaluated by an outsider': request.evaluations.some(
      (one) => one.by !== 'requester' && !request.team.some((member) => member.expert === one.by),
    ),
    'ended without an end':
      ['closed', 'referred', 'withdrawn', 'expired', 'merged'].includes(stateNow(request) ?? '') &&
      request.answer === null &&
      ending === null,
    'merged into nothing': ending?.kind === 'merged' && !demoRequests.some((other) => other.slug === ending.into),
    'referred to nobody': ending?.kind === 'referral' && !organisations.has(ending.to),
  }
  return Object.keys(flaws).filter((flaw) => flaws[flaw])
}

describe('the demo network', () => {
  it('names everybody and everything once', () => {
    for (const list of [demoOrganisations, demoPeople, demoRequesters, demoRequests, demoItems]) {
      const slugs = list.map((one) => one.slug)
      expect(new Set(slugs).size).toBe(slugs.length)
    }
  })

  it('uses only addresses that can never reach a person', () => {
    for (const person of [...demoPeople, ...demoRequesters]) expect(person.email).toMatch(/^[a-z-]+@[a-z.-]+\.example$/)
  })

  it('has a partner and an editor of each partner', () => {
    const edited = demoPeople.flatMap((person) =>
      person.permissions.flatMap((permission) => (permission.kind === 'editor' ? [permission.organisation] : [])),
    )
    expect(edited.toSorted()).toEqual([...partners].toSorted())
    expect(partners.size).toBe(3)
  })

  it('gives every expert a person with that permission, and the other way round', () => {
    const permitted = demoPeople.filter((person) => person.permissions.some((one) => one.kind === 'expert'))
    expect(permitted.map((person) => person.slug).toSorted()).toEqual([...experts.keys()].toSorted())
    expect(demoExperts.some((expert) => expert.pause !== null)).toBe(true)
    expect(demoExperts.some((expert) => expert.perspectives.includes('relative'))).toBe(true)
  })
})

describe('the demo requests', () => {
  it('stand in every state', () => {
    expect(new Set(demoRequests.map(stateNow))).toEqual(new Set(states))
  })

  it.each(demoRequests.map((request) => [request.slug, request] as const))('%s is a story that holds', (_, request) => {
    expect(flawsOf(request)).toEqual([])
  })

  it('would be caught telling a story that does not hold', () => {
    const [sound] = demoRequests.filter((request) => request.slug === 'waar-beginnen-wij')
    expect(sound && flawsOf({ ...sound, answer: null })).toEqual(['answered without an answer', 'ended without an end'])
    expect(sound && flawsOf({ ...sound, team: [] })).toEqual(['has no complete team', 'is evaluated by an outsider'])
    expect(sound && flawsOf({ ...sound, holder: 'nobody' })).toEqual(['is held by a stranger'])
  })

  it('move only along the table of moves', () => {
    const coordinators = demoPeople.filter((one) => one.permissions.some(({ kind }) => kind === 'coordinator'))
    const doing = (by: string) => {
      if (by === 'requester') return 'requester'
      if (by === 'clock') return 'time'
      return coordinators.some((one) => one.slug === by) ? 'coordinator' : 'expert'
    }
    const table = new Set(moves.map((move) => `${move.from} > ${move.to} by ${move.who}`))
    const made = demoRequests.flatMap((request) =>
      request.steps.slice(1).map((step, n) => `${request.steps[n]?.state} > ${step.state} by ${doing(step.by)}`),
    )
    expect(made.filter((move) => !table.has(move))).toEqual([])
  })

  it('stay where they are for a day at least, before time moves or deletes them', () => {
    const days: Readonly<Partial<Record<DemoRequestState, number>>> = terms
    const due = demoRequests.filter((request) => {
      const last = request.steps.at(-1)
      return last !== undefined && last.daysAgo >= (days[last.state] ?? Infinity) - 1
    })
    expect(due.map((request) => request.slug)).toEqual([])
  })

  it('ask nobody beyond the own ceiling, and one expert exactly up to it', () => {
    const running = demoRequests.filter((request) => ['seeking-duo', 'in-progress'].includes(stateNow(request) ?? ''))
    const load = (person: string) =>
      running.filter((request) => request.team.some((one) => one.expert === person && one.reply === 'accepted')).length
    for (const expert of demoExperts) expect(load(expert.person)).toBeLessThanOrEqual(expert.maxRunning)
    expect(demoExperts.filter((expert) => load(expert.person) === expert.maxRunning)).not.toHaveLength(0)
    for (const expert of demoExperts.filter((one) => one.pause !== null)) expect(load(expert.person)).toBe(0)
  })

  it("let a duo with a relative's perspective answer a relatives' organisation", () => {
    const asked = demoRequests.filter((request) => {
      const requester = demoRequesters.find((one) => one.slug === request.requester)
      const organisation = demoOrganisations.find((one) => one.slug === requester?.organisation)
      return organisation?.type === 'relativesOrganisation'
    })
    const answeredByRelative = asked.filter(
      (request) =>
        request.answer !== null &&
        request.team.length === 2 &&
        request.team.some((member) => experts.get(member.expert)?.perspectives.includes('relative')),
    )
    expect(answeredByRelative.length).toBeGreaterThan(0)
  })
})

const isWhole = (item: (typeof demoItems)[number]) =>
  Object.keys(item.details).length === 0 && ['guide', 'article', 'tool', 'factsheet', 'faq'].includes(item.type)

describe('the demo start pages', () => {
  const slugs = new Set(demoItems.map((item) => item.slug))

  it('begin with what it is, why, where to begin, which roles and where it goes wrong, each with items to read', () => {
    const basics = demoStartPages.find(({ key }) => key === 'basics')
    expect(basics?.sections.map((section) => section.heading[0])).toEqual([
      'Wat is het?',
      'Waarom zou je het doen?',
      'Waar begin je?',
      'Welke rollen zijn er?',
      'Waar gaat het mis?',
    ])
  })

  it.each(demoStartPages.map((page) => [page.key, page] as const))('%s is plain and made of items', (_, page) => {
    for (const { items } of page.sections) {
      expect(items.length).toBeGreaterThan(0)
      expect(items.filter((slug) => !slugs.has(slug))).toEqual([])
    }
    const sentences = [page.lead, ...page.sections.flatMap(({ heading, sentence }) => [heading, sentence])]
    const flaws = sentences.flatMap(([dutch]) => checkPlainDutch(dutch, { termPages: new Set() }))
    expect(flaws.filter(({ kind }) => kind !== 'long-word')).toEqual([])
  })
})

describe('the demo knowledge', () => {
  it('has an item of every kind, with what its kind asks for, and links that lead somewhere', () => {
    expect(new Set(demoItems.map((item) => item.type))).toEqual(new Set(itemTypes.map(({ id }) => id)))
    const without = (missing: (item: (typeof demoItems)[number]) => boolean) =>
      itemTypes.map(({ id }) => id).filter((id) => demoItems.filter((item) => item.type === id).every(missing))
    const plain = ['series', 'guide', 'tool', 'factsheet']
    const asking = (id: string) => kindOf(id).details.length > 0 && !plain.includes(id)
    expect(without((item) => Object.keys(item.details).length === 0).filter(asking)).toEqual([])
    expect(without((item) => item.parts.length < 2).filter((id) => kindOf(id).parts.length > 1)).toEqual([])
    const slugs = new Set(demoItems.map((item) => item.slug))
    expect(demoItems.flatMap((item) => item.links).filter((link) => !slugs.has(link.to))).toEqual([])
    expect(demoItems.filter((item) => item.type === 'training').length).toBeGreaterThan(4)
  })

  it('is a score of items, some in English, one past its date, one from a request', () => {
    expect(demoItems.length).toBeGreaterThanOrEqual(20)
    expect(demoItems.filter((item) => item.lang === 'en')).toHaveLength(2)
    expect(demoItems.some((item) => item.checkedDaysAgo > 365)).toBe(true)
    expect(demoItems.filter((item) => item.origin === 'from-request').map((item) => item.request)).toEqual([
      'ouders-van-dakloze-jongeren',
    ])
  })

  it.each(demoItems.map((item) => [item.slug, item] as const))('%s is complete and of a readable length', (_, item) => {
    const words = item.body.split(/\s+/).length
    // A text is read whole; a series, a training or a question is mostly what stands around it.
    expect(words).toBeGreaterThanOrEqual(isWhole(item) ? 250 : 40)
    expect(words).toBeLessThanOrEqual(600)
    expect(item.summary.length).toBeLessThanOrEqual(200)
    expect(item.sources.length).toBeGreaterThan(0)
    expect(item.checkedDaysAgo).toBeLessThanOrEqual(item.publishedDaysAgo)
    for (const steward of item.stewards) expect([...partners]).toContain(steward)
    expect(item.body).not.toMatch(/^# /m)
  })

  it('is written in plain Dutch: no sentence over 22 words, no word that we ask others to avoid', () => {
    const hard = demoItems
      .filter((item) => item.lang === 'nl')
      .flatMap((item) => [item.summary, ...item.body.split('\n')])
      .flatMap((line) => checkPlainDutch(line, { termPages: new Set() }))
      .filter((one) => one.kind === 'avoided-word' || (one.kind === 'long-sentence' && one.words > 22))
    expect(hard).toEqual([])
  })

  it('refuses a file with a missing field or an unknown kind', () => {
    expect(() => readDemoItem('x.md', 'no front matter')).toThrow('x.md: has no front matter')
    expect(() => readDemoItem('x.md', '---\ntitle: A\n---\nText')).toThrow('x.md: misses "type"')
    expect(() => readDemoItem('x.md', '---\ntitle: A\nsummary: B\nlang: nl\ntype: poem\n---\n')).toThrow(
      '"poem" is not',
    )
    const report = (more: string) => () => readDemoItem('x.md', `---\ntitle: A\ntype: report\n${more}\n---\nText`)
    expect(report('detail.level: hbo')).toThrow('"level" is no detail of report')
    expect(report('detail.year: ooit')).toThrow('"year" is no detail of report')
    const dilemma = '---\ntitle: A\ntype: dilemmaItem\n---\n=== for\nWel.\n=== dilemma\nWat?'
    expect(() => readDemoItem('x.md', dilemma)).toThrow('the part "dilemma" is not where it belongs')
  })
})
