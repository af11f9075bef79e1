import { longDate, withCapital } from '../../lib/words.ts'
import { ButtonGroup, ButtonLink } from '../../ui/fields.tsx'
import { href, Page, type PageFrame } from '../../ui/layout.tsx'
import { SummaryList } from '../../ui/summary-list.tsx'
import { Table } from '../../ui/tables.tsx'
import { Heading, Link, List, Paragraph } from '../../ui/typography.tsx'
import type { findMunicipality } from './municipalities.sql.ts'
import { paths } from './paths.ts'
import { sourceInWords, text } from './text.ts'

export type MunicipalityRow = NonNullable<Awaited<ReturnType<typeof findMunicipality>>>

export const MunicipalityPage = ({ frame, municipality }: { frame: PageFrame; municipality: MunicipalityRow }) => {
  const { lang } = frame
  const words = text[lang]
  const { name, aliases, regions, former } = municipality
  const province = regions.find((region) => region.type === 'province')
  const day = (iso: string) => longDate(new Date(`${iso}T12:00:00Z`), lang)
  return (
    <Page frame={frame} title={words.page.title(name)}>
      <Heading level={1}>{words.page.title(name.replace("'s-", "'s\u2011"))}</Heading>
      <Paragraph lead>{words.page.lead(name, province?.name ?? '')}</Paragraph>
      <SummaryList
        lang={lang}
        facts={[
          { key: words.page.code, value: municipality.code },
          { key: withCapital(words.regionTypes.province), value: province?.name ?? '' },
          ...(aliases.length === 0 ? [] : [{ key: words.page.aliases, value: aliases.join(', ') }]),
        ]}
      />
      <Heading level={2}>{words.page.regions}</Heading>
      <Table
        caption={words.page.regions}
        captionHidden
        rows={regions}
        columns={[
          { label: words.page.region, cell: (region) => region.name },
          { label: words.page.kind, cell: (region) => withCapital(words.regionTypes[region.type]) },
          { label: words.page.certainty, cell: (region) => withCapital(words.certainties[region.certainty]) },
          { label: words.page.source, cell: (region) => sourceInWords(region.sourceId, lang) ?? region.source },
        ]}
      />
      <Paragraph>{words.shelterNote}</Paragraph>
      {former.length === 0 ? null : (
        <>
          <Heading level={2}>{words.page.former}</Heading>
          <List items={former.map((each) => words.page.formerLine(each.name, day(each.endedOn)))} />
        </>
      )}
      <Heading level={2}>{words.page.next}</Heading>
      <ButtonGroup>
        <ButtonLink href={href(lang, `/zoeken?q=${encodeURIComponent(name)}`)}>{words.page.search(name)}</ButtonLink>
        <ButtonLink href={href(lang, '/vraag')} look="secondary">
          {words.page.ask}
        </ButtonLink>
      </ButtonGroup>
      <p class="plein-small">{words.credit}</p>
    </Page>
  )
}

/** A municipality that was split: the old code leads to more than one. */
export const SplitPage = ({ frame, into }: { frame: PageFrame; into: readonly { code: string; name: string }[] }) => {
  const words = text[frame.lang].page
  return (
    <Page frame={frame} title={words.splitTitle}>
      <Heading level={1}>{words.splitTitle}</Heading>
      <Paragraph>{words.split}</Paragraph>
      <List
        items={into.map((each) => (
          <Link href={href(frame, paths.municipality(each.code))}>{each.name}</Link>
        ))}
      />
    </Page>
  )
}
