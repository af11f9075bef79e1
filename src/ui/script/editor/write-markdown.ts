import { Fragment, type Mark, type Node } from 'prosemirror-model'
import { readMarkdown } from './read-markdown.ts'
import { schema } from './schema.ts'

/** A letter, a break or a picture with what marks it: the smallest thing that a mark can begin or end at. */
type Sign = { readonly text: string; readonly node: Node | null; readonly marks: readonly Mark[] }

const isStress = (mark: Mark): boolean => mark.type.name === 'strong' || mark.type.name === 'em'
const isSpace = (sign: Sign | undefined): boolean => sign !== undefined && /^\s$/.test(sign.text)
const isBreak = (sign: Sign | undefined): boolean => sign?.node?.type.name === 'hard_break'
const isWord = (sign: Sign | undefined): boolean => sign !== undefined && /[\p{L}\p{N}]/u.test(sign.text)

function signsOf(block: Node): Sign[] {
  const signs: Sign[] = []
  block.forEach((node) => {
    if (!node.isText) signs.push({ text: '', node, marks: node.type.name === 'hard_break' ? [] : node.marks })
    else
      for (const letter of (node.text ?? '').replace(/[\t\n\v\f\r\u0085\u2028\u2029]+/g, ' '))
        signs.push({ text: letter, node: null, marks: node.marks })
  })
  return signs
}

/** Without what Markdown cannot keep: spaces and breaks at the edges, and spaces beside a break. */
function trimmed(signs: readonly Sign[], breaks: boolean): Sign[] {
  const kept = breaks ? [...signs] : signs.map((sign) => (isBreak(sign) ? { ...sign, text: ' ', node: null } : sign))
  const lines = kept.filter(
    (sign, at) =>
      !isSpace(sign) ||
      (!isBreak(nextOf(kept, at, 1)) && !isBreak(nextOf(kept, at, -1)) && nextOf(kept, at, 1) && nextOf(kept, at, -1)),
  )
  while (isBreak(lines[0])) lines.shift()
  while (isBreak(lines.at(-1))) lines.pop()
  return lines
}

/** The next sign in this direction that is no space. */
function nextOf(signs: readonly Sign[], at: number, step: 1 | -1): Sign | undefined {
  let place = at + step
  while (isSpace(signs[place])) place += step
  return signs[place]
}

/** Stress that begins or ends where `leaves` says so gives that sign up. */
function narrowed(signs: readonly Sign[], leaves: (sign: Sign, outside: Sign | undefined) => boolean): Sign[] {
  const result = [...signs]
  for (const type of [schema.marks['strong'], schema.marks['em']]) {
    if (!type) continue
    const has = (at: number) => type.isInSet(result[at]?.marks ?? []) !== undefined
    const without = (at: number) => {
      const sign = result[at]
      if (sign) result[at] = { ...sign, marks: type.removeFromSet(sign.marks) }
    }
    for (let at = 0; at < result.length; at++) {
      const sign = result[at]
      if (sign && has(at) && !has(at - 1) && leaves(sign, result[at - 1])) without(at)
    }
    for (let at = result.length - 1; at >= 0; at--) {
      const sign = result[at]
      if (sign && has(at) && !has(at + 1) && leaves(sign, result[at + 1])) without(at)
    }
  }
  return result
}

const withoutEdges = (signs: readonly Sign[]) => narrowed(signs, (sign) => isSpace(sign) || isBreak(sign))

const sameMarks = (one: readonly Mark[], other: readonly Mark[]): boolean =>
  one.length === other.length && one.every((mark, at) => other[at] !== undefined && mark.eq(other[at]))

function contentOf(signs: readonly Sign[]): Fragment {
  const nodes: Node[] = []
  let run = ''
  let marks: readonly Mark[] = []
  const close = () => {
    if (run !== '') nodes.push(schema.text(run, marks))
    run = ''
  }
  for (const sign of signs) {
    if (sign.node !== null) {
      close()
      nodes.push(sign.node.mark(sign.marks))
    } else {
      if (!sameMarks(marks, sign.marks)) close()
      marks = sign.marks
      run += sign.text
    }
  }
  close()
  return Fragment.fromArray(nodes)
}

const startsLine = /^(?:#{1,6}(?=\s|$)|>|[-+](?=\s|$)|[-=]{2,}|-(?=-)|[:|]|=+\s*$)/

/** Text as Markdown that means nothing but itself. `atStart`: a line begins with it. */
function escaped(text: string, atStart: boolean): string {
  const safe = text
    .replace(/[\\`*[\]~]|!(?=\[)/g, '\\$&')
    .replace(/(?<![\p{L}\p{N}])_|_(?![\p{L}\p{N}])/gu, '\\_')
    .replace(/<(?=[A-Za-z/!?])/g, '\\<')
    .replace(/&(?=#?\w+;)/g, '\\&')
  if (!atStart) return safe
  return safe.replace(startsLine, '\\$&').replace(/^(\d{1,9})([.)])(?=\s|$)/, '$1\\$2')
}

const destination = (href: string): string => href.replace(/[()\\]/g, '\\$&').replace(/&(?=#?\w+;)/g, '&amp;')

function coded(text: string): string {
  const longest = Math.max(0, ...[...text.matchAll(/`+/g)].map(([ticks]) => ticks.length))
  const fence = '`'.repeat(longest + 1)
  return longest > 0 || /^ .* $/.test(text) ? `${fence} ${text} ${fence}` : `${fence}${text}${fence}`
}

type Piece = { readonly node: Node; readonly marks: readonly Mark[] }

/** Runs of pieces with marks around them; of several marks that begin together, the longest is the outermost. */
function written(pieces: readonly Piece[], out: string): string {
  let text = out
  for (let at = 0; at < pieces.length;) {
    const piece = pieces[at]
    if (!piece) break
    let [outermost, end]: [Mark | null, number] = [null, at]
    for (const mark of piece.marks) {
      if (mark.type.name === 'code') continue
      let until = at
      while (pieces[until]?.marks.some((each) => each.eq(mark))) until++
      if (until > end) [outermost, end] = [mark, until]
    }
    if (outermost === null) {
      text = withPiece(text, piece)
      at++
      continue
    }
    const mark = outermost
    const inner = pieces.slice(at, end).map((each) => ({ ...each, marks: each.marks.filter((one) => !one.eq(mark)) }))
    if (mark.type.name === 'link') {
      const before = /(?:^|[^\\])!$/.test(text) ? `${text.slice(0, -1)}\\!` : text
      text = `${written(inner, `${before}[`)}](${destination(String(mark.attrs['href']))})`
    } else {
      const sign = mark.type.name === 'strong' ? '**' : '*'
      text = `${written(inner, text + sign)}${sign}`
    }
    at = end
  }
  return text
}

function withPiece(out: string, { node, marks }: Piece): string {
  if (node.type.name === 'hard_break') return `${out}\\\n`
  if (node.type.name === 'image') {
    const before = /(?:^|[^\\])!$/.test(out) ? `${out.slice(0, -1)}\\!` : out
    return `${before}![${escaped(String(node.attrs['alt']), false)}](${destination(String(node.attrs['src']))})`
  }
  if (marks.some((mark) => mark.type.name === 'code')) return out + coded(node.text ?? '')
  return out + escaped(node.text ?? '', /(?:^|\n)(?:\*|\[)*$/.test(out))
}

const inlineOf = (content: Fragment): string => {
  const pieces: Piece[] = []
  content.forEach((node) => pieces.push({ node, marks: node.marks }))
  return written(pieces, '')
}

/** Whether this Markdown, opened again, is this content. */
function saysSame(text: string, content: Fragment): boolean {
  const doc = readMarkdown(text)
  const only = doc.childCount === 1 ? doc.firstChild : null
  return only?.type.name === 'paragraph' && only.content.eq(content)
}

/**
 * The words of a block. Markdown cannot stress everything (`a**,b**c` is no stress): then the stress gives way, never a word.
 */
function inline(block: Node, breaks: boolean): string {
  const signs = trimmed(signsOf(block), breaks)
  if (signs.length === 0) return ''
  const tidy = withoutEdges(signs)
  const tries = [
    tidy,
    withoutEdges(narrowed(tidy, (sign, outside) => !isWord(sign) && isWord(outside))),
    tidy.map((sign) => ({ ...sign, marks: sign.marks.filter((mark) => !isStress(mark)) })),
    tidy.map((sign) => ({ ...sign, marks: [] })),
  ]
  for (const each of tries) {
    const content = contentOf(each)
    const text = inlineOf(content)
    if (saysSame(text, content)) return text
  }
  return inlineOf(contentOf(tries.at(-1) ?? []))
}

const childrenOf = (node: Node): readonly Node[] => {
  const children: Node[] = []
  node.forEach((child) => children.push(child))
  return children
}

const indented = (text: string, by: string): string =>
  text
    .split('\n')
    .map((line, at) => (at === 0 || line === '' ? line : by + line))
    .join('\n')

function item(node: Node): string {
  return childrenOf(node).reduce((text, child, at) => {
    const words = block(child, 0)
    if (words === '') return text
    if (text === '') return words
    // Only a list that begins at one, with words, follows a line at once.
    const close = child.type.name.endsWith('_list') && at === 1 && /^(?:[-*]|1[.)]) \S/.test(words)
    return text + (close ? '\n' : '\n\n') + words
  }, '')
}

function list(node: Node, turn: number): string {
  const first = Number(node.attrs['order'] ?? 1)
  return childrenOf(node)
    .map(item)
    .filter((words) => words !== '')
    .map((words, at) => {
      const sign =
        node.type.name === 'bullet_list' ? '-*'.charAt(turn % 2) : `${String(first + at)}${'.)'.charAt(turn % 2)}`
      return `${sign} ${indented(words, ' '.repeat(sign.length + 1))}`
    })
    .join('\n')
}

function table(node: Node): string {
  const rows = childrenOf(node).map((row) => childrenOf(row).map((cell) => inline(cell, false).replaceAll('|', '\\|')))
  const width = Math.max(1, ...rows.map((row) => row.length))
  const line = (cells: readonly string[]) =>
    `|${Array.from({ length: width }, (_, at) => ` ${cells[at] ?? ''} `).join('|')}|`
  const [head = [], ...rest] = rows
  return [line(head), `|${' --- |'.repeat(width)}`, ...rest.map(line)].join('\n')
}

/** `turn`: how many lists of this kind stand right before it, so that two of them do not become one. */
function block(node: Node, turn: number): string {
  switch (node.type.name) {
    case 'heading': {
      const words = inline(node, false)
      return words === ''
        ? ''
        : `${'#'.repeat(Number(node.attrs['level']))} ${words.replace(/(?<![\\#])#(?=#*$)/, '\\#')}`
    }
    case 'blockquote': {
      const words = blocks(node)
      return words === ''
        ? ''
        : words
            .split('\n')
            .map((line) => (line === '' ? '>' : `> ${line}`))
            .join('\n')
    }
    case 'bullet_list':
    case 'ordered_list':
      return list(node, turn)
    case 'table':
      return table(node)
    case 'horizontal_rule':
      return '---'
    case 'code_block': {
      const fence = '`'.repeat(Math.max(3, ...[...node.textContent.matchAll(/`+/g)].map(([ticks]) => ticks.length + 1)))
      return `${fence}\n${node.textContent}\n${fence}`
    }
    default:
      return inline(node, true)
  }
}

function blocks(parent: Node): string {
  const words: string[] = []
  let turn = 0
  let last = ''
  for (const child of childrenOf(parent)) {
    const name = child.type.name
    const next = name === last ? turn + 1 : 0
    const text = block(child, next)
    // What is empty is not written, and parts no lists.
    if (text === '') continue
    turn = next
    last = name
    words.push(text)
  }
  return words.join('\n\n')
}

/** What stands in the writing field as Markdown. Opened again it is the same, apart from spaces at edges and empty lines. */
export const writeMarkdown = (doc: Node): string => blocks(doc)
