import type { Tx } from '../../../platform/db/database.ts'
import type { Vault } from '../../../platform/vault/vault.ts'
import { decisionOn, proposeChange, type Decision } from '../../governance/public.ts'
import { isAboutExperts } from './about-experts.rules.ts'
import { getItem, type Item } from '../items/items.sql.ts'
import { changedMeanwhile, problems } from '../problems.ts'
import type { Doer } from '../items/starting.actions.ts'
import { bodyOf } from '../items/texts.rules.ts'

const subjectOf = ({ id, version }: Pick<Item, 'id' | 'version'>) => ({ kind: 'knowledge-item', id, version })

/** What the seats of experts said of this version; null when they are not asked about an item like this. */
export const decisionAbout = async (tx: Tx, item: Item): Promise<Decision | null> =>
  isAboutExperts(item) ? decisionOn(tx, subjectOf(item)) : null

/** @throws Problem seats-first when the seats must accept this version and have not */
export async function holdToSeats(tx: Tx, item: Item): Promise<void> {
  const decision = await decisionAbout(tx, item)
  if (decision !== null && decision.kind !== 'accepted') throw problems['seats-first']()
}

/** The stewards on whose behalf this editor can propose. */
export const speakingFor = (item: Item, edits: ReadonlySet<string>) =>
  item.stewards.filter((each) => each.acceptedAt !== null && edits.has(each.id))

/**
 * Lays an item that is ready before the seats of experts. @returns the id of the proposal
 * @throws Problem not-found, changed-meanwhile, no-such-move, not-for-seats, and those of `proposeChange`
 */
export async function layBeforeSeats(
  tx: Tx,
  vault: Vault,
  id: string,
  said: {
    readonly version: number
    readonly changes: string
    readonly reason: string
    /** The steward for whom the editor speaks, by id. */
    readonly organisation: string
  },
  doer: Doer,
  now: Date,
): Promise<string> {
  const item = await getItem(tx, vault, id, true)
  if (item.version !== said.version) throw changedMeanwhile()
  if (!isAboutExperts(item)) throw problems['not-for-seats']()
  if (item.state !== 'ready') throw problems['no-such-move']()
  if (doer !== null && !speakingFor(item, doer.edits).some((each) => each.id === said.organisation))
    throw problems['no-steward']()
  return proposeChange(
    tx,
    vault,
    {
      subject: subjectOf(item),
      title: item.title,
      changes: said.changes,
      reason: said.reason,
      text: [item.title, item.summary, bodyOf(item)].join('\n\n'),
      organisation: said.organisation,
      by: doer?.person ?? null,
    },
    now,
  )
}
