import type { Lang } from '../lib/words.ts'

/**
 * The address of a page in the language of the reader. Paths are Dutch; English pages live under `/en`.
 * Anything that is not a path on this site (another site, `mailto:`, `#place`) stays as it is.
 */
export const href = (where: Lang | { readonly lang: Lang }, path: string): string => {
  const lang = typeof where === 'string' ? where : where.lang
  if (lang === 'nl' || !path.startsWith('/') || path.startsWith('//')) return path
  return path === '/' ? '/en' : path.startsWith('/?') ? `/en${path.slice(1)}` : `/en${path}`
}
