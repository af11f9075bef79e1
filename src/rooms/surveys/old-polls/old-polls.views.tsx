import { one, type Errors, type FormInput } from '../../../lib/form-values.ts'
import { printedPercent } from '../../../lib/percent.ts'
import type { Lang } from '../../../lib/words.ts'
import {
  ButtonGroup,
  Checkbox,
  ErrorSummary,
  Form,
  NumberField,
  RadioGroup,
  Select,
  SubmitButton,
  TextArea,
  TextField,
} from '../../../ui/fields.tsx'
import { href, Page, type PageFrame } from '../../../ui/layout.tsx'
import { Notice } from '../../../ui/notices.tsx'
import { Table } from '../../../ui/tables.tsx'
import { Heading, Link, List, Paragraph } from '../../../ui/typography.tsx'
import { oldPollPaths as paths } from './old-polls.paths.ts'
import { figured, readingOf, smallerBases, type Judged } from './old-prints.rules.ts'
import type { findOldPoll, listOldPolls } from './old-polls.sql.ts'
import { oldPollWords } from './old-polls.text.ts'
import { number } from '../results/calculations.ts'
import { refusalOf } from '../findings/sentences.ts'
import { Trail } from '../trail.views.tsx'

type Listed = Awaited<ReturnType<typeof listOldPolls>>[number]
type Found = NonNullable<Awaited<ReturnType<typeof findOldPoll>>>

/** All old polls, and the form for another. */
export const OldPollsPage = ({
  frame,
  polls,
  newKey,
  input,
  errors,
}: {
  frame: PageFrame
  polls: readonly Listed[]
  newKey: () => string
  input: FormInput
  errors: Errors
}) => {
  const { lang } = frame
  const words = oldPollWords[lang]
  const field = (name: string) => ({ name, lang, value: one(input, name), error: errors[name] })
  return (
    <Page frame={frame} title={words.title} errors={errors}>
      <Trail frame={frame} />
      <ErrorSummary errors={errors} lang={lang} />
      <Heading level={1}>{words.title}</Heading>
      <Paragraph lead>{words.lead}</Paragraph>
      {polls.length === 0 ? (
        <Paragraph>{words.none}</Paragraph>
      ) : (
        <Table
          caption={words.listCaption}
          rows={polls}
          columns={[
            { label: words.poll, cell: (each) => <Link href={href(frame, paths.poll(each.id))}>{each.title}</Link> },
            { label: words.year, cell: (each) => each.year, numeric: true },
            { label: words.source, cell: (each) => each.source },
          ]}
        />
      )}
      <Heading level={2}>{words.addTitle}</Heading>
      <Form action={href(frame, paths.polls)} idempotencyKey={newKey()} keep="oude-peiling" lang={lang}>
        <TextField {...field('title')} label={words.name} hint={words.nameHint} required />
        <NumberField {...field('year')} label={words.year} required />
        <TextField {...field('source')} label={words.source} hint={words.sourceHint} required />
        <NumberField {...field('least')} label={words.least} required />
        <NumberField {...field('most')} label={words.most} hint={words.mostHint} required />
        <NumberField {...field('population')} label={words.population} hint={words.populationHint} />
        <TextArea {...field('answers')} label={words.answers} hint={words.answersHint} rows={8} required />
        <Checkbox name="complete" label={words.complete} lang={lang} checked={one(input, 'complete') === 'on'} />
        <ButtonGroup>
          <SubmitButton>{words.save}</SubmitButton>
        </ButtonGroup>
      </Form>
    </Page>
  )
}

const mostShown = 20
const span = (counts: readonly number[], lang: Lang): string => {
  const [low, high] = [counts[0] ?? 0, counts.at(-1) ?? 0]
  return low === high ? number(low, lang) : `${number(low, lang)} – ${number(high, lang)}`
}

const Fits = ({ poll, lang }: { poll: Found; lang: Lang }) => {
  const words = oldPollWords[lang]
  const { fits, impossible, total, apart } = readingOf(poll)
  if (fits.length === 0) {
    const smaller = apart ? smallerBases(poll).map(({ base }) => number(base, lang)) : []
    return (
      <Notice kind="warning" lang={lang} level={3} heading={words.impossibleTitle}>
        <List
          items={[
            ...impossible.map(({ label, percentage }) => words.impossible(label, printedPercent(percentage, lang))),
            ...(total ? [words.total] : []),
            ...(apart
              ? [words.apart, smaller.length === 0 ? words.smallerNone : words.smaller(smaller.join(', '))]
              : []),
          ]}
        />
      </Notice>
    )
  }
  const [first] = fits
  return (
    <>
      <Paragraph>
        {fits.length === 1 && first ? words.fitsOne(number(first.base, lang)) : words.fitsMany(String(fits.length))}{' '}
        {fits.length > mostShown ? words.fitsMore(String(mostShown)) : ''}
      </Paragraph>
      <Table
        caption={words.fitsCaption}
        rows={fits.slice(0, mostShown)}
        columns={[
          { label: words.base, cell: ({ base }) => number(base, lang) },
          ...figured(poll.answers).map(({ label, percentage }, at) => ({
            label: `${label} (${printedPercent(percentage, lang)})`,
            numeric: true,
            cell: ({ counts }: (typeof fits)[number]) => span(counts[at] ?? [], lang),
          })),
        ]}
      />
    </>
  )
}

type Comparing = {
  readonly others: readonly Found[]
  readonly first: string
  readonly second: string
  readonly level: string
  /** null before anything was chosen. */
  readonly judged: Judged | 'contradiction' | 'too-open' | null
}

const points = (change: number, lang: Lang) => number(Math.round(change * 100), lang)

const Judgement = ({ judged, lang }: { judged: NonNullable<Comparing['judged']>; lang: Lang }) => {
  const words = oldPollWords[lang]
  if (judged === 'contradiction') return <Paragraph>{words.contradiction}</Paragraph>
  if (judged === 'too-open') return <Paragraph>{words.tooOpen}</Paragraph>
  const { verdict } = judged
  const stands = verdict !== null && 'change' in verdict ? verdict : null
  return (
    <>
      {verdict === null ? (
        <Notice kind="info" lang={lang} level={3}>
          <Paragraph>{words.noFigure}</Paragraph>
        </Notice>
      ) : (
        <Notice kind="info" lang={lang} level={3}>
          {stands?.comparability === 'limited' ? <Paragraph>{words.otherOrganisations}</Paragraph> : null}
          <Paragraph>{words.verdicts[verdict.code === 'C2' ? verdict.direction : verdict.code]}</Paragraph>
          {stands === null ? null : (
            <Paragraph>
              {words.between(
                number(Math.floor(stands.interval.lower * 100), lang),
                number(Math.ceil(stands.interval.upper * 100), lang),
              )}{' '}
              {stands.smallestVisible === null ? '' : words.visible(points(stands.smallestVisible, lang))}
            </Paragraph>
          )}
        </Notice>
      )}
      <Table
        caption={words.claimsCaption}
        rows={judged.claims}
        columns={[
          { label: words.claim, cell: ({ claim }) => words.claims[claim] },
          { label: words.may, cell: ({ claim }) => refusalOf(claim, verdict, lang)?.text ?? words.yes },
        ]}
      />
    </>
  )
}

const Compare = ({ frame, poll, comparing }: { frame: PageFrame; poll: Found; comparing: Comparing }) => {
  const { lang } = frame
  const words = oldPollWords[lang]
  const option = ({ id, answers, title }: Found, named: boolean) =>
    answers.map(({ label, percentage }, at) => ({
      value: named ? `${id}.${at}` : String(at),
      label: `${named ? `${title}: ` : ''}${label} (${percentage === null ? words.noPercentage : printedPercent(percentage, lang)})`,
    }))
  if (comparing.others.length === 0) return <Paragraph>{words.compareNone}</Paragraph>
  return (
    <>
      <Paragraph>{words.compareLead}</Paragraph>
      <Form action={href(frame, paths.poll(poll.id))} method="get" lang={lang}>
        <Select
          name="eerst"
          label={words.earlier}
          required
          lang={lang}
          value={comparing.first}
          options={option(poll, false)}
        />
        <Select
          name="later"
          label={words.later}
          required
          lang={lang}
          value={comparing.second}
          options={comparing.others.flatMap((each) => option(each, true))}
        />
        <RadioGroup
          name="groep"
          label={words.level}
          required
          lang={lang}
          value={comparing.level}
          options={(['limited', 'full'] as const).map((level) => ({ value: level, label: words.levels[level] }))}
        />
        <ButtonGroup>
          <SubmitButton look="secondary">{words.compare}</SubmitButton>
        </ButtonGroup>
      </Form>
      {comparing.judged === null ? null : <Judgement judged={comparing.judged} lang={lang} />}
    </>
  )
}

/** One old poll: which numbers can be behind it, and what may be said about a difference. */
export const OldPollPage = ({
  frame,
  poll,
  comparing,
  newKey,
  errors,
}: {
  frame: PageFrame
  poll: Found
  comparing: Comparing
  newKey: () => string
  errors: Errors
}) => {
  const { lang } = frame
  const words = oldPollWords[lang]
  return (
    <Page frame={frame} title={poll.title} errors={errors}>
      <Trail frame={frame} oldPolls />
      <ErrorSummary errors={errors} lang={lang} />
      <Heading level={1}>
        {poll.title} ({poll.year})
      </Heading>
      <List
        items={[
          words.respondents(number(poll.least, lang), number(poll.most, lang)),
          `${words.source}: ${poll.source}`,
        ]}
      />
      <Heading level={2}>{words.fitsTitle}</Heading>
      <Fits poll={poll} lang={lang} />
      <Heading level={2}>{words.compareTitle}</Heading>
      <Compare frame={frame} poll={poll} comparing={comparing} />
      <Form action={href(frame, paths.removal(poll.id))} idempotencyKey={newKey()} lang={lang}>
        <Heading level={2}>{words.dropTitle}</Heading>
        <Checkbox name="sure" label={words.dropLabel} required lang={lang} error={errors['sure']} />
        <ButtonGroup>
          <SubmitButton look="secondary">{words.drop}</SubmitButton>
        </ButtonGroup>
      </Form>
    </Page>
  )
}
