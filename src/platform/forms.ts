import { z } from 'zod'
import type { Errors, FormInput, Submitted } from '../lib/form-values.ts'
import { cleanText } from '../lib/text/clean.ts'
import { problems } from './problems.ts'

/** The most that a form may send. A question of 10,000 characters is at most 90 kB once percent-encoded. */
export const formLimit = 512 * 1024

const percent = 0x25
const plus = 0x2b

/** Percent-decodes strictly: bytes that are not UTF-8 are refused, never replaced. */
function decode(part: string): string {
  const bytes = new TextEncoder().encode(part)
  const out = new Uint8Array(bytes.length)
  let length = 0
  for (let i = 0; i < bytes.length; i++) {
    const byte = bytes[i] ?? 0
    if (byte === plus) out[length++] = 0x20
    else if (byte === percent) {
      const hex = part.slice(i + 1, i + 3)
      if (!/^[0-9a-fA-F]{2}$/.test(hex)) throw problems['wrong-encoding']()
      out[length++] = Number.parseInt(hex, 16)
      i += 2
    } else out[length++] = byte
  }
  try {
    return new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(out.subarray(0, length))
  } catch {
    throw problems['wrong-encoding']()
  }
}

/**
 * Reads a form body (`application/x-www-form-urlencoded`). Every text is cleaned: NFC, without control characters and
 * without signs that turn the reading direction. A field sent more than once becomes a list.
 * @throws Problem wrong-encoding
 */
export function parseForm(body: string): FormInput {
  if (!/^[\x20-\x7e]*$/.test(body)) throw problems['wrong-encoding']()
  const fields = new Map<string, string[]>()
  for (const pair of body.split('&')) {
    if (pair === '') continue
    const at = pair.indexOf('=')
    const name = decode(at < 0 ? pair : pair.slice(0, at))
    const value = cleanText(at < 0 ? '' : decode(pair.slice(at + 1)), { maxLength: formLimit, multiline: true })
    if (!/^[\w.:-]{1,200}$/.test(name) || name === '__proto__') throw problems['unknown-form']()
    const earlier = fields.get(name)
    if (earlier) earlier.push(value)
    else fields.set(name, [value])
  }
  return Object.fromEntries(
    Array.from(fields, ([name, values]) => [name, values.length > 1 ? values : (values[0] ?? '')]),
  )
}

const platformFields = new Set(['_key'])

/**
 * Holds a form against its schema. Unknown fields are refused, what was typed is kept.
 * @returns the value, or the input with a sentence per field
 */
export function readForm<S extends z.ZodType>(
  schema: S,
  input: FormInput,
  unknownField: string,
): Submitted<z.output<S>> {
  const own = Object.fromEntries(Object.entries(input).filter(([name]) => !platformFields.has(name)))
  const read = schema.safeParse(own)
  if (read.success) return { ok: true, value: read.data, input: own }
  const errors: Record<string, string> = {}
  for (const issue of read.error.issues) {
    const field = issue.code === 'unrecognized_keys' ? '_form' : String(issue.path[0] ?? '_form')
    errors[field] ??= issue.code === 'unrecognized_keys' ? unknownField : issue.message
  }
  return { ok: false, input: own, errors: errors satisfies Errors }
}

/** One line of text: line breaks become spaces. `messages` say what to do. */
export const line = (limits: { min?: number; max: number }, messages: { empty: string; long: string }) =>
  z
    .string(messages.empty)
    .transform((text) => text.replace(/\s+/g, ' ').trim())
    .pipe(
      z
        .string()
        .min(limits.min ?? 1, messages.empty)
        .max(limits.max, messages.long),
    )

/** Several lines of text. */
export const lines = (limits: { min?: number; max: number }, messages: { empty: string; long: string }) =>
  z
    .string(messages.empty)
    .transform((text) => text.trim())
    .pipe(
      z
        .string()
        .min(limits.min ?? 1, messages.empty)
        .max(limits.max, messages.long),
    )

/** A field that may be left empty: '' and absent become undefined. */
export const optional = <S extends z.ZodType>(schema: S) =>
  z.preprocess((value) => (typeof value === 'string' && value.trim() === '' ? undefined : value), schema.optional())

/** Ticks: none, one or more; always a list. */
export const ticks = <S extends z.ZodType<unknown, string>>(schema: S) =>
  z.preprocess(
    (value) => (value === undefined || value === '' ? [] : Array.isArray(value) ? value : [value]),
    z.array(schema),
  )
