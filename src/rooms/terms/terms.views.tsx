import { termLd } from '../../lib/feeds/json-ld.ts'
import { longDate, type Lang, withCapital } from '../../lib/words.ts'
import { Empty } from '../../ui/empty.tsx'
import { ButtonGroup, ButtonLink, Form, SubmitButton, TextField } from '../../ui/fields.tsx'
import { Fold } from '../../ui/fold.tsx'
import { href, Page, type PageFrame } from '../../ui/layout.tsx'
import { Notice } from '../../ui/notices.tsx'
import { SummaryList } from '../../ui/summary-list.tsx'
import { Tags } from '../../ui/tags.tsx'
import { Heading, Link, List, Paragraph } from '../../ui/typography.tsx'
import { Decisions, Definitions, type DefinitionRow } from './definitions.views.tsx'
import { isAboutViolence } from './filter.rules.ts'
import { paths } from './paths.ts'
import { schemes, type Scheme } from './term.rules.ts'
import type { findTermWithSlug, listNeighbours } from './terms.sql.ts'
import { text } from './text.ts'

export type TermRow = NonNullable<Awaited<ReturnType<typeof findTermWithSlug>>>
type Neighbours = Awaited<ReturnType<typeof listNeighbours>>

const firstSentence = (definition: string) => /^.*?[.!?](?=\s|$)/u.exec(definition)?.[0] ?? definition

type ListProps = {
  frame: PageFrame
  found: readonly TermRow[]
  typed: string
  /** The letter that was chosen; null: none. */
  letter: string | null
  letters: readonly string[]
}

/** All terms by list, each list folded; or those of a letter or a word that was looked for, open. */
export const TermsPage = ({ frame, found, typed, letter, letters }: ListProps) => {
  const { lang } = frame
  const words = text[lang]
  const shown = schemes.filter((scheme) => found.some((term) => term.scheme === scheme))
  const all = typed === '' && letter === null
  return (
    <Page frame={frame} title={words.list.title}>
      <Heading level={1}>{words.list.title}</Heading>
      <Paragraph lead>{words.list.lead}</Paragraph>
      <search>
        <Form action={href(frame, paths.terms)} method="get" lang={lang}>
          <TextField
            name="zoek"
            type="search"
            required
            label={words.list.search}
            hint={words.list.searchHint}
            value={typed}
            autocomplete="off"
            lang={lang}
          />
          <ButtonGroup>
            <SubmitButton>{words.list.find}</SubmitButton>
          </ButtonGroup>
        </Form>
      </search>
      <nav aria-label={words.list.letters}>
        <Tags
          lang={lang}
          label={words.list.letters}
          tags={letters.map((each) => ({
            label: each === '#' ? words.list.other : each.toUpperCase(),
            href: href(frame, `${paths.terms}?letter=${encodeURIComponent(each)}`),
          }))}
        />
      </nav>
      {found.length === 0 ? (
        <Empty title={words.list.nothing(typed)}>
          <Link href={href(frame, paths.terms)}>{words.list.all}</Link>
        </Empty>
      ) : (
        <>
          {letter === null ? null : <Heading level={2}>{words.list.letter(letter.toUpperCase())}</Heading>}
          <Paragraph>{words.list.count(found.length)}</Paragraph>
          {all ? (
            <p class="nl-paragraph">
              <Link href={href(frame, paths.framework)}>{words.list.framework}</Link>
            </p>
          ) : (
            <p class="nl-paragraph">
              <Link href={href(frame, paths.terms)}>{words.list.all}</Link>
            </p>
          )}
          {letter === null ? (
            shown.map((scheme) => (
              <SchemeList
                scheme={scheme}
                terms={found.filter((term) => term.scheme === scheme)}
                lang={lang}
                folded={all}
              />
            ))
          ) : (
            <TermList terms={byLabel(found, lang)} lang={lang} />
          )}
        </>
      )}
    </Page>
  )
}

const byLabel = (terms: readonly TermRow[], lang: Lang) =>
  terms.toSorted((a, b) => (a.label[lang].toLowerCase() < b.label[lang].toLowerCase() ? -1 : 1))

const TermList = ({ terms, lang }: { terms: readonly TermRow[]; lang: Lang }) => (
  <List
    items={terms.map((term) => (
      <>
        <Link href={href(lang, paths.term(term.slug))}>{term.label[lang]}</Link>
        {`: ${firstSentence(term.definition[lang])}`}
      </>
    ))}
  />
)

type SchemeProps = { scheme: Scheme; terms: readonly TermRow[]; lang: Lang; folded: boolean }

const SchemeList = ({ scheme, terms, lang, folded }: SchemeProps) => (
  <section aria-labelledby={scheme}>
    <Heading level={2} id={scheme}>
      {text[lang].schemes[scheme].name}
    </Heading>
    {folded ? (
      <Fold title={text[lang].list.count(terms.length)} note={text[lang].schemes[scheme].about}>
        <TermList terms={terms} lang={lang} />
      </Fold>
    ) : (
      <>
        <Paragraph>{text[lang].schemes[scheme].about}</Paragraph>
        <TermList terms={terms} lang={lang} />
      </>
    )}
  </section>
)

type TermProps = {
  frame: PageFrame
  term: TermRow
  near: Neighbours
  definitions: readonly DefinitionRow[]
}

export const TermPage = ({ frame, term, near, definitions }: TermProps) => {
  const { lang } = frame
  const words = text[lang].term
  const other = lang === 'nl' ? 'en' : 'nl'
  const violence = isAboutViolence(term.id)
  const label = term.label[lang]
  const links = (terms: readonly { slug: string; label: { nl: string; en: string } }[]) => (
    <List
      items={terms.map((each) => (
        <Link href={href(lang, paths.term(each.slug))}>{each.label[lang]}</Link>
      ))}
    />
  )
  return (
    <Page
      frame={{ ...frame, quickExit: violence }}
      title={violence ? text[lang].list.title : label}
      above={[{ path: paths.terms, label: text[lang].list.title }]}
      things={[
        termLd({
          page: `${frame.origin}${href(lang, paths.term(term.slug))}`,
          label,
          definition: term.definition[lang],
          scheme: `${frame.origin}${href(lang, paths.terms)}`,
          synonyms: term.alt_labels[lang].map((each) => each.label),
        }),
      ]}
    >
      <p class="plein-card__kind">{text[lang].schemes[term.scheme].name}</p>
      <Heading level={1}>{withCapital(label)}</Heading>
      {term.retired === null ? null : (
        <Notice kind="warning" lang={lang} heading={text[lang].definitions.retired}>
          <p class="nl-paragraph">
            <span lang="nl">{term.retired.why}</span>{' '}
            {text[lang].definitions.retiredOn(longDate(new Date(term.retired.since), lang))}
          </p>
          {near.successor === null ? null : (
            <p class="nl-paragraph">
              {text[lang].definitions.successor}{' '}
              <Link href={href(lang, paths.term(near.successor.slug))}>{near.successor.label[lang]}</Link>.
            </p>
          )}
        </Notice>
      )}
      <p class="nl-paragraph nl-paragraph--lead" lang={term.definition[lang] === term.definition.nl ? 'nl' : undefined}>
        {term.definition[lang]}
      </p>
      <Definitions lang={lang} definitions={definitions} />
      {term.process === null ? null : <Paragraph>{text[lang].processes[term.process]}.</Paragraph>}
      {term.note === null ? null : (
        <Notice kind="info" lang={lang} heading={words.note}>
          <p class="nl-paragraph">{term.note[lang]}</p>
        </Notice>
      )}
      {term.sensitive === null ? null : (
        <Notice kind="warning" lang={lang} heading={words.sensitive}>
          <p class="nl-paragraph">
            {text[lang].grounds[term.sensitive]} {words.sensitiveWhy}
          </p>
        </Notice>
      )}
      <SummaryList
        lang={lang}
        facts={[
          ...(term.alt_labels[lang].length === 0
            ? []
            : [{ key: words.alsoCalled, value: term.alt_labels[lang].map((each) => each.label).join(', ') }]),
          { key: words.otherLanguage, value: <span lang={other}>{term.label[other]}</span> },
          {
            key: text[lang].definitions.name,
            value: <Link href={paths.name(term.slug)}>{paths.name(term.slug)}</Link>,
          },
        ]}
      />
      <Decisions lang={lang} decisions={term.decisions} definitions={definitions} />
      {near.broader === null ? null : (
        <>
          <Heading level={2}>{words.broader}</Heading>
          {links([near.broader])}
        </>
      )}
      {near.narrower.length === 0 ? null : (
        <>
          <Heading level={2}>{words.narrower}</Heading>
          {links(near.narrower)}
        </>
      )}
      {near.related.length === 0 ? null : (
        <>
          <Heading level={2}>{words.related}</Heading>
          {links(near.related)}
        </>
      )}
      <Heading level={2}>{words.items}</Heading>
      <Paragraph>
        <Link href={href(lang, `/zoeken?q=${encodeURIComponent(label)}`)}>{words.search(label)}</Link>
      </Paragraph>
      <Heading level={2}>{words.ask}</Heading>
      <ButtonGroup>
        <ButtonLink href={href(lang, '/vraag')}>{words.askLink}</ButtonLink>
      </ButtonGroup>
      <Paragraph>
        <Link href={href(lang, paths.terms)}>{words.back}</Link>
      </Paragraph>
    </Page>
  )
}
