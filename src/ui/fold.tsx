import type { Child } from 'hono/jsx'
import { GroupField, Optional, type FieldProps } from './field-anatomy.tsx'
import type { Option } from './fields.tsx'
import { uiWords } from './text.ts'

/** A part of a page that is closed until somebody opens it; works without script. `note` says in short what is inside. */
export const Fold = (props: { title: Child; note?: Child; open?: boolean; children?: Child }) => (
  <details class="plein-fold" open={props.open}>
    <summary>
      <span class="plein-fold__title">{props.title}</span>
      {props.note === undefined ? null : <span class="plein-fold__note">{props.note}</span>}
    </summary>
    <div class="plein-fold__content">{props.children}</div>
  </details>
)

/** A long list of boxes to tick, closed; what is ticked stands beside its name. An error opens it. */
export const FoldedCheckboxGroup = (
  props: FieldProps & { value?: readonly string[]; options: readonly Option[]; open?: boolean },
) => {
  const { value = [], options, lang } = props
  const none = uiWords[lang].nothingChosen
  const ticked = options.filter((option) => value.includes(option.value)).map((option) => option.label)
  return (
    <Fold
      title={
        <>
          {props.label}
          {props.required ? null : <Optional lang={lang} />}
        </>
      }
      note={<span data-none={none}>{ticked.join(', ') || none}</span>}
      open={props.open || props.error !== undefined}
    >
      <GroupField {...props} kind="checkbox" chosen={value} legend={<span class="plein-hidden">{props.label}</span>} />
    </Fold>
  )
}
