import { lift, setBlockType, toggleMark, wrapIn } from 'prosemirror-commands'
import type { MarkType, NodeType } from 'prosemirror-model'
import { liftListItem, sinkListItem, wrapInList } from 'prosemirror-schema-list'
import { Plugin, TextSelection, type Command, type EditorState } from 'prosemirror-state'
import { addColumnAfter, addRowAfter, deleteColumn, deleteRow, deleteTable, isInTable } from 'prosemirror-tables'
import type { Transform } from 'prosemirror-transform'
import { schema } from './schema.ts'

const { nodes, marks } = schema

const hasMark = (type: MarkType) => (state: EditorState) => {
  const { from, to, empty, $from } = state.selection
  return empty ? type.isInSet(state.storedMarks ?? $from.marks()) !== undefined : state.doc.rangeHasMark(from, to, type)
}

/** How deep the nearest node of these types around the cursor is; null outside any. */
function depthOf(state: EditorState, ...types: readonly NodeType[]): number | null {
  const { $from } = state.selection
  for (let depth = $from.depth; depth > 0; depth--) if (types.includes($from.node(depth).type)) return depth
  return null
}

const isHeading = (level: number) => (state: EditorState) => {
  const { parent } = state.selection.$from
  return parent.type === nodes.heading && parent.attrs['level'] === level
}

const heading =
  (level: number): Command =>
  (state, dispatch) =>
    isHeading(level)(state)
      ? setBlockType(nodes.paragraph)(state, dispatch)
      : setBlockType(nodes.heading, { level })(state, dispatch)

/** The nearest list, when it is of this type. */
const inList = (type: NodeType) => (state: EditorState) => {
  const depth = depthOf(state, nodes.bullet_list, nodes.ordered_list)
  return depth !== null && state.selection.$from.node(depth).type === type
}

const list =
  (type: NodeType): Command =>
  (state, dispatch) => {
    const depth = depthOf(state, nodes.bullet_list, nodes.ordered_list)
    if (depth === null) return wrapInList(type)(state, dispatch)
    if (inList(type)(state)) return liftListItem(nodes.list_item)(state, dispatch)
    dispatch?.(state.tr.setNodeMarkup(state.selection.$from.before(depth), type))
    return true
  }

const inQuote = (state: EditorState) => depthOf(state, nodes.blockquote) !== null
const quote: Command = (state, dispatch) => (inQuote(state) ? lift : wrapIn(nodes.blockquote))(state, dispatch)

const insertTable: Command = (state, dispatch) => {
  if (isInTable(state) || state.selection.$from.parent.type.spec.code) return false
  const row = (cell: NodeType) =>
    nodes.table_row.create(
      null,
      [0, 1].map(() => cell.create()),
    )
  const table = nodes.table.create(null, [row(nodes.table_header), row(nodes.table_cell), row(nodes.table_cell)])
  const tr = state.tr.replaceSelectionWith(table)
  // The cursor goes into the first cell: the last place before it where a table begins.
  let start = 0
  tr.doc.nodesBetween(0, tr.selection.from, (node, pos) => {
    if (node.type === nodes.table) start = pos
    return true
  })
  dispatch?.(tr.setSelection(TextSelection.near(tr.doc.resolve(start + 1))).scrollIntoView())
  return true
}

/** Goes to what stands below the table. */
export const leaveTable: Command = (state, dispatch) => {
  const depth = depthOf(state, nodes.table)
  if (depth === null) return false
  const below = state.doc.resolve(state.selection.$from.after(depth))
  dispatch?.(state.tr.setSelection(TextSelection.near(below, 1)).scrollIntoView())
  return true
}

/** What a button of the toolbar does, and whether it holds where the cursor is. */
export type Tool = { readonly name: string; readonly run: Command; readonly isOn?: (state: EditorState) => boolean }

/** The tools that need nothing but the text. `first` is the level of the largest heading. */
export const toolsFor = (first: 2 | 3) =>
  ({
    heading: { name: 'heading', run: heading(first), isOn: isHeading(first) },
    subheading: { name: 'subheading', run: heading(first + 1), isOn: isHeading(first + 1) },
    strong: { name: 'strong', run: toggleMark(marks.strong), isOn: hasMark(marks.strong) },
    em: { name: 'em', run: toggleMark(marks.em), isOn: hasMark(marks.em) },
    bullets: { name: 'bullets', run: list(nodes.bullet_list), isOn: inList(nodes.bullet_list) },
    numbers: { name: 'numbers', run: list(nodes.ordered_list), isOn: inList(nodes.ordered_list) },
    indent: { name: 'indent', run: sinkListItem(nodes.list_item) },
    outdent: { name: 'outdent', run: liftListItem(nodes.list_item) },
    quote: { name: 'quote', run: quote, isOn: inQuote },
    table: { name: 'table', run: insertTable },
  }) satisfies Record<string, Tool>

export const tableTools = [
  { name: 'rowBelow', run: addRowAfter },
  { name: 'columnRight', run: addColumnAfter },
  { name: 'deleteRow', run: deleteRow },
  { name: 'deleteColumn', run: deleteColumn },
  { name: 'deleteTable', run: deleteTable },
] satisfies readonly Tool[]

export const isLink = hasMark(marks.link)

/** Makes the first row of every table its head, and no other: Markdown knows no other tables. */
function setHeads(changes: Transform): void {
  const { doc } = changes
  doc.descendants((node, pos, parent) => {
    if (parent?.type !== nodes.table_row) return !node.isTextblock
    const isFirst = doc.resolve(pos).node(-1).firstChild === parent
    const wanted = isFirst ? nodes.table_header : nodes.table_cell
    if (node.type !== wanted) changes.setNodeMarkup(pos, wanted)
    return false
  })
}

export const headsOfTables = new Plugin({
  appendTransaction(transactions, _, { tr }) {
    if (!transactions.some((each) => each.docChanged)) return null
    setHeads(tr)
    return tr.docChanged ? tr : null
  },
})

/** Below a table, a quote or a line at the end there is always room to write on. */
export const roomBelow = new Plugin({
  appendTransaction: (_, __, { doc, tr }) =>
    doc.lastChild?.isTextblock && !doc.lastChild.type.spec.code
      ? null
      : tr.insert(doc.content.size, nodes.paragraph.create()),
})
