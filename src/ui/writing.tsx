import type { Child } from 'hono/jsx'
import type { Lang } from '../lib/words.ts'
import { TextArea } from './fields.tsx'
import type { FieldProps } from './field-anatomy.tsx'
import { writingWords } from './writing.text.ts'

/**
 * A field for a long text in Markdown. With script there are buttons instead of signs. `first` is the level of its largest
 * heading on the page; `pictures` the page where a picture is added and seen (absent: no pictures). The page that holds it
 * sets `writing`.
 */
export const WritingArea = (
  props: FieldProps & {
    value?: string
    rows?: number
    maxLength?: number
    first: 2 | 3
    textLang: Lang
    pictures?: string
  },
) => {
  const { first, textLang, pictures, hint, ...field } = props
  const words = writingWords[props.lang]
  return (
    <plein-editor words={JSON.stringify(words.field)} first={first} text-lang={textLang} pictures={pictures}>
      <TextArea
        {...field}
        hint={
          <>
            {hint}
            {hint ? ' ' : null}
            <span class="plein-without-editor">{words.help}</span>
            <span class="plein-with-editor">{words.keys}</span>
          </>
        }
      />
    </plein-editor>
  )
}

/** Advice about the text of the form that it stands in, beside it: kept up to date with script, as it was at the last save without. */
export const WritingAdvice = (props: { src: string; title: string; children?: Child }) => (
  <aside class="plein-advice" aria-label={props.title}>
    <plein-advice src={props.src}>{props.children}</plein-advice>
  </aside>
)
