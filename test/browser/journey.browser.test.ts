import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
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
  askRequester,
  close,
  divide,
  invite,
  letTheDuoBegin,
  makeKnowledgeOf,
  openQuestion,
  seekDuo,
  seeNoTraceOf,
  signInByMail,
  takeUp,
} from './journey-desk.ts'
import {
  acceptByMail,
  acceptOnOwnPage,
  beginDraft,
  decline,
  fillInProfile,
  giveAnswer,
  goOnWithDraft,
  lookBack,
  sayYes,
} from './journey-duo.ts'
import { askForYes, complete, find, publish, redact } from './journey-editor.ts'
import { readLetter } from './journey-letters.ts'
import { answerTheDesk, ask, confirm, readAnswer, tellWhatWasDone } from './journey-requester.ts'
import { onStage } from './stage.ts'

// The main job from end to end, as a story: a question becomes advice, the advice becomes knowledge. Every sentence in
// it stands on a page; every verb is a file of its own kind beside this one. Nobody in it has a mouse.

const present = browserPresent('the whole loop in Chromium')

describe.skipIf(!present)('from question to knowledge', () => {
  let told = 'not ended'
  afterAll(() => {
    process.stdout.write(`journey without script: ${told}\n`)
  })

  it('touches no mouse, and presses nothing but keys', () => {
    const folder = import.meta.dirname
    const story = readdirSync(folder).filter((name) => name.startsWith('journey') && !name.includes('.test.'))
    expect(story.length).toBeGreaterThan(4)
    const mouse = /\.(?:click|tap|check|mouse|setChecked)\b/
    expect(story.filter((name) => mouse.test(readFileSync(join(folder, name), 'utf8')))).toEqual([])
  })

  it(
    'would notice a picture without words, and a request elsewhere',
    { timeout: 120_000 },
    onStage(async (stage) => {
      for (const script of [true, false]) {
        const journey = beginJourney(stage, 'faulty', { script })
        const visitor = await journey.enter(null, 'a visitor')
        await visitor.open('/over')
        await visitor.page.evaluate(() =>
          document
            .querySelector('main')
            ?.insertAdjacentHTML('beforeend', '<img src="https://elsewhere.example/x.png">'),
        )
        await visitor.sees()
        const found = Object.values(journey.faults).flat().join('\n')
        expect(found).toContain('image-alt')
        expect(found).toContain('https://elsewhere.example/x.png')
        await visitor.leave()
      }
    }),
  )

  it(
    'goes by keyboard alone, without script',
    { timeout: 600_000 },
    onStage(
      async (stage) => {
        const begun = Date.now()
        await layOnTheSquare(stage)
        const journey = beginJourney(stage, 'plain', { script: false })
        const requester = await journey.enter(null, 'Tineke', 'tineke@woonzorg.example')
        const amira = await journey.enter(null, 'Amira', stage.people.coordinator.email)
        const rosa = await journey.enter('expert', 'Rosa')
        const kees = await journey.enter('secondExpert', 'Kees')
        const halima = await journey.enter(null, 'Halima', stage.people.expertElsewhere.email)
        const eva = await journey.enter('editorA', 'Eva')
        const visitor = await journey.enter(null, 'a visitor')

        await fillInProfile(rosa, asked.theme)
        await giveProfile(stage, 'secondExpert', 'Kees')
        await giveProfile(stage, 'expertElsewhere', 'Halima')

        const number = await ask(requester, asked)
        await confirm(requester, number)

        await signInByMail(amira)
        await openQuestion(amira, number)
        await takeUp(amira)
        await askRequester(amira, 'Hoeveel ouders wil je spreken?')
        await answerTheDesk(requester, 'Hoeveel ouders wil je spreken?', 'Een stuk of tien ouders.')
        await openQuestion(amira, number)
        await divide(amira, 'De brieven kunnen nog anders. De bedragen niet.')

        await seekDuo(amira)
        await invite(amira, halima)
        await decline(halima, asked.question, requesterIs)
        await seeNoTraceOf(amira, halima, number)
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
        await giveAnswer(rosa, number, 3)

        await readAnswer(requester, answer, 'Dank jullie wel. Wij beginnen op school De Wissel.')
        await tellWhatWasDone(requester, 'Wij lazen drie brieven met acht ouders.', 'De brief van de bank bleef zo.')
        await lookBack(rosa, 'Het was fijn om samen te schrijven.', 'Kees')
        await lookBack(kees, 'Genoeg tijd, en goed verdeeld.', 'Rosa')
        await close(amira, number, 'Wij lazen drie brieven met acht ouders.')

        await makeKnowledgeOf(amira, 'Partner A')
        await complete(eva, title, summary, 'beleidsmedewerkers')
        await redact(eva, ['Karim', 'Den Bosch', 'Fatima', 'Rosa'], {
          Karim: { choice: 'Andere woorden', words: 'van het wijkteam' },
        })
        await askForYes(eva)
        await sayYes(rosa, firstWords, 'Rosa')
        await sayYes(kees, firstWords, 'Kees, vader')
        await sayYes(requester, 'Ouders met schulden vinden onze brieven moeilijk.', null)
        await publish(eva, title)

        await find(visitor, 'ouder met een schuld', title)
        await visitor.sees('Rosa', 'Kees, vader', answer.says, 'Uit een vraag aan het adviespunt')
        await visitor.seesNot(...requesterIs, number, 'Karim', 'Fatima', 'Den Bosch')

        const typed = [...requesterIs, 'schuld', 'Karim', 'Fatima', firstWords]
        const letters = stage.received.map((each) => readLetter(each.raw))
        expect(letters.length).toBeGreaterThan(12)
        expect(
          letters.filter(({ text, subject }) => typed.some((word) => `${subject} ${text}`.includes(word))),
        ).toEqual([])

        told = `${journey.pages.size} pages, ${((Date.now() - begun) / 1_000).toFixed(0)} s`
        expect(journey.faults).toEqual({})
      },
      { worker: true, mail: true },
    ),
  )
})
