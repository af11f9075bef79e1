import { Breadcrumbs } from '../../ui/breadcrumbs.tsx'
import type { PageFrame } from '../../ui/layout.tsx'
import { paths } from './paths.ts'
import { questionnairesWords } from './text.ts'

/** Where a page of this room stands in the tree of research: under the list, and with `id` under that questionnaire. */
export const Trail = (props: { frame: PageFrame; list?: boolean; id?: string }) => {
  const words = questionnairesWords[props.frame.lang].trail
  return (
    <Breadcrumbs
      frame={props.frame}
      above={[
        { path: paths.research, label: words.research },
        ...(props.list || props.id ? [{ path: paths.list, label: words.list }] : []),
        ...(props.id ? [{ path: paths.questionnaire(props.id), label: words.one }] : []),
      ]}
    />
  )
}
