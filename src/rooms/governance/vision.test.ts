import { describe, expect, it } from 'vitest'
import { inHouse } from '../../../test/house.ts'

const first = { after: '0', text: 'Wij leren van ervaring.\n\nSamen.', why: 'Het begin.' }

describe('the shared vision', () => {
  it(
    'has versions that stay readable, and differences that stay visible',
    inHouse(async (house) => {
      expect((await house.visitor().get('/visie')).text).toContain('nog aan de eerste versie')
      const [eva, joris, anna] = [await house.as('editorA'), await house.as('editorB'), await house.as('administrator')]
      expect((await anna.post('/samen/visie', first)).status).toBe(303)
      const { a, b } = house.people.organisations
      const says = (organisation: string, more: Record<string, string>) => ({ version: '1', organisation, ...more })
      expect((await eva.post('/samen/visie/standpunt', says(a, { agrees: 'yes', exception: '' }))).status).toBe(303)
      const except = says(b, { agrees: 'except', exception: 'Betaald werk hoort erbij.' })
      expect((await joris.post('/samen/visie/standpunt', except)).status).toBe(303)
      const seen = (await house.visitor().get('/visie')).text
      for (const part of [
        'Wij leren van ervaring.',
        'Partner A is het ermee eens.',
        'Betaald werk hoort erbij.',
        'Nog geen antwoord van Partner C.',
      ])
        expect(seen).toContain(part)

      const next = {
        after: '1',
        text: 'Wij leren van ervaring en betalen ervoor.',
        why: 'Betaald werk staat er nu in.',
      }
      expect((await eva.post('/samen/visie', next)).status).toBe(303)
      expect((await joris.post('/samen/visie', next)).status).toBe(409)
      const newest = (await house.visitor().get('/visie')).text
      expect(newest).toContain('betalen ervoor')
      expect(newest).not.toContain('Betaald werk hoort erbij.')
      const older = (await house.visitor().get('/visie/1')).text
      expect(older).toContain('oudere versie')
      expect(older).toContain('Betaald werk hoort erbij.')
      expect((await joris.post('/samen/visie/standpunt', except)).status).toBe(409)
      for (const path of ['/visie/3', '/visie/0', '/visie/x', '/visie/1.5'])
        expect((await house.visitor().get(path)).status).toBe(404)
    }),
  )

  it(
    'takes a position from an editor of that partner only, and a point with an exception',
    inHouse(async (house) => {
      const eva = await house.as('editorA')
      await eva.post('/samen/visie', first)
      const { a, b } = house.people.organisations
      const position = { version: '1', organisation: a, agrees: 'except', exception: '' }
      const empty = await eva.post('/samen/visie/standpunt', position)
      expect(empty.status).toBe(422)
      expect(empty.text).toContain('Schrijf op met welk punt')
      expect((await eva.post('/samen/visie/standpunt', { ...position, organisation: b, agrees: 'yes' })).status).toBe(
        403,
      )
      const anna = await house.as('administrator')
      expect((await anna.post('/samen/visie/standpunt', { ...position, agrees: 'yes' })).status).toBe(403)
      expect((await (await house.as('expert')).post('/samen/visie', first)).status).toBe(403)
      expect(await house.count('governance_vision_positions')).toBe(0)
    }),
  )
})
