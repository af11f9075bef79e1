import type { Errors } from '../lib/form-values.ts'
import type { Lang } from '../lib/words.ts'
import { fieldId } from './field-anatomy.tsx'
import { uiWords } from './text.ts'

/**
 * All errors of a form, each a link to its field; nothing when there are none. It takes the focus when the page opens.
 * `labels` puts the field's name before its sentence. The error of the whole form has the name `_form` and no link.
 */
export const ErrorSummary = (props: { errors: Errors; lang: Lang; labels?: Readonly<Record<string, string>> }) => {
  const entries = Object.entries(props.errors)
  const words = uiWords[props.lang]
  if (entries.length === 0) return null
  return (
    <plein-errors>
      <section
        class="utrecht-alert utrecht-alert--error plein-notice plein-errors"
        aria-labelledby="fouten"
        tabindex={-1}
        autofocus
      >
        <div class="utrecht-alert__content">
          <h2 class="nl-heading nl-heading--level-3" id="fouten">
            {words.errorSummary}
          </h2>
          <p class="nl-paragraph">{words.errorSummaryHint}</p>
          <ul class="utrecht-unordered-list">
            {entries.map(([name, sentence]) => {
              const label = props.labels?.[name]
              const text = label === undefined ? sentence : `${label}: ${sentence}`
              return (
                <li class="utrecht-unordered-list__item">
                  {name === '_form' ? (
                    text
                  ) : (
                    <a class="nl-link" href={`#${fieldId(name)}`}>
                      {text}
                    </a>
                  )}
                </li>
              )
            })}
          </ul>
        </div>
      </section>
    </plein-errors>
  )
}
