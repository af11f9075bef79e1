/**
 * How far something is that takes a while. `src` answers a fragment that takes the place of the content, every two seconds; an
 * empty one says that it is over: then the page is asked anew. Without script the page has a link that does the same.
 */
class Progress extends HTMLElement {
  #timer = 0

  connectedCallback() {
    this.#later()
  }

  disconnectedCallback() {
    clearTimeout(this.#timer)
  }

  #later() {
    this.#timer = window.setTimeout(() => void this.#look(), 2_000)
  }

  async #look() {
    const fragment = await fetch(this.getAttribute('src') ?? '')
      .then((answer) => (answer.ok ? answer.text() : null))
      .catch(() => null)
    if (fragment?.trim() === '') return location.reload()
    if (fragment !== null) this.innerHTML = fragment
    if (this.isConnected) this.#later()
  }
}

customElements.define('plein-progress', Progress)
