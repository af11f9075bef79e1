import { saidIn } from '../../../lib/questionnaire/definition.ts'
import { thresholds } from '../../../lib/disclosure/thresholds.ts'
import { many, one, type Errors, type FormInput } from '../../../lib/form-values.ts'
import { longDate, longMoment, type Lang } from '../../../lib/words.ts'
import {
  ButtonGroup,
  CheckboxGroup,
  ErrorSummary,
  Form,
  NumberField,
  SubmitButton,
  TextArea,
} from '../../../ui/fields.tsx'
import { Fold, FoldedCheckboxGroup } from '../../../ui/fold.tsx'
import { href, Page, type PageFrame } from '../../../ui/layout.tsx'
import { Notice } from '../../../ui/notices.tsx'
import { SummaryList } from '../../../ui/summary-list.tsx'
import { Table } from '../../../ui/tables.tsx'
import { Heading, Link, List, Paragraph } from '../../../ui/typography.tsx'
import { backgrounds } from '../findings/findings.ts'
import { paths } from '../paths.ts'
import type { PlanChange, PlanTerms } from './plans.rules.ts'
import { planWords } from './plans.text.ts'
import { changesInWords, termsInWords, type PlanKeys } from './plans.words.ts'
import type { Series } from '../series/series.sql.ts'
import { Trail } from '../trail.views.tsx'
import type { Wave } from '../waves/waves.sql.ts'

/** With the name of who changed it; null when that is not known any more. */
type Named = PlanChange & { readonly by: string | null }

/** What was changed in a plan after it was fixed: printed wherever its figures are. */
const PlanChanges = ({ changes, keys, lang }: { changes: readonly Named[]; keys: PlanKeys; lang: Lang }) => {
  const words = planWords[lang]
  return (
    <Table
      caption={words.changes}
      captionHidden
      rows={changes}
      columns={[
        { label: words.when, cell: (change) => longMoment(change.at, lang) },
        { label: words.who, cell: (change) => change.by ?? words.nobody },
        {
          label: words.what,
          cell: ({ before, after }) => <List items={changesInWords(before, after, keys, lang)} />,
        },
        { label: words.why, cell: (change) => change.reason },
      ]}
    />
  )
}

type PlanProps = {
  frame: PageFrame
  series: Series
  wave: Wave
  /** Null before it was written. */
  plan: { readonly terms: PlanTerms; readonly fixedAt: Date | null } | null
  changes: readonly Named[]
  /** What can be a main question; null when no questionnaire was chosen. */
  keys: PlanKeys | null
  pageKey: string
  input: FormInput
  errors: Errors
}

export const PlanPage = ({ frame, series, wave, plan, changes, keys, pageKey, input, errors }: PlanProps) => {
  const { lang } = frame
  const words = planWords[lang]
  const fixedAt = plan?.fixedAt ?? null
  const questions = [...(keys ?? [])].map(([value, said]) => ({ value, label: saidIn(said, lang).text }))
  const grounds = backgrounds.map((value) => ({ value, label: words.backgrounds[value] }))
  const field = (name: string) => ({ name, lang, error: errors[name] })
  const form = (
    <Form action={href(frame, paths.plan(series.slug, wave.slug))} idempotencyKey={pageKey} lang={lang}>
      <FoldedCheckboxGroup
        {...field('mainQuestions')}
        label={words.mainQuestions}
        hint={words.mainQuestionsHint}
        required
        open={fixedAt === null}
        options={questions}
        value={many(input, 'mainQuestions')}
      />
      <NumberField
        {...field('cellsFrom')}
        label={words.cellsFrom}
        hint={words.cellsHint(thresholds.polls.cell)}
        required
        value={one(input, 'cellsFrom')}
      />
      <NumberField
        {...field('baseFrom')}
        label={words.baseFrom}
        hint={words.cellsHint(thresholds.polls.percentageBase)}
        required
        value={one(input, 'baseFrom')}
      />
      <NumberField
        {...field('margin')}
        label={words.margin}
        unit={words.points}
        decimals
        required
        value={one(input, 'margin')}
      />
      <CheckboxGroup
        {...field('weighting')}
        label={words.weighting}
        hint={words.weightingHint}
        options={grounds}
        value={many(input, 'weighting')}
      />
      <NumberField
        {...field('weightCap')}
        label={words.weightCap}
        hint={words.weightCapHint}
        decimals
        value={one(input, 'weightCap')}
      />
      <CheckboxGroup {...field('tablesBy')} label={words.tablesBy} options={grounds} value={many(input, 'tablesBy')} />
      <FoldedCheckboxGroup
        {...field('sensitive')}
        label={words.sensitive}
        hint={words.sensitiveHint}
        options={questions.filter(({ value }) => !value.includes('/'))}
        value={many(input, 'sensitive')}
      />
      {fixedAt === null ? null : (
        <TextArea
          {...field('reason')}
          label={words.reason}
          hint={words.reasonHint}
          required
          rows={3}
          maxLength={2000}
          value={one(input, 'reason')}
        />
      )}
      <ButtonGroup>
        <SubmitButton>{fixedAt === null ? words.save : words.change}</SubmitButton>
      </ButtonGroup>
    </Form>
  )
  return (
    <Page frame={frame} title={words.title} errors={errors}>
      <Trail frame={frame} series={series} wave={wave} />
      <ErrorSummary errors={errors} lang={lang} />
      <Heading level={1}>{words.title}</Heading>
      <Paragraph lead>{words.lead}</Paragraph>
      {fixedAt === null ? (
        <Paragraph>{words.open}</Paragraph>
      ) : (
        <Notice kind="info" lang={lang}>
          <p class="nl-paragraph">{words.fixedOn(longDate(fixedAt, lang))}</p>
        </Notice>
      )}
      {keys === null ? (
        <Paragraph>
          <Link href={href(frame, paths.changeWave(series.slug, wave.slug))}>{words.noQuestions}</Link>
        </Paragraph>
      ) : (
        <>
          {fixedAt === null || plan === null ? null : (
            <SummaryList
              lang={lang}
              facts={termsInWords(plan.terms, keys, lang).map(([key, value]) => ({ key, value }))}
            />
          )}
          {fixedAt === null ? (
            form
          ) : (
            <Fold title={words.change} open={Object.keys(errors).length > 0}>
              {form}
            </Fold>
          )}
        </>
      )}
      {fixedAt === null ? null : (
        <>
          <Heading level={2}>{words.changes}</Heading>
          {changes.length === 0 ? (
            <Paragraph>{words.noChanges}</Paragraph>
          ) : (
            <PlanChanges changes={changes} keys={keys ?? new Map()} lang={lang} />
          )}
        </>
      )}
    </Page>
  )
}
