const prefix = 'plein-keep:'

type Kept = { sent: boolean; fields: Record<string, string> }

type TextControl = HTMLTextAreaElement | HTMLInputElement

const kinds = new Set(['text', 'email', 'search', 'tel', 'url'])

const textControls = (form: HTMLFormElement): TextControl[] =>
  [...form.querySelectorAll<TextControl>('textarea[name], input[name]')].filter(
    (control) =>
      control instanceof HTMLTextAreaElement || (kinds.has(control.type) && control.autocomplete !== 'one-time-code'),
  )

const keptForms = () => [...document.querySelectorAll<HTMLFormElement>('form[data-keep]')]

const keyOf = (form: HTMLFormElement) => prefix + (form.dataset['keep'] ?? '')

// A browser may refuse storage altogether; the page works without.
const storage = (): Storage | null => {
  try {
    return sessionStorage
  } catch {
    return null
  }
}

const keysKept = (store: Storage) => Object.keys(store).filter((key) => key.startsWith(prefix))

const read = (store: Storage, key: string): Kept | null => {
  try {
    return JSON.parse(store.getItem(key) ?? 'null') as Kept | null
  } catch {
    return null
  }
}

const write = (store: Storage, key: string, kept: Kept) => {
  try {
    store.setItem(key, JSON.stringify(kept))
  } catch {
    store.removeItem(key)
  }
}

/** Nothing that was typed stays behind in this tab. */
export const forgetKept = () => {
  const store = storage()
  if (store) for (const key of keysKept(store)) store.removeItem(key)
}

/**
 * Keeps unsent text of forms with `data-keep` in this tab only. Sent text is forgotten as soon as a page shows that it
 * arrived: any page without that form and without `data-hold` (signing in, a refusal, a fault). So a session that ended
 * while writing costs nothing. Signing out and leaving quickly forget everything.
 */
export const restoreKept = () => {
  const store = storage()
  if (!store) return
  const here = new Map(keptForms().map((form) => [keyOf(form), form]))
  const hold = document.querySelector('[data-hold]') !== null

  for (const key of keysKept(store)) {
    const kept = read(store, key)
    const form = here.get(key)
    if (kept === null || (kept.sent && !hold && form === undefined)) store.removeItem(key)
    else if (form) putBack(form, kept)
    else if (kept.sent) write(store, key, { ...kept, sent: false })
  }

  for (const [key, form] of here) {
    const keep = (sent: boolean) => {
      const fields = Object.fromEntries(
        textControls(form)
          .filter((control) => control.value !== '')
          .map((control) => [control.name, control.value]),
      )
      if (Object.keys(fields).length === 0) store.removeItem(key)
      else write(store, key, { sent, fields })
    }
    form.addEventListener('input', () => keep(false))
    form.addEventListener('submit', () => keep(true))
  }
  document.addEventListener('submit', (event) => {
    if (event.target instanceof HTMLFormElement && event.target.action.endsWith('/uitloggen')) forgetKept()
  })
}

/** Fills empty fields only: what the server sent back leads. Says so when anything was filled. */
const putBack = (form: HTMLFormElement, kept: Kept) => {
  let filled = false
  for (const control of textControls(form)) {
    const text = kept.fields[control.name]
    if (control.value !== '' || text === undefined) continue
    control.value = text
    control.dispatchEvent(new Event('input', { bubbles: true }))
    filled = true
  }
  if (!filled) return
  const said = document.createElement('p')
  said.className = 'utrecht-alert utrecht-alert--info plein-notice'
  said.setAttribute('role', 'status')
  said.textContent = form.dataset['kept'] ?? ''
  form.prepend(said)
}
