import type { Browsing } from '../../../test/browsing.ts'
import type { House } from '../../../test/house.ts'
import { dayAt, daysLater } from '../../lib/days.ts'
import type { Definition, Question } from '../../lib/questionnaire/definition.ts'
import { listQuestionnaires, makeQuestionnaire } from '../questionnaires/public.ts'
import { readSizes, readTypes } from './series/classes.rules.ts'
import { startSeries } from './series/series.actions.ts'
import { startWave } from './waves/waves.actions.ts'

const works: Question = {
  key: 'werkt',
  type: 'single',
  about: 'fact',
  text: { nl: 'Werken jullie met ervaringsdeskundigen?' },
  options: [
    { key: 'ja', label: { nl: 'Ja' } },
    { key: 'nee', label: { nl: 'Nee' } },
  ],
}
const many: Question = {
  key: 'hoeveel',
  type: 'number',
  about: 'fact',
  text: { nl: 'Hoeveel zijn het er?' },
  least: 0,
  most: 1000,
  decimals: 0,
}

/** A small questionnaire; `more` changes its words. */
export const smallDefinition = (more: { question?: string; questions?: readonly Question[] } = {}): Definition => ({
  format: 1,
  title: { nl: 'Kleine lijst' },
  intro: { nl: 'Een paar vragen.' },
  terms: [],
  sections: [
    {
      key: 'begin',
      title: { nl: 'Begin' },
      questions: more.questions ?? [{ ...works, text: { nl: more.question ?? works.text.nl } }, many],
    },
  ],
})

/** Makes a questionnaire as the command line does. @returns the id of its version */
export async function aVersion(house: House, definition: Definition = smallDefinition()): Promise<string> {
  const id = await house.operate((tx) =>
    makeQuestionnaire(tx, { organisation: house.people.organisations.a, definition, by: null }, house.platform.now()),
  )
  return house.operate(
    async (tx) => (await listQuestionnaires(tx)).find((each) => each.id === id)?.version.id ?? 'no version',
  )
}

const classesOf = <T>(read: { ok: true; classes: readonly T[] } | { ok: false }): readonly T[] => {
  if (!read.ok) throw new Error('these are no classes')
  return read.classes
}

/** Makes a series with one wave in design, as the command line does. */
export async function aSeries(
  house: House,
  said: { title?: string; organisation?: 'a' | 'b' } = {},
): Promise<{ series: string; wave: string }> {
  const now = house.platform.now()
  return house.operate(async (tx) => {
    const series = await startSeries(
      tx,
      house.platform.vault,
      {
        title: { nl: said.title ?? 'Peiling proef' },
        about: { nl: 'Waarover het gaat.' },
        population: { nl: 'Alle leden.' },
        organisation: house.people.organisations[said.organisation ?? 'a'],
        types: classesOf(readTypes('Welzijnswerk / Welfare\nOpvang')),
        sizes: classesOf(readSizes('0 klein\n50 groot')),
        by: null,
      },
      now,
    )
    const wave = await startWave(tx, series, { year: 2026, label: { nl: 'Peiling 2026' }, by: null }, now)
    return { series, wave }
  })
}

/** Three organisations, as a spreadsheet gives them. */
export const threePlaces = [
  'naam\tkenmerk\tsoort\tgrootte\tprovincie\temail',
  'Het Anker\t101\tWelzijnswerk\t12\tUtrecht\tkantoor@anker.example',
  'De Brug\t102\topvang\tgroot\tGelderland\tinfo@brug.example',
  'Samen Verder\t103\tWelfare\t1.200\tAmersfoort\t',
].join('\n')

/** Sends a list by the page and takes it. */
export async function takeFrame(browser: Browsing, page: string, list = threePlaces): Promise<void> {
  const sent = await browser.upload(`${page}/kader`, { list }, {})
  const taken = await browser.submit(await browser.follow(sent), {}, 'Neem deze lijst over')
  if (taken.status !== 303) throw new Error(`the list was not taken: ${taken.status}`)
}

/** Everything that a wave needs before it can open, by the pages. */
export async function prepare(house: House, browser: Browsing, page: string, version: string): Promise<void> {
  const today = dayAt(house.platform.now())
  const until = daysLater(dayAt(house.platform.now()), 30)
  const settings = await browser.get(`${page}/instellen`)
  await browser.submit(settings, { version, opens: today, closes: until })
  await takeFrame(browser, page)
  await browser.submit(await browser.get(`${page}/plan`), { mainQuestions: ['werkt/ja'] })
}
