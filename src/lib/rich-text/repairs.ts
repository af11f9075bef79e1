import { all, element, isBlank, isElement, textOf, type Element, type Node } from './tree.ts'

const containers = ['body', 'div', 'blockquote', 'li', 'td', 'th']
const blocks = new Set(['p', 'div', 'h2', 'h3', 'h4', 'ul', 'ol', 'li', 'blockquote', 'pre', 'hr', 'table'])

const eachElement = (node: Element, repair: (element: Element) => void): void => {
  for (const child of node.children) if (isElement(child)) eachElement(child, repair)
  repair(node)
}

/** The elements of a text put right, from the inside out: lists, tables, headings. Changes the tree. */
export function repaired(root: Element): Element {
  eachElement(root, (each) => {
    if (containers.includes(each.tag)) each.children = withWordLists(each.children)
    if (each.tag === 'ul' || each.tag === 'ol') each.children = listItems(each.children)
    if (each.tag === 'div' || each.tag === 'body' || each.tag === 'blockquote')
      each.children = withoutLooseItems(each.children)
    if (each.tag === 'li') each.children = tightItem(each.children)
    if (/^h[2-4]$/.test(each.tag)) each.children = inlineOnly(each.children, ['strong', 'img'])
    if (each.tag === 'p' || each.tag === 'a' || each.tag === 'strong' || each.tag === 'em')
      each.children = unblocked(each)
    if (each.tag === 'table') setTable(each)
    each.children = each.children.filter((child) => !isEmptyLink(child))
    if (containers.includes(each.tag)) each.children = joinedLists(each.children)
  })
  root.children = root.children.flatMap((child) => (isLayout(child) ? child.children.flatMap(cellContent) : [child]))
  root.children = withoutMark(joinedLists(root.children))
  eachElement(root, numbered)
  return root
}

const isEmptyLink = (node: Node): boolean =>
  isElement(node, 'a') && textOf(node).trim() === '' && all(node, 'img').length === 0

const isEmptyParagraph = (node: Node): boolean =>
  isElement(node, 'p', 'div') && textOf(node).trim() === '' && ['img', 'hr'].every((tag) => all(node, tag).length === 0)

/** Two lists of one kind with nothing between them: Markdown reads them as one. */
function joinedLists(children: readonly Node[]): Node[] {
  const result: Node[] = []
  for (const child of children) {
    if (isEmptyParagraph(child)) continue
    const last = result.findLast((each) => !isBlank(each))
    if (isElement(child, 'ul', 'ol') && isElement(last, child.tag)) last.children.push(...child.children)
    else result.push(child)
  }
  return result
}

// Markdown takes nine digits.
const highest = 999_999_999

function numbered(list: Element): void {
  if (list.tag !== 'ol') return
  const start = Number(list.attributes.start ?? 1)
  const first = Number.isInteger(start) && start >= 0 && start + list.children.length < highest ? start : 1
  for (const [at, item] of list.children.entries()) if (isElement(item)) item.attributes.value = String(first + at)
}

type Item = { readonly level: number; readonly ordered: boolean; readonly children: Node[] }

const bullet = /^(?:&nbsp;|\s)*([·•●○▪■§\u00a7\u00b7\u2022\uf0a7\uf0b7–-]|o(?=\s|&nbsp;))(?:&nbsp;|[\s\u00a0])+/u
const numeral = /^(?:&nbsp;|\s)*(?:\(?(?:\d{1,3}|[a-z]|[ivx]{1,5})[.)])(?:&nbsp;|[\s\u00a0])+/i

/** A paragraph of Word that is a line of a list, without the sign in front; null for any other. */
function wordItem(node: Node): Item | null {
  if (!isElement(node, 'p') || node.attributes['data-level'] === undefined) return null
  const mark = all(node, 'word-mark').map(textOf).join('').trim()
  const text = textOf(node)
  const guessed = node.attributes['data-guess'] !== undefined
  if (guessed && !bullet.test(text) && !numeral.test(text)) return null
  const sign = mark === '' ? text : `${mark} `
  const item = { level: Number(node.attributes['data-level']), ordered: !bullet.test(sign) && numeral.test(sign) }
  return { ...item, children: mark === '' ? withoutSign(node.children) : withoutMark(node.children) }
}

const withoutMark = (children: readonly Node[]): Node[] =>
  children.flatMap((child): Node[] =>
    isElement(child)
      ? child.tag === 'word-mark'
        ? []
        : [{ ...child, children: withoutMark(child.children) }]
      : [child],
  )

/** The sign stands in the first text there is. */
function withoutSign(children: readonly Node[]): Node[] {
  const [first, ...rest] = children
  if (first === undefined) return []
  if (isElement(first)) return [{ ...first, children: withoutSign(first.children) }, ...rest]
  if (isBlank(first)) return withoutSign(rest)
  return [first.replace(bullet, '').replace(numeral, ''), ...rest]
}

function withWordLists(children: readonly Node[]): Node[] {
  const result: Node[] = []
  let items: Item[] = []
  const close = () => {
    if (items.length > 0) result.push(...nested(items))
    items = []
  }
  for (const child of children) {
    const item = wordItem(child)
    if (item) items.push(item)
    else if (!isBlank(child) || items.length === 0) {
      close()
      result.push(child)
    }
  }
  close()
  return result
}

/** Lines with levels as lists within lists. A level that is skipped is one step all the same. */
function nested(items: readonly Item[]): readonly Element[] {
  const top: Element[] = []
  const open: { level: number; list: Element }[] = []
  for (const item of items) {
    while (open.length > 1 && (open.at(-1)?.level ?? 0) > item.level) open.pop()
    const tag = item.ordered ? 'ol' : 'ul'
    let at = open.at(-1)
    if (at && item.level < at.level) at.level = item.level
    if (!at || item.level > at.level || (at.level === item.level && at.list.tag !== tag)) {
      if (at && at.level === item.level) open.pop()
      const list = element(tag, [])
      const under = open.at(-1)?.list.children.at(-1)
      if (isElement(under)) under.children.push(list)
      else top.push(list)
      at = { level: item.level, list }
      open.push(at)
    }
    at.list.children.push(element('li', item.children))
  }
  return top
}

/** Google Docs and old pages hang a list under a list; it belongs to the line before it. Other things become lines. */
function listItems(children: readonly Node[]): Node[] {
  const items: Element[] = []
  for (const child of children) {
    if (isBlank(child)) continue
    const last = items.at(-1)
    if (isElement(child, 'li')) items.push(child)
    else if (isElement(child, 'ul', 'ol') && last) last.children.push(child)
    else items.push(element('li', [child]))
  }
  return items.filter((item) => textOf(item).trim() !== '' || all(item, 'img').length > 0)
}

/** Google Docs puts each line of a list in a paragraph; with one, the line itself is enough. */
function tightItem(children: readonly Node[]): Node[] {
  const shown = children.filter((child) => !isBlank(child))
  const paragraphs = shown.filter((child) => isElement(child, 'p', 'div'))
  const [first, ...rest] = shown
  return isElement(first, 'p', 'div') && paragraphs.length === 1 ? [...first.children, ...rest] : [...children]
}

/** A line of a list without a list around it. */
function withoutLooseItems(children: readonly Node[]): Node[] {
  const result: Node[] = []
  for (const child of children) {
    const last = result.at(-1)
    if (!isElement(child, 'li')) result.push(child)
    else if (isElement(last, 'ul')) last.children.push(child)
    else result.push(element('ul', [child]))
  }
  return result
}

/** What may stand on one line: blocks become their content with a space between, elements in `without` their content. */
const inlineOnly = (children: readonly Node[], without: readonly string[]): Node[] =>
  children.flatMap((child): Node[] => {
    if (!isElement(child)) return [child.replace(/\s+/g, ' ')]
    if (child.tag === 'br' || child.tag === 'hr') return [' ']
    if (child.tag === 'img') return without.includes('img') ? [] : [child]
    const inner = inlineOnly(child.children, without)
    if (blocks.has(child.tag) || ['tr', 'td', 'th'].includes(child.tag)) return [' ', ...inner, ' ']
    return without.includes(child.tag) ? inner : [{ ...child, children: inner }]
  })

/** A paragraph, link or stress around blocks goes; the blocks stay. */
const unblocked = (node: Element): Node[] => {
  if (node.tag === 'p' || !node.children.some((child) => isElement(child) && blocks.has(child.tag)))
    return node.children
  return inlineOnly(node.children, [])
}

const rowsOf = (table: Element): readonly Element[] =>
  table.children.flatMap((child) => (isElement(child, 'tr') ? [child] : []))
const cellsOf = (row: Element): readonly Element[] =>
  row.children.flatMap((child) => (isElement(child, 'td', 'th') ? [child] : []))

/** A table with one column or one row serves the looks of a page. */
const isLayout = (node: Node): node is Element =>
  isElement(node, 'table') && (rowsOf(node).length < 2 || rowsOf(node).every((row) => cellsOf(row).length < 2))

const cellContent = (row: Node): readonly Node[] =>
  isElement(row) ? cellsOf(row).map((cell) => element('p', cell.children)) : []

/** Rows of equal length with one line per cell; the first row is the head. */
function setTable(table: Element): void {
  const rows = rowsOf(table).map((row) =>
    cellsOf(row).flatMap((cell) => {
      const wide = Math.min(20, Math.max(1, Number(cell.attributes.colspan ?? 1) || 1))
      const filled = element('td', inlineOnly(cell.children, []))
      return [filled, ...Array.from({ length: wide - 1 }, () => element('td', []))]
    }),
  )
  const kept = rows.filter((row) => row.some((cell) => textOf(cell).trim() !== '' || all(cell, 'img').length > 0))
  const width = Math.max(0, ...kept.map((row) => row.length))
  table.children = kept.map((row, at) =>
    element(
      'tr',
      Array.from({ length: width }, (_, column) => element(at === 0 ? 'th' : 'td', row[column]?.children ?? [])),
    ),
  )
}
