type Field = HTMLTextAreaElement | HTMLInputElement
const isField = (element: unknown): element is Field =>
  element instanceof HTMLTextAreaElement || element instanceof HTMLInputElement

/**
 * Shows, after a pause of half a second, items that may answer what is being typed. The fragment comes from our own
 * server, which escapes; an empty answer hides the part. With method `post` the text stays out of addresses and logs, and
 * what stands in the field of `link` goes along as `link`.
 */
class Related extends HTMLElement {
  #timer = 0
  #asked = ''

  connectedCallback() {
    const [field, link] = ['field', 'link'].map((name) => document.getElementById(this.getAttribute(name) ?? ''))
    if (!isField(field)) return
    this.className = 'plein-related'
    this.setAttribute('aria-live', 'polite')
    const typed = () => {
      clearTimeout(this.#timer)
      this.#timer = window.setTimeout(
        () => void this.#ask(field.value.trim(), isField(link) ? link.value.trim() : ''),
        500,
      )
    }
    field.addEventListener('input', typed)
    link?.addEventListener('input', typed)
  }

  async #ask(text: string, link: string) {
    const asked = `${text}\n${link}`
    if (asked === this.#asked) return
    this.#asked = asked
    const fragment = text.length + link.length < 8 ? '' : await this.#fetch(text.slice(0, 1000), link)
    if (asked !== this.#asked) return
    this.hidden = fragment.trim() === ''
    if (this.hidden) return this.replaceChildren()
    const heading = document.createElement('h2')
    heading.className = 'nl-heading nl-heading--level-3'
    heading.textContent = this.getAttribute('heading')
    const items = document.createElement('div')
    items.innerHTML = fragment
    this.replaceChildren(heading, items)
  }

  async #fetch(text: string, link: string) {
    const address = new URL(this.getAttribute('src') ?? '', location.href)
    const post = this.getAttribute('method') === 'post'
    if (!post) address.searchParams.set('q', text.slice(0, 200))
    return fetch(address, post ? { method: 'POST', body: new URLSearchParams({ q: text, ...(link && { link }) }) } : {})
      .then((answer) => (answer.ok && answer.status !== 204 ? answer.text() : ''))
      .catch(() => '')
  }
}

customElements.define('plein-related', Related)
