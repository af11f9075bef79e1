const quiet = 1_500

/**
 * Saves a form while somebody fills it in: what stands in it goes to `src` a moment after the last change. What was saved
 * and when is said quietly; the buttons of the form do what they do without script.
 */
class Saving extends HTMLElement {
  #timer = 0
  #sent = ''

  connectedCallback() {
    const form = this.closest('form')
    if (form === null) return
    this.setAttribute('role', 'status')
    this.#sent = this.#body(form)
    const later = () => {
      clearTimeout(this.#timer)
      this.#timer = window.setTimeout(() => void this.#save(form), quiet)
    }
    form.addEventListener('input', later)
    form.addEventListener('change', later)
    // The press saves by itself, and must not be overtaken.
    form.addEventListener('submit', () => clearTimeout(this.#timer))
    // A page that is left, or put away on a phone, saves on its way out.
    document.addEventListener('visibilitychange', () => {
      if (document.visibilityState === 'hidden') void this.#save(form)
    })
  }

  #body(form: HTMLFormElement): string {
    const fields = [...new FormData(form)].map(([name, value]) => [name, String(value)])
    return new URLSearchParams(fields).toString()
  }

  async #save(form: HTMLFormElement) {
    const body = this.#body(form)
    if (body === this.#sent) return
    try {
      const answer = await fetch(this.getAttribute('src') ?? '', {
        method: 'POST',
        body,
        headers: { 'content-type': 'application/x-www-form-urlencoded' },
        keepalive: body.length < 60_000,
      })
      if (!answer.ok) throw new Error('not saved')
      this.#sent = body
      const time = new Intl.DateTimeFormat(document.documentElement.lang, { timeStyle: 'short' }).format(new Date())
      this.textContent = `${this.getAttribute('saved') ?? ''} ${time}`
    } catch {
      this.textContent = this.getAttribute('failed')
    }
  }
}

customElements.define('plein-saving', Saving)
