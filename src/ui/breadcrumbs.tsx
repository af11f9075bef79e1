import { href, type PageFrame } from './layout.tsx'
import type { Crumb } from './structured-facts.tsx'
import { uiWords } from './text.ts'

/** The pages above this one, the highest first, each a link. Stands before the heading; the page itself is not in it. */
export const Breadcrumbs = ({ frame, above }: { frame: PageFrame; above: readonly Crumb[] }) => (
  <nav class="plein-trail" aria-label={uiWords[frame.lang].trail}>
    <ol class="plein-trail__list">
      {above.map(({ path, label, lang }) => (
        <li class="plein-trail__item">
          <a class="nl-link" href={href(frame, path)} {...(lang !== undefined && lang !== frame.lang && { lang })}>
            {label}
          </a>
        </li>
      ))}
    </ol>
  </nav>
)
