import type { Child } from 'hono/jsx'
import { one, type Errors, type FormInput } from '../../../lib/form-values.ts'
import type { MarkKind } from '../../../lib/redaction/marks.ts'
import { neutralWords, whyWords } from '../../../lib/redaction/redaction.words.ts'
import type { Lang } from '../../../lib/words.ts'
import { ButtonGroup, SubmitButton } from '../../../ui/buttons.tsx'
import { ErrorSummary } from '../../../ui/error-summary.tsx'
import { fieldId, Form, HiddenField, RadioGroup, TextField } from '../../../ui/fields.tsx'
import { href, Page, type PageFrame } from '../../../ui/layout.tsx'
import { Notice } from '../../../ui/notices.tsx'
import { Heading, Link, Paragraph } from '../../../ui/typography.tsx'
import { editingWords } from '../writing/editing.text.ts'
import type { Item } from '../items/items.sql.ts'
import { openIn, type FieldMark } from '../items/marks.rules.ts'
import { paths } from '../paths.ts'
import { redactionWords } from './redaction.text.ts'
import { fieldsOf, headingOf } from '../items/texts.rules.ts'

type Place = { readonly key: string; readonly start: number; readonly end: number }
const nameOf = (what: string) => (mark: Place) => `${what}:${mark.key}:${mark.start}:${mark.end}`
/** The fields of one mark: what to do with it, why it may stay, what comes instead. */
export const choiceName = nameOf('choice')
export const reasonName = nameOf('reason')
export const wordsName = nameOf('words')

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

const reach = 45

/** The line of text around a mark: what comes before and after it, up to some 45 characters and whole words. */
function around(text: string, mark: Place): { before: string; after: string } {
  const before = text.slice(0, mark.start).split('\n').at(-1) ?? ''
  const after = text.slice(mark.end).split('\n')[0] ?? ''
  return {
    before: before.length > reach ? `… ${before.slice(-reach).replace(/^\S*\s/, '')}` : before,
    after: after.length > reach ? `${after.slice(0, reach).replace(/\s\S*$/, '')} …` : after,
  }
}

// Of these it is not plain from the words themselves why they were marked.
const explained: ReadonlySet<MarkKind> = new Set(['person', 'organisation', 'bsn', 'birth-date', 'web'])

const Decision = (props: {
  lang: Lang
  item: Item
  mark: Numbered
  text: string
  part: string | null
  input: FormInput
  errors: Errors
}) => {
  const { mark, input, errors, lang, item } = props
  const words = redactionWords[lang].redaction
  const { before, after } = around(props.text, mark)
  const choice = choiceName(mark)
  const chosen = one(input, choice)
  const typed = (name: string, label: string) => (
    <TextField
      name={name}
      label={label}
      required
      lang={lang}
      value={one(input, name)}
      {...(errors[name] !== undefined && { error: errors[name] })}
    />
  )
  const hint = [props.part, explained.has(mark.kind) ? whyWords[lang][mark.why] : null].filter(Boolean).join('. ')
  return (
    <div class="plein-decision">
      <RadioGroup
        name={choice}
        label={words.choose(mark.n, mark.text)}
        legend={
          <>
            {mark.n}.{' '}
            <span class="plein-decision__line" lang={item.lang}>
              {before}
              <mark>{mark.text}</mark>
              {after}
            </span>
          </>
        }
        {...(hint !== '' && { hint })}
        required={mark.kept === null}
        inline
        lang={lang}
        {...(chosen !== '' && { value: chosen })}
        {...(errors[choice] !== undefined && { error: errors[choice] })}
        options={[
          { value: 'replace', label: words.replace(neutralWords[item.lang][mark.kind]) },
          { value: 'keep', label: words.keep },
          { value: 'edit', label: words.edit },
        ]}
      />
      {mark.kept === null ? null : <p class="plein-small">{words.keptBefore(mark.kept.reason)}</p>}
      <div class="plein-decision__keep">{typed(reasonName(mark), words.reason)}</div>
      <div class="plein-decision__edit">{typed(wordsName(mark), words.words)}</div>
    </div>
  )
}

const kindsInOrder: readonly MarkKind[] = [
  'person',
  'organisation',
  'place',
  'address',
  'phone',
  'email',
  'web',
  'bsn',
  'iban',
  'birth-date',
  'plate',
]

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
  const marks = kindsInOrder
    .flatMap((kind) => props.marks.filter((mark) => mark.kind === kind))
    .map((mark, index): Numbered => ({ ...mark, n: index + 1 }))
  const open = openIn(marks).length
  const textOf = new Map(fieldsOf(item).map(({ key, text }) => [key, text]))
  const severalParts = new Set(marks.map((mark) => mark.key)).size > 1
  const partName = (key: string) => {
    if (key === 'title' || key === 'summary') return words.redaction.fields[key]
    const part = item.parts.find((each) => each.key === key)
    return headingOf(key, lang) ?? (part ? partWords[part.whose] : key)
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
      {marks.length === 0 ? null : (
        <Form action={href(frame, paths.redaction(item.id))} idempotencyKey={props.pageKey} lang={lang}>
          <HiddenField name="version" value={String(item.version)} />
          {kindsInOrder.map((kind) => {
            const mine = marks.filter((mark) => mark.kind === kind)
            if (mine.length === 0) return null
            return (
              <section aria-labelledby={`soort-${kind}`}>
                <Heading level={2} look={3} id={`soort-${kind}`}>
                  {words.kinds[kind]} ({mine.length})
                </Heading>
                {mine.map((mark) => (
                  <Decision
                    lang={lang}
                    item={item}
                    mark={mark}
                    text={textOf.get(mark.key) ?? ''}
                    part={severalParts ? partName(mark.key) : null}
                    input={input}
                    errors={errors}
                  />
                ))}
              </section>
            )
          })}
          <Paragraph>{words.redaction.after}</Paragraph>
          <ButtonGroup>
            <SubmitButton>{words.redaction.save}</SubmitButton>
            {open === 0 ? null : (
              <SubmitButton look="secondary" name="rest" value="replace">
                {words.redaction.rest}
              </SubmitButton>
            )}
          </ButtonGroup>
        </Form>
      )}
      <section aria-labelledby="tekst">
        <Heading level={2} id="tekst">
          {words.redaction.whole}
        </Heading>
        {fieldsOf(item).map(({ key, text }) =>
          text.trim() === '' ? null : (
            <>
              <Heading level={3} look={4}>
                {partName(key)}
              </Heading>
              <MarkedText
                text={text}
                marks={marks.filter((mark) => mark.key === key).toSorted((a, b) => a.start - b.start)}
                lang={item.lang}
              />
            </>
          ),
        )}
      </section>
      {open === 0 ? (
        <Form action={href(frame, paths.proceed(item.id))} idempotencyKey={props.proceedKey} lang={lang}>
          <HiddenField name="version" value={String(item.version)} />
          <ButtonGroup>
            <SubmitButton>{words.redaction.done}</SubmitButton>
          </ButtonGroup>
        </Form>
      ) : null}
      <Paragraph>
        <Link href={href(frame, paths.item(item.id))}>{words.redaction.byHand}</Link>
      </Paragraph>
    </Page>
  )
}
