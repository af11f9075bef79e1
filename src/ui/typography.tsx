import type { Child } from 'hono/jsx'

type Level = 1 | 2 | 3 | 4 | 5 | 6

/** `look` sets the size apart from the place in the outline. */
export const Heading = ({
  level,
  look = level,
  id,
  children,
}: {
  level: Level
  look?: Level
  id?: string
  children?: Child
}) => {
  const Tag = `h${level}` as const
  return (
    <Tag class={`nl-heading nl-heading--level-${look}`} id={id}>
      {children}
    </Tag>
  )
}

export const Paragraph = ({ lead, children }: { lead?: boolean; children?: Child }) => (
  <p class={lead ? 'nl-paragraph nl-paragraph--lead' : 'nl-paragraph'}>{children}</p>
)

/** `address` is a finished address: see `href` in layout.tsx. */
export const Link = (props: { href: string; lang?: string; rel?: string; current?: boolean; children?: Child }) => (
  <a
    class={props.current ? 'nl-link nl-link--current' : 'nl-link'}
    href={props.href}
    hreflang={props.lang}
    rel={props.rel}
    aria-current={props.current ? 'page' : undefined}
  >
    {props.children}
  </a>
)

export const List = ({ ordered, items }: { ordered?: boolean; items: readonly Child[] }) => {
  const kind = ordered ? 'ordered' : 'unordered'
  const Tag = ordered ? 'ol' : 'ul'
  return (
    <Tag class={`utrecht-${kind}-list`}>
      {items.map((item) => (
        <li class={`utrecht-${kind}-list__item`}>{item}</li>
      ))}
    </Tag>
  )
}

/** Vertical rhythm for parts of a page that are not running text. */
export const Stack = ({ children }: { children?: Child }) => <div class="plein-stack">{children}</div>

/** Parts side by side where there is room; below each other on a phone. `broad` is for parts that hold a table. */
export const Columns = ({ broad, children }: { broad?: boolean; children?: Child }) => (
  <div class={broad ? 'plein-columns plein-columns--broad' : 'plein-columns'}>{children}</div>
)
