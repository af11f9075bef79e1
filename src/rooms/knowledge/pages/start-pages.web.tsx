import { z } from 'zod'
import { one, type Errors, type FormInput } from '../../../lib/form-values.ts'
import type { Lang } from '../../../lib/words.ts'
import { line, optional } from '../../../platform/forms.ts'
import { editorOrAdministrator } from '../../../platform/http/access.ts'
import { action, page, squarePage, type Route } from '../../../platform/http/routes.ts'
import type { ActVisit, Visit } from '../../../platform/http/visit.ts'
import { paths } from '../paths.ts'
import { changedMeanwhile, unknown } from '../problems.ts'
import { searchSquare } from '../search/search.actions.ts'
import { saveStartPage } from './start-pages.actions.ts'
import { startEditingWords } from './start-pages.editing.text.ts'
import { StartPageEditing, StartPagesList, StartSectionEditing } from './start-pages.editing.views.tsx'
import {
  isStartKey,
  placeSection,
  slugsIn,
  startKeys,
  startLimits,
  startPaths,
  type StartKey,
  type StartPage,
} from './start-pages.rules.ts'
import {
  findStartPage,
  listShownItems,
  listStartChanges,
  listStartPages,
  listStartTitles,
  readStartPage,
} from './start-pages.sql.ts'
import { startWords } from './start-pages.text.ts'
import { StartPageView } from './start-pages.views.tsx'
import type { Tx } from '../../../platform/db/database.ts'

const shared = (lang: Lang) => ({
  page: z.enum(startKeys),
  version: z
    .string()
    .regex(/^\d{1,6}$/)
    .transform(Number),
  reason: line({ max: startLimits.reason }, startEditingWords[lang].errors.reason),
})

const TextsForm = (lang: Lang) => {
  const { errors } = startEditingWords[lang]
  const title = line({ max: startLimits.heading }, errors.heading)
  const lead = line({ max: startLimits.sentence }, errors.sentence)
  return z.strictObject({ ...shared(lang), 'title.nl': title, 'title.en': title, 'lead.nl': lead, 'lead.en': lead })
}

const SectionForm = (lang: Lang) => {
  const { errors } = startEditingWords[lang]
  const heading = line({ max: startLimits.heading }, errors.heading)
  const sentence = line({ max: startLimits.sentence }, errors.sentence)
  return z.strictObject({
    ...shared(lang),
    section: z.string().regex(/^(nieuw|[1-9]\d?)$/),
    'heading.nl': heading,
    'heading.en': heading,
    'sentence.nl': sentence,
    'sentence.en': sentence,
    items: z
      .string()
      .max(10_000, errors.many)
      .transform(slugsIn)
      .refine((slugs) => slugs.length <= startLimits.items, errors.many),
    search: z.string().optional(),
    place: optional(
      z
        .string()
        .trim()
        .regex(/^([1-9]|1[0-2])$/, errors.place)
        .transform(Number),
    ),
    go: z.string().optional(),
  })
}

type Sent = { readonly input: FormInput; readonly errors: Errors }

// Until somebody fills a page it has the title and the introduction that it is called by everywhere.
async function pageOf(tx: Tx, key: StartKey): Promise<StartPage & { readonly version: number }> {
  const words = (what: 'title' | 'lead') => ({ nl: startWords.nl.pages[key][what], en: startWords.en.pages[key][what] })
  return (await readStartPage(tx, key)) ?? { version: 0, title: words('title'), lead: words('lead'), sections: [] }
}

const keyOf = (text: string | null): StartKey => (text !== null && isStartKey(text) ? text : 'basics')

async function showTexts(visit: Visit, key: StartKey, sent?: Sent): Promise<Response> {
  const seen = await visit.house(async (tx) => ({
    page: await pageOf(tx, key),
    changes: await listStartChanges(tx, key),
  }))
  const { title, lead } = seen.page
  return visit.html(
    <StartPageEditing
      frame={visit.frame()}
      startKey={key}
      {...seen}
      saved={sent === undefined && visit.query('bewaard') !== null}
      pageKey={(sent && one(sent.input, '_key')) || visit.newKey()}
      input={sent?.input ?? { 'title.nl': title.nl, 'title.en': title.en, 'lead.nl': lead.nl, 'lead.en': lead.en }}
      errors={sent?.errors ?? {}}
    />,
    sent ? 422 : 200,
  )
}

/** @param found what a search found; null when nothing was searched. */
async function showSection(
  visit: Visit,
  key: StartKey,
  section: string,
  sent?: Sent,
  found: Awaited<ReturnType<typeof listShownItems>> | null = null,
): Promise<Response> {
  const seen = await visit.house(async (tx) => {
    const start = await pageOf(tx, key)
    const kept = start.sections[Number(section) - 1]
    return { version: start.version, kept, items: await listShownItems(tx, 'id', kept?.items ?? []) }
  })
  const { kept } = seen
  // Somebody took it away, or the address was typed.
  if (section !== 'nieuw' && kept === undefined) return visit.redirect(paths.startPage(key))
  const input: FormInput = sent?.input ?? {
    ...(kept && {
      'heading.nl': kept.heading.nl,
      'heading.en': kept.heading.en,
      'sentence.nl': kept.sentence.nl,
      'sentence.en': kept.sentence.en,
      place: section,
    }),
    items: seen.items.map((item) => item.slug).join('\n'),
  }
  const wrong = Object.keys(sent?.errors ?? {}).length > 0
  return visit.html(
    <StartSectionEditing
      frame={visit.frame()}
      startKey={key}
      section={section}
      heading={kept?.heading[visit.lang] ?? null}
      version={Number((sent && one(sent.input, 'version')) || seen.version)}
      gone={(kept?.items.length ?? 0) - seen.items.length}
      found={found}
      pageKey={(sent && one(sent.input, '_key')) || visit.newKey()}
      input={input}
      errors={sent?.errors ?? {}}
    />,
    wrong ? 422 : 200,
  )
}

const sectionIn = (input: FormInput) => (/^(nieuw|[1-9]\d?)$/.exec(one(input, 'section')) ?? ['nieuw'])[0]

/** Searching and adding write nothing: the form comes back with what was filled in, and more. */
async function lookAround(visit: ActVisit, key: StartKey, go: string): Promise<Response> {
  const text = one(visit.sent, 'search').slice(0, 200)
  const slugs = await visit.square(async (db) =>
    text.trim() === ''
      ? []
      : (await searchSquare(db, text, {}, { size: 10, number: 1 }, visit.lang)).found.hits.map((hit) => hit.slug),
  )
  const found = await visit.square((db) => listShownItems(db, 'slug', slugs))
  const added = /^add:([\w-]{1,200})$/.exec(go)?.[1]
  const items = slugsIn(`${one(visit.sent, 'items')}\n${added ?? ''}`).join('\n')
  return showSection(visit, key, sectionIn(visit.sent), { input: { ...visit.sent, items }, errors: {} }, found)
}

async function saveSection(visit: ActVisit): Promise<Response> {
  const key = keyOf(one(visit.sent, 'page'))
  const go = one(visit.sent, 'go')
  if (go === 'search' || go.startsWith('add:')) return lookAround(visit, key, go)
  const refused = (errors: Errors) => showSection(visit, key, sectionIn(visit.sent), { input: visit.sent, errors })
  const form = visit.read(SectionForm(visit.lang))
  if (!form.ok) return refused(form.errors)
  const { version, reason, section, items: slugs, place, ...texts } = form.value
  const { errors } = startEditingWords[visit.lang]
  const items = await visit.square((db) => listShownItems(db, 'slug', slugs))
  const strange = slugs.find((slug) => !items.some((item) => item.slug === slug))
  if (strange !== undefined) return refused({ items: errors.unknown(strange) })
  const from = section === 'nieuw' ? null : Number(section)
  const start = await visit.house((tx) => pageOf(tx, key))
  if (from === null && start.sections.length >= startLimits.sections) return refused({ _form: errors.full })
  return visit.act(
    async (tx) => {
      const now = await pageOf(tx, key)
      if (now.version !== version) throw changedMeanwhile()
      if (from !== null && now.sections[from - 1] === undefined) throw unknown()
      const written = {
        heading: { nl: texts['heading.nl'], en: texts['heading.en'] },
        sentence: { nl: texts['sentence.nl'], en: texts['sentence.en'] },
        items: items.map((item) => item.id),
      }
      const sections =
        go === 'remove' && from !== null
          ? now.sections.filter((_, at) => at !== from - 1)
          : placeSection(now.sections, from, written, place ?? startLimits.sections)
      await saveStartPage(tx, key, { ...now, sections }, { version, reason, by: visit.person() }, visit.now)
    },
    () => `${paths.startPage(key)}&bewaard`,
  )
}

const keeping = { who: editorOrAdministrator, rate: 'working', data: 'none' } as const

/** The pages to begin at, and where editors make them. */
export const startPageRoutes: readonly Route[] = [
  ...startKeys.map((key) =>
    squarePage(startPaths[key], {}, async (visit) => {
      const seen = await visit.square(async (db) => ({
        page: await findStartPage(db, key, visit.lang),
        titles: await listStartTitles(db, visit.lang),
      }))
      return visit.html(<StartPageView frame={visit.frame()} startKey={key} {...seen} />)
    }),
  ),
  page(paths.startPages, keeping, async (visit) =>
    visit.html(<StartPagesList frame={visit.frame()} pages={await visit.house(listStartPages)} />),
  ),
  page(paths.editStartPage, keeping, (visit) => showTexts(visit, keyOf(visit.query('pagina')))),
  action(paths.editStartPage, { ...keeping, input: TextsForm('nl') }, (visit) => {
    const form = visit.read(TextsForm(visit.lang))
    const key = keyOf(one(visit.sent, 'page'))
    if (!form.ok) return showTexts(visit, key, { input: visit.sent, errors: form.errors })
    const { version, reason, ...texts } = form.value
    return visit.act(
      async (tx) => {
        const { sections } = await pageOf(tx, key)
        const title = { nl: texts['title.nl'], en: texts['title.en'] }
        const lead = { nl: texts['lead.nl'], en: texts['lead.en'] }
        await saveStartPage(tx, key, { title, lead, sections }, { version, reason, by: visit.person() }, visit.now)
      },
      () => `${paths.startPage(key)}&bewaard`,
    )
  }),
  page(paths.editStartSection, keeping, (visit) => {
    const section = visit.query('deel') ?? ''
    return showSection(visit, keyOf(visit.query('pagina')), /^[1-9]\d?$/.test(section) ? section : 'nieuw')
  }),
  action(paths.editStartSection, { ...keeping, input: SectionForm('nl') }, saveSection),
]
