import type { Child } from 'hono/jsx'
import type { Lang } from '../../lib/words.ts'
import { ButtonGroup, ButtonLink, Form, HiddenField, SubmitButton } from '../../ui/fields.tsx'
import { href } from '../../ui/address.ts'
import { Heading, Link, List, Paragraph } from '../../ui/typography.tsx'
import { deskPaths } from './desk.paths.ts'
import { requestWords } from './desk.text.ts'
import type { DeskSeen } from './readings.sql.ts'
import { hasEnded, whyNotMove, type State } from './states.rules.ts'
import { mayDivideAgain } from './triage.actions.ts'

type Step =
  | { readonly kind: 'press'; readonly to: State; readonly label: string }
  | { readonly kind: 'page'; readonly path: string; readonly label: string }

/**
 * The steps that a coordinator can take now, the most likely one first. Only moves of the table, and only those whose
 * condition holds or can be met on the page they lead to.
 */
function stepsOf(seen: DeskSeen, now: Date, lang: Lang): readonly Step[] {
  const { steps } = requestWords[lang]
  const inTable = new Set(seen.moves.map((move) => move.to))
  const open = (to: State) => whyNotMove(seen.facts, to, 'coordinator', now) === null
  const press = (to: State, label: string): Step[] => (open(to) ? [{ kind: 'press', to, label }] : [])
  const page = (when: boolean, path: string, label: string): Step[] => (when ? [{ kind: 'page', path, label }] : [])
  const back = seen.waitingFrom
  return [
    ...press(
      'in-intake',
      seen.state === 'referred' ? steps.takeBack : seen.state === 'submitted' ? steps.take : steps.goOn,
    ),
    ...(back === null || back === 'in-intake' ? [] : press(back, steps.goOn)),
    ...page(seen.state === 'in-intake', deskPaths.divide(seen.id), steps.divide),
    ...(back === null ? press('in-progress', steps.start) : []),
    ...page(seen.state === 'seeking-duo', deskPaths.team(seen.id), steps.team),
    ...(back === null ? press('seeking-duo', seen.state === 'in-progress' ? steps.seekAgain : steps.seek) : []),
    ...press('feedback-asked', steps.feedback),
    ...page(seen.state === 'closed' && seen.answer !== null, deskPaths.harvest(seen.id), steps.harvest),
    ...page(inTable.has('waiting-for-requester'), deskPaths.write(seen.id, 'vragen'), steps.ask),
    ...page(mayDivideAgain(seen.state), deskPaths.divide(seen.id), steps.redivide),
    ...page(inTable.has('referred'), deskPaths.refer(seen.id), steps.refer),
    ...page(inTable.has('merged'), deskPaths.merge(seen.id), steps.merge),
    ...page(inTable.has('closed'), deskPaths.close(seen.id), steps.close),
  ]
}

const sentenceOf = (seen: DeskSeen, lang: Lang): string | null => {
  const words = requestWords[lang]
  if (seen.state === 'unconfirmed') return words.unconfirmed
  if (hasEnded(seen.state)) return seen.state === 'closed' && seen.answer !== null ? null : words.ended
  if (seen.state === 'waiting-for-requester') return words.waiting
  if (seen.state === 'seeking-duo' && seen.missing.includes('team')) return words.teamFirst
  return seen.state === 'in-progress' ? words.duoBusy : null
}

/** The next step as a clear button, and the others below it. Each press carries the version that was seen. */
export const NextSteps = ({
  seen,
  now,
  lang,
  newKey,
}: {
  seen: DeskSeen
  now: Date
  lang: Lang
  newKey: () => string
}) => {
  const words = requestWords[lang]
  const steps = stepsOf(seen, now, lang)
  const sentence = sentenceOf(seen, lang)
  const pressed = (step: Extract<Step, { kind: 'press' }>, look: 'primary' | 'secondary'): Child => (
    <Form action={href(lang, deskPaths.step(seen.id))} idempotencyKey={newKey()} lang={lang}>
      <HiddenField name="version" value={String(seen.version)} />
      <HiddenField name="stap" value={step.to} />
      <SubmitButton look={look}>{step.label}</SubmitButton>
    </Form>
  )
  const [first, ...others] = steps
  const presses = others.flatMap((step) => (step.kind === 'press' ? [step] : []))
  const pages = others.flatMap((step) => (step.kind === 'page' ? [step] : []))
  // Ending a request is never the first thing to offer.
  const leads =
    first !== undefined &&
    (first.kind === 'press' ||
      [deskPaths.divide, deskPaths.team, deskPaths.harvest].some((path) => path(seen.id) === first.path))
  return (
    <>
      <Heading level={2}>{words.next}</Heading>
      {sentence === null ? null : <Paragraph>{sentence}</Paragraph>}
      {first === undefined || !leads ? null : first.kind === 'press' ? (
        pressed(first, 'primary')
      ) : (
        <ButtonGroup>
          <ButtonLink href={href(lang, first.path)}>{first.label}</ButtonLink>
        </ButtonGroup>
      )}
      {presses.map((step) => pressed(step, 'secondary'))}
      {pages.length === 0 && (leads || first === undefined) ? null : (
        <>
          <Heading level={3}>{words.otherSteps}</Heading>
          <List
            items={[...(first?.kind === 'page' && !leads ? [first] : []), ...pages].map((step) => (
              <Link href={href(lang, step.path)}>{step.label}</Link>
            ))}
          />
        </>
      )}
    </>
  )
}
