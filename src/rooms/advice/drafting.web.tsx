import { z } from 'zod'
import { one, type Errors, type FormInput } from '../../lib/form-values.ts'
import type { Lang } from '../../lib/words.ts'
import { line, lines, optional } from '../../platform/forms.ts'
import { signedIn } from '../../platform/http/access.ts'
import { action, page, type Route } from '../../platform/http/routes.ts'
import type { ActVisit, Visit } from '../../platform/http/visit.ts'
import { giveAnswer, saveDraft } from './answer.actions.ts'
import { duoPaths } from './desk.paths.ts'
import { duoWords } from './drafting.text.ts'
import { DraftPage, PreviewPage, VersionsPage } from './drafting.views.tsx'
import { press } from './press.tsx'
import { problems } from './problems.ts'
import { getForTeam, type TeamSeen } from './readings.sql.ts'
import { limits, voices } from './request.rules.ts'
import { sealerOfRequest } from './requests.sql.ts'
import { listRevisions, type Revision } from './timeline.sql.ts'

type Kept = { input: FormInput; errors: Errors; key: string }

const draftVersion = { version: z.coerce.number().int().min(0) }

const draftSchema = (lang: Lang) => {
  const { long, voice } = duoWords[lang].errors
  return z.strictObject({
    ...draftVersion,
    // A draft may be unfinished: what is missing is asked before the answer is given.
    tekst: lines({ min: 0, max: limits.answer }, { empty: long, long }),
    stem: optional(z.enum(voices, voice)),
    namens: line({ min: 0, max: limits.behalf }, { empty: long, long }),
    daarna: optional(z.enum(['verder', 'bekijken'])),
  })
}

async function readAll(visit: Visit): Promise<{ seen: TeamSeen; revisions: readonly Revision[] }> {
  const { vault } = visit.platform
  return visit.house(async (tx) => {
    const seen = await getForTeam(tx, vault, visit.person(), visit.param('id'))
    return { seen, revisions: await listRevisions(tx, await sealerOfRequest(tx, vault, seen.id), seen.id) }
  })
}

async function showDraft(visit: Visit, kept?: Kept): Promise<Response> {
  const { seen, revisions } = await readAll(visit)
  if (seen.state !== 'in-progress') throw problems['no-such-move']()
  const besideId = visit.query('naast')
  const beside = revisions.find((each) => each.aside && each.id === besideId) ?? null
  return visit.html(
    <DraftPage
      frame={visit.frame()}
      seen={seen}
      beside={beside}
      formKey={kept?.key ?? visit.newKey()}
      {...(kept && { input: kept.input, errors: kept.errors })}
    />,
    kept ? 422 : 200,
  )
}

async function save(visit: ActVisit): Promise<Response> {
  const id = visit.param('id')
  const form = visit.read(draftSchema(visit.lang))
  if (!form.ok) return showDraft(visit, { ...form, key: one(visit.sent, '_key') })
  const { version, tekst, stem, namens, daarna } = form.value
  const draft = { text: tekst, voice: stem ?? null, behalf: namens }
  return press(
    visit,
    { id, path: duoPaths.request(id) },
    (tx) => saveDraft(tx, visit.platform.vault, visit.person(), id, version, draft, visit.now),
    (saved) =>
      saved.kind === 'conflict'
        ? `${duoPaths.draft(id)}?naast=${saved.kept}`
        : daarna === 'bekijken'
          ? duoPaths.preview(id)
          : duoPaths.draft(id),
  )
}

async function showVersions(visit: Visit): Promise<Response> {
  const { seen, revisions } = await readAll(visit)
  return visit.html(<VersionsPage frame={visit.frame()} seen={seen} revisions={revisions} />)
}

async function showPreview(visit: Visit, kept?: { errors: Errors; key: string }): Promise<Response> {
  const { seen } = await readAll(visit)
  if (seen.state !== 'in-progress') throw problems['no-such-move']()
  return visit.html(
    <PreviewPage
      frame={visit.frame()}
      seen={seen}
      now={visit.now}
      formKey={kept?.key ?? visit.newKey()}
      {...(kept && { errors: kept.errors })}
    />,
    kept ? 422 : 200,
  )
}

const giveSchema = (lang: Lang) => z.strictObject({ ...draftVersion, zeker: z.literal('on', duoWords[lang].sureError) })

async function give(visit: ActVisit): Promise<Response> {
  const id = visit.param('id')
  const form = visit.read(giveSchema(visit.lang))
  if (!form.ok) return showPreview(visit, { errors: form.errors, key: one(visit.sent, '_key') })
  return press(
    visit,
    { id, path: duoPaths.request(id) },
    (tx) => giveAnswer(tx, visit.platform.vault, visit.person(), id, form.value.version, visit.now),
    () => duoPaths.request(id),
  )
}

const shown = { who: signedIn, rate: 'working', data: 'special' } as const

/** The draft that the duo shares, its versions, and giving it as the answer. */
export const draftingRoutes: readonly Route[] = [
  page(duoPaths.draft(':id'), shown, (visit) => showDraft(visit)),
  action(duoPaths.draft(':id'), { ...shown, input: draftSchema('nl') }, save),
  page(duoPaths.versions(':id'), shown, showVersions),
  page(duoPaths.preview(':id'), shown, (visit) => showPreview(visit)),
  action(duoPaths.preview(':id'), { ...shown, input: giveSchema('nl') }, give),
]
