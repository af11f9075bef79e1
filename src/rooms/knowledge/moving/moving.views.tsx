import { remarkInWords } from '../../../lib/feeds/text.ts'
import type { Remark } from '../../../lib/feeds/harvested.ts'
import { ButtonGroup, SubmitButton } from '../../../ui/buttons.tsx'
import { FileField, Form, HiddenField, RadioGroup, Select } from '../../../ui/fields.tsx'
import { FoldedCheckboxGroup } from '../../../ui/fold.tsx'
import { href, Page, type PageFrame } from '../../../ui/layout.tsx'
import { Notice } from '../../../ui/notices.tsx'
import { StatusBadge } from '../../../ui/status.tsx'
import { SummaryList } from '../../../ui/summary-list.tsx'
import { Table } from '../../../ui/tables.tsx'
import { Heading, Link, List, Paragraph } from '../../../ui/typography.tsx'
import { itemTypes, themes } from '../../terms/public.ts'
import { isBusy, problemSentence, RunProgress, TurnedBack } from '../harvests/harvest-run.views.tsx'
import { runTone } from '../harvests/harvest-sources.views.tsx'
import { harvestWords } from '../harvests/harvests.editing.text.ts'
import { harvestPaths } from '../harvests/harvests.paths.ts'
import type { HarvestRun, HarvestSource, RunProblem } from '../harvests/harvests.sql.ts'
import { movingWords } from './moving.editing.text.ts'
import { movingPaths } from './moving.paths.ts'
import { acceptedFiles, type SectionChoice } from './moving.rules.ts'
import type { Moved, Section, ToLookAt } from './moving.sql.ts'
import { moveFormats } from './old-addresses.rules.ts'
import { paths } from '../paths.ts'

type OneProps = {
  frame: PageFrame
  source: HarvestSource
  run: HarvestRun | null
  problem: RunProblem | null
  remarks: readonly Remark[]
  sections: readonly Section[]
  choices: ReadonlyMap<string, SectionChoice>
  moved: Moved
  rest: readonly ToLookAt[]
  publishable: number
  pageKey: string
  newKey: () => string
}

const Busy = ({ frame, run }: { frame: PageFrame; run: HarvestRun }) => {
  const { lang } = frame
  const words = movingWords[lang].one
  return (
    <section>
      <Paragraph>
        {run.state === 'committing' ? words.taking : run.state === 'committed' ? words.publishing : words.reading}
      </Paragraph>
      <plein-progress src={href(lang, harvestPaths.progress(run.id))}>
        <RunProgress run={run} lang={lang} />
      </plein-progress>
      <Paragraph>
        <Link href={href(frame, movingPaths.one(run.source))}>{words.look}</Link>
      </Paragraph>
    </section>
  )
}

const SectionFields = (props: {
  section: Section
  at: number
  choice: SectionChoice | undefined
  frame: PageFrame
}) => {
  const { section, at, choice } = props
  const { lang } = props.frame
  const words = movingWords[lang].sections
  return (
    <section aria-labelledby={`groep-${at}`}>
      <Heading level={3} id={`groep-${at}`}>
        {section.section || words.none} ({words.count(section.records)})
      </Heading>
      <Paragraph>{words.examples(section.examples)}</Paragraph>
      {section.asks === 0 ? null : <Paragraph>{words.asks(section.asks)}</Paragraph>}
      <HiddenField name={`section:${at}`} value={section.section} />
      <RadioGroup
        name={`take:${at}`}
        label={words.leaves}
        required
        inline
        lang={lang}
        value={choice?.leaves === true ? 'no' : 'yes'}
        options={[
          { value: 'yes', label: words.takeIt },
          { value: 'no', label: words.leaveIt },
        ]}
      />
      <Select
        name={`type:${at}`}
        label={words.type}
        required
        lang={lang}
        empty={words.typeOwn}
        value={choice?.type ?? ''}
        options={itemTypes.map((type) => ({ value: type.id, label: type.label[lang] }))}
      />
      <FoldedCheckboxGroup
        name={`themes:${at}`}
        label={words.themes}
        lang={lang}
        value={choice?.themes ?? []}
        options={themes.map((theme) => ({ value: theme.id, label: theme.label[lang] }))}
      />
    </section>
  )
}

/** What comes along, group by group; one press takes all that was chosen. */
const Sections = (props: OneProps & { run: HarvestRun }) => {
  const { frame, source, run, sections, choices } = props
  const { lang } = frame
  const words = movingWords[lang].sections
  const changed = run.counts.changed ?? 0
  return (
    <section>
      <Heading level={2}>{words.title}</Heading>
      <Paragraph>{sections.length === 0 ? words.nothingNew : words.sentence}</Paragraph>
      {changed === 0 ? null : <Paragraph>{words.changed(changed)}</Paragraph>}
      <Form
        action={href(lang, movingPaths.sections(source.id))}
        idempotencyKey={props.pageKey}
        keep={`verhuizen-${run.id}`}
        lang={lang}
      >
        <HiddenField name="run" value={run.id} />
        {sections.map((section, at) => (
          <SectionFields section={section} at={at} choice={choices.get(section.section)} frame={frame} />
        ))}
        <ButtonGroup>
          <SubmitButton name="go" value="take">
            {words.take}
          </SubmitButton>
          <SubmitButton name="go" value="save" look="secondary">
            {words.save}
          </SubmitButton>
        </ButtonGroup>
      </Form>
      <Paragraph>
        <Link href={href(frame, harvestPaths.run(run.id))}>{movingWords[lang].one.details}</Link>
      </Paragraph>
    </section>
  )
}

const Rest = (props: OneProps) => {
  const { frame, source, rest, publishable, moved } = props
  const { lang } = frame
  const words = movingWords[lang].rest
  const asks = (item: ToLookAt) =>
    item.openMarks > 0 ? words.marks(item.openMarks) : item.themeless ? words.themeless : words.look
  if (rest.length === 0)
    return moved.taken === 0 ? null : (
      <Notice kind="info" lang={lang}>
        {words.done}
      </Notice>
    )
  return (
    <section>
      <Heading level={2}>{words.title}</Heading>
      {publishable === 0 ? null : (
        <Form action={href(lang, movingPaths.publish(source.id))} idempotencyKey={props.newKey()} lang={lang}>
          <Paragraph>{words.publishHint(publishable)}</Paragraph>
          <ButtonGroup>
            <SubmitButton>{words.publish}</SubmitButton>
          </ButtonGroup>
        </Form>
      )}
      <Paragraph>{words.sentence}</Paragraph>
      <Table
        caption={words.title}
        captionHidden
        rows={rest}
        columns={[
          {
            label: words.what,
            cell: (item) => (
              <Link
                href={href(
                  frame,
                  item.openMarks > 0 && item.state === 'in-redaction' ? paths.redaction(item.id) : paths.item(item.id),
                )}
              >
                {item.title}
              </Link>
            ),
          },
          { label: words.asks, cell: asks },
        ]}
      />
    </section>
  )
}

const OldAddresses = ({ frame, source, moved }: OneProps) => {
  const { lang } = frame
  const words = movingWords[lang].moves
  const list = (format: string) =>
    `${paths.moves}?${new URLSearchParams({ organisatie: source.organisation, soort: format })}`
  return (
    <section>
      <Heading level={2}>{words.title}</Heading>
      {moved.published === 0 ? (
        <Paragraph>{words.none}</Paragraph>
      ) : (
        <>
          <Paragraph>{words.sentence}</Paragraph>
          <Paragraph>{words.ours}</Paragraph>
          <Paragraph>{words.own}</Paragraph>
          <List
            items={moveFormats.map((format) => (
              <Link href={list(format)}>{words[format]}</Link>
            ))}
          />
        </>
      )}
    </section>
  )
}

const ReadAgain = (props: OneProps) => {
  const { frame, source } = props
  const { lang } = frame
  const words = movingWords[lang]
  return (
    <Form action={href(lang, movingPaths.again(source.id))} idempotencyKey={props.newKey()} files lang={lang}>
      {source.address === null ? (
        <FileField
          name="file"
          label={words.one.againFile}
          hint={words.form.fileHint}
          accept={acceptedFiles}
          lang={lang}
        />
      ) : null}
      <ButtonGroup>
        <SubmitButton look="secondary">{source.address === null ? words.form.send : words.one.again}</SubmitButton>
      </ButtonGroup>
    </Form>
  )
}

/** One site that moves: what it asks now, how far it is, and where its old addresses lead. */
export const MovingPage = (props: OneProps) => {
  const { frame, source, run, problem, remarks, moved } = props
  const { lang } = frame
  const words = movingWords[lang].one
  const busy = run !== null && isBusy(run)
  return (
    <Page frame={frame} title={source.name}>
      <Heading level={1}>{source.name}</Heading>
      <Paragraph lead>{words.lead(source.name)}</Paragraph>
      {run === null ? null : (
        <p class="nl-paragraph">
          <StatusBadge tone={runTone[run.state]}>{harvestWords[lang].states[run.state]}</StatusBadge>
        </p>
      )}
      {run === null ? null : <TurnedBack run={run} lang={lang} />}
      {run !== null && busy ? <Busy frame={frame} run={run} /> : null}
      {problem === null ? null : (
        <Notice kind="error" lang={lang} heading={words.failed}>
          {problemSentence(problem, lang)}
        </Notice>
      )}
      {run?.state === 'set-aside' ? <Paragraph>{words.aside}</Paragraph> : null}
      {remarks.length === 0 ? null : (
        <List items={remarks.map((remark) => `${remarkInWords(remark.reason, lang)} (${remark.found})`)} />
      )}
      {run?.state === 'previewed' ? <Sections {...props} run={run} /> : null}
      {moved.taken + moved.left === 0 ? null : (
        <SummaryList
          lang={lang}
          facts={[
            { key: words.taken, value: String(moved.taken) },
            { key: words.published, value: String(moved.published) },
            { key: words.left, value: String(moved.left) },
            { key: words.addresses, value: String(moved.addresses) },
          ]}
        />
      )}
      {busy || run?.state === 'previewed' ? null : (
        <>
          <Rest {...props} />
          <OldAddresses {...props} />
          <ReadAgain {...props} />
        </>
      )}
      <Paragraph>
        <Link href={href(frame, movingPaths.list)}>{words.back}</Link>
      </Paragraph>
    </Page>
  )
}
