import { many, one, type Errors, type FormInput } from '../../lib/form-values.ts'
import {
  otherKey,
  saidIn,
  scaleSteps,
  type AskedQuestion,
  type FixedMeaning,
  type NumberRange,
  type Option,
  type Question,
  type Said,
} from '../../lib/questionnaire/definition.ts'
import { fieldName, type FieldPart } from '../../lib/questionnaire/fields.ts'
import type { Lang } from '../../lib/words.ts'
import {
  CheckboxGroup,
  Fieldset,
  NumberField,
  RadioGroup,
  Select,
  TextArea,
  TextField,
  type Option as Choice,
} from '../../ui/fields.tsx'
import { PlainText } from '../../ui/prose.tsx'
import { QuestionMeanings } from './meanings.views.tsx'
import { questionFieldsWords } from './question-fields.text.ts'

type Filled = { readonly input: FormInput; readonly errors: Errors; readonly lang: Lang }
type Asking<Type extends AskedQuestion['type']> = Filled & {
  readonly question: Extract<AskedQuestion, { readonly type: Type }>
}

const inShort = (said: Said, lang: Lang) => saidIn(said, lang).text

const choices = (options: readonly Option[], lang: Lang): readonly Choice[] =>
  options.map(({ key, label, hint }) => ({
    value: key,
    label: inShort(label, lang),
    ...(hint && { hint: inShort(hint, lang) }),
  }))

/** What every field of a question needs: its name in the form, what stands in it, and what is wrong with it. */
const fieldOf = (
  { question, input, errors, lang }: Filled & { question: Question },
  part: FieldPart,
  at: { row?: string; place?: number } = {},
) => {
  const name = fieldName(question, part, at)
  const [value, error] = [one(input, name), errors[name]]
  return { name, lang, value, ...(error !== undefined && { error }) }
}

/** The question itself, as the first field of it shows it. */
const asked = ({ question, lang }: Filled & { question: AskedQuestion }, ...more: readonly string[]) => {
  const hint = [...(question.hint ? [inShort(question.hint, lang)] : []), ...more].join(' ')
  return {
    label: inShort(question.text, lang),
    ...(hint !== '' && { hint }),
    ...(question.required && { required: true }),
  }
}

const withOther = (question: { readonly other?: true; readonly options: readonly Option[] }, lang: Lang) => [
  ...choices(question.options, lang),
  ...(question.other ? [{ value: otherKey, label: questionFieldsWords[lang].other }] : []),
]

const OtherField = (props: Asking<'single' | 'multiple'>) =>
  props.question.other ? (
    <TextField {...fieldOf(props, 'other')} label={questionFieldsWords[props.lang].otherWhat} free />
  ) : null

const Single = (props: Asking<'single'>) => (
  <>
    <RadioGroup {...fieldOf(props, 'choice')} {...asked(props)} options={withOther(props.question, props.lang)} />
    <OtherField {...props} />
  </>
)

const Multiple = (props: Asking<'multiple'>) => {
  const { question, input, lang } = props
  const { value: _, ...field } = fieldOf(props, 'choice')
  const most = question.most === undefined ? [] : [questionFieldsWords[lang].most(question.most)]
  return (
    <>
      <CheckboxGroup
        {...field}
        {...asked(props, ...most)}
        options={withOther(question, lang)}
        value={many(input, field.name)}
      />
      <OtherField {...props} />
    </>
  )
}

/** A number with how well it is known. The two ends come up when somebody says that it lies between them; see forms.css. */
const Amount = (props: Filled & { question: AskedQuestion; range: NumberRange; row?: string }) => {
  const { range, row, lang } = props
  const words = questionFieldsWords[lang]
  const field = (part: FieldPart) => fieldOf(props, part, row === undefined ? {} : { row })
  const [value, from, to] = [field('value'), field('from'), field('to')]
  const typed = { free: true, decimals: range.decimals > 0, ...(range.unit && { unit: inShort(range.unit, lang) }) }
  const open = [from, to].some((end) => end.value !== '' || 'error' in end)
  return (
    <div class={`plein-amount${open ? ' plein-amount--open' : ''}`}>
      <NumberField {...value} {...typed} label={words.amount} />
      <RadioGroup
        {...field('known')}
        label={words.known}
        free
        options={Object.entries(words.knownBy).map(([known, label]) => ({ value: known, label }))}
      />
      <div class="plein-amount__ends">
        <NumberField {...from} {...typed} label={words.from} />
        <NumberField {...to} {...typed} label={words.to} />
      </div>
    </div>
  )
}

const steps = (low: Said, high: Said, lang: Lang): readonly Choice[] =>
  scaleSteps.map((step) => ({
    value: String(step),
    label: questionFieldsWords[lang].step(
      step,
      step === 1 ? inShort(low, lang) : step === scaleSteps.length ? inShort(high, lang) : null,
    ),
  }))

/** Each row is a question by itself: so it is on a phone, and so it is read aloud. */
const Matrix = (props: Asking<'matrix'>) => {
  const { question, lang } = props
  const { each } = question
  return question.rows.map((row) => {
    const label = inShort(row.label, lang)
    if (each.type === 'number')
      return (
        <Fieldset legend={label}>
          <Amount {...props} range={each} row={row.key} />
        </Fieldset>
      )
    const common = { label, free: true, inline: true, ...(row.hint && { hint: inShort(row.hint, lang) }) }
    return each.type === 'scale' ? (
      <RadioGroup
        {...fieldOf(props, 'step', { row: row.key })}
        {...common}
        options={steps(each.low, each.high, lang)}
      />
    ) : (
      <RadioGroup {...fieldOf(props, 'choice', { row: row.key })} {...common} options={choices(each.options, lang)} />
    )
  })
}

const Ranking = (props: Asking<'ranking'>) => {
  const { question, lang } = props
  const words = questionFieldsWords[lang]
  return Array.from({ length: question.most }, (_, index) => (
    <Select
      {...fieldOf(props, 'place', { place: index + 1 })}
      label={words.place(index + 1)}
      asWritten
      options={choices(question.options, lang)}
      empty={words.noPlace}
    />
  ))
}

const Day = (props: Asking<'date'>) => {
  const { question, lang } = props
  const words = questionFieldsWords[lang]
  return (
    <div class="plein-day">
      {question.precision === 'day' ? <NumberField {...fieldOf(props, 'day')} label={words.day} free /> : null}
      {question.precision === 'year' ? null : (
        <Select
          {...fieldOf(props, 'month')}
          label={words.month}
          free
          options={words.months.map((label, index) => ({ value: String(index + 1).padStart(2, '0'), label }))}
        />
      )}
      <NumberField {...fieldOf(props, 'year')} label={words.year} free />
    </div>
  )
}

/** From so many characters on there is room for several lines. */
const oneLine = 150

const Fields = (props: Filled & { question: AskedQuestion }) => {
  const { question, lang } = props
  const { label, hint } = asked(props)
  switch (question.type) {
    case 'single':
      return <Single {...props} question={question} />
    case 'multiple':
      return <Multiple {...props} question={question} />
    case 'number':
      return (
        <Fieldset legend={label} hint={hint}>
          <Amount {...props} range={question} />
        </Fieldset>
      )
    case 'text': {
      const text = asked(props, ...(question.personal ? [questionFieldsWords[lang].personal] : []))
      return question.longest <= oneLine ? (
        <TextField {...fieldOf(props, 'text')} {...text} />
      ) : (
        <TextArea {...fieldOf(props, 'text')} {...text} maxLength={question.longest} />
      )
    }
    case 'scale':
      return (
        <RadioGroup
          {...fieldOf(props, 'step')}
          {...asked(props)}
          inline
          options={steps(question.low, question.high, lang)}
        />
      )
    case 'matrix':
      return (
        <Fieldset legend={label} hint={hint}>
          <Matrix {...props} question={question} />
        </Fieldset>
      )
    case 'ranking':
      return (
        <Fieldset legend={label} hint={asked(props, questionFieldsWords[lang].rank).hint}>
          <Ranking {...props} question={question} />
        </Fieldset>
      )
    case 'date':
      return (
        <Fieldset legend={label} hint={hint}>
          <Day {...props} question={question} />
        </Fieldset>
      )
  }
}

/**
 * The fields of one question, as preview and filling show them. A question that has no English stands there in Dutch, with
 * everything around it, and is marked so.
 * @param props `meanings` of the version; those of the question's own terms are shown. `input` and `errors` by the names of `fieldsOf`; a text that asks nothing has no fields
 */
export const QuestionFields = (props: Filled & { question: Question; meanings: readonly FixedMeaning[] }) => {
  const { question, meanings } = props
  const { text, lang } = saidIn(question.text, props.lang)
  return (
    <div class="plein-question" lang={lang === props.lang ? undefined : lang}>
      <QuestionMeanings question={question} meanings={meanings} lang={lang} />
      {question.type === 'info' ? <PlainText text={text} /> : <Fields {...props} question={question} lang={lang} />}
    </div>
  )
}
