import * as fc from 'fast-check'
import MarkdownIt from 'markdown-it'
import { describe, expect, it } from 'vitest'
import { cleanMarkdown } from './markdown.ts'
import { processorTime } from '../processor.testing.ts'

const clean = (html: string, base?: string) => cleanMarkdown(html, base).markdown

const mso = (level: number, mark: string, text: string, rest = '') =>
  `<p class=MsoListParagraphCxSpMiddle style='margin-left:${level * 36}pt;mso-add-space:auto;text-indent:-18.0pt;mso-list:l0 level${level} lfo1'><![if !supportLists]><span
style='font-family:Symbol;mso-fareast-font-family:Symbol'><span style='mso-list:Ignore'>${mark}<span
style='font:7.0pt "Times New Roman"'>&nbsp;&nbsp;&nbsp;&nbsp; </span></span></span><![endif]>${text}<o:p></o:p>${rest}</p>`

const word = `<html xmlns:o="urn:schemas-microsoft-com:office:office"><head><title>Nota</title><meta name=Generator content="Microsoft Word 15">
<!--[if gte mso 9]><xml><o:OfficeDocumentSettings><o:AllowPNG/></o:OfficeDocumentSettings></xml><![endif]-->
<style><!-- /* Font Definitions */ @font-face {font-family:Calibri; mso-font-charset:0;} p.MsoNormal {mso-style-unhide:no;} --></style></head>
<body lang=NL style='tab-interval:35.4pt'><!--StartFragment-->
<p class=MsoTitle>Samen werken<o:p></o:p></p>
<h1 style='mso-pagination:widow-orphan'><a name="_Toc1"></a><b>Waarom</b><o:p></o:p></h1>
<p class=MsoNormal style='margin-bottom:8.0pt'><span style='mso-bidi-font-size:12pt'>Wij&nbsp;werken <b style='mso-bidi-font-weight:normal'>samen</b>
met <i>inwoners</i>.<a style='mso-comment-reference:JJ_1'>Commentaar</a></span></p>
${mso(1, '·', 'Luisteren')}
${mso(1, '·', 'Vragen')}
${mso(2, 'o', 'aan inwoners')}
${mso(2, 'o', 'aan naasten')}
${mso(1, '·', 'Doen')}
<p class=MsoNormal><o:p>&nbsp;</o:p></p>
${mso(1, '1.', 'Eerst')}
${mso(1, '2.', 'Dan')}
<p class=MsoQuote>Niets over ons zonder ons.</p>
<table class=MsoTableGrid border=1 style='mso-yfti-tbllook:1184'><tr style='mso-yfti-irow:0'><td width=100><p class=MsoNormal>Rol<o:p></o:p></p></td><td><p class=MsoNormal>Uren</p></td></tr>
<tr><td><p class=MsoNormal>Coach</p></td><td><p class=MsoNormal>8 | 12</p><p class=MsoNormal>per week</p></td></tr></table>
<!--EndFragment--></body></html>`

const docs = `<meta charset='utf-8'><b style="font-weight:normal;" id="docs-internal-guid-1"><h2 dir="ltr"><span style="font-weight:400">Kop</span></h2>
<p dir="ltr" style="line-height:1.38"><span style="font-weight:700">Vet</span><span style="font-weight:400"> en </span><span style="font-style:italic">schuin</span></p>
<ul><li dir="ltr" aria-level="1"><p dir="ltr" role="presentation"><span>Een</span></p></li><ul><li aria-level="2"><p><span>Twee</span></p></li></ul><li><p><span>Drie</span></p></li></ul>
<p><a href="https://www.google.com/url?q=https://bron.example/a&amp;sa=D&amp;usg=x">bron</a></p></b>`

const cases: readonly (readonly [string, string, string])[] = [
  [
    'a document of Word',
    word,
    `## Samen werken

## Waarom

Wij werken **samen** met *inwoners*.Commentaar

- Luisteren
- Vragen
  - aan inwoners
  - aan naasten
- Doen

1. Eerst
2. Dan

> Niets over ons zonder ons.

| Rol | Uren |
| --- | --- |
| Coach | 8 \\| 12 per week |`,
  ],
  [
    'a document of Google',
    docs,
    `## Kop

**Vet** en *schuin*

- Een
  - Twee
- Drie

[bron](https://bron.example/a)`,
  ],
  [
    'Word without the marks of a list',
    '<p class="MsoListParagraph">·&nbsp;&nbsp; een</p><p class="MsoListParagraph">· twee</p>',
    '- een\n- twee',
  ],
  ['a paragraph that Word only indented', '<p class="MsoListParagraph">Gewoon een alinea.</p>', 'Gewoon een alinea.'],
  ['a list that begins deep', mso(3, '§', 'diep') + mso(1, '·', 'top'), '- diep\n- top'],
  ['bullets and then numbers', mso(1, '·', 'a') + mso(1, '1.', 'b'), '- a\n\n1. b'],
  ['two lists with an empty line between', '<ul><li>a</li></ul><p>&nbsp;</p><ul><li>b</li></ul>', '- a\n- b'],
  ['numbers under a bullet', mso(1, '·', 'a') + mso(2, 'a)', 'b') + mso(2, 'b)', 'c'), '- a\n  1. b\n  2. c'],
  [
    'headings, one lower than the title of the page',
    '<h1>Een</h1><h3>Drie</h3><h6>Zes</h6>',
    '## Een\n\n### Drie\n\n#### Zes',
  ],
  ['a heading of two lines, in bold', '<h2><b>Een<br>twee</b></h2>', '## Een twee'],
  ['an empty heading', '<h2> </h2><p>x</p>', 'x'],
  ['a link', '<a href="https://a.example/x_y">lees_dit</a>', '[lees\\_dit](https://a.example/x_y)'],
  ['a link to javascript', '<a href="JaVa\tScript:alert(1)">klik</a>', 'klik'],
  ['a link to data', '<a href="data:text/html,x">klik</a>', 'klik'],
  ['a link to another protocol without its name', '<a href="//kwaad.example">klik</a>', 'klik'],
  ['a link to a page of this site', '<a href="/begrippen/ervaring">term</a>', '[term](/begrippen/ervaring)'],
  ['a link to a place on the page', '<a href="#top">omhoog</a>', 'omhoog'],
  ['a link around nothing', 'a<a href="https://a.example/"></a>b', 'ab'],
  ['a link that shows where it leads', '<a href="https://a.example/">https://a.example/</a>', '<https://a.example/>'],
  ['a mail address', '<a href="mailto:a@b.example">mail</a>', '[mail](mailto:a@b.example)'],
  [
    'an image with a text',
    '<img src="https://a.example/p.png" alt="Twee mensen aan tafel" width=3>',
    '![Twee mensen aan tafel](https://a.example/p.png)',
  ],
  ['an image without a text', 'a <img src="https://a.example/p.png"> b', 'a b'],
  ['an image with the name of a file', '<img src="https://a.example/p.png" alt="IMG_1.JPG">', ''],
  ['an image of a local file', '<img src="file:///C:/x.png" alt="Foto">', ''],
  [
    'scripts, styles, comments',
    '<script>x</script><style>y</style><!-- z --><p onclick="x()" style="color:red">tekst</p>',
    'tekst',
  ],
  [
    'a remark in the margin of Word',
    `<p class=MsoNormal><a style='mso-comment-reference:KB_1'>Betaal eerlijk</a><span class=MsoCommentReference><span
style='font-size:8pt'><a class=msocomanchor id="_anchor_1" href="#_msocom_1">[KB1]</a></span></span>.</p>
<div style='mso-element:comment-list'><hr class=msocomoff><div style='mso-element:comment'><div id="_com_1" class=msocomtxt>
<p class=MsoCommentText><a class=msocomoff href="#_msoanchor_1">[KB1]</a>Klopt dit wel?</p></div></div></div>`,
    'Betaal eerlijk.',
  ],
  [
    'words that Word knows as a place or a name',
    '<p><st1:place w:st="on"><st1:City>Tiel</st1:City></st1:place> en <st1:PersonName>Kim</st1:PersonName></p>',
    'Tiel en Kim',
  ],
  [
    'a change that Word follows',
    '<p>Wij <ins cite="mailto:KB" datetime="2026-01-01">samen</ins><del>alleen</del> doen.</p>',
    'Wij samen doen.',
  ],
  ['what was struck out', '<p>oud <del>weg</del><ins>nieuw</ins></p>', 'oud nieuw'],
  ['a quote of two paragraphs', '<blockquote><p>a</p><p>b</p></blockquote>', '> a\n>\n> b'],
  ['a line that was broken', '<p>a<br>b</p>', 'a\\\nb'],
  [
    'a table with a head',
    '<table><thead><tr><th>A</th><th>B</th></tr></thead><tbody><tr><td>1</td></tr></tbody></table>',
    '| A | B |\n| --- | --- |\n| 1 |  |',
  ],
  [
    'cells that were joined',
    '<table><tr><td colspan=2>A</td></tr><tr><td>1</td><td>2</td></tr></table>',
    '| A |  |\n| --- | --- |\n| 1 | 2 |',
  ],
  [
    'a table for the looks of it',
    '<table><tr><td><p>links</p></td><td><p>rechts</p></td></tr></table>',
    'links\n\nrechts',
  ],
  ['lines without a list', '<li>a</li><li>b</li>', '- a\n- b'],
  ['a list that begins at three', '<ol start=3><li>c</li><li>d</li></ol>', '3. c\n4. d'],
  [
    'signs that mean something in Markdown',
    '<p># geen kop</p><p>* geen lijst</p><p>1. geen lijst</p><p>[x](y) &lt;b&gt;</p>',
    '\\# geen kop\n\n\\* geen lijst\n\n1\\. geen lijst\n\n\\[x\\](y) <b>',
  ],
  ['spaces and letters that one does not see', '<p>a&nbsp;&nbsp;b\u200bc&shy;d</p>', 'a bcd'],
  ['nothing', '', ''],
  ['no HTML at all', 'gewone tekst', 'gewone tekst'],
]

const markdownIt = new MarkdownIt({ html: false })

describe('HTML as clean Markdown', () => {
  it.each(cases)('%s', (_, html, expected) => expect(clean(html)).toBe(expected))

  it.each(cases)('stays as it is when shown and cleaned again: %s', (_, html) => {
    const once = clean(html)
    expect(clean(markdownIt.render(once))).toBe(once)
  })

  it('resolves the links and images of a page, and unwraps those of Outlook', () => {
    expect(clean('<a href="../x">x</a> <img src="p.png" alt="Plaat van een huis">', 'https://a.example/b/c/')).toBe(
      '[x](https://a.example/b/x) ![Plaat van een huis](https://a.example/b/c/p.png)',
    )
    expect(
      clean('<a href="https://eur01.safelinks.protection.outlook.com/?url=https%3A%2F%2Fa.example%2F&data=1">x</a>'),
    ).toBe('[x](https://a.example/)')
    expect(clean('<a href="https://www.google.com/url?q=javascript:alert(1)">x</a>')).toBe('x')
  })

  it('says what was left out', () => {
    expect(
      cleanMarkdown(
        '<img src="https://a.example/1.png"><img src="data:image/png;base64,x" alt="y"><a href="javascript:x">z</a><a href="#a">b</a>',
      ),
    ).toEqual({ markdown: 'zb', imagesWithoutText: 2, links: 1, shortened: false })
  })

  it('says that it shortened, and does not count a picture inside the text', () => {
    expect(cleanMarkdown('<p>a</p>'.repeat(12_001))).toMatchObject({ shortened: true })
    expect(
      cleanMarkdown(`<p>a</p><img alt="x" src="data:image/png;base64,${'A'.repeat(12_000_000)}"><p>b</p>`),
    ).toEqual({
      markdown: 'a\n\nb',
      imagesWithoutText: 1,
      links: 0,
      shortened: false,
    })
  })

  it('holds nothing of the program, whatever is pasted', () => {
    const piece = fc.constantFrom(
      ...cases.map(([, html]) => html),
      '<p>tekst',
      '</p></div>',
      '<ul><li>',
      '<table><tr><td>',
      '<svg><a xlink:href="javascript:x">',
      '<a href="javascript:alert(1)">',
      '<img src=x onerror=alert(1) alt="a">',
      '<!--[if mso]>',
      '<b><p>x</p></b>',
      '&lt;script&gt;',
      '<xmp>',
    )
    fc.assert(
      fc.property(
        fc.array(fc.oneof(piece, fc.string({ unit: 'binary', maxLength: 12 })), { maxLength: 6 }),
        (pieces) => {
          const { markdown } = cleanMarkdown(pieces.join(''))
          const shown = markdownIt.render(markdown)
          expect(shown).not.toMatch(
            /<(script|style|svg|iframe|xml|o:p|word-mark)|\smso-|MsoNormal|data-level|href="(?!https?:|mailto:|\/)|on\w+="/i,
          )
        },
      ),
      { numRuns: 200 },
    )
  })

  it('is the same when cleaned again, for texts of any build', () => {
    const text = fc.constantFrom(
      'een',
      'twee drie',
      'vier, vijf.',
      'a_b',
      '100% *zeker*',
      'x | y',
      '# nee',
      '- nee',
      '2. nee',
    )
    const inline = fc.oneof(
      text,
      text.map((each) => `<b>${each}</b>`),
      text.map((each) => `<a href="https://a.example/?q=1">${each}</a>`),
      text.map((each) => `<em>${each}</em>`),
    )
    const line = fc.array(inline, { minLength: 1, maxLength: 3 }).map((parts) => parts.join(' '))
    const { block } = fc.letrec<{ block: string; list: string }>((tie) => ({
      list: fc
        .array(fc.tuple(line, fc.option(tie('list'), { nil: '', freq: 1 })), { minLength: 1, maxLength: 3 })
        .map((items) => `<ul>${items.map(([own, inner]) => `<li>${own}${inner}</li>`).join('')}</ul>`),
      block: fc.oneof(
        line.map((each) => `<p>${each}</p>`),
        line.map((each) => `<h3>${each}</h3>`),
        line.map((each) => `<blockquote><p>${each}</p></blockquote>`),
        tie('list'),
        fc
          .tuple(line, line, line, line)
          .map(
            ([a, b, c, d]) => `<table><tr><td>${a}</td><td>${b}</td></tr><tr><td>${c}</td><td>${d}</td></tr></table>`,
          ),
      ),
    }))
    fc.assert(
      fc.property(fc.array(block, { maxLength: 5 }), (blocks) => {
        const once = clean(blocks.join('\n'))
        expect(clean(markdownIt.render(once))).toBe(once)
      }),
      { numRuns: 200 },
    )
  })

  it.each([
    ['10,000 elements within each other', '<div>'.repeat(10_000) + 'x'],
    ['10,000 lists within each other', '<ul><li>'.repeat(10_000) + 'x'],
    ['a million spaces', ' '.repeat(1_000_000) + 'x'],
    ['a million spaces that must stay', `<pre><code>${' '.repeat(1_000_000)}x</code></pre>`],
    [
      'a hundred thousand line ends in a cell',
      `<table><tr><td>a</td></tr><tr><td>${'<br>'.repeat(100_000)}x</td><td><pre>${'\n '.repeat(100_000)}x</pre></td></tr></table>`,
    ],
    ['a hundred thousand signs of a list', `<p class=MsoListParagraph>${'· '.repeat(100_000)}</p>`],
    ['100,000 opened brackets', '<'.repeat(100_000)],
    [
      '5,000 lines of a list of Word',
      Array.from({ length: 5_000 }, (_, at) => mso((at % 9) + 1, '·', `regel ${at}`)).join(''),
    ],
    ['200,000 line ends', '<p>' + 'a<br>'.repeat(200_000)],
    ['5,000 bold words', '<b>x</b> '.repeat(5_000)],
  ])('reads %s within bounds of time', (_, html) => {
    const begun = processorTime()
    expect(cleanMarkdown(html).markdown.length).toBeLessThanOrEqual(html.length * 2)
    expect(processorTime() - begun).toBeLessThan(8000)
  })
})
