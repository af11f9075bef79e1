/** What a site asks of programs that read it (RFC 9309). */
export type Robots = {
  /** Whether a program may ask for this address of the site. */
  readonly allows: (address: string) => boolean
  /** Seconds that the site wants between two questions; 0 when it does not say. */
  readonly pause: number
  /** Where its sitemaps are, as it wrote them. */
  readonly sitemaps: readonly string[]
}

type Rule = { readonly allow: boolean; readonly pattern: string }
type Group = { agents: string[]; rules: Rule[]; pause: number }

// What the RFC says must be read at least, and more than any site needs.
const most = { letters: 500 * 1024, rules: 2_000, sitemaps: 50 } as const

/**
 * Reads a robots.txt: the rules for the program that is named, else those for all. The longest pattern that fits decides,
 * and of two as long the one that allows. What cannot be read says nothing.
 * @param agent the name of the program, as in its User-Agent, without version.
 */
export function readRobots(text: string, agent: string): Robots {
  const groups: Group[] = []
  const sitemaps: string[] = []
  let open: Group | null = null
  for (const line of text
    .slice(0, most.letters)
    .replace(/^\uFEFF/, '')
    .split(/\r\n?|\n/)) {
    const [, name = '', written = ''] = /^\s*([a-z-]{1,20})\s*:\s*([^#]*)/i.exec(line) ?? []
    const value = written.trim()
    const field = name.toLowerCase()
    if (field === 'sitemap' && value !== '' && sitemaps.length < most.sitemaps) sitemaps.push(value)
    else if (field === 'user-agent') {
      // Lines of agents that follow each other open one group.
      if (open === null || open.rules.length > 0 || open.pause > 0)
        groups.push((open = { agents: [], rules: [], pause: 0 }))
      open.agents.push(value.toLowerCase())
    } else if (open !== null && (field === 'allow' || field === 'disallow')) {
      // An empty rule forbids nothing; it still closes the list of agents.
      if (open.rules.length < most.rules) open.rules.push({ allow: field === 'allow' || value === '', pattern: value })
    } else if (open !== null && field === 'crawl-delay') open.pause = Math.max(0, Number(value) || 0)
  }
  const of = (name: string) => groups.filter((group) => group.agents.includes(name))
  const own = of(agent.toLowerCase())
  const chosen = own.length > 0 ? own : of('*')
  const rules = chosen
    .flatMap((group) => group.rules)
    .filter((rule) => rule.pattern !== '')
    .sort((a, b) => b.pattern.length - a.pattern.length || Number(b.allow) - Number(a.allow))
  return {
    allows: (address) => {
      const { pathname, search } = new URL(address)
      return rules.find((rule) => fits(rule.pattern, pathname + search))?.allow ?? true
    },
    pause: Math.max(0, ...chosen.map((group) => group.pause)),
    sitemaps,
  }
}

/** Whether a path begins as the pattern says; `*` stands for anything, `$` for the end. Without a regex: a pattern is anybody's. */
function fits(pattern: string, path: string): boolean {
  const toEnd = pattern.endsWith('$')
  const parts = (toEnd ? pattern.slice(0, -1) : pattern).split('*')
  const [first = '', ...rest] = parts
  if (!path.startsWith(first)) return false
  let at = first.length
  for (const [index, part] of rest.entries()) {
    if (toEnd && index === rest.length - 1) {
      const from = path.length - part.length
      return from >= at && path.endsWith(part)
    }
    const found = path.indexOf(part, at)
    if (found === -1) return false
    at = found + part.length
  }
  return !toEnd || at === path.length
}
