import type { Tx } from '../../platform/db/database.ts'
import type { Vault } from '../../platform/vault/vault.ts'
import { startDraftFromRequest } from '../knowledge/public.ts'
import { consentSubject, requestForHarvest, type HarvestPart } from './harvest.sql.ts'
import { getForDesk } from './readings.sql.ts'

/** Which parts, and which partner organisations keep what comes of them. */
export type Gathering = { readonly parts: readonly HarvestPart['part'][]; readonly stewards: readonly string[] }

/** Hands chosen parts of a closed request to the knowledge room as a draft; never the conversation. */
export async function harvestRequest(
  tx: Tx,
  vault: Vault,
  by: { readonly person: string; readonly edits: ReadonlySet<string> },
  id: string,
  gathering: Gathering,
  now: Date,
): Promise<{ readonly kind: 'started' | 'there-already'; readonly item: string }> {
  const harvest = await requestForHarvest(tx, vault, id)
  const { email, lang } = await getForDesk(tx, vault, id)
  const parts = harvest.parts.filter((each) => gathering.parts.includes(each.part))
  const asksRequester = parts.some((each) => each.owner === 'requester')
  return startDraftFromRequest(
    tx,
    vault,
    {
      request: consentSubject(id),
      lang: harvest.lang,
      parts: parts.map((each) => ({
        key: each.part,
        whose: each.owner === 'requester' ? 'requester' : 'author',
        author: null,
        text: each.text,
      })),
      authors: parts.some((each) => each.owner === 'authors') ? harvest.authors.map((author) => author.person) : [],
      requester: asksRequester ? { email, lang } : null,
      organisationNames: harvest.namesToHide.organisations,
      personNames: [...harvest.namesToHide.people, ...harvest.authors.map((author) => author.shownName)].filter(
        (name) => name !== '',
      ),
      themes: harvest.themes,
      stewards: gathering.stewards,
    },
    { ...by, coordinates: true },
    now,
  )
}
