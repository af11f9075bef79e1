import type { Child } from 'hono/jsx'
import type { Lang } from '../lib/words.ts'
import { uiWords } from './text.ts'

export type NoticeKind = 'info' | 'success' | 'warning' | 'error'

const look = { info: 'info', success: 'ok', warning: 'warning', error: 'error' } as const

/** A message set apart. Without `heading` it takes the usual word of its kind. `live` is for what has just happened. */
export const Notice = (props: {
  kind: NoticeKind
  lang: Lang
  heading?: string
  level?: 2 | 3
  live?: boolean
  children?: Child
}) => {
  const Tag = `h${props.level ?? 2}` as const
  const live = props.live ?? props.kind === 'success'
  return (
    <div
      class={`utrecht-alert utrecht-alert--${look[props.kind]} plein-notice`}
      role={live ? (props.kind === 'error' ? 'alert' : 'status') : undefined}
    >
      <div class="utrecht-alert__content">
        <Tag class="nl-heading nl-heading--level-4 plein-notice__heading">
          {props.heading ?? uiWords[props.lang][props.kind]}
        </Tag>
        <div class="utrecht-alert__message">{props.children}</div>
      </div>
    </div>
  )
}
