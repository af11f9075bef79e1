/**
 * Shows, after a pause of half a second, items that may answer what is being typed. The fragment comes from our own
 * server, which escapes; an empty answer hides the part. With method `post` the text stays out of addresses and logs.
 */
class Related extends HTMLElement {
  #timer = 0
  #asked = ''

  connectedCallback() {
    const field = document.getElementById(this.getAttribute('field') ?? '')
    if (!(field instanceof HTMLTextAreaElement || field instanceof HTMLInputElement)) return
    this.className = 'plein-related'
    this.setAttribute('aria-live', 'polite')
    field.addEventListener('input', () => {
      clearTimeout(this.#timer)
      this.#timer = window.setTimeout(() => void this.#ask(field.value.trim()), 500)
    })
  }

  async #ask(text: string) {
    if (text === this.#asked) return
    this.#asked = text
    const fragment = text.length < 8 ? '' : await this.#fetch(text.slice(0, 1000))
    if (text !== this.#asked) return
    this.hidden = fragment.trim() === ''
    if (this.hidden) return this.replaceChildren()
    const heading = document.createElement('h2')
    heading.className = 'nl-heading nl-heading--level-3'
    heading.textContent = this.getAttribute('heading')
    const items = document.createElement('div')
    items.innerHTML = fragment
    this.replaceChildren(heading, items)
  }

  async #fetch(text: string) {
    const address = new URL(this.getAttribute('src') ?? '', location.href)
    const post = this.getAttribute('method') === 'post'
    if (!post) address.searchParams.set('q', text.slice(0, 200))
    return fetch(address, post ? { method: 'POST', body: new URLSearchParams({ q: text }) } : {})
      .then((answer) => (answer.ok && answer.status !== 204 ? answer.text() : ''))
      .catch(() => '')
  }
}

customElements.define('plein-related', Related)
