/** What a person may be in the house, apart from being a requester with a link. */
export const permissions = ['expert', 'coordinator', 'researcher', 'administrator'] as const
export type Permission = (typeof permissions)[number]

/** Who acts, as the database proved it. */
export type Actor =
  | { readonly kind: 'nobody' }
  | {
      readonly kind: 'session'
      readonly person: string
      readonly permissions: ReadonlySet<Permission>
      /** Organisations of which this person is an editor. */
      readonly edits: ReadonlySet<string>
      /** A second factor was given in this session. */
      readonly strong: boolean
      readonly secondFactor: boolean
    }
  | { readonly kind: 'link'; readonly subject: string; readonly purpose: string; readonly person: string | null }
  | { readonly kind: 'job' | 'operator' }

export type Verdict = 'welcome' | 'sign-in' | 'stronger' | 'forbidden' | 'hidden'

/** A rule of access, with the name under which the route register lists it. */
export type Access = {
  readonly name: string
  /** Which proof the route takes: the cookie, the `:link` of the path, or none. */
  readonly proof: 'none' | 'session' | 'link'
  /** Staff rules ask a second factor in production. */
  readonly staff: boolean
  judge(actor: Actor): Verdict
}

/** Everybody; who is signed in is known. */
export const anyone: Access = { name: 'anyone', proof: 'session', staff: false, judge: () => 'welcome' }

/** Public pages of the square: nobody is known there. */
export const publicPage: Access = { name: 'public', proof: 'none', staff: false, judge: () => 'welcome' }

/** Anybody who is signed in. */
export const signedIn: Access = {
  name: 'signed-in',
  proof: 'session',
  staff: false,
  judge: (actor) => (actor.kind === 'session' ? 'welcome' : 'sign-in'),
}

/** People with at least one of these permissions. */
export const may = (...wanted: readonly Permission[]): Access => ({
  name: wanted.join(' or '),
  proof: 'session',
  staff: wanted.some((permission) => permission !== 'expert'),
  judge(actor) {
    if (actor.kind !== 'session') return 'sign-in'
    return wanted.some((permission) => actor.permissions.has(permission)) ? 'welcome' : 'forbidden'
  },
})

/** Editors of any partner organisation; which one is decided per object. */
export const editor: Access = {
  name: 'editor',
  proof: 'session',
  staff: true,
  judge(actor) {
    if (actor.kind !== 'session') return 'sign-in'
    return actor.edits.size > 0 ? 'welcome' : 'forbidden'
  },
}

/** Those who look after what partners do together: editors of any partner organisation, and administrators. */
export const editorOrAdministrator: Access = {
  name: 'editor or administrator',
  proof: 'session',
  staff: true,
  judge(actor) {
    if (actor.kind !== 'session') return 'sign-in'
    return actor.edits.size > 0 || actor.permissions.has('administrator') ? 'welcome' : 'forbidden'
  },
}

/** Those who keep what polls and partners both feed: editors of any partner organisation, and researchers. */
export const editorOrResearcher: Access = {
  name: 'editor or researcher',
  proof: 'session',
  staff: true,
  judge(actor) {
    if (actor.kind !== 'session') return 'sign-in'
    return actor.edits.size > 0 || actor.permissions.has('researcher') ? 'welcome' : 'forbidden'
  },
}

/** Whoever holds a signed link made for this purpose. A link that ended or never was gives the same answer. */
export const linkFor = (purpose: string): Access & { readonly proof: 'link' } => ({
  name: `link:${purpose}`,
  proof: 'link',
  staff: false,
  judge: (actor) => (actor.kind === 'link' && actor.purpose === purpose ? 'welcome' : 'hidden'),
})
