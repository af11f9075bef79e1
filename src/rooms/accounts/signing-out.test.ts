import { describe, expect, it } from 'vitest'
import type { Browsing } from '../../../test/browsing.ts'
import { inHouse } from '../../../test/house.ts'

const session = (browser: Browsing) => browser.cookies.get('plein')
const mine = (browser: Browsing) => browser.get('/mijn')

describe('signing out', () => {
  it(
    'ends the session, clears what the browser kept, and works twice',
    inHouse(async (house) => {
      const rosa = await house.as('expert')
      const old = session(rosa) ?? ''
      const out = await rosa.postRaw('/uitloggen', '')
      expect([out.status, out.location]).toEqual([303, '/'])
      expect(out.headers.get('clear-site-data')).toContain('storage')
      expect(session(rosa)).toBeUndefined()
      rosa.cookies.set('plein', old)
      expect((await mine(rosa)).location).toContain('/inloggen')
      expect((await rosa.postRaw('/uitloggen', '')).status).toBe(303)
    }),
  )

  it(
    'keeps what was typed when the session ended before it was sent',
    inHouse(async (house) => {
      const rosa = await house.as('expert')
      const page = await rosa.get('/mijn/instellingen')
      rosa.cookies.clear()
      const answer = await rosa.submit(page, { name: 'Een lange naam die niet weg mag zijn' }, '/mijn/instellingen')
      expect(answer.status).toBe(401)
      expect(answer.text).toContain('Een lange naam die niet weg mag zijn')
    }),
  )

  it(
    'happens by itself: staff after half an hour without a page, others after twelve hours',
    inHouse(async (house) => {
      const [amira, rosa] = [await house.as('coordinator'), await house.as('expert')]
      const at = (minutes: number) => house.setClock(new Date(Date.now() + minutes * 60_000).toISOString())
      at(25)
      expect((await mine(amira)).status).toBe(200)
      at(50)
      expect((await mine(amira)).status).toBe(200)
      at(81)
      expect((await mine(amira)).status).toBe(303)
      expect((await mine(rosa)).status).toBe(200)
      at(12 * 60 + 1)
      expect((await mine(rosa)).status).toBe(303)
    }),
  )
})
