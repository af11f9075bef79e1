/** HTML as a tree, after cleaning: only elements that we know, only attributes that we asked for. */
export type Element = { tag: string; attributes: Record<string, string>; children: Node[] }
export type Node = Element | string

const empty = new Set(['br', 'hr', 'img'])

/**
 * Reads HTML as sanitize-html writes it: every element closed, every attribute in double quotes, text escaped. Text stays
 * escaped in the tree. Stops after `most` elements; `whole` is false then.
 */
export function treeOf(html: string, most: number): { readonly root: Element; readonly whole: boolean } {
  let count = 0
  const root: Element = { tag: 'body', attributes: {}, children: [] }
  const open: Element[] = [root]
  const inner = () => open.at(-1) ?? root
  for (const [found, closing, tag = '', attributes = ''] of html.matchAll(
    /<(\/?)([a-z][a-z0-9-]*)((?:[^<>a-z0-9-][^<>]*)?)>|[^<]+|</gi,
  )) {
    if (tag === '') inner().children.push(found)
    else if (closing === '/') {
      const at = open.findLastIndex((element) => element.tag === tag)
      if (at > 0) open.length = at
    } else {
      if (++count > most) return { root, whole: false }
      const element: Element = {
        tag,
        attributes: Object.fromEntries(
          [...attributes.matchAll(/\s([a-z-]+)="([^"]*)"/gi)].map(([, name = '', value = '']) => [name, value]),
        ),
        children: [],
      }
      inner().children.push(element)
      if (!empty.has(tag)) open.push(element)
    }
  }
  return { root, whole: true }
}

export function htmlOf(node: Node): string {
  if (typeof node === 'string') return node
  const attributes = Object.entries(node.attributes)
    .map(([name, value]) => ` ${name}="${value}"`)
    .join('')
  const start = `<${node.tag}${attributes}>`
  return empty.has(node.tag) ? start : `${start}${node.children.map(htmlOf).join('')}</${node.tag}>`
}

export const element = (tag: string, children: Node[], attributes: Record<string, string> = {}): Element => ({
  tag,
  attributes,
  children,
})

export const isElement = (node: Node | undefined, ...tags: readonly string[]): node is Element =>
  typeof node === 'object' && (tags.length === 0 || tags.includes(node.tag))

export const isBlank = (node: Node): boolean => typeof node === 'string' && /^\s*$/.test(node)

export const textOf = (node: Node): string => (typeof node === 'string' ? node : node.children.map(textOf).join(''))

/** Every element with this tag, at any depth. */
export const all = (node: Node, tag: string): readonly Element[] =>
  typeof node === 'string'
    ? []
    : [...(node.tag === tag ? [node] : []), ...node.children.flatMap((each) => all(each, tag))]
