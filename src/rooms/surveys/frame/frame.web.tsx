import { z } from 'zod'
import type { Errors, FormInput } from '../../../lib/form-values.ts'
import { normaliseEmailAddress } from '../../../lib/text/emailAddress.ts'
import { decodeUtf8 } from '../../../lib/text/clean.ts'
import { languages, type Lang } from '../../../lib/words.ts'
import { line, optional } from '../../../platform/forms.ts'
import { action, page, upload, type Route } from '../../../platform/http/routes.ts'
import type { UploadVisit, Visit } from '../../../platform/http/visit.ts'
import {
  addTrial,
  copyFrame,
  keepList,
  layListAside,
  listFromHere,
  readKept,
  readText,
  removeTrial,
  takeList,
} from './frame.actions.ts'
import { frameLimits } from './frame.rules.ts'
import { countFrame, earlierFrame, listTrials } from './frame.sql.ts'
import { frameWords } from './frame.text.ts'
import { FramePage, PreviewPage } from './frame.views.tsx'
import { paths } from '../paths.ts'
import { unknown } from '../problems.ts'
import { researching } from '../series/series.web.tsx'
import { getWave } from '../waves/waves.sql.ts'
import { waveOf } from '../waves/waves.web.tsx'

const ListForm = z.strictObject({ list: optional(z.string().max(frameLimits.bytes)) })
const TrialForm = (lang: Lang) => {
  const words = frameWords[lang]
  return z.strictObject({
    name: line({ max: 200 }, words.nameErrors),
    email: z.string().transform((text, context) => {
      const email = normaliseEmailAddress(text)
      if (email !== null) return email
      context.addIssue({ code: 'custom', message: words.emailWrong })
      return z.NEVER
    }),
    lang: z.enum(languages),
  })
}
const Press = z.strictObject({})

// What is sent names people when an address does.
const framing = { ...researching, data: 'personal' } as const
const sending = { ...framing, rate: 'heavy', mostBytes: frameLimits.bytes } as const

type Sent = { readonly input: FormInput; readonly errors: Errors }

const uuid = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/
const idOf = (visit: Visit, name: string): string => {
  const id = visit.param(name)
  if (!uuid.test(id)) throw unknown()
  return id
}

async function showFrame(visit: Visit, sent?: Sent) {
  const seen = await visit.house(async (tx) => {
    const { series, wave } = await getWave(tx, ...waveOf(visit))
    return {
      series,
      wave,
      counts: await countFrame(tx, wave.id),
      trials: await listTrials(tx, wave.id),
      before: await earlierFrame(tx, wave),
    }
  })
  return visit.html(
    <FramePage
      frame={visit.frame()}
      {...seen}
      newKey={visit.newKey}
      input={sent?.input ?? {}}
      errors={sent?.errors ?? {}}
    />,
    sent ? 422 : 200,
  )
}

/** Keeps the list when it can be read as one; otherwise the page comes back with what was pasted. */
async function sendList(visit: UploadVisit) {
  const words = frameWords[visit.lang]
  const form = visit.read(ListForm)
  if (!form.ok) return showFrame(visit, form)
  const file = visit.files.get('file') ?? null
  const wrong = (field: string, message: string) =>
    showFrame(visit, { input: form.input, errors: { [field]: message } })
  const pasted = form.value.list ?? null
  if (file === null && pasted === null) return wrong('file', words.needList)
  if (file !== null && pasted !== null) return wrong('list', words.notBoth)
  let text = pasted ?? ''
  if (file !== null) {
    const decoded = decodeUtf8(file.bytes)
    if (!decoded.ok) return wrong('file', words.unreadable)
    text = decoded.text
  }
  const names = waveOf(visit)
  const { wave, read } = await visit.house(async (tx) => {
    const at = await getWave(tx, ...names)
    return { ...at, read: await readText(tx, at.series, at.wave, text) }
  })
  if (!read.ok) {
    const fault = words.listFaults[read.fault]
    return wrong(file === null ? 'list' : 'file', read.line === null ? fault : words.atLine(fault, read.line))
  }
  return visit.act(
    (tx) => keepList(tx, visit.platform.vault, wave.id, { text, by: visit.person() }, visit.now),
    (list) => paths.upload(...names, list),
  )
}

export const frameRoutes: readonly Route[] = [
  page(paths.frame(':reeks', ':golf'), framing, (visit) => showFrame(visit)),
  upload(paths.frame(':reeks', ':golf'), { ...sending, input: ListForm }, sendList),
  page(paths.upload(':reeks', ':golf', ':lijst'), framing, async (visit) => {
    const list = idOf(visit, 'lijst')
    const seen = await visit.house(async (tx) => {
      const at = await getWave(tx, ...waveOf(visit))
      return { ...at, read: await readKept(tx, visit.platform.vault, at, list) }
    })
    const { read } = seen
    if (!read.ok) throw unknown()
    return visit.html(<PreviewPage frame={visit.frame()} {...seen} read={read} list={list} newKey={visit.newKey} />)
  }),
  action(paths.upload(':reeks', ':golf', ':lijst'), { ...framing, input: Press }, (visit) =>
    visit.act(
      async (tx) => {
        const at = await getWave(tx, ...waveOf(visit))
        await takeList(tx, visit.platform.vault, at, idOf(visit, 'lijst'), visit.now)
      },
      () => paths.frame(...waveOf(visit)),
    ),
  ),
  action(paths.layAside(':reeks', ':golf', ':lijst'), { ...framing, input: Press }, (visit) =>
    visit.act(
      async (tx) => {
        const { wave } = await getWave(tx, ...waveOf(visit))
        await layListAside(tx, wave.id, idOf(visit, 'lijst'), visit.now)
      },
      () => paths.frame(...waveOf(visit)),
    ),
  ),
  action(paths.ownFrame(':reeks', ':golf'), { ...framing, input: Press }, (visit) => {
    const names = waveOf(visit)
    return visit.act(
      async (tx) => {
        const { series, wave } = await getWave(tx, ...names)
        const text = await listFromHere(tx, series)
        if (text === null) throw unknown()
        return keepList(tx, visit.platform.vault, wave.id, { text, by: visit.person() }, visit.now)
      },
      (list) => paths.upload(...names, list),
    )
  }),
  action(paths.copyFrame(':reeks', ':golf'), { ...framing, input: Press }, (visit) =>
    visit.act(
      async (tx) => copyFrame(tx, (await getWave(tx, ...waveOf(visit))).wave.id, visit.now),
      () => paths.frame(...waveOf(visit)),
    ),
  ),
  action(paths.trials(':reeks', ':golf'), { ...framing, input: TrialForm('nl') }, (visit) => {
    const form = visit.read(TrialForm(visit.lang))
    if (!form.ok) return showFrame(visit, form)
    return visit.act(
      async (tx) => {
        const { wave } = await getWave(tx, ...waveOf(visit))
        await addTrial(tx, visit.platform.vault, wave.id, form.value, visit.now)
      },
      () => paths.frame(...waveOf(visit)),
    )
  }),
  action(paths.removeTrial(':reeks', ':golf', ':plek'), { ...framing, input: Press }, (visit) =>
    visit.act(
      async (tx) => {
        const { wave } = await getWave(tx, ...waveOf(visit))
        await removeTrial(tx, wave.id, idOf(visit, 'plek'), visit.now)
      },
      () => paths.frame(...waveOf(visit)),
    ),
  ),
]
