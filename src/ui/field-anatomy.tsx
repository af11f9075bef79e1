import type { Child } from 'hono/jsx'
import type { Lang } from '../lib/words.ts'
import { uiWords } from './text.ts'

/** What every field has. A field that is not `required` says so in words. */
export type FieldProps = {
  readonly name: string
  readonly label: string
  readonly hint?: Child
  readonly error?: string
  readonly required?: boolean
  /** Filling in nothing is a choice like another: the field does not say that it is optional. */
  readonly free?: boolean
  readonly lang: Lang
}

/** The `id` of a field (of the first choice in a group), for links to it. */
export const fieldId = (name: string) => `veld-${name.replaceAll(/[^\w-]/g, '-')}`

type Control = {
  id: string
  name: string
  'aria-describedby': string | undefined
  'aria-invalid': 'true' | undefined
  'aria-required': 'true' | undefined
}

const describedBy = (...ids: unknown[]) => ids.filter(Boolean).join(' ') || undefined

/** "(niet verplicht)", behind the name of a field. */
export const Optional = ({ lang }: { lang: Lang }) => (
  <>
    {' '}
    <span class="plein-optional">({uiWords[lang].optional})</span>
  </>
)

const Hint = ({ id, children }: { id: string; children?: Child }) => (
  <div class="utrecht-form-field__description utrecht-form-field-description" id={id}>
    {children}
  </div>
)

const ErrorMessage = ({ id, lang, children }: { id: string; lang: Lang; children?: Child }) => (
  <div class="utrecht-form-field__error-message utrecht-form-field-error-message" id={id}>
    <span class="plein-hidden">{uiWords[lang].errorLabel}</span>
    {children}
  </div>
)

// aria-required and not `required`: the browser would colour an untouched field red before anything is said about it.
export const OneField = (props: FieldProps & { alsoDescribedBy?: string; children: (control: Control) => Child }) => {
  const id = fieldId(props.name)
  const control: Control = {
    id,
    name: props.name,
    'aria-describedby': describedBy(props.hint && `${id}-uitleg`, props.error && `${id}-fout`, props.alsoDescribedBy),
    'aria-invalid': props.error ? 'true' : undefined,
    'aria-required': props.required ? 'true' : undefined,
  }
  return (
    <div class={`utrecht-form-field utrecht-form-field--distanced${props.error ? ' utrecht-form-field--invalid' : ''}`}>
      <div class="utrecht-form-field__label">
        <label class="utrecht-form-label" for={id}>
          {props.label}
          {props.required || props.free ? null : <Optional lang={props.lang} />}
        </label>
      </div>
      {props.hint ? <Hint id={`${id}-uitleg`}>{props.hint}</Hint> : null}
      {props.error ? (
        <ErrorMessage id={`${id}-fout`} lang={props.lang}>
          {props.error}
        </ErrorMessage>
      ) : null}
      <div class="utrecht-form-field__input">{props.children(control)}</div>
    </div>
  )
}

const inputClass = {
  radio: 'utrecht-radio-button utrecht-radio-button--html-input',
  checkbox:
    'utrecht-checkbox utrecht-checkbox--html-input utrecht-checkbox--custom utrecht-custom-checkbox--html-input',
}

export const GroupField = (
  props: FieldProps & {
    kind: 'radio' | 'checkbox'
    chosen: readonly string[]
    options: readonly { value: string; label: string; hint?: string; disabled?: boolean }[]
    /** What is read above the choices instead of the label; it says by itself what they are about. */
    legend?: Child
    /** The choices stand beside each other where there is room. */
    inline?: boolean
  },
) => {
  const id = fieldId(props.name)
  const { kind } = props
  return (
    <div
      class={`utrecht-form-fieldset utrecht-form-fieldset--distanced${props.error ? ' utrecht-form-fieldset--invalid' : ''}`}
    >
      <fieldset
        class="utrecht-form-fieldset__fieldset utrecht-form-fieldset__fieldset--html-fieldset"
        role={kind === 'radio' ? 'radiogroup' : undefined}
        aria-describedby={describedBy(props.hint && `${id}-uitleg`, props.error && `${id}-fout`)}
        aria-invalid={kind === 'radio' && props.error ? 'true' : undefined}
        aria-required={kind === 'radio' && props.required ? 'true' : undefined}
      >
        <legend class="utrecht-form-fieldset__legend utrecht-form-fieldset__legend--html-legend">
          {props.legend ?? props.label}
          {props.required || props.free || props.legend !== undefined ? null : <Optional lang={props.lang} />}
        </legend>
        {props.hint ? <Hint id={`${id}-uitleg`}>{props.hint}</Hint> : null}
        {props.error ? (
          <ErrorMessage id={`${id}-fout`} lang={props.lang}>
            {props.error}
          </ErrorMessage>
        ) : null}
        <div class={props.inline ? 'plein-choices plein-choices--inline' : 'plein-choices'}>
          {props.options.map((option, index) => {
            const choice = index === 0 ? id : `${id}-${index + 1}`
            return (
              <div class={`utrecht-form-field utrecht-form-field--${kind} plein-choice`}>
                <input
                  class={`utrecht-form-field__input ${inputClass[kind]}`}
                  type={kind}
                  id={choice}
                  name={props.name}
                  value={option.value}
                  checked={props.chosen.includes(option.value)}
                  disabled={option.disabled}
                  aria-describedby={option.hint ? `${choice}-bij` : undefined}
                />
                <div class={`utrecht-form-field__label utrecht-form-field__label--${kind}`}>
                  <label class={`utrecht-form-label utrecht-form-label--${kind}`} for={choice}>
                    {option.label}
                  </label>
                </div>
                {option.hint ? (
                  <div class="utrecht-form-field-description" id={`${choice}-bij`}>
                    {option.hint}
                  </div>
                ) : null}
              </div>
            )
          })}
        </div>
      </fieldset>
    </div>
  )
}
