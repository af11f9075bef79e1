import { outward, outwardPercents, percent } from '../lib/percent.ts'
import type { Lang } from '../lib/words.ts'
import { chartWords } from './charts.text.ts'
import { Fold } from './fold.tsx'
import { Table } from './tables.tsx'

/**
 * One share as it may be seen. A hidden one has no place for a number, so that none can reach the drawing, its words or its table.
 * `share` and the ends of the interval run from 0 to 1. A share of null: counts only, the base is too small for a
 * percentage. An interval of null: nothing can be said about the whole group.
 */
export type ChartShare =
  | {
      readonly status: 'shown'
      readonly count: number
      readonly answered: number
      readonly share: number | null
      readonly interval: { readonly lower: number; readonly upper: number } | null
    }
  | { readonly status: 'hidden' }

/** One answer with its share in every wave, in the order of the waves. */
export type ChartRow = { readonly label: string; readonly lang?: Lang; readonly shares: readonly ChartShare[] }

/**
 * How the bars of two waves belong together: `none` draws them apart, `same` joins their ends, `changed` joins them with
 * dots, because the question has other words.
 */
export type Join = 'none' | 'same' | 'changed'

type Chart = {
  /** Unique on the page. */
  readonly id: string
  /** What the figures are of, in a few words; the question itself stands above the chart. */
  readonly caption: string
  /** Names of the waves, oldest first; the last one is drawn full. */
  readonly waves: readonly string[]
  readonly rows: readonly ChartRow[]
  /** Organisations could give more than one answer. */
  readonly several?: boolean
  readonly join?: Join
  /** The table stands open below the bars: on paper and in a report. */
  readonly open?: boolean
  /** By row and wave: the number under which, and the id where, the page tells how the figures came about. */
  readonly calculations?: readonly (readonly { readonly number: number; readonly id: string }[])[]
  readonly lang: Lang
}

const rowHeight = 2.75
const barHeight = 1.25
const rem = (size: number): string => `${Number(size.toFixed(3))}rem`
const along = (share: number): string => `${Number((share * 100).toFixed(1))}%`

/** Bars lie along whole percents: a drawing tells no more than the number beside it. */
const drawn = (share: number): number => Number.parseInt(percent(share), 10) / 100

function spoken(share: ChartShare, lang: Lang): string {
  const words = chartWords[lang]
  if (share.status === 'hidden') return words.tooFew
  const counts = words.ofHowMany(String(share.count), String(share.answered))
  return share.share === null ? `${counts}, ${words.noShare}` : `${percent(share.share)}, ${counts}`
}

function spokenInterval(share: ChartShare, lang: Lang): string | null {
  if (share.status === 'hidden' || share.share === null || share.interval === null) return null
  const { lower, upper } = outward(share.interval)
  return chartWords[lang].forAll(lower, upper)
}

const Bar = ({ share, at, look }: { share: ChartShare; at: number; look: 'now' | 'before' }) => {
  if (share.status === 'hidden' || share.share === null) return null
  const middle = (at + 0.5) * rowHeight
  const { interval } = share
  const { lower, upper } = interval === null ? { lower: 0, upper: 0 } : outwardPercents(interval)
  return (
    <>
      <rect
        class={`plein-chart__bar plein-chart__bar--${look}`}
        x="0"
        y={rem(middle - barHeight / 2)}
        width={along(drawn(share.share))}
        height={rem(barHeight)}
      />
      {look === 'before' ? (
        <line class="plein-chart__stripes" x1="0" x2={along(drawn(share.share))} y1={rem(middle)} y2={rem(middle)} />
      ) : null}
      {interval === null ? null : (
        <g class="plein-chart__interval">
          <rect
            class="plein-chart__band"
            x={along(lower / 100)}
            y={rem(middle - 0.2)}
            width={along((upper - lower) / 100)}
            height={rem(0.4)}
          />
          {[lower, upper].map((end) => (
            <line x1={along(end / 100)} x2={along(end / 100)} y1={rem(middle - 0.5)} y2={rem(middle + 0.5)} />
          ))}
        </g>
      )}
    </>
  )
}

/** From the end of one bar to the end of the next, where both are drawn. */
const Joins = ({ shares, join }: { shares: readonly ChartShare[]; join: Join }) =>
  join === 'none' ? null : (
    <>
      {shares.slice(1).map((share, index) => {
        const before = shares[index]
        if (before?.status !== 'shown' || share.status !== 'shown' || before.share === null || share.share === null)
          return null
        return (
          <line
            class={`plein-chart__join plein-chart__join--${join}`}
            x1={along(drawn(before.share))}
            y1={rem((index + 0.5) * rowHeight + barHeight / 2)}
            x2={along(drawn(share.share))}
            y2={rem((index + 1.5) * rowHeight - barHeight / 2)}
          />
        )
      })}
    </>
  )

const Row = ({ row, id, chart }: { row: ChartRow; id: string; chart: Chart }) => {
  const { waves, lang, join = 'none' } = chart
  const named = (at: number, what: string) => (waves.length > 1 ? chartWords[lang].named(waves[at] ?? '', what) : what)
  const details = row.shares.flatMap((share, at) => {
    const interval = spokenInterval(share, lang)
    return interval === null ? [] : [named(at, interval)]
  })
  const height = rem(row.shares.length * rowHeight)
  return (
    <li class="plein-chart__row">
      <p class="plein-chart__label" lang={row.lang === lang ? undefined : row.lang}>
        {row.label}
      </p>
      <div class={`plein-chart__plot${waves.length > 1 ? ' plein-chart__plot--waves' : ''}`}>
        {waves.length > 1 ? (
          <div class="plein-chart__waves" aria-hidden="true">
            {waves.map((wave) => (
              <span>{wave}</span>
            ))}
          </div>
        ) : null}
        <svg
          role="img"
          aria-labelledby={details.length === 0 ? `${id}-t` : `${id}-t ${id}-d`}
          width="100%"
          height={height}
          focusable="false"
        >
          <title id={`${id}-t`}>
            {row.label}. {row.shares.map((share, at) => named(at, spoken(share, lang))).join('; ')}.
          </title>
          {details.length === 0 ? null : <desc id={`${id}-d`}>{details.join(' ')}</desc>}
          {[0, 0.25, 0.5, 0.75, 1].map((mark) => (
            <line class="plein-chart__mark" x1={along(mark)} x2={along(mark)} y1="0" y2={height} />
          ))}
          {row.shares.map((share, at) => (
            <Bar share={share} at={at} look={at === row.shares.length - 1 ? 'now' : 'before'} />
          ))}
          <Joins shares={row.shares} join={join} />
        </svg>
        <div class="plein-chart__values" aria-hidden="true">
          {row.shares.map((share) => (
            <Value share={share} lang={lang} />
          ))}
        </div>
      </div>
    </li>
  )
}

const Value = ({ share, lang }: { share: ChartShare; lang: Lang }) => {
  const words = chartWords[lang]
  if (share.status === 'hidden')
    return (
      <span class="plein-chart__value">
        <small>{words.tooFewBeside}</small>
      </span>
    )
  return (
    <span class="plein-chart__value">
      {share.share === null ? null : <strong>{percent(share.share)}</strong>}
      <small>{words.ofHowMany(String(share.count), String(share.answered))}</small>
    </span>
  )
}

/** The same figures as a table, one line per answer and wave. */
const Twin = ({ caption, waves, rows, calculations, lang }: Chart) => {
  const words = chartWords[lang]
  const lines = rows.flatMap((row, index) =>
    row.shares.map((share, at) => ({ row, share, wave: waves[at] ?? '', calculation: calculations?.[index]?.[at] })),
  )
  return (
    <Table
      caption={caption}
      rows={lines}
      columns={[
        {
          label: words.answer,
          cell: ({ row }) => <span lang={row.lang === lang ? undefined : row.lang}>{row.label}</span>,
        },
        ...(waves.length > 1 ? [{ label: words.wave, cell: ({ wave }: (typeof lines)[number]) => wave }] : []),
        {
          label: words.count,
          numeric: true,
          cell: ({ share }) =>
            share.status === 'hidden' ? words.tooFew : words.ofHowMany(String(share.count), String(share.answered)),
        },
        {
          label: words.share,
          numeric: true,
          cell: ({ share }) =>
            share.status === 'hidden' ? words.tooFew : share.share === null ? words.noShare : percent(share.share),
        },
        {
          label: words.likely,
          numeric: true,
          cell: ({ share }) => {
            if (share.status === 'hidden') return words.tooFew
            if (share.share === null || share.interval === null) return words.noInterval
            const { lower, upper } = outward(share.interval)
            return words.between(lower, upper)
          },
        },
        ...(calculations === undefined
          ? []
          : [
              {
                label: words.calculation,
                numeric: true,
                cell: ({ calculation }: (typeof lines)[number]) =>
                  calculation && (
                    <a class="nl-link" href={`#${calculation.id}`}>
                      <span class="plein-hidden">{words.calculation} </span>
                      {calculation.number}
                    </a>
                  ),
              },
            ]),
      ]}
    />
  )
}

const hasInterval = (rows: readonly ChartRow[]): boolean =>
  rows.some(({ shares }) =>
    shares.some((share) => share.status === 'shown' && share.share !== null && share.interval !== null),
  )

/**
 * Shares as horizontal bars from 0 to 100%, one or more waves beneath each other per answer, each with its margin, and the
 * same figures as a table. Every bar stands on its own: together they are never made 100.
 */
export const ShareChart = (chart: Chart) => {
  const { id, caption, rows, several, join = 'none', open, lang } = chart
  const words = chartWords[lang]
  const twin = <Twin {...chart} />
  return (
    <figure class="plein-chart" aria-labelledby={`${id}-caption`}>
      <figcaption>
        <strong id={`${id}-caption`}>{caption}</strong>
        {several ? <span class="plein-chart__several">{words.several}</span> : null}
      </figcaption>
      <ul class="plein-chart__rows">
        {rows.map((row, at) => (
          <Row row={row} id={`${id}-${at + 1}`} chart={chart} />
        ))}
      </ul>
      <p class="plein-chart__legend">
        {words.howToRead} {hasInterval(rows) ? words.bandMeans : ''} {join === 'changed' ? words.dashedMeans : ''}
      </p>
      {open ? twin : <Fold title={words.asTable}>{twin}</Fold>}
    </figure>
  )
}
