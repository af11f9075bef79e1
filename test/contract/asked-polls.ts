import { dayAt } from '../../src/lib/days.ts'
import { listQuestionnaires, makeQuestionnaire } from '../../src/rooms/questionnaires/public.ts'
import { addTrial, keepList, replaceFrame } from '../../src/rooms/surveys/frame/frame.actions.ts'
import { listTrials } from '../../src/rooms/surveys/frame/frame.sql.ts'
import { writePlan } from '../../src/rooms/surveys/plans/plans.actions.ts'
import { usualPlan } from '../../src/rooms/surveys/plans/plans.rules.ts'
import { startSeries } from '../../src/rooms/surveys/series/series.actions.ts'
import { smallDefinition } from '../../src/rooms/surveys/surveys.testing.ts'
import { changeWave, moveWave, startWave } from '../../src/rooms/surveys/waves/waves.actions.ts'
import { getWave } from '../../src/rooms/surveys/waves/waves.sql.ts'
import type { House } from '../house.ts'

/**
 * A poll of a partner: a wave of 2024 that has closed, and one of 2026 in design whose first question was reworded, with a
 * test place and a list of organisations that a researcher sent.
 */
export const aPoll = (house: House, letter: 'a' | 'b') =>
  house.operate(async (tx) => {
    const { vault } = house.platform
    const now = house.platform.now()
    const organisation = house.people.organisations[letter]
    const version = async (question: string) => {
      const id = await makeQuestionnaire(tx, { organisation, by: null, definition: smallDefinition({ question }) }, now)
      return (await listQuestionnaires(tx)).find((each) => each.id === id)?.version.id ?? ''
    }
    const series = await startSeries(
      tx,
      vault,
      {
        title: { nl: `Peiling van ${letter}` },
        about: { nl: 'Hoe het gaat met ervaringsdeskundigen.' },
        population: { nl: 'Alle leden.' },
        organisation,
        types: [{ key: 'welzijn', label: { nl: 'Welzijn' } }],
        sizes: [{ key: 'alle', label: { nl: 'Alle groottes' }, from: 0 }],
        by: null,
      },
      now,
    )
    const wave = async (year: number, question: string) => {
      const slug = await startWave(tx, series, { year, label: { nl: `Golf ${year}` }, by: null }, now)
      const found = await getWave(tx, series, slug)
      const day = dayAt(now)
      const settings = { label: found.wave.label, version: await version(question), opens: day, closes: day }
      await changeWave(tx, found.wave.id, settings, now)
      const place = { name: 'Het Anker', reference: '1', type: 'welzijn', size: 'alle', province: 'PV26' } as const
      await replaceFrame(tx, vault, found.wave.id, [{ ...place, email: 'anker@example.org', lang: 'nl' }], now)
      const terms = { ...usualPlan, mainQuestions: ['werkt'] }
      await writePlan(tx, found.wave.id, { terms, reason: null, by: null }, now)
      return found.wave.id
    }
    const earlier = await wave(2024, 'Werken jullie met ervaringsdeskundigen?')
    await moveWave(tx, earlier, 'open', { doing: 'researcher', person: null }, now)
    await moveWave(tx, earlier, 'closed', { doing: 'researcher', person: null }, now)
    const later = await wave(2026, 'Werken er ervaringsdeskundigen bij jullie?')
    await addTrial(tx, vault, later, { name: 'Proefkantoor', email: 'proef@example.org', lang: 'nl' }, now)
    const by = house.people.researcher.id
    const list = await keepList(tx, vault, later, { text: 'naam;soort\nHet Anker;welzijn\nDe Brug;kasteel', by }, now)
    return { series, list, trial: (await listTrials(tx, later))[0]?.id ?? '' }
  })
