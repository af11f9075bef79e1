import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { inDesk } from '../rooms/advice/stories.testing.ts'
import * as advice from '../rooms/advice/public.ts'
import { noteErasure, readLedger, replayErasures } from './erasure-ledger.ts'
import { asOperator } from './installation.ts'
import { eraseHeld, exportAsked, exportOf, findHeld } from './persons.ts'

const carla = 'carla@voorbeeld.example'
const other = 'dirk@voorbeeld.example'
const never = 'f0000000-0000-4000-8000-000000000000'

describe('somebody who asked without an account', () => {
  it(
    'gets a copy of what they wrote and were told, and not of what was said among others',
    inDesk(async ({ running, amira, vault, now, operate, ask, people }) => {
      const request = await running({ organisation: 'Wijkteam Noord', context: 'Wij hebben zes weken.' })
      await request.desk((tx) => advice.writeToRequester(tx, vault, amira, request.id, 'Dank je wel.', now()))
      await request.desk((tx) =>
        advice.addInternalNote(tx, vault, amira, request.id, { audience: 'desk', text: 'GEHEIM van de balie' }, now()),
      )
      await request.requester((tx) => advice.replyAsRequester(tx, vault, request.id, 'Graag gedaan.', now()))
      await request.answer()
      await ask({ email: other })

      const held = await operate((tx) => findHeld(tx, vault, ' CARLA@voorbeeld.example '))
      expect(held).toEqual({ person: null, requests: [request.id] })
      const copy = await operate((tx) => exportAsked(tx, vault, held?.requests ?? [], now()))
      expect(copy).toMatchObject({
        person: null,
        rooms: {},
        asked: [
          {
            number: request.number,
            question: 'Hoe bereiken wij mensen die nooit komen?',
            context: 'Wij hebben zes weken.',
            organisation: 'Wijkteam Noord',
            requesterName: 'Carla',
            email: carla,
            messages: [
              { author: 'desk', text: 'Dank je wel.' },
              { author: 'requester', text: 'Graag gedaan.' },
            ],
            answer: { text: 'Ga erheen.', authors: ['Rosa D.'] },
          },
        ],
      })
      const text = JSON.stringify(copy)
      for (const secret of ['GEHEIM', other, amira, people.expert.id]) expect(text).not.toContain(secret)
      expect(await operate((tx) => findHeld(tx, vault, 'niemand@voorbeeld.example'))).toBeNull()
      expect(await operate((tx) => findHeld(tx, vault, 'geen adres'))).toBeNull()
      expect(await operate((tx) => findHeld(tx, vault, never))).toBeNull()
    }),
  )

  it(
    'is erased with everything that hangs on the question, and nobody else is',
    inDesk(async ({ running, ask, vault, now, operate, count, peek, visitor }) => {
      const request = await running()
      await request.answer()
      const kept = await ask({ email: other })
      const held = await operate((tx) => findHeld(tx, vault, carla))
      await operate((tx) => eraseHeld(tx, vault, held ?? { person: null, requests: [] }, now()))
      expect(await count('house.advice_requests')).toBe(1)
      for (const table of ['advice_contacts', 'advice_moves'])
        expect([table, await count(`house.${table}`)]).toEqual([table, table === 'advice_contacts' ? 1 : 2])
      for (const table of ['advice_answers', 'advice_team', 'advice_drafts', 'advice_draft_revisions'])
        expect([table, await count(`house.${table}`)]).toEqual([table, 0])
      const keys = await peek((tx) =>
        tx.selectFrom('platform_data_keys').select('holder').where('holder', 'like', 'request:%').execute(),
      )
      expect(keys.map((row) => row.holder)).toEqual([`request:${kept.id}`])
      expect((await visitor().get(`/vraag/status/${request.link}`)).status).toBe(410)
      expect((await visitor().get(`/vraag/status/${kept.link}`)).status).toBe(200)
      expect(await operate((tx) => findHeld(tx, vault, carla))).toBeNull()
    }),
  )

  it(
    'leaves the answer to who asked the same, without a word or an address of who was erased',
    inDesk(async ({ running, ask, amira, vault, now, operate, visitor, letters, runJobs }) => {
      const first = await running({ context: 'Wij hebben zes weken.' })
      const joined = await ask({ email: other, question: 'Wie komt er nooit, en waarom niet?' })
      await joined.desk((tx, seen) => advice.takeIntoIntake(tx, amira, seen, now()))
      await joined.desk((tx, seen) => advice.mergeRequest(tx, amira, seen, first.number, now()))
      await first.requester((tx) => advice.replyAsRequester(tx, vault, first.id, 'Graag gedaan.', now()))
      const held = await operate((tx) => findHeld(tx, vault, carla))
      await operate((tx) => eraseHeld(tx, vault, held ?? { person: null, requests: [] }, now()))
      await first.answer()
      await runJobs()
      expect((await letters()).filter((letter) => letter.subject.startsWith('Er is een antwoord'))).toMatchObject([
        { to: other },
      ])
      expect((await visitor().get(`/vraag/status/${joined.link}`)).text).toContain('Ga erheen.')
      expect((await visitor().get(`/vraag/status/${first.link}`)).status).toBe(410)
      const seen = await operate((tx) => advice.getForDesk(tx, vault, first.id))
      expect(seen).toMatchObject({ question: '', requesterName: '', email: '', context: null, state: 'answered' })
      expect(JSON.stringify(seen)).not.toMatch(/Carla|carla|Graag gedaan|nooit komen/)
      expect(await operate((tx) => findHeld(tx, vault, carla))).toBeNull()
    }),
  )

  it(
    'who never confirmed gets no copy, and is erased all the same',
    inDesk(async ({ vault, now, operate, database, count }) => {
      const question = {
        lang: 'nl',
        question: 'Hoe bereiken wij iedereen?',
        themes: [],
        name: 'C',
        email: carla,
      } as const
      const { id } = await database.house(null, (tx) => advice.askQuestion(tx, vault, question, now()))
      const held = await operate((tx) => findHeld(tx, vault, carla))
      expect(held).toEqual({ person: null, requests: [id] })
      expect((await operate((tx) => exportAsked(tx, vault, [id], now()))).asked).toEqual([])
      await operate((tx) => eraseHeld(tx, vault, { person: null, requests: [id] }, now()))
      expect(await count('house.advice_requests')).toBe(0)
    }),
  )
})

describe('the ledger', () => {
  it(
    'erases a question again that came back with a backup',
    inDesk(async ({ ask, vault, now, operate, count }) => {
      const [gone] = [await ask(), await ask({ email: other })]
      const folder = mkdtempSync(join(tmpdir(), 'plein-persons-'))
      try {
        await noteErasure(join(folder, 'erasures.txt'), vault, gone.id, now())
        const ledger = await readLedger(join(folder, 'erasures.txt'))
        expect(await operate((tx) => replayErasures(tx, vault, ledger, now()))).toBe(1)
        expect(await operate((tx) => findHeld(tx, vault, carla))).toBeNull()
        expect(await count('house.advice_requests')).toBe(1)
        expect(await operate((tx) => replayErasures(tx, vault, ledger, now()))).toBe(0)
      } finally {
        rmSync(folder, { recursive: true })
      }
    }),
  )
})

describe('somebody with an account who asked as well', () => {
  it(
    'gets both in one copy, by address and by id, and both are erased',
    inDesk(async ({ ask, people, vault, now, operate, as, platform, count }) => {
      const { id, email } = people.secondExpert
      const request = await ask({ email: email.toUpperCase().replace('EXAMPLE.ORG', 'example.org') })
      await ask()
      for (const who of [email, id, id.toUpperCase()])
        expect(await operate((tx) => findHeld(tx, vault, who))).toEqual({ person: id, requests: [request.id] })
      const copy = await operate((tx) => exportOf(tx, vault, id, now()))
      expect(copy).toMatchObject({ person: id, rooms: { accounts: { email } }, asked: [{ number: request.number }] })
      const kees = await as('secondExpert')
      const own = await kees.submit(await kees.get('/mijn/gegevens'))
      expect(own.text).toContain(request.number)
      await asOperator(platform.database, 'erase', (tx) =>
        eraseHeld(tx, vault, { person: id, requests: [request.id] }, now()),
      )
      expect(await operate((tx) => findHeld(tx, vault, email))).toBeNull()
      expect(await count('house.advice_requests')).toBe(1)
    }),
  )
})
