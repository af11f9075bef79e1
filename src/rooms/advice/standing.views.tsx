import { many, type FormInput } from '../../lib/form-values.ts'
import { longMoment, type Lang } from '../../lib/words.ts'
import { ButtonLink } from '../../ui/fields.tsx'
import { href, Page, type PageFrame } from '../../ui/layout.tsx'
import { Notice } from '../../ui/notices.tsx'
import { StatusBadge, StatusTimeline, type StatusTone, type TimelineStep } from '../../ui/status.tsx'
import { SummaryList } from '../../ui/summary-list.tsx'
import { Heading, Paragraph } from '../../ui/typography.tsx'
import { standingWords } from './standing.text.ts'
import { hasEnded, type State } from './states.rules.ts'
import type { Moved } from './timeline.sql.ts'
import { labels } from './words.text.ts'

/** The tone of a state; its words stand beside it always. */
export const stateTone = (state: State): StatusTone =>
  state === 'submitted' || state === 'waiting-for-requester'
    ? 'warning'
    : state === 'closed' || state === 'answered' || state === 'feedback-asked' || state === 'evaluated'
      ? 'success'
      : hasEnded(state) || state === 'referred' || state === 'unconfirmed'
        ? 'neutral'
        : 'active'

const mainRoad = [
  'submitted',
  'in-intake',
  'triaged',
  'seeking-duo',
  'in-progress',
  'answered',
  'evaluated',
  'closed',
] as const

/** The road of a request as steps: what was, what is, and what is still to come. */
const roadOf = (
  request: { readonly state: State; readonly waitingFrom: State | null },
  moves: readonly Moved[],
  lang: Lang,
): readonly TimelineStep[] => {
  const names = labels[lang].states
  const enteredAt = (state: State) => moves.findLast((move) => move.to === state)?.at
  const whenOf = (state: State) => {
    const at = enteredAt(state)
    return at && longMoment(at, lang)
  }
  const aside = !mainRoad.some((each) => each === request.state) && request.state !== 'unconfirmed'
  const onRoad = request.waitingFrom ?? (request.state === 'feedback-asked' ? 'answered' : request.state)
  const reached = mainRoad.findIndex((each) => each === onRoad)
  const steps: TimelineStep[] = mainRoad.flatMap((state, index): TimelineStep[] => {
    const when = whenOf(state)
    if (reached < 0 && enteredAt(state) === undefined) return []
    const isNow = index === reached && !aside
    const done = reached < 0 || index < reached || (index === reached && aside) || (isNow && state === 'closed')
    // A step that was left out (closed with a reason) is not shown as done.
    if (done && when === undefined) return []
    return [{ title: names[state], state: done ? 'done' : isNow ? 'current' : 'to-come', ...(when && { when }) }]
  })
  if (!aside) return steps
  const when = whenOf(request.state)
  const here: TimelineStep = {
    title: names[request.state],
    state: hasEnded(request.state) ? 'done' : 'current',
    ...(when && { when }),
  }
  return [...steps.filter((each) => each.state === 'done'), here]
}

export const Road = (props: {
  request: { readonly state: State; readonly waitingFrom: State | null }
  moves: readonly Moved[]
  lang: Lang
}) => <StatusTimeline steps={roadOf(props.request, props.moves, props.lang)} lang={props.lang} />

/** For who pressed a moment too late: what is the matter, how it stands now, and what they had typed. */
export const TooLatePage = (props: {
  frame: PageFrame
  title: string
  sentence: string
  standing: { readonly number: string; readonly state: State; readonly since: Date; readonly holder: string }
  path: string
  sent: FormInput
}) => {
  const { lang } = props.frame
  const words = standingWords[lang]
  const typed = Object.keys(props.sent)
    .filter((name) => !name.startsWith('_'))
    .flatMap((name) => many(props.sent, name))
    .filter((value) => value.length > 40 || value.includes(' '))
  return (
    <Page frame={props.frame} title={props.title} hold>
      <Heading level={1}>{props.title}</Heading>
      <Paragraph lead>{props.sentence}</Paragraph>
      <Notice kind="info" lang={lang} heading={`${words.now}: ${props.standing.number}`}>
        <SummaryList
          lang={lang}
          facts={[
            {
              key: words.state,
              value: (
                <StatusBadge tone={stateTone(props.standing.state)}>
                  {labels[lang].states[props.standing.state]}
                </StatusBadge>
              ),
            },
            { key: words.since, value: longMoment(props.standing.since, lang) },
            { key: words.holder, value: props.standing.holder },
          ]}
        />
      </Notice>
      {typed.length === 0 ? null : (
        <>
          <Heading level={2}>{words.kept}</Heading>
          <Paragraph>{words.keptHint}</Paragraph>
          {typed.map((text) => (
            <pre class="plein-kept-text">{text}</pre>
          ))}
        </>
      )}
      <ButtonLink href={href(lang, props.path)}>{words.look}</ButtonLink>
    </Page>
  )
}
