import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { ErrorSummary, fieldId, Form, TextField } from './fields.tsx'
import { frameFor, gallery } from './gallery.tsx'
import { href, Page } from './layout.tsx'
import { pagesShown } from './pagination.tsx'
import { ProblemPage } from './problem-page.tsx'
import { PlainText } from './prose.tsx'

const assets = { css: '/plein.css', js: '/plein.js' }
const dutch = Object.entries(gallery('nl', assets)).map(([name, page]) => [name, String(page)] as const)
const english = Object.entries(gallery('en', assets)).map(([name, page]) => [name, String(page)] as const)
const valuesOf = (html: string, attribute: string) =>
  [...html.matchAll(new RegExp(`\\s${attribute}="([^"]*)"`, 'g'))].map((match) => match[1] ?? '')

describe.each([...dutch, ...english])('the page %s', (_, html) => {
  it('is a whole document that a strict policy allows', () => {
    expect(html).toMatch(/^<!doctype html><html class="utrecht-root" lang="(nl|en)">/i)
    expect(html).not.toMatch(/\sstyle=/)
    expect(html).not.toMatch(/\son[a-z]+=/)
    // A block of data is never run.
    expect(html).not.toMatch(/<script(?! type="application\/ld\+json">)(?![^>]*\ssrc=)/)
    expect(html).not.toContain('[object Object]')
    expect(html).not.toMatch(/>(undefined|null|false|true)</)
  })

  it('has one main, one h1, and headings that skip no level', () => {
    expect(html.match(/<main\s/g)).toHaveLength(1)
    const levels = [...html.matchAll(/<h([1-6])[\s>]/g)].map((match) => Number(match[1]))
    expect(levels.filter((level) => level === 1)).toHaveLength(1)
    const afterFirst = levels.slice(levels.indexOf(1))
    for (const [index, level] of afterFirst.entries())
      expect(level - (afterFirst[index - 1] ?? 0)).toBeLessThanOrEqual(1)
  })

  it('uses every id once, and only names ids that exist', () => {
    const ids = valuesOf(html, 'id')
    expect(new Set(ids).size).toBe(ids.length)
    const named = ['for', 'aria-describedby', 'aria-labelledby'].flatMap((attribute) => valuesOf(html, attribute))
    for (const id of named.flatMap((value) => value.split(' '))) expect(ids).toContain(id)
    for (const place of valuesOf(html, 'href').filter((address) => /^#./.test(address)))
      expect(ids).toContain(place.slice(1))
  })

  it('gives every visible field a label', () => {
    const labelled = new Set(valuesOf(html, 'for'))
    const fields = [...html.matchAll(/<(input|select|textarea)\s[^>]*>/g)].map((match) => match[0])
    for (const field of fields.filter((each) => !each.includes('type="hidden"')))
      expect(labelled).toContain(/\sid="([^"]+)"/.exec(field)?.[1])
  })
})

describe('classes', () => {
  const folders = ['@utrecht', '@nl-design-system-candidate'].map((name) =>
    join(import.meta.dirname, '../../node_modules', name),
  )
  const css = folders
    .flatMap((folder) => readdirSync(folder).map((name) => join(folder, name, 'dist')))
    .flatMap((dist) =>
      readdirSync(dist)
        .filter((name) => name.endsWith('.css'))
        .map((name) => join(dist, name)),
    )
    .map((file) => readFileSync(file, 'utf8'))
    .join('')
  // Named by the design system's own components although its style has no rule for them.
  const withoutRule = new Set([
    'utrecht-data-list__actions',
    'utrecht-data-list__item',
    'utrecht-form-field__label--checkbox',
    'utrecht-form-field__label--radio',
    'utrecht-form-fieldset__fieldset',
  ])

  it('of NL Design System are real', () => {
    const used = new Set(dutch.flatMap(([, html]) => valuesOf(html, 'class').flatMap((value) => value.split(/\s+/))))
    const ours = [...used].filter((name) => /^(nl|utrecht)-/.test(name) && !withoutRule.has(name))
    expect(ours.length).toBeGreaterThan(40)
    expect(ours.filter((name) => !css.includes(`.${name}`))).toEqual([])
  })
})

describe('addresses', () => {
  it.each([
    ['nl', '/zoeken?q=a', '/zoeken?q=a'],
    ['en', '/zoeken?q=a', '/en/zoeken?q=a'],
    ['en', '/', '/en'],
    ['en', '/?a=1', '/en?a=1'],
    ['en', '#inhoud', '#inhoud'],
    ['en', 'https://example.org/', 'https://example.org/'],
    ['en', '//example.org/', '//example.org/'],
  ] as const)('in %s: %s becomes %s', (lang, path, address) => {
    expect(href(lang, path)).toBe(address)
  })

  it('stay English on an English page, except the way to Dutch', () => {
    for (const [name, html] of english) {
      const own = valuesOf(html, 'href').filter((address) => address.startsWith('/') && !address.endsWith('.css'))
      const wayBack = /<a[^>]*lang="nl"[^>]*>Nederlands<\/a>/.exec(html)?.[0] ?? ''
      const dutchPaths = own.filter((address) => !/^\/en(\/|\?|$)/.test(address))
      expect({ name, dutchPaths }).toEqual({ name, dutchPaths: valuesOf(wayBack, 'href') })
    }
  })
})

describe('a page', () => {
  const page = (errors?: Record<string, string>) =>
    String(
      <Page frame={frameFor('/vraag')} title={'<b>"Vraag"'} errors={errors}>
        {errors ? <ErrorSummary errors={errors} lang="nl" labels={{ naam: 'Je naam' }} /> : null}
      </Page>,
    )

  it('escapes its title, and says in it that something is wrong', () => {
    expect(page()).toContain('<title>&lt;b&gt;&quot;Vraag&quot; - Ervaringsplein</title>')
    expect(page({})).not.toContain('<title>Fout')
    expect(page({ naam: 'Vul je naam in.' })).toContain('<title>Fout: &lt;b&gt;')
  })

  it('links each error to its field, and the error of the whole form to nothing', () => {
    const html = page({ 'naam[0]': 'Vul in.', naam: 'Vul je naam in.', _form: 'Probeer het opnieuw.' })
    expect(html).toContain(`href="#${fieldId('naam[0]')}">Vul in.</a>`)
    expect(html).toContain('href="#veld-naam">Je naam: Vul je naam in.</a>')
    expect(html).toContain('<li class="utrecht-unordered-list__item">Probeer het opnieuw.</li>')
    expect(html).toMatch(/tabindex="-1" autofocus/)
  })

  it('offers the quick exit and reading aloud only where they belong', () => {
    const both = String(<Page frame={frameFor('/x', { quickExit: true, square: true })} title="x" />)
    expect(both).toMatch(/<plein-exit><a [^>]*href="https:\/\/www\.buienradar\.nl\/" rel="noreferrer"/)
    expect(both).toContain('<plein-read-aloud')
    expect(page()).not.toContain('<plein-exit')
    expect(page()).not.toContain('<plein-read-aloud')
  })
})

describe('a form', () => {
  it('carries its key, and shows which fields may stay empty', () => {
    const html = String(
      <Form action="/vraag" idempotencyKey="k1" lang="nl">
        <TextField name="naam" label="Je naam" required lang="nl" value={'"><script>'} />
        <TextField name="plaats" label="Plaats" hint="Waar?" error="Onbekend." lang="nl" />
      </Form>,
    )
    expect(html).toContain('<input type="hidden" name="_key" value="k1"/>')
    expect(html).toContain('novalidate')
    expect(html.match(/niet verplicht/g)).toHaveLength(1)
    expect(html).toContain('value="&quot;&gt;&lt;script&gt;"')
    expect(html).toContain('aria-describedby="veld-plaats-uitleg veld-plaats-fout" aria-invalid="true"')
  })
})

describe('the problem page', () => {
  const problem = (status: number, more = {}) =>
    String(<ProblemPage frame={frameFor('/zoeken?q=a')} status={status} {...more} />)

  it('has sentences for every status, and a way on', () => {
    for (const status of [403, 404, 409, 410, 413, 422, 429, 500, 503])
      expect(problem(status)).toMatch(/<h1[^>]*>[^<]{8,}/)
    expect(problem(503)).toContain('href="/zoeken?q=a"><span class="nl-button__label">Probeer het opnieuw')
    expect(problem(404)).not.toContain('Probeer het opnieuw')
    expect(problem(418)).toContain('niet voor jou open')
    expect(problem(502)).toContain('Er ging iets mis')
  })

  it('shows the number of a fault, and lets the problem itself lead', () => {
    expect(problem(500, { requestId: 'r-1' })).toContain('r-1')
    expect(problem(404, { requestId: 'r-1' })).not.toContain('r-1')
    expect(problem(409, { title: 'Iemand nam deze vraag al', sentence: 'Kijk eerst.' })).toContain(
      'Iemand nam deze vraag al</h1>',
    )
  })
})

it.each([
  [1, 1, [1]],
  [1, 3, [1, 2, 3]],
  [4, 9, [1, 2, 3, 4, 5, 0, 9]],
  [5, 9, [1, 0, 4, 5, 6, 0, 9]],
  [9, 9, [1, 0, 8, 9]],
])('page %i of %i names %j', (page, pages, shown) => {
  expect(pagesShown(page, pages)).toEqual(shown)
})

it('keeps the paragraphs of plain text and escapes the rest', () => {
  expect(String(<PlainText text={'Een\nregel\n\n<b>twee</b>\n\n'} />)).toBe(
    '<div class="plein-prose plein-prose--plain"><p class="nl-paragraph">Een\nregel</p><p class="nl-paragraph">&lt;b&gt;twee&lt;/b&gt;</p></div>',
  )
})
