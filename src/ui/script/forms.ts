const sent = new WeakSet<HTMLFormElement>()

const buttonsOf = (form: HTMLFormElement) => form.querySelectorAll<HTMLButtonElement>('button[type="submit"]')

const release = (form: HTMLFormElement) => {
  sent.delete(form)
  for (const button of buttonsOf(form)) button.removeAttribute('aria-disabled')
}

/**
 * A second press does nothing while the first is on its way. Buttons are never truly disabled: they would lose the
 * focus, and the name of the pressed one would not be sent. Coming back with the back button frees the form.
 */
export const guardForms = () => {
  document.addEventListener('submit', (event) => {
    const form = event.target
    if (!(form instanceof HTMLFormElement) || form.method !== 'post' || event.defaultPrevented) return
    if (sent.has(form)) {
      event.preventDefault()
      return
    }
    sent.add(form)
    for (const button of buttonsOf(form)) button.setAttribute('aria-disabled', 'true')
    // A lost connection leaves the page as it is; after ten seconds trying again must be possible.
    setTimeout(() => release(form), 10_000)
  })
  addEventListener('pageshow', () => {
    for (const form of document.forms) release(form)
  })
}
