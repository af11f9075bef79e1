import type { Child } from 'hono/jsx'
import { one, type Errors, type FormInput } from '../../lib/form-values.ts'
import { ButtonGroup, Form, HiddenField, SubmitButton, TextArea, TextField } from '../../ui/fields.tsx'
import { href, type PageFrame } from '../../ui/layout.tsx'
import { Notice } from '../../ui/notices.tsx'
import { Link } from '../../ui/typography.tsx'
import { editingWords } from './framework.editing.text.ts'

type Partner = { readonly id: string; readonly name: string }

/** What every page has on which somebody speaks for a partner. */
export type Common = {
  readonly frame: PageFrame
  /** The partners of the editor; the first is the one they speak for on this page. */
  readonly speakers: readonly Partner[]
  readonly newKey: () => string
  readonly input: FormInput
  readonly errors: Errors
}

/** In whose name; a link per other partner of the same editor. */
export const Speaking = ({ frame, speakers, at }: { frame: PageFrame; speakers: readonly Partner[]; at: string }) => {
  const words = editingWords[frame.lang]
  const [now, ...others] = speakers
  if (!now)
    return (
      <Notice kind="warning" lang={frame.lang}>
        <p class="nl-paragraph">{words.noPartner}</p>
      </Notice>
    )
  return (
    <p class="nl-paragraph">
      {words.speaking(now.name)}{' '}
      {others.map((each) => (
        <>
          <Link href={href(frame, `${at}?namens=${each.id}`)}>{words.speakFor(each.name)}</Link>{' '}
        </>
      ))}
    </p>
  )
}

/** A form in the name of the partner one speaks for. */
export const Press = (
  props: Common & { to: string; label: string; look?: 'primary' | 'secondary'; children?: Child },
) => (
  <Form action={href(props.frame, props.to)} idempotencyKey={props.newKey()} lang={props.frame.lang}>
    <HiddenField name="organisation" value={props.speakers[0]?.id ?? ''} />
    {props.children}
    <ButtonGroup>
      <SubmitButton look={props.look ?? 'primary'}>{props.label}</SubmitButton>
    </ButtonGroup>
  </Form>
)

type Field = { name: string; label: string; hint?: string; required?: boolean; value?: string; rows?: number }

/** Fields that show what was typed, or else what stands there now. */
export const fieldsOf = ({ frame, input, errors }: Common) => {
  const common = ({ name, label, hint, required, value }: Field) => ({
    name,
    label,
    lang: frame.lang,
    value: name in input ? one(input, name) : (value ?? ''),
    ...(hint !== undefined && { hint }),
    ...(required && { required }),
    ...(errors[name] !== undefined && { error: errors[name] }),
  })
  return {
    text: (field: Field) => <TextField {...common(field)} autocomplete="off" />,
    area: (field: Field) => <TextArea {...common(field)} rows={field.rows ?? 3} />,
    common,
  }
}

export const DefinitionFields = (props: Common) => {
  const words = editingWords[props.frame.lang].fields
  const { text, area } = fieldsOf(props)
  return (
    <>
      {area({ name: 'nl', label: words.nl, hint: words.nlHint, required: true })}
      {area({ name: 'en', label: words.en })}
      {text({ name: 'source', label: words.source, required: true })}
      {text({ name: 'link', label: words.link })}
    </>
  )
}
