import type { Page } from 'playwright-core'

/** What has the focus, as a reader of the screen hears it. */
export type Focus = {
  readonly tag: string
  readonly type: string
  readonly name: string
  readonly value: string
  readonly checked: boolean
  /** On a radio button: the choices of its group, by their labels, in order. The arrows reach them, and choose them. */
  readonly group: readonly string[]
  /** An outline or shadow shows where the focus is. */
  readonly visible: boolean
}

type Name = string | RegExp

/** Somebody who has no mouse: Tab, Enter, arrows and letters only. Each stop of Tab must be visible. */
export type Keyboard = {
  focus(): Promise<Focus>
  /**
   * Presses Tab, and nothing else, until what is named this has the focus: nothing on the way is chosen or changed. Of a
   * group of radio buttons Tab reaches one. @throws Error that lists the stops when it never comes by.
   */
  tabTo(name: Name, kind?: 'link' | 'button' | 'field'): Promise<Focus>
  /** Goes to a field and types over what is in it. */
  fill(label: Name, text: string): Promise<void>
  /** Goes to a checkbox or radio button and ticks it; in a group that has it, with the arrows. */
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
    return { tag: '', type: '', name: '', value: '', checked: false, group: [], visible: true }
  const said = (element: Element | null) => (element?.textContent ?? '').replace(/\s+/g, ' ').trim()
  const field = at instanceof HTMLInputElement || at instanceof HTMLTextAreaElement || at instanceof HTMLSelectElement
  const labelsOf = (each: { labels: Iterable<Element> | null }) => [...(each.labels ?? [])].map(said).join(' ')
  const labels = field ? labelsOf(at) : ''
  const group =
    at instanceof HTMLInputElement && at.type === 'radio'
      ? [...document.querySelectorAll<HTMLInputElement>('input[type="radio"]')]
          .filter((each) => each.name === at.name && each.form === at.form && !each.disabled)
          .map(labelsOf)
      : []
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
    group,
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
  const named = (text: string, name: Name) => (typeof name === 'string' ? text.includes(name) : name.test(text))
  const is = (found: Focus, name: Name) => named(found.name, name)

  const tabUntil = async (name: Name, enough: (found: Focus) => boolean): Promise<Focus> => {
    const stops: string[] = []
    const first = await focus()
    if (first.tag !== '' && enough(first)) return first
    for (let stop = 0; stop < mostStops; stop++) {
      await page.keyboard.press('Tab')
      const found = await focus()
      if (found.tag !== '' && !found.visible)
        throw new Error(`The focus cannot be seen on ${found.tag} "${found.name}"`)
      if (found.tag !== '' && enough(found)) return found
      stops.push(found.name.slice(0, 60))
      if (found.tag === '' && stops.length > 1 && stops.filter((each) => each === '').length > 1) break
    }
    throw new Error(`Tab never came to "${String(name)}" on ${page.url()}. It stopped at: ${stops.join(' · ')}`)
  }

  const tabTo: Keyboard['tabTo'] = (name, kind) =>
    tabUntil(name, (found) => is(found, name) && (kind === undefined || kinds[kind](found)))

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
      let found = await tabUntil(
        label,
        (stop) => kinds.field(stop) && (is(stop, label) || stop.group.some((choice) => named(choice, label))),
      )
      for (let arrow = 0; arrow < found.group.length && !is(found, label); arrow++) {
        await page.keyboard.press('ArrowDown')
        found = await focus()
      }
      if (!(await focus()).checked) await page.keyboard.press('Space')
      if (!is(found, label) || !(await focus()).checked)
        throw new Error(`"${found.name}" could not be ticked with the keyboard`)
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
