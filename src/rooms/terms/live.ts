import type { Concept, Synonyms } from '../../lib/dutch/synonyms.ts'
import { languages, type Lang, type Words } from '../../lib/words.ts'
import type { SquareDb } from '../../platform/db/database.ts'
import { searchSynonyms } from './synonyms.rules.ts'
import type { Term } from './term.rules.ts'
import { isLinkable } from './vocabulary.ts'
import './tables.ts'

/** The terms of the square as search and texts use them. Treat as immutable: what is read from it is remembered with it. */
export type LiveTerms = {
  /** Differs when anything about any term does. */
  readonly version: string
  /** Labels, synonyms and misspellings in both languages, by what the reader reads; of retired terms too, because old texts hold them. */
  readonly synonymsFor: Words<Synonyms>
  /** Terms with a page that helps a reader who meets the word in a text. */
  readonly linkable: readonly Term[]
  readonly slugOf: (id: string) => string | null
}

// Several databases can be open in one process (tests, a restore): their versions differ.
const kept = new Map<string, Promise<LiveTerms>>()
const mostKept = 4
let latest: LiveTerms | null = null

/**
 * The list that this process read last, null before the first. There may be another by now: who uses it reads the version
 * along with something else, and begins anew with `liveTerms` when it differs.
 */
export const latestTerms = (): LiveTerms | null => latest

/** @returns the name of the list of terms that stands on the square; '' when there is none yet. */
export const termsVersion = async (db: SquareDb): Promise<string> =>
  (await db.selectFrom('square.term_list').select('version').executeTakeFirst())?.version ?? ''

const synonymsFor = (terms: readonly Term[], reader: Lang): Synonyms =>
  new Map<string, Concept>(
    languages.flatMap((lang) =>
      searchSynonyms(terms, lang, reader).map(({ concept, ...group }) => [`${lang}:${concept}`, group] as const),
    ),
  )

async function read(db: SquareDb, version: string): Promise<LiveTerms> {
  const rows = await db
    .selectFrom('square.terms')
    .select([
      'id',
      'slug',
      'scheme',
      'label',
      'definition',
      'alt_labels',
      'hidden_labels',
      'broader',
      'related',
      'note',
      'retired',
    ])
    .orderBy('position')
    .execute()
  const terms = rows.map((row): Term => ({
    id: row.id,
    scheme: row.scheme,
    slug: row.slug,
    label: row.label,
    definition: row.definition,
    altLabels: row.alt_labels,
    hiddenLabels: row.hidden_labels,
    broader: row.broader,
    related: row.related,
    note: row.note,
  }))
  const inUse = new Set(rows.filter((row) => row.retired === null).map((row) => row.id))
  const slugs = new Map(rows.map((row) => [row.id, row.slug]))
  return {
    version,
    synonymsFor: { nl: synonymsFor(terms, 'nl'), en: synonymsFor(terms, 'en') },
    linkable: terms.filter((term) => isLinkable(term.scheme) && inUse.has(term.id)),
    slugOf: (id) => slugs.get(id) ?? null,
  }
}

/**
 * The terms as they stand on the square now: what a partner added is in it with the next question, in every process and
 * without a restart. The list is read once and kept until there is another.
 * @param known the version, when the caller read it along with something else; saves one question
 */
export async function liveTerms(db: SquareDb, known?: string): Promise<LiveTerms> {
  const version = known ?? (await termsVersion(db))
  latest = await (kept.get(version) ?? reading(db, version))
  return latest
}

function reading(db: SquareDb, version: string): Promise<LiveTerms> {
  const made = read(db, version)
  kept.set(version, made)
  for (const oldest of kept.keys()) {
    if (kept.size <= mostKept) break
    kept.delete(oldest)
  }
  // A question that failed is asked again.
  made.catch(() => kept.delete(version))
  return made
}
