import { randomUUID } from 'node:crypto'
import type { House, RolledBackHouse } from '../../../test/house.ts'
import { dayAt } from '../../lib/days.ts'
import type { Answers, Definition, Said } from '../../lib/questionnaire/definition.ts'
import { listQuestionnaires, makeQuestionnaire, openSheet, saveAnswers, sendSheet } from '../questionnaires/public.ts'
import type { SizeClass, TypeClass } from './series/classes.rules.ts'
import { declareComparability } from './series/comparability.actions.ts'
import type { Level } from './series/comparability.rules.ts'
import { replaceFrame } from './frame/frame.actions.ts'
import { writePlan } from './plans/plans.actions.ts'
import { usualPlan, type PlanTerms } from './plans/plans.rules.ts'
import { resultPaths } from './results/results.paths.ts'
import { startSeries } from './series/series.actions.ts'
import { changeWave, moveWave, startWave } from './waves/waves.actions.ts'
import { getWave, listWaves } from './waves/waves.sql.ts'
import { getSeries } from './series/series.sql.ts'
import './respondents.tables.ts'

const said = (nl: string): Said => ({ nl })

/** A series without waves. @returns its slug */
export const newSeries = (
  house: House,
  classes: { readonly types?: readonly TypeClass[]; readonly sizes?: readonly SizeClass[] } = {},
): Promise<string> =>
  house.operate((tx) =>
    startSeries(
      tx,
      house.platform.vault,
      {
        title: said('Proefreeks'),
        about: said('Waarover het gaat.'),
        population: said('alle leden'),
        organisation: house.people.organisations.a,
        types: classes.types ?? [],
        sizes: classes.sizes ?? [],
        by: null,
      },
      house.platform.now(),
    ),
  )

/** A sheet as an organisation sent it, and what the register knows of that organisation. */
export type RawSheet = {
  readonly answers: Answers
  readonly type?: string
  readonly size?: string
}

export type RawWave = {
  readonly year: number
  readonly definition: Definition
  readonly sheets: readonly RawSheet[]
  /** How many organisations were asked; those of the sheets are the first. */
  readonly asked: number
  readonly plan: Partial<PlanTerms> & Pick<PlanTerms, 'mainQuestions'>
  /** How far it compares with the wave before; absent for a first one. */
  readonly comparability?: { readonly level: Level; readonly reason: Said }
}

/** Holds a wave from its first sketch to cleaned answers; every sheet is saved and sent as a whole. @returns its id */
export async function heldWave(house: House, series: string, raw: RawWave): Promise<string> {
  const { vault, now } = house.platform
  const organisation = house.people.organisations.a
  const day = (days: number) => dayAt(new Date(now().getTime() + days * 86_400_000))
  const references = Array.from({ length: raw.asked }, (_, at) => `${raw.year}-${at + 1}`)
  const { wave, version } = await house.operate(async (tx) => {
    const questionnaire = await makeQuestionnaire(tx, { organisation, definition: raw.definition, by: null }, now())
    const newest = (await listQuestionnaires(tx)).find(({ id }) => id === questionnaire)?.version.id ?? ''
    const label = said(String(raw.year))
    const slug = await startWave(tx, series, { year: raw.year, label, by: null }, now())
    const { wave: found } = await getWave(tx, series, slug)
    await changeWave(tx, found.id, { label, version: newest, opens: day(0), closes: day(30) }, now())
    const places = references.map((reference, at) => ({
      name: `Proeforganisatie ${reference}`,
      reference,
      // Who did not answer is like who did, in turn.
      type: raw.sheets[at % raw.sheets.length]?.type ?? null,
      size: raw.sheets[at % raw.sheets.length]?.size ?? null,
      province: null,
      email: null,
      lang: 'nl' as const,
    }))
    await replaceFrame(tx, vault, found.id, places, now())
    const terms = { ...usualPlan, tablesBy: [], weighting: [], ...raw.plan }
    await writePlan(tx, found.id, { terms, reason: null, by: null }, now())
    if (raw.comparability) {
      const { id } = await getSeries(tx, series)
      const before = (await listWaves(tx, id)).find((each) => each.number === found.number - 1)
      if (!before) throw new Error('there is no wave before')
      await declareComparability(tx, found.id, before.id, { ...raw.comparability, by: null }, now())
    }
    await moveWave(tx, found.id, 'open', { doing: 'researcher', person: null }, now())
    return { wave: found.id, version: newest }
  })
  await house.operate(async (tx) => {
    for (const [at, { answers, type, size }] of raw.sheets.entries()) {
      const sheet = await openSheet(tx, vault, version, now())
      await saveAnswers(tx, vault, sheet, { asked: Object.keys(answers), answers, part: null }, now())
      await sendSheet(tx, vault, sheet, now())
      await tx
        .insertInto('surveys_respondents')
        .values({
          id: randomUUID(),
          wave_id: wave,
          sheet_id: sheet,
          pseudonym: `pseudonym ${references[at]}`,
          type: type ?? null,
          size: size ?? null,
          province_code: null,
          trial: false,
          name_sealed: null,
          state: 'sent',
          state_since: now(),
        })
        .execute()
    }
  })
  for (const state of ['closed', 'cleaned'] as const)
    await house.operate((tx) => moveWave(tx, wave, state, { doing: 'researcher', person: null }, now()))
  return wave
}

/** The worker reckons a wave, one researcher proposes it on the page, and another lets it out. */
export async function letOutByTwo(house: RolledBackHouse, wave: string): Promise<void> {
  await house.runJobs()
  const proposing = await house.as('researcher')
  const proposed = await proposing.post(resultPaths.proposals, { wave, reason: 'Eerste uitgave' })
  if (proposed.status !== 303) throw new Error(`not proposed: ${proposed.status}`)
  await house.runJobs()
  const [proposal] = await house.peek((tx) =>
    tx.selectFrom('surveys_releases').select('id').where('wave_id', '=', wave).where('outcome', 'is', null).execute(),
  )
  const deciding = await house.as('secondResearcher')
  const decided = await deciding.post(resultPaths.decision(proposal?.id ?? ''), { decision: 'release', reason: '' })
  if (decided.status !== 303) throw new Error(`not let out: ${decided.status}`)
}
