import { all } from './contacts.ts'
import type { Found } from './marks.ts'

/**
 * The eleven-test of the citizen service number: 9a + 8b + … + 2h − i is a multiple of 11.
 * Besluit burgerservicenummer. @returns false for anything but nine digits, and for nine zeros.
 */
export function passesElevenTest(digits: string): boolean {
  if (!/^\d{9}$/.test(digits) || digits === '000000000') return false
  const sum = [...digits].reduce((total, digit, i) => total + Number(digit) * (i === 8 ? -1 : 9 - i), 0)
  return sum % 11 === 0
}

/** ISO 13616 / ISO 7064 mod 97-10. @returns whether the check digits of an IBAN (no spaces) are right. */
export function passesIbanCheck(iban: string): boolean {
  if (!/^[A-Z]{2}\d{2}[A-Z0-9]{11,30}$/.test(iban)) return false
  let rest = 0
  for (const letter of iban.slice(4) + iban.slice(0, 4)) {
    for (const digit of String(parseInt(letter, 36))) rest = (rest * 10 + Number(digit)) % 97
  }
  return rest === 1
}

const nineDigits = /(?<!\d)(?=(\d(?:[ \u00A0.-]?\d){8})(?!\d))/g
const afterBsn =
  /\b(?:bsn|burgerservicenummer|sofinummer|sofi-nummer)\b[^\d\n]{0,20}(\d(?:[ \u00A0.-]?\d){7,8})(?!\d)/gi
const iban = /(?<![A-Z0-9])[A-Z]{2}\d{2}(?:[ \u00A0.-]?[A-Z0-9]{1,4}){3,8}(?![A-Z0-9])/gi
const dutchIban = /(?<![A-Z0-9])NL[ .-]?\d{2}[ .-]?[A-Z]{4}(?:[ .-]?\d){10}(?!\d)/gi

const months =
  'januari|februari|maart|april|mei|juni|juli|augustus|september|oktober|november|december|january|february|march|may|june|july|august|october|jan|feb|mrt|apr|jun|jul|aug|sept|sep|okt|oct|nov|dec'
const date = String.raw`(?:(?:0?[1-9]|[12]\d|3[01])\s?[-/. ]\s?(?:0?[1-9]|1[0-2])\s?[-/. ]\s?(?:(?:19|20)\d{2}|\d{2})|(?:19|20)\d{2}-\d{2}-\d{2}|(?:0?[1-9]|[12]\d|3[01])(?:e|st|nd|rd|th)?[ -](?:${months})(?:\.?[ -](?:(?:19|20)\d{2}|'\d{2}))?|(?:${months}) (?:0?[1-9]|[12]\d|3[01])(?:st|nd|rd|th)?,? (?:19|20)\d{2})`
const afterBorn = new RegExp(
  String.raw`(?<![\p{L}])(?:geboren|geb\.?|geboortedatum|geboortedag|verjaardag|jarig|born|birthday|date of birth|dob)(?![\p{L}])[^\d\n.;]{0,40}?(${date}|(?:19|20)\d{2})(?![\d])`,
  'giu',
)
const fullDate = new RegExp(String.raw`(?<![\d./-])${date}(?![\d/-])`, 'giu')
// A full date this long ago in a text about today is more often a birthday than an event.
const longAgo = 2008

const plate =
  /(?<![\p{L}\p{N}-])(?:[A-Z]{2}-\d{2}-\d{2}|\d{2}-\d{2}-[A-Z]{2}|\d{2}-[A-Z]{2}-\d{2}|[A-Z]{2}-\d{2}-[A-Z]{2}|[A-Z]{2}-[A-Z]{2}-\d{2}|\d{2}-[A-Z]{2}-[A-Z]{2}|\d{2}-[A-Z]{3}-\d|\d-[A-Z]{3}-\d{2}|[A-Z]{2}-\d{3}-[A-Z]|[A-Z]-\d{3}-[A-Z]{2}|[A-Z]{3}-\d{2}-[A-Z]|[A-Z]-\d{2}-[A-Z]{3}|\d-[A-Z]{2}-\d{3}|\d{3}-[A-Z]{2}-\d)(?![\p{L}\p{N}-])/gu
const afterPlate =
  /\b(?:kenteken|nummerbord|number plate|licence plate)\b(?:\s{1,3}(?:is|was|van|het|de|mijn|nummer))*[\s:]{1,3}((?=[A-Z0-9 -]{0,10}\d)(?=[A-Z0-9 -]{0,10}[A-Z])[A-Z0-9]{1,3}[ -]?[A-Z0-9]{2,3}[ -]?[A-Z0-9]{1,3})(?![\p{L}\p{N}])/giu

/** Finds citizen service numbers, bank account numbers, birth dates and licence plates. */
export function findNumbers(text: string): readonly Found[] {
  const elevens = [...text.matchAll(nineDigits)]
    .filter((match) => passesElevenTest(digitsOf(match[1] ?? '')))
    .map((match): Found => ({
      start: match.index,
      end: match.index + (match[1] ?? '').length,
      kind: 'bsn',
      why: 'eleven-test',
    }))
  return [
    ...elevens,
    ...groups(text, afterBsn, 'bsn', 'after-bsn'),
    ...all(text, dutchIban, 'iban', 'iban-shape'),
    ...checkedIbans(text),
    ...groups(text, afterBorn, 'birth-date', 'after-born'),
    ...all(text, fullDate, 'birth-date', 'old-date').filter((found) => isLongAgo(text.slice(found.start, found.end))),
    ...all(text, plate, 'plate', 'plate-shape'),
    ...groups(text, afterPlate, 'plate', 'plate-shape'),
  ]
}

const digitsOf = (text: string) => text.replace(/\D/g, '')

function groups(text: string, pattern: RegExp, kind: Found['kind'], why: Found['why']): Found[] {
  return [...text.matchAll(pattern)].map((match) => {
    const value = match[1] ?? match[0]
    const end = match.index + match[0].length
    return { start: end - value.length, end, kind, why }
  })
}

function checkedIbans(text: string): Found[] {
  return all(text, iban, 'iban', 'iban-check').flatMap((found) => {
    // The pattern may have taken words that follow: the longest beginning that passes the check is the number.
    for (let end = found.end; end > found.start + 15; end--) {
      const shorter = text.slice(found.start, end)
      if (/[A-Z0-9]$/i.test(shorter) && passesIbanCheck(shorter.replace(/[ \u00A0.-]/g, '').toUpperCase()))
        return [{ ...found, end }]
    }
    return []
  })
}

function isLongAgo(found: string): boolean {
  const year = /(?:19|20)\d{2}/.exec(found)
  return year !== null && Number(year[0]) <= longAgo
}
