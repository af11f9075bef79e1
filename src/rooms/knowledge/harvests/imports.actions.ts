import { asMarkdown } from '../../../lib/rich-text/escape.ts'
import { createHash } from 'node:crypto'
import { sql } from 'kysely'
import { readDocument, type ReadDocument, type UnreadableDocument } from '../../../lib/documents/read.ts'
import type { Tx } from '../../../platform/db/database.ts'
import { record } from '../../../platform/diary.ts'
import { Problem } from '../../../platform/problems.ts'
import type { Vault } from '../../../platform/vault/vault.ts'
import { expertRolesIn, linksIn, themesIn } from '../../terms/public.ts'
import { makeItem, type Doer } from '../items/starting.actions.ts'
import { limits } from '../items/texts.rules.ts'

/** What became of one file. */
export type ImportOutcome =
  | {
      readonly file: string
      readonly kind: 'draft'
      readonly item: string
      readonly title: string
      readonly language: 'nl' | 'en' | 'unknown'
      readonly writtenOn: string | null
      readonly source: string | null
      readonly themes: readonly string[]
      readonly terms: readonly string[]
      readonly paragraphs: number
      readonly heldBack: number
    }
  /** These bytes were imported before for this organisation; nothing was made. */
  | { readonly file: string; readonly kind: 'there-already'; readonly item: string }
  | {
      readonly file: string
      readonly kind: 'refused'
      readonly problem: UnreadableDocument['problem'] | 'too-long' | 'failed'
    }

const mostThemes = 4
const mostRoles = 3

function markdownOf(document: ReadDocument): string {
  const blocks: string[] = []
  let heading: string | null = null
  for (const paragraph of document.paragraphs) {
    if (paragraph.heading !== null && paragraph.heading !== heading) blocks.push(`## ${asMarkdown(paragraph.heading)}`)
    heading = paragraph.heading
    blocks.push(asMarkdown(paragraph.text))
  }
  return blocks.join('\n\n')
}

const firstSentences = (document: ReadDocument) => {
  const first = document.paragraphs[0]?.text ?? ''
  if (first.length <= limits.summary) return first
  const cut = first.slice(0, limits.summary)
  const end = Math.max(cut.lastIndexOf('. '), cut.lastIndexOf('? '), cut.lastIndexOf('! '))
  return end > 40 ? cut.slice(0, end + 1) : `${cut.slice(0, cut.lastIndexOf(' '))} …`
}

/** A day when the document states one; a month or a year begins with its first day. */
const dayOf = (document: ReadDocument): string | null => {
  const { dateStated } = document
  if (!dateStated) return null
  return { day: dateStated.iso, month: `${dateStated.iso}-01`, year: `${dateStated.iso}-01-01` }[dateStated.precision]
}

const linkIn = (source: string) => /^https?:\/\/\S+$/.exec(source)?.[0]

async function importOne(
  tx: Tx,
  vault: Vault,
  file: { readonly name: string; readonly bytes: Uint8Array },
  steward: string,
  doer: Doer,
  now: Date,
): Promise<ImportOutcome> {
  const hash = createHash('sha256').update(file.bytes).digest('hex')
  const fileIndex = vault.blindIndex('knowledge file', `${hash}|${steward}`)
  const earlier = await tx
    .selectFrom('knowledge_items')
    .select('id')
    .where('file_index', '=', fileIndex)
    .executeTakeFirst()
  if (earlier) return { file: file.name, kind: 'there-already', item: earlier.id }

  const document = readDocument(file.bytes, file.name)
  if (!document.ok) return { file: file.name, kind: 'refused', problem: document.problem }
  const body = markdownOf(document)
  if (body.length > limits.part) return { file: file.name, kind: 'refused', problem: 'too-long' }

  const plain = [document.title, ...document.paragraphs.map((each) => `${each.heading ?? ''}\n${each.text}`)].join('\n')
  const lang = document.language === 'en' ? 'en' : 'nl'
  const themes = themesIn(plain)
    .slice(0, mostThemes)
    .map((each) => each.id)
  const terms = linksIn(plain, lang).map((each) => each.id)
  const writtenOn = dayOf(document)
  const link = document.source === undefined ? undefined : linkIn(document.source)
  const year = writtenOn?.slice(0, 4)
  const item = await makeItem(
    tx,
    vault,
    {
      title: document.title.slice(0, limits.title),
      summary: firstSentences(document),
      parts: [{ key: 'text', whose: 'editor', author: null, text: body }],
      lang,
      type: 'article',
      themes,
      roles: expertRolesIn(plain)
        .slice(0, mostRoles)
        .map((each) => each.id),
      audiences: [],
      source: {
        title: document.title,
        ...(link ? { link } : document.source !== undefined && { publisher: document.source }),
        ...(year && { year }),
      },
      provenance: 'import',
      // A text of somebody else is theirs until an editor knows better.
      licence: 'all-rights-reserved',
      writtenOn,
      stewards: [steward],
      givers: [],
      held: document.heldBack,
      fileIndex,
    },
    doer,
    now,
  )
  await record(tx, 'knowledge.document-imported', item, now, { heldBack: document.heldBack.length })
  return {
    file: file.name,
    kind: 'draft',
    item,
    title: document.title,
    language: document.language,
    writtenOn,
    source: document.source ?? null,
    themes,
    terms,
    paragraphs: document.paragraphs.length,
    heldBack: document.heldBack.length,
  }
}

/**
 * Makes a draft of every file that can be read (text or HTML in UTF-8), for one partner organisation. E-mail addresses,
 * phone numbers and named contact blocks are held back and listed for the editor. A file that cannot be read is named with
 * its problem and the others go on; the same bytes a second time name the earlier draft.
 * @param doer null from the command line
 * @throws Problem no-steward, not-a-partner: about the organisation, before any file
 */
export async function importDocuments(
  tx: Tx,
  vault: Vault,
  files: readonly { readonly name: string; readonly bytes: Uint8Array }[],
  steward: string,
  doer: Doer,
  now: Date,
): Promise<readonly ImportOutcome[]> {
  const outcomes: ImportOutcome[] = []
  for (const file of files) {
    await sql`savepoint knowledge_import`.execute(tx)
    try {
      outcomes.push(await importOne(tx, vault, file, steward, doer, now))
      await sql`release savepoint knowledge_import`.execute(tx)
    } catch (error) {
      // One file that fails may not undo the others; what is wrong with the organisation is wrong for all of them.
      await sql`rollback to savepoint knowledge_import`.execute(tx)
      if (error instanceof Problem) throw error
      outcomes.push({ file: file.name, kind: 'refused', problem: 'failed' })
    }
  }
  return outcomes
}
