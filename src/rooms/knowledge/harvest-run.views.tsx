import { changesBetween } from '../../lib/changes/changes.ts'
import { placeInWords, problemInWords, refusalInWords, remarkInWords } from '../../lib/feeds/text.ts'
import type { Remark } from '../../lib/feeds/harvested.ts'
import { longDate, type Lang } from '../../lib/words.ts'
import { ButtonGroup, ButtonLink, SubmitButton } from '../../ui/buttons.tsx'
import { Form, HiddenField, RadioGroup } from '../../ui/fields.tsx'
import { Fold } from '../../ui/fold.tsx'
import { href, Page, type PageFrame } from '../../ui/layout.tsx'
import { Notice } from '../../ui/notices.tsx'
import { Pagination } from '../../ui/pagination.tsx'
import { ProgressBar } from '../../ui/progress.tsx'
import { StatusBadge, type StatusTone } from '../../ui/status.tsx'
import { SummaryList } from '../../ui/summary-list.tsx'
import { Heading, Link, List, Paragraph } from '../../ui/typography.tsx'
import { labelOf } from '../terms/public.ts'
import { runTone } from './harvest-sources.views.tsx'
import type { Known } from './harvest-items.sql.ts'
import { harvestWords } from './harvests.editing.text.ts'
import { harvestPaths } from './harvests.paths.ts'
import {
  followedFields,
  isUnderWay,
  outcomes,
  previewSize,
  type Choice,
  type Draft,
  type FollowedField,
  type Outcome,
  type Said,
} from './harvests.rules.ts'
import type { HarvestRun, HarvestSource, PreviewRecord, RunProblem, Slice } from './harvests.sql.ts'
import { paths } from './paths.ts'

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

const sliceLabel = (slice: Slice, lang: Lang) => {
  const words = harvestWords[lang]
  return slice === 'all' || slice === 'ask' || slice === 'remarked' ? words.slices[slice] : words.outcomes[slice]
}

/** Why a run failed, and what to do. */
export const problemSentence = ({ problem }: RunProblem, lang: Lang): string => {
  const own: Readonly<Record<string, string>> = harvestWords[lang].problems
  return own[problem] ?? problemInWords(problem as Parameters<typeof problemInWords>[0], lang)
}

/** "Regel 12, kolom datum: … Er stond: ‘31-02-2026’." */
const remarkSentence = (remark: Remark, lang: Lang): string => {
  const words = harvestWords[lang].record
  const where = placeInWords(remark.place, lang)
  const field = remark.field === 'document' ? '' : `, ${words.column(harvestWords[lang].columns[remark.field])}`
  const found = remark.found === '' ? '' : ` ${words.found(remark.found)}`
  return `${where}${field}: ${remarkInWords(remark.reason, lang)}${found}`
}

/** How far the run is with what it does now, as a bar; also the fragment that script asks for. */
export const RunProgress = ({ run, lang }: { run: HarvestRun; lang: Lang }) => {
  const words = harvestWords[lang]
  return (
    <ProgressBar
      label={words.states[run.state]}
      words={words.run.progress(run.done, run.total)}
      done={run.done}
      total={run.total}
      lang={lang}
    />
  )
}

/** Whether something of the run is being done now. */
export const isBusy = (run: HarvestRun) =>
  isUnderWay(run.state) || (run.publishAskedAt !== null && run.publishDoneAt === null)

const Busy = ({ frame, run }: { frame: PageFrame; run: HarvestRun }) => {
  const { lang } = frame
  const words = harvestWords[lang].run
  const sentence =
    run.state === 'committing' ? words.committing : run.state === 'committed' ? words.publishing : words.reading
  return (
    <section>
      <Paragraph>{sentence}</Paragraph>
      <plein-progress src={href(lang, harvestPaths.progress(run.id))}>
        <RunProgress run={run} lang={lang} />
      </plein-progress>
      <Paragraph>
        <Link href={href(frame, harvestPaths.run(run.id))}>{words.look}</Link>
      </Paragraph>
    </section>
  )
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

const mayChoose: ReadonlySet<Outcome> = new Set(['new', 'changed', 'left'])

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

const Record = (props: { frame: PageFrame; record: PreviewRecord; known: KnownItems; open: boolean }) => {
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

export type RunSeen = {
  readonly run: HarvestRun
  readonly source: HarvestSource
  readonly problem: RunProblem | null
  readonly remarks: readonly Remark[]
  readonly slices: Readonly<Partial<Record<Slice, number>>>
  readonly choices: Readonly<Partial<Record<Choice, number>>>
  readonly records: readonly PreviewRecord[]
  readonly known: KnownItems
  readonly publishable: number
}

const shownSlices: readonly Slice[] = ['all', 'ask', 'remarked', ...outcomes]

const Press = (props: { frame: PageFrame; to: string; pageKey: string; label: string; look?: 'secondary' }) => (
  <Form action={href(props.frame, props.to)} idempotencyKey={props.pageKey} lang={props.frame.lang}>
    <ButtonGroup>
      <SubmitButton {...(props.look && { look: props.look })}>{props.label}</SubmitButton>
    </ButtonGroup>
  </Form>
)

/** What can be done with the whole run now. */
const Steps = (props: RunSeen & { frame: PageFrame; newKey: () => string }) => {
  const { frame, run, choices, newKey } = props
  const { lang } = frame
  const words = harvestWords[lang].run
  if (run.state === 'failed')
    return (
      <Notice kind="error" lang={lang} heading={words.failed}>
        {props.problem === null ? null : (
          <>
            <Paragraph>
              {props.problem.place === null ? null : `${placeInWords(props.problem.place, lang)}: `}
              {problemSentence(props.problem, lang)}
            </Paragraph>
            {props.problem.detail === '' ? null : <Paragraph>{props.problem.detail.slice(0, 300)}</Paragraph>}
          </>
        )}
      </Notice>
    )
  if (run.state === 'set-aside')
    return (
      <Notice kind="info" lang={lang}>
        {run.counts.unchanged ? words.unchanged : words.setAside}
      </Notice>
    )
  if (run.state === 'committed')
    return (
      <>
        <Notice kind="success" lang={lang}>
          {words.committed(run.counts.taken ?? 0)} {run.counts.published ? words.published(run.counts.published) : ''}
        </Notice>
        {props.publishable === 0 ? null : (
          <>
            <Paragraph>{words.publishHint(props.publishable)}</Paragraph>
            <Press frame={frame} to={harvestPaths.publish(run.id)} pageKey={newKey()} label={words.publish} />
          </>
        )}
        <ButtonGroup>
          <ButtonLink href={href(frame, paths.list)} look="secondary">
            {words.toConcepts}
          </ButtonLink>
        </ButtonGroup>
      </>
    )
  const chosen = (choices.take ?? 0) + (choices.same ?? 0)
  return (
    <section>
      <Paragraph>{words.willTake(chosen)}</Paragraph>
      {(choices.ask ?? 0) === 0 ? null : <Paragraph>{words.asks(choices.ask ?? 0)}</Paragraph>}
      <Press frame={frame} to={harvestPaths.take(run.id)} pageKey={newKey()} label={words.take} />
      <Paragraph>{words.asideHint}</Paragraph>
      <Press frame={frame} to={harvestPaths.aside(run.id)} pageKey={newKey()} label={words.aside} look="secondary" />
    </section>
  )
}

/** A run: how far it is, or what it would bring and what to do with each record. */
export const RunPage = (
  props: RunSeen & { frame: PageFrame; slice: Slice; page: number; pageKey: string; newKey: () => string },
) => {
  const { frame, run, source, slice, slices, records } = props
  const { lang } = frame
  const words = harvestWords[lang]
  const title = words.run.title(source.name)
  const address = (to: Slice, page = 1) =>
    `${harvestPaths.run(run.id)}?${new URLSearchParams({ soort: to, pagina: String(page) })}`
  const choosing = run.state === 'previewed' && records.some((record) => mayChoose.has(record.outcome))
  const list = records.map((record) => (
    <Record frame={frame} record={record} known={props.known} open={run.state === 'previewed'} />
  ))
  return (
    <Page frame={frame} title={title}>
      <Heading level={1}>{title}</Heading>
      <p class="nl-paragraph">
        <StatusBadge tone={runTone[run.state]}>{words.states[run.state]}</StatusBadge>{' '}
        {[run.fileName, longDate(run.startedAt, lang)].filter((each) => each !== null).join(' · ')}
      </p>
      {isBusy(run) ? <Busy frame={frame} run={run} /> : <Steps {...props} />}
      {isUnderWay(run.state) || run.state === 'failed' ? null : (
        <section>
          <Heading level={2}>{words.run.preview}</Heading>
          {props.remarks.length === 0 ? null : (
            <Notice kind="warning" lang={lang} heading={words.run.remarksAboutAll} level={3}>
              <List items={props.remarks.map((remark) => remarkSentence(remark, lang))} />
            </Notice>
          )}
          <nav aria-label={words.run.filter}>
            <ul class="utrecht-unordered-list plein-slices">
              {shownSlices
                .filter((each) => each === 'all' || (slices[each] ?? 0) > 0)
                .map((each) => (
                  <li class="utrecht-unordered-list__item">
                    <a
                      class="nl-link"
                      href={href(lang, address(each))}
                      aria-current={each === slice ? 'page' : undefined}
                    >
                      {sliceLabel(each, lang)} ({slices[each] ?? 0})
                    </a>
                  </li>
                ))}
            </ul>
          </nav>
          {records.length === 0 ? (
            <Paragraph>{(slices.all ?? 0) === 0 ? words.run.none : words.run.forgotten}</Paragraph>
          ) : choosing ? (
            <Form action={href(lang, address(slice, props.page))} idempotencyKey={props.pageKey} lang={lang}>
              {list}
              <ButtonGroup>
                <SubmitButton look="secondary">{words.run.save}</SubmitButton>
              </ButtonGroup>
            </Form>
          ) : (
            list
          )}
          <Pagination
            page={props.page}
            pages={Math.ceil((slices[slice] ?? 0) / previewSize)}
            address={(page) => href(lang, address(slice, page))}
            lang={lang}
          />
        </section>
      )}
      <Paragraph>
        <Link href={href(frame, harvestPaths.source(source.id))}>{words.run.toSource}</Link>
      </Paragraph>
    </Page>
  )
}

/** On the page of an item: what of it follows a source, and what no more. */
export const FollowsSource = (props: {
  frame: PageFrame
  item: string
  sources: readonly string[]
  locked: readonly FollowedField[]
  newKey: () => string
}) => {
  const { frame, sources, locked } = props
  const { lang } = frame
  const words = harvestWords[lang]
  return (
    <section>
      <Heading level={2}>{words.follow.heading}</Heading>
      <Paragraph>{sources.length === 0 ? words.follow.fromElsewhere : words.follow.from(sources.join(', '))}</Paragraph>
      {locked.length === 0 ? <Paragraph>{words.follow.none}</Paragraph> : null}
      {locked.map((field) => (
        <Form action={href(lang, harvestPaths.release(props.item))} idempotencyKey={props.newKey()} lang={lang}>
          <Paragraph>{words.follow.locked(words.fields[field])}</Paragraph>
          <HiddenField name="field" value={field} />
          <ButtonGroup>
            <SubmitButton look="secondary">
              {words.follow.release}
              <span class="plein-hidden">: {words.fields[field]}</span>
            </SubmitButton>
          </ButtonGroup>
        </Form>
      ))}
    </section>
  )
}
