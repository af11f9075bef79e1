import { shippedGeography, type Region } from '../regions/public.ts'

let listed: readonly Region[] | undefined

/** The provinces by name. */
export const provinces = (): readonly Region[] =>
  (listed ??= shippedGeography()
    .regions.filter((each) => each.type === 'province')
    .sort((a, b) => a.name.localeCompare(b.name, 'nl')))

/** The name of a province; the code itself when it is not ours. */
export const provinceName = (code: string): string => provinces().find((each) => each.code === code)?.name ?? code
