import { saidIn } from '../../../lib/questionnaire/definition.ts'
import { longDate } from '../../../lib/words.ts'
import { Card, Cards } from '../../../ui/cards.tsx'
import { Empty } from '../../../ui/empty.tsx'
import { href, Page, type PageFrame } from '../../../ui/layout.tsx'
import { StatusBadge } from '../../../ui/status.tsx'
import { Table } from '../../../ui/tables.tsx'
import { Heading, Link, List, Paragraph } from '../../../ui/typography.tsx'
import { questionnairePaths } from '../../questionnaires/public.ts'
import { bottleneckPaths } from '../bottlenecks/bottlenecks.paths.ts'
import { oldPollPaths } from '../old-polls/old-polls.paths.ts'
import { paths } from '../paths.ts'
import { resultPaths } from '../results/results.paths.ts'
import type { listUndecided, Waiting } from './waiting.sql.ts'
import { waitingWords } from './waiting.text.ts'
import { stepInWords, wayTo } from './waiting.words.ts'
import { stateTone } from './waves.rules.ts'
import { waveWords } from './waves.text.ts'

type Undecided = Awaited<ReturnType<typeof listUndecided>>[number]

const Proposals = ({ frame, listed }: { frame: PageFrame; listed: readonly Undecided[] }) => {
  const { lang } = frame
  return (
    <List
      items={listed.map(({ id, title, label, at }) => (
        <>
          <Link href={href(frame, resultPaths.proposal(id))}>
            {saidIn(title, lang).text}, {saidIn(label, lang).text}
          </Link>
          , {waitingWords[lang].since(longDate(at, lang))}
        </>
      ))}
    />
  )
}

/** What waits for a researcher: proposals of others, waves with their next step, and the way to the rest. */
export const WaitingPage = (props: {
  frame: PageFrame
  waves: readonly Waiting[]
  /** Proposals of others, and of whoever looks. */
  toDecide: readonly Undecided[]
  own: readonly Undecided[]
}) => {
  const { frame, waves, toDecide, own } = props
  const { lang } = frame
  const words = waitingWords[lang]
  const ways = [
    [words.questionnaires, questionnairePaths.list],
    [words.polls, paths.list],
    [words.releases, resultPaths.proposals],
    [words.oldPolls, oldPollPaths.polls],
    [words.bottlenecks, bottleneckPaths.keep],
  ] as const
  return (
    <Page frame={frame} title={words.title} wide>
      <Heading level={1}>{words.title}</Heading>
      <Paragraph lead>{words.lead}</Paragraph>
      <Heading level={2}>{words.decide}</Heading>
      {toDecide.length === 0 ? (
        <Paragraph>{words.decideNone}</Paragraph>
      ) : (
        <>
          <Paragraph>{words.decideLead}</Paragraph>
          <Proposals frame={frame} listed={toDecide} />
        </>
      )}
      {own.length === 0 ? null : (
        <>
          <Heading level={3}>{words.own}</Heading>
          <Proposals frame={frame} listed={own} />
        </>
      )}
      <Heading level={2}>{words.waves}</Heading>
      {waves.length === 0 ? (
        <Empty level={3} title={words.wavesNone} />
      ) : (
        <Table
          caption={words.waves}
          captionHidden
          rows={waves}
          columns={[
            {
              label: words.wave,
              cell: ({ series, title, wave }) => (
                <Link href={href(frame, paths.wave(series, wave.slug))}>
                  {saidIn(title, lang).text}, {saidIn(wave.label, lang).text}
                </Link>
              ),
            },
            {
              label: words.state,
              cell: ({ wave }) => (
                <StatusBadge tone={stateTone[wave.state]}>{waveWords[lang].states[wave.state]}</StatusBadge>
              ),
            },
            {
              label: words.next,
              cell: (row) => (
                <Link href={href(frame, wayTo(row.step, row.series, row.wave.slug))}>
                  {stepInWords(row.step, lang)}
                </Link>
              ),
            },
          ]}
        />
      )}
      <Heading level={2}>{words.ways}</Heading>
      <Cards grid>
        {ways.map(([[title, summary], path]) => (
          <Card href={href(frame, path)} title={title} summary={summary} />
        ))}
      </Cards>
    </Page>
  )
}
