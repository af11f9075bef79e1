import { changesBetween } from '../../../lib/changes/changes.ts'
import { placeInWords, refusalInWords, remarkInWords } from '../../../lib/feeds/text.ts'
import type { Remark } from '../../../lib/feeds/harvested.ts'
import type { Lang } from '../../../lib/words.ts'
import { RadioGroup } from '../../../ui/fields.tsx'
import { Fold } from '../../../ui/fold.tsx'
import { href, type PageFrame } from '../../../ui/layout.tsx'
import { StatusBadge, type StatusTone } from '../../../ui/status.tsx'
import { SummaryList } from '../../../ui/summary-list.tsx'
import { Heading, Link, List, Paragraph } from '../../../ui/typography.tsx'
import { labelOf } from '../../terms/public.ts'
import type { Known } from './harvest-items.sql.ts'
import { harvestWords } from './harvests.editing.text.ts'
import { followedFields, type FollowedField, type Said } from './followed.rules.ts'
import type { Draft, Outcome } from './harvests.rules.ts'
import type { PreviewRecord } from './harvest-records.sql.ts'
import { paths } from '../paths.ts'

const outcomeTone: Readonly<Record<Outcome, StatusTone>> = {
  new: 'active',
  changed: 'warning',
  kept: 'warning',
  same: 'neutral',
  gone: 'danger',
  elsewhere: 'neutral',
  left: 'neutral',
  refused: 'danger',
}

/** "Regel 12, kolom datum: … Er stond: ‘31-02-2026’." */
export const remarkSentence = (remark: Remark, lang: Lang): string => {
  const words = harvestWords[lang].record
  const where = placeInWords(remark.place, lang)
  const field = remark.field === 'document' ? '' : `, ${words.column(harvestWords[lang].columns[remark.field])}`
  const found = remark.found === '' ? '' : ` ${words.found(remark.found)}`
  return `${where}${field}: ${remarkInWords(remark.reason, lang)}${found}`
}

const Difference = ({ before, after, lang }: { before: string; after: string; lang: Lang }) => {
  const words = harvestWords[lang].record
  const { passages } = changesBetween(before, after)
  return (
    <>
      {passages
        .filter((passage) => passage.kind !== 'kept')
        .map((passage) => (
          <p class="nl-paragraph">
            {passage.pieces.map((piece) =>
              piece.kind === 'kept' ? (
                piece.text
              ) : piece.kind === 'removed' ? (
                <del class="plein-gone">
                  <span class="plein-hidden">{words.removed} </span>
                  {piece.text}
                </del>
              ) : (
                <ins class="plein-new">
                  <span class="plein-hidden">{words.added} </span>
                  {piece.text}
                </ins>
              ),
            )}
          </p>
        ))}
    </>
  )
}

const long: ReadonlySet<FollowedField> = new Set(['summary', 'text', 'title'])

/** One field that changes: its words side by side, or for long texts where they differ. */
const Change = (props: { field: FollowedField; before: string; after: string; lang: Lang }) => {
  const { field, before, after, lang } = props
  const words = harvestWords[lang]
  return (
    <div>
      <Heading level={4}>{words.fields[field]}</Heading>
      {long.has(field) && before !== '' ? (
        <Difference before={before} after={after} lang={lang} />
      ) : (
        <Paragraph>
          {words.record.was}: {before || words.record.empty}. {words.record.becomes}: {after}
        </Paragraph>
      )}
    </div>
  )
}

const SaidFacts = ({ draft, lang }: { draft: Draft; lang: Lang }) => {
  const words = harvestWords[lang]
  const shown = followedFields.filter((field) => field !== 'title' && draft.said[field] !== undefined)
  return (
    <SummaryList
      lang={lang}
      facts={[
        { key: words.record.kind, value: labelOf(draft.type, lang) },
        {
          key: words.record.themes,
          value: draft.themes.map((id) => labelOf(id, lang)).join(', ') || words.record.noThemes,
        },
        ...shown.map((field) => ({ key: words.fields[field], value: (draft.said[field] ?? '').slice(0, 600) })),
      ]}
    />
  )
}

/** What the page knows of items that a record is, or may be. */
export type KnownItems = ReadonlyMap<string, Known>

const chosenValue = (record: PreviewRecord): string | undefined =>
  record.choice === 'same' && record.sameAs !== null
    ? `same:${record.sameAs}`
    : record.choice === 'ask'
      ? undefined
      : record.choice

/** What an editor decides about. */
export const mayChoose: ReadonlySet<Outcome> = new Set(['new', 'changed', 'left'])

const Choices = (props: { record: PreviewRecord; title: string; known: KnownItems; lang: Lang }) => {
  const { record, known, lang } = props
  const words = harvestWords[lang].record
  const value = chosenValue(record)
  const alike = record.alike.flatMap((each) => {
    const item = known.get(each.item)
    return item === undefined ? [] : [{ ...each, title: item.title, kept: item.kept }]
  })
  return (
    <>
      {alike.length === 0 ? null : (
        <>
          <Paragraph>{words.mayBe}:</Paragraph>
          <List
            items={alike.map((each) => (
              <>
                {each.title} ({each.reasons.map((reason) => words.reasons[reason]).join(', ')})
              </>
            ))}
          />
        </>
      )}
      <RadioGroup
        name={`record:${record.position}`}
        label={words.choice}
        legend={
          <>
            {words.choice}
            <span class="plein-hidden"> {props.title}</span>
          </>
        }
        required
        lang={lang}
        inline={alike.length === 0}
        {...(value !== undefined && { value })}
        options={[
          { value: 'take', label: alike.length === 0 ? words.take : words.takeOther },
          ...alike.map((each) => ({
            value: `same:${each.item}`,
            label: words.same(each.title),
            hint: each.kept ? words.sameHint : words.sameElsewhere,
          })),
          { value: 'leave', label: words.leave },
        ]}
      />
    </>
  )
}

/** One record of a preview: what it is, what was noticed, what changes, and what to do with it. */
export const Record = (props: { frame: PageFrame; record: PreviewRecord; known: KnownItems; open: boolean }) => {
  const { frame, record, known } = props
  const { lang } = frame
  const words = harvestWords[lang]
  const item = record.item === null ? undefined : known.get(record.item)
  const { words: said } = record
  const title =
    said.kind === 'record'
      ? (said.draft.said.title ?? '')
      : said.kind === 'refused'
        ? placeInWords(said.refusal.place, lang)
        : ''
  const heading = title || item?.title || words.outcomes[record.outcome]
  const held: Said = item?.held ?? {}
  return (
    <section class="plein-record">
      <Heading level={3}>{heading}</Heading>
      <p class="nl-paragraph">
        <StatusBadge tone={outcomeTone[record.outcome]}>{words.outcomes[record.outcome]}</StatusBadge>
        {item?.kept && record.item !== null ? (
          <>
            {' '}
            <Link href={href(frame, paths.item(record.item))}>
              {words.record.item}
              <span class="plein-hidden">: {item.title}</span>
            </Link>
          </>
        ) : null}
      </p>
      {said.kind === 'refused' ? (
        <Paragraph>
          {refusalInWords(said.refusal.reason, lang)}{' '}
          {said.refusal.found === '' ? null : words.record.found(said.refusal.found)}
        </Paragraph>
      ) : said.kind === 'gone' ? (
        <Paragraph>{words.record.gone}</Paragraph>
      ) : (
        <>
          {record.outcome === 'elsewhere' ? <Paragraph>{words.record.elsewhere}</Paragraph> : null}
          {record.outcome === 'left' ? <Paragraph>{words.record.left}</Paragraph> : null}
          {said.remarks.length + said.draft.remarks.length === 0 ? null : (
            <List
              items={[
                ...said.remarks.map((remark) => remarkSentence(remark, lang)),
                ...said.draft.remarks.map((remark) => words.draftRemarks[remark]),
              ]}
            />
          )}
          {followedFields
            .filter((field) => !record.done && record.changed.includes(field))
            .map((field) => (
              <Change field={field} before={held[field] ?? ''} after={said.draft.said[field] ?? ''} lang={lang} />
            ))}
          {followedFields
            .filter((field) => record.locked.includes(field))
            .map((field) => (
              <>
                <Paragraph>{words.record.locked(words.fields[field])}</Paragraph>
                <blockquote class="plein-quote">{(said.draft.said[field] ?? '').slice(0, 600)}</blockquote>
              </>
            ))}
          {record.outcome === 'new' ? (
            <Fold title={words.record.words} note={labelOf(said.draft.type, lang)}>
              <SaidFacts draft={said.draft} lang={lang} />
            </Fold>
          ) : null}
          {props.open && mayChoose.has(record.outcome) ? (
            <Choices record={record} title={heading} known={known} lang={lang} />
          ) : null}
        </>
      )}
    </section>
  )
}
