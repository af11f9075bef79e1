import { expect } from 'vitest'
import type { Traveller } from './journey.ts'

/** A question as somebody asks it. */
export type Question = {
  readonly question: string
  readonly context: string
  readonly organisation: string
  /** As it is typed, and the municipality it stands for. */
  readonly place: { readonly typed: string; readonly meant: string }
  readonly theme: string
  readonly kind: string
  /** The title of an item on the square that is near to it. */
  readonly near: string
}

/** A form filled in faster than this is taken for a program's. */
const asFastAsPeople = 3_200

/** Asks a question without an account. @returns the number of the question. */
export async function ask(requester: Traveller, asked: Question): Promise<string> {
  const { keys, page } = requester
  await requester.open('/')
  await requester.sees('Stel je vraag')
  await keys.follow('Stel je vraag')
  const begun = Date.now()

  await requester.sees('Wat is je vraag?', 'Wie leest dit?')
  await keys.fill('Wat is je vraag?', asked.question)
  await keys.press('Volgende')
  await requester.sees('Misschien is dit al je antwoord', asked.near)
  await keys.press('Nee, ik stel mijn vraag')

  await requester.sees('Meer over je vraag', 'Alles op deze pagina mag je overslaan.')
  await fillInContext(requester, asked)
  await keys.fill('Over welke gemeente of plaats gaat het?', asked.place.typed)
  await keys.press('Volgende')

  await requester.sees('Wie ben je?')
  await keys.fill('Je naam', requester.name)
  await keys.fill('Je mailadres', requester.email)
  await keys.press('Volgende')

  await requester.sees('Klopt alles?', asked.question, asked.place.meant, requester.email)
  await page.waitForTimeout(Math.max(0, begun + asFastAsPeople - Date.now()))
  await keys.press('Verstuur mijn vraag')
  return thanked(requester)
}

/** The fields of the second page; the place is left to the caller. */
async function fillInContext({ keys }: Traveller, asked: Question): Promise<void> {
  await keys.fill('Wat moeten wij nog weten?', asked.context)
  await keys.fill('Naam van de organisatie', asked.organisation)
  await keys.tick(asked.theme)
  await keys.choose('Wat voor vraag is het?', asked.kind)
  await keys.tabTo(/^Naar de inhoud$/)
}

async function thanked(requester: Traveller): Promise<string> {
  await requester.sees('Kijk nu in je mail')
  const [number] = /[A-Z]{1,2}-\d{4}-\d+/.exec(await requester.text()) ?? []
  if (number === undefined) throw new Error('no number of the question on the page that thanks')
  return number
}

/** The same with script: help while typing, an error that takes the focus, and one question from two presses. */
export async function askWithScript(requester: Traveller, asked: Question): Promise<string> {
  const { keys, page, context } = requester
  await requester.open('/vraag')
  const begun = Date.now()

  await keys.press('Volgende')
  await requester.sees('Er klopt nog iets niet', 'Schrijf je vraag op.')
  expect((await keys.focus()).name).toContain('Er klopt nog iets niet')
  await page.keyboard.press('Tab')
  await page.keyboard.press('Enter')
  expect((await keys.focus()).name).toContain('Wat is je vraag?')

  await page.keyboard.insertText(asked.question)
  const left = (10_000 - asked.question.length).toLocaleString('nl-NL')
  await requester.sees(`Je kunt nog ${left} tekens gebruiken.`)
  await page.locator('plein-related a', { hasText: asked.near }).waitFor()
  await requester.sees('Misschien is dit al je antwoord')
  await keys.press('Volgende')
  await keys.press('Nee, ik stel mijn vraag')

  await fillInContext(requester, asked)
  await keys.tabTo('Over welke gemeente of plaats gaat het?', 'field')
  await page.keyboard.type(asked.place.typed)
  await page.locator('[role=option]').first().waitFor()
  const active = () =>
    page
      .getByRole('combobox', { name: /gemeente of plaats/ })
      .getAttribute('aria-activedescendant')
      .then((id) => (id === null ? '' : page.locator(`[id="${id}"]`).innerText()))
  for (let arrow = 0; arrow < 8 && !(await active()).includes(asked.place.meant); arrow++)
    await page.keyboard.press('ArrowDown')
  await requester.sees()
  await page.keyboard.press('Enter')
  expect((await keys.focus()).value).toContain(asked.place.meant)
  await keys.press('Volgende')

  await keys.fill('Je naam', requester.name)
  await keys.fill('Je mailadres', requester.email)
  await keys.press('Volgende')
  await requester.sees('Klopt alles?', asked.question, asked.place.meant)

  await page.waitForTimeout(Math.max(0, begun + asFastAsPeople - Date.now()))
  let sent = 0
  await context.route('**/vraag/versturen', async (route) => {
    sent++
    await new Promise((resolve) => setTimeout(resolve, 500))
    await route.continue()
  })
  await keys.tabTo('Verstuur mijn vraag', 'button')
  const answered = page.waitForNavigation({ waitUntil: 'load' })
  await page.keyboard.press('Enter')
  await page.keyboard.press('Enter')
  await answered
  expect(sent, 'questions sent by two presses').toBe(1)
  return thanked(requester)
}

/** Confirms by the link of the mail: opening it does nothing yet, the press does. */
export async function confirm(requester: Traveller, number: string): Promise<void> {
  await requester.opensLetter('Er is met dit mailadres een vraag gesteld', '/vraag/bevestigen/')
  await requester.sees('Bevestig je vraag', number)
  await requester.keys.press('Ja, dit is mijn vraag')
  await requester.sees('Je vraag is bevestigd.', `Je vraag ${number}`, 'Je vraag is binnen.')
}

/** Answers what the desk asked, on the page that the mail leads to. */
export async function answerTheDesk(requester: Traveller, asked: string, reply: string): Promise<void> {
  await requester.opensLetter('Wij willen je iets vragen', '/vraag/status/')
  await requester.sees('wachten op je antwoord', asked)
  await requester.keys.fill('Schrijf een bericht', reply)
  await requester.keys.press('Verstuur bericht')
  await requester.sees('Je bericht is verstuurd.', reply)
}

/** Reads the answer behind the link of the mail, and says something back. */
export async function readAnswer(
  requester: Traveller,
  answer: { readonly says: string; readonly by: readonly string[]; readonly behalf: string },
  reply: string,
): Promise<void> {
  await requester.opensLetter('Er is een antwoord op je vraag', '/vraag/status/')
  await requester.sees('Het antwoord', answer.says, answer.behalf, ...answer.by)
  await requester.keys.fill('Schrijf een bericht', reply)
  await requester.keys.press('Verstuur bericht')
  await requester.sees(reply)
}

/** Tells what was done with it, and looks back in points. */
export async function tellWhatWasDone(requester: Traveller, done: string, notDone: string): Promise<void> {
  const { keys, page } = requester
  await keys.follow('Vertel wat ermee is gedaan')
  await requester.sees('Wat is er met het advies gedaan?', 'Alles mag je overslaan.')
  await keys.fill('Wat heb je ermee gedaan?', done)
  await keys.fill('Wat lukte niet', notDone)
  for (const points of ['4, veel', '3, tussenin', '4, veel', '5, heel veel']) {
    await page.keyboard.press('Tab')
    await requester.picks(points)
  }
  await keys.fill('Wil je nog iets zeggen?', 'Het voelde als een gesprek, niet als een rapport.')
  await keys.press('Versturen')
  await requester.sees('De mensen die meedachten kunnen lezen wat ermee is gedaan.', done)
}
