import { many, one, type Errors, type FormInput } from '../../lib/form-values.ts'
import { saidIn, type Option, type Question, type Said } from '../../lib/questionnaire/definition.ts'
import { writeNumber } from '../../lib/questionnaire/numbers.ts'
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
  NumberField,
  RadioGroup,
  Select,
  SubmitButton,
  TextArea,
  TextField,
} from '../../ui/fields.tsx'
import { FoldedCheckboxGroup } from '../../ui/fold.tsx'
import { href, Page, type PageFrame } from '../../ui/layout.tsx'
import { Notice } from '../../ui/notices.tsx'
import { Heading, List, Paragraph } from '../../ui/typography.tsx'
import { buildingWords } from './building.text.ts'
import { paths } from './paths.ts'
import type { ListName } from './question-form.rules.ts'
import { Trail } from './trail.views.tsx'

/** What a page that edits something has in its hands: what was sent comes before what was saved. */
export type Edited = { readonly input: FormInput | null; readonly errors: Errors; readonly lang: Lang }

const written = ({ input }: Edited, name: string, saved: string | undefined) =>
  input === null ? (saved ?? '') : one(input, name)

/** The same words in Dutch and in English, each with a field of its own. */
export const SaidFields = (props: {
  of: Edited
  name: string
  label: string
  hint?: string
  said: Said | undefined
  required?: boolean
  rows?: number
}) => {
  const { of, name, said } = props
  return (['nl', 'en'] as const).map((side) => {
    const field = `${name}-${side}`
    const common = {
      name: field,
      label: buildingWords[of.lang].said[side](props.label),
      lang: of.lang,
      value: written(of, field, said?.[side]),
      error: of.errors[field],
      hint: side === 'nl' ? props.hint : undefined,
      required: side === 'nl' && props.required,
    }
    return props.rows === undefined ? <TextField {...common} /> : <TextArea {...common} rows={props.rows} />
  })
}

const Options = (props: { of: Edited; name: ListName; legend: string; options: readonly Option[] }) => {
  const { of, name, options } = props
  const { lang } = of
  const words = buildingWords[lang]
  return (
    <Fieldset legend={props.legend} hint={options.length > 0 ? words.question.listHint : undefined}>
      {options.map((option, i) => (
        <div class="plein-building__option" id={`${name}-${i}`}>
          <HiddenField name={`${name}-${i}-key`} value={option.key} />
          <SaidFields of={of} name={`${name}-${i}`} label={words.question.option(i + 1)} said={option.label} />
          <div class="plein-building__presses">
            {i === 0 ? null : (
              <SubmitButton look="subtle" name="press" value={`up:${name}:${i}`}>
                {words.overview.up}
                <span class="plein-hidden">: {option.label.nl}</span>
              </SubmitButton>
            )}
            {i === options.length - 1 ? null : (
              <SubmitButton look="subtle" name="press" value={`down:${name}:${i}`}>
                {words.overview.down}
                <span class="plein-hidden">: {option.label.nl}</span>
              </SubmitButton>
            )}
          </div>
        </div>
      ))}
      <TextArea
        name={`${name}-more`}
        label={words.question.more}
        hint={words.question.moreHint}
        rows={4}
        lang={lang}
        value={written(of, `${name}-more`, '')}
      />
    </Fieldset>
  )
}

const Amount = (props: {
  of: Edited
  name: string
  label: string
  hint?: string
  saved: number | undefined
  required?: boolean
}) => {
  const { of, name } = props
  const saved = props.saved === undefined ? '' : writeNumber(props.saved, of.lang)
  return (
    <NumberField
      name={name}
      label={props.label}
      hint={props.hint}
      lang={of.lang}
      required={props.required}
      value={written(of, name, saved)}
      error={of.errors[name]}
    />
  )
}

type Range = Extract<Question, { type: 'number' }>
const RangeFields = ({ of, range }: { of: Edited; range: Pick<Range, 'unit' | 'least' | 'most' | 'decimals'> }) => {
  const words = buildingWords[of.lang].question
  return (
    <>
      <SaidFields of={of} name="unit" label={words.unit} said={range.unit} />
      <Amount of={of} name="least" label={words.least} saved={range.least} required />
      <Amount of={of} name="most" label={words.largest} saved={range.most} required />
      <Amount of={of} name="decimals" label={words.decimals} saved={range.decimals} required />
    </>
  )
}

const Ends = ({ of, low, high }: { of: Edited; low: Said; high: Said }) => {
  const words = buildingWords[of.lang].question
  return (
    <>
      <SaidFields of={of} name="low" label={words.low} said={low} required />
      <SaidFields of={of} name="high" label={words.high} said={high} required />
    </>
  )
}

const Tick = ({ of, name, label, saved }: { of: Edited; name: string; label: string; saved: boolean }) => (
  <Checkbox name={name} label={label} lang={of.lang} checked={of.input === null ? saved : one(of.input, name) !== ''} />
)

const Body = ({ of, question }: { of: Edited; question: Question }) => {
  const { lang } = of
  const words = buildingWords[lang].question
  switch (question.type) {
    case 'info':
      return null
    case 'single':
    case 'multiple':
      return (
        <>
          <Options of={of} name="options" legend={words.options} options={question.options} />
          <Tick of={of} name="other" label={words.other} saved={question.other === true} />
          {question.options.length === 0 ? null : (
            <CheckboxGroup
              name="leads"
              label={words.leads}
              hint={words.leadsHint}
              lang={lang}
              options={question.options.map(({ key, label }) => ({ value: key, label: saidIn(label, lang).text }))}
              value={
                of.input === null
                  ? question.options.flatMap(({ key, leadsTo }) => (leadsTo === undefined ? [] : [key]))
                  : many(of.input, 'leads')
              }
            />
          )}
          {question.type === 'single' ? null : (
            <>
              <Amount of={of} name="most" label={words.most} hint={words.mostHint} saved={question.most} />
              <Select
                name="alone"
                label={words.alone}
                lang={lang}
                empty={words.aloneNone}
                options={question.options.map(({ key, label }) => ({ value: key, label: label.nl }))}
                value={written(of, 'alone', question.alone)}
              />
            </>
          )}
        </>
      )
    case 'number':
      return <RangeFields of={of} range={question} />
    case 'text':
      return (
        <>
          <Amount of={of} name="longest" label={words.longest} saved={question.longest} required />
          <Tick of={of} name="personal" label={words.personal} saved={question.personal === true} />
          <Options of={of} name="codes" legend={words.codes} options={question.codes ?? []} />
        </>
      )
    case 'scale':
      return <Ends of={of} low={question.low} high={question.high} />
    case 'matrix':
      return (
        <>
          <Options of={of} name="rows" legend={words.rows} options={question.rows} />
          <Select
            name="each"
            label={words.each}
            hint={words.eachHint}
            lang={lang}
            required
            empty={false}
            options={(['single', 'scale', 'number'] as const).map((type) => ({
              value: type,
              label: words.eaches[type],
            }))}
            value={written(of, 'each', question.each.type)}
          />
          {question.each.type === 'single' ? (
            <Options of={of} name="cells" legend={words.cells} options={question.each.options} />
          ) : question.each.type === 'scale' ? (
            <Ends of={of} low={question.each.low} high={question.each.high} />
          ) : (
            <RangeFields of={of} range={question.each} />
          )}
        </>
      )
    case 'ranking':
      return (
        <>
          <Options of={of} name="options" legend={words.options} options={question.options} />
          <Amount of={of} name="most" label={words.places} saved={question.most} required />
        </>
      )
    case 'date':
      return (
        <RadioGroup
          name="precision"
          label={words.precision}
          lang={lang}
          required
          options={(['year', 'month', 'day'] as const).map((each) => ({ value: each, label: words.precisions[each] }))}
          value={written(of, 'precision', question.precision)}
        />
      )
  }
}

/** The terms that can be explained, in the order of their list. */
type Terms = readonly { readonly id: string; readonly label: { readonly nl: string; readonly en: string } }[]

const About = (props: { of: Edited; question: Exclude<Question, { type: 'info' }>; terms: Terms }) => {
  const { of, question, terms } = props
  const { lang } = of
  const words = buildingWords[lang].question
  return (
    <>
      <RadioGroup
        name="about"
        label={words.about}
        lang={lang}
        required
        options={(['fact', 'opinion'] as const).map((each) => ({ value: each, label: words.abouts[each] }))}
        value={written(of, 'about', question.about)}
      />
      <Tick of={of} name="required" label={words.required} saved={question.required === true} />
      <SaidFields of={of} name="hint" label={words.hint} said={question.hint} rows={2} />
      <FoldedCheckboxGroup
        name="terms"
        label={words.terms}
        hint={words.termsHint}
        lang={lang}
        options={terms.map(({ id, label }) => ({ value: id, label: label[lang] }))}
        value={of.input === null ? (question.terms ?? []) : many(of.input, 'terms')}
      />
      <SaidFields
        of={of}
        name="universe"
        label={words.universe}
        hint={words.universeHint}
        said={question.universe}
        rows={2}
      />
    </>
  )
}

export type QuestionProps = {
  frame: PageFrame
  id: string
  question: Question
  terms: Terms
  revision: string
  /** What is wrong with the question as it is saved. */
  wrong: readonly string[]
  saved: boolean
  newKey: string
  input: FormInput | null
  errors: Errors
}

/** One question with everything that can be set about it. */
export const QuestionPage = (props: QuestionProps) => {
  const { frame, id, question, errors, input } = props
  const { lang } = frame
  const words = buildingWords[lang]
  const of: Edited = { input, errors, lang }
  return (
    <Page frame={frame} title={words.question.title} errors={errors}>
      <Trail frame={frame} id={props.id} />
      <ErrorSummary errors={errors} lang={lang} />
      <Heading level={1}>{words.question.title}</Heading>
      <Paragraph lead>{words.types[question.type]}</Paragraph>
      {props.saved ? (
        <Notice kind="success" lang={lang}>
          {words.question.saved}
        </Notice>
      ) : null}
      {props.wrong.length === 0 ? null : (
        <Notice kind="warning" lang={lang} heading={words.question.wrongHere}>
          <List items={props.wrong} />
        </Notice>
      )}
      <Form
        action={href(frame, paths.question(id, question.key))}
        idempotencyKey={props.newKey}
        keep={`vraag-${id}-${question.key}`}
        lang={lang}
      >
        <HiddenField name="revision" value={props.revision} />
        {/* Enter in a field presses the first button of a form: that one must save, not move. */}
        <div class="plein-hidden" aria-hidden="true">
          <button type="submit" name="press" value="stay" tabindex={-1}>
            {words.question.stay}
          </button>
        </div>
        <SaidFields
          of={of}
          name="text"
          label={question.type === 'info' ? words.question.infoText : words.question.text}
          said={question.text}
          required
          rows={question.type === 'info' ? 6 : 2}
        />
        <Body of={of} question={question} />
        {question.type === 'info' ? null : <About of={of} question={question} terms={props.terms} />}
        <ButtonGroup>
          <SubmitButton name="press" value="save">
            {words.question.save}
          </SubmitButton>
          <SubmitButton look="secondary" name="press" value="stay">
            {words.question.stay}
          </SubmitButton>
          <ButtonLink look="subtle" href={href(lang, paths.when(id, question.key))}>
            {words.when.title}
          </ButtonLink>
          <ButtonLink look="subtle" href={href(lang, paths.questionnaire(id))}>
            {words.question.backTo}
          </ButtonLink>
        </ButtonGroup>
      </Form>
      <p class="plein-small">{words.question.key(question.key)}</p>
    </Page>
  )
}
