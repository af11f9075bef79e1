import type { Child } from 'hono/jsx'
import type { Lang } from '../lib/words.ts'
import { uiWords } from './text.ts'

export type TimelineStep = {
  readonly title: string
  readonly state: 'done' | 'current' | 'to-come'
  /** A date or a moment, in words. */
  readonly when?: string
  readonly detail?: Child
}

/** Where something stands, as steps. Each step says in words whether it is done: colour carries nothing alone. */
export const StatusTimeline = ({ steps, lang }: { steps: readonly TimelineStep[]; lang: Lang }) => {
  const words = uiWords[lang]
  const stateWords = { done: words.stepDone, current: words.stepCurrent, 'to-come': words.stepToCome }
  return (
    <ol class="plein-timeline">
      {steps.map((step) => (
        <li
          class={`plein-timeline__step plein-timeline__step--${step.state}`}
          aria-current={step.state === 'current' ? 'step' : undefined}
        >
          <p class="plein-timeline__title">{step.title}</p>
          <p class="plein-timeline__state">
            {stateWords[step.state]}
            {step.when === undefined ? null : <span> · {step.when}</span>}
          </p>
          {step.detail === undefined ? null : <div class="plein-timeline__detail">{step.detail}</div>}
        </li>
      ))}
    </ol>
  )
}

export type StatusTone = 'neutral' | 'active' | 'success' | 'warning' | 'danger'

/** A state in one or two words. */
export const StatusBadge = ({ tone = 'neutral', children }: { tone?: StatusTone; children?: Child }) => (
  <span class={`nl-data-badge plein-badge plein-badge--${tone}`}>{children}</span>
)
