import type { Lang } from '../lib/words.ts'

/** How far something is: a bar, with the same in words. `total` 0: it has not begun. */
export const ProgressBar = (props: { label: string; words: string; done: number; total: number; lang: Lang }) => (
  <p class="plein-progress" lang={props.lang}>
    <progress
      aria-label={props.label}
      max={props.total === 0 ? undefined : props.total}
      value={props.total === 0 ? undefined : Math.min(props.done, props.total)}
    />{' '}
    <span>{props.words}</span>
  </p>
)
