import { describe, expect, it } from 'vitest'
import { languages } from '../words.ts'
import { sayFinding } from './skos-checks.text.ts'
import { checkScheme, type Finding } from './skos-checks.ts'
import { conceptOf, definitionOf, en, fullScheme, nl, schemeOf, termAt } from './skos.testing.ts'
import type { Concept } from './skos.ts'
import { processorTime } from '../processor.testing.ts'

const [a, b, c] = [termAt('a'), termAt('b'), termAt('c')]

const cases: readonly (readonly [string, readonly Concept[], readonly Partial<Finding>[]])[] = [
  ['nothing wrong', [conceptOf('a'), conceptOf('b')], []],
  [
    'no Dutch label',
    [conceptOf('a', { prefLabels: [en('a')] })],
    [{ kind: 'label-missing', weight: 'must', concept: a, lang: 'nl' }],
  ],
  [
    'no English label',
    [conceptOf('a', { prefLabels: [nl('a')] })],
    [{ kind: 'label-missing', weight: 'better', lang: 'en' }],
  ],
  [
    'two Dutch labels',
    [conceptOf('a', { prefLabels: [nl('a'), nl('aa'), en('a')] })],
    [{ kind: 'labels-many', weight: 'must', lang: 'nl', labels: ['a', 'aa'] }],
  ],
  [
    'a synonym that is the label, in other capitals',
    [conceptOf('a', { altLabels: [nl(' A ')] })],
    [{ kind: 'label-repeated', weight: 'must' }],
  ],
  [
    'a misspelling that is also a synonym',
    [conceptOf('a', { altLabels: [nl('x')], hiddenLabels: [nl('x')] })],
    [{ kind: 'label-repeated', label: 'x' }],
  ],
  ['the same word in another language', [conceptOf('a', { altLabels: [en('a')] })], []],
  [
    'two terms with one label',
    [conceptOf('a', { prefLabels: [nl('Naam'), en('a')] }), conceptOf('b', { prefLabels: [nl('naam'), en('b')] })],
    [
      { kind: 'label-shared', weight: 'must', concept: a, other: b },
      { kind: 'label-shared', weight: 'must', concept: b, other: a },
    ],
  ],
  [
    'a synonym that is the name of another',
    [conceptOf('a', { altLabels: [nl('b')] }), conceptOf('b')],
    [{ kind: 'synonym-is-other-label', weight: 'better', concept: a, other: b }],
  ],
  ['no definition', [conceptOf('a', { definitions: [] })], [{ kind: 'definition-missing', weight: 'must' }]],
  [
    'an empty definition',
    [conceptOf('a', { definitions: [definitionOf('een', ' ')] })],
    [{ kind: 'definition-missing' }],
  ],
  [
    'definitions, none chosen',
    [conceptOf('a', { working: null })],
    [{ kind: 'working-definition-not-chosen', weight: 'must' }],
  ],
  [
    'a chosen definition that is not there',
    [conceptOf('a', { working: 'twee' })],
    [{ kind: 'working-definition-not-chosen' }],
  ],
  [
    'a circle of three',
    [
      conceptOf('a', { broader: [b], narrower: [c] }),
      conceptOf('b', { broader: [c], narrower: [a] }),
      conceptOf('c', { broader: [a], narrower: [b] }),
    ],
    [
      { kind: 'broader-in-circle', concept: a, circle: [a, b, c] },
      { kind: 'broader-in-circle', concept: b, circle: [b, c, a] },
      { kind: 'broader-in-circle', concept: c, circle: [c, a, b] },
    ],
  ],
  [
    'a term above a circle is not on it',
    [
      conceptOf('a', { broader: [b] }),
      conceptOf('b', { broader: [c], narrower: [a, c] }),
      conceptOf('c', { broader: [b], narrower: [b] }),
    ],
    [
      { kind: 'broader-in-circle', concept: b, circle: [b, c] },
      { kind: 'broader-in-circle', concept: c, circle: [c, b] },
    ],
  ],
  [
    'a term with two ways up is no circle',
    [
      conceptOf('a', { broader: [b, c] }),
      conceptOf('b', { broader: [c], narrower: [a] }),
      conceptOf('c', { narrower: [a, b] }),
    ],
    [],
  ],
  [
    'related to a term two steps up',
    [
      conceptOf('a', { broader: [b], related: [c] }),
      conceptOf('b', { broader: [c], narrower: [a] }),
      conceptOf('c', { narrower: [b], related: [a] }),
    ],
    [
      { kind: 'related-and-broader', concept: a, other: c },
      { kind: 'related-and-broader', concept: c, other: a },
    ],
  ],
  [
    'broader than itself',
    [conceptOf('a', { broader: [a] })],
    [{ kind: 'related-to-itself', concept: a, relation: 'broader' }],
  ],
  [
    'a term that is not there',
    [conceptOf('a', { narrower: [b] })],
    [{ kind: 'relation-unknown', weight: 'must', other: b }],
  ],
  [
    'one-sided relations of each kind',
    [conceptOf('a', { broader: [b] }), conceptOf('b', { related: [c] }), conceptOf('c', { narrower: [b] })],
    [
      { kind: 'relation-one-sided', concept: a, relation: 'broader', other: b },
      { kind: 'relation-one-sided', concept: b, relation: 'related', other: c },
      { kind: 'relation-one-sided', concept: c, relation: 'narrower', other: b },
    ],
  ],
  [
    'a retired term that others still rest on',
    [
      conceptOf('a', { broader: [b] }),
      conceptOf('b', { narrower: [a], retired: { since: new Date(0), reason: [], replacedBy: null } }),
    ],
    [{ kind: 'relation-to-retired', weight: 'better', concept: a, other: b }],
  ],
]

describe('the checks of a scheme', () => {
  it.each(cases)('%s', (_, concepts, expected) => {
    const found = checkScheme(schemeOf(concepts))
    expect(found).toHaveLength(expected.length)
    for (const [index, finding] of expected.entries()) expect(found[index]).toMatchObject(finding)
  })

  it('finds nothing in a sound scheme', () => expect(checkScheme(fullScheme)).toEqual([]))

  it('names the term and what to do, in both languages, for every kind', () => {
    const findings = cases.flatMap(([, concepts]) => checkScheme(schemeOf(concepts)))
    expect(new Set(findings.map(({ kind }) => kind)).size).toBe(13)
    for (const finding of findings) {
      for (const lang of languages) {
        const said = sayFinding(finding, lang, (concept) => `<${concept}>`)
        expect(said).toContain(`<${finding.concept}>`)
        expect(said).toMatch(/^[^\n]+\. [A-Z][^\n]+\.$/)
        expect(said).not.toContain('undefined')
      }
    }
  })

  it('takes a thousand terms in a chain within two seconds', () => {
    const size = 1000
    const chain = Array.from({ length: size }, (_, at) =>
      conceptOf(`t${at}`, {
        broader: at + 1 < size ? [termAt(`t${at + 1}`)] : [],
        narrower: at > 0 ? [termAt(`t${at - 1}`)] : [],
      }),
    )
    const begun = processorTime()
    expect(checkScheme(schemeOf(chain))).toEqual([])
    expect(processorTime() - begun).toBeLessThan(2000)
  })
})
