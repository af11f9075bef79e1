import type { Page } from 'playwright-core'

/** What has the focus, as a reader of the screen hears it. */
export type Focus = {
  readonly tag: string
  readonly type: string
  readonly name: string
  readonly value: string
  readonly checked: boolean
  /** An outline or shadow shows where the focus is. */
  readonly visible: boolean
}

type Name = string | RegExp

/** Somebody who has no mouse: Tab, Enter, arrows and letters only. Each stop of Tab must be visible. */
export type Keyboard = {
  focus(): Promise<Focus>
  /** Presses Tab until what is named this has the focus. @throws Error that lists the stops when it never comes by. */
  tabTo(name: Name, kind?: 'link' | 'button' | 'field'): Promise<Focus>
  /** Goes to a field and types over what is in it. */
  fill(label: Name, text: string): Promise<void>
  /** Goes to a checkbox or radio button and ticks it. */
  tick(label: Name): Promise<void>
  /** Goes to a list and chooses the option whose text begins so. */
  choose(label: Name, option: string): Promise<void>
  /** Goes to a button, presses it, and waits for the next page. */
  press(button: Name): Promise<void>
  /** Goes to a link, follows it, and waits for the next page. */
  follow(link: Name): Promise<void>
}

const mostStops = 250

const readFocus = (): Focus => {
  const at = document.activeElement
  if (!(at instanceof HTMLElement) || at === document.body)
    return { tag: '', type: '', name: '', value: '', checked: false, visible: true }
  const said = (element: Element | null) => (element?.textContent ?? '').replace(/\s+/g, ' ').trim()
  const field = at instanceof HTMLInputElement || at instanceof HTMLTextAreaElement || at instanceof HTMLSelectElement
  const labels = field ? [...(at.labels ?? [])].map(said).join(' ') : ''
  const labelledBy = (at.getAttribute('aria-labelledby') ?? '')
    .split(/\s+/)
    .map((id) => said(document.getElementById(id)))
    .join(' ')
    .trim()
  // Chromium gives the calendar button inside a date field a ring of its own; the field around it is not focused then.
  const innerButton = !at.matches(':focus')
  const marked = [at, at.parentElement, at.closest('label'), at.nextElementSibling].some((element) => {
    if (!(element instanceof HTMLElement)) return false
    const style = getComputedStyle(element)
    return (style.outlineStyle !== 'none' && parseFloat(style.outlineWidth) > 0) || style.boxShadow !== 'none'
  })
  return {
    tag: at.tagName.toLowerCase(),
    type: at.getAttribute('type') ?? '',
    name: at.getAttribute('aria-label') || labelledBy || labels || said(at),
    value: field ? at.value : '',
    checked: at instanceof HTMLInputElement && at.checked,
    visible: marked || innerButton,
  }
}

const kinds = {
  link: (focus: Focus) => focus.tag === 'a',
  button: (focus: Focus) => focus.tag === 'button' || focus.tag === 'summary',
  field: (focus: Focus) => ['input', 'textarea', 'select'].includes(focus.tag),
}

/** @returns the keyboard of a page. */
export function keyboardOf(page: Page): Keyboard {
  const focus = () => page.evaluate(readFocus)
  const is = (found: Focus, name: Name) =>
    typeof name === 'string' ? found.name.includes(name) : name.test(found.name)

  const tabTo: Keyboard['tabTo'] = async (name, kind) => {
    const stops: string[] = []
    const first = await focus()
    if (is(first, name) && (kind === undefined || kinds[kind](first))) return first
    for (let stop = 0; stop < mostStops; stop++) {
      await page.keyboard.press('Tab')
      const found = await focus()
      if (found.tag !== '' && !found.visible)
        throw new Error(`The focus cannot be seen on ${found.tag} "${found.name}"`)
      if (found.tag !== '' && is(found, name) && (kind === undefined || kinds[kind](found))) return found
      // Of a group of radio buttons Tab reaches one; the arrows reach the others, and choose them.
      if (found.type === 'radio' && kind === 'field') {
        for (let arrow = 0; arrow < 40; arrow++) {
          await page.keyboard.press('ArrowDown')
          const next = await focus()
          if (is(next, name)) return next
          if (next.name === found.name) break
        }
      }
      stops.push(found.name.slice(0, 60))
      if (found.tag === '' && stops.length > 1 && stops.filter((each) => each === '').length > 1) break
    }
    throw new Error(`Tab never came to "${String(name)}" on ${page.url()}. It stopped at: ${stops.join(' · ')}`)
  }

  const andWait = async (key: string) => {
    // The answer may be the same address with another text: wait for the navigation itself.
    await Promise.all([page.waitForNavigation({ waitUntil: 'load' }), page.keyboard.press(key)])
  }

  return {
    focus,
    tabTo,
    async fill(label, text) {
      await tabTo(label, 'field')
      await page.keyboard.press('ControlOrMeta+a')
      await page.keyboard.insertText(text)
    },
    async tick(label) {
      const found = await tabTo(label, 'field')
      if (!(await focus()).checked) await page.keyboard.press('Space')
      if (!(await focus()).checked) throw new Error(`"${found.name}" could not be ticked with the keyboard`)
    },
    async choose(label, option) {
      await tabTo(label, 'field')
      await page.keyboard.type(option)
    },
    async press(button) {
      await tabTo(button, 'button')
      await andWait('Enter')
    },
    async follow(link) {
      await tabTo(link, 'link')
      await andWait('Enter')
    },
  }
}
