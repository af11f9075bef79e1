import type { Lang } from '../../../lib/words.ts'
import { href } from '../../../ui/layout.tsx'
import { Link, List } from '../../../ui/typography.tsx'
import { findTerm, labelOf } from '../../terms/public.ts'
import { termFeeds } from '../out/feeds.rules.ts'
import { feedWords } from '../out/feeds.text.ts'
import { gathering } from '../out/out.rules.ts'
import { outPaths } from '../out/out.paths.ts'
import type { DescribedItem } from './item-ld.rules.ts'

const termsOf = (item: Pick<DescribedItem, 'themes'>) => item.themes.flatMap((id) => findTerm(id) ?? [])

/** The feeds of the themes of an item, and the calendar of an event. */
export const feedsOfItem = (item: Pick<DescribedItem, 'themes' | 'type' | 'details' | 'slug'>, lang: Lang) => [
  ...termsOf(item).flatMap((term) => termFeeds(term, lang)),
  ...(isInCalendar(item)
    ? [{ path: outPaths.eventCalendar(item.slug), title: feedWords[lang].inCalendar, type: 'text/calendar' }]
    : []),
]

const isInCalendar = (item: Pick<DescribedItem, 'type' | 'details'>) =>
  item.type === 'event' && gathering(item.details) !== null

/** Links with which a reader follows what an item is about. Nothing when it has no theme. */
export const FollowItem = ({
  item,
  lang,
}: {
  item: Pick<DescribedItem, 'themes' | 'type' | 'details' | 'slug'>
  lang: Lang
}) => {
  const words = feedWords[lang]
  const links = [
    ...(isInCalendar(item) ? [<Link href={outPaths.eventCalendar(item.slug)}>{words.inCalendar}</Link>] : []),
    ...termsOf(item).map((term) => (
      <Link href={`${href(lang, outPaths.feeds)}#${term.slug}`}>{words.follow(labelOf(term.id, lang))}</Link>
    )),
  ]
  return links.length === 0 ? null : <List items={links} />
}
