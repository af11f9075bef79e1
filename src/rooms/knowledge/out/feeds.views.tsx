import { type Lang, withCapital } from '../../../lib/words.ts'
import { href, Page, type PageFrame } from '../../../ui/layout.tsx'
import { Heading, Link, List, Paragraph } from '../../../ui/typography.tsx'
import { provinces } from '../../regions/public.ts'
import { itemTypes, labelOf, themes } from '../../terms/public.ts'
import { everythingFeeds } from './feeds.rules.ts'
import { feedWords } from './feeds.text.ts'
import { outPaths, type FeedForm } from './out.paths.ts'
import { knowledgePaths } from '../square.paths.ts'

/** One thing to follow, with a link for each form. The label is said in each link, for who hears links alone. */
const Follow = (props: {
  lang: Lang
  label: string
  id?: string
  feed: (form: FeedForm) => string
  calendar?: string
}) => {
  const words = feedWords[props.lang].page
  const link = (address: string, form: string) => (
    <Link href={address}>
      <span class="plein-hidden">{props.label}: </span>
      {form}
    </Link>
  )
  return (
    <span id={props.id}>
      {props.label}: {link(props.feed('atom'), words.atom)}, {link(props.feed('json'), words.json)}
      {props.calendar === undefined ? null : <>, {link(props.calendar, words.ics)}</>}
    </span>
  )
}

export const FeedsPage = ({ frame }: { frame: PageFrame }) => {
  const { lang } = frame
  const words = feedWords[lang].page
  return (
    <Page frame={frame} title={words.title} feeds={everythingFeeds(lang)}>
      <Heading level={1}>{words.title}</Heading>
      <Paragraph lead>{words.lead}</Paragraph>
      <Heading level={2}>{words.what}</Heading>
      <Paragraph>{words.whatText}</Paragraph>
      <Heading level={2}>{words.everything}</Heading>
      <Paragraph>
        <Follow lang={lang} label={feedWords[lang].all} feed={outPaths.allFeed} />
      </Paragraph>
      <Heading level={2}>{words.themes}</Heading>
      <List
        items={themes.map((theme) => (
          <Follow
            lang={lang}
            id={theme.slug}
            label={withCapital(labelOf(theme.id, lang))}
            feed={(form) => outPaths.themeFeed(theme.slug, form)}
            calendar={outPaths.themeCalendar(theme.slug)}
          />
        ))}
      />
      <Heading level={2}>{words.types}</Heading>
      <List
        items={itemTypes.map((type) => (
          <Follow
            lang={lang}
            label={withCapital(labelOf(type.id, lang))}
            feed={(form) => outPaths.typeFeed(type.slug, form)}
          />
        ))}
      />
      <Heading level={2}>{words.regions}</Heading>
      <List
        items={provinces().map((province) => (
          <Follow lang={lang} label={province.name} feed={(form) => outPaths.regionFeed(province.code, form)} />
        ))}
      />
      <Heading level={2}>{words.agenda}</Heading>
      <Paragraph>{words.agendaText}</Paragraph>
      <Paragraph>
        <Link href={outPaths.calendar}>{feedWords[lang].agenda}</Link>
      </Paragraph>
      <Heading level={2}>{words.search}</Heading>
      <Paragraph>{words.searchText}</Paragraph>
      <Paragraph>
        <Link href={href(lang, knowledgePaths.search)}>{words.toSearch}</Link>
      </Paragraph>
      <Heading level={2}>{words.more}</Heading>
      <Paragraph>{words.moreText}</Paragraph>
      <Paragraph>
        <Link href={href(lang, outPaths.catalogue)}>{words.toCatalogue}</Link>
      </Paragraph>
    </Page>
  )
}
