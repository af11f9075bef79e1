import { longDate } from '../../../lib/words.ts'
import { ButtonGroup, ButtonLink, SubmitButton } from '../../../ui/buttons.tsx'
import { Form, HiddenField } from '../../../ui/fields.tsx'
import { href, Page, type PageFrame } from '../../../ui/layout.tsx'
import { StatusBadge } from '../../../ui/status.tsx'
import { Table } from '../../../ui/tables.tsx'
import { Heading, Link, Paragraph } from '../../../ui/typography.tsx'
import { gapPaths } from './gaps.paths.ts'
import type { KeptGap } from './gaps.sql.ts'
import { gapWords } from './gaps.text.ts'
import { knowledgePaths } from '../square.paths.ts'

/** What came in: words searched in vain, a note of the desk, or a stale item that nobody answers for. */
export type Offered = {
  readonly name: 'gezocht' | 'melding' | 'stuk'
  readonly value: string
  readonly words: string
  readonly days?: number
  /** Of an item: the path word at which it is read. */
  readonly slug?: string
}

const Offers = ({ frame, offers, newKey }: { frame: PageFrame; offers: readonly Offered[]; newKey: () => string }) => {
  const { lang } = frame
  const words = gapWords[lang].keep
  const query = (offer: Offered) => new URLSearchParams({ [offer.name]: offer.value })
  return offers.length === 0 ? (
    <Paragraph>{words.nothing}</Paragraph>
  ) : (
    <Table
      caption={words.words}
      captionHidden
      rows={offers}
      columns={[
        {
          label: words.words,
          cell: (offer) =>
            offer.slug === undefined ? (
              offer.words
            ) : (
              <Link href={href(frame, knowledgePaths.item(offer.slug))}>{offer.words}</Link>
            ),
        },
        ...(offers.some((offer) => offer.days !== undefined)
          ? [{ label: words.days, cell: (offer: Offered) => String(offer.days ?? '') }]
          : []),
        {
          label: words.do,
          cell: (offer) => (
            <>
              <Link href={href(frame, `${gapPaths.write}?${query(offer)}`)}>
                {words.write}
                <span class="plein-hidden">: {offer.words}</span>
              </Link>
              {offer.name === 'stuk' ? null : (
                <Form action={href(frame, gapPaths.aside)} idempotencyKey={newKey()} lang={lang}>
                  <HiddenField name={offer.name} value={offer.value} />
                  <ButtonGroup>
                    <SubmitButton look="secondary">
                      {words.aside}
                      <span class="plein-hidden">: {offer.words}</span>
                    </SubmitButton>
                  </ButtonGroup>
                </Form>
              )}
            </>
          ),
        },
      ]}
    />
  )
}

/** What came in, and every gap with who works on it. */
export const KeepGapsPage = (props: {
  frame: PageFrame
  searches: readonly { readonly same: string; readonly words: string; readonly days: number }[]
  notes: readonly { readonly id: string; readonly words: string }[]
  items: readonly { readonly id: string; readonly slug: string; readonly title: string }[]
  gaps: readonly KeptGap[]
  newKey: () => string
}) => {
  const { frame, newKey } = props
  const { lang } = frame
  const words = gapWords[lang]
  const stateOf = (gap: KeptGap) => (gap.item_slug !== null ? 'closed' : gap.adopted_by === null ? 'open' : 'adopted')
  return (
    <Page frame={frame} title={words.keep.title} wide>
      <Heading level={1}>{words.keep.title}</Heading>
      <Paragraph lead>{words.keep.lead}</Paragraph>
      <ButtonGroup>
        <ButtonLink href={href(frame, gapPaths.write)}>{words.keep.fresh}</ButtonLink>
      </ButtonGroup>
      <Heading level={2}>{words.keep.searches}</Heading>
      <Paragraph>{words.keep.searchesLead}</Paragraph>
      <Offers
        frame={frame}
        newKey={newKey}
        offers={props.searches.map((each) => ({
          name: 'gezocht',
          value: each.same,
          words: each.words,
          days: each.days,
        }))}
      />
      <Heading level={2}>{words.keep.notes}</Heading>
      <Paragraph>{words.keep.notesLead}</Paragraph>
      <Offers
        frame={frame}
        newKey={newKey}
        offers={props.notes.map((each) => ({ name: 'melding', value: each.id, words: each.words }))}
      />
      <Heading level={2}>{words.keep.items}</Heading>
      <Paragraph>{words.keep.itemsLead}</Paragraph>
      <Offers
        frame={frame}
        newKey={newKey}
        offers={props.items.map((each) => ({ name: 'stuk', value: each.id, words: each.title, slug: each.slug }))}
      />
      <Heading level={2}>{words.keep.all}</Heading>
      {props.gaps.length === 0 ? (
        <Paragraph>{words.keep.nothing}</Paragraph>
      ) : (
        <Table
          caption={words.keep.all}
          captionHidden
          rows={props.gaps}
          columns={[
            {
              label: words.keep.name,
              cell: (gap) => <Link href={href(frame, gapPaths.kept(gap.id))}>{gap.title}</Link>,
            },
            { label: words.keep.state, cell: (gap) => <StatusBadge>{words.states[stateOf(gap)]}</StatusBadge> },
            {
              label: words.keep.who,
              cell: (gap) =>
                gap.adopter === null || gap.adopted_until === null
                  ? words.keep.nobody
                  : words.keep.until(gap.adopter, longDate(new Date(`${gap.adopted_until}T12:00:00Z`), lang)),
            },
          ]}
        />
      )}
      <Paragraph>
        <Link href={href(frame, gapPaths.list)}>{words.toList}</Link>
      </Paragraph>
    </Page>
  )
}
