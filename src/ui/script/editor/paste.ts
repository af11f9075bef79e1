import { Slice } from 'prosemirror-model'
import type { EditorView } from 'prosemirror-view'
import { readMarkdown } from './read-markdown.ts'

/** What was left out of a paste, for a sentence: nothing, pictures, or links that lead nowhere one may go. */
export type LeftOut = { readonly pictures: number; readonly links: number; readonly shortened: boolean }

/**
 * Takes what was copied in Word, Google Docs, a mail or a web page: cleaned to what a text may hold. Cleaning is loaded at
 * the first paste; what is pasted from this field itself is left to the field.
 */
export function pasting(tell: (left: LeftOut) => void) {
  const take = async (view: EditorView, html: string) => {
    const { cleanMarkdown } = await import('../../../lib/rich-text/markdown.ts')
    const { markdown, imagesWithoutText, links, shortened } = cleanMarkdown(html)
    const foreign = markdown.match(/!\[[^\]]*\]\(https?:/g)?.length ?? 0
    const { content } = readMarkdown(markdown)
    if (content.size === 0 || view.isDestroyed) return tell({ pictures: imagesWithoutText + foreign, links, shortened })
    // A single paragraph flows into the one that it is pasted in.
    const only = content.childCount === 1 && content.firstChild?.type.name === 'paragraph'
    view.dispatch(view.state.tr.replaceSelection(new Slice(content, only ? 1 : 0, only ? 1 : 0)).scrollIntoView())
    tell({ pictures: imagesWithoutText + foreign, links, shortened })
  }
  const receive = (view: EditorView, event: Event, given: DataTransfer | null): boolean => {
    if (!given || view.state.selection.$from.parent.type.spec.code) return false
    const html = given.getData('text/html')
    if (html.includes('data-pm-slice')) return false
    const pictures = [...given.files].filter((file) => file.type.startsWith('image/')).length
    if (html === '' && pictures === 0) return false
    event.preventDefault()
    if (html === '') tell({ pictures, links: 0, shortened: false })
    else void take(view, html)
    return true
  }
  return {
    paste: (view: EditorView, event: ClipboardEvent) => receive(view, event, event.clipboardData),
    drop: (view: EditorView, event: DragEvent) => view.dragging === null && receive(view, event, event.dataTransfer),
  }
}
