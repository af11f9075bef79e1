import { describe, expect, it } from 'vitest'
import { until, withCommittedHouse, type CommittedHouse } from '../../../../test/house.ts'
import {
  consentLinks,
  draftFromRequest,
  fillIn,
  onSquare,
  press,
  replaceAll,
  rowOf,
  stateOf,
  versionOf,
} from '../knowledge.testing.ts'
import '../tables.ts'

async function readyItem(house: CommittedHouse, title: string) {
  const editor = await house.as('editorA')
  const made = await editor.submit(await editor.get('/redactie/nieuw'), { title })
  const id = made.location?.split('/').at(-1) ?? ''
  await fillIn(editor, id, { title, 'part:text': `Over ${title} valt veel te zeggen.` })
  await press(house, editor, id, 'verder')
  expect(await stateOf(house, id)).toBe('ready')
  return { editor, id }
}

describe('publishing, with real connections', () => {
  it(
    'is seen by another process, and so is withdrawing',
    withCommittedHouse(async (house) => {
      const other = await house.secondPlatform()
      const elsewhere = async (path: string) => {
        const answer = await other.fetch(new Request(`http://localhost:3000${path}`))
        return { status: answer.status, text: await answer.text() }
      }
      const { editor, id } = await readyItem(house, 'Gedeelde kennis')
      expect((await elsewhere('/zoeken?q=gedeelde')).text).not.toContain('Gedeelde kennis</a>')
      await press(house, editor, id, 'publiceren')
      const { slug } = await rowOf(house, id)
      await until(async () => (await elsewhere('/zoeken?q=gedeelde')).text.includes('Gedeelde kennis'), 2_000)
      expect((await elsewhere(`/kennis/${slug}`)).status).toBe(200)
      await editor.post(`/redactie/${id}/terughalen`, { why: 'Niet meer juist.' })
      await until(async () => (await elsewhere(`/kennis/${slug}`)).status === 410, 2_000)
      await until(async () => !(await elsewhere('/zoeken?q=gedeelde')).text.includes('Gedeelde kennis</a>'), 2_000)
    }),
  )

  it(
    'and withdrawing at the same time agree on what stands on the square',
    withCommittedHouse(async (house) => {
      const outcomes = new Set<string>()
      for (let round = 0; round < 6; round++) {
        const { editor, id } = await readyItem(house, `Ronde ${round}`)
        const version = String(await versionOf(house, id))
        const [published, withdrawn] = await Promise.all([
          editor.post(`/redactie/${id}/publiceren`, { version }),
          editor.post(`/redactie/${id}/terughalen`, { why: 'Toch niet.' }),
        ])
        for (const answer of [published, withdrawn]) expect([303, 409]).toContain(answer.status)
        const state = await stateOf(house, id)
        outcomes.add(`${published.status} ${withdrawn.status} ${state}`)
        expect((await onSquare(house, id))?.items).toBe(state === 'published' ? 1 : 0)
        expect((await onSquare(house, id))?.passages === 0).toBe(state !== 'published')
      }
      expect(outcomes.size).toBeGreaterThan(0)
    }),
  )

  it(
    'twice at once has one winner, and one row',
    withCommittedHouse(async (house) => {
      const { editor, id } = await readyItem(house, 'Eén keer')
      const version = String(await versionOf(house, id))
      const both = await Promise.all([1, 2].map(() => editor.post(`/redactie/${id}/publiceren`, { version })))
      expect(both.map((answer) => answer.status).sort()).toEqual([303, 409])
      expect(await onSquare(house, id)).toMatchObject({ items: 1 })
    }),
  )

  it(
    'asks by mail through the worker, and a yes taken back during publishing leaves nothing on the square',
    withCommittedHouse(
      async (house) => {
        const id = await draftFromRequest(house)
        const editor = await house.as('editorA')
        await fillIn(editor, id)
        await replaceAll(editor, id)
        await press(house, editor, id, 'verder')
        await until(async () => Object.keys(await consentLinks(house)).length === 3)
        const links = await consentLinks(house)
        const visitor = house.visitor()
        // All at the same moment: the last one to come in makes it ready, whoever that is.
        const pages = await Promise.all(Object.values(links).map((link) => visitor.get(link)))
        const answers = await Promise.all(pages.map((page) => visitor.submit(page, { says: 'yes' }, 'name="says"')))
        expect(answers.map((answer) => answer.status)).toEqual([303, 303, 303])
        expect(await stateOf(house, id)).toBe('ready')

        const page = await visitor.get(links['rosa@example.org'] ?? '')
        const [published, back] = await Promise.all([
          press(house, editor, id, 'publiceren'),
          visitor.submit(page, {}, 'terugnemen'),
        ])
        expect(back.status).toBe(303)
        expect([303, 409]).toContain(published.status)
        expect((await onSquare(house, id))?.items).toBe(0)
        expect(await stateOf(house, id)).not.toBe('published')
      },
      { worker: true },
    ),
  )
})
