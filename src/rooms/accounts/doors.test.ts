import { randomUUID } from 'node:crypto'
import { describe, expect, it } from 'vitest'
import { inHouse } from '../../../test/house.ts'
import type { FixedPerson } from '../../../test/people.ts'
import { room } from './room.ts'

// What each kind of person hears at each door of this room. 200 a page, 303 further on, 401 sign in (the text is kept),
// 403 not for you, 404 not there, 410 ended, 415 no form of ours, 422 the page again.
type Kind = 'nobody' | 'expert' | 'coordinator' | 'editor' | 'administrator'
const kinds = ['nobody', 'expert', 'coordinator', 'editor', 'administrator'] as const
const people: Readonly<Record<Exclude<Kind, 'nobody'>, FixedPerson>> = {
  expert: 'expert',
  coordinator: 'coordinator',
  editor: 'editorA',
  administrator: 'administrator',
}

type Five = readonly [nobody: number, expert: number, coordinator: number, editor: number, administrator: number]
const own: Five = [303, 200, 200, 200, 200]
const ownForm: Five = [401, 422, 422, 422, 422]
const administratorReads: Five = [303, 403, 403, 403, 200]
const administratorForm = (status: number): Five => [401, 403, 403, 403, status]

/** Every door, opened with an empty form; `:id` is Kees, a foreign person to all of them. */
const doors: Readonly<Record<string, Five>> = {
  'GET /inloggen': [200, 303, 303, 303, 303],
  'POST /inloggen': [422, 422, 422, 422, 422],
  'GET /inloggen/code': [200, 200, 200, 200, 200],
  'POST /inloggen/code': [422, 422, 422, 422, 422],
  'GET /inloggen/link/:link': [410, 410, 410, 410, 410],
  'POST /inloggen/link/:link': [410, 303, 303, 303, 303],
  'POST /uitloggen': [303, 303, 303, 303, 303],
  'POST /uitloggen/overal': [401, 303, 303, 303, 303],
  'GET /mijn/tweede-stap': own,
  'POST /mijn/tweede-stap/begin': [401, 303, 303, 303, 303],
  'POST /mijn/tweede-stap': ownForm,
  'POST /mijn/tweede-stap/herstelcodes': [401, 303, 303, 303, 303],
  'POST /mijn/tweede-stap/andere-telefoon': ownForm,
  'GET /mijn': own,
  'GET /mijn/instellingen': own,
  'POST /mijn/instellingen': ownForm,
  'POST /mijn/toestemmingen/intrekken': ownForm,
  'GET /beheer/mensen': administratorReads,
  'POST /beheer/mensen': administratorForm(200),
  'GET /beheer/mensen/nieuw': administratorReads,
  'POST /beheer/mensen/nieuw': administratorForm(422),
  'GET /beheer/mensen/:id': administratorReads,
  'POST /beheer/mensen/:id/rechten': administratorForm(415),
  'POST /beheer/mensen/:id/rechten/intrekken': administratorForm(415),
  'POST /beheer/mensen/:id/voorstel': administratorForm(415),
  'POST /beheer/mensen/:id/organisaties': administratorForm(422),
  'POST /beheer/mensen/:id/organisaties/einde': administratorForm(415),
  'POST /beheer/mensen/:id/tweede-stap': administratorForm(303),
  'POST /beheer/mensen/:id/uitnodiging': administratorForm(303),
  'GET /beheer/organisaties': administratorReads,
  'GET /beheer/organisaties/nieuw': administratorReads,
  'POST /beheer/organisaties/nieuw': administratorForm(422),
  'GET /beheer/organisaties/:id': administratorReads,
  'POST /beheer/organisaties/:id': administratorForm(422),
  'GET /beheer/werking': administratorReads,
}

describe('every door of this room', () => {
  it('stands in the table, and nothing else does', () => {
    expect(room.routes.map((route) => `${route.method} ${route.path}`).toSorted()).toEqual(
      Object.keys(doors).toSorted(),
    )
  })

  it.each(Object.entries(doors))('%s', (door, expected) =>
    inHouse(async (house) => {
      const [method, pattern = ''] = door.split(' ')
      const id = pattern.includes('organisaties/:id') ? house.people.organisations.b : house.people.secondExpert.id
      const path = pattern.replace(':id', id).replace(':link', 'A'.repeat(43))
      const answers = []
      for (const kind of kinds) {
        const browser = kind === 'nobody' ? house.visitor() : await house.as(people[kind])
        const answer = method === 'GET' ? await browser.get(path) : await browser.post(path)
        answers.push(answer.status)
      }
      expect(answers).toEqual(expected)
    })(),
  )

  it.each(Object.keys(doors).filter((door) => door.includes(':id')))(
    '%s: a number that is nobody’s is not there',
    (door) =>
      inHouse(async (house) => {
        const [method, pattern = ''] = door.split(' ')
        const fields = {
          permission: 'expert',
          decision: 'reject',
          organisation: house.people.organisations.a,
          role: 'member',
          membership: randomUUID(),
          name: 'Naam',
          type: 'media',
        }
        const schema = room.routes.find((route) => `${route.method} ${route.path}` === door)?.input
        const names = Object.keys((schema as { shape?: object } | undefined)?.shape ?? {})
        const own = Object.fromEntries(Object.entries(fields).filter(([name]) => names.includes(name)))
        const anna = await house.as('administrator')
        for (const id of [randomUUID(), 'geen-nummer', "1'or'1", '%00']) {
          const path = pattern.replace(':id', id)
          const answer = method === 'GET' ? await anna.get(path) : await anna.post(path, own)
          expect([path, answer.status]).toEqual([path, door.endsWith('voorstel') && id.length === 36 ? 409 : 404])
        }
      })(),
  )

  it.each(Object.keys(doors).filter((door) => door.startsWith('POST')))('%s: not from another site', (door) =>
    inHouse(async (house) => {
      const path = door.split(' ')[1]?.replace(':id', house.people.secondExpert.id).replace(':link', 'x') ?? ''
      const anna = await house.as('administrator')
      const foreign: Record<string, string>[] = [
        { origin: 'https://evil.example' },
        { origin: 'null' },
        { 'sec-fetch-site': 'cross-site' },
      ]
      for (const headers of foreign) expect((await anna.post(path, {}, headers)).status).toBe(403)
      expect((await anna.get('/mijn')).status).toBe(200)
    })(),
  )

  it(
    'in English too',
    inHouse(async (house) => {
      const anna = await house.as('administrator')
      for (const [path, words] of [
        ['/en/inloggen/code', 'Look at your mail'],
        ['/en/mijn', 'What do you want to do?'],
        ['/en/mijn/instellingen', 'My settings'],
        ['/en/mijn/tweede-stap', 'The second step'],
        ['/en/beheer/mensen', 'Everybody with an account'],
        ['/en/beheer/organisaties', 'Who takes part'],
        ['/en/beheer/werking', 'How it runs'],
      ] as const) {
        const page = await anna.get(path)
        expect(page.status).toBe(200)
        expect(page.text).toContain(words)
      }
    }),
  )

  it(
    'answers GET without changing anything',
    inHouse(async (house) => {
      const anna = await house.as('administrator')
      const state = async () =>
        house.peek(async (tx) => ({
          persons: await tx.selectFrom('accounts_persons').selectAll().orderBy('id').execute(),
          permissions: await tx.selectFrom('accounts_permissions').selectAll().orderBy('id').execute(),
          proofs: await tx
            .selectFrom('platform_proofs')
            .select(['hash', 'revoked_at', 'used_at'])
            .orderBy('hash')
            .execute(),
          diary: await tx.selectFrom('platform_diary').select('id').execute(),
        }))
      const before = await state()
      for (const route of room.routes.filter((each) => each.method === 'GET'))
        await anna.get(route.path.replace(':id', house.people.expert.id).replace(':link', 'x'))
      expect(await state()).toEqual(before)
    }),
  )
})
