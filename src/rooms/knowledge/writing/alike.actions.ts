import { duplicateFinder, type Reason } from '../../../lib/likeness/duplicates.ts'
import { readTitle } from '../../../lib/likeness/titles.ts'
import type { SquareDb, Tx } from '../../../platform/db/database.ts'
import type { Vault } from '../../../platform/vault/vault.ts'
import { listOwnDrafts, listSharing, type OtherItem } from './alike.sql.ts'
import { fieldLexicon } from '../search/lexicon.ts'
import { oldAddressOf } from '../moving/old-addresses.rules.ts'

/** An item that may be the same, and the strongest reason why. */
export type AlikeItem = OtherItem & { readonly reason: Reason['kind'] }

const mostShown = 3

/** A link in the ways in which people write the same one. */
function waysToWrite(link: string): readonly string[] {
  const bare = /^https?:\/\/(?:www\.)?([^\s]+?)\/?$/i.exec(link.trim())?.[1]
  if (bare === undefined) return []
  const starts = ['https://', 'https://www.', 'http://', 'http://www.']
  return starts.flatMap((start) => [`${start}${bare}`, `${start}${bare}/`])
}

/**
 * At most three items that may be the same as one that is being written: on the square, or among the drafts of the
 * editor's own organisations. A proposal: nothing is stopped by it.
 * @param written its title and its link as they were typed, either may be ''; `id` when it is a draft already
 */
export async function itemsAlike(
  look: {
    readonly square: <T>(read: (db: SquareDb) => Promise<T>) => Promise<T>
    readonly house: <T>(work: (tx: Tx) => Promise<T>) => Promise<T>
  },
  vault: Vault,
  written: { readonly id?: string; readonly title: string; readonly link: string },
  edits: ReadonlySet<string>,
): Promise<readonly AlikeItem[]> {
  if (written.title.trim().length < 3 && written.link === '') return []
  const lexicon = await fieldLexicon()
  const stems = [...readTitle(written.title, lexicon).keys]
  const shared = await look.square((db) =>
    listSharing(db, stems, waysToWrite(written.link), oldAddressOf(written.link)),
  )
  const drafts = edits.size === 0 ? [] : await look.house((tx) => listOwnDrafts(tx, vault, [...edits]))
  const others = new Map([...shared, ...drafts].map((each) => [each.id, each]))
  const links = written.link === '' ? [] : [written.link]
  return duplicateFinder([...others.values()], lexicon)
    .duplicatesOf({ id: written.id ?? '', title: written.title, links }, mostShown)
    .flatMap(({ id, reasons }) => {
      const other = others.get(id)
      return other ? [{ ...other, reason: reasons[0].kind }] : []
    })
}
