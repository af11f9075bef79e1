import { saidIn } from '../../../lib/questionnaire/definition.ts'
import { longDate, type Lang } from '../../../lib/words.ts'
import { ButtonGroup, ButtonLink, Form, HiddenField, SubmitButton } from '../../../ui/fields.tsx'
import { href, Page, type PageFrame } from '../../../ui/layout.tsx'
import { Notice } from '../../../ui/notices.tsx'
import { Heading, Link, List, Paragraph } from '../../../ui/typography.tsx'
import type { Version } from '../../questionnaires/public.ts'
import type { AnalysisProgress } from '../analyses/analyses.sql.ts'
import type { Inviting } from '../invitations/invitations.actions.ts'
import { moveWords } from './moves.text.ts'
import { paths } from '../paths.ts'
import { resultPaths } from '../results/results.paths.ts'
import type { Series } from '../series/series.sql.ts'
import { Trail } from '../trail.views.tsx'
import { asDate } from './waves.rules.ts'
import { whatStopsMove, type MoveRefusal, type State, type WaveFacts } from './waves.states.rules.ts'
import type { Wave } from './waves.sql.ts'
import { waveWords } from './waves.text.ts'
import { wayOut } from './waves.ways.ts'

type Standing = {
  frame: PageFrame
  series: Series
  wave: Wave
  facts: WaveFacts
  /** "2026-11-22". */
  today: string
}

const Stops = ({ frame, series, wave, stops }: Standing & { stops: readonly MoveRefusal[] }) => {
  const { lang } = frame
  const words = waveWords[lang].stops
  return (
    <>
      <Paragraph>{moveWords[lang].todo}</Paragraph>
      <List
        items={stops.map((stop) => {
          const place = wayOut(stop, series.slug, wave.slug)
          return place === null ? words[stop] : <Link href={href(frame, place)}>{words[stop]}</Link>
        })}
      />
    </>
  )
}

/** A step that a wave can take: what stands in its way, or the press; a step that cannot be taken back asks on a page first. */
export const NextStep = (props: Standing & { to: State; newKey: () => string }) => {
  const { frame, series, wave, facts, to, today } = props
  const { lang } = frame
  const words = waveWords[lang]
  const at = [series.slug, wave.slug] as const
  const stops = whatStopsMove(facts, to, 'researcher', today)
  // Stepping back is possible, not what one comes here for.
  const back = to === 'design' || (wave.state === 'cleaned' && to === 'closed')
  const { button, what } = to === 'closed' && back ? words.one.backToClosed : words.moves[to]
  const asks = to === 'open' ? paths.opening(...at) : to === 'closed' && !back ? paths.closing(...at) : null
  return (
    <section>
      <Heading level={3}>{button}</Heading>
      <Paragraph>{what}</Paragraph>
      {stops.length > 0 ? (
        <Stops {...props} stops={stops} />
      ) : asks === null ? (
        <Form action={href(frame, paths.moveWave(...at))} idempotencyKey={props.newKey()} lang={lang}>
          <HiddenField name="to" value={to} />
          <ButtonGroup>
            <SubmitButton look={back ? 'secondary' : 'primary'}>{button}</SubmitButton>
          </ButtonGroup>
        </Form>
      ) : (
        <ButtonGroup>
          <ButtonLink look={to === 'open' ? 'primary' : 'secondary'} href={href(frame, asks)}>
            {button}
          </ButtonLink>
        </ButtonGroup>
      )}
    </section>
  )
}

type Asked = Standing & { inviting: Inviting; version: Version | null; mainQuestions: number }

function opening({ wave, facts, version, mainQuestions }: Asked, lang: Lang): readonly string[] {
  const words = moveWords[lang].open
  return [
    words.questions(version === null ? '' : saidIn(version.definition.title, lang).text),
    words.frame(facts.places),
    words.plan(mainQuestions),
    ...(facts.trials === 0 ? [] : [words.trials(facts.trials)]),
    ...(wave.closes === null ? [] : [words.closes(longDate(asDate(wave.closes), lang))]),
    words.letters,
  ]
}

function closing({ wave, inviting, today }: Asked, lang: Lang): readonly string[] {
  const words = moveWords[lang].close
  const all = inviting.progress.find(({ kind }) => kind === 'all')
  const asked = all?.invited ?? 0
  const answered = all?.answered ?? null
  return [
    answered === null ? words.few(asked) : words.answered(answered, asked),
    ...(inviting.uninvited === 0 ? [] : [words.uninvited(inviting.uninvited)]),
    ...(wave.closes !== null && wave.closes > today ? [words.early(longDate(asDate(wave.closes), lang))] : []),
    words.halfway,
    words.letters,
    words.again,
  ]
}

/** Before a wave is opened or closed: what will happen, in words, and the press. */
export const AskMovePage = (props: Asked & { to: 'open' | 'closed'; pageKey: string }) => {
  const { frame, series, wave, facts, to, today } = props
  const { lang } = frame
  const words = moveWords[lang]
  const { title, button } = to === 'open' ? words.open : words.close
  const stops = whatStopsMove(facts, to, 'researcher', today)
  const at = [series.slug, wave.slug] as const
  return (
    <Page frame={frame} title={title}>
      <Trail frame={frame} series={series} wave={wave} />
      <Heading level={1}>{title}</Heading>
      {stops.length > 0 ? (
        <Stops {...props} stops={stops} />
      ) : (
        <>
          <Heading level={2}>{words.happens}</Heading>
          <List items={to === 'open' ? opening(props, lang) : closing(props, lang)} />
          <Paragraph>{words.never}</Paragraph>
          <Form action={href(frame, paths.moveWave(...at))} idempotencyKey={props.pageKey} lang={lang}>
            <HiddenField name="to" value={to} />
            <ButtonGroup>
              <SubmitButton>{button}</SubmitButton>
              <ButtonLink look="subtle" href={href(frame, paths.wave(...at))}>
                {words.back}
              </ButtonLink>
            </ButtonGroup>
          </Form>
        </>
      )}
    </Page>
  )
}

/** How far the reckoning of a wave is, and what can be done next. */
export const Reckoning = (props: {
  frame: PageFrame
  at: readonly [series: string, wave: string]
  analysis: AnalysisProgress | undefined
  newKey: () => string
}) => {
  const { frame, at, analysis } = props
  const { lang } = frame
  const words = moveWords[lang].reckoning
  const again = (
    <Form action={href(frame, paths.reckon(...at))} idempotencyKey={props.newKey()} lang={lang}>
      <ButtonGroup>
        <SubmitButton look="secondary">{words.again}</SubmitButton>
      </ButtonGroup>
    </Form>
  )
  return (
    <section>
      <Heading level={3}>{words.title}</Heading>
      {analysis?.state === 'found' ? (
        <>
          <Paragraph>{words.found(longDate(analysis.ended_at ?? analysis.asked_at, lang))}</Paragraph>
          <ButtonGroup>
            <ButtonLink href={href(frame, resultPaths.proposals)}>{words.propose}</ButtonLink>
          </ButtonGroup>
          {again}
        </>
      ) : analysis?.state === 'failed' ? (
        <>
          <Notice kind="warning" lang={lang} live={false}>
            <p class="nl-paragraph">
              {words.failed} {words.why[analysis.failure ?? 'broken']}
            </p>
          </Notice>
          {again}
        </>
      ) : (
        <>
          <Paragraph>
            {analysis === undefined
              ? words.none
              : analysis.state === 'asked'
                ? words.asked
                : words.running(analysis.done, analysis.steps)}
          </Paragraph>
          <Paragraph>{words.look}</Paragraph>
        </>
      )}
    </section>
  )
}
