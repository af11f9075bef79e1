import { describe, expect, it } from 'vitest'
import { erasePerson, exportPerson } from './persons.sql.ts'
import * as advice from './public.ts'
import { inDesk } from './stories.testing.ts'

describe('what comes of a request', () => {
  it(
    'a closed request can become knowledge; a person can have everything, and be taken out',
    inDesk(async ({ running, amira, vault, now, operate, database }) => {
      const request = await running({ organisation: 'Wijkteam Noord' })
      await expect(request.desk((tx) => advice.requestForHarvest(tx, vault, request.id))).rejects.toThrow(
        'no-such-move',
      )
      await request.answer()
      await request.requester((tx) => advice.giveFeedback(tx, vault, request.id, { done: 'Wij gingen kijken.' }, now()))
      await request.desk((tx, seen) => advice.closeRequest(tx, vault, amira, seen, null, now()))
      const harvest = await request.desk((tx) => advice.requestForHarvest(tx, vault, request.id))
      expect(harvest.parts.map(({ part, owner }) => `${part} ${owner}`)).toEqual([
        'question requester',
        'answer authors',
        'done requester',
      ])
      expect(harvest).toMatchObject({
        authors: [{ person: request.rosa, shownName: 'Rosa D.' }],
        namesToHide: { people: ['Carla'], organisations: ['Wijkteam Noord'] },
      })

      const own = JSON.stringify(await operate((tx) => exportPerson(tx, vault, request.rosa)))
      expect(own).toContain('Ga erheen.')
      expect(own).not.toContain('carla@')
      await operate((tx) => erasePerson(tx, vault, request.rosa))
      expect(JSON.stringify(await operate((tx) => exportPerson(tx, vault, request.rosa)))).toBe(
        JSON.stringify({ teams: [], messages: [], sessions: [], drafts: [], evaluations: [] }),
      )
      const after = await database.house(request.link, (tx) => advice.getStatus(tx, vault, request.id))
      expect(after.answer).toMatchObject({ text: 'Ga erheen.', authors: [] })
    }),
  )
})
