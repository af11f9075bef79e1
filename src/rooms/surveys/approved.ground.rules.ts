import { jointAt, type Among, type Joint } from '../../lib/disclosure/joint.ts'
import type { EarlierRelease as EarlierTables } from '../../lib/disclosure/publishable.ts'
import type { PublishedTable } from '../../lib/disclosure/published.ts'
import { backgrounds, type Background, type PollWave, type Respondent } from './findings.ts'
import { groupOf, type Groups } from './groups.rules.ts'

/** What tables stand on: the wave, the variables that tables are made by, and the groups they are shown in. */
export type Ground = { readonly by: readonly Background[]; readonly groups: Groups; readonly wave: PollWave }

/** One who answered, and what that counts as. */
export type Recorded = { readonly respondent: Respondent; readonly answer: string }

/** An earlier release: what it printed, and who was in it with which answer. */
export type Before = { readonly tables: readonly PublishedTable[]; readonly records: readonly Recorded[] }

/**
 * The joint table of one question: every background variable as it is (which an attacker knows), the groups it is shown in,
 * the answer and, after earlier releases, in which of all releases this answer was: "10" is in the first and no longer.
 */
export function jointOnGround(
  { by, groups, wave }: Ground,
  categories: readonly string[],
  now: readonly Recorded[],
  before: readonly Before[],
): { readonly joint: Joint; readonly earlier: EarlierTables[]; readonly only: Among | null } {
  const everybody = [...now, ...before.flatMap(({ records }) => records)].map(({ respondent }) => respondent)
  const values = backgrounds.map((name) =>
    [...new Set([...(wave.frame ?? []), ...everybody].map((one) => one[name]))].sort(),
  )
  const shown = (raw: readonly string[]) =>
    by.map((name) => groupOf(groups[name], raw[backgrounds.indexOf(name)] ?? ''))
  const keyed = (record: Recorded) =>
    JSON.stringify([record.respondent.pseudonym, ...rawOf(record.respondent), record.answer])
  const rounds = [...before.map(({ records }) => records), now].map(
    (records) => new Map(records.map((record) => [keyed(record), record])),
  )
  const all = new Map(rounds.flatMap((round) => [...round]))
  const membership = (key: string) => rounds.map((round) => (round.has(key) ? '1' : '0')).join('')
  const members = before.length === 0 ? null : [...new Set([...all.keys()].map(membership))].sort()
  const dimensions = [
    ...backgrounds.map((name, at) => ({ name, categories: values[at] ?? [] })),
    ...by.map((name) => ({
      name: `${name} groups`,
      categories: [...new Set((values[backgrounds.indexOf(name)] ?? []).map((value) => groupOf(groups[name], value)))],
    })),
    { name: 'answer', categories },
    ...(members === null ? [] : [{ name: 'release', categories: members }]),
  ]
  const [types = [], sizes = [], regions = []] = values
  const places = types.flatMap((type) =>
    sizes.flatMap((size) =>
      regions.flatMap((region) =>
        categories.flatMap((answer) => {
          const raw = [type, size, region]
          return (members ?? ['']).map((member) => [
            ...raw,
            ...shown(raw),
            answer,
            ...(members === null ? [] : [member]),
          ])
        }),
      ),
    ),
  )
  const records = [...all].map(([key, { respondent, answer }]) => {
    const raw = rawOf(respondent)
    return [...raw, ...shown(raw), answer, ...(members === null ? [] : [membership(key)])]
  })
  const joint = jointAt(dimensions, places, records)
  if (members === null) return { joint, earlier: [], only: null }
  const last = before.length
  const where = (is: (member: string) => boolean): Among => ({ release: members.filter(is) })
  return {
    joint,
    only: where((member) => member[last] === '1'),
    earlier: before.map(({ tables }, at) => ({
      tables,
      among: where((member) => member[at] === '1'),
      changes: [
        where((member) => member[at] === '1' && member[last] === '0'),
        where((member) => member[at] === '0' && member[last] === '1'),
      ],
    })),
  }
}

const rawOf = (respondent: Respondent): string[] => backgrounds.map((name) => respondent[name])
