import { randomUUID } from 'node:crypto'
import type { Tx } from '../../platform/db/database.ts'
import { record } from '../../platform/diary.ts'
import { slugOfOrganisation, type OrganisationType } from './organisation.rules.ts'
import { findOrganisation, organisationWithSlug } from './organisations.sql.ts'
import { problems } from './problems.ts'

/** An organisation to be added. `municipality` is a CBS code (`GM0344`). */
export type NewOrganisation = {
  readonly id?: string
  readonly slug?: string
  readonly name: string
  readonly type: OrganisationType
  readonly municipality?: string
  readonly website?: string
  readonly partner?: boolean
}

/** Adds an organisation. @returns its id. @throws Problem organisation-exists when the slug is taken. */
export async function makeOrganisation(tx: Tx, organisation: NewOrganisation, now: Date): Promise<string> {
  const id = organisation.id ?? randomUUID()
  const slug = organisation.slug ?? slugOfOrganisation(organisation.name)
  if ((await organisationWithSlug(tx, slug)) !== null) throw problems['organisation-exists']()
  await tx
    .insertInto('accounts_organisations')
    .values({
      id,
      slug,
      name: organisation.name,
      type: organisation.type,
      municipality_code: organisation.municipality ?? null,
      website: organisation.website ?? null,
      partner: organisation.partner ?? false,
      made_at: now,
    })
    .execute()
  await record(tx, 'accounts.organisation-added', id, now)
  return id
}

/** Changes what an organisation is. Its slug stays: others may have written it down. */
export async function changeOrganisation(
  tx: Tx,
  id: string,
  change: { name: string; type: OrganisationType; website: string | undefined; partner: boolean; left: boolean },
  now: Date,
): Promise<string> {
  const organisation = await findOrganisation(tx, id)
  if (!organisation) throw problems['organisation-unknown']()
  await tx
    .updateTable('accounts_organisations')
    .set({
      name: change.name,
      type: change.type,
      website: change.website ?? null,
      partner: change.partner,
      left_at: change.left ? (organisation.left_at ?? now) : null,
    })
    .where('id', '=', id)
    .execute()
  await record(tx, 'accounts.organisation-changed', id, now)
  return id
}
