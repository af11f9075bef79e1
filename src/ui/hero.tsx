import type { Child } from 'hono/jsx'

/** The deep band at the top of a page, from edge to edge: title, a sentence or two, and the one thing to do here. */
export const Hero = (props: { title: Child; lead?: Child; children?: Child }) => (
  <div class="plein-hero">
    <h1 class="nl-heading nl-heading--level-1">{props.title}</h1>
    {props.lead === undefined ? null : <p class="nl-paragraph nl-paragraph--lead">{props.lead}</p>}
    {props.children}
  </div>
)
