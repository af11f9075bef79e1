import { describe, expect, it } from 'vitest'
import { inHouse, type RolledBackHouse } from '../../../../test/house.ts'
import { decides, seatFor, votes } from '../../governance/governance.testing.ts'
import { isAboutExperts } from './about-experts.rules.ts'
import { fillIn, onSquare, press, rowOf, stateOf, versionOf } from '../knowledge.testing.ts'
import { lay, proposalAbout } from './seats.testing.ts'

/** A job profile that is ready, written by the editor of A. */
async function readyProfile(house: RolledBackHouse, type = 'jobProfile') {
  const editor = await house.as('editorA')
  const made = await editor.submit(await editor.get('/redactie/nieuw'), { title: 'Profiel meedenker', type })
  const id = made.location?.split('/').at(-1) ?? ''
  await fillIn(editor, id, {
    title: 'Profiel meedenker',
    type,
    themes: ['broad'],
    'part:text': 'Een meedenker denkt mee.',
  })
  await press(house, editor, id, 'verder')
  expect(await stateOf(house, id)).toBe('ready')
  return { editor, id }
}

describe('what is about experts', () => {
  it.each([
    ['jobProfile', [], true],
    ['jobProfile', ['policyReviewer'], true],
    ['termItem', ['policyReviewer'], true],
    ['termItem', [], false],
    ['article', ['policyReviewer'], false],
    [null, [], false],
  ] as const)('%s with roles %j: %s', (type, roles, expected) => {
    expect(isAboutExperts({ type, roles })).toBe(expected)
  })
})

describe('an item about experts', () => {
  it(
    'is published when the seats accepted that version, and not before; another version is asked about anew',
    inHouse(async (house) => {
      await seatFor(house, 'expert')
      const { editor, id } = await readyProfile(house)
      const page = (await editor.get(`/redactie/${id}`)).text
      expect(page).toContain('Leg voor aan de zetels')
      expect(page).not.toContain(`action="/redactie/${id}/publiceren"`)
      const early = await press(house, editor, id, 'publiceren')
      expect(early.status).toBe(409)
      expect(early.text).toContain('De zetels beslissen mee')

      expect((await lay(house, id)).status).toBe(303)
      expect((await editor.get(`/redactie/${id}`)).text).toContain('Zij kunnen stemmen tot')
      expect((await press(house, editor, id, 'publiceren')).status).toBe(409)
      expect((await lay(house, id)).status).toBe(409)
      const first = await proposalAbout(house, id)
      expect((await (await house.as('expert')).get(`/samen/voorstellen/${first}`)).text).toContain(
        'Een meedenker denkt mee.',
      )
      await votes(house, 'expert', first, 'no', 'Er staat niets over loon.')
      expect((await decides(house, 'administrator', first, 'refused')).status).toBe(303)
      expect((await editor.get(`/redactie/${id}`)).text).toContain('niet aangenomen')
      expect((await press(house, editor, id, 'publiceren')).status).toBe(409)

      expect((await lay(house, id, { changes: 'Nu met loon.' })).status).toBe(303)
      const second = await proposalAbout(house, id)
      await votes(house, 'expert', second, 'yes')
      expect((await decides(house, 'administrator', second, 'accepted')).status).toBe(303)
      expect((await press(house, editor, id, 'publiceren')).status).toBe(303)
      expect(await onSquare(house, id)).toMatchObject({ items: 1 })

      const before = await versionOf(house, id)
      await fillIn(editor, id, {
        'part:text': 'Een meedenker denkt mee, gratis.',
        type: 'jobProfile',
        themes: ['broad'],
      })
      await press(house, editor, id, 'verder')
      expect(await versionOf(house, id)).toBeGreaterThan(before)
      expect((await press(house, editor, id, 'publiceren')).status).toBe(409)
      expect((await rowOf(house, id)).shelf_version).toBe(before)
    }),
  )

  it(
    'is laid before the seats by an editor of a steward, with what changes and why; others need no seats',
    inHouse(async (house) => {
      const { editor, id } = await readyProfile(house)
      const empty = await lay(house, id, { changes: '', reason: '' })
      expect(empty.status).toBe(422)
      expect(empty.text).toContain('Schrijf op wat er verandert.')
      expect((await lay(house, id, { organisation: house.people.organisations.b })).status).toBe(409)
      expect((await (await house.as('editorB')).get(`/redactie/${id}/zetels`)).status).toBe(404)
      const { id: article } = await readyProfile(house, 'article')
      expect((await lay(house, article)).status).toBe(409)
      expect((await press(house, editor, article, 'publiceren')).status).toBe(303)
    }),
  )
})
