import type { Child } from 'hono/jsx'
import { longDate, type Lang, withCapital } from '../../../lib/words.ts'
import { ButtonGroup, ButtonLink } from '../../../ui/buttons.tsx'
import { Card, Cards } from '../../../ui/cards.tsx'
import { Empty } from '../../../ui/empty.tsx'
import { href, Page, type PageFrame } from '../../../ui/layout.tsx'
import { Pagination } from '../../../ui/pagination.tsx'
import { SummaryList } from '../../../ui/summary-list.tsx'
import { Heading, Link, Paragraph } from '../../../ui/typography.tsx'
import { labelOf } from '../../terms/public.ts'
import { gapPaths } from './gaps.paths.ts'
import { gapsPerPage } from './gaps.rules.ts'
import type { KnownGap, PublicGap } from './gaps.square.sql.ts'
import { gapWords } from './gaps.text.ts'
import { knowledgePaths } from '../square.paths.ts'

type Gap = Omit<PublicGap, 'total'>

const day = (iso: string, lang: Lang) => longDate(new Date(`${iso}T12:00:00Z`), lang)

/** Who works on it until when, or that a promise ran out; null when nobody took it on. */
const promiseOf = (gap: Gap, lang: Lang): string | null => {
  const words = gapWords[lang]
  if (gap.adopter_name === null || gap.adopted_until === null || gap.state === 'closed') return null
  return (gap.lapsed ? words.lapsed : words.adopted)(gap.adopter_name, day(gap.adopted_until, lang))
}

const ItemLink = ({ gap, frame }: { gap: Gap; frame: PageFrame }): Child =>
  gap.item_slug === null ? null : (
    <Link
      href={href(frame, knowledgePaths.item(gap.item_slug))}
      {...(gap.item_lang !== null && gap.item_lang !== frame.lang && { lang: gap.item_lang })}
    >
      {gap.item_title}
    </Link>
  )

/** Everything that is not known yet, and what became of it. */
export const GapsPage = ({ frame, gaps, page }: { frame: PageFrame; gaps: readonly PublicGap[]; page: number }) => {
  const { lang } = frame
  const words = gapWords[lang]
  const total = gaps[0]?.total ?? 0
  return (
    <Page frame={frame} title={words.list.title}>
      <Heading level={1}>{words.list.title}</Heading>
      <Paragraph lead>{words.list.lead}</Paragraph>
      {gaps.length === 0 ? (
        <Empty title={words.list.none} sentence={words.list.noneSentence}>
          <ButtonLink href={href(frame, '/vraag')}>{words.list.ask}</ButtonLink>
        </Empty>
      ) : (
        <>
          <Heading level={2}>{words.list.count(total)}</Heading>
          <Cards>
            {gaps.map((gap) => (
              <Card
                href={href(frame, gapPaths.gap(gap.slug))}
                kind={words.states[gap.state]}
                title={gap.title}
                summary={gap.why}
                contentLang="nl"
                meta={[
                  ...gap.themes.map((id) => labelOf(id, lang)),
                  words.since(day(gap.opened_on, lang)),
                  ...[promiseOf(gap, lang)].filter((promise) => promise !== null),
                ]}
              >
                {gap.state === 'closed' ? (
                  <Paragraph>
                    {words.closed} <ItemLink gap={gap} frame={frame} />
                  </Paragraph>
                ) : null}
              </Card>
            ))}
          </Cards>
          <Pagination
            page={page}
            pages={Math.ceil(total / gapsPerPage)}
            address={(number) => href(frame, `${gapPaths.list}?pagina=${number}`)}
            lang={lang}
          />
        </>
      )}
      <Paragraph>
        <Link href={href(frame, '/knelpunten')}>{words.list.bottlenecks}</Link>
      </Paragraph>
      <Paragraph>
        <Link href={href(frame, gapPaths.keep)}>{words.list.forEditors}</Link>
      </Paragraph>
    </Page>
  )
}

/** One gap: why it matters, how it came about (in kind only), and who promised to fill it. */
export const GapPage = ({ frame, gap }: { frame: PageFrame; gap: Gap }) => {
  const { lang } = frame
  const words = gapWords[lang]
  const promise = promiseOf(gap, lang)
  return (
    <Page frame={frame} title={gap.title}>
      <div lang="nl">
        <Heading level={1}>{gap.title}</Heading>
      </div>
      <SummaryList
        lang={lang}
        facts={[
          { key: words.facts.state, value: promise ?? words.states[gap.state] },
          ...(gap.item_slug === null ? [] : [{ key: words.facts.item, value: <ItemLink gap={gap} frame={frame} /> }]),
          { key: words.facts.how, value: words.origins[gap.origin] },
          ...(gap.stale_slug === null
            ? []
            : [
                {
                  key: words.facts.staleItem,
                  value: <Link href={href(frame, knowledgePaths.item(gap.stale_slug))}>{gap.stale_title}</Link>,
                },
              ]),
          { key: words.facts.since, value: day(gap.opened_on, lang) },
          { key: words.facts.themes, value: withCapital(gap.themes.map((id) => labelOf(id, lang)).join(', ')) },
          ...(gap.also === '' ? [] : [{ key: words.facts.also, value: gap.also }]),
        ]}
      />
      <Heading level={2}>{words.why}</Heading>
      <div lang="nl">
        <Paragraph>{gap.why}</Paragraph>
      </div>
      {gap.state === 'open' || gap.state === 'lapsed' ? (
        <ButtonGroup>
          <ButtonLink href={href(frame, gapPaths.kept(gap.id))} look="secondary">
            {words.adoptThis}
          </ButtonLink>
        </ButtonGroup>
      ) : null}
      <Paragraph>
        <Link href={href(frame, gapPaths.list)}>{words.toList}</Link>
      </Paragraph>
    </Page>
  )
}

/** For whoever searched in vain: that this is known to be missing, and where to follow it. */
export const KnownGapNote = ({ gap, lang }: { gap: KnownGap; lang: Lang }) => (
  <Paragraph>
    {gapWords[lang].known}{' '}
    <Link href={href(lang, gapPaths.gap(gap.slug))} lang="nl">
      {gap.title}
    </Link>
  </Paragraph>
)
