import { afterAll, describe, expect, it } from 'vitest'
import { browserPresent } from './chromium.ts'
import { beginJourney } from './journey.ts'
import {
  answer,
  asked,
  firstWords,
  giveProfile,
  layOnTheSquare,
  requesterIs,
  summary,
  title,
  wholeAnswer,
} from './journey-cast.ts'
import {
  close,
  divide,
  invite,
  letTheDuoBegin,
  makeKnowledgeOf,
  openQuestion,
  seekDuo,
  takeUp,
} from './journey-desk.ts'
import {
  acceptByMail,
  acceptOnOwnPage,
  beginDraft,
  giveAnswer,
  goOnWithDraft,
  lookBack,
  sayYes,
} from './journey-duo.ts'
import { askForYes, complete, find, publish, redact } from './journey-editor.ts'
import { askWithScript, confirm, readAnswer, tellWhatWasDone } from './journey-requester.ts'
import { onStage } from './stage.ts'

// The story of journey.browser.test.ts once more, by people whose browser runs script. In a file of its own: it is played
// beside the other one.

const present = browserPresent('the whole loop in Chromium')

describe.skipIf(!present)('from question to knowledge, with script', () => {
  let told = 'not ended'
  afterAll(() => {
    process.stdout.write(`journey with script: ${told}\n`)
  })

  it(
    'goes by keyboard alone, with script, on a phone in the dark',
    { timeout: 600_000 },
    onStage(
      async (stage) => {
        const begun = Date.now()
        await layOnTheSquare(stage)
        const journey = beginJourney(stage, 'script', { width: 360, colours: 'dark' })
        const requester = await journey.enter(null, 'Tineke', 'tineke@woonzorg.example')
        const amira = await journey.enter('coordinator', 'Amira')
        const rosa = await journey.enter('expert', 'Rosa')
        const kees = await journey.enter('secondExpert', 'Kees')
        const eva = await journey.enter('editorA', 'Eva')
        const visitor = await journey.enter(null, 'a visitor')
        await giveProfile(stage, 'expert', 'Rosa')
        await giveProfile(stage, 'secondExpert', 'Kees')

        const number = await askWithScript(requester, { ...asked, theme: 'huiselijk geweld' })
        expect(await stage.count('house.advice_requests'), 'questions that two presses made').toBe(1)
        await confirm(requester, number)

        await openQuestion(amira, number)
        await takeUp(amira)
        await divide(amira, 'De brieven kunnen nog anders.')
        await seekDuo(amira)
        await invite(amira, rosa)
        await invite(amira, kees)
        await acceptByMail(rosa, asked.question, requesterIs)
        await acceptOnOwnPage(kees, asked.question, requesterIs)
        await letTheDuoBegin(amira, number)

        await beginDraft(rosa, number, firstWords)
        await goOnWithDraft(kees, number, {
          found: firstWords,
          text: wholeAnswer,
          voice: 'Ieder voor zichzelf',
          behalf: answer.behalf,
        })
        await giveAnswer(kees, number, 3)
        await readAnswer(requester, answer, 'Dank jullie wel.')
        await tellWhatWasDone(requester, 'Wij lazen drie brieven met acht ouders.', 'De brief van de bank bleef zo.')
        await lookBack(rosa, 'Het was fijn om samen te schrijven.', 'Kees')
        await close(amira, number, 'Wij lazen drie brieven met acht ouders.')

        await makeKnowledgeOf(amira, 'Partner A')
        await complete(eva, title, summary, 'beleidsmedewerkers')
        await redact(eva, ['Karim', 'Den Bosch', 'Fatima', 'Rosa'], {})
        await askForYes(eva)
        await sayYes(rosa, firstWords, null)
        await sayYes(kees, firstWords, 'Kees, vader')
        await sayYes(requester, 'Ouders met schulden vinden onze brieven moeilijk.', null)
        await publish(eva, title)

        await find(visitor, 'ouder met een schuld', title)
        await visitor.sees('Kees, vader', answer.says)
        await visitor.seesNot(...requesterIs, number, 'Karim', 'Fatima', 'Den Bosch')
        told = `${journey.pages.size} pages, ${((Date.now() - begun) / 1_000).toFixed(0)} s`
        expect(journey.faults).toEqual({})

        // The item is about violence: two presses of Escape leave, and the way back leads not to it.
        const elsewhere = 'https://www.buienradar.nl/'
        await visitor.context.route(elsewhere, (route) =>
          route.fulfill({ body: 'het weer', contentType: 'text/plain' }),
        )
        await Promise.all([
          visitor.page.waitForURL(elsewhere),
          visitor.page.keyboard.press('Escape').then(() => visitor.page.keyboard.press('Escape')),
        ])
        await visitor.page.goBack()
        expect(visitor.page.url()).not.toContain('/kennis/')
      },
      { worker: true, mail: true },
    ),
  )
})
