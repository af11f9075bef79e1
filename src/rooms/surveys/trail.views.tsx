import { saidIn, type Said } from '../../lib/questionnaire/definition.ts'
import { Breadcrumbs } from '../../ui/breadcrumbs.tsx'
import type { PageFrame } from '../../ui/layout.tsx'
import { oldPollPaths } from './old-polls/old-polls.paths.ts'
import { oldPollWords } from './old-polls/old-polls.text.ts'
import { paths } from './paths.ts'
import { resultPaths } from './results/results.paths.ts'
import { releaseWords } from './releases/releases.text.ts'
import { seriesWords } from './series/series.text.ts'
import { waitingWords } from './waves/waiting.text.ts'

type Named = { readonly slug: string; readonly title: Said }
type Labelled = { readonly slug: string; readonly label: Said }

const crumb = (path: string, said: Said, frame: PageFrame) => {
  const { text, lang } = saidIn(said, frame.lang)
  return { path, label: text, lang }
}

/** Where a page of researchers stands in the tree of research; what it hangs under is given, it is not in it itself. */
export const Trail = (props: {
  frame: PageFrame
  /** Under the list of releases, or of old polls, instead of the list of polls. */
  releases?: boolean
  oldPolls?: boolean
  /** Under the list of polls itself. */
  polls?: boolean
  series?: Named
  wave?: Labelled
}) => {
  const { frame, releases, oldPolls, polls, series, wave } = props
  const { lang } = frame
  return (
    <Breadcrumbs
      frame={frame}
      above={[
        { path: paths.research, label: waitingWords[lang].title },
        ...(releases ? [{ path: resultPaths.proposals, label: releaseWords[lang].title }] : []),
        ...(oldPolls ? [{ path: oldPollPaths.polls, label: oldPollWords[lang].title }] : []),
        ...(polls || series ? [{ path: paths.list, label: seriesWords[lang].list.title }] : []),
        ...(series ? [crumb(paths.series(series.slug), series.title, frame)] : []),
        ...(series && wave ? [crumb(paths.wave(series.slug, wave.slug), wave.label, frame)] : []),
      ]}
    />
  )
}
