import { expect } from 'vitest'
import { until } from '../house.ts'
import { axe } from './axe.ts'
import type { Browsing, Seen } from '../browsing.ts'
import type { Stage, Visitor } from './stage.ts'

// What the browser tests of polls do again and again: each verb by keyboard, as somebody on the page does it.

/** Begins a questionnaire of partner A, with its first section. The builder stands open afterwards. */
export async function beginQuestionnaire({ keys }: Visitor, title: string, section: string): Promise<void> {
  await keys.follow('Maak een vragenlijst')
  await keys.fill('Hoe heet de vragenlijst?', title)
  await keys.choose('Van welke organisatie is de vragenlijst?', 'Partner A')
  await keys.press('Maak de vragenlijst')
  await addSection({ keys }, section)
}

/** Adds a section at the end of the questionnaire that is open. */
export async function addSection({ keys }: Pick<Visitor, 'keys'>, section: string): Promise<void> {
  await keys.fill('Hoe heet het deel?', section)
  await keys.press('Zet erbij')
}

/** Types the answers of the question that is open, saves it, and goes back to the questionnaire. */
export async function giveAnswers({ keys, page }: Visitor, answers: readonly string[]): Promise<void> {
  // A line end in a field of several lines is typed with Enter there, and does not send the form.
  await keys.tabTo(/^Nieuwe regels/, 'field')
  for (const line of answers) {
    await page.keyboard.type(line)
    await page.keyboard.press('Enter')
  }
  await keys.press('Bewaar en ga terug')
}

/** Says what a questionnaire is for, so that nothing is wrong with it any more. */
export async function introduce({ open, keys, page }: Visitor, words: string): Promise<void> {
  // From the top: Tab goes on from what was added last.
  await open(new URL(page.url()).pathname)
  await keys.follow('Bekijk wat er nog niet klopt')
  await keys.follow('De vragenlijst zelf')
  await keys.fill(/^Inleiding, in het Nederlands/, words)
  await keys.press('Bewaar en ga terug')
}

/** Sends the invitations of the wave whose page this is, after the page that asks. */
export async function sendInvitations(researcher: Visitor, page: string): Promise<void> {
  await researcher.open(`${page}/uitnodigen`)
  await researcher.keys.follow('Verstuur de uitnodigingen')
  expect(await axe(researcher.page)).toEqual([])
  await researcher.keys.press('Ja, verstuur de uitnodigingen')
}

/** Where the link in the last letter to an address leads, once it is there. */
export async function linkIn(stage: Stage, to: string, part: string): Promise<string> {
  const letter = async () => (await stage.letters()).findLast((each) => each.to === to && each.text.includes(part))
  await until(async () => (await letter()) !== undefined, 60_000)
  return stage.pathIn((await letter())?.text ?? '', part)
}

/** The choice of a form whose words are these, as its form sends it. */
function choiceOf(seen: Seen, words: string): Record<string, string> {
  for (const [, tag = '', label = ''] of seen.text.matchAll(/(<input\b[^>]*type="radio"[^>]*>)(.*?)<\/label>/gs))
    if (label.replace(/<[^>]+>/g, '').includes(words))
      return { [/ name="([^"]*)"/.exec(tag)?.[1] ?? '']: / value="([^"]*)"/.exec(tag)?.[1] ?? '' }
  throw new Error(`no choice "${words}" at ${seen.path}`)
}

/** Fills in all sections behind a link with one choice each, and sends it: without a browser, for those a test only counts. */
export async function fillIn(browser: Browsing, start: string, choices: readonly string[]): Promise<void> {
  let seen = await browser.get(start)
  const first = /href="(\/invullen\/[^"]*\/deel\/[^"]*)"/.exec(seen.text)?.[1]
  if (first === undefined) throw new Error(`nothing to fill in at ${start}`)
  seen = await browser.get(first)
  for (const choice of choices) seen = await browser.follow(await browser.submit(seen, choiceOf(seen, choice)))
  const sent = await browser.submit(seen)
  if (!sent.location?.endsWith('/bedankt')) throw new Error(`not sent: ${sent.status} ${sent.location}`)
}
