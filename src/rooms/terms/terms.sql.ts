import type { SquareDb } from '../../platform/db/database.ts'
import type { Scheme } from './term.rules.ts'
import './tables.ts'

const shown = [
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
  'sensitive',
  'process',
  'retired',
  'decisions',
  'changed_at',
] as const

/** The terms of the square in the order of their lists; of one scheme when asked. */
export const listTerms = (db: SquareDb, scheme: Scheme | null = null) =>
  db
    .selectFrom('square.terms')
    .select(shown)
    .$if(scheme !== null, (query) => query.where('scheme', '=', scheme ?? 'concept'))
    .orderBy('position')
    .execute()

// What is no word in a path is not asked of the database: it cannot even take a NUL.
const word = (text: string) => (/^[\w-]{1,100}$/.test(text) ? text : '')

export const findTermWithSlug = (db: SquareDb, slug: string) =>
  db.selectFrom('square.terms').select(shown).where('slug', '=', word(slug)).executeTakeFirst()

export const findTermWithId = (db: SquareDb, id: string) =>
  db.selectFrom('square.terms').select(shown).where('id', '=', word(id)).executeTakeFirst()

/** All definitions of the terms, of one when asked: the working one first, those taken back last. */
export const listDefinitions = (db: SquareDb, term: string | null = null) =>
  db
    .selectFrom('square.term_definitions')
    .select(['term_id', 'key', 'owner', 'text', 'source', 'state', 'working', 'since'])
    .$if(term !== null, (query) => query.where('term_id', '=', term ?? ''))
    .orderBy('term_id')
    .orderBy('position')
    .execute()

/** When the list last changed; null before the first one stands. */
export const listChangedAt = async (db: SquareDb): Promise<Date | null> =>
  (await db.selectFrom('square.term_list').select('changed_at').executeTakeFirst())?.changed_at ?? null

/** The terms around one: the wider one, those that fall under it, and those that are related. */
export async function listNeighbours(
  db: SquareDb,
  term: {
    id: string
    broader: string | null
    related: readonly string[]
    retired: { readonly successor: string | null } | null
  },
) {
  const near = await db
    .selectFrom('square.terms')
    .select(['id', 'slug', 'label', 'broader'])
    .where((e) =>
      e.or([
        e('id', 'in', [...term.related, term.broader ?? '']),
        e('broader', '=', term.id),
        e('slug', '=', term.retired?.successor ?? ''),
      ]),
    )
    .orderBy('position')
    .execute()
  return {
    successor: near.find((each) => each.slug === term.retired?.successor) ?? null,
    broader: near.find((each) => each.id === term.broader) ?? null,
    narrower: near.filter((each) => each.broader === term.id),
    related: near.filter((each) => term.related.includes(each.id)),
  }
}
