import { dayAt } from '../../lib/days.ts'
import type { Lang } from '../../lib/words.ts'
import type { SquareDb, Tx } from '../../platform/db/database.ts'
import type { Vault } from '../../platform/vault/vault.ts'
import { reach } from '../accounts/public.ts'
import { knowledgePaths, listResearchQuestions, relatedItems } from '../knowledge/public.ts'
import {
  municipalityName as knownName,
  provinceOf as knownProvinceOf,
  provinces,
  readPlace,
  regionPaths,
  type ReadPlaceAnswer,
} from '../regions/public.ts'

// What this room asks of its neighbours, in one place.

/** An item of the square that may already answer a question. */
export type RelatedItem = {
  readonly id: string
  readonly title: string
  readonly summary: string
  readonly path: string
  readonly lang: Lang
}

/** At most three items of the square that are near a text, for who reads this language. */
export async function listRelated(db: SquareDb, text: string, reader: Lang): Promise<readonly RelatedItem[]> {
  const hits = await relatedItems(db, text, reader)
  return hits
    .slice(0, 3)
    .map(({ id, title, summary, slug, lang }) => ({ id, title, summary, path: knowledgePaths.item(slug), lang }))
}

/** Answers a fragment of such items while somebody types (POST `q`). */
export const relatedFragment = knowledgePaths.suggestions
/** Answers suggestions for a place (`?q=`). */
export const placeSuggestions = regionPaths.suggestions

/** A question for research that is not answered yet; its title is in the language it was written in. */
export type ResearchQuestion = { readonly id: string; readonly title: string }

/** The questions for research to which a question of the desk may belong. */
export const researchQuestions = (tx: Tx): Promise<readonly ResearchQuestion[]> => listResearchQuestions(tx)

/** The municipality that somebody means. */
export const findMunicipality = (text: string, now: Date): ReadPlaceAnswer => readPlace(text, dayAt(now))

/** The code of the province of a municipality; null when it has none that we know. */
export const provinceOf = (municipality: string, now: Date): string | null =>
  knownProvinceOf(municipality, dayAt(now))?.code ?? null

/** The name of a municipality by its code, also of one that is no more; the code itself when it is not ours. */
export const municipalityName = (code: string): string => knownName(code) ?? code

/** The name of a province; the code itself when it is not ours. */
export const provinceName = (code: string): string => provinces().find((each) => each.code === code)?.name ?? code

/** Where mail to a person with an account goes. */
export type Addressee = { readonly address: string; readonly lang: Lang }

/** @returns null when this person is no longer known. Worker's door. */
export async function findAddressee(tx: Tx, vault: Vault, person: string): Promise<Addressee | null> {
  const found = await reach(tx, vault, person)
  return found && { address: found.email, lang: found.lang }
}
