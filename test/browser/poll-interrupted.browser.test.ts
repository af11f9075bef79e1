import { sql } from 'kysely'
import { describe, expect, it } from 'vitest'
import { madeSeries, openWaveOf } from '../../src/rooms/surveys/filling/filling.testing.ts'
import { until } from '../house.ts'
import { axe, cutOff, tooWide } from './axe.ts'
import { browserPresent, launchMortalChromium } from './chromium.ts'
import { linkIn, sendInvitations } from './poll-verbs.ts'
import { onStage, type Stage, type Visitor } from './stage.ts'

/** The link of the first organisation of a wave that was opened and asked. */
async function linkOfOne(stage: Stage): Promise<string> {
  const { page } = await openWaveOf(stage, await madeSeries(stage))
  const researcher = await stage.enter('researcher')
  await sendInvitations(researcher, page)
  await researcher.leave()
  return linkIn(stage, 'post-1@example.org', '/invullen/')
}

const main = ({ page }: Visitor) => page.locator('main').innerText()

/** The next save loses its connection to the database when it has written one answer of several. */
const dyingOnce = ({ peek }: Stage) =>
  peek(async (tx) => {
    // What a sequence gave out is not rolled back.
    await sql`create sequence house.written`.execute(tx)
    await sql`
      create function house.dies() returns trigger language plpgsql security definer as $$
      begin
        if nextval('house.written') = 2 then perform pg_terminate_backend(pg_backend_pid()); end if;
        return new;
      end $$`.execute(tx)
    await sql`create trigger dies before insert on house.questionnaires_answers for each row execute function house.dies()`.execute(
      tx,
    )
  })

describe.skipIf(!browserPresent('a questionnaire at 320 px, and interrupted'))(
  'a questionnaire that is filled in',
  () => {
    it.each([true, false])(
      'fits on 320 px, by keyboard alone, with script %s',
      (script) =>
        onStage(
          async (stage) => {
            const start = await linkOfOne(stage)
            const phone = await stage.enter(null, { script, width: 320 })
            const fits = async () => {
              const found = [
                ...(await tooWide(phone.page)),
                ...(await cutOff(phone.page)),
                ...(script ? await axe(phone.page) : []),
              ]
              expect([phone.page.url(), found]).toEqual([phone.page.url(), []])
            }
            const { keys } = phone
            await phone.open(start)
            await fits()
            await keys.follow('Bekijk of print eerst alle vragen')
            await fits()
            await keys.follow('Terug')
            await keys.follow('Begin met invullen')
            await keys.tick('Ja')
            // Without script the questions that an answer brings come with the next page.
            if (!script) await keys.press('Opslaan en verder')
            await fits()
            await keys.tick('Advies geven')
            await keys.press('Opslaan en verder')
            await fits()
            await keys.press('Opslaan en verder')
            await fits()
            await keys.press('Verstuur de antwoorden')
            expect(await main(phone)).toContain('Dank je wel')
            await fits()
            expect(phone.complaints()).toEqual([])
          },
          { worker: true },
        )(),
      180_000,
    )

    it(
      'keeps a page whole or not at all when the house loses its connection in the middle of saving it',
      onStage(
        async (stage) => {
          const start = await linkOfOne(stage)
          const phone = await stage.enter(null, { script: false, width: 320 })
          await phone.open(`${start}/deel/inzet`)
          await phone.keys.tick('Ja')
          await phone.keys.press('Opslaan en verder')
          await phone.keys.tick('Advies geven')
          await dyingOnce(stage)
          const answers = () => stage.count('house.questionnaires_answers')
          const before = await answers()
          await phone.keys.press('Opslaan en verder')
          expect(await main(phone)).not.toContain('bewaard')
          expect(await answers()).toBe(before)
          phone.complaints()
          // What was typed is still in the browser: one step back, and the same press again.
          await phone.page.goBack()
          await phone.keys.tick('Advies geven')
          await phone.keys.press('Opslaan en verder')
          expect(await answers()).toBeGreaterThan(before)
          await phone.open(`${start}/overzicht`)
          const summary = await main(phone)
          for (const answer of ['Ja', 'Advies geven']) expect(summary).toContain(answer)
          expect(phone.complaints()).toEqual([])
        },
        { worker: true },
      ),
      180_000,
    )

    it(
      'has what it said was saved, when the browser is killed in the middle of typing',
      onStage(
        async (stage) => {
          const start = await linkOfOne(stage)
          const { browser, kill } = await launchMortalChromium()
          const page = await (await browser.newContext()).newPage()
          await page.goto(`${stage.origin}${start}/deel/mening`)
          const field = page.locator('textarea').first()
          const saved = () => page.locator('plein-saving').textContent()
          await field.pressSequentially('Het werkt')
          await until(async () => ((await saved()) ?? '').includes('Bewaard om'), 20_000)
          await field.pressSequentially(' heel goed en ook', { delay: 5 })
          kill()
          await browser.close()

          const desk = await stage.enter(null)
          await desk.open(`${start}/deel/mening`)
          expect(await desk.page.locator('textarea').first().inputValue()).toMatch(/^Het werkt/)
          expect(await axe(desk.page)).toEqual([])
          await desk.keys.press('Opslaan en verder')
          expect(await main(desk)).toContain('Het werkt')
          expect(desk.complaints()).toEqual([])
        },
        { worker: true },
      ),
      180_000,
    )
  },
)
