import type { Child } from 'hono/jsx'
import type { Lang } from '../lib/words.ts'

/** An item in a list: what kind of thing, its title as the link, a summary, and small facts below. */
export const Card = (props: {
  href: string
  title: Child
  kind?: string
  summary?: Child
  meta?: readonly Child[]
  /** The language of title and summary when it is not that of the page. */
  contentLang?: Lang
  level?: 2 | 3 | 4
  children?: Child
}) => {
  const Tag = `h${props.level ?? 3}` as const
  return (
    <article class="plein-card">
      {props.kind === undefined ? null : <p class="plein-card__kind">{props.kind}</p>}
      <Tag class="nl-heading nl-heading--level-3 plein-card__title" lang={props.contentLang}>
        <a class="nl-link" href={props.href}>
          {props.title}
        </a>
      </Tag>
      {props.summary === undefined ? null : (
        <p class="nl-paragraph plein-card__summary" lang={props.contentLang}>
          {props.summary}
        </p>
      )}
      {props.children}
      {props.meta === undefined || props.meta.length === 0 ? null : (
        <ul class="plein-card__meta">
          {props.meta.map((fact) => (
            <li>{fact}</li>
          ))}
        </ul>
      )}
    </article>
  )
}

/** Cards below each other, or in columns with `grid`. */
export const Cards = ({ grid, children }: { grid?: boolean; children?: Child }) => (
  <div class={grid ? 'plein-cards plein-cards--grid' : 'plein-cards'}>{children}</div>
)
