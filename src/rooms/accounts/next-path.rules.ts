const elsewhere = 'http://elsewhere.invalid'
const never = /^\/(?:inloggen|uitloggen)(?:[/?]|$)/

/**
 * Where to go after signing in. Only a path of ours is taken: one slash, no other site, no sign that a browser reads as
 * a slash or leaves out.
 * @returns the path with its query; `/mijn` for anything else
 */
export function safeNext(wanted: string | null | undefined): string {
  const fallback = '/mijn'
  if (!wanted || wanted.length > 1000 || !/^\/(?![/\\])[\x21-\x7e]*$/.test(wanted) || wanted.includes('\\'))
    return fallback
  if (!URL.canParse(wanted, elsewhere)) return fallback
  const { origin, pathname, search } = new URL(wanted, elsewhere)
  if (origin !== elsewhere || /^\/{2}/.test(pathname) || /%(?:2f|5c|0[0-9a-f]|1[0-9a-f])/i.test(pathname))
    return fallback
  const dutch = pathname === '/en' ? '/' : pathname.startsWith('/en/') ? pathname.slice(3) : pathname
  return dutch.startsWith('//') || never.test(dutch) ? fallback : dutch + search
}
