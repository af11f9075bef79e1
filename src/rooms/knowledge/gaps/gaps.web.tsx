import { z } from 'zod'
import { dayAt } from '../../../lib/days.ts'
import { one, type Errors, type FormInput } from '../../../lib/form-values.ts'
import { editor } from '../../../platform/http/access.ts'
import { action, page, squarePage, type Route } from '../../../platform/http/routes.ts'
import type { ActVisit, Visit } from '../../../platform/http/visit.ts'
import { partnerOrganisations } from '../../accounts/public.ts'
import { editorOf } from '../editors.ts'
import {
  adoptGap,
  closeGap,
  giveGapBack,
  layGapAside,
  openGap,
  rewordGap,
  type GapSource,
  type GapWords,
} from './gaps.actions.ts'
import { KeptGapPage, WriteGapPage } from './gaps.editing.views.tsx'
import { AdoptForm, AsideForm, CloseGapForm, GapForm, NewGapForm } from './gaps.forms.ts'
import { KeepGapsPage } from './gaps.keeping.views.tsx'
import { gapPaths } from './gaps.paths.ts'
import { stemsOf } from './gaps.rules.ts'
import { getGap, listGapNotes, listGaps, listRepeatedSearches, listUnansweredItems } from './gaps.sql.ts'
import { findPublicGap, listPublicGaps } from './gaps.square.sql.ts'
import { GapPage, GapsPage } from './gaps.views.tsx'
import { unknown } from '../problems.ts'

const wordsOf = (form: {
  title: string
  why: string
  also?: string | undefined
  themes: readonly string[]
}): GapWords => ({
  title: form.title,
  why: form.why,
  also: form.also ?? '',
  themes: form.themes,
})

type Came = { gezocht?: string | undefined; melding?: string | undefined }

const cameIn = ({ gezocht, melding }: Came) =>
  gezocht !== undefined
    ? ({ kind: 'searches', same: gezocht } as const)
    : melding !== undefined
      ? ({ kind: 'request', note: melding } as const)
      : null

const sourceOf = (form: Came & { stuk?: string | undefined }): GapSource =>
  cameIn(form) ?? (form.stuk !== undefined ? { kind: 'stale-item', item: form.stuk } : { kind: 'editor' })

/** What came in and is still to be looked at, by the name and value of its field; null when there is none such. */
async function offeredTo(visit: Visit, asked: { same: string; note: string; item: string }) {
  if (asked.same === '' && asked.note === '' && asked.item === '') return null
  return visit.house(async (tx) => {
    const search = (await listRepeatedSearches(tx)).find((each) => each.same === asked.same)
    if (search) return { name: 'gezocht', value: search.same, words: search.words } as const
    const note = (await listGapNotes(tx)).find((each) => each.id === asked.note)
    if (note) return { name: 'melding', value: note.id, words: note.words } as const
    const item = (await listUnansweredItems(tx)).find((each) => each.id === asked.item)
    return item ? ({ name: 'stuk', value: item.id, words: item.title, slug: item.slug } as const) : null
  })
}

type Kept = { input: FormInput; errors: Errors }

const showWriting = async (visit: Visit, kept?: Kept) =>
  visit.html(
    <WriteGapPage
      frame={visit.frame()}
      offered={await offeredTo(visit, {
        same: kept ? one(kept.input, 'gezocht') : (visit.query('gezocht') ?? ''),
        note: kept ? one(kept.input, 'melding') : (visit.query('melding') ?? ''),
        item: kept ? one(kept.input, 'stuk') : (visit.query('stuk') ?? ''),
      })}
      pageKey={visit.newKey()}
      {...kept}
    />,
    kept ? 422 : 200,
  )

async function showGap(visit: Visit, kept?: Kept) {
  const { edits } = editorOf(visit)
  const seen = await visit.house(async (tx) => ({
    gap: await getGap(tx, visit.param('gap')),
    own: (await partnerOrganisations(tx)).filter((each) => edits.has(each.id)),
  }))
  return visit.html(
    <KeptGapPage frame={visit.frame()} {...seen} today={dayAt(visit.now)} newKey={visit.newKey} {...kept} />,
    kept ? 422 : 200,
  )
}

/** What came in and every gap; again with 422 when a press was not understood. */
async function showKeeping(visit: Visit, status = 200) {
  const seen = await visit.house(async (tx) => ({
    searches: await listRepeatedSearches(tx),
    notes: await listGapNotes(tx),
    items: await listUnansweredItems(tx),
    gaps: await listGaps(tx),
  }))
  // What a gap says already is not offered anew, however often it is searched.
  const known = seen.gaps.map((gap) => new Set(stemsOf(`${gap.title} ${gap.also}`)))
  const searches = seen.searches.filter(
    (each) => !known.some((stems) => each.same.split(' ').every((stem) => stems.has(stem))),
  )
  return visit.html(<KeepGapsPage frame={visit.frame()} {...seen} searches={searches} newKey={visit.newKey} />, status)
}

/** Reads a form about one gap, acts on it, and goes back to it; what is wrong comes back with what was typed. */
async function actOn<S extends z.ZodType>(
  visit: ActVisit,
  schema: S,
  work: (gap: string, form: z.output<S>) => Parameters<ActVisit['act']>[0],
) {
  const id = visit.param('gap')
  const form = visit.read(schema)
  if (!form.ok) return showGap(visit, { input: visit.sent, errors: form.errors })
  return visit.act(work(id, form.value), () => gapPaths.kept(id))
}

const Press = z.strictObject({})
const working = { who: editor, rate: 'working', data: 'none' } as const

/** The public list of what we do not know yet, and the pages on which editors keep it. */
export const gapRoutes: readonly Route[] = [
  squarePage(gapPaths.list, {}, async (visit) => {
    const asked = visit.query('pagina') ?? '1'
    const number = /^[1-9]\d{0,2}$/.test(asked) ? Number(asked) : 1
    const gaps = await visit.square((db) => listPublicGaps(db, {}, number))
    return visit.html(<GapsPage frame={visit.frame()} gaps={gaps} page={number} />)
  }),
  squarePage(gapPaths.gap(':slug'), {}, async (visit) => {
    const gap = await visit.square((db) => findPublicGap(db, visit.param('slug')))
    if (!gap) throw unknown()
    return visit.html(<GapPage frame={visit.frame()} gap={gap} />)
  }),
  page(gapPaths.keep, working, (visit) => showKeeping(visit)),
  page(gapPaths.write, working, (visit) => showWriting(visit)),
  action(gapPaths.write, { ...working, input: NewGapForm('nl') }, (visit) => {
    const form = visit.read(NewGapForm(visit.lang))
    if (!form.ok) return showWriting(visit, { input: visit.sent, errors: form.errors })
    return visit.act((tx) => openGap(tx, wordsOf(form.value), sourceOf(form.value), visit.now), gapPaths.kept)
  }),
  action(gapPaths.aside, { ...working, input: AsideForm }, (visit) => {
    const form = visit.read(AsideForm)
    const source = form.ok ? cameIn(form.value) : null
    if (source === null) return showKeeping(visit, 422)
    return visit.act(
      (tx) => layGapAside(tx, source, visit.now),
      () => gapPaths.keep,
    )
  }),
  page(gapPaths.kept(':gap'), working, (visit) => showGap(visit)),
  action(gapPaths.kept(':gap'), { ...working, input: GapForm('nl') }, (visit) =>
    actOn(visit, GapForm(visit.lang), (id, form) => (tx) => rewordGap(tx, id, wordsOf(form), visit.now)),
  ),
  action(gapPaths.adopt(':gap'), { ...working, input: AdoptForm('nl', '2026-01-01') }, (visit) =>
    actOn(
      visit,
      AdoptForm(visit.lang, dayAt(visit.now)),
      (id, form) => (tx) => adoptGap(tx, id, form, editorOf(visit).edits, visit.now),
    ),
  ),
  action(gapPaths.giveBack(':gap'), { ...working, input: Press }, (visit) =>
    actOn(visit, Press, (id) => (tx) => giveGapBack(tx, id, editorOf(visit).edits, visit.now)),
  ),
  action(gapPaths.close(':gap'), { ...working, input: CloseGapForm('nl') }, (visit) =>
    actOn(
      visit,
      CloseGapForm(visit.lang),
      (id, form) => (tx) => closeGap(tx, id, form.item, editorOf(visit).edits, visit.now),
    ),
  ),
]
