import { saidIn } from '../../../lib/questionnaire/definition.ts'
import { one, type Errors, type FormInput } from '../../../lib/form-values.ts'
import { longDate } from '../../../lib/words.ts'
import { Empty } from '../../../ui/empty.tsx'
import {
  ButtonGroup,
  ButtonLink,
  Checkbox,
  ErrorSummary,
  Form,
  Select,
  SubmitButton,
  TextArea,
  TextField,
} from '../../../ui/fields.tsx'
import { href, Page, type PageFrame } from '../../../ui/layout.tsx'
import { Notice } from '../../../ui/notices.tsx'
import { PlainText } from '../../../ui/prose.tsx'
import { StatusBadge } from '../../../ui/status.tsx'
import { SummaryList } from '../../../ui/summary-list.tsx'
import { Table } from '../../../ui/tables.tsx'
import { Heading, Link, List, Paragraph } from '../../../ui/typography.tsx'
import { paths } from '../paths.ts'
import { SaidText } from '../said.views.tsx'
import type { Series } from './series.sql.ts'
import { seriesWords } from './series.text.ts'
import { Trail } from '../trail.views.tsx'
import { asDate, stateTone } from '../waves/waves.rules.ts'
import type { Wave } from '../waves/waves.sql.ts'
import { waveWords } from '../waves/waves.text.ts'

export const SeriesListPage = ({
  frame,
  listed,
}: {
  frame: PageFrame
  listed: readonly { readonly series: Series; readonly waves: readonly Wave[] }[]
}) => {
  const { lang } = frame
  const words = seriesWords[lang].list
  return (
    <Page frame={frame} title={words.title} wide>
      <Trail frame={frame} />
      <Heading level={1}>{words.title}</Heading>
      <Paragraph lead>{words.lead}</Paragraph>
      <ButtonGroup>
        <ButtonLink href={href(frame, paths.start)}>{words.start}</ButtonLink>
      </ButtonGroup>
      {listed.length === 0 ? (
        <Empty title={words.none} />
      ) : (
        <Table
          caption={words.title}
          captionHidden
          rows={listed}
          columns={[
            {
              label: words.name,
              cell: ({ series }) => (
                <Link href={href(frame, paths.series(series.slug))}>
                  <SaidText said={series.title} lang={lang} />
                </Link>
              ),
            },
            { label: words.organisation, cell: ({ series }) => series.organisation },
            {
              label: words.waves,
              cell: ({ waves }) =>
                waves.length === 0
                  ? words.noWaves
                  : waves.map((wave, at) => (
                      <>
                        {at === 0 ? null : ', '}
                        {saidIn(wave.label, lang).text} ({waveWords[lang].states[wave.state].toLowerCase()})
                      </>
                    )),
            },
          ]}
        />
      )}
    </Page>
  )
}

export const SeriesPage = ({ frame, series, waves }: { frame: PageFrame; series: Series; waves: readonly Wave[] }) => {
  const { lang } = frame
  const words = seriesWords[lang].one
  const day = (text: string) => longDate(asDate(text), lang)
  return (
    <Page frame={frame} title={saidIn(series.title, lang).text} wide>
      <Trail frame={frame} polls />
      <Heading level={1}>
        <SaidText said={series.title} lang={lang} />
      </Heading>
      <PlainText text={saidIn(series.about, lang).text} />
      <Heading level={2}>{words.waves}</Heading>
      {waves.length === 0 ? (
        <Paragraph>{words.noWaves}</Paragraph>
      ) : (
        <Table
          caption={words.waves}
          captionHidden
          rows={waves}
          columns={[
            {
              label: words.wave,
              cell: (wave) => (
                <Link href={href(frame, paths.wave(series.slug, wave.slug))}>
                  <SaidText said={wave.label} lang={lang} />
                </Link>
              ),
            },
            {
              label: words.state,
              cell: (wave) => (
                <StatusBadge tone={stateTone[wave.state]}>{waveWords[lang].states[wave.state]}</StatusBadge>
              ),
            },
            {
              label: words.days,
              cell: ({ opens, closes }) =>
                opens === null || closes === null ? words.noDays : words.period(day(opens), day(closes)),
            },
            { label: words.asked, numeric: true, cell: (wave) => wave.population ?? '–' },
          ]}
        />
      )}
      {series.panelEndedAt === null ? (
        <ButtonGroup>
          <ButtonLink href={href(frame, paths.startWave(series.slug))}>{words.startWave}</ButtonLink>
        </ButtonGroup>
      ) : null}
      <Heading level={2}>{words.population}</Heading>
      <PlainText text={saidIn(series.population, lang).text} />
      <SummaryList
        lang={lang}
        facts={[
          { key: words.organisation, value: series.organisation },
          { key: words.types, value: series.types.map(({ label }) => saidIn(label, lang).text).join(', ') },
          {
            key: words.sizes,
            value: <List items={series.sizes.map(({ label, from }) => words.from(saidIn(label, lang).text, from))} />,
          },
        ]}
      />
      <Paragraph>
        <Link href={href(frame, paths.changeSeries(series.slug))}>{words.change}</Link>
      </Paragraph>
      <Heading level={2}>{words.panel}</Heading>
      {series.panelEndedAt === null ? (
        <>
          <Paragraph>{words.panelRuns}</Paragraph>
          <Paragraph>
            <Link href={href(frame, paths.endPanel(series.slug))}>{words.endPanel}</Link>
          </Paragraph>
        </>
      ) : (
        <Paragraph>{words.panelEnded(longDate(series.panelEndedAt, lang))}</Paragraph>
      )}
    </Page>
  )
}

type FormProps = {
  frame: PageFrame
  /** Null: it is about to begin. */
  series: Series | null
  organisations: readonly { readonly id: string; readonly name: string }[]
  /** A wave was opened: the classes stay. */
  fixed: boolean
  pageKey: string
  input: FormInput
  errors: Errors
}

export const SeriesFormPage = ({ frame, series, organisations, fixed, pageKey, input, errors }: FormProps) => {
  const { lang } = frame
  const words = seriesWords[lang].form
  const title = series === null ? words.startTitle : words.changeTitle
  const field = (name: string) => ({ name, lang, value: one(input, name), error: errors[name] })
  return (
    <Page frame={frame} title={title} errors={errors}>
      {series === null ? <Trail frame={frame} polls /> : <Trail frame={frame} series={series} />}
      <ErrorSummary errors={errors} lang={lang} />
      <Heading level={1}>{title}</Heading>
      <Form
        action={href(frame, series === null ? paths.start : paths.changeSeries(series.slug))}
        idempotencyKey={pageKey}
        keep={series === null ? 'peiling' : `peiling-${series.slug}`}
        lang={lang}
      >
        <TextField {...field('titleNl')} label={words.titleNl} required />
        <TextField {...field('titleEn')} label={words.titleEn} />
        <TextArea {...field('aboutNl')} label={words.aboutNl} hint={words.aboutHint} required rows={4} />
        <TextArea {...field('aboutEn')} label={words.aboutEn} rows={4} />
        <TextArea {...field('populationNl')} label={words.populationNl} hint={words.populationHint} required rows={2} />
        <TextArea {...field('populationEn')} label={words.populationEn} rows={2} />
        {series === null ? (
          <Select
            {...field('organisation')}
            label={words.organisation}
            required
            asWritten
            options={organisations.map(({ id, name }) => ({ value: id, label: name }))}
          />
        ) : null}
        {fixed ? <Paragraph>{words.classesFixed}</Paragraph> : null}
        <TextArea {...field('types')} label={words.types} hint={words.typesHint} required rows={5} />
        <TextArea {...field('sizes')} label={words.sizes} hint={words.sizesHint} required rows={5} />
        <ButtonGroup>
          <SubmitButton>{series === null ? words.start : words.save}</SubmitButton>
          <ButtonLink look="subtle" href={href(frame, series === null ? paths.list : paths.series(series.slug))}>
            {series === null ? seriesWords[lang].one.back : seriesWords[lang].ending.back}
          </ButtonLink>
        </ButtonGroup>
      </Form>
    </Page>
  )
}

export const EndPage = ({
  frame,
  series,
  pageKey,
  errors,
}: {
  frame: PageFrame
  series: Series
  pageKey: string
  errors: Errors
}) => {
  const { lang } = frame
  const words = seriesWords[lang].ending
  return (
    <Page frame={frame} title={words.title} errors={errors}>
      <Trail frame={frame} series={series} />
      <ErrorSummary errors={errors} lang={lang} />
      <Heading level={1}>{words.title}</Heading>
      {series.panelEndedAt === null ? (
        <>
          <Notice kind="warning" lang={lang} live={false}>
            <p class="nl-paragraph">{words.what}</p>
            <List items={words.happens} />
          </Notice>
          <Form action={href(frame, paths.endPanel(series.slug))} idempotencyKey={pageKey} lang={lang}>
            <Checkbox name="sure" label={words.sure} required lang={lang} error={errors['sure']} />
            <ButtonGroup>
              <SubmitButton look="negative">{words.end}</SubmitButton>
            </ButtonGroup>
          </Form>
        </>
      ) : (
        <Paragraph>{seriesWords[lang].one.panelEnded(longDate(series.panelEndedAt, lang))}</Paragraph>
      )}
      <Paragraph>
        <Link href={href(frame, paths.series(series.slug))}>{words.back}</Link>
      </Paragraph>
    </Page>
  )
}
