import type { Child } from 'hono/jsx'
import { type Lang, withCapital } from '../lib/words.ts'
import { fieldId, GroupField, OneField, type FieldProps } from './field-anatomy.tsx'
import { uiWords } from './text.ts'

export { ButtonGroup, ButtonLink, SubmitButton } from './buttons.tsx'
export { ErrorSummary } from './error-summary.tsx'
export { fieldId } from './field-anatomy.tsx'

export type Option = {
  readonly value: string
  readonly label: string
  readonly hint?: string
  readonly disabled?: boolean
}

const numbers: Record<Lang, Intl.NumberFormat> = {
  nl: new Intl.NumberFormat('nl-NL'),
  en: new Intl.NumberFormat('en-GB'),
}
const number = (n: number, lang: Lang) => numbers[lang].format(n)

/**
 * A form. `idempotencyKey` travels as the hidden field `_key`, so that a second press finds the first answer.
 * `keep` (a name, unique per form) lets the browser keep unsent text in this tab until it was received. `files`: it sends
 * files too.
 */
export const Form = (props: {
  action: string
  method?: 'post' | 'get'
  idempotencyKey?: string
  keep?: string
  files?: boolean
  lang: Lang
  children?: Child
}) => (
  <form
    class="utrecht-form plein-form"
    action={props.action}
    method={props.method ?? 'post'}
    enctype={props.files ? 'multipart/form-data' : undefined}
    novalidate
    data-keep={props.keep}
    data-kept={props.keep === undefined ? undefined : uiWords[props.lang].keptText}
    data-busy={uiWords[props.lang].busy}
  >
    {props.idempotencyKey === undefined ? null : <HiddenField name="_key" value={props.idempotencyKey} />}
    {props.children}
  </form>
)

export const HiddenField = ({ name, value }: { name: string; value: string }) => (
  <input type="hidden" name={name} value={value} />
)

type InputProps = FieldProps & { value?: string; autocomplete?: string }

export const TextField = (props: InputProps & { type?: 'text' | 'search' | 'tel' | 'url'; short?: boolean }) => (
  <OneField {...props}>
    {(control) => (
      <input
        {...control}
        class={`utrecht-textbox utrecht-textbox--html-input${props.short ? ' plein-field--short' : ''}`}
        type={props.type ?? 'text'}
        value={props.value}
        autocomplete={props.autocomplete}
      />
    )}
  </OneField>
)

export const EmailField = (props: InputProps) => (
  <OneField {...props}>
    {(control) => (
      <input
        {...control}
        class="utrecht-textbox utrecht-textbox--html-input"
        type="email"
        value={props.value}
        autocomplete={props.autocomplete ?? 'email'}
        autocapitalize="none"
        spellcheck={false}
      />
    )}
  </OneField>
)

/** A code from a mail or an app: digits, with the keyboard and the filling-in that phones offer for it. */
export const CodeField = (props: InputProps) => (
  <OneField {...props}>
    {(control) => (
      <input
        {...control}
        class="utrecht-textbox utrecht-textbox--html-input plein-field--code"
        type="text"
        inputmode="numeric"
        value={props.value}
        autocomplete={props.autocomplete ?? 'one-time-code'}
        spellcheck={false}
      />
    )}
  </OneField>
)

/** A day. The value, sent and shown, is `2026-11-21`; the browser shows it in the reader's own way. */
export const DateField = (props: InputProps & { min?: string; max?: string }) => (
  <OneField {...props}>
    {(control) => (
      <input
        {...control}
        class="utrecht-textbox utrecht-textbox--html-input plein-field--short"
        type="date"
        value={props.value}
        min={props.min}
        max={props.max}
        autocomplete={props.autocomplete}
      />
    )}
  </OneField>
)

/** A file from the sender's own device, in a form with `files`. `accept` helps choosing and checks nothing. */
export const FileField = (props: FieldProps & { accept?: string }) => (
  <OneField {...props}>
    {(control) => <input {...control} class="plein-file" type="file" accept={props.accept} />}
  </OneField>
)

/** A number typed as text: no scroll wheel that changes it unseen. `decimals` offers a comma on phones. */
export const NumberField = (props: InputProps & { decimals?: boolean; unit?: string }) => (
  <OneField {...props}>
    {(control) => (
      <span class="plein-unit">
        <input
          {...control}
          class="utrecht-textbox utrecht-textbox--html-input plein-field--number"
          type="text"
          inputmode={props.decimals ? 'decimal' : 'numeric'}
          value={props.value}
          autocomplete={props.autocomplete ?? 'off'}
        />
        {props.unit === undefined ? null : <span>{props.unit}</span>}
      </span>
    )}
  </OneField>
)

/** `maxLength` is said, and counted down with script; what is too long is never cut off unseen. */
export const TextArea = (props: InputProps & { rows?: number; maxLength?: number }) => {
  const words = uiWords[props.lang]
  const countId = `${fieldId(props.name)}-aantal`
  return (
    <OneField {...props} alsoDescribedBy={props.maxLength === undefined ? undefined : countId}>
      {(control) => (
        <>
          <textarea
            {...control}
            class="utrecht-textarea utrecht-textarea--html-textarea"
            rows={props.rows ?? 6}
            autocomplete={props.autocomplete}
          >
            {props.value ?? ''}
          </textarea>
          {props.maxLength === undefined ? null : (
            <plein-count
              class="utrecht-form-field-description plein-count"
              id={countId}
              field={fieldId(props.name)}
              max={props.maxLength}
              left={words.charactersLeft}
              over={words.charactersOver}
              locale={props.lang}
            >
              {words.maxLength(number(props.maxLength, props.lang))}
            </plein-count>
          )}
        </>
      )}
    </OneField>
  )
}

/** A text field that offers suggestions with script. `src` answers `?q=…` with JSON `[{ value, label }]`. */
export const SuggestField = (props: InputProps & { src: string }) => {
  const words = uiWords[props.lang]
  return (
    <plein-suggest src={props.src} count={words.suggestionCount} none={words.noSuggestions}>
      <TextField {...props} autocomplete={props.autocomplete ?? 'off'} />
    </plein-suggest>
  )
}

/**
 * A place for items that may answer what is being typed in `field`. `src` answers `q` with an HTML fragment; with method
 * `post` it also gets `link`, what stands in the field that `link` names.
 */
export const Related = (props: {
  src: string
  field: string
  link?: string
  heading?: string
  method?: 'get' | 'post'
  lang: Lang
}) => (
  <plein-related
    src={props.src}
    field={fieldId(props.field)}
    {...(props.link !== undefined && { link: fieldId(props.link) })}
    method={props.method ?? 'get'}
    heading={props.heading ?? uiWords[props.lang].related}
    hidden
  />
)

/** `empty` is the sentence of the choice that is none; `false` leaves that choice out. `asWritten`: names, and words of others. */
export const Select = (
  props: InputProps & { options: readonly Option[]; empty?: string | false; asWritten?: boolean },
) => (
  <OneField {...props} free={props.free ?? typeof props.empty === 'string'}>
    {(control) => (
      <select {...control} class="utrecht-select utrecht-select--html-select" autocomplete={props.autocomplete}>
        {props.empty === false ? null : <option value="">{props.empty ?? uiWords[props.lang].choose}</option>}
        {props.options.map((option) => (
          <option value={option.value} selected={option.value === props.value} disabled={option.disabled}>
            {props.asWritten ? option.label : withCapital(option.label)}
          </option>
        ))}
      </select>
    )}
  </OneField>
)

/** `legend` stands above the choices instead of the label; `inline` sets short choices beside each other. */
export const RadioGroup = (
  props: FieldProps & { value?: string; options: readonly Option[]; legend?: Child; inline?: boolean },
) => <GroupField {...props} kind="radio" chosen={props.value === undefined ? [] : [props.value]} />

export const CheckboxGroup = (props: FieldProps & { value?: readonly string[]; options: readonly Option[] }) => (
  <GroupField {...props} kind="checkbox" chosen={props.value ?? []} />
)

/** One box to tick. It sends `value` (default `on`) when ticked and nothing otherwise. */
export const Checkbox = (props: FieldProps & { checked?: boolean; value?: string }) => {
  const id = fieldId(props.name)
  const described = [props.hint && `${id}-uitleg`, props.error && `${id}-fout`].filter(Boolean).join(' ')
  return (
    <div
      class={`utrecht-form-field utrecht-form-field--distanced utrecht-form-field--checkbox${props.error ? ' plein-field--invalid' : ''}`}
    >
      <input
        class="utrecht-form-field__input utrecht-checkbox utrecht-checkbox--html-input utrecht-checkbox--custom utrecht-custom-checkbox--html-input"
        type="checkbox"
        id={id}
        name={props.name}
        value={props.value ?? 'on'}
        checked={props.checked}
        aria-required={props.required ? 'true' : undefined}
        aria-invalid={props.error ? 'true' : undefined}
        aria-describedby={described || undefined}
      />
      <div class="utrecht-form-field__label utrecht-form-field__label--checkbox">
        <label class="utrecht-form-label utrecht-form-label--checkbox" for={id}>
          {props.label}
        </label>
      </div>
      {props.hint ? (
        <div class="utrecht-form-field-description" id={`${id}-uitleg`}>
          {props.hint}
        </div>
      ) : null}
      {props.error ? (
        <div class="utrecht-form-field__error-message utrecht-form-field-error-message" id={`${id}-fout`}>
          <span class="plein-hidden">{uiWords[props.lang].errorLabel}</span>
          {props.error}
        </div>
      ) : null}
    </div>
  )
}

export const Fieldset = ({ legend, hint, children }: { legend: string; hint?: Child; children?: Child }) => (
  <div class="utrecht-form-fieldset utrecht-form-fieldset--distanced plein-fieldset">
    <fieldset class="utrecht-form-fieldset__fieldset utrecht-form-fieldset__fieldset--html-fieldset">
      <legend class="utrecht-form-fieldset__legend utrecht-form-fieldset__legend--html-legend plein-legend">
        {legend}
      </legend>
      {hint ? <p class="utrecht-form-field-description">{hint}</p> : null}
      {children}
    </fieldset>
  </div>
)
