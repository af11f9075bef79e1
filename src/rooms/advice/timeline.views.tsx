import type { Child } from 'hono/jsx'
import { longDate, longMoment, type Lang } from '../../lib/words.ts'
import { PlainText } from '../../ui/prose.tsx'
import { Paragraph } from '../../ui/typography.tsx'
import { timelineWords } from './standing.text.ts'
import type { Audience } from './request.rules.ts'
import type { Message, Moved, SessionHeld, TimelineEntry } from './timeline.sql.ts'
import { labels } from './words.text.ts'

export type TimelineProps = {
  readonly entries: readonly TimelineEntry[]
  readonly requesterName: string
  /** Names of people by id, as the reader may know them. */
  readonly names: ReadonlyMap<string, string>
  readonly me: string
  readonly lang: Lang
}

const audienceWords = (audience: Audience, lang: Lang) => {
  const words = timelineWords[lang]
  return audience === 'everyone' ? words.everyone : audience === 'team' ? words.team : words.deskOnly
}

const Entry = (props: {
  kind: 'external' | 'internal'
  mine: boolean
  who: string
  label: string
  at: Date
  lang: Lang
  children: Child
}) => (
  <li
    class={`plein-message plein-message--${props.kind}${props.mine && props.kind === 'external' ? ' plein-message--mine' : ''}`}
  >
    <p class="plein-message__who">
      <strong>{props.who}</strong>
      {props.mine ? <span> ({timelineWords[props.lang].you})</span> : null}
      <span class="plein-message__label">{props.label}</span>
    </p>
    <div class="plein-message__body">{props.children}</div>
    <p class="plein-message__when">
      <time datetime={props.at.toISOString()}>{longMoment(props.at, props.lang)}</time>
    </p>
  </li>
)

const authorOf = (message: Message, props: TimelineProps) => {
  const words = timelineWords[props.lang]
  const known = message.person === null ? undefined : props.names.get(message.person)
  if (message.author === 'requester') return props.requesterName
  if (message.author === 'expert') return message.name ?? known ?? words.expert
  return message.author === 'desk' ? (known ?? words.desk) : words.system
}

const MovedEntry = ({ move, props }: { move: Moved; props: TimelineProps }) => {
  const words = timelineWords[props.lang]
  const by = move.person === null ? undefined : props.names.get(move.person)
  const who =
    move.by === 'time'
      ? words.byTime
      : move.by === 'requester'
        ? props.requesterName
        : (by ?? (move.by === 'expert' ? words.expert : words.desk))
  return (
    <li>
      <p class="plein-small">
        <strong>
          {words.step}: {move.from === null ? words.first : labels[props.lang].states[move.to]}
        </strong>
        {' · '}
        {who}
        {' · '}
        <time datetime={move.at.toISOString()}>{longMoment(move.at, props.lang)}</time>
      </p>
    </li>
  )
}

const SessionEntry = ({ session, props }: { session: SessionHeld; props: TimelineProps }) => {
  const words = timelineWords[props.lang]
  const { sessionKinds, sessionForms } = labels[props.lang]
  return (
    <Entry
      kind="internal"
      mine={session.person === props.me}
      who={`${words.session}: ${sessionKinds[session.what]}`}
      label={words.team}
      at={session.at}
      lang={props.lang}
    >
      <p class="nl-paragraph">
        {longDate(new Date(`${session.heldOn}T12:00:00Z`), props.lang)}, {sessionForms[session.form].toLowerCase()},{' '}
        {words.minutes(session.minutes)}
      </p>
      <PlainText text={session.notes} />
    </Entry>
  )
}

/** Messages, notes, meetings and steps in one line of time. What the requester reads differs in shape from what not. */
export const Timeline = (props: TimelineProps) =>
  props.entries.length === 0 ? (
    <Paragraph>{timelineWords[props.lang].empty}</Paragraph>
  ) : (
    <ol class="plein-conversation">
      {props.entries.map((entry) =>
        entry.kind === 'moved' ? (
          <MovedEntry move={entry} props={props} />
        ) : entry.kind === 'session' ? (
          <SessionEntry session={entry} props={props} />
        ) : (
          <Entry
            kind={entry.audience === 'everyone' ? 'external' : 'internal'}
            mine={entry.person === props.me}
            who={authorOf(entry, props)}
            label={audienceWords(entry.audience, props.lang)}
            at={entry.at}
            lang={props.lang}
          >
            <PlainText text={entry.text} {...(entry.lang !== props.lang && { textLang: entry.lang })} />
          </Entry>
        ),
      )}
    </ol>
  )
