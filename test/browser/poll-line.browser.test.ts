import { createHash } from 'node:crypto'
import { unzipSync } from 'fflate'
import { describe, expect, it } from 'vitest'
import { until } from '../house.ts'
import { axe, tooWide } from './axe.ts'
import { browserPresent } from './chromium.ts'
import {
  addSection,
  beginQuestionnaire,
  fillIn,
  giveAnswers,
  introduce,
  linkIn,
  sendInvitations,
} from './poll-verbs.ts'
import { onStage, type Visitor } from './stage.ts'

const places = Array.from(
  { length: 24 },
  (_, at) => `Zorgpunt ${at + 1};lid-${at + 1};Ggz;klein;Utrecht;post-${at + 1}@example.org`,
)
const main = ({ page }: Visitor) => page.locator('main').innerText()

/** Looks at the page as it stands: nothing is wrong with it, and nothing sticks out. */
async function inOrder(visitor: Visitor): Promise<void> {
  expect([visitor.page.url(), await axe(visitor.page), await tooWide(visitor.page)]).toEqual([
    visitor.page.url(),
    [],
    [],
  ])
}

/** Opens a page again and again until it says this. */
async function comes(visitor: Visitor, path: string, words: string): Promise<void> {
  await until(async () => {
    await visitor.open(path)
    return (await main(visitor)).includes(words)
  }, 90_000)
}

describe.skipIf(!browserPresent('a poll from beginning to end'))('a poll, from its first question to its files', () => {
  it(
    'is built, opened, filled in, closed, reckoned, let out by two, and read by everybody; by keyboard',
    onStage(
      async (stage) => {
        const lotte = await stage.enter('researcher')
        const { keys, page } = lotte

        await lotte.open('/onderzoek/vragenlijsten')
        await beginQuestionnaire(lotte, 'Wie doet er mee?', 'Over jullie')
        await keys.fill('De vraag, in het Nederlands', 'Werken er ervaringsdeskundigen?')
        await keys.press('Zet erbij')
        await giveAnswers(lotte, ['Ja zeker', 'Nog niet'])
        await addSection(lotte, 'Wat jullie vinden')
        // The second section has a field of the same name, further on.
        await keys.tabTo('De vraag, in het Nederlands', 'field')
        await page.keyboard.press('Tab')
        await keys.fill('De vraag, in het Nederlands', 'Is het meer dan vroeger?')
        await keys.press('Zet erbij')
        await giveAnswers(lotte, ['Meer', 'Even veel'])
        await introduce(lotte, 'Wij willen weten wie er meedoen.')
        expect(await main(lotte)).toContain('Alles klopt')

        await lotte.open('/onderzoek/peilingen/nieuw')
        await keys.fill('Hoe heet de peiling?', 'Ervaring in beeld')
        await keys.fill('Waar gaat de peiling over?', 'Over wie er meedoen.')
        await keys.fill('Welke organisaties vraag je?', 'Alle leden')
        await keys.choose('Welke organisatie staat voor de peiling in?', 'Partner A')
        await keys.fill('Welke soorten organisaties zijn er?', 'Ggz')
        await keys.fill('Welke groottes zijn er?', '0 klein')
        await keys.press('Begin de peiling')
        await keys.follow('Begin een golf')
        await keys.fill(/jaar/i, '2026')
        await keys.fill('Hoe noem je deze golf?', 'Najaar')
        await keys.press('Begin de golf')
        const wave = new URL(page.url()).pathname
        await inOrder(lotte)

        await keys.follow('Kies een vragenlijst met vragen')
        await keys.choose('Welke vragenlijst', 'Wie doet er mee?')
        for (const [name, day] of [
          ['opens', '2026-11-01'],
          ['closes', '2031-12-01'],
        ])
          await page.locator(`[name=${name}]`).fill(day ?? '')
        await keys.press('Bewaar')
        await keys.follow('Zet in het kader')
        await keys.fill('Of plak een lijst', `naam;kenmerk;soort;grootte;provincie;email\n${places.join('\n')}`)
        await keys.press('Bekijk de lijst')
        await keys.press('Neem deze lijst over')
        await lotte.open(`${wave}/plan`)
        await keys.tick('Werken er ervaringsdeskundigen?')
        await keys.press('Bewaar het plan')
        await lotte.open(wave)
        await keys.follow('Open de golf')
        await inOrder(lotte)
        await keys.press('Ja, open de golf')
        await sendInvitations(lotte, wave)

        const start = await linkIn(stage, 'post-1@example.org', '/invullen/')
        const phone = await stage.enter(null, { script: false, width: 320 })
        expect(await phone.open(start)).toBe(200)
        await phone.keys.follow('Begin met invullen')
        await phone.keys.tick('Ja zeker')
        await phone.keys.press('Opslaan en verder')
        await phone.leave()
        const desk = await stage.enter(null)
        await desk.open(start)
        await inOrder(desk)
        await desk.keys.follow('Ga verder')
        expect(await main(desk)).toContain('Is het meer dan vroeger?')
        await desk.keys.tick('Meer')
        await desk.keys.press('Opslaan en verder')
        expect(await main(desk)).toContain('Ja zeker')
        await desk.keys.press('Verstuur de antwoorden')
        expect(await main(desk)).toContain('Dank je wel')
        for (let at = 2; at <= 22; at++) {
          const own = await linkIn(stage, `post-${at}@example.org`, '/invullen/')
          await fillIn(stage.visitor(), own, at <= 14 ? ['Ja zeker', 'Meer'] : ['Nog niet', 'Even veel'])
        }

        await lotte.open(wave)
        await keys.follow('Sluit de golf')
        await inOrder(lotte)
        await keys.press('Ja, sluit de golf')
        await keys.press('De gegevens zijn klaar')
        await comes(lotte, wave, 'Stel de uitkomsten voor als uitgave')
        await keys.follow('Stel de uitkomsten voor als uitgave')
        await keys.choose('Van welke golf?', 'Ervaring in beeld')
        await keys.fill('Waarom deze uitgave?', 'De eerste uitkomsten.')
        await keys.press('Stel voor')
        const proposal = new URL(page.url()).pathname
        expect(await main(lotte)).toContain('Vraag een andere onderzoeker')

        const tobias = await stage.enter('secondResearcher')
        await comes(tobias, proposal, 'SHA256SUMS')
        await inOrder(tobias)
        await tobias.keys.tick('Ik heb alles nagekeken')
        await tobias.keys.press('Leg mijn besluit vast')

        const results = '/peilingen/ervaring-in-beeld/2026'
        const visitor = await stage.enter(null, { width: 320 })
        for (const address of [results, `/en${results}`, `${results}/rapport`, `/en${results}/rapport`]) {
          expect(await visitor.open(address)).toBe(200)
          await inOrder(visitor)
          expect(await main(visitor)).toMatch(/14 (van|of) (de |the )?22/)
        }
        await visitor.open(results)
        const links = await visitor.page
          .locator('main a[href*="/bestanden/"]')
          .evaluateAll((all) => all.map((each) => each.getAttribute('href') ?? ''))
        const files = new Map<string, Buffer>()
        for (const link of links) {
          const answer = await fetch(`${stage.origin}${link}`)
          expect([link, answer.status]).toEqual([link, 200])
          files.set(link.split('/').at(-1) ?? '', Buffer.from(await answer.arrayBuffer()))
        }
        const sums = (files.get('SHA256SUMS')?.toString() ?? '').trim().split('\n')
        const together = unzipSync(files.get('alle-bestanden.zip') ?? Buffer.alloc(0))
        files.delete('alle-bestanden.zip')
        expect(Object.keys(together).toSorted()).toEqual([...files.keys()].toSorted())
        for (const [name, bytes] of Object.entries(together))
          expect([name, files.get(name)?.equals(bytes)]).toEqual([name, true])
        expect(sums.length).toBe(files.size - 1)
        for (const line of sums) {
          const [sum, name = ''] = line.split(/\s+\*?/)
          expect([
            name,
            createHash('sha256')
              .update(files.get(name) ?? '')
              .digest('hex'),
          ]).toEqual([name, sum])
        }
        expect([...files.keys()].toSorted()).toEqual(
          expect.arrayContaining(['data.csv', 'data.sav', 'codebook.xml', 'method.json', 'results.xlsx', 'tables.csv']),
        )
        for (const each of [lotte, tobias, desk, visitor]) expect(each.complaints()).toEqual([])
      },
      { worker: true },
    ),
    240_000,
  )
})
