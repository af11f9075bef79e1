import type { Child } from 'hono/jsx'
import { siteLd } from '../../lib/feeds/json-ld.ts'
import { languages, longDate, longMoment } from '../../lib/words.ts'
import type { KeptLetter } from '../../platform/mail/mail.ts'
import { Card, Cards } from '../../ui/cards.tsx'
import { ButtonGroup, ButtonLink, Form, HiddenField, SubmitButton } from '../../ui/fields.tsx'
import { Hero } from '../../ui/hero.tsx'
import { href, Page, type FeedLink, type PageFrame } from '../../ui/layout.tsx'
import { PlainText } from '../../ui/prose.tsx'
import { SearchBox } from '../../ui/search-box.tsx'
import { Heading, Link, List, Paragraph } from '../../ui/typography.tsx'
import type { DemoPart } from '../../rooms/accounts/public.ts'
import { newsletterPaths } from '../../rooms/knowledge/public.ts'
import { frontWords } from './text.ts'

/** An item as the home page shows it. */
export type NewItem = { path: string; kind: string; title: string; summary: string; lang: 'nl' | 'en'; checkedAt: Date }

export const HomePage = ({
  frame,
  newest,
  audiences,
  feeds,
}: {
  frame: PageFrame
  newest: readonly NewItem[]
  /** The pages for one audience each. */
  audiences: readonly { readonly path: string; readonly title: string }[]
  feeds: readonly FeedLink[]
}) => {
  const { lang } = frame
  const words = frontWords[lang].home
  return (
    <Page
      frame={frame}
      title={words.title}
      wide
      things={siteLd({
        page: `${frame.origin}/`,
        name: frontWords[lang].site,
        summary: words.lead,
        languages,
        search: `${frame.origin}/zoeken?q=`,
      })}
      feeds={feeds}
    >
      <Hero title={words.heading} lead={words.lead}>
        <SearchBox lang={lang} large />
        <ButtonGroup>
          <ButtonLink href={href(lang, '/vraag')} look="secondary">
            {words.ask}
          </ButtonLink>
        </ButtonGroup>
      </Hero>
      <Heading level={2}>{words.canDo}</Heading>
      <Cards grid>
        {words.doors.map(([path, title, summary]) => (
          <Card href={href(lang, path)} title={title} summary={summary} />
        ))}
      </Cards>
      <Heading level={2}>{words.forWhom}</Heading>
      <List
        items={audiences.map(({ path, title }) => (
          <Link href={href(lang, path)}>{title}</Link>
        ))}
      />
      <Heading level={2}>{words.newest}</Heading>
      {newest.length === 0 ? <Paragraph>{words.nothingNew}</Paragraph> : null}
      <Cards>
        {newest.map((item) => (
          <Card
            href={href(lang, item.path)}
            kind={item.kind}
            title={item.title}
            summary={item.summary}
            contentLang={item.lang}
            meta={[words.checked(longDate(item.checkedAt, lang))]}
          />
        ))}
      </Cards>
      <Paragraph>
        <Link href={href(lang, newsletterPaths.subscribe)}>{words.stayInformed}</Link>
      </Paragraph>
    </Page>
  )
}

type Sections = { title: string; lead: string; sections: readonly (readonly [heading: string, text: string])[] }

/** A page that explains: a lead and a few sections. */
export const ExplainingPage = ({ frame, words, children }: { frame: PageFrame; words: Sections; children?: Child }) => (
  <Page frame={frame} title={words.title}>
    <Heading level={1}>{words.title}</Heading>
    <Paragraph lead>{words.lead}</Paragraph>
    {words.sections.map(([heading, text]) => (
      <>
        <Heading level={2}>{heading}</Heading>
        <Paragraph>{text}</Paragraph>
      </>
    ))}
    {children}
  </Page>
)

/** A person whom a visitor of the demo can become. */
export type DemoFace = { slug: string; name: string; what: string; part: DemoPart }

export const DemoPage = ({
  frame,
  faces,
  newKey,
}: {
  frame: PageFrame
  faces: readonly DemoFace[]
  newKey: () => string
}) => {
  const words = frontWords[frame.lang].demo
  return (
    <Page frame={frame} title={words.title}>
      <Heading level={1}>{words.title}</Heading>
      <Paragraph lead>{words.lead}</Paragraph>
      <Paragraph>
        <Link href={href(frame, '/post')}>{words.post}</Link>
      </Paragraph>
      {(['coordinator', 'expert', 'editor', 'researcher', 'administrator'] as const).map((part) => (
        <>
          <Heading level={2}>{words.parts[part]}</Heading>
          <ul class="plein-people">
            {faces
              .filter((face) => face.part === part)
              .map((face) => (
                <li class="plein-people__one">
                  <Form action={href(frame, '/demo')} idempotencyKey={newKey()} lang={frame.lang}>
                    <HiddenField name="person" value={face.slug} />
                    <SubmitButton look="secondary">{words.signIn(face.name)}</SubmitButton>
                  </Form>
                  <p>{face.what}</p>
                </li>
              ))}
          </ul>
        </>
      ))}
    </Page>
  )
}

const linkIn = (text: string, origin: string) => {
  const at = text.indexOf(`${origin}/`)
  return at < 0 ? null : (text.slice(at + origin.length).match(/^\S+/)?.[0] ?? null)
}

export const PostPage = ({
  frame,
  letters,
  origin,
}: {
  frame: PageFrame
  letters: readonly KeptLetter[]
  origin: string
}) => {
  const words = frontWords[frame.lang].post
  return (
    <Page frame={frame} title={words.title}>
      <Heading level={1}>{words.title}</Heading>
      <Paragraph lead>{words.lead}</Paragraph>
      <Paragraph>{letters.length === 0 ? words.empty : words.newestFirst}</Paragraph>
      {letters.map((letter) => {
        const link = linkIn(letter.text, origin)
        return (
          <article class="plein-card" lang={letter.lang}>
            <p class="plein-card__kind">
              {words.to}: {letter.to}
            </p>
            <Heading level={2} look={3}>
              {letter.subject}
            </Heading>
            <p class="plein-small">{longMoment(letter.madeAt, frame.lang)}</p>
            {link === null ? null : (
              <ButtonLink href={link} look="secondary">
                {words.open}
              </ButtonLink>
            )}
            <details>
              <summary>{words.read}</summary>
              <PlainText text={letter.text} />
            </details>
          </article>
        )
      })}
    </Page>
  )
}
