import { href, Page, type PageFrame } from '../../ui/layout.tsx'
import { Heading, Link, List, Paragraph } from '../../ui/typography.tsx'
import type { DefinitionRow } from './definitions.views.tsx'
import { paths } from './paths.ts'
import type { TermRow } from './terms.views.tsx'
import { text } from './text.ts'

type Props = { frame: PageFrame; terms: readonly TermRow[]; definitions: readonly DefinitionRow[] }

/** How words get their meaning here, which ones partners do not agree about, and the whole as a file. */
export const FrameworkPage = ({ frame, terms, definitions }: Props) => {
  const { lang } = frame
  const words = text[lang].framework
  const of = Map.groupBy(
    definitions.filter((each) => each.state !== 'retired'),
    (each) => each.term_id,
  )
  const owners = Map.groupBy(definitions, (each) => each.owner.id ?? 'plein')
  const links = (title: string, some: readonly TermRow[]) => (
    <>
      <Heading level={2}>{title}</Heading>
      {some.length === 0 ? (
        <Paragraph>{words.none}</Paragraph>
      ) : (
        <List
          items={some.map((term) => (
            <Link href={href(lang, paths.term(term.slug))}>{term.label[lang]}</Link>
          ))}
        />
      )}
    </>
  )
  return (
    <Page frame={frame} title={words.title}>
      <Heading level={1}>{words.title}</Heading>
      <Paragraph lead>{words.lead}</Paragraph>
      <Paragraph>
        <Link href={href(lang, paths.terms)}>{text[lang].list.all}</Link>
      </Paragraph>
      <Heading level={2}>{words.how}</Heading>
      <List items={words.rules} />
      {links(
        words.contested,
        terms.filter((term) => of.get(term.id)?.some((each) => each.state === 'contested')),
      )}
      {links(
        words.open,
        terms.filter((term) => term.decisions.some((each) => each.outcome === null)),
      )}
      {links(
        words.several,
        terms.filter((term) => (of.get(term.id)?.length ?? 0) > 1),
      )}
      {links(
        words.retired,
        terms.filter((term) => term.retired !== null),
      )}
      <Heading level={2}>{words.owners}</Heading>
      <List
        items={[...owners].map(([id, own]) => (
          <span id={`organisatie-${id}`}>
            {own[0]?.owner.name}: {words.count(own.length)}
          </span>
        ))}
      />
      <Heading level={2}>{words.asFile}</Heading>
      <Paragraph>{words.fileLead}</Paragraph>
      <List
        items={[<Link href={paths.turtle}>{words.turtle}</Link>, <Link href={paths.jsonLd}>{words.jsonLd}</Link>]}
      />
    </Page>
  )
}
