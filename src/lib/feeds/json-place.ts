const stops = /["\\\p{Cc}]/gu
const literal = /(?:true|false|null|-?(?:0|[1-9]\d*)(?:\.\d+)?(?:[eE][+-]?\d+)?)(?![\w.])/y

type State = 'value' | 'first-value' | 'key' | 'first-key' | 'colon' | 'more'

/**
 * Where a text stops being JSON: the engine's own message tells it only now and then.
 * @returns the index of the first letter that does not fit, the length of the text when it ends too soon.
 */
export function whereNotJson(text: string): number {
  const open: ('{' | '[')[] = []
  let state = 'value' as State
  let at = 0
  for (;;) {
    while (' \t\n\r'.includes(text[at] ?? 'x')) at += 1
    const letter = text[at]
    if (letter === undefined) return text.length
    const closes = letter === (open.at(-1) === '{' ? '}' : ']') && open.length > 0
    if (closes && (state === 'more' || state === 'first-key' || state === 'first-value')) {
      open.pop()
      state = 'more'
      at += 1
    } else if (state === 'more' || state === 'colon') {
      if (letter !== (state === 'more' ? ',' : ':') || (state === 'more' && open.length === 0)) return at
      state = state === 'more' && open.at(-1) === '{' ? 'key' : 'value'
      at += 1
    } else if (letter === '"') {
      const end = endOfString(text, at)
      if (typeof end !== 'number') return end.wrong
      at = end
      state = state === 'key' || state === 'first-key' ? 'colon' : 'more'
    } else if (state === 'key' || state === 'first-key') return at
    else if (letter === '{' || letter === '[') {
      open.push(letter)
      state = letter === '{' ? 'first-key' : 'first-value'
      at += 1
    } else {
      literal.lastIndex = at
      const found = literal.exec(text)
      if (!found) return at
      at += found[0].length
      state = 'more'
    }
  }
}

function endOfString(text: string, start: number): number | { wrong: number } {
  stops.lastIndex = start + 1
  for (let stop = stops.exec(text); stop; stop = stops.exec(text)) {
    if (stop[0] === '"') return stop.index + 1
    if (stop[0] !== '\\') {
      if (stop[0] < ' ') return { wrong: stop.index }
      continue
    }
    if (!/^(?:["\\/bfnrt]|u[\dA-Fa-f]{4})/.test(text.slice(stop.index + 1, stop.index + 6)))
      return { wrong: stop.index }
    stops.lastIndex = stop.index + 2
  }
  return { wrong: text.length }
}
