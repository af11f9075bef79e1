import { longDate } from '../../../lib/words.ts'
import { ButtonLink } from '../../../ui/fields.tsx'
import { href, Page, type PageFrame } from '../../../ui/layout.tsx'
import { Notice } from '../../../ui/notices.tsx'
import { Prose } from '../../../ui/prose.tsx'
import { SummaryList } from '../../../ui/summary-list.tsx'
import { Tags } from '../../../ui/tags.tsx'
import { Heading, Link, Paragraph } from '../../../ui/typography.tsx'
import { findTerm, labelOf, termPaths } from '../../terms/public.ts'
import { freshnessWords } from '../freshness/checks.text.ts'
import { editingWords } from '../writing/editing.text.ts'
import { feedsOfItem, FollowItem } from './follow.views.tsx'
import { itemLd } from './item-ld.rules.ts'
import { Freshness } from '../freshness/freshness.views.tsx'
import { Held, Related, SeriesPlace } from '../items/item-links.views.tsx'
import type { findItem } from '../items/items.square.sql.ts'
import { Origins } from './origins.views.tsx'
import { overviewWords } from './overviews.text.ts'
import { OverviewLinks } from './overviews.views.tsx'
import { detailFacts, regionNames } from '../kinds/kind-fields.views.tsx'
import { kindWords } from '../kinds/kinds.text.ts'
import { itemWords, searchWords } from '../search/search.text.ts'
import { knowledgePaths } from '../square.paths.ts'
import { StewardWanted } from '../stewards/succession.views.tsx'
import { SuggestChange } from '../deciding/suggestions.views.tsx'
import { supportWords } from '../items/support.text.ts'
import { TakingPart } from '../items/support.views.tsx'

export type ItemRow = NonNullable<Awaited<ReturnType<typeof findItem>>>

// A licence that we have no words for is shown as it was given.
const licenceIn = (lang: 'nl' | 'en', licence: string) =>
  Object.entries(editingWords[lang].licences).find(([id]) => id === licence)?.[1] ?? licence

const day = (iso: string) => new Date(`${iso}T12:00:00Z`)

export const ItemPage = ({ frame, item }: { frame: PageFrame; item: ItemRow }) => {
  const { lang } = frame
  const words = itemWords[lang]
  const { source } = item
  const inShort = [
    ...detailFacts(item.type, item.details, lang),
    ...(item.supporters === null
      ? []
      : [{ key: supportWords[lang].supporters, value: supportWords[lang].band(item.supporters) }]),
    ...(item.requests === null
      ? []
      : [{ key: overviewWords[lang].requests, value: overviewWords[lang].asked(item.requests) }]),
    ...(item.accepted_by.length === 0
      ? []
      : [{ key: supportWords[lang].accept.by, value: item.accepted_by.join(', ') }]),
  ]
  const facts = [
    { term: words.stewards, value: item.stewards.map((steward) => steward.name).join(', ') },
    {
      term: words.authors,
      value: item.authors.length > 0 ? item.authors.join(', ') : item.provenance === 'request' ? words.noAuthors : null,
    },
    { term: kindWords[lang].regions, value: regionNames(item.regions, lang) },
    { term: words.written, value: item.written_on === null ? null : longDate(day(item.written_on), lang) },
    { term: words.changed, value: longDate(item.changed_at, lang) },
    { term: words.checked, value: longDate(item.checked_at, lang) },
    {
      term: freshnessWords[lang].nextCheck,
      value: item.review_by === null ? null : longDate(day(item.review_by), lang),
    },
    { term: words.source, value: source === null ? null : <SourceLine source={source} /> },
    { term: words.licence, value: licenceIn(lang, item.licence) },
  ].flatMap(({ term, value }) => (value === null ? [] : [{ key: term, value }]))
  return (
    <Page
      frame={{ ...frame, quickExit: item.sensitive }}
      title={item.sensitive ? labelOf(item.type, lang) : item.title}
      above={[{ path: knowledgePaths.search, label: searchWords[lang].title }]}
      things={[itemLd(item, frame.origin, lang)]}
      feeds={feedsOfItem(item, lang)}
    >
      <article lang={item.lang === lang ? undefined : item.lang}>
        <p class="plein-card__kind" lang={lang}>
          {labelOf(item.type, lang)}
        </p>
        <Heading level={1}>{item.title}</Heading>
        <Paragraph lead>{item.summary}</Paragraph>
        {item.lang === lang ? null : (
          <p class="plein-small" lang={lang}>
            {words.inOtherLanguage}
          </p>
        )}
        <Freshness frame={frame} item={item} />
        <StewardWanted cause={item.steward_wanted} lang={lang} />
        {item.sensitive ? (
          <Notice kind="info" lang={lang}>
            <p lang={lang}>{words.help}</p>
          </Notice>
        ) : null}
        {inShort.length === 0 ? null : (
          <section lang={lang}>
            <Heading level={2}>{kindWords[lang].facts}</Heading>
            <SummaryList facts={inShort} lang={lang} />
          </section>
        )}
        <Prose html={item.body_html} />
      </article>
      <TakingPart frame={frame} item={item} />
      {item.details.contactViaDesk === true ? (
        <ButtonLink look="secondary" href={href(lang, '/vraag')}>
          {kindWords[lang].askThem}
        </ButtonLink>
      ) : null}
      <Held frame={frame} type={item.type} to={item.links_to} />
      <SeriesPlace frame={frame} item={item.id} from={item.links_from} siblings={item.siblings} />
      <Related frame={frame} type={item.type} from={item.links_from} to={item.links_to} />
      <Origins frame={frame} origins={item.origins} />
      <Heading level={2}>{words.about}</Heading>
      <Paragraph>{words.provenance[item.provenance]}</Paragraph>
      <SummaryList facts={facts} lang={lang} />
      <Paragraph>
        <Link href={href(lang, knowledgePaths.figures)}>{freshnessWords[lang].figuresLink}</Link>
      </Paragraph>
      <Tags lang={lang} label={words.themes} tags={[...item.themes, ...item.roles].map((id) => tagOf(id, lang))} />
      <OverviewLinks frame={frame} type={item.type} />
      <SuggestChange frame={frame} slug={item.slug} />
      <FollowItem item={item} lang={lang} />
      <Heading level={2}>{words.askTitle}</Heading>
      <ButtonLink href={href(lang, '/vraag')}>{words.ask}</ButtonLink>
    </Page>
  )
}

const tagOf = (id: string, lang: 'nl' | 'en') => {
  const term = findTerm(id)
  return { label: labelOf(id, lang), ...(term && { href: href(lang, termPaths.term(term.slug)) }) }
}

const SourceLine = ({ source }: { source: NonNullable<ItemRow['source']> }) => {
  const text = [source.title, source.publisher, source.year].filter(Boolean).join(', ')
  return source.link && /^https?:\/\//.test(source.link) ? (
    <Link href={source.link} rel="noreferrer">
      {text === '' ? source.link : text}
    </Link>
  ) : (
    <>{text}</>
  )
}
