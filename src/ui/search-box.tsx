import type { Child } from 'hono/jsx'
import type { Lang } from '../lib/words.ts'
import { href } from './address.ts'
import { uiWords } from './text.ts'

/** One search field with its button and, with script, suggestions; it opens `/zoeken?q=…`. `children` are hidden fields that keep other choices. */
export const SearchBox = (props: {
  lang: Lang
  value?: string
  large?: boolean
  action?: string
  label?: string
  hint?: string | false
  children?: Child
}) => {
  const words = uiWords[props.lang]
  const hint = props.hint ?? words.searchHint
  return (
    <search>
      <form
        class={`plein-search${props.large ? ' plein-search--large' : ''}`}
        action={props.action ?? href(props.lang, '/zoeken')}
        method="get"
      >
        <label class="utrecht-form-label" for="zoekvraag">
          {props.label ?? words.searchLabel}
        </label>
        {hint === false ? null : (
          <p class="utrecht-form-field-description" id="zoekvraag-uitleg">
            {hint}
          </p>
        )}
        <div class="utrecht-search-bar plein-search__bar">
          <plein-suggest src={href(props.lang, '/zoeken/suggesties')} count={words.suggestionCount} none="">
            <input
              class="utrecht-textbox utrecht-textbox--html-input utrecht-search-bar__input"
              type="search"
              id="zoekvraag"
              name="q"
              value={props.value}
              maxlength={200}
              autocomplete="off"
              aria-describedby={hint === false ? undefined : 'zoekvraag-uitleg'}
            />
          </plein-suggest>
          <button class="nl-button nl-button--primary" type="submit">
            <span class="nl-button__label">{words.searchButton}</span>
          </button>
        </div>
        {props.children}
      </form>
    </search>
  )
}
