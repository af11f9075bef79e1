import { Page, type PageFrame } from '../../../ui/layout.tsx'
import { Heading, Paragraph } from '../../../ui/typography.tsx'
import { searchWords } from './search.text.ts'

/** How the order of the results comes about, in words. */
export const ExplainedRanking = ({ frame }: { frame: PageFrame }) => {
  const words = searchWords[frame.lang].ranking
  return (
    <Page frame={frame} title={words.title}>
      <Heading level={1}>{words.title}</Heading>
      <Paragraph lead>{words.lead}</Paragraph>
      {words.sections.map(([heading, text]) => (
        <>
          <Heading level={2}>{heading}</Heading>
          <Paragraph>{text}</Paragraph>
        </>
      ))}
    </Page>
  )
}
