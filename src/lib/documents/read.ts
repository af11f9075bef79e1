import { cleanText, decodeUtf8 } from '../text/clean.ts'
import { contactHeading, contactLines, withoutContacts } from './contacts.ts'
import type { HeldKind } from './contacts.ts'
import { readDateLine } from './dates.ts'
import type { StatedDate } from './dates.ts'
import { readHtml } from './html.ts'
import type { HtmlPage } from './html.ts'
import { languageOf } from './language.ts'
import { blocksOf, isNavigation, looksLikeHeading } from './lines.ts'
import type { Block } from './lines.ts'

/** Something about a person that was kept out of the paragraphs, for an editor to look at. */
export type HeldBack = {
  readonly kind: HeldKind
  readonly text: string
  /** The paragraph it was taken from, or else the one it stood behind; -1 when it stood before the first. */
  readonly paragraph: number
}

export type Paragraph = { readonly heading: string | null; readonly text: string }

export type ReadDocument = {
  readonly ok: true
  readonly title: string
  /** 'filename' when the document itself begins without a title: an editor should look at it. */
  readonly titleFrom: 'document' | 'filename'
  readonly language: 'nl' | 'en' | 'unknown'
  /** The publisher, site or address that the document names. Absent: it names none. */
  readonly source?: string
  /** Absent: the document states no date of its own. */
  readonly dateStated?: StatedDate
  readonly paragraphs: readonly Paragraph[]
  readonly heldBack: readonly HeldBack[]
  /** Lines left out because they serve to move about in a site, or say again what stands elsewhere. */
  readonly leftOut: readonly string[]
}

export type UnreadableDocument = {
  readonly ok: false
  readonly problem: 'empty' | 'too-large' | 'binary' | 'wrong-encoding' | 'nothing-to-read'
}

/** The largest document that is read, in bytes. */
export const largestDocument = 2 * 1024 * 1024

/**
 * Reads a page saved as text or HTML in UTF-8 into paragraphs that keep their own first words. Named contact blocks, e-mail
 * addresses and phone numbers are held back. It takes nothing from the text that is not there: no date, no source guessed.
 * @param filename decides between text and HTML when the content does not say, and gives the title when there is none.
 * @returns the document, or the named reason why it cannot be read. Never throws.
 */
export function readDocument(bytes: Uint8Array, filename: string): ReadDocument | UnreadableDocument {
  if (bytes.length === 0) return { ok: false, problem: 'empty' }
  if (bytes.length > largestDocument) return { ok: false, problem: 'too-large' }
  const decoded = decodeUtf8(bytes)
  if (!decoded.ok) return { ok: false, problem: decoded.problem === 'binary' ? 'binary' : 'wrong-encoding' }
  const text = cleanText(decoded.text, { multiline: true })
  if (text === '') return { ok: false, problem: 'empty' }

  const page = isHtml(text, filename) ? readHtml(text) : null
  const blocks = page === null ? blocksOf(text) : blocksOfPage(page)
  const { paragraphs, heldBack, leftOut, title, date, source } = laidOut(blocks, page?.title)
  if (paragraphs.length === 0) return { ok: false, problem: 'nothing-to-read' }

  const dateStated = date ?? (page?.date === undefined ? null : readDateLine(page.date))
  const named = source ?? page?.source
  return {
    ok: true,
    title: title ?? titleOf(filename),
    titleFrom: title === null ? 'filename' : 'document',
    language: languageOf(paragraphs.map((paragraph) => paragraph.text).join('\n')),
    ...(named === undefined ? {} : { source: named }),
    ...(dateStated === null ? {} : { dateStated }),
    paragraphs,
    heldBack,
    leftOut,
  }
}

const isHtml = (text: string, filename: string) =>
  /\.x?html?$/i.test(filename) ||
  /^(?:<\?xml[^>]{0,200}>\s*)?(?:<!--[^]{0,500}?-->\s*)?<(?:!doctype html|html|head|body|article|main|div|p)[\s>]/i.test(
    text.slice(0, 1000),
  )

function blocksOfPage(page: HtmlPage): readonly Block[] {
  const main = page.blocks.filter((block) => block.inMain)
  const enough = main.reduce((sum, block) => sum + block.text.length, 0) > 200
  const marked = page.blocks.some((block) => block.kind === 'heading')
  return (enough ? main : page.blocks).map((block) => ({
    text: cleanText(block.text),
    heading: block.kind === 'heading' || (marked ? false : null),
  }))
}

const titleOf = (filename: string) => {
  const name = cleanText(filename.split(/[/\\]/).at(-1) ?? '', { maxLength: 150 })
    .replace(/\.[a-z0-9]{1,5}$/i, '')
    .replace(/[-_.\s]+/g, ' ')
    .trim()
  return name === '' ? 'Document' : name.charAt(0).toUpperCase() + name.slice(1)
}

const sourceLine = /^(?:bron|source)\s?:\s+(.{2,200})$/i
const sourceSentence =
  /(?:verscheen eerder (?:op|in)|lees het (?:volledige|hele) (?:artikel|stuk|verhaal|interview) op|eerder gepubliceerd (?:op|in)|originally published (?:on|in|at)|first appeared (?:on|in))\s+([^,;()]{2,100}?)[.!]?(?:\s|$)(?![a-z])/i

/** A sentence in quotes on a line of its own that stands in another paragraph too. */
function isPullQuote(line: string, all: readonly Block[]): boolean {
  const quoted = /^[‘'“"](.{20,400}?)[.!?]?[’'”"]$/.exec(line)?.[1]
  return quoted !== undefined && all.some((other) => other.text !== line && other.text.includes(quoted))
}

type Layout = Pick<ReadDocument, 'paragraphs' | 'heldBack' | 'leftOut'> & {
  readonly title: string | null
  readonly date: StatedDate | null
  readonly source: string | undefined
}

function laidOut(all: readonly Block[], pageTitle: string | undefined): Layout {
  const leftOut: string[] = []
  const seen = new Set<string>()
  const lines = all.filter((block) => {
    const again = block.text.length > 25 && (seen.has(block.text) || isPullQuote(block.text, all))
    seen.add(block.text)
    if (again || isNavigation(block.text)) leftOut.push(block.text)
    return !again && !isNavigation(block.text)
  })
  const dates = lines.map((block, at) => (at < 8 || at >= lines.length - 5 ? readDateLine(block.text) : null))
  const content = lines.filter((_, at) => dates[at] === null || dates[at] === undefined)
  const sources = content.map((block) => (sourceLine.exec(block.text) ?? sourceSentence.exec(block.text))?.[1]?.trim())

  const { title, rest } = withoutTitle(content, pageTitle)
  const held = contactLines(rest)
  const paragraphs: Paragraph[] = []
  const heldBack: HeldBack[] = []
  let heading: string | null = null
  for (const [at, block] of rest.entries()) {
    const kind = held.get(at)
    const next = rest[at + 1]
    const nextIsText = next !== undefined && !held.has(at + 1)
    if (kind !== undefined) heldBack.push({ kind, text: block.text, paragraph: paragraphs.length - 1 })
    else if (sourceLine.test(block.text)) continue
    else if (
      block.heading ||
      (block.heading === null && looksLikeHeading(block.text, nextIsText ? next.text : undefined))
    )
      heading = block.text
    else if (contactHeading.test(block.text)) leftOut.push(block.text)
    else {
      const { text, held: taken } = withoutContacts(block.text)
      const words = text.replace(/\[[^[\]]*\]|[^\p{L}]/gu, '')
      const place = words === '' ? paragraphs.length - 1 : paragraphs.length
      heldBack.push(...taken.map((each) => ({ ...each, paragraph: place })))
      if (words !== '') paragraphs.push({ heading, text })
    }
  }
  return {
    paragraphs,
    heldBack,
    leftOut,
    title,
    date: dates.find((date) => date !== null) ?? null,
    source: sources.find((each) => each !== undefined),
  }
}

/** The title is the first heading when nothing but short lines stands before it. */
function withoutTitle(
  content: readonly Block[],
  pageTitle: string | undefined,
): { readonly title: string | null; readonly rest: readonly Block[] } {
  const [first, second] = content
  if (
    first !== undefined &&
    (first.heading ||
      (first.heading === null && first.text.length <= 160 && looksLikeTitle(first.text) && second !== undefined))
  ) {
    return { title: first.text, rest: content.slice(1) }
  }
  const short = pageTitle?.replace(/\s[|–-]\s[^|–-]{1,60}$/, '').trim()
  return { title: short === undefined || short === '' ? null : short, rest: content }
}

const looksLikeTitle = (line: string) => !/[.,;:]$/.test(line) && !/^[-•*–]\s/.test(line)
