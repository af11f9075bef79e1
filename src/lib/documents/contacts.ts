import { findContacts } from '../redaction/contacts.ts'
import { findNumbers } from '../redaction/numbers.ts'
import { findPeople } from '../redaction/people.ts'
import type { Block } from './lines.ts'

/** What kind of thing about a person was held back. */
export type HeldKind = 'email' | 'phone' | 'bsn' | 'iban' | 'contact-block' | 'person-card' | 'credits'

const placeholder = /\[(?:e-?mail(?: protected)?|email\s?protected|telefoon|telefoonnummer|phone)\]/iu
/** A heading that announces how to reach someone. */
export const contactHeading =
  /^(?:contact(?:gegevens|personen|persoon|informatie)?(?: (?:hierover|opnemen|en informatie))?|(?:meer|voor) (?:informatie|vragen)|(?:meer )?(?:vragen|weten)|neem contact op|over de auteurs?|auteurs?|contact us|contact details|questions|about the authors?|more information)\s?[?:!]?$/i
const contactCue =
  /neem(?:t u)? (?:gerust |dan )?contact op|contact op(?: te)? nemen|(?:mail|bel|app)(?:t u|t)? (?:gerust |even )?(?:met|naar)|mail(?:en)? (?:kan|naar)|stuur (?:een )?(?:e-?)?mail|aanmelden (?:bij|via)|contactpersoon|te bereiken (?:via|op)|bereikbaar (?:via|op|onder)|voor (?:meer )?(?:informatie|vragen)|(?:get in touch|contact) with|please contact|contact us|reach out to/i
const credits =
  /^(?:(?:eind)?redactie|tekst(?: en beeld)?|auteurs?|door|foto(?:'s|grafie|’s)?|beeld|interview|illustraties?|vertaling|by|text|authors?|photos?|written by|geschreven door)(?: (?:en|&|and) [a-z]+)?\s?:?\s+\S/i
const cardLine =
  /^(?:thema[’']?s|expertise|functie|telefoon|tel\.?|mobiel|e-?mail|meer informatie ?over .+|bekijk (?:het )?profiel.*|profiel van .+|lees meer over .+|more about .+|topics|phone)\s?:?$/i

/** @returns whether an e-mail address, a phone number or the place where one stood is in the text. */
export const holdsContact = (text: string): boolean =>
  // Asked of every line: most have none of these signs.
  /[\d@[]|\bat\b|apensta/i.test(text) &&
  (placeholder.test(text) || findContacts(text).some((found) => found.kind === 'email' || found.kind === 'phone'))

const people = (text: string) => findPeople(text, [], [])
/** @returns whether the line is a name, or begins with one that a dash, comma or bar parts from a function. */
function isPersonLine(line: string): boolean {
  if (line.length > 140 || line.length < 3 || !/^\p{Lu}/u.test(line) || /[.!?]$/.test(line)) return false
  const name = people(line).find(
    (found) =>
      found.start === 0 && (found.why !== 'two-capitals' || !/\s(?:van|voor|in|op)\s/.test(line.slice(0, found.end))),
  )
  return name !== undefined && (line.length - name.end < 2 || /^(?:,| [-–|] )/.test(line.slice(name.end)))
}

/**
 * Finds the lines that together present a person to be reached or credited: under a heading as "Contact", around an
 * address or number among short lines, one line with a name and a function, and the credits of a text.
 * @returns the kind per line number; lines that are not in it are text.
 */
export function contactLines(blocks: readonly Block[]): ReadonlyMap<number, HeldKind> {
  const held = new Map<number, HeldKind>()
  const isShort = (at: number) => {
    const text = blocks[at]?.text
    return text !== undefined && text.length < 90 && !/[.!?]$/.test(text.replace(/\b[A-Z]\.$/, ''))
  }
  for (const [at, { text }] of blocks.entries()) {
    if (held.has(at)) continue
    if (contactHeading.test(text) && opensCard(blocks, at)) {
      held.set(at, 'contact-block')
      for (
        let i = at + 1;
        (isShort(i) && !isCredits(blocks[i]?.text ?? '')) || (i === at + 1 && isContactSentence(blocks[i]?.text ?? ''));
        i++
      )
        held.set(i, 'contact-block')
    } else if (isShort(at) && holdsContact(text)) {
      for (const i of around(blocks, at, isShort)) held.set(i, 'contact-block')
    } else if (isCredits(text)) held.set(at, 'credits')
    else if (text.length < 400 && isContactSentence(text)) held.set(at, 'contact-block')
    else if (at > 0 && isPersonLine(text) && text.length < 140) held.set(at, 'person-card')
  }
  return held
}

const isCredits = (text: string) =>
  credits.test(text) && text.length < 160 && !/[.!?]$/.test(text) && (people(text).length > 0 || /redactie/i.test(text))

/** A heading "Contact" opens a card only when a person or an address follows soon. */
function opensCard(blocks: readonly Block[], at: number): boolean {
  const next = blocks.slice(at + 1, at + 5).map((block) => block.text)
  const first = next[0] ?? ''
  return (
    first !== '' &&
    (isPersonLine(first) ||
      isContactSentence(first) ||
      (first.length < 90 && next.some((text) => text.length < 90 && holdsContact(text))))
  )
}

/** One sentence or two that send the reader to a named person or address. */
function isContactSentence(text: string): boolean {
  if (!contactCue.test(text) || (text.match(/[.!?](?:\s|$)/g) ?? []).length > 3) return false
  return holdsContact(text) || people(text).length > 0
}

function around(blocks: readonly Block[], at: number, isShort: (at: number) => boolean): readonly number[] {
  let from = at
  // Upward to the name at most three lines higher; without a name only the line itself.
  for (let i = at - 1; i >= at - 3 && i > 0 && isShort(i); i--) {
    if (isPersonLine(blocks[i]?.text ?? '')) from = i
  }
  let to = at
  while (
    isShort(to + 1) &&
    (cardLine.test(blocks[to + 1]?.text ?? '') ||
      holdsContact(blocks[to + 1]?.text ?? '') ||
      cardLine.test(blocks[to]?.text ?? ''))
  )
    to += 1
  return Array.from({ length: to - from + 1 }, (_, k) => from + k)
}

export type Held = { readonly kind: HeldKind; readonly text: string }

/**
 * Takes e-mail addresses, phone numbers, citizen service numbers and account numbers out of a paragraph, and whole sentences
 * that send the reader to a named person.
 * @returns the paragraph with "[e-mail]" and the like where something stood, and what was taken.
 */
export function withoutContacts(paragraph: string): { readonly text: string; readonly held: readonly Held[] } {
  const held: Held[] = []
  const sentences = paragraph.split(/(?<=[.!?])\s+(?=[\p{Lu}‘“"'])/u)
  const kept = sentences.filter((sentence) => {
    const isContact = sentences.length > 1 && sentence.length < 300 && isContactSentence(sentence)
    if (isContact) held.push({ kind: 'contact-block', text: sentence })
    return !isContact
  })
  const text = kept.length === sentences.length ? paragraph : kept.join(' ')
  const words = {
    email: '[e-mail]',
    phone: '[telefoon]',
    bsn: '[burgerservicenummer]',
    iban: '[rekeningnummer]',
  } as const
  let result = ''
  let from = 0
  for (const found of [...findContacts(text), ...findNumbers(text)].sort(
    (a, b) => a.start - b.start || b.end - a.end,
  )) {
    const { kind } = found
    if ((kind !== 'email' && kind !== 'phone' && kind !== 'bsn' && kind !== 'iban') || found.start < from) continue
    held.push({ kind, text: text.slice(found.start, found.end) })
    result += text.slice(from, found.start) + words[kind]
    from = found.end
  }
  return { text: result + text.slice(from), held }
}
