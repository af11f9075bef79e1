import { existsSync, readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { loadLexicon } from './lexicon.ts'
import { searchQuery } from './query.ts'
import { matches, parseQuery, parseVector, rank } from './tsearch.testing.ts'
import { searchVector } from './vector.ts'

type Judgements = {
  paragraphs: { id: string; document: string; begins: string }[]
  queries: { id: string; query: string; relevant: Record<string, number> }[]
}

const reference = new URL('../../../../shared/', import.meta.url)
const absent = !existsSync(new URL('data/search_judgements.json', reference))
if (absent) process.stdout.write('skipped: the judged queries (the reference folder ../shared is absent)\n')

/** A search row holds one paragraph here, found by the words it begins with. */
function readParagraphs({ paragraphs }: Judgements) {
  return paragraphs.map(({ id, document, begins }) => {
    const text = readFileSync(new URL(`documents/${document}`, reference), 'utf8')
    const body = text.split('\n').find((line) => line.trim().startsWith(begins))
    if (body === undefined) throw new Error(`no paragraph of ${document} begins with the words of ${id}`)
    return { id, body }
  })
}

describe.skipIf(absent)('judged queries', () => {
  it('finds seven in ten of the judged paragraphs among the first ten, without synonyms', async () => {
    const lexicon = await loadLexicon()
    const judgements: Judgements = JSON.parse(readFileSync(new URL('data/search_judgements.json', reference), 'utf8'))
    const rows = readParagraphs(judgements).map(({ id, body }) => ({
      id,
      vector: parseVector(searchVector({ title: '', body }, lexicon)),
    }))

    const recalls = judgements.queries.map(({ id, query, relevant }) => {
      const terms = searchQuery(query, lexicon).terms.map(({ wide }) => parseQuery(wide))
      const found = rows
        .map((row) => ({
          id: row.id,
          terms: terms.filter((term) => matches(row.vector, term)).length,
          weight: terms.reduce((sum, term) => sum + rank(row.vector, term), 0),
        }))
        .filter((row) => row.terms > 0)
        .toSorted((one, other) => other.terms - one.terms || other.weight - one.weight)
        .slice(0, 10)
        .map((row) => row.id)
      const wanted = Object.keys(relevant)
      const recall = wanted.filter((paragraph) => found.includes(paragraph)).length / wanted.length
      process.stdout.write(`${id} ${query}: ${recall.toFixed(2)} (${found.length} found)\n`)
      return recall
    })
    const mean = recalls.reduce((sum, recall) => sum + recall, 0) / recalls.length
    process.stdout.write(`recall@10 without synonyms: ${mean.toFixed(3)} over ${recalls.length} queries\n`)
    expect(mean).toBeGreaterThanOrEqual(0.7)
  })
})
