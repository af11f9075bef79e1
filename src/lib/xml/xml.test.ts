import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { decodeBytes } from './charset.ts'
import { innerHtml, readXml, textOf } from './read.ts'
import type { ReadElement, XmlLimits } from './read.ts'
import { element, writeXml, xmlText } from './write.ts'
import { processorTime } from '../processor.testing.ts'

const utf8 = (text: string) => new TextEncoder().encode(text)
const latin = (text: string) => Uint8Array.from(text, (letter) => letter.charCodeAt(0))
const outcome = (source: Uint8Array | string, limits?: XmlLimits, header?: string) => {
  const read = readXml(source, limits, header)
  return read.ok ? `read ${textOf(read.root)}` : `${read.problem} ${read.line}:${read.column}`
}
const rootOf = (text: string): ReadElement => {
  const read = readXml(text)
  if (!read.ok) throw new Error(`${read.problem} ${read.detail}`)
  return read.root
}

describe('writing XML', () => {
  it('escapes text and attributes, and keeps line ends where they would be folded', () => {
    expect(writeXml(element('a', { b: '<"&\n\t\r>' }, [']]>&\r\n', null, element('c')]))).toBe(
      '<?xml version="1.0" encoding="UTF-8"?>\n<a b="&lt;&quot;&amp;&#10;&#9;&#13;&gt;">]]&gt;&amp;&#13;\n<c/></a>\n',
    )
  })

  it.each([
    ['a\0b\u0008c\uFFFEd', 'abcd'],
    ['half \uD83D end', 'half \uFFFD end'],
    ['whole \u{1F600}\t\n\r\u0085', 'whole \u{1F600}\t\n\r\u0085'],
  ])('keeps of %j what XML can hold', (text, held) => {
    expect(xmlText(text)).toBe(held)
  })

  it.each(['', 'a b', '1a', 'a:', 'a:b:c', 'a><b', 'é'])('refuses the name %j', (name) => {
    expect(() => element(name)).toThrow(RangeError)
    expect(() => element('a', { [name]: 'x' })).toThrow(RangeError)
  })

  it('gives a reader what was written', () => {
    const any = fc.string({
      unit: fc.oneof(fc.string({ unit: 'binary', maxLength: 1 }), fc.constantFrom(...'<>&"\'\r\n\t\0]')),
    })
    fc.assert(
      fc.property(any, any, (inside, attribute) => {
        const read = rootOf(writeXml(element('x:a', { 'xmlns:x': 'urn:x', b: attribute }, [inside])))
        expect(textOf(read)).toBe(xmlText(inside))
        expect(read.attributes.get('b')).toBe(xmlText(attribute))
        expect([read.name, read.namespace]).toEqual(['a', 'urn:x'])
      }),
      { numRuns: 300 },
    )
  })
})

const laughs = `<?xml version="1.0"?>
<!DOCTYPE lolz [<!ENTITY lol "lol">${Array.from({ length: 9 }, (_, i) => `<!ENTITY lol${i + 1} "${`&lol${i || ''};`.repeat(10)}">`).join('')}]>
<lolz>&lol9;</lolz>`

describe('reading XML from anybody', () => {
  it.each([
    ['a thousand laughs', laughs, 'doctype 2:1'],
    ['a file from outside', '<!DOCTYPE a [<!ENTITY x SYSTEM "file:///etc/passwd">]><a>&x;</a>', 'doctype 1:1'],
    [
      'a document type elsewhere',
      '<?xml version="1.0"?><!-- <!DOCTYPE --><!DOCTYPE a SYSTEM "http://a.nl/x"><a/>',
      'doctype 1:40',
    ],
    ['an entity that nobody declared', '<a>\n &eacute;</a>', 'entity 2:9'],
    ['a name of every object', '<a>&constructor;</a>', 'entity 1:16'],
    ['another name of every object', '<a>&__proto__;</a>', 'entity 1:14'],
    ['NUL', '<a>b\0</a>', 'forbidden-character 1:5'],
    ['NUL as a reference', '<a>&#0;</a>', 'forbidden-character 1:7'],
    ['half a pair as a reference', '<a>&#xD800;</a>', 'forbidden-character 1:11'],
    ['half a pair', '<a>\uD800</a>', 'forbidden-character 1:4'],
    ['a reference past the end of Unicode', '<a>&#x110000;</a>', 'forbidden-character 1:13'],
    ['a tag that is not closed', '<a>\n<b>\n</a>', 'not-well-formed 3:4'],
    ['two roots', '<a/><b/>', 'not-well-formed 1:7'],
    ['a prefix that nobody bound', '<a>\n<x:b/></a>', 'not-well-formed 2:6'],
    ['an attribute twice', '<a b="1" b="2"/>', 'not-well-formed 1:16'],
    ['blanks before the declaration', '\n<?xml version="1.0"?><a/>', 'not-well-formed 2:6'],
    ['nothing', '', 'empty 1:1'],
    ['only blanks', ' \n', 'empty 1:1'],
    ['words', '\nnot found', 'not-xml 2:1'],
    ['a web page', '<!DOCTYPE html><title>404</title>', 'web-page 1:1'],
    ['a page without a type', '\n<html><br></html>', 'web-page 1:1'],
    ['half a document', '<a><b>', 'not-well-formed 1:6'],
    ['an override of direction, which XML allows', '<a>\u202Eabc</a>', 'read \u202Eabc'],
    ['the five entities', '<a>&lt;&gt;&amp;&quot;&apos;&#233;</a>', 'read <>&"\'é'],
    ['CDATA', '<a>x<![CDATA[<b>&lt;]]>y</a>', 'read x<b>&lt;y'],
    ['attributes named as parts of objects', '<a __proto__="1" constructor="2">x</a>', 'read x'],
  ])('%s', (_, text, told) => {
    expect(outcome(text)).toBe(told)
  })

  it('refuses nesting of a hundred thousand, at the place where it becomes too much', () => {
    expect(outcome('<a>'.repeat(100_000) + '</a>'.repeat(100_000))).toBe('too-deep 1:193')
    expect(outcome('<a>'.repeat(64) + '</a>'.repeat(64))).toBe('read ')
    expect(outcome('<a\n>'.repeat(100_000))).toBe('too-deep 65:1')
  })

  it('refuses too many of anything', () => {
    for (const text of ['<b/>', 'x<b>', '<!-- -->', '<?x y?>'].map((part) => `<a>${part.repeat(60)}`))
      expect(outcome(text, { nodes: 50 })).toMatch(/^too-many-nodes 1:/)
    const attributes = Array.from({ length: 60 }, (_, i) => ` a${i}=""`).join('')
    expect(outcome(`<a${attributes}/>`, { nodes: 50 })).toMatch(/^too-many-nodes 1:/)
  })

  it('refuses a hundred megabytes before it reads one', () => {
    const start = processorTime()
    expect(outcome(new Uint8Array(100 * 1024 * 1024))).toBe('too-large 1:1')
    expect(processorTime() - start).toBeLessThan(500)
  })

  it('never throws, and always ends, for any text of XML parts', () => {
    const parts = [
      '<a>',
      '</a>',
      '<!DOCTYPE',
      '[',
      ']',
      '>',
      '<![CDATA[',
      ']]>',
      '&',
      ';',
      '<?xml',
      '?>',
      '"',
      '=',
      'x',
      ' ',
      '\0',
      '\uD800',
      'xmlns:',
      '<!--',
      '-->',
    ]
    expect(() =>
      fc.assert(
        fc.property(fc.array(fc.constantFrom(...parts), { maxLength: 12 }), (some) => {
          readXml(some.join(''))
          readXml(utf8(some.join('')))
        }),
        { numRuns: 1000 },
      ),
    ).not.toThrow()
  })

  it('knows where each element stands', () => {
    const root = rootOf('<a>\n  <b\n/><c>x</c></a>')
    const places = root.children.flatMap((child) => (typeof child === 'string' ? [] : [[child.line, child.column]]))
    expect(places).toEqual([
      [2, 1],
      [3, 3],
    ])
  })

  it('gives XHTML as HTML, and drops what is of another language', () => {
    const root = rootOf(
      '<div xmlns="http://www.w3.org/1999/xhtml">a &amp; <b title="&lt;&quot;">b</b><br/><p/><svg xmlns="urn:s">x</svg></div>',
    )
    expect(innerHtml(root)).toBe('a &amp; <b title="&lt;&quot;">b</b><br><p></p>')
  })
})

describe('the encoding of bytes', () => {
  const declared = (label: string, rest = '<a>é</a>') => `<?xml version="1.0" encoding="${label}"?>${rest}`
  const wide = (text: string, little: boolean, mark = true) => {
    const units = [...(mark ? [0xfeff] : []), ...Array.from({ length: text.length }, (_, i) => text.charCodeAt(i))]
    return Uint8Array.from(units.flatMap((unit) => (little ? [unit & 255, unit >> 8] : [unit >> 8, unit & 255])))
  }
  it.each<[string, Uint8Array, string | undefined, string]>([
    ['UTF-8 without a word', utf8('<a>é</a>'), undefined, 'utf-8'],
    ['UTF-8 with a mark', utf8('\uFEFF<a>é</a>'), undefined, 'utf-8'],
    ['a declared latin', latin(declared('ISO-8859-1')), undefined, 'windows-1252'],
    ['a latin from the header', latin('<a>é</a>'), 'text/xml; charset=windows-1252', 'windows-1252'],
    ['a latin with a euro', latin(declared('windows-1252', '<a>\x80</a>')), undefined, 'windows-1252'],
    ['the other latin with a euro', latin(declared('iso-8859-15', '<a>\xA4</a>')), undefined, 'iso-8859-15'],
    ['two bytes, little end first', wide(declared('utf-16'), true), undefined, 'utf-16le'],
    ['two bytes, big end first', wide(declared('utf-16'), false), undefined, 'utf-16be'],
    ['two bytes without a mark', wide(declared('utf-16'), true, false), undefined, 'utf-16le'],
    [
      'called latin by the server, but UTF-8',
      utf8(declared('utf-8')),
      'text/xml; charset=iso-8859-1',
      'utf-8 not iso-8859-1',
    ],
    ['called latin by itself, but UTF-8', utf8(declared('latin1')), undefined, 'utf-8 not latin1'],
    [
      'called UTF-8 by the server, latin by itself',
      latin(declared('cp1252')),
      'text/xml; charset=utf-8',
      'windows-1252 not utf-8',
    ],
    ['called two bytes, but UTF-8', utf8(declared('utf-16')), undefined, 'utf-8 not utf-16'],
    ['a mark that knows better', utf8(`\uFEFF${declared('windows-1252')}`), undefined, 'utf-8 not windows-1252'],
    ['only ASCII, whatever it says', utf8(declared('koi8-r', '<a>e</a>')), undefined, 'utf-8'],
    ['an encoding that is not read', latin(declared('utf-7')), undefined, 'charset-unknown 1:1 utf-7'],
    ['called UTF-8, but latin', latin(declared('utf-8', '\n<a>é</a>')), undefined, 'charset-wrong 2:4 utf-8'],
    ['latin without a word', latin('<a>\n\né</a>'), undefined, 'charset-wrong 3:1 utf-8'],
    [
      'half a pair in UTF-8',
      Uint8Array.from([0x3c, 0x61, 0x3e, 0xed, 0xa0, 0x80]),
      undefined,
      'charset-wrong 1:4 utf-8',
    ],
    ['half a pair in two bytes', wide('<a>\uD800</a>', true), undefined, 'charset-wrong 1:4 utf-16le'],
    ['cut in the middle of a letter', utf8('<a>é').subarray(0, 4), undefined, 'charset-wrong 1:4 utf-8'],
  ])('%s', (_, bytes, header, told) => {
    const read = decodeBytes(bytes, header)
    if (!read.ok) expect(`${read.problem} ${read.line}:${read.column} ${read.detail}`).toBe(told)
    else {
      expect(read.charset + (read.statedWrongly ? ` not ${read.statedWrongly}` : '')).toBe(told)
      expect(read.text).toMatch(/<a>[é€e]<\/a>$/)
    }
  })
})
