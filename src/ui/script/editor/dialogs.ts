import type { Words } from './words.ts'

/**
 * A dialog at the end of the page: inside the form of the text its own form could not stand. Closing it, also with Escape,
 * does `after` once and at once, so that the next key goes where it should.
 */
function openDialog(title: string, words: Words, content: HTMLElement, after: () => void): { close: () => void } {
  const dialog = document.createElement('dialog')
  dialog.className = 'plein-dialog'
  const heading = document.createElement('h2')
  heading.className = 'nl-heading nl-heading--level-3'
  heading.id = 'dialoog-titel'
  heading.textContent = title
  dialog.setAttribute('aria-labelledby', heading.id)
  let open = true
  const close = () => {
    if (!open) return
    open = false
    dialog.close()
    dialog.remove()
    after()
  }
  const cancel = button(words['cancel'] ?? '', 'subtle')
  cancel.addEventListener('click', close)
  dialog.append(heading, content, cancel)
  dialog.addEventListener('close', close)
  document.body.append(dialog)
  dialog.showModal()
  return { close }
}

function button(
  label: string,
  look: 'primary' | 'secondary' | 'subtle',
  type: 'button' | 'submit' = 'button',
): HTMLButtonElement {
  const element = document.createElement('button')
  element.type = type
  element.className = `nl-button nl-button--${look}`
  const text = document.createElement('span')
  text.className = 'nl-button__label'
  text.textContent = label
  element.append(text)
  return element
}

/**
 * Asks for the address of a link. Answers with the address, with '' to take the link away, or (null) with nothing.
 * What begins with www. gets https:// in front.
 */
export function askAddress(words: Words, now: string, mayLinkTo: (href: string) => boolean, after: () => void) {
  return new Promise<string | null>((resolve) => {
    const form = document.createElement('form')
    form.noValidate = true
    const label = document.createElement('label')
    label.className = 'utrecht-form-label'
    label.htmlFor = 'dialoog-adres'
    label.textContent = words['address'] ?? ''
    const field = document.createElement('input')
    field.id = 'dialoog-adres'
    field.type = 'url'
    field.className = 'utrecht-textbox utrecht-textbox--html-input'
    field.value = now
    field.setAttribute('aria-describedby', 'dialoog-fout')
    const wrong = document.createElement('p')
    wrong.id = 'dialoog-fout'
    wrong.className = 'utrecht-form-field-error-message'
    wrong.setAttribute('role', 'alert')
    const buttons = document.createElement('div')
    buttons.className = 'utrecht-button-group'
    const set = button(words['setLink'] ?? '', 'primary', 'submit')
    buttons.append(set)
    let answer: string | null = null
    const dialog = openDialog(words['link'] ?? '', words, form, () => {
      resolve(answer)
      after()
    })
    if (now !== '') {
      const remove = button(words['removeLink'] ?? '', 'secondary')
      remove.addEventListener('click', () => {
        answer = ''
        dialog.close()
      })
      buttons.append(remove)
    }
    form.append(label, wrong, field, buttons)
    form.addEventListener('submit', (event) => {
      event.preventDefault()
      const typed = field.value.trim()
      const href = /^www\./i.test(typed) ? `https://${typed}` : typed
      if (mayLinkTo(href)) {
        answer = URL.canParse(href) ? new URL(href).href : href
        dialog.close()
      } else {
        wrong.textContent = words['addressWrong'] ?? ''
        field.setAttribute('aria-invalid', 'true')
        field.focus()
      }
    })
    field.focus()
  })
}

export type Picture = { readonly src: string; readonly alt: string }

const partOf = (page: Document, place: string): HTMLFormElement | null =>
  [...page.forms].find(
    (form) => form.getAttribute('action')?.endsWith(place) && form.enctype === 'multipart/form-data',
  ) ?? null

/** Names of a part of another page, so that they meet no name of this one. */
function renamed(part: Element): void {
  const own = (names: string) =>
    names
      .split(' ')
      .map((name) => `dialoog-${name}`)
      .join(' ')
  for (const element of part.querySelectorAll('[id]')) element.id = own(element.id)
  for (const name of ['for', 'field', 'aria-describedby', 'aria-labelledby'])
    for (const element of part.querySelectorAll(`[${name}]`))
      element.setAttribute(name, own(element.getAttribute(name) ?? ''))
  for (const link of part.querySelectorAll('a[href^="#"]'))
    link.setAttribute('href', `#${own(link.getAttribute('href')?.slice(1) ?? '')}`)
}

/**
 * Asks for a picture with the form of the page of pictures itself: the same fields, checks and sentences. Answers with the
 * picture once it is kept, or (null) with nothing.
 */
export async function askPicture(words: Words, place: string, after: () => void): Promise<Picture | null> {
  const load = async (answer: Promise<Response>) => {
    const response = await answer
    return { url: new URL(response.url), page: new DOMParser().parseFromString(await response.text(), 'text/html') }
  }
  const first = await load(fetch(place)).catch(() => null)
  const form = first && partOf(first.page, new URL(place, location.href).pathname)
  if (!form) return null
  return new Promise((resolve) => {
    let kept: Picture | null = null
    const holder = document.createElement('div')
    const dialog = openDialog(words['picture'] ?? '', words, holder, () => {
      resolve(kept)
      after()
    })
    const show = (asking: HTMLFormElement, faults: Element | null) => {
      // It stands in the text where the cursor is; on the page without script one says so.
      for (const choice of asking.querySelectorAll('[data-place]')) choice.remove()
      for (const part of [faults, asking]) if (part) renamed(part)
      holder.replaceChildren(...(faults ? [faults] : []), asking)
      asking.addEventListener('submit', (event) => {
        event.preventDefault()
        const sent = new FormData(asking)
        void load(fetch(asking.action, { method: 'POST', body: sent }))
          .then(({ url, page }) => {
            const id = url.searchParams.get('nieuw')
            const again = partOf(page, new URL(place, location.href).pathname)
            if (id !== null) {
              const shown = page.querySelector<HTMLImageElement>(`img[data-picture="${id}"]`)
              kept = { src: `/plaatjes/${id}`, alt: shown?.alt ?? '' }
              dialog.close()
            } else if (again) show(again, page.querySelector('.plein-errors'))
            else tell(holder, page.querySelector('main h1')?.textContent ?? words['failed'] ?? '')
          })
          .catch(() => tell(holder, words['failed'] ?? ''))
      })
      holder.querySelector<HTMLElement>('.plein-errors, input:not([type="hidden"])')?.focus()
    }
    show(document.importNode(form, true), null)
  })
}

function tell(holder: HTMLElement, sentence: string): void {
  const said = document.createElement('p')
  said.className = 'utrecht-alert utrecht-alert--error plein-notice'
  said.setAttribute('role', 'alert')
  said.textContent = sentence
  holder.prepend(said)
}
