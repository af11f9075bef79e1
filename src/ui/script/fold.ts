/** Keeps the line of a folded list of boxes true: what is ticked now, also before it is saved. */
export const tellFolds = () => {
  document.addEventListener('change', (event) => {
    const fold = event.target instanceof Element ? event.target.closest('.plein-fold') : null
    const note = fold?.querySelector<HTMLElement>('[data-none]')
    if (!fold || !note) return
    const ticked = [...fold.querySelectorAll<HTMLInputElement>('input:checked')].map(
      (box) => box.labels?.[0]?.textContent?.trim() ?? '',
    )
    note.textContent = ticked.join(', ') || (note.dataset['none'] ?? '')
  })
}
