import type { Child } from 'hono/jsx'
import type { Lang } from '../lib/words.ts'
import { uiWords } from './text.ts'

export type Fact = { readonly key: string; readonly value: Child; readonly changeHref?: string }

/** Facts as name and value. A fact with `changeHref` gets a link that changes it. */
export const SummaryList = ({ facts, lang }: { facts: readonly Fact[]; lang: Lang }) => (
  <dl class="utrecht-data-list plein-summary">
    {facts.map((fact) => (
      <div class="utrecht-data-list__item plein-summary__item">
        <dt class="utrecht-data-list__item-key">{fact.key}</dt>
        <dd class="utrecht-data-list__item-value utrecht-data-list__item-value--html-dd">{fact.value}</dd>
        {fact.changeHref === undefined ? null : (
          <dd class="utrecht-data-list__actions utrecht-data-list__actions--html-dd">
            <a class="nl-link" href={fact.changeHref}>
              {uiWords[lang].change}
              <span class="plein-hidden">: {fact.key}</span>
            </a>
          </dd>
        )}
      </div>
    ))}
  </dl>
)
