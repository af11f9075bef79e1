import { sql } from 'kysely'
import type { House, RolledBackHouse } from '../../../test/house.ts'
import type { Browsing, Seen } from '../../../test/browsing.ts'
import type { Tx } from '../../platform/db/database.ts'
import { startDraftFromRequest, type Harvest } from './items/starting.actions.ts'
import './tables.ts'

/** What a request of the tests leaves behind: words of the requester and of a duo, with things that point at people. */
export const harvestOf = (house: House, more: Partial<Harvest> = {}): Harvest => ({
  request: 'request:1',
  lang: 'nl',
  parts: [
    {
      key: 'question',
      whose: 'requester',
      author: null,
      text: 'Wij zijn van Stichting De Linde. Wij werken in Utrecht. Hoe beginnen wij met ervaringsdeskundigen? Je kunt Kim Bakker bellen op 06-12345678.',
    },
    { key: 'answer', whose: 'author', author: null, text: 'Begin klein en betaal eerlijk. Vraag wat er nodig is.' },
  ],
  authors: [house.people.expert.id, house.people.secondExpert.id],
  requester: { email: 'vrager@example.org', lang: 'nl' },
  organisationNames: ['Stichting De Linde'],
  personNames: ['Kim Bakker'],
  themes: ['povertyDebt'],
  stewards: [house.people.organisations.a],
  ...more,
})

/** Starts a draft as the desk does: a coordinator who is signed in. @returns its id. */
export async function draftFromRequest(house: House, more: Partial<Harvest> = {}): Promise<string> {
  const desk = await house.as('coordinator')
  const proof = [...desk.cookies.values()][0] ?? ''
  const doer = { person: house.people.coordinator.id, edits: new Set<string>(), coordinates: true }
  const { item } = await house.platform.database.house(proof, (tx) =>
    startDraftFromRequest(tx, house.platform.vault, harvestOf(house, more), doer, house.platform.now()),
  )
  return item
}

/** Fills in what a draft still misses and saves it, by its form. */
export const fillIn = async (
  editor: Browsing,
  id: string,
  values: Record<string, string | readonly string[]> = {},
): Promise<Seen> =>
  editor.submit(
    await editor.get(`/redactie/${id}`),
    {
      title: 'Hoe begin je?',
      summary: 'Begin klein, betaal eerlijk en vraag wat er nodig is.',
      type: 'faq',
      themes: ['povertyDebt'],
      ...values,
    },
    `action="/redactie/${id}"`,
  )

/** Replaces everything that is marked. */
export const replaceAll = async (editor: Browsing, id: string): Promise<Seen> =>
  editor.submit(await editor.get(`/redactie/${id}/nalopen`), { rest: 'replace' }, `action="/redactie/${id}/nalopen"`)

/** Presses a button of the item's page that carries its version. */
export const press = async (
  house: House,
  editor: Browsing,
  id: string,
  what: 'verder' | 'publiceren' | 'nagekeken',
): Promise<Seen> => editor.post(`/redactie/${id}/${what}`, { version: String(await versionOf(house, id)) })

export const rowOf = (house: House, id: string) =>
  house.peek((tx: Tx) => tx.selectFrom('knowledge_items').selectAll().where('id', '=', id).executeTakeFirstOrThrow())
export const stateOf = async (house: House, id: string) => (await rowOf(house, id)).state
export const versionOf = async (house: House, id: string) => (await rowOf(house, id)).version

/** The links of the letters that ask for a yes, by address; those in `before` left out. */
export async function consentLinks(
  house: House,
  before: Readonly<Record<string, string>> = {},
): Promise<Readonly<Record<string, string>>> {
  const found: Record<string, string> = {}
  const old = new Set(Object.values(before))
  for (const letter of await house.letters()) {
    const link = /\/toestemming\/[\w-]+/.exec(letter.text)?.[0]
    if (link && !old.has(link)) found[letter.to] = link
  }
  return found
}

/** What of an item stands on the square: its row, passages and words. */
export const onSquare = (house: House, id: string) =>
  house.peek(async (tx) => {
    const { rows } = await sql<{ items: number; passages: number; words: number }>`
      select (select count(*)::int from square.items where id = ${id}) as items,
             (select count(*)::int from square.passages where item_id = ${id}) as passages,
             (select count(*)::int from square.words) as words`.execute(tx)
    return rows[0]
  })

/** From a request to the letters that ask: filled in, made unrecognisable, taken on. */
export async function asked(house: RolledBackHouse, more: Partial<Harvest> = {}) {
  const id = await draftFromRequest(house, more)
  const editor = await house.as('editorA')
  await fillIn(editor, id)
  await replaceAll(editor, id)
  await press(house, editor, id, 'verder')
  await house.runJobs()
  return { id, editor, links: await consentLinks(house) }
}

/** Answers on the page of a link. */
export const says = async (house: RolledBackHouse, link: string | undefined, fields: Record<string, string>) => {
  const visitor = house.visitor()
  return visitor.submit(await visitor.get(link ?? ''), fields, 'name="says"')
}
