import type { Child } from 'hono/jsx'
import type { Lang } from '../lib/words.ts'
import { Conversation } from './conversation.tsx'
import { Empty } from './empty.tsx'
import { ButtonGroup, ButtonLink } from './fields.tsx'
import { Page, type PageFrame } from './layout.tsx'
import { Notice } from './notices.tsx'
import { Pagination } from './pagination.tsx'
import { ProblemPage } from './problem-page.tsx'
import { PlainText, Prose } from './prose.tsx'
import { ReadAloud } from './read-aloud.tsx'
import { StatusBadge, StatusTimeline } from './status.tsx'
import { SummaryList } from './summary-list.tsx'
import { Table } from './tables.tsx'
import { Tags } from './tags.tsx'
import { Columns, Heading, Link, List, Paragraph } from './typography.tsx'

import { ChartsSample } from './gallery.charts.tsx'
import { FormSample, HomeSample } from './gallery.visitors.tsx'

/** Sample pages with every part, for looking at and for testing. Texts are samples; rooms bring their own. */
export const frameFor = (path: string, more: Partial<PageFrame> = {}): PageFrame => ({
  lang: 'nl',
  path,
  origin: 'https://plein.example',
  assets: { css: '/plein.css', js: '/plein.js' },
  demo: true,
  signedIn: null,
  ...more,
})

const Part = ({ title, children }: { title: string; children?: Child }) => (
  <>
    <Heading level={2}>{title}</Heading>
    {children}
  </>
)

const rows = [
  { number: 'V-2026-014', about: 'Brief over schulden', state: 'Duo gezocht', days: 3 },
  { number: 'V-2026-011', about: 'Naasten in de opvang', state: 'Beantwoord', days: 12 },
]

const Lists = ({ lang }: { lang: Lang }) => (
  <>
    <Part title="Tabel">
      <Table
        caption="Vragen die nu lopen"
        rows={rows}
        columns={[
          { label: 'Nummer', cell: (row) => <Link href="#">{row.number}</Link> },
          { label: 'Onderwerp', cell: (row) => row.about },
          {
            label: 'Stand',
            cell: (row) => <StatusBadge tone={row.days > 9 ? 'success' : 'active'}>{row.state}</StatusBadge>,
          },
          { label: 'Dagen open', cell: (row) => row.days, numeric: true },
        ]}
      />
      <Pagination page={4} pages={9} address={(page) => `?pagina=${page}`} lang={lang} />
    </Part>
    <Part title="Gegevens">
      <SummaryList
        lang={lang}
        facts={[
          { key: 'Je vraag', value: 'Hoe maken we onze brieven duidelijker?', changeHref: '#' },
          { key: 'Plaats', value: '’s-Hertogenbosch', changeHref: '#' },
          { key: 'Soort organisatie', value: 'Gemeente' },
        ]}
      />
    </Part>
    <Part title="Niets gevonden">
      <Empty
        level={3}
        title="We vonden niets over ‘hondenbelasting’"
        sentence="Probeer een ander woord, of stel je vraag aan mensen met ervaring."
      >
        <ButtonLink href="#">Stel je vraag</ButtonLink>
      </Empty>
    </Part>
  </>
)

const PartsSample = ({ frame }: { frame: PageFrame }) => {
  const { lang } = frame
  return (
    <Page frame={frame} title="Onderdelen" wide>
      <Heading level={1}>Onderdelen van het plein</Heading>
      <ReadAloud lang={lang} />
      <Paragraph lead>Alles wat op een pagina kan staan, bij elkaar.</Paragraph>
      <Paragraph>
        Een gewone zin met een <Link href="#">link naar een begrip</Link> erin. Zo leest een tekst op het plein.
      </Paragraph>
      <List items={['Een eerste punt', 'Een tweede punt dat wat langer is']} />
      <List ordered items={['Eerst dit', 'Dan dat']} />
      <ButtonGroup>
        <ButtonLink href="#">Doe dit</ButtonLink>
        <ButtonLink href="#" look="secondary">
          Of dit
        </ButtonLink>
        <ButtonLink href="#" look="subtle">
          Liever niet
        </ButtonLink>
        <ButtonLink href="#" look="negative">
          Trek in
        </ButtonLink>
      </ButtonGroup>
      <Part title="Berichten">
        <Notice kind="info" lang={lang} level={3}>
          <Paragraph>We antwoorden meestal binnen twee weken.</Paragraph>
        </Notice>
        <Notice kind="success" lang={lang} level={3} heading="Je vraag is verstuurd">
          <Paragraph>Je nummer is V-2026-014.</Paragraph>
        </Notice>
        <Notice kind="warning" lang={lang} level={3}>
          <Paragraph>Deze tekst is langer dan een jaar niet nagekeken.</Paragraph>
        </Notice>
        <Notice kind="error" lang={lang} level={3} heading="Het is niet gelukt" live>
          <Paragraph>De mail kon niet weg. We proberen het straks weer.</Paragraph>
        </Notice>
      </Part>
      <Columns>
        <div>
          <Part title="Waar staat je vraag?">
            <StatusTimeline
              lang={lang}
              steps={[
                { title: 'Je vraag is binnen', state: 'done', when: '2 november 2026' },
                { title: 'We zoeken twee mensen met ervaring', state: 'done', when: '5 november 2026' },
                {
                  title: 'Zij schrijven het antwoord',
                  state: 'current',
                  when: 'klaar rond 24 november',
                  detail: <Paragraph>Amira en Joost denken met je mee.</Paragraph>,
                },
                { title: 'Je krijgt het antwoord', state: 'to-come' },
                { title: 'Je vertelt wat je ermee deed', state: 'to-come' },
              ]}
            />
          </Part>
        </div>
        <div>
          <Part title="Gesprek">
            <Conversation
              lang={lang}
              messages={[
                {
                  who: 'Fenna',
                  when: '2 november om 9:12',
                  kind: 'external',
                  mine: true,
                  label: 'Vraag',
                  body: <PlainText text={'Onze brieven worden niet gelezen.\n\nWat kunnen we anders doen?'} />,
                },
                {
                  who: 'Sanne (team)',
                  when: '3 november om 10:40',
                  kind: 'internal',
                  body: <PlainText text="Past bij Amira en Joost. Beiden hebben tijd." />,
                },
                {
                  who: 'Amira en Joost',
                  when: '20 november om 16:05',
                  kind: 'external',
                  label: 'Antwoord',
                  body: <PlainText text="Begin met wat iemand moet doen. Zet het bedrag pas daarna." />,
                },
              ]}
            />
          </Part>
        </div>
      </Columns>
      <Lists lang={lang} />
      <Part title="Woorden en standen">
        <Tags
          lang={lang}
          tags={[{ label: 'Schulden', href: '#' }, { label: 'Wonen', href: '#' }, { label: 'Naasten' }]}
        />
        <p>
          <StatusBadge>Nieuw</StatusBadge> <StatusBadge tone="active">Loopt</StatusBadge>{' '}
          <StatusBadge tone="success">Klaar</StatusBadge> <StatusBadge tone="warning">Wacht op jou</StatusBadge>{' '}
          <StatusBadge tone="danger">Te laat</StatusBadge>
        </p>
      </Part>
      <Part title="Tekst">
        <Prose html="<h3>Een kop in de tekst</h3><p>Gewone tekst met een <a href='#'>link</a>.</p><blockquote><p>Praat met ons, niet over ons.</p></blockquote><ul><li>Een</li><li>Twee</li></ul>" />
      </Part>
    </Page>
  )
}

const signedIn = {
  name: 'Amira',
  links: [
    { href: '/mijn/vragen', label: 'Mijn vragen' },
    { href: '/mijn/profiel', label: 'Mijn profiel' },
  ],
}

/** Every sample page by name. */
export const gallery = (lang: Lang, assets: PageFrame['assets']) => ({
  home: <HomeSample frame={frameFor('/', { lang, assets, square: true })} />,
  form: <FormSample frame={frameFor('/vraag', { lang, assets, demo: false })} />,
  'form-errors': <FormSample failed frame={frameFor('/vraag', { lang, assets, demo: false })} />,
  parts: <PartsSample frame={frameFor('/begrippen/duo?van=home', { lang, assets, signedIn, quickExit: true })} />,
  charts: <ChartsSample frame={frameFor('/peilingen', { lang, assets, square: true })} />,
  problem: <ProblemPage status={503} requestId="r-7f3k" frame={frameFor('/zoeken', { lang, assets })} />,
})
