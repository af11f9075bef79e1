import './editor.css'
import { baseKeymap, chainCommands, exitCode, toggleMark } from 'prosemirror-commands'
import { history, redo, undo } from 'prosemirror-history'
import { inputRules, textblockTypeInputRule, wrappingInputRule } from 'prosemirror-inputrules'
import { keymap } from 'prosemirror-keymap'
import type { Node } from 'prosemirror-model'
import { liftListItem, sinkListItem, splitListItem } from 'prosemirror-schema-list'
import { EditorState, type Command } from 'prosemirror-state'
import { goToNextCell, isInTable, tableEditing } from 'prosemirror-tables'
import { EditorView } from 'prosemirror-view'
import { headsOfTables, isLink, leaveTable, roomBelow, tableTools, toolsFor, type Tool } from './commands.ts'
import { askAddress, askPicture } from './dialogs.ts'
import { pasting } from './paste.ts'
import { readMarkdown } from './read-markdown.ts'
import { mayLinkTo, schema } from './schema.ts'
import { makeToolbar, type Button } from './toolbar.ts'
import { wordsIn, type Words } from './words.ts'
import { writeMarkdown } from './write-markdown.ts'
import './advice.ts'

const { nodes, marks } = schema

const breakLine: Command = (state, dispatch) => {
  const { parent } = state.selection.$from
  if (parent.type !== nodes.paragraph) return false
  dispatch?.(state.tr.replaceSelectionWith(nodes.hard_break.create()).scrollIntoView())
  return true
}

/** Enter in a table goes on to the next cell, and from the last one out of the table: a cell is one line. */
const nextCell: Command = (state, dispatch) =>
  isInTable(state) && (goToNextCell(1)(state, dispatch) || leaveTable(state, dispatch))

const rules = (first: 2 | 3) =>
  inputRules({
    rules: [
      wrappingInputRule(/^\s*[-*]\s$/, nodes.bullet_list),
      wrappingInputRule(/^(\d+)[.)]\s$/, nodes.ordered_list, (match) => ({ order: Number(match[1]) })),
      wrappingInputRule(/^\s*>\s$/, nodes.blockquote),
      textblockTypeInputRule(/^(#{2,3})\s$/, nodes.heading, (match) => ({
        level: first - 2 + (match[1]?.length ?? 2),
      })),
    ],
  })

/**
 * A field for long texts, for people who know no Markdown: it stands in front of the textarea, which keeps the text as
 * Markdown and is what the form sends. Without script there is the textarea alone.
 */
class WritingField extends HTMLElement {
  #area: HTMLTextAreaElement | null = null
  #view: EditorView | null = null
  #timer = 0
  #own = false
  #said = document.createElement('p')

  connectedCallback() {
    const area = this.querySelector('textarea')
    if (area === null || this.#area !== null) return
    this.#area = area
    const words = wordsIn(this)
    const first = this.getAttribute('first') === '3' ? 3 : 2
    const id = area.id
    area.id = `${id}-tekst`
    const label = this.querySelector('label')
    if (label) label.id ||= `${id}-naam`

    const place = document.createElement('div')
    place.className = 'plein-editor'
    const pictures = this.getAttribute('pictures')
    const view = new EditorView(place, {
      state: this.#stateOf(area.value, first, () => toolbar.focus()),
      attributes: {
        id,
        role: 'textbox',
        'aria-multiline': 'true',
        'aria-labelledby': label?.id ?? '',
        'aria-describedby': area.getAttribute('aria-describedby') ?? '',
        ...(area.getAttribute('aria-invalid') && { 'aria-invalid': 'true' }),
        ...(area.getAttribute('aria-required') && { 'aria-required': 'true' }),
        class: 'plein-editor__text plein-prose',
        lang: this.getAttribute('text-lang') ?? '',
      },
      nodeViews: { image: (node) => ({ dom: pictureOf(node, pictures) }) },
      dispatchTransaction: (tr) => {
        view.updateState(view.state.apply(tr))
        toolbar.update()
        if (tr.docChanged) this.#later()
      },
      handleDOMEvents: pasting((left) => this.#tell(left, words)),
    })
    this.#view = view
    const toolbar = this.#toolbar(view, words, first, id, pictures)
    this.#said.className = 'plein-editor__said'
    this.#said.setAttribute('role', 'status')
    const text = this.#switch(place, toolbar.element, area, words, () =>
      this.#stateOf(area.value, first, toolbar.focus),
    )
    place.prepend(toolbar.element)
    area.before(place)
    place.after(this.#said)
    area.after(text)
    area.hidden = true
    toolbar.update()

    label?.addEventListener('click', () => {
      if (!place.hidden) view.focus()
      else area.focus()
    })
    // Something else wrote in the textarea, such as text that was kept in this tab.
    area.addEventListener('input', () => {
      if (!this.#own && !place.hidden) view.updateState(this.#stateOf(area.value, first, toolbar.focus))
    })
    area.form?.addEventListener('submit', () => this.#write(), { capture: true })
    addEventListener('pagehide', () => this.#write())
  }

  #stateOf(markdown: string, first: 2 | 3, toToolbar: () => void): EditorState {
    return EditorState.create({
      doc: readMarkdown(markdown),
      plugins: [
        rules(first),
        keymap({
          'Mod-z': undo,
          'Mod-y': redo,
          'Shift-Mod-z': redo,
          'Mod-b': toggleMark(marks.strong),
          'Mod-i': toggleMark(marks.em),
          'Mod-]': sinkListItem(nodes.list_item),
          'Mod-[': liftListItem(nodes.list_item),
          'Shift-Enter': chainCommands(exitCode, breakLine),
          'Mod-Enter': chainCommands(exitCode, breakLine),
          Enter: chainCommands(nextCell, splitListItem(nodes.list_item)),
          Tab: goToNextCell(1),
          'Shift-Tab': goToNextCell(-1),
          'Alt-F10': () => {
            toToolbar()
            return true
          },
        }),
        keymap(baseKeymap),
        history(),
        tableEditing(),
        headsOfTables,
        roomBelow,
      ],
    })
  }

  #toolbar(view: EditorView, words: Words, first: 2 | 3, id: string, pictures: string | null) {
    const button = (tool: Tool, when?: () => boolean): Button => ({
      name: tool.name,
      label: words[tool.name] ?? tool.name,
      press: () => {
        tool.run(view.state, view.dispatch, view)
        view.focus()
      },
      may: () => tool.run(view.state),
      ...(tool.isOn && { isOn: () => tool.isOn?.(view.state) === true }),
      ...(when && { when }),
    })
    const tools = toolsFor(first)
    const back = () => view.focus()
    const link: Button = {
      name: 'link',
      label: words['link'] ?? '',
      may: () => !view.state.selection.empty || isLink(view.state),
      isOn: () => isLink(view.state),
      press: () => void this.#link(view, words, back),
    }
    const picture: Button = {
      name: 'picture',
      label: words['picture'] ?? '',
      may: () => !isInTable(view.state),
      press: () =>
        void askPicture(words, pictures ?? '', back).then((kept) => {
          if (kept) view.dispatch(view.state.tr.replaceSelectionWith(nodes.image.create(kept)).scrollIntoView())
        }),
    }
    return makeToolbar(words['toolbar'] ?? '', id, [
      [button({ name: 'undo', run: undo }), button({ name: 'redo', run: redo })],
      [tools.heading, tools.subheading, tools.strong, tools.em].map((tool) => button(tool)),
      [tools.bullets, tools.numbers, tools.indent, tools.outdent, tools.quote].map((tool) => button(tool)),
      [link, ...(pictures === null ? [] : [picture]), button(tools.table)],
      tableTools.map((tool) => button(tool, () => isInTable(view.state))),
    ])
  }

  async #link(view: EditorView, words: Words, after: () => void) {
    const { state } = view
    const { $from, empty } = state.selection
    const now = marks.link.isInSet(empty ? $from.marks() : ($from.nodeAfter?.marks ?? []))
    let { from, to } = state.selection
    // Without a selection the whole link is meant that the cursor stands in.
    if (empty && now) {
      $from.parent.forEach((child, offset) => {
        const start = $from.start() + offset
        if (marks.link.isInSet(child.marks)?.eq(now) && start <= $from.pos && start + child.nodeSize >= $from.pos)
          [from, to] = [start, start + child.nodeSize]
      })
    }
    const href = await askAddress(words, String(now?.attrs['href'] ?? ''), mayLinkTo, after)
    if (href === null) return
    const tr = view.state.tr.removeMark(from, to, marks.link)
    view.dispatch(href === '' ? tr : tr.addMark(from, to, marks.link.create({ href })))
  }

  /** The button that shows the Markdown itself, and goes back. */
  #switch(place: HTMLElement, bar: HTMLElement, area: HTMLTextAreaElement, words: Words, read: () => EditorState) {
    const button = document.createElement('button')
    button.type = 'button'
    button.className = 'nl-button nl-button--subtle plein-editor__switch'
    button.setAttribute('aria-pressed', 'false')
    const text = document.createElement('span')
    text.className = 'nl-button__label'
    text.textContent = words['markdown'] ?? ''
    button.append(text)
    button.addEventListener('click', () => {
      const toText = !place.hidden
      this.#write()
      if (!toText) this.#view?.updateState(read())
      place.hidden = toText
      bar.hidden = toText
      area.hidden = !toText
      button.setAttribute('aria-pressed', String(toText))
    })
    return button
  }

  #later() {
    clearTimeout(this.#timer)
    this.#timer = window.setTimeout(() => this.#write(), 300)
    this.#said.textContent = ''
    this.toggleAttribute('data-waits', true)
  }

  /** Puts the text in the textarea, when it was changed: a text that was only read stays as it was to the letter. */
  #write() {
    clearTimeout(this.#timer)
    if (!this.hasAttribute('data-waits') || this.#area === null || this.#view === null) return
    this.removeAttribute('data-waits')
    this.#area.value = writeMarkdown(this.#view.state.doc)
    this.#own = true
    this.#area.dispatchEvent(new Event('input', { bubbles: true }))
    this.#own = false
  }

  #tell(left: { pictures: number; links: number; shortened: boolean }, words: Words) {
    this.#said.textContent = [
      left.pictures > 0 ? words['picturesLeft'] : '',
      left.links > 0 ? words['linksLeft'] : '',
      left.shortened ? words['shortened'] : '',
    ]
      .filter(Boolean)
      .join(' ')
  }
}

/** A picture of a draft is seen by those who keep the item, at their own address. */
function pictureOf(node: Node, pictures: string | null): HTMLImageElement {
  const image = document.createElement('img')
  image.src = String(node.attrs['src']).replace('/plaatjes', pictures?.replace(/^\/en\//, '/') ?? '/plaatjes')
  image.alt = String(node.attrs['alt'])
  return image
}

customElements.define('plein-editor', WritingField)
