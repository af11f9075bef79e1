import { z } from 'zod'
import { one, type Errors, type FormInput } from '../../lib/form-values.ts'
import type { Lang } from '../../lib/words.ts'
import { lines, optional } from '../../platform/forms.ts'
import { editor, editorOrAdministrator } from '../../platform/http/access.ts'
import { action, page, squarePage, type Route } from '../../platform/http/routes.ts'
import type { SquareVisit, Visit } from '../../platform/http/visit.ts'
import { problems as platform } from '../../platform/problems.ts'
import { partnerOrganisations } from '../accounts/public.ts'
import { paths } from './paths.ts'
import { unknown } from './problems.ts'
import { governanceWords } from './text.ts'
import { statePosition, writeVision } from './vision.actions.ts'
import { findVision, listPositions, listVisions, newestVision } from './vision.sql.ts'
import { VisionPage, WritingPage } from './vision.views.tsx'

const number = z
  .string()
  .regex(/^\d{1,6}$/)
  .transform(Number)

const VisionForm = (lang: Lang) => {
  const words = governanceWords[lang].writing
  return z.strictObject({
    after: number,
    text: lines({ max: 20_000 }, { empty: words.textEmpty, long: words.textLong }),
    why: lines({ max: 1000 }, { empty: words.whyEmpty, long: words.whyLong }),
  })
}
const PositionForm = (lang: Lang) => {
  const words = governanceWords[lang].writing
  return z
    .strictObject({
      version: number,
      organisation: z.uuid(),
      agrees: z.enum(['yes', 'except'], words.choose),
      exception: optional(lines({ max: 1000 }, { empty: words.pointEmpty, long: words.pointLong })),
    })
    .refine((form) => form.agrees === 'yes' || form.exception !== undefined, {
      path: ['exception'],
      message: words.pointEmpty,
    })
}

async function showVision(visit: SquareVisit, wanted: number | null): Promise<Response> {
  const seen = await visit.square(async (db) => {
    const versions = await listVisions(db)
    const version = wanted ?? versions[0]?.version
    return { versions, vision: version === undefined ? undefined : await findVision(db, version) }
  })
  if (wanted !== null && seen.vision === undefined) throw unknown()
  return visit.html(<VisionPage frame={visit.frame()} vision={seen.vision ?? null} versions={seen.versions} />)
}

type Sent = { readonly input: FormInput; readonly errors: Errors; readonly organisation: string | null }

async function showWriting(visit: Visit, sent?: Sent): Promise<Response> {
  const edits = visit.actor.kind === 'session' ? visit.actor.edits : new Set<string>()
  const seen = await visit.house(async (tx) => {
    const newest = await newestVision(tx)
    return {
      newest,
      partners: (await partnerOrganisations(tx)).filter((each) => edits.has(each.id)),
      positions: await listPositions(tx, newest?.version ?? 0),
    }
  })
  // Whoever edits for several partners speaks for one at a time.
  const chosen = visit.query('partner') ?? sent?.organisation ?? null
  const partners = seen.partners.toSorted((a, b) => Number(b.id === chosen) - Number(a.id === chosen))
  return visit.html(
    <WritingPage
      frame={visit.frame()}
      version={seen.newest?.version ?? 0}
      partners={partners.map(({ id, name }) => ({ id, name, said: seen.positions.get(id) ?? null }))}
      newKey={visit.newKey}
      saved={sent === undefined && visit.query('bewaard') !== null}
      input={{ text: seen.newest?.text ?? '', ...sent?.input }}
      errors={sent?.errors ?? {}}
      sentFor={sent?.organisation ?? null}
    />,
    sent ? 422 : 200,
  )
}

const writing = { who: editorOrAdministrator, rate: 'working', data: 'none' } as const

/** The shared vision on the square with its versions, and the pages on which partners write it. */
export const visionRoutes: readonly Route[] = [
  squarePage(paths.vision, {}, (visit) => showVision(visit, null)),
  squarePage(paths.visionVersion(':version'), {}, (visit) => {
    const asked = visit.param('version')
    if (!/^[1-9]\d{0,5}$/.test(asked)) throw unknown()
    return showVision(visit, Number(asked))
  }),
  page(paths.writeVision, writing, (visit) => showWriting(visit)),
  action(paths.writeVision, { ...writing, input: VisionForm('nl') }, (visit) => {
    const form = visit.read(VisionForm(visit.lang))
    if (!form.ok) return showWriting(visit, { input: visit.sent, errors: form.errors, organisation: null })
    return visit.act(
      (tx) => writeVision(tx, { ...form.value, by: visit.person() }, visit.now),
      () => `${paths.writeVision}?bewaard`,
    )
  }),
  action(paths.position, { ...writing, who: editor, input: PositionForm('nl') }, (visit) => {
    const form = visit.read(PositionForm(visit.lang))
    if (!form.ok) {
      const organisation = one(visit.sent, 'organisation') || 'nobody'
      return showWriting(visit, { input: visit.sent, errors: form.errors, organisation })
    }
    const { version, organisation, agrees, exception = '' } = form.value
    if (visit.actor.kind !== 'session' || !visit.actor.edits.has(organisation)) throw platform.forbidden()
    return visit.act(
      (tx) =>
        statePosition(
          tx,
          { version, organisation, exception: agrees === 'yes' ? null : exception, by: visit.person() },
          visit.now,
        ),
      () => `${paths.writeVision}?bewaard`,
    )
  }),
]
