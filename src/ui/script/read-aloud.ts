const skipped = 'nav, form, button, plein-read-aloud, [hidden], .plein-hidden, [aria-hidden=true]'

/** The main text, block by block: long texts in one piece are cut off by some voices. */
const blocks = (main: Element) =>
  [...main.querySelectorAll<HTMLElement>('h1, h2, h3, h4, p, li, dt, dd, caption, th, td')].filter(
    (block) => block.closest(skipped) === null && block.querySelector('p, li') === null,
  )

class ReadAloud extends HTMLElement {
  connectedCallback() {
    // One button per page: the first.
    if (document.querySelector('plein-read-aloud') !== this) return
    const button = this.querySelector('button')
    const label = button?.querySelector('span')
    const main = document.querySelector('main')
    if (!('speechSynthesis' in window) || !button || !label || !main) return
    const start = label.textContent
    const pageLang = this.dataset['lang'] ?? 'nl'
    let reading = false
    const stop = () => {
      reading = false
      speechSynthesis.cancel()
      label.textContent = start
      delete this.dataset['reading']
    }
    button.addEventListener('click', () => {
      if (reading) return stop()
      const texts = blocks(main)
      reading = texts.length > 0
      if (!reading) return
      label.textContent = this.dataset['stop'] ?? start
      this.dataset['reading'] = ''
      speechSynthesis.cancel()
      for (const [index, block] of texts.entries()) {
        const speech = new SpeechSynthesisUtterance(block.innerText)
        const lang = block.closest<HTMLElement>('[lang]')?.lang || pageLang
        speech.lang = lang.startsWith('en') ? 'en-GB' : 'nl-NL'
        if (index === texts.length - 1) speech.addEventListener('end', stop)
        speechSynthesis.speak(speech)
      }
    })
    addEventListener('pagehide', stop)
    this.hidden = false
  }
}

customElements.define('plein-read-aloud', ReadAloud)
