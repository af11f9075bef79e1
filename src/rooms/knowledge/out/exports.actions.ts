import { createHash, randomUUID } from 'node:crypto'
import { z } from 'zod'
import { cleanMarkdown } from '../../../lib/rich-text/markdown.ts'
import type { Tx } from '../../../platform/db/database.ts'
import { record } from '../../../platform/diary.ts'
import type { Vault } from '../../../platform/vault/vault.ts'
import {
  makeOrganisation,
  organisationsPublic,
  organisationTypes,
  organisationWithSlug,
} from '../../accounts/public.ts'
import { placeLinks } from '../items/companions.sql.ts'
import { fields, getItem, sealerOfItem } from '../items/items.sql.ts'
import { linkKinds, type Details } from '../kinds/kinds.rules.ts'
import { publish } from '../publishing/publishing.actions.ts'
import { makeItem, type Giver } from '../items/starting.actions.ts'
import { whoses } from '../items/texts.rules.ts'
import '../square.tables.ts'

const moment = z.iso.datetime()
const words = z.array(z.string().max(200)).max(100)
const pathWord = z.string().regex(/^[\w-]{1,200}$/)

/** The lines of the file, in this order: the head, organisations, items, links, and the end that says that it is whole. */
const Head = z.strictObject({ format: z.literal('ervaringsplein-partner'), version: z.literal(1), partner: pathWord })
const OrganisationLine = z.strictObject({
  organisation: z.strictObject({
    slug: pathWord,
    name: z.string().min(1).max(200),
    type: z.enum(organisationTypes),
    municipality: z.string().nullable(),
    website: z.string().nullable(),
  }),
})
const ItemLine = z.strictObject({
  item: z.strictObject({
    id: z.uuid(),
    slug: pathWord,
    type: z.string().min(1).max(80),
    lang: z.enum(['nl', 'en']),
    title: z.string().min(1).max(400),
    summary: z.string().max(2_000),
    parts: z
      .array(
        z.strictObject({
          key: z.string().regex(/^[a-z][a-z0-9-]{0,30}$/),
          whose: z.enum(whoses),
          text: z.string().max(200_000),
        }),
      )
      .max(50),
    details: z.record(z.string(), z.union([z.string(), z.number(), z.boolean(), z.array(z.string())])),
    stewards: z.array(pathWord).min(1),
    themes: words,
    roles: words,
    audiences: words,
    regions: words,
    authors: words,
    source: z
      .strictObject({
        title: z.string().optional(),
        publisher: z.string().optional(),
        year: z.string().optional(),
        link: z.string().optional(),
      })
      .nullable(),
    provenance: z.enum(['own', 'request', 'import']),
    licence: z.string().max(80),
    writtenOn: z.iso.date().nullable(),
    changedAt: moment,
    checkedAt: moment,
    publishedAt: moment,
  }),
})
const LinkLine = z.strictObject({
  link: z.strictObject({
    from: pathWord,
    to: pathWord,
    kind: z.enum(linkKinds),
    position: z.int().min(1).max(999).nullable(),
  }),
})
const EndLine = z.strictObject({ end: z.strictObject({ items: z.int(), sha256: z.string() }) })
const Line = z.union([OrganisationLine, ItemLine, LinkLine])

type ItemRecord = z.output<typeof ItemLine>['item']

const hashOf = (lines: readonly string[]) => createHash('sha256').update(lines.join('\n')).digest('hex')

/** The words that stand on the square: those of the house may have gone on since. */
async function partsOnShelf(tx: Tx, vault: Vault, id: string, version: number, html: string) {
  const item = await getItem(tx, vault, id)
  if (item.version === version) return item.parts
  const row = await tx
    .selectFrom('knowledge_item_revisions')
    .select('text_sealed')
    .where('item_id', '=', id)
    .where('version', '=', version)
    .executeTakeFirst()
  if (row?.text_sealed) {
    const sealer = await sealerOfItem(tx, vault, id)
    return (JSON.parse(sealer.open(fields.revision(version), row.text_sealed)) as Pick<typeof item, 'parts'>).parts
  }
  // Earlier words are forgotten after a while; what everybody reads is still there.
  return [{ key: 'text', whose: 'editor' as const, text: cleanMarkdown(html).markdown }]
}

/**
 * What a partner takes along: everything on the square that it helps to keep, with the organisations that keep it too, as
 * JSON Lines. The same state gives the same bytes. Drafts stay, and so does whose account was behind an author.
 * @returns null when no organisation is called so
 */
export async function exportPartner(
  tx: Tx,
  vault: Vault,
  partner: string,
): Promise<{ readonly text: string; readonly items: number } | null> {
  if ((await organisationWithSlug(tx, partner)) === null) return null
  const partners = new Map(
    (await organisationsPublic(tx)).filter((each) => each.partner).map((each) => [each.slug, each]),
  )
  // What another room let out goes with that room.
  const rows = (
    await tx.selectFrom('square.items').selectAll().where('page', 'is', null).orderBy('slug').execute()
  ).filter((row) => row.steward_slugs.includes(partner))
  const items: ItemRecord[] = []
  for (const row of rows) {
    const parts = await partsOnShelf(tx, vault, row.id, row.version, row.body_html)
    items.push({
      id: row.id,
      slug: row.slug,
      type: row.type,
      lang: row.lang,
      title: row.title,
      summary: row.summary,
      parts: parts.map(({ key, whose, text }) => ({ key, whose, text })),
      details: sorted(row.details) as ItemRecord['details'],
      stewards: row.steward_slugs.filter((slug) => partners.has(slug)).toSorted(),
      themes: row.themes,
      roles: row.roles,
      audiences: row.audiences,
      regions: row.regions,
      authors: row.authors,
      source: row.source === null ? null : (sorted(row.source) as ItemRecord['source']),
      provenance: row.provenance,
      licence: row.licence,
      writtenOn: row.written_on,
      changedAt: row.changed_at.toISOString(),
      checkedAt: row.checked_at.toISOString(),
      publishedAt: row.published_at.toISOString(),
    })
  }
  const slugs = new Map(items.map((item) => [item.id, item.slug]))
  const links = (await tx.selectFrom('square.item_links').selectAll().execute())
    .map((link) => ({
      from: slugs.get(link.item_id),
      to: slugs.get(link.to_item_id),
      kind: link.kind,
      position: link.position,
    }))
    .filter(({ from, to }) => from !== undefined && to !== undefined)
    .map((link) => JSON.stringify({ link }))
    .toSorted()
  const keepers = [...new Set([partner, ...items.flatMap((item) => item.stewards)])].toSorted()
  const lines = [
    JSON.stringify({ format: 'ervaringsplein-partner', version: 1, partner }),
    ...keepers.flatMap((slug) => {
      const found = partners.get(slug)
      if (!found) return []
      const { name, type, municipality, website } = found
      return [JSON.stringify({ organisation: { slug, name, type, municipality, website } })]
    }),
    ...items.map((item) => JSON.stringify({ item })),
    ...links,
  ]
  const end = JSON.stringify({ end: { items: items.length, sha256: hashOf(lines) } })
  return { text: `${[...lines, end].join('\n')}\n`, items: items.length }
}

// The database hands the names of an object back in an order of its own.
const sorted = (object: object): unknown =>
  Object.fromEntries(Object.entries(object).toSorted(([a], [b]) => (a < b ? -1 : 1)))

/** Why a file is not taken, with the line. Nothing of it is kept then. */
export class PartnerFileRefused extends Error {
  readonly line: number
  readonly why: 'not-ours' | 'not-whole' | 'not-json' | 'wrong-field' | 'there-already'
  constructor(line: number, why: PartnerFileRefused['why'], field = '') {
    super(field === '' ? why : `${why}: ${field}`)
    this.line = line
    this.why = why
  }
}

function readLine<S extends z.ZodType>(text: string, number: number, schema: S): z.output<S> {
  let value: unknown
  try {
    value = JSON.parse(text)
  } catch {
    throw new PartnerFileRefused(number, 'not-json')
  }
  const read = schema.safeParse(value)
  if (!read.success) throw new PartnerFileRefused(number, 'wrong-field', read.error.issues[0]?.path.join('.') ?? '')
  return read.data
}

/** Reads a file of a partner. @throws PartnerFileRefused */
function readPartner(text: string) {
  const lines = text.replace(/\r\n/g, '\n').replace(/\n$/, '').split('\n')
  const head = Head.safeParse(parsed(lines[0] ?? ''))
  if (!head.success) throw new PartnerFileRefused(1, 'not-ours')
  const last = EndLine.safeParse(parsed(lines.at(-1) ?? ''))
  if (!last.success || last.data.end.sha256 !== hashOf(lines.slice(0, -1)))
    throw new PartnerFileRefused(lines.length, 'not-whole')
  const read = lines.slice(1, -1).map((line, at) => ({ line: at + 2, said: readLine(line, at + 2, Line) }))
  return {
    organisations: read.flatMap(({ said }) => ('organisation' in said ? [said.organisation] : [])),
    items: read.flatMap(({ line, said }) => ('item' in said ? [{ line, ...said.item }] : [])),
    links: read.flatMap(({ said }) => ('link' in said ? [said.link] : [])),
  }
}

const parsed = (line: string): unknown => {
  try {
    return JSON.parse(line)
  } catch {
    return null
  }
}

/** Each name under which an author appears stands for a yes that was given where the file comes from. */
async function carryYeses(tx: Tx, vault: Vault, item: ItemRecord): Promise<void> {
  const sealer = await sealerOfItem(tx, vault, item.id)
  const givers = await tx.selectFrom('knowledge_item_givers').selectAll().where('item_id', '=', item.id).execute()
  const names = [...item.authors]
  for (const [at, giver] of givers.entries()) {
    if (giver.text_version === null) throw new Error('words without a version')
    const id = randomUUID()
    const name = giver.kind === 'author' ? names.shift() : undefined
    const published = new Date(item.publishedAt)
    await tx
      .insertInto('knowledge_item_yeses')
      .values({
        id,
        giver_id: giver.id,
        item_id: item.id,
        text_version: giver.text_version,
        asked_at: published,
        answer: 'yes',
        // Authors appear in the order in which they said yes.
        answered_at: new Date(published.getTime() + at),
        shown_as_sealed: name === undefined ? null : sealer.seal(fields.shownAs(id), name),
      })
      .execute()
  }
}

const giversOf = (item: ItemRecord): readonly Giver[] => {
  const authored =
    item.authors.length > 0 || item.provenance === 'request' || item.parts.some((part) => part.whose === 'author')
  const authors = Math.max(item.authors.length, authored ? 1 : 0)
  return [
    ...Array.from({ length: authors }, (): Giver => ({ kind: 'author', person: null })),
    ...(item.parts.some((part) => part.whose === 'requester') ? [{ kind: 'requester', person: null } as const] : []),
  ]
}

/**
 * Puts the part of a partner on this square: its organisations where they are not there yet, its items under their own
 * numbers and addresses, and how they belong together. Whoever made the file published it already: it is published here
 * too. All or nothing, in the transaction of the caller; for operators.
 * @throws PartnerFileRefused
 */
export async function importPartner(
  tx: Tx,
  vault: Vault,
  text: string,
  now: Date,
): Promise<{ readonly organisations: number; readonly items: number }> {
  const { organisations, items, links } = readPartner(text)
  let made = 0
  const ids = new Map<string, string>()
  for (const { slug, name, type, municipality, website } of organisations) {
    const known = await organisationWithSlug(tx, slug)
    if (known === null) made++
    const organisation = {
      slug,
      name,
      type,
      partner: true,
      ...(municipality !== null && { municipality }),
      ...(website !== null && { website }),
    }
    ids.set(slug, known ?? (await makeOrganisation(tx, organisation, now)))
  }
  for (const { line, ...item } of items) {
    const there = await tx
      .selectFrom('knowledge_items')
      .select('id')
      .where((e) => e.or([e('id', '=', item.id), e('slug', '=', item.slug)]))
      .executeTakeFirst()
    if (there) throw new PartnerFileRefused(line, 'there-already', item.slug)
    await importItem(
      tx,
      vault,
      item,
      item.stewards.flatMap((slug) => ids.get(slug) ?? []),
      now,
    )
  }
  const numbers = new Map(items.map((item) => [item.slug, item.id]))
  for (const link of links) {
    const [from, to] = [numbers.get(link.from), numbers.get(link.to)]
    if (from === undefined || to === undefined) continue
    await tx
      .insertInto('knowledge_item_links')
      .values({ item_id: from, to_item_id: to, kind: link.kind, position: link.position, made_at: now })
      .execute()
    await placeLinks(tx, from)
  }
  return { organisations: made, items: items.length }
}

async function importItem(
  tx: Tx,
  vault: Vault,
  item: ItemRecord,
  stewards: readonly string[],
  now: Date,
): Promise<void> {
  const [changedAt, checkedAt, publishedAt] = [item.changedAt, item.checkedAt, item.publishedAt].map(
    (at) => new Date(at),
  )
  await makeItem(
    tx,
    vault,
    {
      id: item.id,
      lang: item.lang,
      type: item.type,
      title: item.title,
      summary: item.summary,
      parts: item.parts.map((part) => ({ ...part, author: null })),
      details: item.details as Details,
      themes: item.themes,
      roles: item.roles,
      audiences: item.audiences,
      regions: item.regions,
      source: source(item),
      provenance: item.provenance,
      licence: item.licence,
      writtenOn: item.writtenOn,
      stewards,
      givers: giversOf(item),
      state: 'ready',
    },
    null,
    now,
  )
  await carryYeses(tx, vault, item)
  await tx
    .updateTable('knowledge_items')
    .set({ changed_at: changedAt ?? now, checked_at: checkedAt ?? now })
    .where('id', '=', item.id)
    .execute()
  await publish(tx, vault, item.id, 1, now, { slug: item.slug, publishedAt: publishedAt ?? now, seeded: true })
  await record(tx, 'knowledge.item-moved-in', item.id, now)
}

const source = ({ source: given }: ItemRecord) =>
  given === null ? null : Object.fromEntries(Object.entries(given).filter(([, text]) => text !== undefined))
