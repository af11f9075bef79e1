import type { Lang } from '../../lib/words.ts'
import type { Permission } from '../../platform/http/access.ts'
import type { MembershipRole } from './membership.rules.ts'

/** A person in the list of administrators. */
export type ListedPerson = {
  readonly id: string
  readonly name: string
  readonly permissions: readonly Permission[]
  readonly organisations: readonly { readonly name: string; readonly role: MembershipRole }[]
  readonly lastSignedInAt: Date | null
}

/** A running proposal to make somebody administrator. */
export type Proposal = {
  readonly id: string
  readonly person: string
  readonly proposedBy: string
  readonly proposerName: string
  readonly proposedAt: Date
}

/** Everything an administrator sees of a person. */
export type SeenPerson = {
  readonly id: string
  readonly name: string
  readonly email: string
  readonly lang: Lang
  readonly madeAt: Date
  readonly lastSignedInAt: Date | null
  readonly secondFactorSince: Date | null
  readonly permissions: readonly Permission[]
  readonly memberships: readonly {
    readonly id: string
    readonly name: string
    readonly role: MembershipRole
    readonly since: Date
  }[]
  readonly proposal: Proposal | null
  /** How many administrators the network has now. */
  readonly administrators: number
}
