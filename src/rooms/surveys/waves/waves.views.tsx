import { saidIn } from '../../../lib/questionnaire/definition.ts'
import { one, type Errors, type FormInput } from '../../../lib/form-values.ts'
import { longDate } from '../../../lib/words.ts'
import {
  ButtonGroup,
  ButtonLink,
  DateField,
  ErrorSummary,
  Form,
  HiddenField,
  NumberField,
  Select,
  SubmitButton,
  TextField,
} from '../../../ui/fields.tsx'
import { Fold } from '../../../ui/fold.tsx'
import { href, Page, type PageFrame } from '../../../ui/layout.tsx'
import { StatusBadge } from '../../../ui/status.tsx'
import { SummaryList } from '../../../ui/summary-list.tsx'
import { Heading, Link, List, Paragraph } from '../../../ui/typography.tsx'
import type { Listed, Version } from '../../questionnaires/public.ts'
import type { AnalysisProgress } from '../analyses/analyses.sql.ts'
import { codingPaths } from '../coding/coding.paths.ts'
import type { listCodingStandings } from '../coding/coding.sql.ts'
import { interviewPaths } from '../interviews/interviews.paths.ts'
import { interviewWords } from '../interviews/interviews.text.ts'
import { invitationPaths } from '../invitations/invitations.paths.ts'
import { NextStep, Reckoning } from './moves.views.tsx'
import { paths } from '../paths.ts'
import { resultPaths } from '../results/results.paths.ts'
import { SaidText } from '../said.views.tsx'
import type { Series } from '../series/series.sql.ts'
import { seriesWords } from '../series/series.text.ts'
import { Trail } from '../trail.views.tsx'
import type { Step } from './waiting.rules.ts'
import { stepInWords, wayTo } from './waiting.words.ts'
import { asDate, stateTone } from './waves.rules.ts'
import { isBeingMade, movesFrom, type WaveFacts } from './waves.states.rules.ts'
import type { Wave } from './waves.sql.ts'
import { waveWords } from './waves.text.ts'

type WaveProps = {
  frame: PageFrame
  series: Series
  wave: Wave
  facts: WaveFacts
  step: Step
  /** How many waves there were before it. */
  earlier: number
  version: Version | null
  mainQuestions: number
  codings: Awaited<ReturnType<typeof listCodingStandings>>
  /** Absent: there is none, or the answers are not final. */
  analysis: AnalysisProgress | undefined
  /** "2026-11-22". */
  today: string
  newKey: () => string
}

/** A wave: where it stands, what is next, and what it is made of. */
export const WavePage = (props: WaveProps) => {
  const { frame, series, wave, facts, version } = props
  const { lang } = frame
  const words = waveWords[lang]
  const at = [series.slug, wave.slug] as const
  const day = (text: string) => longDate(asDate(text), lang)
  const next = movesFrom(wave.state, 'researcher')
  const reckoning = <Reckoning frame={frame} at={at} analysis={props.analysis} newKey={props.newKey} />
  return (
    <Page frame={frame} title={`${saidIn(wave.label, lang).text}: ${saidIn(series.title, lang).text}`}>
      <Trail frame={frame} series={series} />
      <Heading level={1}>
        <SaidText said={wave.label} lang={lang} />
      </Heading>
      <Paragraph>
        <StatusBadge tone={stateTone[wave.state]}>{words.states[wave.state]}</StatusBadge>{' '}
        {words.one.since(longDate(wave.stateSince, lang))}
      </Paragraph>
      <Paragraph lead>{words.now[wave.state]}</Paragraph>
      <Heading level={2}>{words.one.next}</Heading>
      {wave.state === 'open' ? (
        <ButtonGroup>
          <ButtonLink href={href(frame, wayTo(props.step, ...at))}>{stepInWords(props.step, lang)}</ButtonLink>
        </ButtonGroup>
      ) : null}
      {wave.state === 'cleaned' ? reckoning : null}
      {next.length === 0 ? (
        <Paragraph>{wave.state === 'published' ? words.one.nothing : words.now[wave.state]}</Paragraph>
      ) : (
        next.map(({ to }) => <NextStep {...props} to={to} />)
      )}
      {wave.state === 'published' ? <Fold title={words.one.correct}>{reckoning}</Fold> : null}
      <Heading level={2}>{words.one.parts}</Heading>
      <SummaryList
        lang={lang}
        facts={[
          {
            key: words.one.questions,
            value:
              version === null
                ? words.one.noQuestions
                : words.one.version(saidIn(version.definition.title, lang).text, version.number),
            changeHref: href(frame, paths.changeWave(...at)),
          },
          {
            key: words.one.days,
            value:
              wave.opens === null || wave.closes === null
                ? seriesWords[lang].one.noDays
                : seriesWords[lang].one.period(day(wave.opens), day(wave.closes)),
            changeHref: href(frame, paths.changeWave(...at)),
          },
          {
            key: words.one.frame,
            value: (
              <Link href={href(frame, paths.frame(...at))}>
                {words.one.places(facts.places)}
                {isBeingMade(wave.state) && facts.trials > 0 ? `, ${words.one.trials(facts.trials)}` : ''}
              </Link>
            ),
          },
          {
            key: words.one.plan,
            value: (
              <Link href={href(frame, paths.plan(...at))}>
                {props.mainQuestions === 0 ? words.one.notPlanned : words.one.planned(props.mainQuestions)}
              </Link>
            ),
          },
          {
            key: words.one.comparing,
            value:
              props.earlier === 0 ? (
                words.one.firstWave
              ) : (
                <Link href={href(frame, paths.comparing(...at))}>
                  {facts.undeclared === 0 ? words.one.declared : words.one.undeclared(facts.undeclared)}
                </Link>
              ),
          },
          {
            key: words.one.asking,
            value: <Link href={href(frame, invitationPaths.wave(...at))}>{words.one.toAsking}</Link>,
          },
          {
            key: interviewWords[lang].title,
            value: <Link href={href(frame, interviewPaths.wave(...at))}>{interviewWords[lang].toInterviews}</Link>,
          },
          ...(isBeingMade(wave.state) || wave.state === 'open'
            ? []
            : [
                {
                  key: words.one.deciding,
                  value: (
                    <List
                      items={[
                        <Link href={href(frame, invitationPaths.doubles(...at))}>{words.one.doubles}</Link>,
                        <Link href={href(frame, invitationPaths.openAnswers(...at))}>{words.one.openAnswers}</Link>,
                      ]}
                    />
                  ),
                },
                ...(props.codings.length === 0
                  ? []
                  : [
                      {
                        key: words.one.coding,
                        value: (
                          <>
                            <Link href={href(frame, codingPaths.list(...at))}>{words.one.toCoding}</Link>
                            <List
                              items={props.codings.map(({ text, standing }) => (
                                <>
                                  <SaidText said={text} lang={lang} />: {words.codings[standing]}
                                </>
                              ))}
                            />
                          </>
                        ),
                      },
                    ]),
                {
                  key: words.one.results,
                  value: <Link href={href(frame, resultPaths.proposals)}>{words.one.toResults}</Link>,
                },
              ]),
        ]}
      />
    </Page>
  )
}

type FormProps = { frame: PageFrame; series: Series; pageKey: string; input: FormInput; errors: Errors }

const LabelFields = ({ frame, input, errors }: Pick<FormProps, 'frame' | 'input' | 'errors'>) => {
  const { lang } = frame
  const words = waveWords[lang].form
  const field = (name: string) => ({ name, lang, value: one(input, name), error: errors[name] })
  return (
    <>
      <TextField {...field('labelNl')} label={words.labelNl} hint={words.labelHint} required />
      <TextField {...field('labelEn')} label={words.labelEn} />
    </>
  )
}

export const StartWavePage = ({ frame, series, pageKey, input, errors }: FormProps) => {
  const { lang } = frame
  const words = waveWords[lang].form
  return (
    <Page frame={frame} title={words.startTitle} errors={errors}>
      <Trail frame={frame} series={series} />
      <ErrorSummary errors={errors} lang={lang} />
      <Heading level={1}>{words.startTitle}</Heading>
      <Form action={href(frame, paths.startWave(series.slug))} idempotencyKey={pageKey} lang={lang}>
        <NumberField
          name="year"
          label={words.year}
          required
          lang={lang}
          value={one(input, 'year')}
          error={errors['year']}
        />
        <LabelFields frame={frame} input={input} errors={errors} />
        <ButtonGroup>
          <SubmitButton>{words.start}</SubmitButton>
          <ButtonLink look="subtle" href={href(frame, paths.series(series.slug))}>
            {waveWords[lang].one.back}
          </ButtonLink>
        </ButtonGroup>
      </Form>
    </Page>
  )
}

type ChangeProps = FormProps & { wave: Wave; listed: readonly Listed[]; chosen: Version | null }

export const WaveFormPage = ({ frame, series, wave, listed, chosen, pageKey, input, errors }: ChangeProps) => {
  const { lang } = frame
  const words = waveWords[lang].form
  const making = isBeingMade(wave.state)
  const offered = new Map(
    listed.flatMap((each) => {
      const name = saidIn(each.title, lang).text
      const newest = { ...each.version, fixed: each.version.fixedAt !== null }
      const both =
        each.fixed === null || each.fixed.id === newest.id ? [newest] : [newest, { ...each.fixed, fixed: true }]
      return both.map(({ id, number, fixed }) => [id, words.version(name, number, fixed)] as const)
    }),
  )
  if (chosen !== null && !offered.has(chosen.id))
    offered.set(
      chosen.id,
      words.version(saidIn(chosen.definition.title, lang).text, chosen.number, chosen.fixedAt !== null),
    )
  return (
    <Page frame={frame} title={words.changeTitle} errors={errors}>
      <Trail frame={frame} series={series} wave={wave} />
      <ErrorSummary errors={errors} lang={lang} />
      <Heading level={1}>{words.changeTitle}</Heading>
      {making ? null : <Paragraph>{words.fixed}</Paragraph>}
      <Form action={href(frame, paths.changeWave(series.slug, wave.slug))} idempotencyKey={pageKey} lang={lang}>
        <LabelFields frame={frame} input={input} errors={errors} />
        {making ? (
          <>
            <Select
              name="version"
              label={words.questions}
              hint={words.questionsHint}
              lang={lang}
              empty={words.none}
              options={[...offered].map(([value, label]) => ({ value, label }))}
              value={one(input, 'version')}
              error={errors['version']}
            />
            <DateField
              name="opens"
              label={words.opens}
              hint={words.opensHint}
              lang={lang}
              value={one(input, 'opens')}
              error={errors['opens']}
            />
          </>
        ) : (
          <>
            <HiddenField name="version" value={wave.version ?? ''} />
            <HiddenField name="opens" value={wave.opens ?? ''} />
          </>
        )}
        {making || wave.state === 'open' ? (
          <DateField
            name="closes"
            label={words.closes}
            hint={words.closesHint}
            lang={lang}
            value={one(input, 'closes')}
            error={errors['closes']}
          />
        ) : (
          <HiddenField name="closes" value={wave.closes ?? ''} />
        )}
        <ButtonGroup>
          <SubmitButton>{words.save}</SubmitButton>
          <ButtonLink look="subtle" href={href(frame, paths.wave(series.slug, wave.slug))}>
            <SaidText said={wave.label} lang={lang} />
          </ButtonLink>
        </ButtonGroup>
      </Form>
    </Page>
  )
}
