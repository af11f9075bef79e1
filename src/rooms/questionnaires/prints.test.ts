import { describe, expect, it } from 'vitest'
import { inHouse } from '../../../test/house.ts'
import { workWithPress } from '../../../test/press.ts'
import type { Work } from '../../platform/jobs/jobs.ts'
import { invite, madeSeries, openWaveOf, pathTo } from '../surveys/filling/filling.testing.ts'
import { printJobs } from './prints.jobs.tsx'

const hrefs = (html: string) => [...html.matchAll(/href="([^"]*\.pdf)"/g)].map((match) => match[1] ?? '')

const printing = (work: Work) =>
  printJobs.daily?.['print-versions']?.run(work) ?? Promise.reject(new Error('no such job'))

describe('all questions as PDF', () => {
  it(
    'are there for whoever got a link and for researchers, once the version is fixed and a Chromium was there',
    inHouse(async (house) => {
      const { wave } = await openWaveOf(house, await madeSeries(house))
      await invite(house, wave)
      const start = await pathTo(house, 'post-1@example.org', '/invullen/')
      const respondent = house.visitor()
      const before = (await respondent.get(`${start}/alle-vragen`)).text
      expect(before).toContain('Je kunt deze pagina printen.')
      expect(hrefs(before)).toEqual([])
      expect((await respondent.get(`${start}/alle-vragen/vragen-nl.pdf`)).status).toBe(404)

      const printed: string[] = []
      // One page that cannot be printed holds up no other, and is tried again.
      const english = (html: string) => html.includes('Onderzoek doen') && html.includes('lang="en"')
      const dutch = (html: string) => html.includes('Onderzoek doen') && html.includes('lang="nl"')
      await expect(printing(workWithPress(house, printed, dutch))).rejects.toThrow('refused')
      expect(printed.filter(english)).toHaveLength(1)
      await printing(workWithPress(house, printed))
      await printing(workWithPress(house, printed))
      const own = printed.filter((html) => html.includes('Onderzoek doen'))
      expect(own.length).toBe(2)
      expect(own.map((html) => /lang="(..)"/.exec(html)?.[1])).toEqual(['en', 'nl'])
      // What it prints may not fetch or run anything.
      for (const html of printed) expect(/<script|<link| src=/.exec(html)?.[0]).toBeUndefined()

      const link = hrefs((await respondent.get(`${start}/alle-vragen`)).text)
      expect(link).toEqual([`${start}/alle-vragen/vragen-nl.pdf`])
      const file = await respondent.get(link[0] ?? '')
      expect([file.status, file.headers.get('content-type')]).toEqual([200, 'application/pdf'])
      expect(file.text).toMatch(/^%PDF-/)
      expect(hrefs((await respondent.get(`/en${start}/alle-vragen`)).text)).toEqual([
        `${start}/alle-vragen/vragen-en.pdf`,
      ])
      expect((await respondent.get(`${start}/alle-vragen/vragen-fr.pdf`)).status).toBe(404)

      const researcher = await house.as('researcher')
      const list = (await researcher.get('/onderzoek/vragenlijsten')).text
      const id = /\/onderzoek\/vragenlijsten\/([0-9a-f-]{36})/.exec(list)?.[1] ?? ''
      const paper = hrefs((await researcher.get(`/onderzoek/vragenlijsten/${id}/afdrukken`)).text)
      expect(paper).toEqual([`/onderzoek/vragenlijsten/${id}/afdrukken/1/vragen-nl.pdf`])
      expect((await researcher.get(paper[0] ?? '')).text).toBe(file.text)
      expect((await house.visitor().get(paper[0] ?? '')).status).toBe(303)
      expect((await researcher.get(`/onderzoek/vragenlijsten/${id}/afdrukken/2/vragen-nl.pdf`)).status).toBe(404)
    }),
  )
})
