import { expect } from 'vitest'
import type { Traveller } from './journey.ts'

/** Fills in one's own profile and lets the desk see it: nobody else can. */
export async function fillInProfile(expert: Traveller, theme: string): Promise<void> {
  const { keys } = expert
  await expert.open('/mijn')
  await keys.follow('Mijn profiel')
  await expert.sees('Wij vragen nooit wat er met je is gebeurd')
  await keys.fill('Welke naam zien anderen?', expert.name)
  await keys.tick(theme)
  await keys.tick('Ik wil online meewerken')
  await keys.choose('Aan hoeveel vragen', '2 vragen')
  await keys.press('Bewaar je profiel')
  await expert.sees('Je profiel is bewaard.', 'Alleen jij ziet je profiel.')
  await keys.press('Laat zien aan het adviespunt')
  await expert.sees('Het adviespunt ziet je profiel')
}

const invitationSays = 'Iemand stelde een vraag waar jouw ervaring bij past'

/** What an invitation shows, and what it does not: who asks. */
async function readInvitation(expert: Traveller, question: string, hidden: readonly string[]): Promise<void> {
  await expert.sees(question, '€\u00a062,50 per uur', 'Ja, ik doe mee', 'Nee, deze keer niet')
  await expert.seesNot(...hidden)
}

/** Says no behind the link of the mail; nothing needs explaining. */
export async function decline(expert: Traveller, question: string, hidden: readonly string[]): Promise<void> {
  await expert.opensLetter(invitationSays, '/uitnodiging/')
  await readInvitation(expert, question, hidden)
  await expert.keys.press('Nee, deze keer niet')
  await expert.sees('Dank je wel voor je antwoord', 'Wij bewaren niet dat je nee zei.')
}

export async function acceptByMail(expert: Traveller, question: string, hidden: readonly string[]): Promise<void> {
  await expert.opensLetter(invitationSays, '/uitnodiging/')
  await readInvitation(expert, question, hidden)
  await expert.keys.press('Ja, ik doe mee')
  await expert.sees('Fijn dat je meedoet')
}

export async function acceptOnOwnPage(expert: Traveller, question: string, hidden: readonly string[]): Promise<void> {
  await expert.open('/mijn')
  await expert.keys.follow('Mijn vragen')
  await expert.sees('Er wacht 1 uitnodiging op je.')
  await expert.keys.follow('Bekijk mijn uitnodigingen')
  await readInvitation(expert, question, hidden)
  await expert.keys.press('Ja, ik doe mee')
  await expert.sees('Wij zoeken nog iemand voor het duo', question)
}

async function openOwnQuestion(expert: Traveller, number: string): Promise<void> {
  await expert.open('/mijn')
  await expert.keys.follow('Mijn vragen')
  await expert.sees('Hier staan de vragen waar jij aan meedoet.')
  await expert.keys.follow(number)
  await expert.sees(`Vraag ${number}`)
}

/** One writes first; the other finds it, and goes on in the same text. */
export async function beginDraft(expert: Traveller, number: string, text: string): Promise<void> {
  await openOwnQuestion(expert, number)
  await expert.keys.follow('Schrijf samen het antwoord')
  await expert.sees('Jullie zien allebei dit concept.', 'Er is nog niets bewaard.')
  await expert.keys.fill('Het antwoord', text)
  await expert.keys.press('Bewaar het concept')
  await expert.sees(`Bewaard door ${expert.name}`)
}

export async function goOnWithDraft(
  expert: Traveller,
  number: string,
  draft: { readonly found: string; readonly text: string; readonly voice: string; readonly behalf: string },
): Promise<void> {
  const { keys } = expert
  await openOwnQuestion(expert, number)
  await keys.follow('Schrijf verder aan het antwoord')
  expect((await keys.tabTo('Het antwoord', 'field')).value).toBe(draft.found)
  await keys.fill('Het antwoord', draft.text)
  await keys.press('Bewaar en bekijk het antwoord')
  await expert.sees('Dit ontbreekt nog', 'namens wie jullie spreken')
  await keys.follow('Pas de tekst aan')
  await keys.tick(draft.voice)
  await keys.fill('Zeg het in één zin', draft.behalf)
  await keys.press('Bewaar en bekijk het antwoord')
  await expert.sees('Zo leest de vrager het antwoord', draft.behalf)
}

/** Looks at what was saved before, and gives the answer: once, and on purpose. */
export async function giveAnswer(expert: Traveller, number: string, versions: number): Promise<void> {
  const { keys } = expert
  await openOwnQuestion(expert, number)
  await keys.follow('Schrijf verder aan het antwoord')
  await keys.follow('Eerdere versies')
  await expert.sees(...Array.from({ length: versions }, (_, index) => `Versie ${index + 1}`))
  await keys.follow('Terug naar')
  await keys.follow('Bekijk het antwoord en geef het')
  await expert.sees('Klopt alles?')
  await keys.press('Geef het antwoord')
  await expert.sees('Zet een vinkje als de vrager dit mag lezen.')
  await keys.tick('Ik weet het zeker')
  await keys.press('Geef het antwoord')
  await expert.sees('Jullie gaven het antwoord.')
}

/** Each of the duo looks back, apart. */
export async function lookBack(expert: Traveller, remark: string, colleague: string): Promise<void> {
  const { keys, page } = expert
  await expert.opensLetter('Het antwoord is bij de vrager', '/mijn/vragen/')
  await keys.follow('Kijk terug')
  await expert.sees('Alleen jij en het adviespunt lezen dit.')
  await expert.seesNot(colleague)
  // Of a group that has a choice already, Tab reaches that one.
  await keys.tabTo('Dat zeg ik liever niet', 'field')
  for (const [index, answer] of ['Best nuttig', 'Helemaal', 'Best licht'].entries()) {
    if (index > 0) await page.keyboard.press('Tab')
    await expert.picks(answer)
  }
  await keys.fill('Wil je er iets over zeggen?', remark)
  await keys.press('Bewaar')
  await expert.sees('Dank je wel voor het terugkijken', remark)
}

/** The dated yes of somebody whose words are in the text, behind the link of the mail. */
export async function sayYes(giver: Traveller, words: string, shownAs: string | null): Promise<void> {
  const { keys } = giver
  await giver.opensLetter('Een redacteur wil woorden van jou gebruiken', '/toestemming/')
  await giver.sees('Mogen wij dit op het plein zetten?', words)
  await keys.tick('Ja, dit mag')
  if (shownAs !== null) await keys.fill('Onder welke naam?', shownAs)
  await keys.press('Verstuur mijn antwoord')
  await giver.sees('Je zei ja op', ...(shownAs === null ? [] : [`Je staat erbij als ${shownAs}.`]))
}
