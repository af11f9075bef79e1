import { one } from '../../../lib/form-values.ts'
import { longMoment, type Lang, withCapital } from '../../../lib/words.ts'
import { ButtonGroup, ButtonLink, SubmitButton } from '../../../ui/buttons.tsx'
import { Empty } from '../../../ui/empty.tsx'
import { ErrorSummary } from '../../../ui/error-summary.tsx'
import { Form, RadioGroup } from '../../../ui/fields.tsx'
import { Fold } from '../../../ui/fold.tsx'
import { href, Page, type PageFrame } from '../../../ui/layout.tsx'
import { Notice } from '../../../ui/notices.tsx'
import { StatusBadge, type StatusTone } from '../../../ui/status.tsx'
import { SummaryList } from '../../../ui/summary-list.tsx'
import { Table } from '../../../ui/tables.tsx'
import { Heading, Link, Paragraph } from '../../../ui/typography.tsx'
import { labelOf } from '../../terms/public.ts'
import { AddressField, NameField, SourceFields, Upload, type FormPage } from './harvest-source-form.views.tsx'
import { harvestWords } from './harvests.editing.text.ts'
import { harvestPaths } from './harvests.paths.ts'
import { isOpen, outcomes, type RunState } from './harvests.rules.ts'
import type { HarvestRun, HarvestSource } from './harvests.sql.ts'
import type { Partner } from '../writing/item-form.views.tsx'
import { paths } from '../paths.ts'

export const runTone: Readonly<Record<RunState, StatusTone>> = {
  waiting: 'active',
  reading: 'active',
  previewed: 'warning',
  committing: 'active',
  committed: 'success',
  failed: 'danger',
  'set-aside': 'neutral',
}

/** "12 nieuw, 3 gewijzigd". */
const foundIn = (run: HarvestRun, lang: Lang) =>
  outcomes
    .flatMap((outcome) => {
      const n = run.counts[outcome] ?? 0
      return n === 0 ? [] : [`${n} ${harvestWords[lang].outcomes[outcome].toLowerCase()}`]
    })
    .join(', ')

const StateOf = ({ run, lang }: { run: HarvestRun; lang: Lang }) => (
  <StatusBadge tone={runTone[run.state]}>{harvestWords[lang].states[run.state]}</StatusBadge>
)

/** The sources of an editor's organisations, each with how its newest reading stands. */
export const SourcesPage = (props: {
  frame: PageFrame
  sources: readonly (HarvestSource & { readonly newest: HarvestRun | null })[]
}) => {
  const { frame, sources } = props
  const { lang } = frame
  const words = harvestWords[lang].sources
  return (
    <Page frame={frame} title={words.title} wide>
      <Heading level={1}>{words.title}</Heading>
      <Paragraph lead>{words.lead}</Paragraph>
      <ButtonGroup>
        <ButtonLink href={href(frame, harvestPaths.newSource)}>{words.fresh}</ButtonLink>
      </ButtonGroup>
      {sources.length === 0 ? (
        <Empty title={words.none} sentence={words.noneSentence} />
      ) : (
        <Table
          caption={words.title}
          captionHidden
          rows={sources}
          columns={[
            {
              label: words.name,
              cell: (source) => <Link href={href(frame, harvestPaths.source(source.id))}>{source.name}</Link>,
            },
            { label: words.organisation, cell: (source) => source.organisationName },
            {
              label: words.from,
              cell: (source) =>
                source.address === null ? withCapital(words.file) : (URL.parse(source.address)?.host ?? ''),
            },
            {
              label: words.newest,
              cell: (source) =>
                source.endedAt !== null ? (
                  words.ended
                ) : source.newest === null ? (
                  words.never
                ) : (
                  <span>
                    <StateOf run={source.newest} lang={lang} />{' '}
                    <Link href={href(frame, harvestPaths.run(source.newest.id))}>
                      {longMoment(source.newest.startedAt, lang)}
                    </Link>
                  </span>
                ),
            },
          ]}
        />
      )}
      <Paragraph>
        <Link href={href(frame, paths.list)}>{words.toItems}</Link>
      </Paragraph>
    </Page>
  )
}

/** A new source, with the first file or the address to read. */
export const NewSourcePage = (props: FormPage & { readonly own: readonly Partner[] }) => {
  const { frame, input, errors, own } = props
  const { lang } = frame
  const words = harvestWords[lang].form
  const [only] = own
  return (
    <Page frame={frame} title={words.title} errors={errors}>
      <ErrorSummary errors={errors} lang={lang} />
      <Heading level={1}>{words.title}</Heading>
      <Paragraph lead>{words.lead}</Paragraph>
      <Form action={href(lang, harvestPaths.newSource)} idempotencyKey={props.pageKey} files lang={lang}>
        <NameField {...props} />
        <Upload frame={frame} errors={errors} />
        <AddressField {...props} />
        <RadioGroup
          name="organisation"
          label={words.organisation}
          required
          lang={lang}
          value={one(input, 'organisation') || (own.length === 1 ? (only?.id ?? '') : '')}
          {...(errors.organisation !== undefined && { error: errors.organisation })}
          options={own.map((each) => ({ value: each.id, label: each.name }))}
        />
        <SourceFields {...props} />
        <ButtonGroup>
          <SubmitButton>{words.send}</SubmitButton>
        </ButtonGroup>
      </Form>
    </Page>
  )
}

/** A source: read it again, what came before, and what it says about its records. */
export const SourcePage = (
  props: FormPage & {
    readonly source: HarvestSource
    readonly runs: readonly HarvestRun[]
    readonly newKey: () => string
  },
) => {
  const { frame, source, runs, errors } = props
  const { lang } = frame
  const words = harvestWords[lang]
  const open = runs.find((run) => isOpen(run.state))
  return (
    <Page frame={frame} title={source.name} errors={errors}>
      <ErrorSummary errors={errors} lang={lang} />
      <Heading level={1}>{source.name}</Heading>
      <SummaryList
        lang={lang}
        facts={[
          { key: words.sources.organisation, value: source.organisationName },
          ...(source.address === null ? [] : [{ key: words.source.address, value: source.address }]),
          ...(source.format === null
            ? []
            : [{ key: words.source.format, value: words.formats[source.format] ?? source.format }]),
          { key: words.source.weekly, value: source.weekly ? words.source.yes : words.source.no },
          { key: words.record.themes, value: source.themes.map((id) => labelOf(id, lang)).join(', ') || '–' },
        ]}
      />
      {source.endedAt !== null ? (
        <Notice kind="info" lang={lang}>
          {words.source.stopped}
        </Notice>
      ) : open !== undefined ? (
        <Notice kind="info" lang={lang} heading={words.states[open.state]}>
          <Link href={href(frame, harvestPaths.run(open.id))}>
            {open.state === 'previewed' ? words.run.preview : words.run.look}
          </Link>
        </Notice>
      ) : (
        <section>
          <Heading level={2}>{words.source.again}</Heading>
          <Paragraph>{source.address === null ? words.source.againFile : words.source.againAddress}</Paragraph>
          <Form action={href(lang, harvestPaths.source(source.id))} idempotencyKey={props.newKey()} files lang={lang}>
            <Upload frame={frame} errors={errors} {...(source.address !== null && { label: words.source.orFile })} />
            <ButtonGroup>
              <SubmitButton>{words.form.send}</SubmitButton>
            </ButtonGroup>
          </Form>
        </section>
      )}
      <Heading level={2}>{words.source.runs}</Heading>
      {runs.length === 0 ? (
        <Paragraph>{words.source.noRuns}</Paragraph>
      ) : (
        <Table
          caption={words.source.runs}
          captionHidden
          rows={runs}
          columns={[
            {
              label: words.source.when,
              cell: (run) => (
                <Link href={href(frame, harvestPaths.run(run.id))}>{longMoment(run.startedAt, lang)}</Link>
              ),
            },
            {
              label: words.source.state,
              cell: (run) => (
                <span>
                  <StateOf run={run} lang={lang} /> {run.scheduled ? words.source.byClock : null}
                </span>
              ),
            },
            { label: words.source.found, cell: (run) => foundIn(run, lang) },
          ]}
        />
      )}
      <Fold
        title={words.source.settings}
        open={Object.keys(errors).some((name) => name !== 'file') || source.endedAt !== null}
      >
        <Form action={href(lang, harvestPaths.settings(source.id))} idempotencyKey={props.pageKey} lang={lang}>
          <NameField {...props} />
          <AddressField {...props} />
          <SourceFields {...props} />
          <ButtonGroup>
            <SubmitButton>{words.form.save}</SubmitButton>
          </ButtonGroup>
        </Form>
      </Fold>
      {source.endedAt !== null ? null : (
        <Fold title={words.source.stop} note={words.source.stopHint}>
          <Form action={href(lang, harvestPaths.end(source.id))} idempotencyKey={props.newKey()} lang={lang}>
            <ButtonGroup>
              <SubmitButton look="negative">{words.source.stop}</SubmitButton>
            </ButtonGroup>
          </Form>
        </Fold>
      )}
      <Paragraph>
        <Link href={href(frame, harvestPaths.sources)}>{words.source.toAll}</Link>
      </Paragraph>
    </Page>
  )
}
