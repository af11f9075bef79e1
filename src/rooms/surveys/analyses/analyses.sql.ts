import { usualLimits } from '../../../lib/statistics/verdicts.ts'
import type { Tx } from '../../../platform/db/database.ts'
import type { Vault } from '../../../platform/vault/vault.ts'
import { answersOfSheets, askingOf } from '../../questionnaires/public.ts'
import './analyses.tables.ts'
import { settledQuestions, withCodes, type SettledQuestion } from '../coding/coded-figures.sql.ts'
import {
  notKnown,
  type AnalysisInput,
  type EarlierRelease,
  type Findings,
  type Plan,
  type PollWave,
  type Respondent,
} from '../findings/findings.ts'
import { frameForAnalysis } from '../frame/frame.sql.ts'
import '../releases/releases.tables.ts'
import '../respondents.tables.ts'
import '../tables.ts'

type WaveRow = { id: string; slug: string; number: number; label: { nl: string }; version_id: string | null }

/**
 * Everything that an analysis of a wave looks at, under pseudonyms. At the worker's door: no other opens all sheets.
 *
 * @returns by name why there is nothing to look at: the answers are not final, or no plan was fixed
 */
export async function gatherAnalysis(
  tx: Tx,
  vault: Vault,
  wave: string,
): Promise<AnalysisInput | 'not-cleaned' | 'no-plan'> {
  const own = await tx
    .selectFrom('surveys_waves')
    .select(['id', 'series_id', 'slug', 'number', 'label', 'version_id', 'state'])
    .where('id', '=', wave)
    .executeTakeFirst()
  if (own === undefined || (own.state !== 'cleaned' && own.state !== 'published')) return 'not-cleaned'
  const plan = await planOf(tx, wave)
  if (plan === null || own.version_id === null) return 'no-plan'
  const before = await tx
    .selectFrom('surveys_waves')
    .select(['id', 'slug', 'number', 'label', 'version_id'])
    .where('series_id', '=', own.series_id)
    .where('number', '<', own.number)
    .where('version_id', 'is not', null)
    .where('state', 'in', ['cleaned', 'published'])
    .orderBy('number')
    .execute()
  const gathered = await gatherWave(tx, vault, own, plan, await settledQuestions(tx, wave))
  const earlier: { wave: PollWave; released: Findings | null }[] = []
  for (const each of before) {
    const [newest] = (await listReleased(tx, each.id)).toReversed()
    const found = await gatherWave(tx, vault, each, (await planOf(tx, each.id)) ?? plan)
    // Held against what the public knows of it, an earlier wave is those who were in that.
    const respondents = newest ? await thoseOf(tx, newest.id, found) : found.wave.respondents
    earlier.push({ wave: { ...found.wave, respondents }, released: newest?.findings ?? null })
  }
  const released: EarlierRelease[] = []
  for (const { id, findings } of await listReleased(tx, wave))
    released.push({ findings, respondents: await thoseOf(tx, id, gathered) })
  return { wave: { ...gathered.wave, comparability: await listComparabilities(tx, wave) }, earlier, released }
}

/** A wave with the sheet of each of its respondents, in the same order. */
type Gathered = { readonly wave: PollWave; readonly sheets: readonly string[] }

/** Those who were in a release and are still here. Nobody, when it was not kept who was in it. */
async function thoseOf(tx: Tx, release: string, { wave, sheets }: Gathered): Promise<readonly Respondent[]> {
  const rows = await tx
    .selectFrom('surveys_release_sheets')
    .select('sheet_id')
    .where('release_id', '=', release)
    .execute()
  const then = new Set(rows.map(({ sheet_id: sheet }) => sheet))
  return wave.respondents.filter((_, at) => then.has(sheets[at] ?? ''))
}

/** @param coded of the wave itself; codes are never compared over waves, as other people gave them */
async function gatherWave(
  tx: Tx,
  vault: Vault,
  row: WaveRow,
  plan: Plan,
  coded: ReadonlyMap<string, SettledQuestion> = new Map(),
): Promise<Gathered> {
  const { definition, meanings } = await askingOf(tx, row.version_id ?? '')
  const frame = await frameForAnalysis(tx, row.id)
  const those = await listRespondents(tx, vault, row.id)
  return {
    wave: {
      id: row.slug,
      label: row.label.nl,
      year: Number(row.slug.slice(0, 4)),
      definition,
      ...(meanings.length === 0
        ? {}
        : { meanings: meanings.map(({ id, label, definition: means }) => ({ id, label, definition: means })) }),
      frame: frame.length === 0 ? null : frame,
      plan,
      ...withCodes(those, coded),
      comparability: [],
    },
    sheets: those.map(({ sheet }) => sheet),
  }
}

/** The sheets that count in a wave, in a fixed order. */
const listCounted = (tx: Tx, wave: string) =>
  tx
    .selectFrom('surveys_respondents')
    .select(['sheet_id', 'pseudonym', 'type', 'size', 'province_code'])
    .where('wave_id', '=', wave)
    .where('state', '=', 'sent')
    .where('trial', '=', false)
    .orderBy('pseudonym')
    .execute()

/** Which sheets an analysis of this wave looks at. */
export const listCountedSheets = async (tx: Tx, wave: string): Promise<string[]> =>
  (await listCounted(tx, wave)).map(({ sheet_id: sheet }) => sheet)

async function listRespondents(
  tx: Tx,
  vault: Vault,
  wave: string,
): Promise<{ readonly sheet: string; readonly respondent: Respondent }[]> {
  const rows = await listCounted(tx, wave)
  const answers = await answersOfSheets(
    tx,
    vault,
    rows.map((row) => row.sheet_id),
  )
  return rows.flatMap(({ sheet_id: sheet, pseudonym, ...row }) => {
    const given = answers.get(sheet)
    if (given === undefined) return []
    const [type, size, region] = [row.type, row.size, row.province_code].map((known) => known ?? notKnown)
    const place = { type: type ?? '', size: size ?? '', region: region ?? '' }
    return [{ sheet, respondent: { pseudonym, ...place, answers: given } }]
  })
}

async function planOf(tx: Tx, wave: string): Promise<Plan | null> {
  const row = await tx.selectFrom('surveys_plans').selectAll().where('wave_id', '=', wave).executeTakeFirst()
  if (row === undefined) return null
  return {
    mainQuestions: row.main_questions,
    limits: {
      ...usualLimits,
      fewest: row.cells_from,
      percentagesFrom: row.base_from,
      equalWithin: Number(row.margin) / 100,
    },
    weightingMargins: row.weighting,
    weightCap: row.weight_cap === null ? null : Number(row.weight_cap),
    tablesBy: row.tables_by,
    sensitive: row.sensitive,
    confidence: 0.95,
  }
}

async function listComparabilities(tx: Tx, wave: string): Promise<PollWave['comparability'][number][]> {
  const levels = await tx
    .selectFrom('surveys_comparabilities as c')
    .innerJoin('surveys_waves as w', 'w.id', 'c.earlier_id')
    .select(['c.earlier_id', 'w.slug', 'c.level', 'c.reason'])
    .where('c.wave_id', '=', wave)
    .orderBy('w.number')
    .execute()
  const bridges = await tx
    .selectFrom('surveys_bridges')
    .select(['earlier_id', 'question', 'words'])
    .where('wave_id', '=', wave)
    .orderBy('question')
    .execute()
  return levels.map(({ earlier_id: earlier, slug, level, reason }) => ({
    wave: slug,
    level,
    reason,
    bridges: Object.fromEntries(
      bridges.filter((bridge) => bridge.earlier_id === earlier).map(({ question, words }) => [question, words]),
    ),
  }))
}

/** What was let out of a wave, oldest first; also what was taken back, because it was read. */
async function listReleased(tx: Tx, wave: string): Promise<{ readonly id: string; readonly findings: Findings }[]> {
  const rows = await tx
    .selectFrom('surveys_releases')
    .select(['id', 'document'])
    .where('wave_id', '=', wave)
    .where('outcome', '=', 'released')
    .orderBy('number')
    .execute()
  return rows.map(({ id, document }) => ({ id, findings: document.findings }))
}

/** An analysis that was reckoned from the same input by the same version; undefined when there is none. */
export const findReckoned = (tx: Tx, wave: string, inputHash: string, version: string) =>
  tx
    .selectFrom('surveys_analyses')
    .select('result')
    .where('wave_id', '=', wave)
    .where('state', '=', 'found')
    .where('input_hash', '=', inputHash)
    .where('version', '=', version)
    .executeTakeFirst()

/** How far the newest analysis of a wave is, without what it found; undefined when nobody asked for one. */
export const analysisProgress = (tx: Tx, wave: string) =>
  tx
    .selectFrom('surveys_analyses')
    .select(['state', 'done', 'steps', 'failure', 'asked_at', 'ended_at'])
    .where('wave_id', '=', wave)
    .orderBy('asked_at', 'desc')
    .limit(1)
    .executeTakeFirst()

export type AnalysisProgress = NonNullable<Awaited<ReturnType<typeof analysisProgress>>>

/** The newest analysis of a wave, with how far it is; undefined when nobody asked for one. */
export const findAnalysis = (tx: Tx, wave: string) =>
  tx
    .selectFrom('surveys_analyses')
    .select([
      'id',
      'state',
      'step',
      'done',
      'steps',
      'failure',
      'version',
      'input_hash',
      'result',
      'asked_at',
      'ended_at',
    ])
    .where('wave_id', '=', wave)
    .orderBy('asked_at', 'desc')
    .limit(1)
    .executeTakeFirst()
