import type { Route } from '../../src/platform/http/routes.ts'
import type { Seen } from '../browsing.ts'
import { hasObject, kinds, type Kind, type Side } from './scene.ts'

/** What was seen of one route: per side and kind, and what nobody has, asked with the field that actions do not know. */
export type Found = Partial<Record<Side | 'strange', Record<Kind, Seen>>>

const people: readonly Kind[] = kinds.filter((kind) => !['visitor', 'ownLink', 'foreignLink'].includes(kind))
const experts: readonly Kind[] = ['expert', 'secondExpert', 'expertElsewhere']
const coordinators: readonly Kind[] = ['coordinator', 'secondCoordinator']
const keepers: readonly Kind[] = ['editorA', 'editorB', 'administrator']
const seated: readonly Kind[] = ['expert', 'expertElsewhere']
const nobody: readonly Kind[] = []

/** Whom each rule of access lets in, written down apart from the code that judges. */
const letIn: Readonly<Record<string, readonly Kind[]>> = {
  public: kinds,
  anyone: kinds,
  'signed-in': people,
  expert: experts,
  coordinator: coordinators,
  editor: ['editorA', 'editorB'],
  administrator: ['administrator'],
  researcher: ['researcher'],
  'editor or researcher': ['editorA', 'editorB', 'researcher'],
  'editor or administrator': ['editorA', 'editorB', 'administrator'],
}

/** What stands where, whatever a route declares. */
const areas: readonly (readonly [RegExp, readonly string[]])[] = [
  [/^\/bureau/, ['coordinator']],
  [/^\/beheer/, ['administrator']],
  [/^\/redactie/, ['editor']],
  [/^\/onderzoek(\/|$)/, ['researcher']],
  [/^\/peilingen/, ['public']],
  [/^\/mijn\/profiel/, ['expert']],
  [/^\/mijn/, ['signed-in', 'expert']],
  [/^\/samen/, ['editor', 'expert', 'signed-in']],
  [/\/:link/, ['link:']],
  [/^\/(wie-beslist-hier|visie|kennis|begrippen|gemeenten|zoeken|api)/, ['public', 'anyone']],
]

/** Whose the things of the scene are, of those whom the rule lets in. */
function ownersOf(name: string, route: Route, side: Side): readonly Kind[] {
  const at = (own: readonly Kind[], foreign: readonly Kind[]) =>
    side === 'own' ? own : side === 'foreign' ? foreign : nobody
  const { path } = route
  if (route.who.name.startsWith('link:')) return at(kinds, nobody)
  if (path.startsWith('/bureau/ervaringsdeskundigen/')) return at(coordinators, nobody)
  if (path.startsWith('/bureau/')) return at(coordinators, coordinators)
  if (path.startsWith('/beheer/')) return at(['administrator'], ['administrator'])
  // Both editors keep an item already: neither was asked to join in keeping one.
  if (name === 'POST /redactie/:id/meedoen') return nobody
  if (path.startsWith('/samen/zetels/')) return at(keepers, keepers)
  if (name === 'POST /samen/voorstellen/:proposal/stem') return at(seated, seated)
  if (path.startsWith('/samen/voorstellen/')) return at([...keepers, ...seated], [...keepers, ...seated])
  if (path.startsWith('/mijn/zetel/')) return at(['expert'], ['expertElsewhere'])
  // No poll of the scene has a question with codes: what coders see is walked through in coding.test.ts.
  if (path.includes('/coderen/:question')) return nobody
  // Nobody of the scene agreed to a talk, and nothing came of one: that is walked through in interviews.test.ts and followed.test.ts.
  if (/\/gesprekken\/(gehouden|stukken)\/:/.test(path)) return nobody
  // Questionnaires are of all researchers together.
  if (path.startsWith('/onderzoek/')) return at(['researcher'], ['researcher'])
  // Every editor sees what every partner says about a term.
  if (path.startsWith('/redactie/begrippen/')) return at(['editorA', 'editorB'], ['editorA', 'editorB'])
  // What nobody knows yet is of every editor.
  if (path.startsWith('/redactie/nog-niet/')) return at(['editorA', 'editorB'], ['editorA', 'editorB'])
  if (path.startsWith('/redactie/')) return at(['editorA'], ['editorB'])
  if (path.startsWith('/mijn/wijzigingen/')) return at(['expert'], ['expertElsewhere'])
  if (path.startsWith('/mijn/kennis/')) return at(['expert'], ['expertElsewhere'])
  // They said yes to it just before.
  if (name === 'POST /mijn/uitnodigingen/:member/nee') return at(['expert'], nobody)
  if (path.startsWith('/mijn/uitnodigingen/')) return at(['expert'], ['expertElsewhere'])
  // The expert elsewhere steps out on the way: who has left sees nothing of it any more.
  if (/^\/mijn\/vragen\/:id\/(concept|versies|antwoord|terugblik)/.test(path))
    return at(['expert', 'secondExpert'], nobody)
  if (path.startsWith('/mijn/vragen/')) return at(['expert', 'secondExpert'], ['expertElsewhere'])
  return at(kinds, kinds)
}

/** The page without what differs between two visits: numbers, keys, the address itself. */
export const bare = (seen: Seen) =>
  seen.text
    .replaceAll(/[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}/g, '…')
    .replaceAll(/[A-Za-z0-9_-]{43}/g, '…')
    .replaceAll(/GM\d{4}|(?:stuk|gemis|peiling-van)-[ab]|armoede-en-schulden|dakloosheid|is-er-niet/g, '…')

const refusals = [401, 403, 404, 410]

/** Presses that change nothing anybody would miss, whatever is sent along: signing out, being somewhere already. */
const doesNothing = new Set(['/uitloggen', '/inloggen/link/:link', '/zoeken/suggesties', '/vraag/gevonden', '/oai'])

/** A link of the letter that signs in is made with the letter: the scene has none. */
const withoutScene = '/inloggen/link/:link'
/** Nothing of the poll of the scene is let out, so there is nothing to compare with. */
const withoutRelease = '/:link/vergelijking'
/** Only the demo network has these. */
const demoOnly = new Set(['/demo', '/post'])

/** What must hold of every route whatever it answers. @returns what does not, in words. */
export function broken(name: string, route: Route, found: Found): string[] {
  const wrong: string[] = []
  const { method, path } = route
  const rule = route.who.name
  const say = (side: string, kind: Kind, what: string) => wrong.push(`${name}, ${side}, ${kind}: ${what}`)

  const area = areas.find(([where]) => where.test(path))
  if (area && path !== withoutScene && !area[1].some((known) => rule.startsWith(known)))
    wrong.push(`${name}: the rule "${rule}" does not belong there`)
  if (method === 'GET' && route.data === 'special' && ['anyone', 'public'].includes(rule))
    wrong.push(`${name}: open to everybody, and of the special kind`)
  const welcome = rule.startsWith('link:') ? kinds : letIn[rule]
  if (welcome === undefined) return [...wrong, `${name}: whom does the rule "${rule}" let in? Say so in test/contract`]

  for (const side of ['own', 'foreign', 'missing'] as const)
    for (const kind of kinds) {
      const seen = found[side]?.[kind]
      if (!seen) continue
      const { status } = seen
      const same = method === 'POST' && side === 'own' ? found.strange?.[kind] : found.missing?.[kind]
      const likeNothing = () => {
        if (same && (status !== same.status || bare(seen) !== bare(same)))
          say(side, kind, `what is not theirs differs from what is not there (${status}, ${same.status})`)
      }
      if (status >= 500) say(side, kind, `a fault (${status})`)

      if (!welcome.includes(kind)) {
        const outside = !people.includes(kind)
        const signIn = method === 'GET' ? status === 303 && seen.location?.includes('/inloggen?') : status === 401
        if (outside ? !signIn : ![403, 404].includes(status)) say(side, kind, `let in past the rule (${status})`)
        if (!outside) likeNothing()
        continue
      }
      if (path === withoutScene) continue
      if (hasObject(route) && !ownersOf(name, route, side).includes(kind)) {
        likeNothing()
        const form = method === 'POST' && side === 'own' ? [415, 422] : [415]
        if (![...refusals, ...(method === 'POST' ? form : [])].includes(status))
          say(side, kind, `not theirs: ${status}`)
        continue
      }
      // From here on it is theirs.
      if (demoOnly.has(path)) continue
      if (path.endsWith(withoutRelease) && status === 404) continue
      if (refusals.includes(status)) say(side, kind, `theirs, and refused (${status})`)
      if (status === 303 && seen.location?.includes('/inloggen?')) say(side, kind, 'theirs, and asked to sign in')
      if (method === 'POST' && side === 'own' && ![409, 415, 422].includes(status) && !doesNothing.has(path))
        say(side, kind, `an unknown field was taken (${status})`)
    }
  return wrong
}
