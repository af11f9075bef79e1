import { tryEach } from '../../lib/try-each.ts'
import { languages, type Lang } from '../../lib/words.ts'
import type { RoomJobs, Work } from '../../platform/jobs/work.ts'
import { QuestionsPaper } from './print.views.tsx'
import { listVersionsToPrint } from './questionnaires.sql.ts'
import './tables.ts'

async function printVersions(work: Work, lang: Lang): Promise<void> {
  const { press } = work
  if (press === undefined) return
  await tryEach(await work.transaction((tx) => listVersionsToPrint(tx, lang)), async (version) => {
    const paper = <QuestionsPaper version={version} meanings={version.meanings ?? []} lang={lang} style={press.style} />
    const content = Buffer.from(await press.print(String(await paper)))
    await work.transaction(async (tx) => {
      await tx
        .insertInto('questionnaires_prints')
        .values({ version_id: version.id, lang, content, made_at: work.now() })
        .onConflict((conflict) => conflict.columns(['version_id', 'lang']).doNothing())
        .execute()
    })
  })
}

/** Where there is a Chromium, each fixed version gets its questions as PDF. What is there already stays. */
const printAll = (work: Work): Promise<void> => tryEach(languages, (lang) => printVersions(work, lang))

export const printJobs: RoomJobs = {
  on: { 'questionnaires.version-fixed': { 'print-version': printAll } },
  // Also when a Chromium came later.
  daily: { 'print-versions': { cron: '30 4 * * *', run: printAll } },
}
