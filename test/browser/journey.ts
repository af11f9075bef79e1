import { mkdirSync } from 'node:fs'
import { join } from 'node:path'
import { expect } from 'vitest'
import { root } from '../../src/platform/root.ts'
import { until } from '../house.ts'
import type { FixedPerson } from '../people.ts'
import { axe, throughGlass, tooWide } from './axe.ts'
import { readLetter } from './journey-letters.ts'
import type { Looking, Stage, Visitor } from './stage.ts'

/** Somebody on their way through the site, at a browser of their own, without a mouse. */
export type Traveller = Visitor & {
  readonly name: string
  /** Where their letters go. */
  readonly email: string
  readonly journey: Journey
  /** The page that is open says all of these; a page not seen before is examined as well. */
  sees(...sentences: readonly string[]): Promise<void>
  seesNot(...words: readonly string[]): Promise<void>
  /** Presses Enter in the field that has the focus, and waits for the next page. */
  enters(): Promise<void>
  /** Goes with the arrows through the group of choices that has the focus, to this one, and chooses it. */
  picks(option: string): Promise<void>
  /** The main text of the page, as it is read. */
  text(): Promise<string>
  /** Opens the page that a letter leads to: the last letter to them that says this. @returns the path. */
  opensLetter(saying: string, leadingTo: string): Promise<string>
}

export type Journey = {
  readonly stage: Stage
  readonly looking: Looking
  /** A browser of nobody (null), or of one of the fixed people who is signed in already. */
  enter(who: FixedPerson | null, name: string, email?: string): Promise<Traveller>
  /** What was wrong with the pages so far, by page; empty is well. */
  readonly faults: Readonly<Record<string, readonly string[]>>
  /** The distinct pages that were examined. */
  readonly pages: ReadonlySet<string>
}

const pictures = join(root, 'test', 'out', 'journey')

/** `/bureau/6f0c…/team` is the same page for every request. */
const patternOf = (path: string) => path.replaceAll(/\/[\w-]{20,}/g, '/…')

/** What tells two pages of one address apart, such as the steps of a form: their headings, without numbers. */
const headingsOf = (page: Visitor['page']) =>
  page
    .locator('main :is(h1, h2)')
    .allInnerTexts()
    .then((all) => all.map((each) => each.replaceAll(/[A-Z]{1,2}-\d{4}-\d+|\d+/g, '…')).join(' | '))

/** Begins a journey: everybody in it looks at the site in the same way. */
export function beginJourney(stage: Stage, name: string, looking: Looking): Journey {
  const faults: Record<string, readonly string[]> = {}
  const pages = new Set<string>()
  if (process.env['PICTURES']) mkdirSync(pictures, { recursive: true })

  // Where script is off, axe cannot run either: it looks through a glass, at the same page in a browser that has script.
  let glass: Promise<Visitor> | undefined
  async function whereAxeRuns({ page }: Visitor): Promise<Visitor['page']> {
    if (looking.script !== false) return page
    const other = await (glass ??= stage.enter(null, { ...looking, script: true }))
    await throughGlass(page, other.page)
    return other.page
  }

  /** A page is examined once; what the browser complains of counts always. */
  async function examine(visitor: Visitor) {
    const { page } = visitor
    const path = new URL(page.url()).pathname
    const seen = `${patternOf(path)}: ${await headingsOf(page)}`
    const complaints = visitor.complaints()
    if (complaints.length > 0) faults[seen] = [...(faults[seen] ?? []), ...complaints]
    if (pages.has(seen)) return
    pages.add(seen)
    const seenBy = await whereAxeRuns(visitor)
    const found = [...(await axe(seenBy)), ...(await tooWide(seenBy)).map((part) => `sticks out: ${part}`)]
    if (found.length > 0) faults[seen] = [...(faults[seen] ?? []), ...found]
    if (!process.env['PICTURES']) return
    const title = patternOf(path).replaceAll('/', '.').replaceAll('…', '')
    await page.screenshot({
      path: join(pictures, `${name}-${String(pages.size).padStart(2, '0')}${title}.png`),
      fullPage: true,
    })
  }

  const journey: Journey = {
    stage,
    looking,
    faults,
    pages,
    async enter(who, shownAs, email = who === null ? '' : stage.people[who].email) {
      const visitor = await stage.enter(who, looking)
      const { page, keys } = visitor
      const text = () => page.locator('main').innerText()
      return {
        ...visitor,
        name: shownAs,
        email,
        journey,
        text,
        async sees(...sentences) {
          await examine(visitor)
          const said = await text()
          const missing = sentences.filter((sentence) => !said.includes(sentence))
          expect(missing, `${shownAs} at ${page.url()} does not find this in: ${said.slice(0, 1_500)}`).toEqual([])
        },
        async seesNot(...words) {
          // The whole document counts: what is hidden from the eye is still given away.
          const said = await page.content()
          expect(
            words.filter((word) => said.includes(word)),
            `${shownAs} at ${page.url()} must not find`,
          ).toEqual([])
        },
        async enters() {
          await Promise.all([page.waitForNavigation({ waitUntil: 'load' }), page.keyboard.press('Enter')])
        },
        async picks(option) {
          const first = await keys.focus()
          for (let arrow = 0; arrow < 40; arrow++) {
            const { name: here, checked } = await keys.focus()
            if (here.includes(option)) {
              if (!checked) await page.keyboard.press('Space')
              return
            }
            await page.keyboard.press('ArrowDown')
          }
          throw new Error(`no choice "${option}" beside "${first.name}" on ${page.url()}`)
        },
        async opensLetter(saying, leadingTo) {
          const matching = () =>
            stage.received
              .filter((each) => each.to === email)
              .map((each) => readLetter(each.raw))
              .findLast(({ text: words }) => words.includes(saying) && words.includes(leadingTo))
          await until(() => matching() !== undefined, 60_000)
          const path = stage.pathIn(matching()?.text ?? '', leadingTo)
          await visitor.open(path)
          return path
        },
      }
    },
  }
  return journey
}
