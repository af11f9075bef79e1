import type { Child } from 'hono/jsx'

/** Nothing here yet: says so kindly, and `children` offer the next step. */
export const Empty = (props: { title: string; level?: 2 | 3; sentence?: Child; children?: Child }) => {
  const Tag = `h${props.level ?? 2}` as const
  return (
    <div class="plein-empty">
      <Tag class="nl-heading nl-heading--level-3">{props.title}</Tag>
      {props.sentence === undefined ? null : <p class="nl-paragraph">{props.sentence}</p>}
      {props.children === undefined ? null : <div class="utrecht-button-group">{props.children}</div>}
    </div>
  )
}
