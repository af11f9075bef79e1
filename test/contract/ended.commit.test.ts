import { sql } from 'kysely'
import { describe, expect, it, vi } from 'vitest'
import { routes, setScene, type Kind, type Scene, type Side } from './scene.ts'
import { withCommittedHouse } from '../house.ts'
import { bare } from './promises.ts'

/** Asks a route of the register by its name, with an empty form when it is an action. */
async function ask(scene: Scene, kind: Kind, name: string, side: Side, fields: Record<string, string> = {}) {
  const found = routes.find((route) => route.name === name)
  if (found === undefined) throw new Error(`no route ${name}`)
  const browser = await scene.browser(kind)
  const path = await scene.path(found.route, side)
  return name.startsWith('GET') ? browser.get(path) : browser.post(path, fields)
}

/** The answer to somebody, held against the answer about what never was. */
async function likeNothing(scene: Scene, kind: Kind, name: string, side: Side, status: number) {
  const [ended, never] = [await ask(scene, kind, name, side), await ask(scene, kind, name, 'missing')]
  expect([name, kind, ended.status, never.status]).toEqual([name, kind, status, status])
  expect(bare(ended), `${name} as ${kind}`).toBe(bare(never))
}

describe('what has ended', () => {
  it(
    'is for others as if it had never been',
    withCommittedHouse(async (house) => {
      const scene = await setScene(house)
      const isThere = async (kind: Kind, name: string, side: Side) =>
        expect([name, kind, (await ask(scene, kind, name, side)).status]).toEqual([name, kind, 200])

      // An item that was taken off the square.
      const shown = await ask(scene, 'visitor', 'GET /kennis/:slug', 'own')
      const title = /<h1[^>]*>([^<]+)</.exec(shown.text)?.[1] ?? ''
      expect(title.length).toBeGreaterThan(5)
      await isThere('visitor', 'GET /kennis/:slug', 'own')
      await isThere('visitor', 'GET /api/v1/items/:slug', 'own')
      expect(
        (await ask(scene, 'editorA', 'POST /redactie/:id/terughalen', 'own', { why: 'Het klopt niet meer.' })).status,
      ).toBe(303)
      // A kept page goes when the process hears of it. How soon that is, test/processes.commit.test.ts holds.
      await vi.waitFor(async () => {
        const gone = await ask(scene, 'visitor', 'GET /kennis/:slug', 'own')
        expect(gone.status).toBe(410)
        // That something stood here may be known, as harvesters must hear it too; what it said may not.
        expect(gone.text).not.toContain(title)
      }, 5_000)
      expect((await ask(scene, 'visitor', 'GET /api/v1/items/:slug', 'own')).status).toBe(404)

      // A profile that the expert no longer shows to the desk.
      await isThere('coordinator', 'GET /bureau/ervaringsdeskundigen/:id', 'own')
      expect((await ask(scene, 'expert', 'POST /mijn/profiel/zichtbaarheid', 'own', { choice: 'hide' })).status).toBe(
        303,
      )
      await likeNothing(scene, 'coordinator', 'GET /bureau/ervaringsdeskundigen/:id', 'own', 404)
      const list = await (await scene.browser('coordinator')).get('/bureau/ervaringsdeskundigen')
      expect(list.text).not.toContain('Vlinder')

      // An invitation that the desk took back.
      const invitations = await (await scene.browser('expertElsewhere')).get('/mijn/uitnodigingen')
      expect(invitations.text).toContain('/ja"')
      await house.peek((tx) =>
        sql`update house.advice_team set ended_at = ${house.platform.now()} where person_id = ${house.people.expertElsewhere.id}`.execute(
          tx,
        ),
      )
      await likeNothing(scene, 'expertElsewhere', 'POST /mijn/uitnodigingen/:member/ja', 'foreign', 410)

      // A permission, and being an editor.
      await isThere('coordinator', 'GET /bureau/:id', 'own')
      await isThere('editorA', 'GET /redactie/:id', 'own')
      await house.peek(async (tx) => {
        const now = house.platform.now()
        await sql`update house.accounts_permissions set withdrawn_at = ${now} where person_id = ${house.people.coordinator.id}`.execute(
          tx,
        )
        await sql`update house.accounts_memberships set until = ${now} where person_id = ${house.people.editorA.id}`.execute(
          tx,
        )
      })
      await likeNothing(scene, 'coordinator', 'GET /bureau/:id', 'own', 404)
      await likeNothing(scene, 'editorA', 'GET /redactie/:id', 'own', 403)
    }),
    120_000,
  )
})
