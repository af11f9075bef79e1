import { datasetLd } from '../../../lib/feeds/json-ld.ts'
import { longDate } from '../../../lib/words.ts'
import { href, Page, type PageFrame } from '../../../ui/layout.tsx'
import { Heading, Link, List, Paragraph } from '../../../ui/typography.tsx'
import { catalogueWords } from './catalogue.text.ts'
import { everythingFeeds } from './feeds.rules.ts'
import { feedWords } from './feeds.text.ts'
import { outPaths } from './out.paths.ts'
import { licenceAddress } from './out.rules.ts'
import type { Standing } from './out.sql.ts'

const numbers = { nl: new Intl.NumberFormat('nl-NL'), en: new Intl.NumberFormat('en-GB') }

export const CataloguePage = ({ frame, now }: { frame: PageFrame; now: Standing }) => {
  const { lang, origin } = frame
  const words = catalogueWords[lang]
  const site = { kind: 'Organization' as const, name: feedWords[lang].site, page: `${origin}/` }
  const licence = licenceAddress('CC0-1.0')
  const files = [
    [outPaths.setLines, words.files.lines],
    [outPaths.setTable, words.files.table],
    [outPaths.allFeed('atom'), words.files.atom],
    [`${outPaths.oai}?verb=Identify`, words.files.oai],
    ['/api/v1/openapi.json', words.files.api],
  ] as const
  return (
    <Page
      frame={frame}
      title={words.title}
      feeds={[
        ...everythingFeeds(lang),
        { path: outPaths.catalogueTurtle, title: words.turtle, type: 'text/turtle' },
        { path: outPaths.catalogueJsonLd, title: words.jsonLd, type: 'application/ld+json' },
      ]}
      things={[
        datasetLd({
          page: `${origin}${outPaths.catalogue}`,
          title: words.set,
          summary: words.setAbout,
          language: 'nl',
          changed: now.changed ?? new Date(0),
          authors: [site],
          publisher: site,
          ...(licence !== undefined && { licence }),
          files: [
            { address: `${origin}${outPaths.setLines}`, mediaType: 'application/jsonl' },
            { address: `${origin}${outPaths.setTable}`, mediaType: 'text/csv' },
          ],
          coverage: 'Nederland',
        }),
      ]}
    >
      <Heading level={1}>{words.title}</Heading>
      <Paragraph lead>{words.lead}</Paragraph>
      <Paragraph>
        {words.count(numbers[lang].format(now.items))}{' '}
        {now.changed === null ? null : words.changed(longDate(now.changed, lang))}
      </Paragraph>
      <Heading level={2}>{words.filesTitle}</Heading>
      <List
        items={files.map(([path, [label = '', text = '']]) => (
          <>
            <Link href={path}>{label}</Link>. {text}
          </>
        ))}
      />
      <Heading level={2}>{words.rulesTitle}</Heading>
      <Paragraph>{words.rules}</Paragraph>
      <Heading level={2}>{words.formsTitle}</Heading>
      <List
        items={[
          <Link href={outPaths.catalogueTurtle}>{words.turtle}</Link>,
          <Link href={outPaths.catalogueJsonLd}>{words.jsonLd}</Link>,
        ]}
      />
      <Paragraph>
        <Link href={href(lang, outPaths.feeds)}>{words.follow}</Link>
      </Paragraph>
    </Page>
  )
}
