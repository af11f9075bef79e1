import type { Concept, Synonyms } from '../../lib/dutch/synonyms.ts'
import type { SquareDb } from '../../platform/db/database.ts'
import { searchSynonyms } from './synonyms.rules.ts'
import type { Term } from './term.rules.ts'
import { isLinkable } from './vocabulary.ts'
import './tables.ts'

/** The terms of the square as search and texts use them. Treat as immutable: what is read from it is remembered with it. */
export type LiveTerms = {
  /** Differs when anything about any term does. */
  readonly version: string
  /** Labels, synonyms and misspellings in both languages; of retired terms too, because old texts hold them. */
  readonly synonyms: Synonyms
  /** Terms with a page that helps a reader who meets the word in a text. */
  readonly linkable: readonly Term[]
  readonly slugOf: (id: string) => string | null
}

// Several databases can be open in one process (tests, a restore): their versions differ.
const kept = new Map<string, Promise<LiveTerms>>()
const mostKept = 4

/** @returns the name of the list of terms that stands on the square; '' when there is none yet. */
export const termsVersion = async (db: SquareDb): Promise<string> =>
  (await db.selectFrom('square.term_list').select('version').executeTakeFirst())?.version ?? ''

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
    synonyms: new Map<string, Concept>(
      (['nl', 'en'] as const).flatMap((lang) =>
        searchSynonyms(terms, lang).map(
          (group) => [`${lang}:${group.concept}`, { labels: group.labels, source: group.source }] as const,
        ),
      ),
    ),
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
  const held = kept.get(version)
  if (held) return held
  const reading = read(db, version)
  kept.set(version, reading)
  for (const oldest of kept.keys()) {
    if (kept.size <= mostKept) break
    kept.delete(oldest)
  }
  // A question that failed is asked again.
  reading.catch(() => kept.delete(version))
  return reading
}
