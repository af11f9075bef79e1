import { lexiconWith, loadLexicon, type Lexicon } from '../../../lib/dutch/lexicon.ts'
import type { Synonyms } from '../../../lib/dutch/synonyms.ts'
import type { Lang } from '../../../lib/words.ts'
import type { SquareDb } from '../../../platform/db/database.ts'
import { liveTerms, terms } from '../../terms/public.ts'

let loading: Promise<Lexicon> | undefined

// Words of the terms that can stand in compounds: single words of five letters or more.
const domainParts = [
  ...new Set(
    terms.flatMap((term) => term.label.nl.toLowerCase().split(/[^\p{L}]+/u)).filter((word) => word.length >= 5),
  ),
]

/** The Dutch of this field: the general word list, with the words of the terms as parts of compounds. Read once. */
export const fieldLexicon = (): Promise<Lexicon> =>
  (loading ??= loadLexicon().then((lexicon) => lexiconWith(lexicon, domainParts)))

/** The synonyms of the terms as they stand on the square now, for who reads this language. Synonyms of the search come from nowhere else. */
export const fieldSynonyms = async (db: SquareDb, reader: Lang): Promise<Synonyms> =>
  (await liveTerms(db)).synonymsFor[reader]
