/** An element to write. Made with {@link element}, so that its names are known to be names. */
export type XmlElement = {
  readonly name: string
  readonly attributes: readonly (readonly [name: string, value: string])[]
  readonly children: readonly XmlChild[]
}

/** What may stand inside an element. Strings are text and are escaped; null and undefined are left out. */
export type XmlChild = XmlElement | string | null | undefined

export type XmlAttributes = Readonly<Record<string, string | number | undefined>>

const nameShape = /^[A-Za-z_][\w.-]*(?::[A-Za-z_][\w.-]*)?$/
// What XML 1.0 cannot hold, not even as a reference.
// oxlint-disable-next-line no-control-regex -- controls are what this is about
const forbidden = /[\u0000-\u0008\u000B\u000C\u000E-\u001F\uFFFE\uFFFF]/g

/**
 * Text as XML 1.0 can hold it: control characters and the noncharacters U+FFFE and U+FFFF are dropped, half a surrogate
 * pair becomes U+FFFD. Everything else stays.
 */
export const xmlText = (text: string): string => text.toWellFormed().replace(forbidden, '')

/**
 * An element with its attributes in the order given; attributes that are undefined are left out.
 * @throws {RangeError} when a name is none: names come from code, never from people.
 */
export function element(name: string, attributes: XmlAttributes = {}, children: readonly XmlChild[] = []): XmlElement {
  const given = Object.entries(attributes).filter((pair): pair is [string, string | number] => pair[1] !== undefined)
  for (const each of [name, ...given.map(([key]) => key)])
    if (!nameShape.test(each)) throw new RangeError(`${JSON.stringify(each)} is not a name in XML`)
  return { name, attributes: given.map(([key, value]) => [key, String(value)]), children }
}

/** Several elements of one name, each with one text; none for undefined. */
export const texts = (name: string, values: readonly (string | undefined)[]): XmlElement[] =>
  values.filter((value) => value !== undefined).map((value) => element(name, {}, [value]))

/**
 * Writes a document in UTF-8 with its declaration. The same tree gives the same text; every text and attribute is escaped,
 * line ends and tabs in attributes too, so that a reader gets back what was given (less what {@link xmlText} drops).
 */
export function writeXml(root: XmlElement): string {
  const out = ['<?xml version="1.0" encoding="UTF-8"?>\n']
  put(root, out)
  out.push('\n')
  return out.join('')
}

function put(node: XmlElement, out: string[]): void {
  out.push('<', node.name)
  for (const [name, value] of node.attributes) out.push(' ', name, '="', escapedAttribute(value), '"')
  if (node.children.length === 0) {
    out.push('/>')
    return
  }
  out.push('>')
  for (const child of node.children) {
    if (typeof child === 'string') out.push(escapedText(child))
    else if (child) put(child, out)
  }
  out.push('</', node.name, '>')
}

const escapes: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  '\r': '&#13;',
  '\n': '&#10;',
  '\t': '&#9;',
}
const escaped = (letter: string) => escapes[letter] ?? letter
const escapedText = (text: string) => xmlText(text).replace(/[&<>\r]/g, escaped)
const escapedAttribute = (text: string) => xmlText(text).replace(/[&<>"\r\n\t]/g, escaped)
