import { describe, expect, it } from 'vitest'
import { wantedForm } from './accept.ts'

describe('the form somebody wants', () => {
  it.each([
    [undefined, 'text/html'],
    ['', 'text/html'],
    ['*/*', 'text/html'],
    ['text/html,application/xhtml+xml,application/xml;q=0.9,image/avif,*/*;q=0.8', 'text/html'],
    ['text/turtle', 'text/turtle'],
    ['TEXT/Turtle ; charset=utf-8', 'text/turtle'],
    ['application/ld+json, text/turtle;q=0.5', 'application/ld+json'],
    ['text/turtle;q=0.3, application/ld+json;q=0.4, text/html;q=0.1', 'application/ld+json'],
    ['application/rdf+xml, text/turtle;q=0.9, */*;q=0.1', 'text/turtle'],
    ['text/html;q=0, */*', 'text/turtle'],
    ['text/*;q=0.2, application/ld+json;q=0.1', 'text/html'],
    ['image/png', 'text/html'],
    ['text/turtle;q=2', 'text/html'],
    ['text/turtle;q=nonsense, ;;;,', 'text/html'],
  ])('%s: %s', (accept, form) => {
    expect(wantedForm(accept)).toBe(form)
  })
})
