import type { Tx } from '../../platform/db/database.ts'
import type { OrganisationType } from './organisation.rules.ts'
import './tables.ts'

/** What everybody may know of an organisation. */
export type PublicOrganisation = {
  readonly id: string
  readonly slug: string
  readonly name: string
  readonly type: OrganisationType
  readonly municipality: string | null
  readonly website: string | null
  readonly partner: boolean
}

const publicly = (tx: Tx) =>
  tx
    .selectFrom('accounts_organisations')
    .select(['id', 'slug', 'name', 'type', 'municipality_code as municipality', 'website', 'partner'])
    .$narrowType<{ type: OrganisationType }>()
    .where('left_at', 'is', null)

const byName = <T extends { name: string }>(rows: T[]) => rows.toSorted((a, b) => a.name.localeCompare(b.name, 'nl'))

/** The organisations that take part now, by name. */
export const organisationsPublic = async (tx: Tx): Promise<PublicOrganisation[]> => byName(await publicly(tx).execute())

/** The organisations that run the square together, by name. */
export const partnerOrganisations = async (tx: Tx): Promise<PublicOrganisation[]> =>
  byName(await publicly(tx).where('partner', '=', true).execute())

/** The name of an organisation, also of one that left; null when there is none. */
export const organisationName = async (tx: Tx, id: string): Promise<string | null> =>
  (await tx.selectFrom('accounts_organisations').select('name').where('id', '=', id).executeTakeFirst())?.name ?? null

/** @returns the id of the organisation with this slug; null when there is none. */
export const organisationWithSlug = async (tx: Tx, slug: string): Promise<string | null> =>
  (await tx.selectFrom('accounts_organisations').select('id').where('slug', '=', slug).executeTakeFirst())?.id ?? null

/** All of them, for administrators; those that left last. */
export const listOrganisations = async (tx: Tx) =>
  byName(await tx.selectFrom('accounts_organisations').selectAll().execute()).toSorted(
    (a, b) => Number(a.left_at !== null) - Number(b.left_at !== null),
  )

export const findOrganisation = (tx: Tx, id: string) =>
  tx.selectFrom('accounts_organisations').selectAll().where('id', '=', id).executeTakeFirst()
