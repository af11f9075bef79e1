import { saidIn, type Said } from '../../../lib/questionnaire/definition.ts'
import { one, type Errors, type FormInput } from '../../../lib/form-values.ts'
import { longDate } from '../../../lib/words.ts'
import { ButtonGroup, ButtonLink, ErrorSummary, Form, RadioGroup, SubmitButton, TextArea } from '../../../ui/fields.tsx'
import { href, Page, type PageFrame } from '../../../ui/layout.tsx'
import { StatusBadge, type StatusTone } from '../../../ui/status.tsx'
import { Table } from '../../../ui/tables.tsx'
import { Heading, Link, Paragraph } from '../../../ui/typography.tsx'
import { levels, takesBridge, type Level, type QuestionDifference } from './comparability.rules.ts'
import { comparingWords } from './comparability.text.ts'
import { paths } from '../paths.ts'
import { SaidText } from '../said.views.tsx'
import type { Series } from './series.sql.ts'
import { Trail } from '../trail.views.tsx'
import type { Wave } from '../waves/waves.sql.ts'

/** A wave before this one, what was said about the two, and how many questions are not compared; null without questions. */
export type Compared = {
  readonly earlier: Wave
  readonly said: { readonly level: Level; readonly reason: Said; readonly at: Date } | null
  readonly blocked: number | null
}

/** How well a wave can be compared with each one before it. */
export const ComparingPage = ({
  frame,
  series,
  wave,
  compared,
}: {
  frame: PageFrame
  series: Series
  wave: Wave
  compared: readonly Compared[]
}) => {
  const { lang } = frame
  const words = comparingWords[lang]
  return (
    <Page frame={frame} title={words.title}>
      <Trail frame={frame} series={series} wave={wave} />
      <Heading level={1}>{words.title}</Heading>
      <Paragraph lead>{words.lead}</Paragraph>
      {wave.state === 'published' ? <Paragraph>{words.published}</Paragraph> : null}
      {compared.length === 0 ? (
        <Paragraph>{words.none}</Paragraph>
      ) : (
        <Table
          caption={words.title}
          captionHidden
          rows={compared}
          columns={[
            {
              label: words.earlier,
              cell: ({ earlier }) => (
                <Link href={href(frame, paths.declare(series.slug, wave.slug, earlier.slug))}>
                  <SaidText said={earlier.label} lang={lang} />
                </Link>
              ),
            },
            {
              label: words.level,
              cell: ({ said }) => (said === null ? words.undeclared : words.levels[said.level]),
            },
            { label: words.reason, cell: ({ said }) => (said === null ? '–' : saidIn(said.reason, lang).text) },
            {
              label: words.notCompared,
              numeric: true,
              cell: ({ blocked }) => (blocked === null ? '–' : String(blocked)),
            },
          ]}
        />
      )}
    </Page>
  )
}

const tones: Readonly<Record<QuestionDifference['stands'], StatusTone>> = {
  same: 'success',
  bridged: 'success',
  blocked: 'warning',
  new: 'neutral',
  dropped: 'neutral',
}

type PairProps = {
  frame: PageFrame
  series: Series
  wave: Wave
  earlier: Wave
  pageKey: string
  input: FormInput
  errors: Errors
}

const Difference = ({
  frame,
  series,
  wave,
  earlier,
  difference,
}: Omit<PairProps, 'pageKey' | 'input' | 'errors'> & {
  difference: QuestionDifference
}) => {
  const { lang } = frame
  const words = comparingWords[lang]
  return (
    <section>
      <Heading level={3} look={4}>
        <SaidText said={difference.text} lang={lang} />
      </Heading>
      <Paragraph>
        <StatusBadge tone={tones[difference.stands]}>{words.stands[difference.stands]}</StatusBadge>{' '}
        {takesBridge(difference) ? difference.changes.map((change) => words.changes[change]).join(', ') : null}
      </Paragraph>
      {difference.changes.includes('reworded') && difference.before !== null ? (
        <Paragraph>{words.before(saidIn(difference.before, lang).text)}</Paragraph>
      ) : null}
      {difference.bridge === null || !takesBridge(difference) ? null : (
        <Paragraph>{words.bridged(saidIn(difference.bridge, lang).text)}</Paragraph>
      )}
      {!takesBridge(difference) || wave.state === 'published' ? null : (
        <Paragraph>
          <Link href={href(frame, paths.bridge(series.slug, wave.slug, earlier.slug, difference.key))}>
            {difference.bridge === null ? words.writeBridge : words.changeBridge}
            <span class="plein-hidden">: {saidIn(difference.text, lang).text}</span>
          </Link>
        </Paragraph>
      )}
    </section>
  )
}

type WithDifferences = PairProps & {
  said: Compared['said']
  /** Null when one of the two has no questions yet. */
  differences: readonly QuestionDifference[] | null
}

/** What is declared about a wave and an earlier one, and what differs between their questions. */
export const PairPage = (props: WithDifferences) => {
  const { frame, series, wave, earlier, said, differences, pageKey, input, errors } = props
  const { lang } = frame
  const words = comparingWords[lang]
  const title = words.pair(saidIn(wave.label, lang).text, saidIn(earlier.label, lang).text)
  const same = differences?.filter(({ stands }) => stands === 'same').length ?? 0
  const blocked = differences?.filter(({ stands }) => stands === 'blocked').length ?? 0
  const field = (name: string) => ({ name, lang, value: one(input, name), error: errors[name] })
  return (
    <Page frame={frame} title={title} errors={errors}>
      <Trail frame={frame} series={series} wave={wave} />
      <ErrorSummary errors={errors} lang={lang} />
      <Heading level={1}>{title}</Heading>
      <Paragraph>
        {said === null ? words.undeclared : words.declared(words.levels[said.level], longDate(said.at, lang))}
      </Paragraph>
      {wave.state === 'published' ? (
        <Paragraph>{said === null ? words.published : saidIn(said.reason, lang).text}</Paragraph>
      ) : (
        <Form
          action={href(frame, paths.declare(series.slug, wave.slug, earlier.slug))}
          idempotencyKey={pageKey}
          lang={lang}
        >
          <RadioGroup
            {...field('level')}
            label={words.level}
            required
            options={levels.map((value) => ({ value, label: words.levels[value], hint: words.levelHints[value] }))}
          />
          <TextArea {...field('reason')} label={words.reason} required rows={3} />
          <TextArea {...field('reasonEn')} label={words.reasonEn} rows={3} />
          <ButtonGroup>
            <SubmitButton>{words.save}</SubmitButton>
            <ButtonLink look="subtle" href={href(frame, paths.comparing(series.slug, wave.slug))}>
              {words.back}
            </ButtonLink>
          </ButtonGroup>
        </Form>
      )}
      <Heading level={2}>{words.questions}</Heading>
      {differences === null ? (
        <Paragraph>{words.noVersion}</Paragraph>
      ) : differences.every(({ stands }) => stands === 'same') ? (
        <Paragraph>{words.allSame}</Paragraph>
      ) : (
        <>
          <Paragraph>{words.same(same)}</Paragraph>
          {blocked === 0 ? null : <Paragraph>{words.blocked(blocked)}</Paragraph>}
          {differences
            .filter(({ stands }) => stands !== 'same')
            .map((difference) => (
              <Difference {...props} difference={difference} />
            ))}
        </>
      )}
    </Page>
  )
}

/** Why a question whose words changed still asks the same. */
export const BridgePage = (props: PairProps & { difference: QuestionDifference }) => {
  const { frame, series, wave, earlier, difference, pageKey, input, errors } = props
  const { lang } = frame
  const words = comparingWords[lang]
  const at = [series.slug, wave.slug, earlier.slug] as const
  const field = (name: string) => ({ name, lang, value: one(input, name), error: errors[name] })
  return (
    <Page frame={frame} title={words.writeBridge} errors={errors}>
      <Trail frame={frame} series={series} wave={wave} />
      <ErrorSummary errors={errors} lang={lang} />
      <Heading level={1}>{words.writeBridge}</Heading>
      <Paragraph>
        {words.now(saidIn(difference.text, lang).text)}
        <br />
        {words.before(saidIn(difference.before ?? difference.text, lang).text)}
      </Paragraph>
      <Paragraph>{difference.changes.map((change) => words.changes[change]).join(', ')}</Paragraph>
      <Form action={href(frame, paths.bridge(...at, difference.key))} idempotencyKey={pageKey} lang={lang}>
        <TextArea {...field('words')} label={words.bridge} hint={words.bridgeHint} rows={4} />
        <TextArea {...field('wordsEn')} label={words.reasonEn} rows={4} />
        <ButtonGroup>
          <SubmitButton>{words.saveBridge}</SubmitButton>
          <ButtonLink look="subtle" href={href(frame, paths.declare(...at))}>
            {words.back}
          </ButtonLink>
        </ButtonGroup>
      </Form>
    </Page>
  )
}
