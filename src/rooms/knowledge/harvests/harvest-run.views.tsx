import { placeInWords, problemInWords } from '../../../lib/feeds/text.ts'
import type { Remark } from '../../../lib/feeds/harvested.ts'
import { longDate, type Lang } from '../../../lib/words.ts'
import { ButtonGroup, ButtonLink, SubmitButton } from '../../../ui/buttons.tsx'
import { Form } from '../../../ui/fields.tsx'
import { href, Page, type PageFrame } from '../../../ui/layout.tsx'
import { Notice } from '../../../ui/notices.tsx'
import { Pagination } from '../../../ui/pagination.tsx'
import { ProgressBar } from '../../../ui/progress.tsx'
import { StatusBadge } from '../../../ui/status.tsx'
import { Heading, Link, List, Paragraph } from '../../../ui/typography.tsx'
import { mayChoose, Record, remarkSentence, type KnownItems } from './harvest-record.views.tsx'
import { runTone } from './harvest-sources.views.tsx'
import { harvestWords } from './harvests.editing.text.ts'
import { harvestPaths } from './harvests.paths.ts'
import { isUnderWay, outcomes, previewSize, wasTurnedBack, type Choice } from './harvests.rules.ts'
import type { PreviewRecord, Slice } from './harvest-records.sql.ts'
import type { HarvestRun, HarvestSource, RunProblem } from './harvests.sql.ts'
import { paths } from '../paths.ts'

const sliceLabel = (slice: Slice, lang: Lang) => {
  const words = harvestWords[lang]
  return slice === 'all' || slice === 'ask' || slice === 'remarked' ? words.slices[slice] : words.outcomes[slice]
}

/** Why a run failed, and what to do. */
export const problemSentence = ({ problem }: RunProblem, lang: Lang): string => {
  const own: Readonly<Record<string, string>> = harvestWords[lang].problems
  return own[problem] ?? problemInWords(problem as Parameters<typeof problemInWords>[0], lang)
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

/** Somebody else was to do this: says so to whoever looks now. */
export const TurnedBack = ({ run, lang }: { run: HarvestRun; lang: Lang }) =>
  wasTurnedBack(run) ? (
    <Notice kind="warning" lang={lang}>
      {harvestWords[lang].run.turnedBack(run.state === 'committed' ? run.counts.published : run.counts.taken)}
    </Notice>
  ) : null

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
        {run.counts.unchanged ? words.unchanged : run.counts.taken ? words.committed(run.counts.taken) : words.setAside}
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
      <TurnedBack run={run} lang={lang} />
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
