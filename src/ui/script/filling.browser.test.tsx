import type { Browser, BrowserContext, Page as Tab } from 'playwright-core'
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { gzipSync } from 'node:zlib'
import { sectionAlone } from '../../lib/questionnaire/alone.ts'
import type { Definition, Question } from '../../lib/questionnaire/definition.ts'
import { QuestionFields } from '../../rooms/questionnaires/question-fields.views.tsx'
import { Form, HiddenField, SubmitButton } from '../fields.tsx'
import { Filling, FillingQuestion } from '../filling.tsx'
import { browserPresent, launchChromium } from '../../../test/browser/chromium.ts'
import { serveGallery } from '../gallery-server.ts'
import { frameFor } from '../gallery.tsx'
import { Page } from '../layout.tsx'
import { Heading } from '../typography.tsx'

const choices = (...all: string[]) => all.map((nl, i) => ({ key: `k${i}`, label: { nl } }))
const questions: readonly Question[] = [
  {
    key: 'doen',
    type: 'single',
    text: { nl: 'Doen jullie dit?' },
    about: 'fact',
    options: choices('Ja', 'Nee'),
  },
  {
    key: 'hoe',
    type: 'multiple',
    text: { nl: 'Hoe doen jullie dit?' },
    about: 'fact',
    options: choices('Samen', 'Alleen', 'Anders', 'Niet'),
    most: 2,
    alone: 'k3',
    when: { all: [{ question: 'doen', chosen: ['k0'] }] },
  },
  {
    key: 'uitleg',
    type: 'info',
    text: { nl: 'Nu de getallen.' },
    when: { all: [{ question: 'hoe', chosen: ['k0'] }] },
  },
  {
    key: 'mensen',
    type: 'number',
    text: { nl: 'Hoeveel mensen zijn dat?' },
    about: 'fact',
    least: 0,
    most: 500,
    decimals: 0,
  },
  { key: 'tekst', type: 'text', text: { nl: 'Wat wil je nog zeggen?' }, about: 'opinion', longest: 10 },
]
const words = { nl: 'Deel' }
const definition: Definition = {
  format: 1,
  title: words,
  intro: words,
  terms: [],
  sections: [{ key: 'deel', title: words, questions }],
}

const atFirst = ['doen', 'mensen', 'tekst']

const page = (errors: Record<string, string> = {}) => (
  <Page
    frame={frameFor('/peilingen', { assets: { css: '/plein.css', js: '/plein.js', filling: '/filling.js' } })}
    title="Vragen"
    filling
  >
    <Heading level={1}>Vragen</Heading>
    <Form action="/klaar" lang="nl">
      <HiddenField name="on-page" value={atFirst.join(',')} />
      <Filling alone={sectionAlone(definition, 'deel', {})} pageField="on-page" lang="nl">
        {questions.map((question) => (
          <FillingQuestion question={question} shown={atFirst.includes(question.key)}>
            <QuestionFields question={question} meanings={[]} input={{}} errors={errors} lang="nl" />
          </FillingQuestion>
        ))}
      </Filling>
      <SubmitButton>Bewaar</SubmitButton>
    </Form>
  </Page>
)

describe.skipIf(!browserPresent('filling in with script'))('filling in', () => {
  let browser: Browser
  let served: Awaited<ReturnType<typeof serveGallery>>
  let context: BrowserContext
  let tab: Tab

  beforeAll(async () => {
    served = await serveGallery({ vragen: page(), klaar: 'Klaar', fout: page({ q_mensen: 'Vul een getal in' }) })
    browser = await launchChromium()
  })
  afterAll(async () => {
    await browser?.close()
    served?.close()
  })
  const start = async (name: string, script = true) => {
    context = await browser.newContext({ javaScriptEnabled: script })
    tab = await context.newPage()
    await tab.goto(`${served.origin}/${name}`)
  }
  beforeEach(() => start('vragen'))
  afterEach(() => context.close())

  const shown = () =>
    tab.evaluate(() =>
      [...document.querySelectorAll<HTMLElement>('[data-question]')]
        .filter((each) => each.offsetParent !== null)
        .map((each) => each.dataset['question']),
    )
  const says = (key: string) => tab.textContent(`#zegt-${key}`)

  it('shows a question when its turn comes, and hides what hangs on it too', async () => {
    expect(await shown()).toEqual(['doen', 'mensen', 'tekst'])
    await tab.check('[name=q_doen][value=k0]')
    expect(await shown()).toEqual(['doen', 'hoe', 'mensen', 'tekst'])
    await tab.check('[name=q_hoe][value=k0]')
    expect(await shown()).toEqual(['doen', 'hoe', 'uitleg', 'mensen', 'tekst'])
    expect(await tab.inputValue('[name=on-page]')).toBe('doen,mensen,tekst,hoe,uitleg')
    await tab.check('[name=q_doen][value=k1]')
    expect(await shown()).toEqual(['doen', 'mensen', 'tekst'])
    // What was ticked is still there for who comes back.
    await tab.check('[name=q_doen][value=k0]')
    expect(await shown()).toEqual(['doen', 'hoe', 'uitleg', 'mensen', 'tekst'])
  })

  it('counts ticks, and says at once when there are too many', async () => {
    await tab.check('[name=q_doen][value=k0]')
    expect(await says('hoe')).toBe('')
    await tab.check('[name=q_hoe][value=k0]')
    await tab.check('[name=q_hoe][value=k1]')
    expect(await says('hoe')).toBe('Je koos er 2. Je kunt er hoogstens 2 kiezen.')
    await tab.check('[name=q_hoe][value=k2]')
    expect(await says('hoe')).toBe('Kies er hoogstens 2')
    await tab.uncheck('[name=q_hoe][value=k2]')
    expect(await says('hoe')).toContain('Je koos er 2.')
  })

  it('says what is wrong after somebody went on, and takes it back while they mend it', async () => {
    await tab.focus('[name=q_mensen]')
    await tab.keyboard.type('veel')
    expect(await says('mensen')).toBe('')
    await tab.focus('[name=q_tekst]')
    expect(await says('mensen')).toBe('Vul een getal in, zoals 12')
    expect(await tab.getAttribute('[name=q_mensen]', 'aria-invalid')).toBe('true')
    expect(await tab.getAttribute('[name=q_mensen]', 'aria-describedby')).toContain('zegt-mensen')
    await tab.fill('[name=q_mensen]', '501')
    expect(await says('mensen')).toBe('Vul een getal in van 500 of minder')
    await tab.fill('[name=q_mensen]', '50')
    expect(await says('mensen')).toBe('')
    expect(await tab.getAttribute('[name=q_mensen]', 'aria-invalid')).toBe(null)
  })

  it('says nothing to who only passes by, and never stands in the way of sending', async () => {
    for (let i = 0; i < 12; i++) await tab.keyboard.press('Tab')
    for (const key of ['doen', 'mensen', 'tekst']) expect(await says(key)).toBe('')
    await tab.fill('[name=q_tekst]', 'veel langer dan tien')
    await tab.click('form.plein-form [type=submit]')
    await tab.waitForURL('**/klaar')
    expect(served.log.some(({ method, body }) => method === 'POST' && body.includes('q_tekst=veel+langer'))).toBe(true)
  })

  it('leaves a button where it is while it is pressed', async () => {
    await tab.fill('[name=q_mensen]', 'veel')
    const button = tab.locator('form.plein-form [type=submit]')
    await button.hover()
    await tab.mouse.down()
    const pressed = await button.boundingBox()
    expect(await says('mensen')).toBe('')
    // Let go beside it, so that nothing is sent.
    await tab.mouse.move(1, 1)
    await tab.mouse.up()
    await tab.waitForFunction(() => document.querySelector('#zegt-mensen')?.textContent !== '')
    expect((await button.boundingBox())?.y).toBeGreaterThan(pressed?.y ?? 0)
  })

  it('takes back what the server said once somebody changes that answer', async () => {
    await context.close()
    await start('fout')
    expect(await tab.isVisible('#veld-q_mensen-fout')).toBe(true)
    await tab.fill('[name=q_mensen]', '5')
    expect(await tab.isVisible('#veld-q_mensen-fout')).toBe(false)
  })

  it('asks nothing of script: without it the page is as the server made it', async () => {
    await context.close()
    await start('vragen', false)
    expect(await tab.locator('[data-question]:visible').count()).toBe(atFirst.length)
  })

  it('is small: its own file, on pages with questions only', () => {
    expect(gzipSync(served.files.filling).length).toBeLessThan(7_500)
    expect(served.files.js).not.toContain('plein-filling')
  })
})
