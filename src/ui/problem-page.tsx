import type { Child } from 'hono/jsx'
import { ButtonGroup, ButtonLink } from './fields.tsx'
import { href, Page, type PageFrame } from './layout.tsx'
import { uiWords } from './text.ts'
import { Heading, Paragraph } from './typography.tsx'

export type ProblemStatus = 403 | 404 | 409 | 410 | 413 | 422 | 429 | 500 | 503

const known = (status: number): status is ProblemStatus => status in uiWords.nl.problems

/**
 * The page for a refusal or a fault, always with a way on. `title` and `sentence` of the problem itself lead; without
 * them the usual ones of the status are taken. A status without sentences of its own counts as 500 (or 403 below 500).
 * `next` is the first way on (a finished address); `requestId` is shown where it helps the desk to look it up.
 */
export const ProblemPage = (props: {
  frame: PageFrame
  status: number
  title?: string
  sentence?: string
  requestId?: string
  next?: { readonly href: string; readonly label: string }
  children?: Child
}) => {
  const { frame, status } = props
  const words = uiWords[frame.lang]
  const usual = words.problems[known(status) ? status : status >= 500 ? 500 : 403]
  const title = props.title ?? usual.title
  const again = status === 429 || status >= 500
  // Behind the link of a question: who comes there has lost the way to it.
  const lostQuestion = status === 410 && frame.path.startsWith('/vraag/')
  const next =
    props.next ??
    (again
      ? { href: href(frame, frame.path), label: words.tryAgain }
      : lostQuestion
        ? { href: href(frame, '/vraag/nieuwe-link'), label: words.newLink }
        : undefined)
  return (
    <Page frame={frame} title={title} hold>
      <div class="plein-problem">
        <Heading level={1}>{title}</Heading>
        <Paragraph lead>{props.sentence ?? usual.sentence}</Paragraph>
        {props.children}
        <ButtonGroup>
          {next === undefined ? null : <ButtonLink href={next.href}>{next.label}</ButtonLink>}
          <ButtonLink href={href(frame, '/')} look={next === undefined ? 'primary' : 'secondary'}>
            {words.toHome}
          </ButtonLink>
          <ButtonLink href={href(frame, '/zoeken')} look="subtle">
            {words.toSearch}
          </ButtonLink>
        </ButtonGroup>
        {props.requestId !== undefined && status >= 500 ? (
          <p class="plein-small">{words.requestNumber(props.requestId)}</p>
        ) : null}
      </div>
    </Page>
  )
}
