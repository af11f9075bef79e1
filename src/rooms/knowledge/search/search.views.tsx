import type { SearchQuery } from '../../../lib/dutch/query.ts'
import { longDate, type Lang, withCapital } from '../../../lib/words.ts'
import { Card, Cards } from '../../../ui/cards.tsx'
import { Empty } from '../../../ui/empty.tsx'
import { ButtonLink, HiddenField } from '../../../ui/fields.tsx'
import { href, Page, type PageFrame } from '../../../ui/layout.tsx'
import { Pagination } from '../../../ui/pagination.tsx'
import { SearchBox } from '../../../ui/search-box.tsx'
import { Heading, Link, Paragraph } from '../../../ui/typography.tsx'
import { labelOf } from '../../terms/public.ts'
import { everythingFeeds, searchFeeds } from '../out/feeds.rules.ts'
import { feedWords } from '../out/feeds.text.ts'
import { outPaths } from '../out/out.paths.ts'
import { OverviewLinks } from '../pages/overviews.views.tsx'
import { KnownGapNote } from '../gaps/gaps.views.tsx'
import type { KnownGap } from '../gaps/gaps.square.sql.ts'
import { knowledgePaths } from '../square.paths.ts'
import { snippetOf, type Repair } from './search.rules.ts'
import { facetNames, type FacetName, type Filters } from './search.facets.ts'
import type { FacetCount } from './facet-counts.sql.ts'
import type { Found, Hit } from './search.sql.ts'
import { choiceWords, searchPath } from './search.asked.ts'
import { choiceLabel } from './search.choices.ts'
import { regionName } from '../out/out.rules.ts'
import { FollowByMail } from './saved-searches.views.tsx'
import { searchWords } from './search.text.ts'

export const pageSize = 10

const Snippet = ({ hit, query }: { hit: Hit; query: SearchQuery }) => (
  <p class="nl-paragraph plein-snippet" lang={hit.lang}>
    {hit.heading === null ? null : <strong>{/[.?!:]$/.test(hit.heading) ? hit.heading : `${hit.heading}:`} </strong>}
    {snippetOf(hit.passage, query).map((piece) => (piece.hit ? <mark>{piece.text}</mark> : piece.text))}
  </p>
)

/** One result. Without a query it shows the summary. */
export const HitCard = ({ hit, query, lang }: { hit: Hit; query: SearchQuery | null; lang: Lang }) => {
  const words = searchWords[lang]
  const summaryIsPassage = hit.position === 0 || query === null
  return (
    <Card
      href={href(lang, knowledgePaths.item(hit.slug))}
      kind={labelOf(hit.type, lang)}
      title={hit.title}
      contentLang={hit.lang}
      meta={[
        words.by(hit.stewards.map((steward) => steward.name).join(', ')),
        hit.regions.length === 0 ? words.wholeCountry : hit.regions.map((code) => regionName(code) ?? code).join(', '),
        words.checked(longDate(hit.checkedAt, lang)),
      ]}
      {...(query === null && { summary: hit.summary })}
    >
      {query === null ? null : <Snippet hit={summaryIsPassage ? { ...hit, heading: null } : hit} query={query} />}
    </Card>
  )
}

/** The choices of one facet with what each would give; the one that is chosen can be taken away. */
const Facet = (props: {
  lang: Lang
  name: FacetName
  counts: readonly FacetCount[]
  more: boolean
  label: (value: string) => string
  chosen: string | undefined
  address: (value: string | undefined) => string
}) => {
  const words = searchWords[props.lang]
  const title = words.facets[props.name]
  return props.counts.length === 0 ? null : (
    <section class="plein-facet">
      <h3 class="nl-heading nl-heading--level-4">{title}</h3>
      <ul class="utrecht-link-list">
        {props.counts
          .toSorted((a, b) => Number(b.value === props.chosen) - Number(a.value === props.chosen))
          .slice(0, 8)
          .map((count) => (
            <li class="utrecht-link-list__item">
              {props.chosen === count.value ? (
                <a class="nl-link plein-facet__chosen" href={props.address(undefined)} aria-current="true">
                  {props.label(count.value)} <span class="plein-hidden">({words.remove(title)})</span> ✕
                </a>
              ) : (
                <a class="nl-link" href={props.address(count.value)}>
                  {props.label(count.value)} ({props.more ? words.atLeast(count.items) : count.items})
                </a>
              )}
            </li>
          ))}
      </ul>
    </section>
  )
}

export type SearchShown = {
  text: string
  query: SearchQuery
  repairs: readonly Repair[]
  found: Found
  /** What is known to be missing about these words, when nothing was found. */
  gap: KnownGap | null
  filters: Filters
  page: number
}

export const SearchPage = ({
  frame,
  shown,
  newest,
}: {
  frame: PageFrame
  shown: SearchShown | null
  newest: readonly Hit[]
}) => {
  const { lang } = frame
  const words = searchWords[lang]
  const asked = shown === null ? '' : searchPath(shown.text, shown.filters).slice(knowledgePaths.search.length)
  const feeds = shown === null ? everythingFeeds(lang) : searchFeeds(shown.text, asked, lang)
  return (
    <Page frame={frame} title={words.title} wide feeds={feeds}>
      <Heading level={1}>{words.title}</Heading>
      <SearchBox lang={lang} hint={words.lead} {...(shown && { value: shown.text })}>
        {facetNames.map((name) =>
          shown?.filters[name] === undefined ? null : (
            <HiddenField name={choiceWords[name]} value={shown.filters[name]} />
          ),
        )}
      </SearchBox>
      {shown === null ? (
        <>
          <Heading level={2}>{words.newest}</Heading>
          <Cards>
            {newest.map((hit) => (
              <HitCard hit={hit} query={null} lang={lang} />
            ))}
          </Cards>
        </>
      ) : (
        <Results lang={lang} shown={shown} />
      )}
      {shown === null ? <OverviewLinks frame={frame} /> : <FollowByMail frame={frame} line={asked.slice(1)} />}
      <Paragraph>
        <Link href={href(lang, knowledgePaths.ranking)}>{words.howRanked}</Link>
      </Paragraph>
      <Paragraph>
        {shown === null ? (
          <Link href={href(lang, outPaths.feeds)}>{feedWords[lang].followEverything}</Link>
        ) : (
          <Link href={outPaths.followedSearch(asked, 'atom', lang)}>{feedWords[lang].followSearch}</Link>
        )}
      </Paragraph>
    </Page>
  )
}

const Results = ({ lang, shown }: { lang: Lang; shown: SearchShown }) => {
  const words = searchWords[lang]
  const { text, filters, found, query, repairs, page } = shown
  const address = (choices: Filters, number?: number) => href(lang, searchPath(text, choices, number))
  const without = (name: FacetName): Filters =>
    Object.fromEntries(Object.entries(filters).filter(([each]) => each !== name))
  // An organisation spells its own name.
  const label = (name: FacetName) => (value: string) =>
    name === 'steward'
      ? (found.stewardNames[value] ?? value)
      : withCapital(choiceLabel(name, value, lang, () => undefined))
  const filtered = Object.keys(filters).length > 0
  return (
    <>
      <div role="status">
        <Heading level={2}>{found.items === 0 ? words.nothingFor(text) : words.resultsFor(text)}</Heading>
        {found.items > 0 ? <Paragraph>{found.more ? words.foundMore : words.found(found.items)}</Paragraph> : null}
        {repairs.map((repair) => (
          <Paragraph>{words.repaired(repair.typed, repair.searched.join(', '))}</Paragraph>
        ))}
        {[...Map.groupBy(query.used, (used) => used.words)].slice(0, 3).map(([typed, uses]) => (
          <p class="plein-small">
            {words.synonyms(typed, [...new Set(uses.flatMap((used) => used.labels))].slice(0, 6).join(', '))}
          </p>
        ))}
      </div>
      {found.items === 0 ? (
        <Empty title={words.whatNow} level={3} sentence={filtered ? words.nothingFilters : words.nothingSentence}>
          <ButtonLink href={href(lang, `/vraag?q=${encodeURIComponent(text)}`)}>{words.ask}</ButtonLink>
          {filtered ? (
            <ButtonLink href={href(lang, searchPath(text, {}))} look="secondary">
              {words.removeAll}
            </ButtonLink>
          ) : null}
        </Empty>
      ) : null}
      {shown.gap === null ? null : <KnownGapNote gap={shown.gap} lang={lang} />}
      {found.items === 0 ? null : (
        <div class="plein-found">
          <div class="plein-found__hits">
            <Cards>
              {found.hits.map((hit) => (
                <HitCard hit={hit} query={query} lang={lang} />
              ))}
            </Cards>
            <Pagination
              page={page}
              pages={Math.ceil(found.items / pageSize)}
              address={(number) => address(filters, number)}
              lang={lang}
            />
          </div>
          {found.facets.length === 0 ? null : (
            <aside class="plein-found__facets" aria-label={words.narrow}>
              {facetNames.map((name) => (
                <Facet
                  lang={lang}
                  name={name}
                  counts={found.facets.filter((count) => count.facet === name)}
                  more={found.more}
                  label={label(name)}
                  chosen={filters[name]}
                  address={(value) => address(value === undefined ? without(name) : { ...filters, [name]: value })}
                />
              ))}
            </aside>
          )}
        </div>
      )}
    </>
  )
}

/** The fragment that the page of the question fetches while somebody types. */
export const RelatedFragment = ({ hits, lang }: { hits: readonly Hit[]; lang: Lang }) => (
  <ul class="utrecht-link-list">
    {hits.map((hit) => (
      <li class="utrecht-link-list__item">
        <a
          class="nl-link"
          href={href(lang, knowledgePaths.item(hit.slug))}
          lang={hit.lang}
          target="_blank"
          rel="noopener"
        >
          {hit.title}
        </a>
        <p class="plein-small" lang={hit.lang}>
          {hit.summary}
        </p>
      </li>
    ))}
  </ul>
)
