import { fixedCount } from './people.ts'
import { describe, expect, it } from 'vitest'
import { inHouse } from './house.ts'

describe('a rolled-back house', () => {
  it(
    'has its fixed people, and nothing of the test before',
    inHouse(async ({ count }) => {
      expect(await count('house.accounts_persons')).toBe(fixedCount)
    }),
  )
  it(
    'answers an unknown page in the language of the address',
    inHouse(async ({ visitor }) => {
      const dutch = await visitor().get('/bestaat-niet')
      expect(dutch.status).toBe(404)
      expect(dutch.text).toContain('Deze pagina bestaat niet')
      const english = await visitor().get('/en/bestaat-niet')
      expect(english.text).toContain('This page does not exist')
    }),
  )
})
