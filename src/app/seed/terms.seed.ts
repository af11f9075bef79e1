import { addDefinition, addTerm, giveVoice, propose, type Speaker } from '../../rooms/terms/public.ts'
import { demoMeanings, demoRetired } from '../demo/terms.ts'
import type { makeDemoPeople } from './people.seed.ts'
import type { Story } from './story.ts'

/** What the partners of the demo network say about words: each under the proof of one of its own editors. */
export async function sayWhatWordsMean(story: Story, cast: Awaited<ReturnType<typeof makeDemoPeople>>): Promise<void> {
  const speakerOf = (said: { readonly organisation: string; readonly by: string }): Speaker => {
    const organisation = cast.organisationOf(said.organisation)
    return { person: cast.personOf(said.by), organisation, edits: new Set([organisation]) }
  }
  for (const said of [...demoMeanings].sort((a, b) => b.daysAgo - a.daysAgo)) {
    const speaker = speakerOf(said)
    const proposal = await story.as(speaker.person, said.daysAgo, async (tx, now) => {
      const words = { nl: said.nl, en: said.en, sourceTitle: said.source, sourceLink: null }
      const definition = await addDefinition(tx, said.term, words, speaker, now)
      return said.proposed === null
        ? null
        : propose(tx, said.term, { kind: 'working', definition }, said.proposed.reason, speaker, now)
    })
    for (const voice of proposal === null ? [] : (said.proposed?.voices ?? []))
      await story.as(cast.personOf(voice.by), voice.daysAgo, async (tx, now) => {
        const answer = voice.objection === null ? 'agree' : 'object'
        await giveVoice(tx, said.term, proposal ?? '', { answer, reason: voice.objection }, speakerOf(voice), now)
      })
  }
  const gone = demoRetired
  const speaker = speakerOf(gone)
  const { slug, proposal } = await story.as(speaker.person, gone.daysAgo, async (tx, now) => {
    const words = { nl: gone.nl, en: null, sourceTitle: gone.source, sourceLink: null }
    const added = await addTerm(tx, gone.label, words, speaker, now)
    return {
      slug: added,
      proposal: await propose(tx, added, { kind: 'retire', successor: gone.successor }, gone.reason, speaker, now),
    }
  })
  await story.as(cast.personOf(gone.agreedBy.by), gone.agreedBy.daysAgo, (tx, now) =>
    giveVoice(tx, slug, proposal, { answer: 'agree', reason: null }, speakerOf(gone.agreedBy), now),
  )
}
