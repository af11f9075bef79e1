import type { Lang } from '../lib/words.ts'
import { uiWords } from './text.ts'

export type Tag = { readonly label: string; readonly href?: string }

/** Subjects of an item; those with an address are links. Nothing when there are none. */
export const Tags = ({ tags, lang, label }: { tags: readonly Tag[]; lang: Lang; label?: string }) =>
  tags.length === 0 ? null : (
    <ul class="utrecht-badge-list plein-tags" aria-label={label ?? uiWords[lang].tags}>
      {tags.map((tag) => (
        <li>
          {tag.href === undefined ? (
            <span class="nl-data-badge plein-tag">{tag.label}</span>
          ) : (
            <a class="nl-data-badge plein-tag plein-tag--link" href={tag.href}>
              {tag.label}
            </a>
          )}
        </li>
      ))}
    </ul>
  )
