import { describe, expect, it } from 'vitest'
import { loadLexicon } from '../../../lib/dutch/lexicon.ts'
import { searchQuery } from '../../../lib/dutch/query.ts'
import type { Synonyms } from '../../../lib/dutch/synonyms.ts'
import { snippetOf } from './search.rules.ts'

const lexicon = await loadLexicon()
const synonyms: Synonyms = new Map([
  ['t:job', { labels: ['loondienst', 'betaald werk', 'werk tegen betaling'], source: 'begrippenkader' }],
])

/** The passage with what is marked between square brackets. */
const marked = (asked: string, passage: string) =>
  snippetOf(passage, searchQuery(asked, lexicon, synonyms))
    .map(({ text, hit }) => (hit ? `[${text}]` : text))
    .join('')

describe('what a search result marks', () => {
  it.each([
    // A synonym of several words, where they stand together.
    ['loondienst', 'Zij zocht betaald werk.', 'Zij zocht [betaald werk].'],
    ['loondienst', 'Haar werk werd betaald.', 'Haar werk werd betaald.'],
    ['loondienst', 'Werk en dan pas betaling.', 'Werk en dan pas betaling.'],
    // Which small word stands between is not asked, here as little as in the search itself.
    ['loondienst', 'Werk voor betaling.', '[Werk voor betaling].'],
    ['loondienst', 'Werk tegen betaling, in loondienst.', '[Werk tegen betaling], in [loondienst].'],
    ['loondienst', 'Vrijwilligerswerk is ook werk.', 'Vrijwilligerswerk is ook werk.'],
    // Who asks for the words themselves is shown each of them.
    ['betaald werk', 'Haar werk werd betaald.', 'Haar [werk] werd [betaald].'],
    ['werk', 'Zij zocht betaald werk.', 'Zij zocht betaald [werk].'],
    ['schuld', 'Schulden en schuldhulp', '[Schulden] en [schuldhulp]'],
    ['loondienst', '', ''],
  ])('asked for %s: %s', (asked, passage, shown) => {
    expect(marked(asked, passage)).toBe(shown)
  })

  it('loses no letter of the passage', () => {
    const passage = 'Betaald werk, betaald werk: werk tegen betaling of loondienst. Betaald.'
    for (const asked of ['loondienst', 'betaald werk', 'werk loondienst', 'niets'])
      expect(marked(asked, passage).replaceAll(/[[\]]/g, '')).toBe(passage)
  })

  it('begins a long passage near the phrase', () => {
    const passage = `${'Iets anders over de buurt. '.repeat(30)}Zij zocht betaald werk. ${'Nog iets. '.repeat(60)}`
    expect(marked('loondienst', passage)).toContain('Zij zocht [betaald werk].')
  })
})
