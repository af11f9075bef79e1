import { describe, expect, it } from 'vitest'
import { itemTypes } from '../../terms/public.ts'
import { itemLd, type DescribedItem } from './item-ld.rules.ts'

const item: DescribedItem = {
  slug: 'stuk',
  type: 'article',
  title: 'Een <titel>',
  summary: 'Kort en goed.',
  lang: 'nl',
  body_html: '<p>Begin &amp; ga <em>door</em>.</p>',
  stewards: [{ slug: 'a', name: 'Naasten Samen' }],
  themes: ['povertyDebt'],
  roles: [],
  audiences: [],
  regions: ['GM0193'],
  authors: [],
  source: { link: 'https://example.org/boek' },
  licence: 'CC-BY-4.0',
  details: {},
  changed_at: new Date('2026-11-01T10:00:00Z'),
  published_at: new Date('2026-10-01T10:00:00Z'),
  links_from: [],
  links_to: [],
}
const ld = (more: Partial<DescribedItem>) => itemLd({ ...item, ...more }, 'https://plein.example', 'nl')

describe('an item in the words of schema.org', () => {
  it('says for every kind what it is, where, and by whom', () => {
    for (const { id } of itemTypes) {
      const thing = ld({ type: id })
      expect([id, thing['@id']]).toEqual([id, 'https://plein.example/kennis/stuk'])
      expect([id, typeof thing['@type']]).toEqual([id, 'string'])
    }
  })

  it.each([
    [{ type: 'article' }, { '@type': 'Article', license: 'https://creativecommons.org/licenses/by/4.0/' }],
    [{ licence: 'all-rights-reserved' }, { '@type': 'Article', license: undefined }],
    [{ authors: ['Anja'] }, { author: [{ '@type': 'Person', name: 'Anja', url: undefined }] }],
    [{ authors: [] }, { author: [{ '@type': 'Organization', name: 'Naasten Samen', url: undefined }] }],
    [
      { type: 'report', details: { pages: 12 } },
      { '@type': 'Report', numberOfPages: 12, isBasedOn: 'https://example.org/boek' },
    ],
    [{ type: 'report', source: { link: 'javascript:x' } }, { isBasedOn: undefined }],
    [
      { type: 'training', details: { provider: 'School', learningForm: 'online' } },
      { '@type': 'Course', hasCourseInstance: [expect.objectContaining({ courseMode: 'online' })] },
    ],
    [
      { type: 'event', details: { startsOn: '2026-12-03', endsOn: '2026-12-01', attendance: 'hybrid' } },
      {
        '@type': 'Event',
        startDate: '2026-12-03',
        endDate: undefined,
        eventStatus: 'https://schema.org/EventScheduled',
      },
    ],
    [{ type: 'event', details: {} }, { '@type': 'Article' }],
    [
      { type: 'project', details: { funder: 'Fonds', partners: ['Buur'], startsOn: '2026-01-01' } },
      { '@type': 'Project', areaServed: 'Zwolle', funder: [expect.objectContaining({ name: 'Fonds' })] },
    ],
    [
      { type: 'faq' },
      {
        '@type': 'FAQPage',
        mainEntity: [
          expect.objectContaining({
            name: 'Een <titel>',
            acceptedAnswer: { '@type': 'Answer', text: 'Begin & ga door .' },
          }),
        ],
      },
    ],
    [{ type: 'tool' }, { '@type': 'LearningResource', learningResourceType: 'hulpmiddel' }],
  ])('%j', (more, expected) => {
    expect(ld(more as Partial<DescribedItem>)).toMatchObject(expected)
  })

  it('says in which series and dossiers it stands, and what those hold in their order', () => {
    const link = (kind: 'series' | 'dossier' | 'follows', slug: string) => ({ kind, slug, title: `Over ${slug}` })
    const page = (slug: string) =>
      expect.objectContaining({ '@id': `https://plein.example/kennis/${slug}`, name: `Over ${slug}` })
    expect(
      ld({ links_from: [link('series', 'reeks'), link('follows', 'eerder'), link('dossier', 'map')] }),
    ).toMatchObject({ isPartOf: [page('reeks'), page('map')] })
    expect(ld({}).isPartOf).toBeUndefined()
    const held = [link('series', 'twee'), link('series', 'een'), link('follows', 'later')]
    expect(ld({ type: 'series', links_to: held })).toMatchObject({
      '@type': 'Collection',
      hasPart: [expect.objectContaining({ name: 'Over twee', position: 1 }), page('een')],
    })
    expect(ld({ type: 'dossier', links_to: [link('dossier', 'los'), ...held] })).toMatchObject({
      hasPart: [page('los')],
    })
  })
})
