/** Counts down while somebody types. It speaks only near the end, so that a screen reader is not flooded. */
class CharacterCount extends HTMLElement {
  connectedCallback() {
    const field = document.getElementById(this.getAttribute('field') ?? '')
    const max = Number(this.getAttribute('max'))
    if (!(field instanceof HTMLTextAreaElement) || !(max > 0)) return
    const form = new Intl.NumberFormat(this.getAttribute('locale') === 'en' ? 'en-GB' : 'nl-NL')
    const show = () => {
      const left = max - [...field.value].length
      const words = this.getAttribute(left < 0 ? 'over' : 'left') ?? '#'
      this.textContent = words.replace('#', form.format(Math.abs(left)))
      this.toggleAttribute('data-over', left < 0)
      if (left < max / 20) this.setAttribute('aria-live', 'polite')
      else this.removeAttribute('aria-live')
    }
    field.addEventListener('input', show)
    addEventListener('pageshow', show)
    show()
  }
}

customElements.define('plein-count', CharacterCount)
