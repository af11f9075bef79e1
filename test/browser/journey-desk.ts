import { expect } from 'vitest'
import type { Traveller } from './journey.ts'

/** Signs in with nothing but a mail: the link works in this browser only, and only after a press. */
export async function signInByMail(person: Traveller): Promise<void> {
  await person.open('/inloggen')
  await person.sees('Een wachtwoord heb je niet nodig.')
  await person.keys.fill('E-mailadres', person.email)
  await person.keys.press('Stuur mij de mail')
  await person.sees('Kijk in je mail')
  await person.opensLetter('Iemand vroeg met dit adres om in te loggen', '/inloggen/link/')
  await person.sees('Bijna binnen')
  await person.keys.press('Log mij in')
  await person.sees('Het adviespunt')
}

/** Opens the question from the list of the desk. */
export async function openQuestion(coordinator: Traveller, number: string): Promise<void> {
  await coordinator.open('/mijn')
  await coordinator.keys.follow('Het adviespunt')
  await coordinator.sees('Vragen aan het adviespunt', number)
  await coordinator.keys.follow(number)
  await coordinator.sees(`Vraag ${number}`, 'Wat is de volgende stap?')
}

export async function takeUp(coordinator: Traveller): Promise<void> {
  await coordinator.keys.press('Neem de vraag op')
  await coordinator.sees('Eerste gesprek', 'Jij houdt deze vraag vast.')
}

/** Asks the requester something; the question waits until they answer. */
export async function askRequester(coordinator: Traveller, text: string): Promise<void> {
  const { keys } = coordinator
  await keys.follow('Stel de vrager een vraag en wacht')
  await coordinator.sees('Vraag aan de vrager', 'Wie leest dit?')
  await keys.fill('Wat wil je weten?', text)
  await keys.press('Verstuur en wacht')
  await coordinator.sees('Wij wachten op de vrager.', text)
}

/** A large question, to be answered in writing; the themes that the requester chose stand ticked. */
export async function divide(coordinator: Traveller, canChange: string): Promise<void> {
  const { keys } = coordinator
  await keys.follow('Verdeel de vraag')
  await coordinator.sees('Kies hoe wij deze vraag oppakken.')
  await keys.tick('Groot')
  await keys.tick('Antwoord op papier')
  await keys.fill('Wat kan er nog veranderen?', canChange)
  await keys.press('Verdeel de vraag')
  await coordinator.sees('Verdeeld', canChange)
}

export async function seekDuo(coordinator: Traveller): Promise<void> {
  await coordinator.keys.press('Zoek een duo')
  await coordinator.sees('Kies het duo', 'Er is nog niemand gevraagd.', 'Wie kun je vragen?')
}

/** Invites somebody; without a reward no invitation leaves. */
export async function invite(coordinator: Traveller, expert: Traveller): Promise<void> {
  const { keys } = coordinator
  await keys.follow(`Vraag ${expert.name}`)
  await coordinator.sees(`Vraag ${expert.name}`, 'Zonder dit gaat er geen uitnodiging weg.')
  await keys.press('Verstuur de uitnodiging')
  await coordinator.sees('Kies wat iemand ervoor krijgt.')
  await keys.tick('uurtarief')
  await keys.fill('Hoeveel, in euro’s?', '62,50')
  await keys.press('Verstuur de uitnodiging')
  await coordinator.sees(`${expert.name}: gevraagd op`, '€\u00a062,50 per uur')
}

/** After a "no" the pages of the desk are as if nobody had been asked. */
export async function seeNoTraceOf(coordinator: Traveller, expert: Traveller, number: string): Promise<void> {
  await openQuestion(coordinator, number)
  await coordinator.seesNot(expert.name)
  await coordinator.keys.follow('Kies het duo')
  await coordinator.sees('Er is nog niemand gevraagd.')
  // Whom one may ask again stands in the list as before, with nothing that tells what was answered.
  const said = await coordinator.text()
  expect(said.split(expert.name)).toHaveLength(2)
  expect(said).not.toMatch(/\bnee\b|afgewezen|geweigerd|bedankt/i)
}

export async function letTheDuoBegin(coordinator: Traveller, number: string): Promise<void> {
  await openQuestion(coordinator, number)
  await coordinator.keys.press('Het duo kan beginnen')
  await coordinator.sees('Duo is bezig', 'Het duo schrijft aan het antwoord.')
}

export async function close(coordinator: Traveller, number: string, done: string): Promise<void> {
  await openQuestion(coordinator, number)
  await coordinator.sees(done, 'Teruggekeken')
  await coordinator.keys.follow('Rond af')
  await coordinator.sees('Er is een antwoord. Een reden erbij mag, maar hoeft niet.')
  await coordinator.keys.press('Rond af')
  await coordinator.sees('Afgerond')
}

/** Lays the question and the answer ready for the editors of a partner. */
export async function makeKnowledgeOf(coordinator: Traveller, steward: string): Promise<void> {
  const { keys } = coordinator
  await keys.follow('Maak er kennis van')
  await coordinator.sees('Er komt niets op het plein zonder het ja van de makers.')
  await keys.tick(/^De vraag$/)
  await keys.tick(/^Het antwoord$/)
  await keys.tick(steward)
  await keys.press('Maak een concept')
  await coordinator.sees('Het concept ligt klaar bij de redactie')
}
