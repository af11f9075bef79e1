import type { Lang } from '../../../lib/words.ts'
import { href } from '../../../ui/layout.tsx'
import { Notice } from '../../../ui/notices.tsx'
import { Paragraph } from '../../../ui/typography.tsx'
import type { AlikeItem } from './alike.actions.ts'
import { alikeWords } from './alike.text.ts'
import { paths } from '../paths.ts'
import { knowledgePaths } from '../square.paths.ts'

/** Up to three items that may be the same; each opens beside what is being written. */
export const AlikeList = ({ alike, lang }: { alike: readonly AlikeItem[]; lang: Lang }) => {
  const words = alikeWords[lang]
  return (
    <ul class="utrecht-link-list">
      {alike.map((item) => (
        <li class="utrecht-link-list__item">
          <a
            class="nl-link"
            href={href(lang, item.slug === null ? paths.item(item.id) : knowledgePaths.item(item.slug))}
            lang={item.lang}
            target="_blank"
            rel="noopener"
          >
            {item.title}
          </a>
          <p class="plein-small">
            {[
              words.reasons[item.reason],
              item.slug === null ? words.draft : item.stewards.map((each) => each.name).join(', '),
            ].join(' · ')}
          </p>
        </li>
      ))}
    </ul>
  )
}

/** The same, on the page of a draft that was saved. */
export const AlikeNotice = ({ alike, lang }: { alike: readonly AlikeItem[]; lang: Lang }) =>
  alike.length === 0 ? null : (
    <Notice kind="info" lang={lang} heading={alikeWords[lang].heading}>
      <Paragraph>{alikeWords[lang].sentence}</Paragraph>
      <AlikeList alike={alike} lang={lang} />
    </Notice>
  )
