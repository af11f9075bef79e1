import type { Child } from 'hono/jsx'
import type { Lang } from '../lib/words.ts'
import { uiWords } from './text.ts'

export type Message = {
  readonly who: string
  /** The moment in words. */
  readonly when: string
  /** The same moment for machines: `2026-11-21T14:05:00Z`. */
  readonly at?: string
  /** Internal messages are for the team only; they differ in shape and in words. */
  readonly kind: 'internal' | 'external'
  readonly mine?: boolean
  /** What the message is, when it is more than a message: "Antwoord", "Vraag". */
  readonly label?: string
  readonly textLang?: Lang
  readonly body: Child
}

/** Messages in the order given. Line breaks of plain text are kept. */
export const Conversation = ({ messages, lang }: { messages: readonly Message[]; lang: Lang }) => {
  const words = uiWords[lang]
  return (
    <ol class="plein-conversation">
      {messages.map((message) => (
        <li
          class={`plein-message plein-message--${message.kind}${message.mine && message.kind === 'external' ? ' plein-message--mine' : ''}`}
        >
          <p class="plein-message__who">
            <strong>{message.who}</strong>
            {message.mine ? <span> ({words.mine})</span> : null}
            <span class="plein-message__label">
              {message.kind === 'internal' ? words.internal : (message.label ?? words.external)}
            </span>
          </p>
          <div class="plein-message__body" lang={message.textLang}>
            {message.body}
          </div>
          <p class="plein-message__when">
            {message.at === undefined ? message.when : <time datetime={message.at}>{message.when}</time>}
          </p>
        </li>
      ))}
    </ol>
  )
}
