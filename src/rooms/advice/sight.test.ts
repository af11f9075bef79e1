import { describe, expect, it } from 'vitest'
import type { Tx } from '../../platform/db/database.ts'
import { listDesk, type ListFilter } from './desk.sql.ts'
import * as advice from './public.ts'
import { inDesk } from './stories.testing.ts'

const everything: ListFilter = { state: 'running', theme: null, province: null, holder: null, age: null }
const page = { size: 50, number: 1 }

describe('who sees what', () => {
  it(
    'what is another’s looks like what is not there, for every action and reading',
    inDesk(async ({ ask, running, vault, now, database, proofOf, people, amira }) => {
      const mine = await ask()
      const theirs = await running()
      const noor = people.expertElsewhere.id
      const noorProof = await proofOf(noor)
      const editor = await proofOf(people.editorA.id)
      const never = crypto.randomUUID()
      for (const id of [theirs.id, never, 'geen-id', "' or 1=1"]) {
        await expect(mine.requester((tx) => advice.getStatus(tx, vault, id))).rejects.toThrow('not-found')
        await expect(mine.requester((tx) => advice.replyAsRequester(tx, vault, id, 'hoi', now()))).rejects.toThrow(
          'not-found',
        )
        await expect(mine.requester((tx) => advice.withdrawRequest(tx, id, now()))).rejects.toThrow('not-found')
        await expect(mine.requester((tx) => advice.giveFeedback(tx, vault, id, { done: 'x' }, now()))).rejects.toThrow(
          'not-found',
        )
        for (const proof of [noorProof, editor, null]) {
          const as = <T>(work: (tx: Tx) => Promise<T>) => database.house(proof, work)
          await expect(as((tx) => advice.getForDesk(tx, vault, id))).rejects.toThrow('not-found')
          await expect(as((tx) => advice.getForTeam(tx, vault, noor, id))).rejects.toThrow('not-found')
          await expect(
            as((tx) => advice.saveDraft(tx, vault, noor, id, 0, { text: 'x', voice: null, behalf: '' }, now())),
          ).rejects.toThrow('not-found')
          await expect(
            as((tx) => advice.addInternalNote(tx, vault, noor, id, { audience: 'desk', text: 'x' }, now())),
          ).rejects.toThrow('not-found')
          await expect(as((tx) => advice.takeIntoIntake(tx, noor, { id, version: 1 }, now()))).rejects.toThrow(
            'not-found',
          )
          expect((await as((tx) => listDesk(tx, vault, everything, noor, page, now()))).rows).toEqual([])
          expect(await as((tx) => advice.listInvitations(tx, vault))).toEqual([])
        }
      }
      const shown = await theirs.desk((tx) => listDesk(tx, vault, everything, amira, page, now()))
      expect(shown.rows.map((row) => row.id)).toContain(theirs.id)
      // The team cannot read the address, nor a requester the team, whatever page asks.
      const contacts = await database.house(theirs.rosaProof, (tx) =>
        tx.selectFrom('advice_contacts').selectAll().execute(),
      )
      const team = await theirs.requester((tx) => tx.selectFrom('advice_team').selectAll().execute())
      await theirs.desk((tx) =>
        advice.addInternalNote(tx, vault, amira, theirs.id, { audience: 'desk', text: 'x' }, now()),
      )
      const notes = await theirs.requester((tx) => tx.selectFrom('advice_messages').selectAll().execute())
      const teamNotes = await database.house(theirs.rosaProof, (tx) =>
        tx.selectFrom('advice_messages').selectAll().execute(),
      )
      expect([contacts, team, notes, teamNotes]).toEqual([[], [], [], []])
    }),
  )
})
