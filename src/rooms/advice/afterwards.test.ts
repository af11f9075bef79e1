import { describe, expect, it } from 'vitest'
import * as advice from './public.ts'
import { inDesk } from './stories.testing.ts'

describe('after a while', () => {
  it(
    'asks for feedback, closes when nothing comes, and forgets everything two years later',
    inDesk(async ({ running, after, runDaily, runJobs, subjects, count, peek, visitor }) => {
      const request = await running()
      await request.answer()
      after(14)
      await runDaily('advice.move-with-time')
      expect(await request.state()).toBe('feedback-asked')
      await runJobs()
      expect(await subjects()).toContain('Wat heb je ermee gedaan? AV')
      expect((await visitor().get(`/vraag/status/${request.link}/terugkoppeling`)).text).toContain(
        'Wat heb je ermee gedaan?',
      )
      after(60)
      await runDaily('advice.move-with-time')
      expect(await request.state()).toBe('closed')
      after(725)
      await runDaily('platform.apply-retention')
      expect(await count('house.advice_requests')).toBe(1)
      after(10)
      await runDaily('platform.apply-retention')
      for (const table of [
        'advice_requests',
        'advice_contacts',
        'advice_messages',
        'advice_answers',
        'advice_team',
        'advice_moves',
        'advice_drafts',
        'advice_draft_revisions',
      ])
        expect([table, await count(`house.${table}`)]).toEqual([table, 0])
      const keys = await peek((tx) =>
        tx.selectFrom('platform_data_keys').select('holder').where('holder', 'like', 'request:%').execute(),
      )
      expect(keys).toEqual([])
    }),
  )

  it(
    'feedback and evaluation from the page, once; a year later nobody knows whose they were',
    inDesk(async ({ running, vault, visitor, runDaily, after, peek, database, now }) => {
      const request = await running()
      const browser = visitor()
      const early = await browser.get(`/vraag/status/${request.link}/terugkoppeling`)
      expect(early.text).toContain('Er is nog geen antwoord op je vraag')
      await request.answer()
      const page = await browser.get(`/vraag/status/${request.link}/terugkoppeling`)
      expect((await browser.submit(page, { done: ' ' })).text).toContain('Schrijf op wat je ermee hebt gedaan')
      expect((await browser.submit(page, { done: 'Gedaan', usefulness: '6' })).status).toBe(422)
      const sent = await browser.submit(page, {
        done: 'Wij gingen kijken.',
        notDone: '',
        usefulness: '5',
        equality: '4',
        text: 'Fijn.',
      })
      expect(sent.status).toBe(303)
      const status = await browser.follow(sent)
      expect(status.text).toContain('Wij gingen kijken.')
      expect((await browser.post(`/vraag/status/${request.link}/terugkoppeling`, { done: 'Nog eens' })).status).toBe(
        409,
      )
      await database.house(request.rosaProof, (tx) =>
        advice.evaluate(tx, vault, request.rosa, request.id, { scores: { load: 3 }, text: 'Zwaar.' }, now()),
      )
      await expect(
        database.house(request.rosaProof, (tx) =>
          advice.evaluate(tx, vault, request.rosa, request.id, { scores: {} }, now()),
        ),
      ).rejects.toThrow('evaluations_expert_once')
      after(366)
      await runDaily('platform.apply-retention')
      const kept = await peek((tx) =>
        tx
          .selectFrom('advice_evaluations')
          .select(['person_id', 'text_sealed', 'usefulness', 'load'])
          .orderBy('load')
          .execute(),
      )
      expect(kept).toEqual([
        { person_id: null, text_sealed: null, usefulness: null, load: 3 },
        { person_id: null, text_sealed: null, usefulness: 5, load: null },
      ])
    }),
  )
})
