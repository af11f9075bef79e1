import { one, type Errors, type FormInput } from '../../../lib/form-values.ts'
import { longDate, type Lang } from '../../../lib/words.ts'
import { ButtonGroup, SubmitButton } from '../../../ui/buttons.tsx'
import { Card, Cards } from '../../../ui/cards.tsx'
import { ErrorSummary } from '../../../ui/error-summary.tsx'
import { Form, HiddenField, NumberField, Select, TextField } from '../../../ui/fields.tsx'
import { href, Page, type PageFrame } from '../../../ui/layout.tsx'
import { Heading, Link, List, Paragraph } from '../../../ui/typography.tsx'
import { labelOf } from '../../terms/public.ts'
import { editingWords } from '../writing/editing.text.ts'
import type { KeptLink } from './item-links.sql.ts'
import { linkWords } from './item-links.text.ts'
import type { Item } from './items.sql.ts'
import type { LinkedItem } from './items.square.sql.ts'
import { kindOf, linkKinds, whyNotLinked } from '../kinds/kinds.rules.ts'
import { paths } from '../paths.ts'
import { knowledgePaths } from '../square.paths.ts'

// What a kind of item can be linked to, whatever the other one is.
const fittingKinds = (type: string) =>
  linkKinds.filter((kind) =>
    ['series', 'dossier', 'researchQuestion', 'event', 'project', type].some(
      (other) => whyNotLinked(kind, type, other) === null,
    ),
  )

/** The links of an item, for those who keep it. */
export const LinksPage = (props: {
  frame: PageFrame
  item: Item
  links: readonly KeptLink[]
  newKey: () => string
  pageKey: string
  input: FormInput
  errors: Errors
}) => {
  const { frame, item, input, errors } = props
  const { lang } = frame
  const words = linkWords[lang]
  const holds = kindOf(item.type).holds !== undefined
  const error = (name: string) => (errors[name] === undefined ? {} : { error: errors[name] })
  const title = item.title || editingWords[lang].list.untitled
  return (
    <Page frame={frame} title={`${words.title}: ${title}`} errors={errors}>
      <ErrorSummary errors={errors} lang={lang} />
      <Heading level={1}>{words.title}</Heading>
      <Paragraph lead>{title}</Paragraph>
      <Paragraph>{words.lead}</Paragraph>
      {props.links.length === 0 ? (
        <Paragraph>{words.none}</Paragraph>
      ) : (
        <List
          items={props.links.map((link) => (
            <OneLink {...props} link={link} />
          ))}
        />
      )}
      <Heading level={2}>{words.add}</Heading>
      <Form action={href(frame, paths.links(item.id))} idempotencyKey={props.pageKey} lang={lang}>
        <Select
          name="kind"
          label={words.kind}
          required
          lang={lang}
          value={one(input, 'kind')}
          {...error('kind')}
          options={[
            ...(holds ? [{ value: 'holds', label: words.holds }] : []),
            ...fittingKinds(item.type ?? '').map((kind) => ({ value: kind, label: words.from[kind] })),
          ]}
        />
        <TextField
          name="other"
          label={words.other}
          hint={words.otherHint}
          required
          lang={lang}
          value={one(input, 'other')}
          {...error('other')}
        />
        <NumberField
          name="position"
          label={words.position}
          hint={words.positionHint}
          lang={lang}
          value={one(input, 'position')}
          {...error('position')}
        />
        <ButtonGroup>
          <SubmitButton>{words.send}</SubmitButton>
        </ButtonGroup>
      </Form>
      <Paragraph>
        <Link href={href(frame, paths.item(item.id))}>{words.back}</Link>
      </Paragraph>
    </Page>
  )
}

const OneLink = (props: { frame: PageFrame; item: Item; link: KeptLink; newKey: () => string }) => {
  const { frame, link } = props
  const { lang } = frame
  const words = linkWords[lang]
  const title = link.title ?? words.notOnSquare
  return (
    <>
      {(link.from ? words.from : words.to)[link.kind]}
      {link.position === null ? '' : ` (${link.position})`}:{' '}
      {link.slug === null ? title : <Link href={href(frame, knowledgePaths.item(link.slug))}>{title}</Link>}
      <Form action={href(frame, paths.unlink(props.item.id))} idempotencyKey={props.newKey()} lang={lang}>
        <HiddenField name="kind" value={link.kind} />
        <HiddenField name="other" value={link.other} />
        <HiddenField name="from" value={link.from ? 'yes' : 'no'} />
        <SubmitButton look="subtle">
          {words.remove}
          <span class="plein-hidden">: {words.removed(title)}</span>
        </SubmitButton>
      </Form>
    </>
  )
}

type Linked = {
  readonly from: readonly LinkedItem[]
  readonly to: readonly LinkedItem[]
  readonly siblings: readonly LinkedItem[]
}

const linkTo = (frame: PageFrame, item: LinkedItem) => (
  <Link href={href(frame, knowledgePaths.item(item.slug))} {...(item.lang !== frame.lang && { lang: item.lang })}>
    {item.title}
  </Link>
)

const titled = (frame: PageFrame, item: LinkedItem) => (
  <>
    {linkTo(frame, item)} <span class="plein-small">({labelOf(item.type, frame.lang)})</span>
  </>
)

/** What a series or dossier holds: a series in its order, a dossier with the newest first. */
export const Held = ({ frame, type, to }: { frame: PageFrame; type: string; to: readonly LinkedItem[] }) => {
  const { lang } = frame
  const words = linkWords[lang]
  const { holds } = kindOf(type)
  if (holds === undefined) return null
  const kind = holds === 'in-order' ? 'series' : 'dossier'
  const held = to.filter((each) => each.kind === kind)
  return (
    <section>
      <Heading level={2}>{words.to[kind]}</Heading>
      {held.length === 0 ? (
        <Paragraph>{words.empty}</Paragraph>
      ) : (
        <Cards>
          {held.map((each, at) => (
            <Card
              href={href(frame, knowledgePaths.item(each.slug))}
              title={each.title}
              kind={kind === 'series' ? words.part(at + 1, held.length) : labelOf(each.type, lang)}
              summary={each.summary}
              meta={[words.published(longDate(new Date(each.published_at), lang))]}
              {...(each.lang !== lang && { contentLang: each.lang })}
            />
          ))}
        </Cards>
      )}
    </section>
  )
}

/** Where an item stands in its series, with the one before and after it. */
export const SeriesPlace = ({
  frame,
  item,
  from,
  siblings,
}: { frame: PageFrame; item: string } & Omit<Linked, 'to'>) => {
  const words = linkWords[frame.lang]
  const series = from.find((each) => each.kind === 'series')
  const at = siblings.findIndex((each) => each.id === item)
  if (series === undefined || at < 0) return null
  const around = [
    [words.previous, siblings[at - 1]],
    [words.next, siblings[at + 1]],
  ] as const
  return (
    <section aria-label={words.from.series}>
      <Paragraph>
        {words.part(at + 1, siblings.length)}: {linkTo(frame, series)}
      </Paragraph>
      <List
        items={around.flatMap(([label, each]) =>
          each
            ? [
                <>
                  {label}: {linkTo(frame, each)}
                </>,
              ]
            : [],
        )}
      />
    </section>
  )
}

const grouped = (items: readonly LinkedItem[], lang: Lang, words: (typeof linkWords)[Lang]['from']) =>
  linkKinds.flatMap((kind) => {
    const mine = items.filter((each) => each.kind === kind)
    return mine.length === 0 ? [] : [{ label: words[kind], items: mine, lang }]
  })

/** What belongs to an item beside its series: both ways, each under its own words. */
export const Related = ({ frame, type, from, to }: { frame: PageFrame; type: string } & Omit<Linked, 'siblings'>) => {
  const { lang } = frame
  const words = linkWords[lang]
  const held = kindOf(type).holds === undefined ? to : to.filter((each) => !['series', 'dossier'].includes(each.kind))
  const groups = [
    ...grouped(
      from.filter((each) => each.kind !== 'series'),
      lang,
      words.from,
    ),
    ...grouped(held, lang, words.to),
  ]
  if (groups.length === 0) return null
  return (
    <section>
      <Heading level={2}>{words.together}</Heading>
      {groups.map((group) => (
        <>
          <Heading level={3}>{group.label}</Heading>
          <List items={group.items.map((each) => titled(frame, each))} />
        </>
      ))}
    </section>
  )
}
