import type { Definition } from '../../lib/questionnaire/definition.ts'
import type { DefinitionFault } from '../../lib/questionnaire/faults.ts'
import { readDefinition } from '../../lib/questionnaire/parsing.ts'

/** What a file or a pasted text holds; `at` is where JSON goes wrong, line and column from 1. */
export type Exchanged =
  | { readonly kind: 'questionnaire'; readonly definition: Definition }
  | { readonly kind: 'not-json'; readonly at: { readonly line: number; readonly column: number } }
  | { readonly kind: 'faulty'; readonly faults: readonly DefinitionFault[] }

const token =
  // oxlint-disable-next-line no-control-regex -- strings in JSON hold no controls
  /(?:([{}[\],:])|("(?:[^"\\\u0000-\u001F]|\\(?:["\\/bfnrt]|u[0-9A-Fa-f]{4}))*")|(?:-?(?:0|[1-9]\d*)(?:\.\d+)?(?:[eE][+-]?\d+)?|true|false|null)(?![\w.]))/y
type Awaited = 'value' | 'value-or-end' | 'key' | 'key-or-end' | 'colon' | 'comma-or-end' | 'nothing'

/** Where a text stops being JSON: programs that read JSON say so in words that differ. */
function breakIn(text: string): number {
  const open: ('{' | '[')[] = []
  let awaited: Awaited = 'value'
  for (let at = 0; ; at = token.lastIndex) {
    at += /^[ \t\n\r]*/.exec(text.slice(at))?.[0].length ?? 0
    token.lastIndex = at
    const [whole = '', sign] = token.exec(text) ?? []
    const isKey = sign === undefined && whole.startsWith('"')
    const inside = open.at(-1)
    const after: Awaited = open.length === 0 ? 'nothing' : 'comma-or-end'
    const ends = (sign === '}' && inside === '{') || (sign === ']' && inside === '[')
    if (whole === '') return at
    if (ends && (awaited === 'comma-or-end' || awaited === (inside === '{' ? 'key-or-end' : 'value-or-end'))) {
      open.pop()
      awaited = open.length === 0 ? 'nothing' : 'comma-or-end'
    } else if (awaited === 'value' || awaited === 'value-or-end') {
      if (sign === '{' || sign === '[') {
        open.push(sign)
        awaited = sign === '{' ? 'key-or-end' : 'value-or-end'
      } else if (sign === undefined) awaited = after
      else return at
    } else if ((awaited === 'key' || awaited === 'key-or-end') && isKey) awaited = 'colon'
    else if (awaited === 'colon' && sign === ':') awaited = 'value'
    else if (awaited === 'comma-or-end' && sign === ',') awaited = inside === '{' ? 'key' : 'value'
    else return at
  }
}

function placeOf(text: string) {
  const before = text.slice(0, breakIn(text)).split('\n')
  return { line: before.length, column: (before.at(-1)?.length ?? 0) + 1 }
}

/** Reads a questionnaire from the text of a file; all of it or nothing. */
export function readExchanged(text: string): Exchanged {
  const bare = text.replace(/^\uFEFF/, '')
  let raw: unknown
  try {
    raw = JSON.parse(bare)
  } catch {
    return { kind: 'not-json', at: placeOf(bare) }
  }
  const read = readDefinition(raw)
  return read.ok ? { kind: 'questionnaire', definition: read.definition } : { kind: 'faulty', faults: read.faults }
}

/** The text of a file that holds a questionnaire. */
export const writeExchanged = (definition: Definition): string => `${JSON.stringify(definition, null, 2)}\n`

/** The place of a fault in the document, as somebody finds it there: `sections[0].questions[2].text`. */
export const placeInDocument = (at: DefinitionFault['at']): string =>
  at.reduce<string>(
    (path, step) => (typeof step === 'number' ? `${path}[${step}]` : path === '' ? step : `${path}.${step}`),
    '',
  )
