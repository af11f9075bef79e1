import { forgetKept } from './keep.ts'

/** Leaves without a trace in the history of this tab: the link itself, or Escape pressed twice within 1.5 seconds. */
class QuickExit extends HTMLElement {
  #last = -Infinity

  connectedCallback() {
    this.addEventListener('click', (event) => {
      if (!(event.target instanceof Element) || event.target.closest('a') === null) return
      event.preventDefault()
      this.#leave()
    })
    document.addEventListener('keydown', (event) => {
      if (event.key !== 'Escape' || event.repeat) return
      if (event.timeStamp - this.#last < 1500) this.#leave()
      this.#last = event.timeStamp
    })
  }

  #leave() {
    forgetKept()
    document.title = ' '
    document.body.hidden = true
    location.replace(this.querySelector('a')?.href ?? 'about:blank')
  }
}

customElements.define('plein-exit', QuickExit)
