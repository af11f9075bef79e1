import {
  addSource,
  commitRun,
  decideAndTake,
  publishRun,
  publishTaken,
  readRun,
  startRun,
} from '../../rooms/knowledge/public.ts'
import { demoMove, demoOldSite } from '../demo/moving.ts'
import type { makeDemoPeople } from './people.seed.ts'
import { workerAt } from './sources.seed.ts'
import type { Story } from './story.ts'

type Cast = Awaited<ReturnType<typeof makeDemoPeople>>

/** A partner moved its weblog in; what came after waits to be chosen. */
export async function moveSite(story: Story, cast: Cast): Promise<void> {
  const { vault } = story.platform
  const { name, licence, before, after, themes } = demoMove
  const organisation = cast.organisationOf(demoMove.organisation)
  const editor = cast.personOf(demoMove.by)
  const doer = { person: editor, edits: new Set([organisation]) }
  const fileOf = (text: string) => ({ name: 'weblog.xml', type: 'text/xml', bytes: Buffer.from(text) })
  const input = {
    organisation,
    name,
    licence,
    type: 'article',
    themes: [],
    lang: 'nl',
    address: null,
    weekly: false,
  } as const
  const source = await story.as(editor, before.daysAgo, (tx, at) =>
    addSource(tx, { ...input, moving: 'export' }, doer, at),
  )
  const first = await story.as(editor, before.daysAgo, (tx, at) =>
    startRun(tx, vault, source, fileOf(before.file), doer, at),
  )
  await readRun(workerAt(story, before.daysAgo), first)
  const choices = Object.entries(themes).map(([section, under]) => ({
    section,
    leaves: false,
    type: null,
    themes: under,
  }))
  await story.as(editor, before.daysAgo, (tx, at) => decideAndTake(tx, first, choices, editor, at))
  await commitRun(workerAt(story, before.daysAgo), first)
  await story.as(editor, before.daysAgo, (tx, at) => publishRun(tx, first, editor, at))
  await publishTaken(workerAt(story, before.daysAgo), first)
  const second = await story.as(editor, after.daysAgo, (tx, at) =>
    startRun(tx, vault, source, fileOf(after.file), doer, at),
  )
  await readRun(workerAt(story, after.daysAgo), second)
}

/** Another partner sent its old site, and did not choose yet what comes along. */
export async function sendOldSite(story: Story, cast: Cast): Promise<void> {
  const { name, licence, daysAgo, file } = demoOldSite
  const organisation = cast.organisationOf(demoOldSite.organisation)
  const editor = cast.personOf(demoOldSite.by)
  const doer = { person: editor, edits: new Set([organisation]) }
  const run = await story.as(editor, daysAgo, async (tx, at) => {
    const input = { organisation, name, licence, type: 'article', themes: [], lang: 'nl', address: null } as const
    const site = await addSource(tx, { ...input, weekly: false, moving: 'export' }, doer, at)
    const sent = { name: 'oude-site.xml', type: 'text/xml', bytes: Buffer.from(file) }
    return startRun(tx, story.platform.vault, site, sent, doer, at)
  })
  await readRun(workerAt(story, daysAgo), run)
}
