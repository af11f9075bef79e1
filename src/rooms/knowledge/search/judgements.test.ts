import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { inHouse } from '../../../../test/house.ts'
import { root } from '../../../platform/root.ts'
import { importDocuments } from '../harvests/imports.actions.ts'
import { fillIn, press, replaceAll, rowOf } from '../knowledge.testing.ts'
import { bestPassages } from './search.actions.ts'

type Judgements = {
  paragraphs: { id: string; document: string; begins: string }[]
  queries: { query: string; relevant: Record<string, number> }[]
}

const mean = (values: readonly number[]) => values.reduce((sum, each) => sum + each, 0) / values.length

/**
 * Discounted cumulated gain of graded answers in their order, with the gain 2^grade - 1 and the discount log2(place + 1).
 * Järvelin and Kekäläinen (2002), with the gain of Burges and others (2005).
 */
const gainOf = (grades: readonly number[]) =>
  grades.reduce((sum, grade, index) => sum + (2 ** grade - 1) / Math.log2(index + 2), 0)

const reference = join(root, '..', 'shared')
const judged = join(reference, 'data', 'search_judgements.json')
const plain = (text: string) => text.replace(/[^\p{L}\p{N}]+/gu, ' ').trim()

describe('real documents, imported and published', () => {
  if (!existsSync(judged)) console.warn('skipped: the folder with judged queries and real documents is not here')
  it.skipIf(!existsSync(judged))(
    'answer the judged queries: recall@10 and nDCG@10 of at least 0.9, and nothing comes back empty',
    inHouse(async (house) => {
      const { platform, people } = house
      const { paragraphs, queries } = JSON.parse(readFileSync(judged, 'utf8')) as Judgements
      const names = [...new Set(paragraphs.map((paragraph) => paragraph.document))]
      const files = names.map((name) => ({ name, bytes: readFileSync(join(reference, 'documents', name)) }))
      const outcomes = await house.operate((tx) =>
        importDocuments(tx, platform.vault, files, people.organisations.a, null, platform.now()),
      )
      const editor = await house.as('editorA')
      const itemOf = new Map<string, string>()
      for (const outcome of outcomes) {
        if (outcome.kind !== 'draft') throw new Error(`${outcome.file} was not taken in`)
        const { item, title, themes } = outcome
        itemOf.set(outcome.file, item)
        await fillIn(editor, item, {
          title,
          summary: 'Uit een document van het veld.',
          type: 'article',
          themes: themes.length > 0 ? themes : ['broad'],
        })
        if ((await rowOf(house, item)).open_marks > 0) await replaceAll(editor, item)
        await press(house, editor, item, 'verder')
        await press(house, editor, item, 'publiceren')
      }
      expect(await house.count('square.items')).toBe(names.length)

      const passages = await house.peek((tx) =>
        tx.selectFrom('square.passages').select(['item_id', 'position', 'text']).execute(),
      )
      const passageOf = new Map<string, string>()
      for (const paragraph of paragraphs) {
        const begins = plain(paragraph.begins)
        const at = passages.find(
          (passage) =>
            passage.item_id === itemOf.get(paragraph.document) &&
            passage.text.split('\n\n').some((part) => plain(part).startsWith(begins)),
        )
        if (at) passageOf.set(paragraph.id, `${at.item_id}/${at.position}`)
        else console.warn(`missing (held back or not kept): ${paragraph.id}, which begins with "${paragraph.begins}"`)
      }

      const empty: string[] = []
      const [recalls, gains]: [number[], number[]] = [[], []]
      for (const { query, relevant } of queries) {
        const grades = new Map<string, number>()
        for (const [id, grade] of Object.entries(relevant)) {
          const passage = passageOf.get(id) ?? `missing ${id}`
          if (grade > 0) grades.set(passage, Math.max(grade, grades.get(passage) ?? 0))
        }
        const got = await platform.database.square((db) => bestPassages(db, query, 10))
        if (got.length === 0) empty.push(query)
        const places = got.map((passage) => `${passage.itemId}/${passage.position}`)
        recalls.push(places.filter((place) => grades.has(place)).length / Math.min(grades.size, 10))
        const ideal = [...grades.values()].toSorted((a, b) => b - a).slice(0, 10)
        gains.push(gainOf(places.map((place) => grades.get(place) ?? 0)) / gainOf(ideal))
        console.info(`${recalls.at(-1)?.toFixed(2)}  ${gains.at(-1)?.toFixed(2)}  ${query}`)
      }
      const [recall, gain] = [mean(recalls), mean(gains)]
      console.info(`recall@10 ${recall.toFixed(3)}, nDCG@10 ${gain.toFixed(3)} over ${recalls.length} queries`)
      expect(empty).toEqual([])
      expect(recall).toBeGreaterThanOrEqual(0.9)
      expect(gain).toBeGreaterThanOrEqual(0.9)
    }),
    120_000,
  )
})
