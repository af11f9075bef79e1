import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'

const source = readFileSync(join(import.meta.dirname, 'tokens.css'), 'utf8')

/** The base colours of a block of declarations. */
const coloursIn = (css: string) =>
  Object.fromEntries(
    [...css.matchAll(/--plein-([\w-]+):\s*(#[0-9a-f]{6})/g)].map(([, name, value]) => [name ?? '', value ?? '']),
  )

const darkStart = source.indexOf('@media screen and (prefers-color-scheme: dark)')
const darkEnd = source.indexOf('/* What the components')
const light = coloursIn(source.slice(0, darkStart))
const dark = { ...light, ...coloursIn(source.slice(darkStart, darkEnd)) }

/** Relative luminance and contrast ratio: WCAG 2.2, definitions. */
const luminance = (hex: string) => {
  const [r = 0, g = 0, b = 0] = [1, 3, 5]
    .map((at) => Number.parseInt(hex.slice(at, at + 2), 16) / 255)
    .map((c) => (c <= 0.04045 ? c / 12.92 : ((c + 0.055) / 1.055) ** 2.4))
  return 0.2126 * r + 0.7152 * g + 0.0722 * b
}
const contrast = (one: string, other: string) => {
  const [high = 0, low = 0] = [luminance(one), luminance(other)].toSorted((a, b) => b - a)
  return (high + 0.05) / (low + 0.05)
}

const grounds = ['page', 'surface', 'soft']
const text: [string, string][] = [
  ...grounds.flatMap((ground) =>
    ['ink', 'ink-soft', 'brand', 'brand-strong', 'accent'].map((ink): [string, string] => [ink, ground]),
  ),
  ['danger', 'page'],
  ['danger', 'surface'],
  ['surface', 'danger'],
  ['on-brand', 'brand'],
  ['on-brand', 'brand-strong'],
  ['ink', 'accent-soft'],
  ['on-deep', 'deep'],
  ['on-deep-soft', 'deep'],
  ...['success', 'warning', 'danger'].flatMap((kind): [string, string][] => [
    [kind, `${kind}-soft`],
    ['ink', `${kind}-soft`],
    ['ink-soft', `${kind}-soft`],
  ]),
]
const lines: [string, string][] = [
  ...grounds.map((ground): [string, string] => ['line-strong', ground]),
  ...grounds.map((ground): [string, string] => ['focus', ground]),
]

describe.each([
  ['light', light],
  ['dark', dark],
])('the %s palette', (_, colours) => {
  it.each(text)('reads %s on %s', (ink, ground) => {
    expect(contrast(colours[ink] ?? '', colours[ground] ?? '')).toBeGreaterThanOrEqual(4.5)
  })

  it.each(lines)('shows the line %s on %s', (line, ground) => {
    expect(contrast(colours[line] ?? '', colours[ground] ?? '')).toBeGreaterThanOrEqual(3)
  })
})

it('measures as WCAG does: black on white is 21 : 1', () => {
  expect(contrast('#000000', '#ffffff')).toBeCloseTo(21, 5)
})
