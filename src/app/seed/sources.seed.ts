import { openMailRoom } from '../../platform/mail/mail.ts'
import { acceptRun, addSource, commitRun, readRun, startRun } from '../../rooms/knowledge/public.ts'
import { demoAgenda, demoSource } from '../demo/sources.ts'
import type { makeDemoPeople } from './people.seed.ts'
import type { Story } from './story.ts'

type Cast = Awaited<ReturnType<typeof makeDemoPeople>>

/** The hands of the worker, so many days ago. */
export const workerAt = (story: Story, daysAgo: number) => {
  const { vault, origin, config } = story.platform
  return {
    now: () => story.ago(daysAgo),
    transaction: <T>(work: Parameters<typeof story.asTime<T>>[1]) => story.asTime(daysAgo, work),
    vault,
    mail: openMailRoom({ vault, origin, smtpUrl: config.smtpUrl }),
    origin,
  }
}

/** A partner brought in its own list, and has sent a newer one that waits to be looked at. */
export async function readSources(story: Story, cast: Cast): Promise<void> {
  const { vault } = story.platform
  const { name, type, themes, licence, fileName, before, after } = demoSource
  const organisation = cast.organisationOf(demoSource.organisation)
  const editor = cast.personOf(demoSource.by)
  const doer = { person: editor, edits: new Set([organisation]) }
  const fileOf = (text: string) => ({ name: fileName, type: 'text/csv', bytes: Buffer.from(text) })
  const source = await story.as(editor, before.daysAgo, (tx, at) =>
    addSource(tx, { organisation, name, type, themes, licence, lang: 'nl', address: null, weekly: false }, doer, at),
  )
  const first = await story.as(editor, before.daysAgo, (tx, at) =>
    startRun(tx, vault, source, fileOf(before.file), doer, at),
  )
  await readRun(workerAt(story, before.daysAgo), first)
  await story.as(editor, before.daysAgo, (tx, at) => acceptRun(tx, first, editor, at))
  await commitRun(workerAt(story, before.daysAgo), first)
  const second = await story.as(editor, after.daysAgo, (tx, at) =>
    startRun(tx, vault, source, fileOf(after.file), doer, at),
  )
  await readRun(workerAt(story, after.daysAgo), second)
}

/** Another partner sent the list of its agenda, and did not look yet at what would come of it. */
export async function readAgenda(story: Story, cast: Cast): Promise<void> {
  const { name, type, themes, licence, fileName, daysAgo, file } = demoAgenda
  const organisation = cast.organisationOf(demoAgenda.organisation)
  const editor = cast.personOf(demoAgenda.by)
  const doer = { person: editor, edits: new Set([organisation]) }
  const run = await story.as(editor, daysAgo, async (tx, at) => {
    const input = { organisation, name, type, themes, licence, lang: 'nl', address: null, weekly: false } as const
    const source = await addSource(tx, input, doer, at)
    const sent = { name: fileName, type: 'text/csv', bytes: Buffer.from(file) }
    return startRun(tx, story.platform.vault, source, sent, doer, at)
  })
  await readRun(workerAt(story, daysAgo), run)
}
