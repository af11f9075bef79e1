/**
 * Advice on how a text reads, beside it and quiet: it is asked for after a pause, says nothing by itself to a screen reader,
 * and stops nobody. The fragment comes from our own server, which escapes. Without script it stands there after saving.
 */
class Advice extends HTMLElement {
  #timer = 0
  #asked = ''

  connectedCallback() {
    const form = this.closest('form')
    if (form === null) return
    form.addEventListener('input', () => {
      clearTimeout(this.#timer)
      this.#timer = window.setTimeout(() => void this.#ask(form), 1_500)
    })
  }

  async #ask(form: HTMLFormElement) {
    const text = [...form.querySelectorAll<HTMLTextAreaElement>('textarea[name="summary"], textarea[name^="part:"]')]
      .map((area) => area.value.trim())
      .filter((each) => each !== '')
      .join('\n\n')
    if (text === this.#asked) return
    this.#asked = text
    const lang = new FormData(form).get('lang')
    const body = new URLSearchParams({ q: text.slice(0, 100_000), lang: typeof lang === 'string' ? lang : 'nl' })
    const fragment = await fetch(this.getAttribute('src') ?? '', { method: 'POST', body })
      .then((answer) => (answer.ok ? answer.text() : null))
      .catch(() => null)
    if (fragment !== null && text === this.#asked) this.innerHTML = fragment
  }
}

customElements.define('plein-advice', Advice)
