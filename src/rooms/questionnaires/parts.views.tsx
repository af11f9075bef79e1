import type { Errors, FormInput } from '../../lib/form-values.ts'
import { testableKeys } from '../../lib/questionnaire/conditions.ts'
import {
  otherKey,
  saidIn,
  scaleSteps,
  type Definition,
  type Question,
  type Section,
} from '../../lib/questionnaire/definition.ts'
import type { Lang } from '../../lib/words.ts'
import {
  ButtonGroup,
  ButtonLink,
  Checkbox,
  CheckboxGroup,
  ErrorSummary,
  Fieldset,
  Form,
  HiddenField,
  RadioGroup,
  Select,
  SubmitButton,
  type Option,
} from '../../ui/fields.tsx'
import { FoldedCheckboxGroup } from '../../ui/fold.tsx'
import { href, Page, type PageFrame } from '../../ui/layout.tsx'
import { Notice } from '../../ui/notices.tsx'
import { SummaryList } from '../../ui/summary-list.tsx'
import { Heading, Paragraph } from '../../ui/typography.tsx'
import type { Meaning } from '../terms/public.ts'
import { buildingWords } from './building.text.ts'
import { SaidFields, type Edited } from './editing.views.tsx'
import { paths } from './paths.ts'
import { questionFieldsWords } from './question-fields.text.ts'
import { Trail } from './trail.views.tsx'

type Common = { frame: PageFrame; id: string; revision: string; newKey: string }

const Back = ({ frame, id }: { frame: PageFrame; id: string }) => (
  <ButtonLink look="subtle" href={href(frame, paths.questionnaire(id))}>
    {buildingWords[frame.lang].question.backTo}
  </ButtonLink>
)

/** What can be chosen of a question that decides whether another one is asked. */
function choicesOf(question: Question, lang: Lang): readonly Option[] {
  const named = (key: string) => {
    if (key === otherKey) return questionFieldsWords[lang].other
    const options =
      question.type === 'matrix'
        ? question.each.type === 'single'
          ? question.each.options
          : []
        : 'options' in question
          ? question.options
          : []
    const label = options.find((each) => each.key === key)?.label
    if (label !== undefined) return saidIn(label, lang).text
    const [ends, steps] = [question.type === 'matrix' ? question.each : question, scaleSteps.length]
    const end = !('low' in ends) ? null : key === '1' ? ends.low : key === String(steps) ? ends.high : null
    return questionFieldsWords[lang].step(Number(key), end === null ? null : saidIn(end, lang).text)
  }
  return (testableKeys(question) ?? []).map((key) => ({ value: key, label: named(key) }))
}

type Test = NonNullable<Question['when']>['all'][number]
const Condition = ({ test, at, about, lang }: { test: Test; at: number; about: Question | undefined; lang: Lang }) => {
  const words = buildingWords[lang].when
  const name = `test-${at}`
  return (
    <Fieldset legend={about ? saidIn(about.text, lang).text : words.gone(test.question)}>
      {about?.type === 'matrix' ? (
        <Select
          name={`${name}-row`}
          label={words.row}
          required
          lang={lang}
          options={about.rows.map(({ key, label }) => ({ value: key, label: saidIn(label, lang).text }))}
          value={test.row ?? ''}
        />
      ) : null}
      {about ? (
        <>
          <RadioGroup
            name={`${name}-not`}
            label={words.not}
            required
            lang={lang}
            options={(['is', 'not'] as const).map((each) => ({ value: each, label: words.nots[each] }))}
            value={test.not ? 'not' : 'is'}
          />
          <CheckboxGroup
            name={`${name}-chosen`}
            label={words.chosen}
            required
            lang={lang}
            options={choicesOf(about, lang)}
            value={test.chosen}
          />
        </>
      ) : null}
      <Checkbox name={`${name}-away`} label={words.away} lang={lang} />
    </Fieldset>
  )
}

/** When a question is asked: after which answers to earlier ones. */
export const WhenPage = (
  props: Common & { question: Question; before: readonly Question[]; wrong: readonly string[]; errors: Errors },
) => {
  const { frame, id, question, before } = props
  const { lang } = frame
  const words = buildingWords[lang]
  const tests = question.when?.all ?? []
  const deciding = before.filter((each) => (testableKeys(each)?.length ?? 0) > 0)
  return (
    <Page frame={frame} title={words.when.title} errors={props.errors}>
      <Trail frame={frame} id={props.id} />
      <ErrorSummary errors={props.errors} lang={lang} />
      <Heading level={1}>{words.when.title}</Heading>
      <Paragraph lead>{saidIn(question.text, lang).text}</Paragraph>
      <Paragraph>{tests.length === 0 ? words.when.always : words.when.all}</Paragraph>
      {props.wrong.map((sentence) => (
        <Notice kind="warning" lang={lang}>
          {sentence}
        </Notice>
      ))}
      <Form action={href(frame, paths.when(id, question.key))} idempotencyKey={props.newKey} lang={lang}>
        <HiddenField name="revision" value={props.revision} />
        {tests.map((test, at) => (
          <Condition test={test} at={at} about={before.find(({ key }) => key === test.question)} lang={lang} />
        ))}
        {deciding.length === 0 ? (
          <Paragraph>{words.when.nothingBefore}</Paragraph>
        ) : (
          <Select
            name="add"
            label={words.when.add}
            hint={words.when.addHint}
            lang={lang}
            empty={words.when.addNone}
            options={deciding.map(({ key, text }) => ({ value: key, label: saidIn(text, lang).text }))}
          />
        )}
        <ButtonGroup>
          <SubmitButton name="press" value="stay">
            {words.question.stay}
          </SubmitButton>
          <SubmitButton look="secondary" name="press" value="save">
            {words.question.save}
          </SubmitButton>
          <Back frame={frame} id={id} />
        </ButtonGroup>
      </Form>
    </Page>
  )
}

type Typed = { input: FormInput | null; errors: Errors }

export const SectionPage = (props: Common & Typed & { section: Section }) => {
  const { frame, id, section, input, errors } = props
  const { lang } = frame
  const words = buildingWords[lang]
  const of: Edited = { input, errors, lang }
  return (
    <Page frame={frame} title={words.section.title} errors={errors}>
      <Trail frame={frame} id={props.id} />
      <ErrorSummary errors={errors} lang={lang} />
      <Heading level={1}>{words.section.title}</Heading>
      <Form action={href(frame, paths.section(id, section.key))} idempotencyKey={props.newKey} lang={lang}>
        <HiddenField name="revision" value={props.revision} />
        <SaidFields of={of} name="title" label={words.section.name} said={section.title} required />
        <SaidFields of={of} name="intro" label={words.section.intro} said={section.intro} rows={4} />
        <ButtonGroup>
          <SubmitButton>{words.question.save}</SubmitButton>
          <Back frame={frame} id={id} />
        </ButtonGroup>
      </Form>
    </Page>
  )
}

type AboutProps = Common &
  Typed & {
    definition: Definition
    terms: readonly { readonly id: string; readonly label: { readonly nl: string; readonly en: string } }[]
    /** What the chosen terms mean now. */
    meanings: readonly Meaning[]
  }

export const AboutPage = (props: AboutProps) => {
  const { frame, id, definition, input, errors, meanings } = props
  const { lang } = frame
  const words = buildingWords[lang]
  const of: Edited = { input, errors, lang }
  return (
    <Page frame={frame} title={words.about.title} errors={errors}>
      <Trail frame={frame} id={props.id} />
      <ErrorSummary errors={errors} lang={lang} />
      <Heading level={1}>{words.about.title}</Heading>
      <Form action={href(frame, paths.about(id))} idempotencyKey={props.newKey} keep={`lijst-${id}`} lang={lang}>
        <HiddenField name="revision" value={props.revision} />
        <SaidFields of={of} name="title" label={words.about.name} said={definition.title} required />
        <SaidFields
          of={of}
          name="intro"
          label={words.about.intro}
          hint={words.about.introHint}
          said={definition.intro}
          required
          rows={6}
        />
        <SaidFields
          of={of}
          name="source"
          label={words.about.source}
          hint={words.about.sourceHint}
          said={definition.source}
          rows={3}
        />
        <FoldedCheckboxGroup
          name="terms"
          label={words.about.terms}
          hint={words.about.termsHint}
          lang={lang}
          options={props.terms.map((term) => ({ value: term.id, label: term.label[lang] }))}
          value={definition.terms}
        />
        <ButtonGroup>
          <SubmitButton>{words.question.save}</SubmitButton>
          <Back frame={frame} id={id} />
        </ButtonGroup>
      </Form>
      {meanings.length === 0 ? null : (
        <>
          <Heading level={2}>{words.about.termsNow}</Heading>
          <Paragraph>{words.about.termsKept}</Paragraph>
          <SummaryList
            lang={lang}
            facts={meanings.map(({ label, definition: said }) => ({ key: label[lang], value: said[lang] }))}
          />
        </>
      )}
    </Page>
  )
}

/** Asks once more before a question or a section goes. */
export const RemovePage = (props: Common & { what: Question | Section; path: string }) => {
  const { frame, id, what } = props
  const { lang } = frame
  const words = buildingWords[lang]
  const title = 'title' in what ? words.remove.section : words.remove.question
  return (
    <Page frame={frame} title={title}>
      <Trail frame={frame} id={props.id} />
      <Heading level={1}>{title}</Heading>
      <Paragraph lead>{saidIn('title' in what ? what.title : what.text, lang).text}</Paragraph>
      <Paragraph>
        {'title' in what && what.questions.length > 0 ? `${words.remove.withQuestions(what.questions.length)} ` : ''}
        {words.remove.undo}
      </Paragraph>
      <Form action={href(frame, props.path)} idempotencyKey={props.newKey} lang={lang}>
        <HiddenField name="revision" value={props.revision} />
        <ButtonGroup>
          <SubmitButton look="negative">{words.remove.yes}</SubmitButton>
          <ButtonLink look="secondary" href={href(lang, paths.questionnaire(id))}>
            {words.remove.no}
          </ButtonLink>
        </ButtonGroup>
      </Form>
    </Page>
  )
}
