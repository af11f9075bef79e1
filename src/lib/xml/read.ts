import { SaxesParser } from 'saxes'
import { decodeBytes, placeAfter } from './charset.ts'

/** An element as it was read. Names are split from their prefixes; the namespace is '' where there is none. */
export type ReadElement = {
  readonly name: string
  readonly namespace: string
  /** By local name, or by `{namespace}name` for an attribute with a prefix. */
  readonly attributes: ReadonlyMap<string, string>
  readonly children: readonly (ReadElement | string)[]
  /** Where its `<` stands, both from 1. */
  readonly line: number
  readonly column: number
}

/** The most that is read. Absent: the limit of {@link defaults}. */
export type XmlLimits = {
  /** Bytes, or UTF-16 units of a text. */
  readonly size?: number
  readonly depth?: number
  /** Elements, attributes, comments, instructions and runs of text together. */
  readonly nodes?: number
}

export type XmlProblem =
  | 'too-large'
  | 'too-deep'
  | 'too-many-nodes'
  | 'empty'
  | 'not-xml'
  | 'web-page'
  | 'doctype'
  | 'entity'
  | 'charset-unknown'
  | 'charset-wrong'
  | 'forbidden-character'
  | 'not-well-formed'

export type XmlRead =
  | { readonly ok: true; readonly root: ReadElement; readonly statedWrongly?: string }
  | {
      readonly ok: false
      readonly problem: XmlProblem
      readonly line: number
      readonly column: number
      /** What exactly, in the words of the parser, or the limit that was passed. For the log and the curious. */
      readonly detail: string
    }

const defaults = { size: 32 * 1024 * 1024, depth: 64, nodes: 1_000_000 } as const

class Stop extends Error {
  readonly problem: XmlProblem
  readonly place: { readonly line: number; readonly column: number }

  constructor(problem: XmlProblem, place: { line: number; column: number }, detail: string) {
    super(detail)
    this.problem = problem
    this.place = place
  }
}

/**
 * Reads XML 1.0 with namespaces, strictly, from anybody: no document type, no entities beyond the five of XML itself, nothing
 * fetched, nothing guessed. Size is looked at before anything is decoded; depth and number of nodes while reading.
 * @param source bytes, with the header they came with for their encoding, or a text that was decoded already.
 * @returns the tree, or the first thing that is wrong with its line and column. Never throws.
 */
export function readXml(source: Uint8Array | string, limits: XmlLimits = {}, contentType?: string): XmlRead {
  const most = { ...defaults, ...limits }
  const refuse = (problem: XmlProblem, line: number, column: number, detail: string): XmlRead => ({
    ok: false,
    problem,
    line,
    column,
    detail,
  })
  if (source.length > most.size) return refuse('too-large', 1, 1, String(most.size))
  let text: string
  let statedWrongly: string | undefined
  if (typeof source === 'string') text = source.startsWith('\uFEFF') ? source.slice(1) : source
  else {
    const bytes = decodeBytes(source, contentType)
    if (!bytes.ok) return refuse(bytes.problem, bytes.line, bytes.column, bytes.detail)
    text = bytes.text
    statedWrongly = bytes.statedWrongly
  }
  if (text.trim() === '') return refuse('empty', 1, 1, '')
  const begin = text.search(/\S/)
  if (text[begin] !== '<') return refuse('not-xml', placeAfter(text.slice(0, begin)).line, 1, '')
  // The parser would join half a pair with the letter behind it.
  if (!text.isWellFormed()) {
    const half = placeAfter(text.slice(0, firstHalf(text)))
    return refuse('forbidden-character', half.line, half.column, 'half a surrogate pair')
  }
  if (/^\s*<(?:!doctype\s+html|html[\s>])/i.test(text.slice(0, 2000))) return refuse('web-page', 1, 1, '')
  try {
    const root = parse(text, most)
    return { ok: true, root, ...(statedWrongly === undefined ? {} : { statedWrongly }) }
  } catch (error) {
    if (!(error instanceof Stop)) throw error
    return refuse(error.problem, error.place.line, error.place.column, error.message)
  }
}

function firstHalf(text: string): number {
  const whole = text.toWellFormed()
  let at = 0
  while (whole.charCodeAt(at) === text.charCodeAt(at)) at += 1
  return at
}

type Growing = Omit<ReadElement, 'children'> & { children: (Growing | string)[] }

function parse(text: string, most: { depth: number; nodes: number }): ReadElement {
  const parser = new SaxesParser({ xmlns: true, defaultXMLVersion: '1.0', forceXMLVersion: true })
  const open: Growing[] = []
  let root: Growing | undefined
  let nodes = 0
  let start = { line: 1, column: 1 }
  const here = () => ({ line: parser.line, column: Math.max(1, parser.column) })
  const count = () => {
    nodes += 1
    if (nodes > most.nodes) throw new Stop('too-many-nodes', here(), String(most.nodes))
  }
  parser.on('error', (error) => {
    throw new Stop(problemOf(error.message), here(), error.message.replace(/^[\d:\s]+/, ''))
  })
  parser.on('doctype', (doctype) => {
    const from = Math.max(0, parser.position - doctype.length - '<!DOCTYPE>'.length)
    throw new Stop('doctype', placeAfter(text.slice(0, from)), doctype.trim().slice(0, 60))
  })
  parser.on('opentagstart', (tag) => {
    count()
    const column = parser.column - tag.name.length - 1
    start = column < 1 ? { line: parser.line - 1, column: 1 } : { line: parser.line, column }
    if (open.length >= most.depth) throw new Stop('too-deep', start, String(most.depth))
  })
  parser.on('attribute', count)
  parser.on('comment', count)
  parser.on('processinginstruction', count)
  parser.on('opentag', (tag) => {
    const attributes = new Map<string, string>()
    for (const attribute of Object.values(tag.attributes))
      attributes.set(attribute.uri === '' ? attribute.local : `{${attribute.uri}}${attribute.local}`, attribute.value)
    const made: Growing = { name: tag.local, namespace: tag.uri, attributes, children: [], ...start }
    open.at(-1)?.children.push(made)
    root ??= made
    open.push(made)
  })
  parser.on('closetag', () => open.pop())
  const addText = (part: string) => {
    const parent = open.at(-1)
    if (!parent || part === '') return
    count()
    parent.children.push(part)
  }
  parser.on('text', addText)
  parser.on('cdata', addText)
  parser.write(text).close()
  if (!root) throw new Stop('not-well-formed', here(), 'no root element')
  return root
}

function problemOf(message: string): XmlProblem {
  if (message.includes('undefined entity')) return 'entity'
  if (/disallowed character\.|malformed character entity/.test(message)) return 'forbidden-character'
  return 'not-well-formed'
}

export const xmlNamespace = 'http://www.w3.org/XML/1998/namespace'

/** The elements directly inside, of one namespace, and of one name when it is given. */
export const childrenOf = (parent: ReadElement, namespace: string, name?: string): ReadElement[] =>
  parent.children.filter(
    (child): child is ReadElement =>
      typeof child !== 'string' && child.namespace === namespace && (name === undefined || child.name === name),
  )

/** The first element directly inside with that name. */
export const childOf = (parent: ReadElement, namespace: string, name: string): ReadElement | undefined =>
  parent.children.find(
    (child): child is ReadElement => typeof child !== 'string' && child.namespace === namespace && child.name === name,
  )

/** All text inside, in order, that of elements inside included. */
export function textOf(parent: ReadElement): string {
  return parent.children.map((child) => (typeof child === 'string' ? child : textOf(child))).join('')
}

const html = 'http://www.w3.org/1999/xhtml'
const empty = new Set(['area', 'br', 'col', 'embed', 'hr', 'img', 'input', 'link', 'meta', 'source', 'track', 'wbr'])
const escapes: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' }
const escaped = (text: string) => text.replace(/[&<>"]/g, (letter) => escapes[letter] ?? letter)

/** What stands inside an element, as HTML: elements of XHTML stay, those of other languages go with what they hold. */
export function innerHtml(parent: ReadElement): string {
  return parent.children
    .map((child) => {
      if (typeof child === 'string') return escaped(child)
      if (child.namespace !== html) return ''
      const attributes = [...child.attributes]
        .filter(([name]) => !name.startsWith('{'))
        .map(([name, value]) => ` ${name}="${escaped(value)}"`)
      const tag = `<${child.name}${attributes.join('')}>`
      return empty.has(child.name) ? tag : `${tag}${innerHtml(child)}</${child.name}>`
    })
    .join('')
}
