import { sql } from 'kysely'
import { describe, expect, it } from 'vitest'
import { house as wholeHouse } from '../../src/app/house.ts'
import { eraseEverywhere, exportOf } from '../../src/app/persons.ts'
import { withCommittedHouse, type House } from '../house.ts'
import { fixedPeople, type FixedPerson } from '../people.ts'
import { routes, setScene } from './scene.ts'

const mapped = new Map(wholeHouse.dataMap.map((entry) => [entry.column.replace(/^house\./, ''), entry]))

/** Every column of the house and the square in which the number of one of these people stands. */
async function columnsWith({ peek }: House, people: readonly string[]): Promise<string[]> {
  return peek(async (tx) => {
    const { rows: columns } = await sql<{ schema: string; name: string; column: string }>`
      select table_schema as schema, table_name as name, column_name as column from information_schema.columns
       where table_schema in ('house', 'square') and data_type <> 'bytea' order by 1, 2, 3`.execute(tx)
    const found: string[] = []
    for (const { schema, name, column } of columns) {
      const { rows } = await sql`
        select 1 from ${sql.table(`${schema}.${name}`)} where ${sql.ref(column)}::text ~ ${people.join('|')} limit 1`.execute(
        tx,
      )
      if (rows.length > 0) found.push(schema === 'house' ? `${name}.${column}` : `${schema}.${name}.${column}`)
    }
    return found
  })
}

/** What the scene has no reason to make: who let whom in, and a look back. */
async function addTraces({ people, peek, platform }: House) {
  const [expert, administrator, coordinator] = [people.expert.id, people.administrator.id, people.coordinator.id]
  const now = platform.now()
  await peek(async (tx) => {
    await sql`update house.accounts_permissions set granted_by = ${administrator} where person_id = ${expert}`.execute(
      tx,
    )
    await sql`insert into house.accounts_grant_proposals (id, person_id, proposed_by, proposed_at, decided_at, decided_by, outcome)
      values (gen_random_uuid(), ${expert}, ${administrator}, ${now}, ${now}, ${coordinator}, 'rejected')`.execute(tx)
    await sql`insert into house.advice_evaluations (id, request_id, by_kind, person_id, usefulness, realism, support, equality, load, given_at)
      select gen_random_uuid(), request_id, 'expert', ${expert}, 1, 2, 3, 4, 5, ${now} from house.advice_team where person_id = ${expert} limit 1`.execute(
      tx,
    )
  })
}

describe('a person in the data map', () => {
  it(
    'leaves their number, when erased, only where the map says that something stays',
    withCommittedHouse(async (house) => {
      await setScene(house)
      await addTraces(house)
      const erase = (id: string) =>
        house.operate((tx) => eraseEverywhere(tx, house.platform.vault, id, house.platform.now()))
      const expert = house.people.expert.id
      const others = (Object.keys(fixedPeople) as FixedPerson[])
        .map((name) => house.people[name].id)
        .filter((id) => id !== expert)

      const held = await columnsWith(house, [expert, ...others])
      expect(held.length).toBeGreaterThan(20)
      expect(
        held.filter((column) => column !== 'accounts_persons.id' && !mapped.has(column)),
        'these hold the number of a person: name them in the data map of their room',
      ).toEqual([])

      // First all but one: what they did about the one who stays must say no more than the map does.
      for (const id of others) await erase(id)
      const ofOthers = await columnsWith(house, others)
      await erase(expert)
      const left = [...new Set([...ofOthers, ...(await columnsWith(house, [expert, ...others]))])]
      expect(
        left.filter((column) => mapped.get(column)?.afterErasure === undefined),
        'erase these too, or let the data map say what stays and why',
      ).toEqual([])
      expect(left.toSorted()).toEqual([
        'accounts_consents.subject',
        'accounts_grant_proposals.decided_by',
        'accounts_grant_proposals.proposed_by',
        'accounts_permissions.granted_by',
        'platform_diary.actor_person',
        'platform_diary.subject',
        'platform_proofs.person_id',
      ])
    }),
    120_000,
  )

  it(
    'finds in the copy what the map does not keep out of it',
    withCommittedHouse(async (house) => {
      const scene = await setScene(house)
      await addTraces(house)
      const yes = routes.find(({ name }) => name === 'POST /mijn/kennis/:yes')
      if (yes === undefined) throw new Error('no route to say yes')
      const said = await (await scene.browser('expert')).post(await scene.path(yes.route, 'own'), { says: 'yes' })
      expect(said.status).toBe(303)
      const expert = house.people.expert.id
      const { rooms } = await house.operate((tx) => exportOf(tx, house.platform.vault, expert, house.platform.now()))
      expect(rooms['accounts']?.['consents']).toEqual(
        expect.arrayContaining([expect.objectContaining({ subject: `profile:${expert}` })]),
      )
      expect(rooms['knowledge']).toMatchObject({ asked: [{ answer: 'yes' }] })
      expect(rooms['advice']).toMatchObject({
        evaluations: [{ scores: { usefulness: 1, realism: 2, support: 3, equality: 4, load: 5 } }],
      })
      const copy = JSON.stringify(rooms)
      expect(copy).not.toContain(house.people.administrator.id)
      expect(copy).not.toContain(house.people.coordinator.id)
      for (const column of ['granted_by', 'proposed_by', 'decided_by'])
        expect(
          [...mapped].filter(
            ([name, entry]) => name.startsWith('accounts_') && name.endsWith(column) && !entry.notInCopy,
          ),
        ).toEqual([])
    }),
    120_000,
  )
})
