import { writeAtom, type AtomFeed } from '../../../lib/feeds/atom.ts'
import { writeJsonFeed } from '../../../lib/feeds/json-feed.ts'
import type { Lang } from '../../../lib/words.ts'
import { squarePage, type Route } from '../../../platform/http/routes.ts'
import type { SquareVisit } from '../../../platform/http/visit.ts'
import { problems } from '../../../platform/problems.ts'
import { href } from '../../../ui/address.ts'
import { findTermBySlug, labelOf, termPaths, type Scheme } from '../../terms/public.ts'
import { feedOf, feedSize, lastFeedPage } from './feeds.rules.ts'
import { feedWords } from './feeds.text.ts'
import { FeedsPage } from './feeds.views.tsx'
import { feedForms, feedTypes, outPaths, type FeedForm } from './out.paths.ts'
import { regionName } from './out.rules.ts'
import { listByIds, listLatest, lastChange, type OutFilter, type OutItem } from './out.sql.ts'
import { searchSquare } from '../search/search.actions.ts'
import { askedOf, searchPath } from '../search/search.asked.ts'
import { knowledgePaths } from '../square.paths.ts'

const words = feedWords.nl

const writers: Readonly<Record<FeedForm, (feed: AtomFeed) => string>> = { atom: writeAtom, json: writeJsonFeed }

/** "schulden.atom" as a word and a form. @throws Problem not-found */
function fileOf(visit: SquareVisit): { word: string; form: FeedForm } {
  const [, word = '', ending = ''] = /^([\w-]{1,80})\.(\w+)$/.exec(visit.param('file')) ?? []
  const form = feedForms.find((each) => each === ending)
  if (word === '' || form === undefined) throw problems['not-found']()
  return { word, form }
}

/** The term of a scheme under this path word. @throws Problem not-found */
function termOf(word: string, scheme: Scheme) {
  const term = findTermBySlug(word)
  if (term?.scheme !== scheme) throw problems['not-found']()
  return term
}

type Described = { lang?: Lang; title: string; subtitle?: string; self: string; page: string }

function answer(
  visit: SquareVisit,
  form: FeedForm,
  described: Described,
  items: readonly OutItem[],
  more: {
    changed: Date
    next?: string
  },
) {
  const { origin } = visit.platform
  const feed = feedOf({ origin, lang: 'nl', ...described, items, changed: more.changed, next: more.next })
  return visit.file(writers[form](feed), `${feedTypes[form]}; charset=utf-8`, more.changed)
}

/** One page of the items that fit, newest first, and the way to the older ones. */
async function latest(visit: SquareVisit, form: FeedForm, filter: OutFilter, described: Described): Promise<Response> {
  const asked = visit.query('pagina') ?? '1'
  const page = /^[1-9]\d{0,2}$/.test(asked) ? Math.min(lastFeedPage, Number(asked)) : 1
  const [items, changed] = await visit.square(async (db) => [
    await listLatest(db, filter, feedSize + 1, (page - 1) * feedSize),
    await lastChange(db),
  ])
  const next = items.length > feedSize && page < lastFeedPage ? `${described.self}?pagina=${page + 1}` : undefined
  const self = page === 1 ? described.self : `${described.self}?pagina=${page}`
  return answer(visit, form, { ...described, self }, items.slice(0, feedSize), {
    changed,
    ...(next !== undefined && { next }),
  })
}

async function searchFeed(visit: SquareVisit, form: FeedForm): Promise<Response> {
  const { text, filters } = askedOf(visit)
  const page = searchPath(text, filters)
  const reader: Lang = visit.query('taal') === 'en' ? 'en' : 'nl'
  const described = {
    lang: reader,
    title: text === '' ? feedWords[reader].all : feedWords[reader].found(text),
    self: outPaths.followedSearch(page.slice(page.indexOf('?')), form, reader),
    page: href(reader, page),
  }
  if (text === '') return latest(visit, form, filters, { ...described, self: outPaths.searchFeed(form) })
  const [items, changed] = await visit.square(async (db) => {
    const { found } = await searchSquare(db, text, filters, { size: feedSize, number: 1 }, reader)
    return [
      await listByIds(
        db,
        found.hits.map((hit) => hit.id),
      ),
      await lastChange(db),
    ] as const
  })
  return answer(visit, form, described, items, { changed })
}

/** The page that lists the feeds, and every feed in both forms. */
export const feedRoutes: readonly Route[] = [
  squarePage(outPaths.feeds, {}, (visit) => visit.html(<FeedsPage frame={visit.frame()} />)),
  squarePage('/feeds/:file', { kind: 'file' }, (visit) => {
    const { word, form } = fileOf(visit)
    if (word !== 'alles') throw problems['not-found']()
    const described = { title: words.all, subtitle: words.allSubtitle, self: outPaths.allFeed(form), page: '/' }
    return latest(visit, form, {}, described)
  }),
  squarePage('/feeds/thema/:file', { kind: 'file' }, (visit) => {
    const { word, form } = fileOf(visit)
    const { id, slug } = termOf(word, 'theme')
    const described = {
      title: words.about(labelOf(id, 'nl')),
      self: outPaths.themeFeed(slug, form),
      page: termPaths.term(slug),
    }
    return latest(visit, form, { theme: id }, described)
  }),
  squarePage('/feeds/soort/:file', { kind: 'file' }, (visit) => {
    const { word, form } = fileOf(visit)
    const { id, slug } = termOf(word, 'itemType')
    const described = {
      title: words.about(labelOf(id, 'nl')),
      self: outPaths.typeFeed(slug, form),
      page: knowledgePaths.search,
    }
    return latest(visit, form, { type: id }, described)
  }),
  squarePage('/feeds/regio/:file', { kind: 'file' }, (visit) => {
    const { word, form } = fileOf(visit)
    const code = word.toUpperCase()
    const name = regionName(code)
    if (name === null) throw problems['not-found']()
    const described = {
      title: words.about(name),
      self: outPaths.regionFeed(code, form),
      page: knowledgePaths.search,
    }
    return latest(visit, form, { region: code }, described)
  }),
  ...feedForms.map((form) =>
    squarePage(outPaths.searchFeed(form), { kind: 'file', rate: 'searching' }, (visit) => searchFeed(visit, form)),
  ),
]
