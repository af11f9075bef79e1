import type { Child } from 'hono/jsx'
import type { Passage, Piece, TextChanges } from '../../../lib/changes/changes.ts'
import type { FieldChange, FieldValue } from '../../../lib/changes/fields.ts'
import type { Lang } from '../../../lib/words.ts'
import { Fold } from '../../../ui/fold.tsx'
import { Heading, Paragraph } from '../../../ui/typography.tsx'
import { versionWords } from './versions.text.ts'
import { fieldLabel, isWords, shownValue } from '../items/wordings.views.tsx'

// Colour and lines are for the eye; who listens hears a word before each stretch.
const Gone = ({ lang, children }: { lang: Lang; children?: Child }) => (
  <del class="plein-gone">
    <span class="plein-hidden" lang={lang}>{`[${versionWords[lang].removed}: `}</span>
    {children}
    <span class="plein-hidden">]</span>
  </del>
)
const New = ({ lang, children }: { lang: Lang; children?: Child }) => (
  <ins class="plein-new">
    <span class="plein-hidden" lang={lang}>{`[${versionWords[lang].added}: `}</span>
    {children}
    <span class="plein-hidden">]</span>
  </ins>
)

const Stretch = ({ piece, lang }: { piece: Piece; lang: Lang }) =>
  piece.kind === 'removed' ? (
    <Gone lang={lang}>{piece.text}</Gone>
  ) : piece.kind === 'added' ? (
    <New lang={lang}>{piece.text}</New>
  ) : (
    <>{piece.text}</>
  )

function labelOfPassage(passage: Passage, lang: Lang): string | null {
  const words = versionWords[lang]
  switch (passage.kind) {
    case 'kept':
    case 'changed':
      return null
    case 'removed':
      return words.removedParagraph
    case 'added':
      return words.addedParagraph
    case 'moved-away':
      return words.movedAway(passage.pair ?? 0)
    case 'moved-here':
      return words.movedHere(passage.pair ?? 0)
  }
}

const OnePassage = ({ passage, lang }: { passage: Passage; lang: Lang }) => {
  const label = labelOfPassage(passage, lang)
  return (
    <div class={`plein-passage plein-passage--${passage.kind}`}>
      {label === null ? null : (
        <p class="plein-passage__label" lang={lang}>
          {label}
        </p>
      )}
      <p class="nl-paragraph">
        {passage.pieces.map((piece) => (
          <Stretch piece={piece} lang={lang} />
        ))}
      </p>
    </div>
  )
}

/** Runs of what stayed, apart from the paragraph right before and after a change, which says where one is. */
function folded(passages: readonly Passage[]): readonly (Passage | readonly Passage[])[] {
  const beside = (at: number) =>
    [passages[at - 1], passages[at + 1]].some((each) => each !== undefined && each.kind !== 'kept')
  const result: (Passage | Passage[])[] = []
  for (const [at, passage] of passages.entries()) {
    const last = result.at(-1)
    if (passage.kind !== 'kept' || beside(at)) result.push(passage)
    else if (Array.isArray(last)) last.push(passage)
    else result.push([passage])
  }
  return result
}

const TextDifference = ({ text, lang, textLang }: { text: TextChanges; lang: Lang; textLang: Lang }) => (
  <div class="plein-prose plein-prose--plain plein-difference" lang={textLang}>
    {text.detail === 'words' ? null : <p lang={lang}>{versionWords[lang].coarse}</p>}
    {folded(text.passages).map((each) =>
      'kind' in each ? (
        <OnePassage passage={each} lang={lang} />
      ) : (
        <Fold title={<span lang={lang}>{versionWords[lang].unchanged(each.length)}</span>}>
          {each.map((passage) => (
            <OnePassage passage={passage} lang={lang} />
          ))}
        </Fold>
      ),
    )}
  </div>
)

const isList = (value: FieldValue): value is readonly string[] => Array.isArray(value)

const ListDifference = ({ change, lang }: { change: FieldChange; lang: Lang }) => {
  const { lost, gained, field } = change
  if (lost.length === 0 && gained.length === 0) return <Paragraph>{versionWords[lang].otherOrder}</Paragraph>
  return (
    <ul class="utrecht-unordered-list">
      {lost.map((each) => (
        <li class="utrecht-unordered-list__item">
          <Gone lang={lang}>{shownValue(field, each, lang)}</Gone>
        </li>
      ))}
      {gained.map((each) => (
        <li class="utrecht-unordered-list__item">
          <New lang={lang}>{shownValue(field, each, lang)}</New>
        </li>
      ))}
    </ul>
  )
}

const ValueDifference = ({ change, lang }: { change: FieldChange; lang: Lang }) => {
  const shown = (value: FieldValue) =>
    value === null || value === '' || isList(value) ? null : shownValue(change.field, value, lang)
  const [before, after] = [shown(change.before), shown(change.after)]
  return (
    <p class="nl-paragraph">
      {before === null ? null : <Gone lang={lang}>{before}</Gone>}{' '}
      {after === null ? null : <New lang={lang}>{after}</New>}
    </p>
  )
}

/** What differs between two states of an item, field by field, for eyes and ears. `textLang` is that of the item's words. */
export const Differences = (props: { changes: readonly FieldChange[]; lang: Lang; textLang: Lang }) => (
  <>
    {props.changes.map((change) => (
      <section>
        <Heading level={2} look={3}>
          {fieldLabel(change.field, props.lang)}
        </Heading>
        {isList(change.before) || isList(change.after) ? (
          <ListDifference change={change} lang={props.lang} />
        ) : change.text !== null && isWords(change.field) ? (
          <TextDifference text={change.text} lang={props.lang} textLang={props.textLang} />
        ) : (
          <ValueDifference change={change} lang={props.lang} />
        )}
      </section>
    ))}
  </>
)
