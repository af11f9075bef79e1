import { describe, expect, it } from 'vitest'
import { safeNext } from './next-path.rules.ts'

const hosts = [
  'evil.example',
  'evil.example/mijn',
  'ervaringsplein.example@evil.example',
  'evil.example:80/x',
  'localhost',
]
const leads = [
  '//',
  'https://',
  'http://',
  '/\\',
  '\\\\',
  '/\t/',
  '/\n/',
  'javascript:',
  'HTTPS:',
  '////',
  '/%2f',
  '/%5c',
]

describe('the page after signing in', () => {
  it.each([
    ['/mijn/profiel', '/mijn/profiel'],
    ['/bureau?status=open&pagina=2', '/bureau?status=open&pagina=2'],
    ['/en/bureau', '/bureau'],
    ['/en', '/'],
    ['/engelse-les', '/engelse-les'],
    ['/a/../mijn', '/mijn'],
    ['', '/mijn'],
    [null, '/mijn'],
    ['/inloggen', '/mijn'],
    ['/inloggen/code?x=1', '/mijn'],
    ['/en/uitloggen', '/mijn'],
    ['mijn', '/mijn'],
    ['/mijn bureau', '/mijn'],
    ['/\u0000', '/mijn'],
    ['/en//evil.example', '/mijn'],
    ['/.//evil.example', '/mijn'],
    ['/x/..//evil.example', '/mijn'],
    [`/${'a'.repeat(2000)}`, '/mijn'],
    ['data:text/html,x', '/mijn'],
    ['/\u2028/evil.example', '/mijn'],
  ])('%j leads to %j', (wanted, to) => expect(safeNext(wanted)).toBe(to))

  it.each(leads.flatMap((lead) => hosts.map((host) => lead + host)))('never leads away: %j', (wanted) => {
    const to = safeNext(wanted)
    expect(new URL(to, 'https://ervaringsplein.example').origin).toBe('https://ervaringsplein.example')
    expect(to).toBe('/mijn')
  })
})
