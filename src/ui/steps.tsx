import type { Lang } from '../lib/words.ts'
import { uiWords } from './text.ts'

/** Where one is in a form of several pages. `current` counts from 1. Steps behind us with an address are links. */
export const Steps = (props: {
  steps: readonly { readonly title: string; readonly href?: string }[]
  current: number
  lang: Lang
}) => {
  const words = uiWords[props.lang]
  return (
    <nav class="plein-steps" aria-label={words.steps}>
      <p class="plein-steps__where">{words.formStep(String(props.current), String(props.steps.length))}</p>
      <ol class="plein-steps__list">
        {props.steps.map((step, index) => {
          const state = index + 1 < props.current ? 'done' : index + 1 === props.current ? 'current' : 'to-come'
          return (
            <li
              class={`plein-steps__step plein-steps__step--${state}`}
              aria-current={state === 'current' ? 'step' : undefined}
            >
              {state === 'done' && step.href !== undefined ? (
                <a class="nl-link" href={step.href}>
                  {step.title}
                </a>
              ) : (
                step.title
              )}
              {state === 'done' ? <span class="plein-hidden"> ({words.stepDone})</span> : null}
            </li>
          )
        })}
      </ol>
    </nav>
  )
}
