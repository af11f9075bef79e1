import { sql } from 'kysely'
import { describe, expect, it } from 'vitest'
import { inHouse } from '../../../test/house.ts'

describe('organisations', () => {
  const form = { name: 'Nieuwe Partner', type: 'knowledgeInstitute', website: 'https://partner.example', partner: 'on' }

  it(
    'are added, changed and leave',
    inHouse(async (house) => {
      const anna = await house.as('administrator')
      expect((await anna.post('/beheer/organisaties/nieuw', form)).location).toBe('/beheer/organisaties?gedaan=bewaard')
      const list = await anna.get('/beheer/organisaties')
      expect(list.text).toContain('Nieuwe Partner')
      expect(list.text).toContain('Kennisinstituut')
      const id = /organisaties\/([0-9a-f-]{36})">Nieuwe Partner/.exec(list.text)?.[1] ?? ''
      const page = await anna.get(`/beheer/organisaties/${id}`)
      await anna.submit(page, { name: 'Andere Naam', left: 'on' }, `organisaties/${id}`)
      const after = await anna.get('/beheer/organisaties')
      expect(after.text).toContain('Andere Naam')
      expect(after.text).toContain('Weg sinds')
      const twice = await anna.post('/beheer/organisaties/nieuw', { ...form, name: 'Partner A' })
      expect(twice.location).toBe(`/beheer/organisaties/${house.people.organisations.a}?gedaan=bestaat`)
    }),
  )

  it.each([
    ['nothing', {}],
    ['one letter', { ...form, name: 'x' }],
    ['a type that is not one', { ...form, type: 'sect' }],
    ['script as an address', { ...form, website: 'javascript:alert(1)' }],
    ['an unknown field', { ...form, slug: 'x' }],
  ])('give the page again for %s', (_name, fields) =>
    inHouse(async (house) => {
      const anna = await house.as('administrator')
      expect((await anna.post('/beheer/organisaties/nieuw', fields)).status).toBe(422)
      expect(await house.count('accounts_organisations')).toBe(3)
    })(),
  )
})

describe('how it runs', () => {
  it(
    'shows what waits and what failed, without an address or a sentence of anybody',
    inHouse(async (house) => {
      const anna = await house.as('administrator')
      await anna.post(`/beheer/mensen/${house.people.expert.id}/uitnodiging`)
      await house.runJobs()
      await house.peek((tx) =>
        sql`update house.platform_mail_outbox set tries = 3, last_error = 'ETIMEDOUT', next_try_at = now()`.execute(tx),
      )
      await house.peek((tx) =>
        sql`insert into pgboss.job (name, data, state, output, completed_on) values ('accounts.send-invitation', '{}', 'failed', '{"message": "Error 23505"}', now())`.execute(
          tx,
        ),
      )
      const page = await anna.get('/beheer/werking')
      expect(page.status).toBe(200)
      expect(page.text).toContain('accounts.invitation')
      expect(page.text).toContain('ETIMEDOUT')
      expect(page.text).toContain('Error 23505')
      expect(page.text).toContain('SMTP_URL')
      expect(page.text).not.toContain('rosa@example.org')
    }),
  )
})
