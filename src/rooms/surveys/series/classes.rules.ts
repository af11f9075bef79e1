import { slugOf } from '../../../lib/text/slug.ts'
import type { Said } from '../../../lib/questionnaire/definition.ts'

/** A kind of organisation in the population of a series. */
export type TypeClass = { readonly key: string; readonly label: Said }

/** A class of size; `from` is the smallest number of staff in it. */
export type SizeClass = TypeClass & { readonly from: number }

/** A name for addresses and rows: small letters, digits and hyphens; empty when nothing is left. */
export const keyOf = (label: string): string => slugOf(label, 40)

const saidOf = (text: string): Said => {
  const [nl = '', en = ''] = text.split(' / ', 2).map((each) => each.trim())
  return en === '' ? { nl } : { nl, en }
}
const written = ({ nl, en }: Said) => (en === undefined ? nl : `${nl} / ${en}`)
const linesOf = (text: string) =>
  text
    .split('\n')
    .map((each) => each.trim())
    .filter((each) => each !== '')

export type ClassFault = 'none' | 'too-many' | 'twice' | 'no-name' | 'no-number' | 'not-rising'
type Read<T> =
  | { readonly ok: true; readonly classes: readonly T[] }
  | { readonly ok: false; readonly fault: ClassFault }

/** The most classes of a series: with more, nearly every class is too small to say anything about. */
const most = 12

const faultOf = (classes: readonly TypeClass[]): ClassFault | null =>
  classes.length === 0
    ? 'none'
    : classes.length > most
      ? 'too-many'
      : classes.some(({ key }) => key === '')
        ? 'no-name'
        : new Set(classes.map(({ key }) => key)).size < classes.length
          ? 'twice'
          : null

/** Kinds of organisations as they are typed: one per line, with the English words behind " / ". */
export function readTypes(text: string): Read<TypeClass> {
  const classes = linesOf(text).map((each) => ({ key: keyOf(saidOf(each).nl), label: saidOf(each) }))
  const fault = faultOf(classes)
  return fault === null ? { ok: true, classes } : { ok: false, fault }
}

/** Classes of size as they are typed: "50 middelgroot / medium", the smallest number of staff first, from small to large. */
export function readSizes(text: string): Read<SizeClass> {
  const read = linesOf(text).map((each) => /^(\d{1,7})[\s:]+([^\s:].*)$/.exec(each))
  if (read.some((each) => each === null)) return { ok: false, fault: 'no-number' }
  const classes = read.map((each) => {
    const label = saidOf(each?.[2] ?? '')
    return { key: keyOf(label.nl), label, from: Number(each?.[1]) }
  })
  const fault = faultOf(classes)
  if (fault !== null) return { ok: false, fault }
  // Everybody has a size: the first class begins at nobody.
  if (classes[0]?.from !== 0 || classes.some(({ from }, at) => at > 0 && from <= (classes[at - 1]?.from ?? 0)))
    return { ok: false, fault: 'not-rising' }
  return { ok: true, classes }
}

/** As `readTypes` reads them. */
export const typesAsText = (types: readonly TypeClass[]): string => types.map(({ label }) => written(label)).join('\n')

/** As `readSizes` reads them. */
export const sizesAsText = (sizes: readonly SizeClass[]): string =>
  sizes.map(({ label, from }) => `${from} ${written(label)}`).join('\n')

/** The class that a text names: by its key or its words in either language, small letters and signs aside. */
export function classNamed<T extends TypeClass>(classes: readonly T[], text: string): T | null {
  const wanted = keyOf(text)
  return (
    classes.find(({ key, label }) => [key, keyOf(label.nl), keyOf(label.en ?? '')].includes(wanted) && wanted !== '') ??
    null
  )
}

/** The class of a number of staff. */
export const sizeOf = (sizes: readonly SizeClass[], staff: number): SizeClass | null =>
  sizes.findLast(({ from }) => staff >= from) ?? null
