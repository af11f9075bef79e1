import TurndownService from 'turndown'
import { allowedHtml, type LeftOut } from './allowed.ts'
import { repaired } from './repairs.ts'
import { htmlOf, treeOf } from './tree.ts'

/**
 * A text as Markdown (CommonMark, with the tables of GFM). `imagesWithoutText`: pictures left out because they had no text
 * to replace them, or no address. `links`: links that became plain text because they led nowhere one may go. `shortened`:
 * true when the page was longer than is read.
 */
export type CleanText = {
  readonly markdown: string
  readonly imagesWithoutText: number
  readonly links: number
  readonly shortened: boolean
}

// A book of some hundreds of pages. The work grows faster than the number of elements side by side.
const limits = { letters: 3_000_000, elements: 12_000 }

const turndown = new TurndownService({
  headingStyle: 'atx',
  hr: '---',
  bulletListMarker: '-',
  codeBlockStyle: 'fenced',
  emDelimiter: '*',
  strongDelimiter: '**',
  br: '\\',
})

const oneLine = (text: string): string =>
  text
    .split(/\\?\n/)
    .map((line) => line.trim())
    .filter((line) => line !== '')
    .join(' ')

turndown.addRule('line of a list', {
  filter: 'li',
  replacement: (content, node) => {
    const number = (node as HTMLElement).getAttribute('value')
    const sign = number === null ? '- ' : `${number}. `
    const text = content
      .trimEnd()
      .replace(/^\n+/, '')
      .replace(/\n(?=[^\n])/g, `\n${' '.repeat(sign.length)}`)
    return `${sign}${text}${node.nextSibling ? '\n' : ''}`
  },
})
turndown.addRule('cell', {
  filter: ['th', 'td'],
  replacement: (content) => ` ${oneLine(content).replace(/(?<!\\)\|/g, '\\|')} |`,
})
turndown.addRule('row', {
  filter: 'tr',
  replacement: (content, node) => {
    const isHead = node.previousSibling === null
    return `|${content}\n${isHead ? `|${' --- |'.repeat(node.childNodes.length)}\n` : ''}`
  },
})
turndown.addRule('table', { filter: 'table', replacement: (content) => `\n\n${content}\n\n` })
turndown.addRule('table parts', { filter: ['thead', 'tbody', 'tfoot'], replacement: (content) => content })
turndown.addRule('bare link', {
  filter: (node) => node.nodeName === 'A' && node.getAttribute('href') === node.textContent,
  replacement: (_, node) => `<${node.textContent}>`,
})
turndown.addRule('heading on one line', {
  filter: ['h2', 'h3', 'h4'],
  replacement: (content, node) => {
    const text = oneLine(content)
    return text === '' ? '' : `\n\n${'#'.repeat(Number(node.nodeName.charAt(1)))} ${text}\n\n`
  },
})

const mostData = 200

// A pattern keeps a note for each letter that it may still give back: a picture of six megabytes is more than it can hold.
function withoutData(html: string): string {
  const end = /["'\s>]/g
  let kept = ''
  let from = 0
  for (let at = html.indexOf('data:'); at >= 0; at = html.indexOf('data:', from)) {
    end.lastIndex = at
    const next = end.exec(html)?.index ?? html.length
    kept += html.slice(from, at) + (next - at > mostData ? 'data:,' : html.slice(at, next))
    from = next
  }
  return kept + html.slice(from)
}

/**
 * HTML from Word, Google Docs, a mail or a web page as clean Markdown: headings (the highest is ##, because a page has its
 * own title), paragraphs, lists with their levels, quotes, links to http, https, mailto or this site, tables, and images
 * that have a text in their place. No styles, comments, scripts or remains of the program it came from; struck-out text
 * is left out. Never throws; HTML however broken gives some text.
 *
 * @param base the address of the page, to which its own links are relative; without it links that begin with one slash
 * stay as they are, and other relative links become text.
 */
export function cleanMarkdown(html: string, base?: string): CleanText {
  const left: LeftOut = { imagesWithoutText: 0, links: 0 }
  // A picture inside the text is left out anyway, and may be most of it.
  const text = withoutData(html)
  const plain = text
    .slice(0, limits.letters)
    .toWellFormed()
    .replace(/&nbsp;|&#160;|&#xa0;|\u00a0|\u202f/gi, ' ')
    .replace(/&shy;|&#173;|[\u00ad\u200b-\u200f\u2060\ufeff\0]/gi, '')
    // Turndown looks at a run of white space once for every character in it.
    .replace(/\s{200,}/g, ' ')
  const { root, whole } = treeOf(allowedHtml(plain, base, left), limits.elements)
  const markdown = turndown
    .turndown(repaired(root).children.map(htmlOf).join(''))
    .split('\n')
    .map((line) => line.trimEnd())
    .join('\n')
    .replace(/\\\n(?=\n|$)/g, '\n')
    .replace(/\n{3,}/g, '\n\n')
    .trim()
  return { markdown, ...left, shortened: !whole || text.length > limits.letters }
}
