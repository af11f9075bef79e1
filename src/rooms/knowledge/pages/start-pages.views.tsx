import { Card, Cards } from '../../../ui/cards.tsx'
import { href, Page, type PageFrame } from '../../../ui/layout.tsx'
import { Heading, Link, List, Paragraph } from '../../../ui/typography.tsx'
import { labelOf } from '../../terms/public.ts'
import { knowledgePaths } from '../square.paths.ts'
import { startKeys, startPaths, type StartKey } from './start-pages.rules.ts'
import type { findStartPage } from './start-pages.sql.ts'
import { startWords } from './start-pages.text.ts'

/** A page to begin at. `page` is undefined while nobody has filled it; `titles` are what the others are called. */
export const StartPageView = (props: {
  frame: PageFrame
  startKey: StartKey
  page: Awaited<ReturnType<typeof findStartPage>>
  titles: ReadonlyMap<StartKey, string>
}) => {
  const { frame, startKey, page } = props
  const { lang } = frame
  const words = startWords[lang]
  const title = page?.title ?? words.pages[startKey].title
  return (
    <Page frame={frame} title={title}>
      <Heading level={1}>{title}</Heading>
      <Paragraph lead>{page?.lead ?? words.pages[startKey].lead}</Paragraph>
      {page === undefined || page.sections.length === 0 ? <Paragraph>{words.notYet}</Paragraph> : null}
      {page?.sections.map((section) => (
        <section>
          <Heading level={2}>{section.heading}</Heading>
          <Paragraph>{section.sentence}</Paragraph>
          {section.items.length === 0 ? (
            <Paragraph>{words.noItems}</Paragraph>
          ) : (
            <Cards>
              {section.items.map((item) => (
                <Card
                  href={href(frame, knowledgePaths.item(item.slug))}
                  kind={labelOf(item.type, lang)}
                  title={item.title}
                  summary={item.summary}
                  {...(item.lang !== lang && { contentLang: item.lang })}
                />
              ))}
            </Cards>
          )}
        </section>
      ))}
      <Heading level={2}>{words.others}</Heading>
      <List
        items={startKeys
          .filter((key) => key !== startKey)
          .map((key) => (
            <Link href={href(frame, startPaths[key])}>{props.titles.get(key) ?? words.pages[key].title}</Link>
          ))}
      />
      <Heading level={2}>{words.further}</Heading>
      <List
        items={[
          <Link href={href(frame, knowledgePaths.search)}>{words.search}</Link>,
          <Link href={href(frame, knowledgePaths.approach)}>{words.approach}</Link>,
          <Link href={href(frame, '/vraag')}>{words.ask}</Link>,
        ]}
      />
    </Page>
  )
}
