import { municipalityName, provinces } from '../../regions/public.ts'
import type { Details } from '../kinds/kinds.rules.ts'

const licences: Readonly<Record<string, string>> = {
  'CC-BY-4.0': 'https://creativecommons.org/licenses/by/4.0/',
  'CC-BY-SA-4.0': 'https://creativecommons.org/licenses/by-sa/4.0/',
  'CC0-1.0': 'https://creativecommons.org/publicdomain/zero/1.0/',
}

/** @returns the address of a licence; undefined for one that has none, such as all rights reserved. */
export const licenceAddress = (licence: string): string | undefined => licences[licence]

/** @returns the name of a municipality or province; null for a code that is neither. */
export const regionName = (code: string): string | null =>
  provinces().find((province) => province.code === code)?.name ?? municipalityName(code)

const stated = (value: Details[keyof Details]): string | undefined =>
  typeof value === 'string' && value.trim() !== '' ? value : undefined

/** When and where an event is; null while its day is not known. Days are days in Amsterdam, the last one included. */
export function gathering(details: Details) {
  const start = stated(details.startsOn)
  if (start === undefined) return null
  const end = stated(details.endsOn)
  return {
    start,
    end: end !== undefined && end >= start ? end : undefined,
    place: stated(details.place),
    organiser: stated(details.organiser),
    accessibility: stated(details.accessibility),
    attendance: stated(details.attendance),
  }
}
