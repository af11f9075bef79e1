import { describe, expect, it } from 'vitest'
import type { Harvest, HarvestedRecord } from './harvested.ts'
import { readWordPress } from './read-wordpress.ts'
import { withoutCodes } from './shortcodes.ts'
import { processorTime } from '../processor.testing.ts'

const now = new Date('2026-11-22T12:00:00Z')

type Post = {
  readonly title?: string
  readonly type?: string
  readonly status?: string
  readonly password?: string
  readonly body?: string
  readonly excerpt?: string
  readonly more?: string
}
let number = 0
const post = ({
  title = 'Luisteren',
  type = 'post',
  status = 'publish',
  password = '',
  body = '<p>Tekst</p>',
  excerpt = '',
  more = '',
}: Post) =>
  `<item><title>${title}</title><link>https://oud.example/kennis/stuk-${++number}/</link><pubDate>Fri, 01 Mar 2019 10:00:00 +0000</pubDate>
<dc:creator><![CDATA[rosa.login]]></dc:creator><guid isPermaLink="false">https://oud.example/?p=${number}</guid><description></description>
<content:encoded><![CDATA[${body}]]></content:encoded><excerpt:encoded><![CDATA[${excerpt}]]></excerpt:encoded>
<wp:post_id>${number}</wp:post_id><wp:post_date>2019-03-01 11:00:00</wp:post_date><wp:post_date_gmt>2019-03-01 10:00:00</wp:post_date_gmt>
<wp:post_modified_gmt>2020-01-02 03:04:05</wp:post_modified_gmt><wp:status>${status}</wp:status><wp:post_type>${type}</wp:post_type><wp:post_password>${password}</wp:post_password>
<wp:comment><wp:comment_author_email>iemand@oud.example</wp:comment_author_email><wp:comment_content>Reactie van Jan</wp:comment_content></wp:comment>${more}</item>`
const site = (posts: string, version = '1.2') => {
  const begin = `<?xml version="1.0" encoding="UTF-8"?><rss version="2.0" xmlns:excerpt="http://wordpress.org/export/${version}/excerpt/" xmlns:content="http://purl.org/rss/1.0/modules/content/" xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:wp="http://wordpress.org/export/${version}/">`
  return `${begin}<channel><title>De Partner</title><link>https://oud.example</link><language>nl-NL</language><wp:wxr_version>${version}</wp:wxr_version>
<wp:author><wp:author_login>rosa.login</wp:author_login><wp:author_email>rosa@oud.example</wp:author_email><wp:author_display_name><![CDATA[Rosa de Wit]]></wp:author_display_name></wp:author>
${posts}</channel></rss>`
}
const read = (posts: string, more: object = {}) => readWordPress(site(posts), { now, ...more })
const taken = (harvest: Harvest): readonly HarvestedRecord[] => {
  if (!harvest.ok) throw new Error(`${harvest.problem} ${harvest.detail}`)
  return harvest.records.map(({ record }) => record)
}
const one = (post: string) => taken(read(post))[0]

describe('reading the export of a WordPress site', () => {
  it('takes a post with its addresses, its days, its categories and nobody’s name', () => {
    number = 0
    const harvest = read(
      post({
        title: 'Luisteren &amp; doorvragen',
        excerpt: 'In het kort.',
        more: '<category domain="category" nicename="praktijk"><![CDATA[Praktijk]]></category><category domain="post_tag" nicename="ggz"><![CDATA[ggz]]></category>',
      }),
    )
    expect(harvest).toMatchObject({ ok: true, format: 'wordpress', title: 'De Partner', refused: [], remarks: [] })
    expect(taken(harvest)).toEqual([
      {
        sourceId: 'https://oud.example/?p=1',
        title: 'Luisteren & doorvragen',
        summary: 'In het kort.',
        body: { kind: 'html', value: '<p>Tekst</p>' },
        link: 'https://oud.example/kennis/stuk-1/',
        otherLinks: ['https://oud.example/?p=1'],
        section: 'Praktijk',
        published: '2019-03-01T10:00:00.000Z',
        changed: '2020-01-02T03:04:05.000Z',
        kind: 'article',
        language: 'nl-nl',
        authors: [],
        subjects: ['Praktijk', 'ggz'],
        cancelled: false,
        deleted: false,
      },
    ])
    expect(JSON.stringify(harvest)).not.toMatch(/rosa|Rosa|Jan|@/)
  })

  it('takes the name that a writer shows when an editor asks for it, never one to sign in with', () => {
    const names = (from: string) =>
      taken(readWordPress(site(post({})).replace('Rosa de Wit', from), { now, authors: true }))[0]?.authors
    expect(names('Rosa de Wit')).toEqual(['Rosa de Wit'])
    expect(names('rosa.login')).toEqual([])
    expect(names('rosa@oud.example')).toEqual([])
  })

  it.each([
    ['what is not public', { status: 'draft' }, 'unpublished-skipped'],
    ['what is private', { status: 'private' }, 'unpublished-skipped'],
    ['what was thrown away', { status: 'trash' }, 'unpublished-skipped'],
    ['what waits for its day', { status: 'future' }, 'unpublished-skipped'],
    ['what has a password', { password: 'geheim' }, 'unpublished-skipped'],
    ['a file', { type: 'attachment', status: 'inherit' }, 'attachments-skipped'],
    ['a menu', { type: 'nav_menu_item' }, 'parts-skipped'],
    ['a form', { type: 'wpcf7_contact_form' }, 'parts-skipped'],
    ['a template', { type: 'elementor_library' }, 'parts-skipped'],
  ] as const)('counts %s and does not read it', (_, wrong, reason) => {
    const harvest = read(post({ title: 'Verborgen', ...wrong }) + post({ title: 'Verborgen', ...wrong }) + post({}))
    expect(taken(harvest)).toHaveLength(1)
    expect(harvest.ok && harvest.remarks).toMatchObject([{ field: 'document', reason, found: '2' }])
    expect(JSON.stringify(harvest)).not.toContain('Verborgen')
  })

  it.each([
    ['post', 'article'],
    ['page', undefined],
    ['tribe_events', 'event'],
    ['cursussen', 'training'],
    ['project', 'project'],
    ['publicatie', 'publication'],
    ['veelgestelde-vraag', 'question'],
  ])('of type %s is kind %s', (type, kind) => expect(one(post({ type }))?.kind).toBe(kind))

  it.each([
    ['no category', '', 'post'],
    ['the category of what has none', '<category domain="category" nicename="x">Geen categorie</category>', 'post'],
    ['a tag only', '<category domain="post_tag" nicename="x">ggz</category>', 'post'],
    [
      'two categories',
      '<category domain="category" nicename="a">Een</category><category domain="category" nicename="b">Twee</category>',
      'Een',
    ],
  ])('with %s stands in its section', (_, more, section) => expect(one(post({ more }))?.section).toBe(section))

  it.each([
    ['Een alinea.\n\nNog een,\nmet een regel.', '<p>Een alinea.</p>\n<p>Nog een,<br>met een regel.</p>'],
    ['<h2>Kop</h2>\n\nTekst', '<h2>Kop</h2>\n<p>Tekst</p>'],
    [
      '<!-- wp:paragraph -->\n<p>Blok</p>\n\n<!-- /wp:paragraph -->',
      '<!-- wp:paragraph -->\n<p>Blok</p>\n\n<!-- /wp:paragraph -->',
    ],
    ['<p>Al goed</p>\n\n<p>Ook</p>', '<p>Al goed</p>\n\n<p>Ook</p>'],
  ])('gives the text %j its paragraphs', (body, html) => expect(one(post({ body }))?.body?.value).toBe(html))

  it('says of a text that codes were taken out of it, and which', () => {
    const harvest = read(post({ body: '[vc_row]<p>Tekst</p>[/vc_row][contact-form-7 id="4" title="x"]' }))
    expect(harvest.ok && harvest.records[0]?.remarks).toMatchObject([
      { field: 'body', reason: 'builder-codes', found: 'vc_row, contact-form-7' },
    ])
    expect(taken(harvest)[0]?.body?.value).toBe('<p>Tekst</p>')
  })

  it.each(['1.0', '1.1', '1.2'])('reads version %s', (version) =>
    expect(taken(readWordPress(site(post({}), version), { now }))).toHaveLength(1),
  )

  it.each([
    ['<rss version="2.0"><channel><title>x</title><item/></channel></rss>', 'another-format'],
    ['<feed xmlns="http://www.w3.org/2005/Atom"/>', 'another-format'],
    ['<!doctype html><html></html>', 'web-page'],
    ['<!DOCTYPE rss [<!ENTITY a "b">]><rss/>', 'doctype'],
    ['<rss><channel>', 'not-well-formed'],
    ['', 'empty'],
  ])('refuses %j: %s', (text, problem) =>
    expect(readWordPress(text, { now })).toMatchObject({ ok: false, problem, place: { line: 1 } }),
  )

  it('leaves out a link that is none, and a date that cannot be', () => {
    const harvest = readWordPress(
      site(post({}))
        .replaceAll('https://oud.example/kennis', 'javascript:alert(1)//')
        .replaceAll('2019-03-01 10', '2219-03-01 10'),
      { now },
    )
    expect(harvest.ok && harvest.records[0]?.remarks.map(({ field, reason }) => `${field} ${reason}`)).toEqual([
      'link link-refused',
      'published date-implausible',
    ])
  })
})

describe('codes of page builders', () => {
  it.each([
    ['[vc_row][vc_column width="1/2"]Tekst[/vc_column][/vc_row]', 'Tekst', ['vc_row', 'vc_column']],
    ['[gallery ids="1,2"]', '', ['gallery']],
    ['[toc]', '', ['toc']],
    ['[Et_Pb_Section]Tekst', 'Tekst', ['et_pb_section']],
    ['[caption id="a"]<img src="a.jpg"> Onderschrift[/caption]', '<img src="a.jpg"> Onderschrift', ['caption']],
    [
      '[embed]https://video.example/1[/embed]',
      '<p><a href="https://video.example/1">https://video.example/1</a></p>',
      ['embed'],
    ],
    ['[embed width="3"]javascript:alert(1)[/embed]', 'javascript:alert(1)', ['embed']],
    ['Zij zei [lacht] dat het [1] kon [red.]', 'Zij zei [lacht] dat het [1] kon [red.]', []],
    ['De code [[gallery]] schrijf je zo', 'De code [gallery] schrijf je zo', []],
    ['([toc])', '()', ['toc']],
    ['[een zin tussen haken met a=b]', '[een zin tussen haken met a=b]', []],
    ['[', '[', []],
  ])('%j becomes %j', (html, text, codes) => expect(withoutCodes(html)).toEqual({ html: text, codes }))

  it('costs no more than the length of the text', () => {
    const begun = processorTime()
    for (const piece of ['[a ', '[embed]', '[[', '[aa x=', '[/aa', '[embed]https://a/'])
      withoutCodes(piece.repeat(Math.ceil(500_000 / piece.length)))
    expect(processorTime() - begun).toBeLessThan(3_000)
  })
})
