import { jointAt, type Among, type Dimension, type Joint, type Place } from '../../../lib/disclosure/joint.ts'
import type { EarlierRelease as EarlierTables } from '../../../lib/disclosure/questions.ts'
import type { PublishedTable } from '../../../lib/disclosure/published.ts'
import { backgrounds, type Background, type PollWave, type Respondent } from './findings.ts'
import { groupOf, type Groups } from './groups.rules.ts'

/** What tables stand on: the wave, the variables that tables are made by, and the groups they are shown in. */
export type Ground = { readonly by: readonly Background[]; readonly groups: Groups; readonly wave: PollWave }

/** One who answered, and what that counts as. */
export type Recorded = { readonly respondent: Respondent; readonly answer: string }

/** An earlier release: what it printed, and who was in it with which answer. */
export type Before = { readonly tables: readonly PublishedTable[]; readonly records: readonly Recorded[] }

/** An earlier wave that this one is held against, and who answered this question in it. */
export type Wave = { readonly id: string; readonly answered: ReadonlySet<string> }

/** The dimension that tells who answered this question in an earlier wave too. */
export const alsoIn = (wave: string): string => `also in ${wave}`

/**
 * The joint table of one question: every background variable as it is (which an attacker knows), the groups it is shown in,
 * the answer and, after earlier releases, in which of all releases this answer was: "10" is in the first and no longer.
 * `participants` holds the same answers for who knows who took part, also in earlier waves: only where somebody is.
 */
export function jointOnGround(
  { by, groups, wave }: Ground,
  categories: readonly string[],
  now: readonly Recorded[],
  before: readonly Before[],
  waves: readonly Wave[],
): {
  readonly joint: Joint
  readonly participants: Joint
  readonly earlier: EarlierTables[]
  readonly only: Among | null
  readonly among: readonly Among[]
} {
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
  const which = [...all.values()].map(({ respondent }) =>
    waves.map(({ answered }) => (answered.has(respondent.pseudonym) ? 'yes' : 'no')),
  )
  const participants = jointOfParticipants(
    [...waves.map(({ id }) => ({ name: alsoIn(id), categories: ['yes', 'no'] })), ...dimensions],
    records.map((record, at) => [...(which[at] ?? []), ...record]),
  )
  if (members === null) return { joint, participants, earlier: [], only: null, among: [] }
  const last = before.length
  const where = (is: (member: string) => boolean): Among => ({ release: members.filter(is) })
  return {
    joint,
    participants,
    among: before.map((_, at) => where((member) => member[at] === '1')),
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

/** Every background that somebody has, with every answer. */
function jointOfParticipants(dimensions: readonly Dimension[], records: readonly Place[]): Joint {
  const axis = dimensions.findIndex(({ name }) => name === 'answer')
  const answers = dimensions[axis]?.categories ?? []
  const somewhere = new Map(records.map((record) => [JSON.stringify(record.with(axis, '')), record]))
  return jointAt(
    dimensions,
    [...somewhere.values()].flatMap((record) => answers.map((answer) => record.with(axis, answer))),
    records,
  )
}

const rawOf = (respondent: Respondent): string[] => backgrounds.map((name) => respondent[name])
