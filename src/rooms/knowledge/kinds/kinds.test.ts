import { describe, expect, it } from 'vitest'
import { inHouse } from '../../../../test/house.ts'
import { withCapital } from '../../../lib/words.ts'
import { itemTypes } from '../../terms/public.ts'
import { optionLabelOf } from './kind-fields.views.tsx'
import { written } from './kinds.testing.ts'
import { details, detailsOf, kindOf, kinds, pressOf, whyNotLinked, type DetailName } from './kinds.rules.ts'
import { optionLabels } from './kind-options.text.ts'
import { detailLabels } from './kinds.text.ts'
import { fillIn, rowOf } from '../knowledge.testing.ts'
import { partHeadings } from '../items/parts.text.ts'
import { headingOf } from '../items/texts.rules.ts'

// For each detail what is typed, what a reader sees, and what the API says.
function sampleOf(name: DetailName): { typed: string | string[]; shown: string; value: unknown } {
  const detail = details[name]
  if ('options' in detail) {
    const [first = '', second = ''] = detail.options
    const shown = withCapital(optionLabelOf(name, first, 'nl'))
    return detail.sort === 'choice'
      ? { typed: first, shown, value: first }
      : { typed: [first, second], shown, value: [first, second] }
  }
  switch (detail.sort) {
    case 'line':
      return { typed: `Iets over ${name}`, shown: `Iets over ${name}`, value: `Iets over ${name}` }
    case 'names':
      return {
        typed: 'Eerste partner\nTweede partner',
        shown: 'Eerste partner en Tweede partner',
        value: ['Eerste partner', 'Tweede partner'],
      }
    case 'year':
      return { typed: '2024', shown: '2024', value: 2024 }
    case 'number':
      return { typed: '64', shown: '64', value: 64 }
    case 'day':
      return { typed: '2026-03-01', shown: '1 maart 2026', value: '2026-03-01' }
    case 'link':
      return {
        typed: `https://voorbeeld.example/${name}`,
        shown: `https://voorbeeld.example/${name}`,
        value: `https://voorbeeld.example/${name}`,
      }
    case 'yesNo':
      return { typed: 'yes', shown: 'Ja', value: true }
  }
}

describe('the list of kinds', () => {
  it('has every type of item, with a label for each detail and choice and a heading for each part', () => {
    expect(Object.keys(kinds).toSorted()).toEqual(itemTypes.map(({ id }) => id).toSorted())
    for (const lang of ['nl', 'en'] as const) {
      const used = new Set(Object.values(kinds).flatMap((kind) => kind.details))
      expect(Object.keys(detailLabels[lang]).toSorted()).toEqual([...used].toSorted())
      for (const [name, labels] of Object.entries(optionLabels[lang])) {
        const detail = details[name as DetailName]
        expect(Object.keys(labels)).toEqual('options' in detail ? [...detail.options] : [])
      }
      const keys = Object.values(kinds).flatMap((kind) => kind.parts)
      expect(keys.filter((key) => key !== 'text' && !(key in partHeadings[lang]))).toEqual([])
    }
  })

  it.each([
    ['series', 'article', 'series', null],
    ['series', 'dossier', 'series', 'link-not-fitting'],
    ['series', 'article', 'dossier', 'link-not-fitting'],
    ['dossier', 'series', 'dossier', null],
    ['dossier', 'dossier', 'dossier', 'link-not-fitting'],
    ['answers', 'report', 'researchQuestion', null],
    ['answers', 'report', 'faq', 'link-not-fitting'],
    ['report-of', 'eventReport', 'event', null],
    ['report-of', 'article', 'event', 'link-not-fitting'],
    ['result-of', 'guide', 'project', null],
    ['result-of', 'guide', 'event', 'link-not-fitting'],
    ['replaces', 'guide', 'guide', null],
    ['replaces', 'guide', 'faq', 'link-not-fitting'],
    ['follows', 'guide', 'faq', null],
  ] as const)('%s from %s to %s: %s', (kind, from, to, refusal) => {
    expect(whyNotLinked(kind, from, to)).toBe(refusal)
  })

  it.each([
    ['researchQuestion', {}, 'supports'],
    ['researchQuestion', { questionStatus: 'running' }, 'supports'],
    ['researchQuestion', { questionStatus: 'answered' }, null],
    ['project', {}, null],
    ['project', { openToJoin: true }, 'joins'],
    ['project', { openToJoin: true, stage: 'finished' }, null],
    ['initiative', { openToJoin: true, stage: 'stopped' }, null],
    ['article', { openToJoin: true }, null],
  ] as const)('on %s with %j an expert can press: %s', (type, filled, press) => {
    expect(pressOf(type, filled)).toBe(press)
  })

  it('publishes only what belongs to the kind', () => {
    expect(detailsOf('report', { year: 2020, level: 'hbo' })).toEqual({ year: 2020 })
    expect(detailsOf('a type of long ago', { year: 2020 })).toEqual({})
  })
})

describe('an item of each kind', () => {
  it.each(itemTypes.map(({ id }) => id))(
    '%s: the form asks for its fields and no others, the page and the API show them',
    async (type) => {
      await inHouse(async (house) => {
        const kind = kindOf(type)
        const parts = Object.fromEntries(
          kind.parts.map((key) => [`part:${key}`, `Woorden bij deel ${kind.parts.indexOf(key)}.`]),
        )
        const asked = Object.fromEntries(kind.details.map((name) => [`detail:${name}`, sampleOf(name).typed]))
        const { slug, id, editor } = await written(house, type, `Iets van de soort ${type}`, {
          ...parts,
          ...asked,
          municipalities: 'Utrecht, Zeist',
        })

        const form = (await editor.get(`/redactie/${id}`)).text
        const names = [...new Set([...form.matchAll(/\sname="((?:detail|part):[\w-]+)"/g)].map((each) => each[1]))]
        expect(names.toSorted()).toEqual([...Object.keys(parts), ...Object.keys(asked)].toSorted())

        const page = await house.visitor().get(`/kennis/${slug}`)
        expect(page.status).toBe(200)
        for (const name of kind.details) {
          expect(page.text).toContain(detailLabels.nl[name])
          expect(page.text).toContain(sampleOf(name).shown)
        }
        for (const key of kind.parts) {
          expect(page.text).toContain(`Woorden bij deel ${kind.parts.indexOf(key)}.`)
          const heading = headingOf(key, 'nl')
          if (heading !== undefined && kind.parts.length > 1) expect(page.text).toContain(`<h2>${heading}</h2>`)
        }
        expect(page.text).toContain('Utrecht en Zeist')
        expect((await house.visitor().get(`/en/kennis/${slug}`)).status).toBe(200)

        const item = (await house.visitor().get(`/api/v1/items/${slug}`)).json<{
          details: unknown
          regions: string[]
        }>()
        expect(item.details).toEqual(Object.fromEntries(kind.details.map((name) => [name, sampleOf(name).value])))
        expect(item.regions).toEqual(['GM0344', 'GM0355'])
      })()
    },
  )

  it(
    'changes its kind without script: the page then asks for other fields, and loses nothing of before',
    inHouse(async (house) => {
      const editor = await house.as('editorA')
      const made = await editor.submit(await editor.get('/redactie/nieuw'), { title: 'Een tekst', type: 'report' })
      const id = made.location?.split('/').at(-1) ?? ''
      await fillIn(editor, id, { type: 'report', 'part:text': 'De tekst.', 'detail:year': '2020' })
      expect((await fillIn(editor, id, { type: 'dilemmaItem' })).status).toBe(303)
      const dilemma = await editor.get(`/redactie/${id}`)
      for (const asked of ['part:for', 'part:against', 'detail:dilemmaTopic'])
        expect(dilemma.text).toContain(`name="${asked}"`)
      expect(dilemma.text).not.toContain('name="detail:year"')
      // What was written stays, although a dilemma does not ask for it.
      expect(dilemma.text).toContain('De tekst.')
      await fillIn(editor, id, { type: 'report' })
      expect((await editor.get(`/redactie/${id}`)).text).toMatch(/name="detail:year"[^>]*value="2020"/)
    }),
  )

  it(
    'refuses what is no year, link, choice, day or place, and whatever points at somebody; nothing is saved',
    inHouse(async (house) => {
      const editor = await house.as('editorA')
      const made = await editor.submit(await editor.get('/redactie/nieuw'), { title: 'Een project', type: 'project' })
      const id = made.location?.split('/').at(-1) ?? ''
      const wrong: readonly (readonly [string, string])[] = [
        ['detail:link', 'javascript:alert(1)'],
        ['detail:startsOn', '2026-02-31x'],
        ['detail:stage', 'bijna'],
        ['detail:openToJoin', 'misschien'],
        ['detail:method', 'x'.repeat(201)],
        ['detail:output', 'Bel Jan op 06-12345678'],
        ['detail:partners', 'Stichting Voorbeeld\nmail naar jan@voorbeeld.example'],
        ['municipalities', 'Utrecht, Nergenshuizen'],
        ['detail:year', '2020'],
      ]
      for (const [field, value] of wrong) {
        const seen = await fillIn(editor, id, { type: 'project', [field]: value })
        expect([field, seen.status]).toEqual([field, 422])
        if (field !== 'detail:year' && !['detail:stage', 'detail:openToJoin'].includes(field))
          expect(seen.text).toContain(value.split('\n')[0])
      }
      expect((await rowOf(house, id)).version).toBe(1)
    }),
  )

  it(
    'finds a report by its author, and a project by who pays for it',
    inHouse(async (house) => {
      await written(house, 'report', 'Wat werkt', {
        'part:text': 'Een tekst.',
        'detail:author': 'Wilhelmina Vogelzang',
      })
      await written(house, 'project', 'Samen op weg', { 'part:text': 'Een tekst.', 'detail:funder': 'Zonnebloemfonds' })
      expect((await house.visitor().get('/zoeken?q=vogelzang')).text).toContain('Wat werkt')
      expect((await house.visitor().get('/zoeken?q=zonnebloemfonds')).text).toContain('Samen op weg')
    }),
  )

  it(
    'says a one-sided dilemma under its heading',
    inHouse(async (house) => {
      const { slug } = await written(house, 'dilemmaItem', 'Wel of niet', { 'part:for': 'Het helpt.' })
      expect((await house.visitor().get(`/kennis/${slug}`)).text).toContain('<h2>Argumenten voor</h2>')
    }),
  )
})
