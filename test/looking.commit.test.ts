import { sql } from 'kysely'
import { describe, expect, it } from 'vitest'
import { kinds, routes, setScene } from './contract/scene.ts'
import { withCommittedHouse, type House } from './house.ts'

// When somebody was last seen, and searches without a result, are noted while looking. That a coordinator saw profiles is
// written in the diary and in a list, for the people whose profiles they are. Nothing else is.
const counters = new Set(['house.platform_proofs', 'house.knowledge_empty_searches', 'house.experts_viewings'])

async function fingerprints({ peek }: House): Promise<Record<string, string>> {
  return peek(async (tx) => {
    const { rows } = await sql<{ name: string }>`
      select format('%I.%I', schemaname, tablename) as name from pg_tables where schemaname in ('house', 'square', 'pgboss')`.execute(
      tx,
    )
    const all: Record<string, string> = {}
    for (const { name } of rows.filter((row) => !counters.has(row.name) && !row.name.startsWith('pgboss.b'))) {
      const found = await sql<{ hash: string }>`
        select coalesce(md5(string_agg(t::text, '|' order by t::text)), '') as hash from ${sql.raw(name)} t
         where not (${name} = 'house.platform_diary' and to_jsonb(t) ->> 'event' like '%-viewed')`.execute(tx)
      all[name] = found.rows[0]?.hash ?? ''
    }
    return all
  })
}

describe('looking', () => {
  it(
    'changes nothing, whoever looks at whatever, also with HEAD',
    withCommittedHouse(async (house) => {
      const scene = await setScene(house)
      const browsers = await Promise.all(kinds.map((kind) => scene.browser(kind)))
      const paths = await Promise.all(
        routes.filter(({ route }) => route.method === 'GET').map(({ route }) => scene.path(route, 'own')),
      )
      const before = await fingerprints(house)
      expect(Object.keys(before).length).toBeGreaterThan(30)
      const moved: string[] = []
      for (const path of paths)
        for (const answer of await Promise.all(browsers.map((browser) => browser.get(path))))
          if (answer.status >= 500) moved.push(`${path}: ${answer.status}`)
      for (const path of paths) {
        const head = await house.fetch(new Request(new URL(path, 'http://localhost:3000'), { method: 'HEAD' }))
        if ((await head.text()) !== '') moved.push(`HEAD ${path} has a body`)
      }
      expect(await fingerprints(house)).toEqual(before)
      expect(moved).toEqual([])
    }),
    240_000,
  )
})
