type Suggestion = { value: string; label?: string; note?: string; lang?: string; href?: string }

const isSuggestion = (x: unknown): x is Suggestion =>
  typeof x === 'object' && x !== null && 'value' in x && typeof x.value === 'string'

let made = 0

/**
 * Suggestions below a text field: a combobox with a listbox (ARIA 1.2). `src?q=…` answers JSON
 * `[{ value, label?, note?, lang?, href? }]`: `label` is shown with the `note` behind it, `value` is filled in, and who
 * chooses one with an `href` goes there. The field stays an ordinary field: anything may be typed and sent.
 */
class Suggest extends HTMLElement {
  #field: HTMLInputElement | null = null
  #list = document.createElement('ul')
  #said = document.createElement('span')
  #active = -1
  #timer = 0
  #asking = new AbortController()

  connectedCallback() {
    const field = this.querySelector('input')
    if (field === null || this.#field !== null) return
    this.#field = field
    this.#list.id = `suggesties-${++made}`
    this.#list.className = 'utrecht-listbox plein-suggest__list'
    this.#list.setAttribute('role', 'listbox')
    this.#list.setAttribute('aria-label', field.labels?.[0]?.textContent ?? '')
    this.#list.hidden = true
    this.#said.className = 'plein-hidden'
    this.#said.setAttribute('role', 'status')
    const anchor = document.createElement('span')
    anchor.className = 'plein-suggest__anchor'
    field.before(anchor)
    anchor.append(field, this.#list, this.#said)

    // A field of the type search may not be a combobox.
    if (field.type === 'search') {
      field.type = 'text'
      field.enterKeyHint = 'search'
    }
    field.setAttribute('role', 'combobox')
    field.setAttribute('aria-autocomplete', 'list')
    field.setAttribute('aria-expanded', 'false')
    field.setAttribute('aria-controls', this.#list.id)
    field.autocomplete = 'off'
    field.addEventListener('input', () => {
      clearTimeout(this.#timer)
      this.#timer = window.setTimeout(() => void this.#ask(), 150)
    })
    field.addEventListener('keydown', (event) => this.#key(event))
    field.addEventListener('blur', () => this.#close())
    // pointerdown and not click: the field must not lose the focus before the choice is made.
    this.#list.addEventListener('pointerdown', (event) => {
      event.preventDefault()
      const option = event.target instanceof Element ? event.target.closest<HTMLElement>('[role=option]') : null
      if (option) this.#choose(option)
    })
  }

  async #ask() {
    const typed = this.#field?.value.trim() ?? ''
    this.#asking.abort()
    if (typed.length < 2) return this.#close()
    const { signal } = (this.#asking = new AbortController())
    const address = new URL(this.getAttribute('src') ?? '', location.href)
    address.searchParams.set('q', typed)
    const found = await fetch(address, { headers: { accept: 'application/json' }, signal })
      .then((answer) => (answer.ok ? (answer.json() as Promise<unknown>) : []))
      .catch(() => [])
    if (signal.aborted || document.activeElement !== this.#field) return
    this.#show(Array.isArray(found) ? found.filter(isSuggestion).slice(0, 8) : [])
  }

  #show(suggestions: Suggestion[]) {
    this.#list.replaceChildren(
      ...suggestions.map((suggestion, index) => {
        const option = document.createElement('li')
        option.id = `${this.#list.id}-${index}`
        option.className = 'utrecht-listbox__option utrecht-listbox__option--html-li'
        option.setAttribute('role', 'option')
        option.setAttribute('aria-selected', 'false')
        option.dataset['value'] = suggestion.value
        if (suggestion.href !== undefined) option.dataset['href'] = suggestion.href
        const label = document.createElement('span')
        if (suggestion.lang !== undefined) label.lang = suggestion.lang
        label.textContent = suggestion.label ?? suggestion.value
        option.append(label)
        if (suggestion.note !== undefined) {
          const note = document.createElement('span')
          note.className = 'plein-suggest__note'
          note.textContent = suggestion.note
          option.append(' ', note)
        }
        return option
      }),
    )
    this.#mark(-1)
    this.#list.hidden = suggestions.length === 0
    this.#field?.setAttribute('aria-expanded', String(suggestions.length > 0))
    const words = this.getAttribute(suggestions.length === 0 ? 'none' : 'count') ?? ''
    this.#said.textContent = words.replace('#', String(suggestions.length))
  }

  #key(event: KeyboardEvent) {
    const options = this.#list.children.length
    if (this.#list.hidden || options === 0) return
    if (event.key === 'ArrowDown') this.#mark((this.#active + 1) % options)
    else if (event.key === 'ArrowUp') this.#mark(this.#active < 0 ? options - 1 : this.#active - 1)
    else if (event.key === 'Enter' && this.#active >= 0) this.#choose(this.#list.children[this.#active])
    else if (event.key === 'Escape') this.#close()
    else return
    event.preventDefault()
    // Escape in an open list closes the list; it is not the first of two that leave the site.
    if (event.key === 'Escape') event.stopPropagation()
  }

  #mark(index: number) {
    this.#active = index
    for (const [n, option] of [...this.#list.children].entries()) {
      option.setAttribute('aria-selected', String(n === index))
      option.classList.toggle('utrecht-listbox__option--active', n === index)
    }
    const option = this.#list.children[index]
    if (option) {
      this.#field?.setAttribute('aria-activedescendant', option.id)
      option.scrollIntoView({ block: 'nearest' })
    } else this.#field?.removeAttribute('aria-activedescendant')
  }

  #choose(option: Element | undefined) {
    if (!(option instanceof HTMLElement) || this.#field === null) return
    this.#field.value = option.dataset['value'] ?? ''
    this.#close()
    this.#field.dispatchEvent(new Event('change', { bubbles: true }))
    if (option.dataset['href'] !== undefined) location.assign(option.dataset['href'])
  }

  #close() {
    clearTimeout(this.#timer)
    this.#asking.abort()
    this.#list.hidden = true
    this.#mark(-1)
    this.#field?.setAttribute('aria-expanded', 'false')
  }
}

customElements.define('plein-suggest', Suggest)
