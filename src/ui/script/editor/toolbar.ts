import { iconOf } from './icons.ts'

/** One button. `isOn` is left out where a button does something once; `may`: whether it does anything now. */
export type Button = {
  readonly name: string
  readonly label: string
  readonly press: () => void
  readonly isOn?: () => boolean
  readonly may: () => boolean
  /** Shown only while this holds. */
  readonly when?: () => boolean
}

/**
 * A toolbar as screen readers know it: one stop of Tab, arrows between the buttons, Home and End. A button that does nothing
 * now stays where it is and says so.
 */
export function makeToolbar(label: string, controls: string, groups: readonly (readonly Button[])[]) {
  const bar = document.createElement('div')
  bar.className = 'plein-toolbar'
  bar.setAttribute('role', 'toolbar')
  bar.setAttribute('aria-label', label)
  bar.setAttribute('aria-controls', controls)
  const made = groups.flatMap((group) => {
    const box = document.createElement('div')
    box.className = 'plein-toolbar__group'
    const buttons = group.map((button) => {
      const element = document.createElement('button')
      element.type = 'button'
      element.className = 'plein-toolbar__button'
      element.setAttribute('aria-label', button.label)
      element.title = button.label
      element.tabIndex = -1
      element.append(iconOf(button.name))
      element.addEventListener('click', () => {
        stopAt(element)
        if (button.may()) button.press()
      })
      // The text keeps its selection while a button is pressed with the mouse.
      element.addEventListener('mousedown', (event) => event.preventDefault())
      box.append(element)
      return { ...button, element }
    })
    bar.append(box)
    return buttons
  })
  const shown = () => made.filter(({ element }) => !element.hidden).map(({ element }) => element)
  const stopAt = (chosen: HTMLElement) => {
    for (const { element } of made) element.tabIndex = element === chosen ? 0 : -1
  }
  if (made[0]) stopAt(made[0].element)

  bar.addEventListener('keydown', (event) => {
    const buttons = shown()
    const at = buttons.findIndex((each) => each === document.activeElement)
    const to = { ArrowRight: at + 1, ArrowLeft: at - 1, Home: 0, End: buttons.length - 1 }[event.key]
    const next = to === undefined ? undefined : buttons[(to + buttons.length) % buttons.length]
    if (!next) return
    event.preventDefault()
    stopAt(next)
    next.focus()
  })

  return {
    element: bar,
    focus: () =>
      shown()
        .find((each) => each.tabIndex === 0)
        ?.focus(),
    /** Makes the buttons say what holds where the cursor is. */
    update() {
      for (const { element, isOn, may, when } of made) {
        element.hidden = when !== undefined && !when()
        if (isOn) element.setAttribute('aria-pressed', String(isOn()))
        if (may()) element.removeAttribute('aria-disabled')
        else element.setAttribute('aria-disabled', 'true')
      }
      const stop = made.find(({ element }) => element.tabIndex === 0)
      const first = shown()[0]
      if (stop?.element.hidden && first) stopAt(first)
    },
  }
}
