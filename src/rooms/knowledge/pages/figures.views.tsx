import { bothLanguages } from '../../../lib/words.ts'
import { Page, type PageFrame } from '../../../ui/layout.tsx'
import { Table } from '../../../ui/tables.tsx'
import { Heading, List, Paragraph } from '../../../ui/typography.tsx'
import { inTime, standings, type Standing } from '../freshness/checks.rules.ts'
import { checksWords, freshnessWords } from '../freshness/checks.text.ts'

const number = bothLanguages(new Intl.NumberFormat('nl-NL'), new Intl.NumberFormat('en-GB'))
const percent = bothLanguages(
  new Intl.NumberFormat('nl-NL', { style: 'percent', maximumFractionDigits: 0 }),
  new Intl.NumberFormat('en-GB', { style: 'percent', maximumFractionDigits: 0 }),
)

/** The share that was checked in time, what it is a share of, and how it is counted. */
export const FiguresPage = ({ frame, items }: { frame: PageFrame; items: Readonly<Record<Standing, number>> }) => {
  const { lang } = frame
  const words = freshnessWords[lang].figures
  const all = standings.reduce((sum, standing) => sum + items[standing], 0)
  // Downwards: not all is never called 100 %.
  const share = Math.floor((inTime(items) / Math.max(1, all)) * 100) / 100
  const rows = [
    ...standings.map((standing) => ({ label: checksWords[lang].standings[standing], n: items[standing] })),
    { label: words.total, n: all },
  ]
  return (
    <Page frame={frame} title={words.title}>
      <Heading level={1}>{words.title}</Heading>
      <Paragraph lead>{words.lead}</Paragraph>
      <Heading level={2}>{words.heading}</Heading>
      {all === 0 ? (
        <Paragraph>{words.none}</Paragraph>
      ) : (
        <>
          <Paragraph>{words.share(percent[lang].format(share), words.items(all))}</Paragraph>
          <Table
            caption={words.caption}
            rows={rows}
            columns={[
              { label: words.standing, cell: (row) => row.label },
              { label: words.number, cell: (row) => number[lang].format(row.n), numeric: true },
            ]}
          />
        </>
      )}
      <Heading level={2}>{words.howTitle}</Heading>
      <List items={words.how} />
    </Page>
  )
}
