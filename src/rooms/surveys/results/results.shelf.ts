import { createHash } from 'node:crypto'
import { saidIn } from '../../../lib/questionnaire/definition.ts'
import type { Tx } from '../../../platform/db/database.ts'
import { organisationsPublic } from '../../accounts/public.ts'
import { placeOnShelf, takeFromShelf } from '../../knowledge/public.ts'
import type { Released } from '../releases/releases.document.ts'
import { resultPaths } from './results.paths.ts'
import { shownQuestions } from './results.rules.ts'
import { said } from './results.said.ts'
import { levelSentences } from '../findings/sentences.ts'

/** The number under which a wave is found: the same for every release of it. A UUID (version 8) of its names. */
export function shelfIdOf(series: string, wave: string): string {
  const hex = createHash('sha256').update(`poll:${series}/${wave}`, 'utf8').digest('hex')
  return [hex.slice(0, 8), hex.slice(8, 12), `8${hex.slice(13, 16)}`, `8${hex.slice(17, 20)}`, hex.slice(20, 32)].join(
    '-',
  )
}

// A line of text that Markdown leaves as it is.
const plain = (text: string) => text.replaceAll(/\s+/g, ' ').replaceAll(/[\\`*_{}[\]<>#+!|~-]/g, '\\$&')

/**
 * Everything that can be found of a release: its questions and the sentences about them, and nothing that its page does not say.
 * @returns an item without who keeps it
 */
export function foundBy(released: Released) {
  const { series, wave, example, findings } = released
  const questions = shownQuestions(findings)
  const [first] = questions.flatMap(({ options }) => options)
  const tookPart =
    first === undefined || first.level.status === 'hidden' ? undefined : levelSentences(findings, first, 'nl')[0]?.text
  return {
    id: shelfIdOf(series.slug, wave.slug),
    slug: `peiling-${series.slug}-${wave.slug}`,
    type: 'poll',
    title: `${saidIn(series.title, 'nl').text}, ${saidIn(wave.label, 'nl').text}`,
    summary: [...(example === null ? [] : [example.nl]), ...(tookPart === undefined ? [] : [tookPart]), series.about.nl]
      .join(' ')
      .slice(0, 400),
    lang: 'nl' as const,
    bodyMarkdown: questions
      .flatMap((question) => [
        `## ${plain(saidIn(question.row ?? question.text, 'nl').text)}`,
        ...said(question, findings, 'nl').map(plain),
      ])
      .join('\n\n'),
    page: resultPaths.wave(series.slug, wave.slug),
  }
}

/**
 * Puts a wave that was let out where it is searched, followed and counted, in place of what stood there.
 * @param first when it was let out for the first time
 */
export async function shelveWave(
  tx: Tx,
  released: Released,
  { number, first }: { readonly number: number; readonly first: Date },
  now: Date,
): Promise<void> {
  const { organisation } = released.series
  const known = (await organisationsPublic(tx)).find(({ name }) => name === organisation)
  const item = foundBy(released)
  await placeOnShelf(tx, {
    ...item,
    stewards: [{ slug: known?.slug ?? 'peilingen', name: organisation }],
    themes: [],
    roles: [],
    audiences: [],
    authors: [],
    source: null,
    provenance: 'own',
    licence: 'CC-BY-4.0',
    sensitive: false,
    writtenOn: null,
    changedAt: now,
    checkedAt: now,
    publishedAt: first,
    version: number,
  })
}

/** Takes a wave off again; nothing happens when it does not stand there. */
export const unshelveWave = (tx: Tx, series: string, wave: string): Promise<void> =>
  takeFromShelf(tx, shelfIdOf(series, wave))
