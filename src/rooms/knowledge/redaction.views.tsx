import type { Child } from 'hono/jsx'
import { one, type Errors, type FormInput } from '../../lib/form-values.ts'
import { neutralWords, whyWords } from '../../lib/redaction/redaction.words.ts'
import { ButtonGroup, ButtonLink, SubmitButton } from '../../ui/buttons.tsx'
import { ErrorSummary } from '../../ui/error-summary.tsx'
import { fieldId, Fieldset, Form, HiddenField, RadioGroup, TextField } from '../../ui/fields.tsx'
import { href, Page, type PageFrame } from '../../ui/layout.tsx'
import { Notice } from '../../ui/notices.tsx'
import { StatusBadge } from '../../ui/status.tsx'
import { Heading, Paragraph } from '../../ui/typography.tsx'
import { editingWords } from './editing.text.ts'
import type { Item } from './items.sql.ts'
import { openIn, type FieldMark } from './marks.rules.ts'
import { paths } from './paths.ts'
import { redactionWords } from './redaction.text.ts'
import { fieldsOf } from './texts.rules.ts'

export const choiceName = (mark: { key: string; start: number; end: number }) =>
  `choice:${mark.key}:${mark.start}:${mark.end}`
export const wordsName = (mark: { key: string; start: number; end: number }) =>
  `words:${mark.key}:${mark.start}:${mark.end}`

type Numbered = FieldMark & { readonly n: number }

/** The words of one field with every mark shown and numbered; each number leads to its decision. */
const MarkedText = ({ text, marks, lang }: { text: string; marks: readonly Numbered[]; lang: Item['lang'] }) => {
  const pieces: Child[] = []
  let from = 0
  for (const mark of marks) {
    pieces.push(
      text.slice(from, mark.start),
      <>
        <mark>{mark.text}</mark>
        <sup>
          <a class="nl-link" href={`#${fieldId(choiceName(mark))}`}>
            {mark.n}
          </a>
        </sup>
      </>,
    )
    from = mark.end
  }
  pieces.push(text.slice(from))
  return (
    <div class="plein-prose plein-prose--plain" lang={lang}>
      <p class="nl-paragraph">{pieces}</p>
    </div>
  )
}

const Decision = (props: { frame: PageFrame; item: Item; mark: Numbered; input: FormInput; errors: Errors }) => {
  const { mark, input, errors } = props
  const { lang } = props.frame
  const words = redactionWords[lang]
  const choice = choiceName(mark)
  const text = wordsName(mark)
  const chosen = one(input, choice)
  return (
    <Fieldset
      legend={words.redaction.choose(mark.n, mark.text)}
      hint={`${words.kinds[mark.kind]}. ${whyWords[lang][mark.why]}`}
    >
      {mark.kept === null ? null : (
        <StatusBadge tone="success">{words.redaction.keptBefore(mark.kept.reason)}</StatusBadge>
      )}
      <RadioGroup
        name={choice}
        label={words.kinds[mark.kind]}
        required={mark.kept === null}
        lang={lang}
        {...(chosen !== '' && { value: chosen })}
        {...(errors[choice] !== undefined && { error: errors[choice] })}
        options={[
          { value: 'replace', label: words.redaction.replace(neutralWords[props.item.lang][mark.kind]) },
          { value: 'keep', label: words.redaction.keep },
          { value: 'edit', label: words.redaction.edit },
        ]}
      />
      <TextField
        name={text}
        label={words.redaction.words}
        lang={lang}
        value={one(input, text)}
        {...(errors[text] !== undefined && { error: errors[text] })}
      />
    </Fieldset>
  )
}

/** The screen on which an editor decides about everything that is marked. Works without script. */
export const RedactionPage = (props: {
  frame: PageFrame
  item: Item
  marks: readonly FieldMark[]
  pageKey: string
  proceedKey: string
  more: boolean
  input?: FormInput
  errors?: Errors
}) => {
  const { frame, item, input = {}, errors = {} } = props
  const { lang } = frame
  const words = redactionWords[lang]
  const partWords = editingWords[lang].fields.part
  const marks = props.marks.map((mark, index): Numbered => ({ ...mark, n: index + 1 }))
  const open = openIn(marks).length
  const nameOf = (key: string, index: number) => {
    if (key === 'title' || key === 'summary') return words.redaction.fields[key]
    const part = item.parts.find((each) => each.key === key)
    return part ? partWords[part.whose] : String(index)
  }
  return (
    <Page frame={frame} title={words.redaction.title} errors={errors}>
      <ErrorSummary
        errors={errors}
        lang={lang}
        labels={Object.fromEntries(marks.map((mark) => [choiceName(mark), words.redaction.choose(mark.n, mark.text)]))}
      />
      <Heading level={1}>{words.redaction.title}</Heading>
      <Paragraph lead>{words.redaction.lead}</Paragraph>
      {open === 0 ? (
        <Notice kind="success" lang={lang}>
          {words.redaction.none}
        </Notice>
      ) : props.more ? (
        <Notice kind="warning" lang={lang} live>
          {words.redaction.more}
        </Notice>
      ) : null}
      <Form action={href(frame, paths.redaction(item.id))} idempotencyKey={props.pageKey} lang={lang}>
        <HiddenField name="version" value={String(item.version)} />
        {fieldsOf(item).map(({ key, text }, index) => {
          const mine = marks.filter((mark) => mark.key === key)
          if (text.trim() === '') return null
          return (
            <section aria-labelledby={`deel-${key}`}>
              <Heading level={2} id={`deel-${key}`}>
                {nameOf(key, index)}
              </Heading>
              <MarkedText text={text} marks={mine} lang={item.lang} />
              {mine.map((mark) => (
                <Decision frame={frame} item={item} mark={mark} input={input} errors={errors} />
              ))}
            </section>
          )
        })}
        {marks.length === 0 ? null : (
          <ButtonGroup>
            <SubmitButton>{words.redaction.save}</SubmitButton>
            {open === 0 ? null : (
              <SubmitButton look="secondary" name="rest" value="replace">
                {words.redaction.rest}
              </SubmitButton>
            )}
          </ButtonGroup>
        )}
      </Form>
      {open === 0 ? (
        <Form action={href(frame, paths.proceed(item.id))} idempotencyKey={props.proceedKey} lang={lang}>
          <HiddenField name="version" value={String(item.version)} />
          <ButtonGroup>
            <SubmitButton>{words.redaction.done}</SubmitButton>
          </ButtonGroup>
        </Form>
      ) : null}
      <ButtonGroup>
        <ButtonLink look="subtle" href={href(frame, paths.item(item.id))}>
          {words.redaction.byHand}
        </ButtonLink>
      </ButtonGroup>
    </Page>
  )
}
