/** The error summary takes the focus when the page opens, also where the browser ignores `autofocus`. */
class ErrorFocus extends HTMLElement {
  connectedCallback() {
    const summary = this.querySelector<HTMLElement>('[tabindex]')
    if (location.hash === '' && document.activeElement !== summary) summary?.focus()
  }
}

customElements.define('plein-errors', ErrorFocus)
