import { expect } from 'vitest'
import type { Traveller } from './journey.ts'

/** Opens the draft that the desk laid ready, and gives it a title and a summary. */
export async function complete(editor: Traveller, title: string, summary: string, audience: string): Promise<void> {
  const { keys } = editor
  await editor.open('/mijn')
  await keys.follow('De redactie')
  await editor.sees('Nog zonder titel')
  await keys.follow('Nog zonder titel')
  await editor.sees('Uit een vraag aan het adviespunt', 'Wie moet ja zeggen')
  await keys.fill(/^Titel/, title)
  await keys.fill('Samenvatting', summary)
  await keys.tabTo(/^Voor wie/, 'button')
  await editor.page.keyboard.press('Enter')
  await keys.tick(audience)
  await keys.press('Bewaar')
  await editor.sees(title)
}

/** What to do with one marked place: take it out, keep it with a reason, or write something else. */
export type Decision =
  | { readonly choice: 'Wordt [' }
  | { readonly choice: 'Laat staan' | 'Andere woorden'; readonly words: string }

/**
 * Walks past everything that is marked and decides; what has no decision here is replaced. Going on without deciding is
 * refused. `marked` are words that must be among the marks.
 */
export async function redact(
  editor: Traveller,
  marked: readonly string[],
  decisions: Readonly<Record<string, Decision>>,
): Promise<void> {
  const { keys, page } = editor
  await keys.follow(/^Loop .* gemarkeerde/)
  await editor.sees('Alles wat naar iemand kan wijzen, is gemarkeerd.')
  const marks = await page.locator('main legend mark').allInnerTexts()
  expect(marks).toEqual(expect.arrayContaining([...marked]))
  await keys.press(/^Voer uit$/)
  await editor.sees('Kies wat hiermee moet gebeuren.')

  for (const [index, mark] of marks.entries()) {
    const decision = decisions[mark] ?? { choice: 'Wordt [' }
    // The groups follow each other: Tab comes to the next one.
    if (index > 0) await page.keyboard.press('Tab')
    await keys.tabTo('Wordt [', 'field')
    await editor.picks(decision.choice)
    if ('words' in decision)
      await keys.fill(
        decision.choice === 'Laat staan' ? 'Waarom mag dit blijven staan?' : 'Welke woorden komen er?',
        decision.words,
      )
  }
  await keys.press(/^Voer uit$/)
  await editor.sees('Er is niets meer gemarkeerd.')
}

/** Asks everybody whose words it are. */
export async function askForYes(editor: Traveller): Promise<void> {
  await editor.keys.press('Ga door')
  await editor.sees('Wacht op toestemming', 'Zodra iedereen ja zegt, kun je publiceren.')
}

export async function publish(editor: Traveller, title: string): Promise<void> {
  await editor.open('/redactie')
  await editor.keys.follow(title)
  await editor.sees('Klaar om te publiceren')
  await editor.keys.press('Publiceer op het plein')
  await editor.sees('Op het plein')
}

/** A visitor who knows nothing of all this searches from the home page, and opens what is found. */
export async function find(visitor: Traveller, words: string, title: string): Promise<void> {
  const { keys } = visitor
  await visitor.open('/')
  await visitor.sees(title)
  await keys.fill('Waar zoek je kennis over?', words)
  await visitor.enters()
  await visitor.sees(`Gevonden voor ‘${words}’`, title)
  await keys.follow(title)
  await visitor.sees(title)
}
