import {
  codeAnswer,
  codedAnswers,
  codedWave,
  differs,
  nextToCode,
  prepareClosedWaves,
  settleCodes,
  takeCodingSeat,
} from '../../rooms/surveys/public.ts'
import { workerAt } from './sources.seed.ts'
import type { Story } from './story.ts'

/** What one coder makes of an answer. */
export type Reading = (text: string) => readonly string[]

/**
 * Two researchers code the answers in own words of a closed wave, apart, and settle where they differ on what the first made
 * of it.
 */
export async function codeAnswers(
  story: Story,
  at: { readonly series: string; readonly wave: string; readonly daysAgo: number },
  coders: readonly { readonly person: string; readonly reads: Reading }[],
): Promise<void> {
  const { vault } = story.platform
  const { series, wave: slug, daysAgo } = at
  await prepareClosedWaves(workerAt(story, daysAgo))
  for (const { person, reads } of coders)
    await story.as(person, daysAgo, async (tx, now) => {
      const { id: wave, questions } = await codedWave(tx, series, slug)
      for (const question of questions) {
        await takeCodingSeat(tx, { wave, question }, person, now)
        for (;;) {
          const next = await nextToCode(tx, vault, wave, question.key)
          if (next === null) break
          const given = { answer: next.id, codes: reads(next.text) }
          await codeAnswer(tx, vault, { wave, question }, given, person, now)
        }
      }
    })
  const [first] = coders
  if (first === undefined) return
  await story.as(first.person, daysAgo, async (tx, now) => {
    const { id: wave, questions } = await codedWave(tx, series, slug)
    for (const question of questions)
      for (const answer of await codedAnswers(tx, wave, question.key))
        if (differs(answer))
          await settleCodes(
            tx,
            vault,
            { wave, question },
            { answer: answer.id, codes: answer.first ?? [] },
            first.person,
            now,
          )
  })
}
