import { makeSession } from '../../src/platform/proofs.ts'
import { saveProfile, showToDesk } from '../../src/rooms/experts/public.ts'
import { publishOwnItem } from '../../src/rooms/knowledge/public.ts'
import type { FixedPerson } from '../people.ts'
import type { Question } from './journey-requester.ts'
import type { Stage } from './stage.ts'

// What is said and written in the story of the main job. All of it is invented.

/** What points at the requester; whoever may not know them must find none of it. */
export const requesterIs = ['Tineke', 'Woonzorg De Linde', 'tineke@woonzorg.example', '-Hertogenbosch']

export const asked: Question = {
  question:
    'Ouders met schulden vinden onze brieven moeilijk. Hoe vragen wij hen om mee te denken, zonder dat zij zich schamen? Onze collega Karim heeft er al een paar gesproken.',
  context: 'Wij schrijven dit jaar alle brieven opnieuw.',
  organisation: 'Woonzorg De Linde',
  place: { typed: 'Den Bosch', meant: '-Hertogenbosch' },
  theme: 'armoede en schulden',
  kind: 'mensen bereiken',
  near: 'Een brief over schulden die mensen lezen',
}

export const firstWords = 'Nodig ouders uit op een plek die zij al kennen, zoals de school.'
export const answer = {
  says: 'Laat iemand die zelf schulden had de uitnodiging schrijven.',
  by: ['Rosa', 'Kees'],
  behalf: 'Wij spreken voor onszelf, als ouders die schulden hadden.',
}
export const wholeAnswer = `${firstWords}

${answer.says} Bij ons in Den Bosch deed buurvrouw Fatima dat. Begin met één brief en lees hem samen hardop.

Groet, Rosa`

export const title = 'Ouders met schulden laten meedenken over brieven'
export const summary = 'Hoe je ouders met schulden vraagt om mee te lezen met een brief, zonder schaamte.'

/** Something is on the square already, so that a question finds what is near to it. */
export const layOnTheSquare = (stage: Stage) =>
  stage.operate((tx) => {
    const now = stage.platform.now()
    return publishOwnItem(
      tx,
      stage.platform.vault,
      {
        title: asked.near,
        summary: 'Zo schrijf je een brief over schulden met mensen die hem zelf kregen.',
        lang: 'nl',
        type: 'guide',
        themes: ['povertyDebt'],
        roles: [],
        audiences: [],
        stewards: [stage.people.organisations.b],
        body: 'Ouders met schulden krijgen veel brieven. Lees elke brief samen met iemand die er zelf een kreeg.',
        provenance: 'own',
        authors: [],
        source: null,
        checkedAt: now,
        publishedAt: now,
      },
      null,
      now,
    )
  })

/** A profile that the desk may see, where the story is not about making it. */
export async function giveProfile(stage: Stage, who: FixedPerson, shownName: string): Promise<void> {
  const { platform, people } = stage
  const now = platform.now()
  const person = people[who].id
  const { house } = platform.database
  const session = await house(null, (tx) => makeSession(tx, person, new Date(now.getTime() + 3_600_000), true))
  await house(session, async (tx) => {
    await saveProfile(
      tx,
      platform.vault,
      person,
      {
        shownName,
        wishes: {
          themes: ['povertyDebt'],
          roles: [],
          perspectives: ['client'],
          provinces: [],
          municipalities: [],
          online: true,
          languages: ['nl'],
        },
        maxRunning: 2,
        boundary: null,
        boundaryShownToDesk: false,
      },
      now,
    )
    await showToDesk(tx, platform.vault, person, now)
  })
}
