// A small reading of PostgreSQL's tsvector and tsquery text, for tests only. It refuses what PostgreSQL would refuse.

export type Vector = ReadonlyMap<string, ReadonlyMap<number, string>>
export type Query =
  | { readonly kind: 'lexeme'; readonly lexeme: string }
  | { readonly kind: 'and' | 'or'; readonly of: readonly Query[] }
  | { readonly kind: 'phrase'; readonly left: Query; readonly right: Query; readonly distance: number }

const lexemeAt = /'((?:[^'\\\0]|''|\\[^\0])+)'/y
const unquoted = (text: string): string =>
  text.replace(/''|\\(.)/gsu, (found, escaped: string | undefined) => escaped ?? found.slice(1))

export function parseVector(text: string): Vector {
  const vector = new Map<string, Map<number, string>>()
  const entry = /'((?:[^'\\\0]|''|\\[^\0])+)':(\d+[ABC]?(?:,\d+[ABC]?)*)(?: |$)/y
  while (entry.lastIndex < text.length) {
    const at = entry.lastIndex
    const [, lexeme = '', positions = ''] = entry.exec(text) ?? []
    if (lexeme === '') throw new Error(`not a tsvector at ${at}: ${text.slice(at, at + 40)}`)
    if (Buffer.byteLength(unquoted(lexeme)) > 2046) throw new Error('lexeme too long')
    const read = positions
      .split(',')
      .map((position) => [Number.parseInt(position, 10), /[ABC]$/.exec(position)?.[0] ?? 'D'] as const)
    if (read.length > 255 || read.some(([position]) => position < 1 || position > 16_383))
      throw new Error('position out of range')
    vector.set(unquoted(lexeme), new Map(read))
  }
  return vector
}

export function parseQuery(text: string): Query {
  let at = 0
  const skip = () => {
    while (text[at] === ' ') at++
  }
  const operand = (): Query => {
    skip()
    if (text[at] === '(') {
      at++
      const inside = any()
      skip()
      if (text[at++] !== ')') throw new Error(`no closing bracket in ${text}`)
      return inside
    }
    lexemeAt.lastIndex = at
    const found = lexemeAt.exec(text)
    if (found?.[1] === undefined) throw new Error(`no lexeme at ${at} of ${text}`)
    at = lexemeAt.lastIndex
    return { kind: 'lexeme', lexeme: unquoted(found[1]) }
  }
  const phrase = (): Query => {
    let left = operand()
    for (;;) {
      skip()
      const step = /^<(\d+)>/.exec(text.slice(at, at + 8))
      if (step?.[1] === undefined) return left
      at += step[0].length
      left = { kind: 'phrase', left, right: operand(), distance: Number(step[1]) }
    }
  }
  const joined = (kind: 'and' | 'or', sign: string, next: () => Query): Query => {
    const of = [next()]
    for (skip(); text[at] === sign; skip()) {
      at++
      of.push(next())
    }
    const [only] = of
    return of.length === 1 && only !== undefined ? only : { kind, of }
  }
  const all = (): Query => joined('and', '&', phrase)
  const any = (): Query => joined('or', '|', all)
  const query = any()
  skip()
  if (at !== text.length) throw new Error(`not a tsquery at ${at}: ${text}`)
  return query
}

const ends = (vector: Vector, query: Query): readonly number[] => {
  if (query.kind === 'lexeme') return [...(vector.get(query.lexeme)?.keys() ?? [])]
  if (query.kind !== 'phrase') return []
  const left = new Set(ends(vector, query.left))
  return ends(vector, query.right).filter((position) => left.has(position - query.distance))
}

export const matches = (vector: Vector, query: Query): boolean =>
  query.kind === 'and'
    ? query.of.every((part) => matches(vector, part))
    : query.kind === 'or'
      ? query.of.some((part) => matches(vector, part))
      : ends(vector, query).length > 0

const lexemesOf = (query: Query): readonly string[] =>
  query.kind === 'lexeme'
    ? [query.lexeme]
    : query.kind === 'phrase'
      ? [...lexemesOf(query.left), ...lexemesOf(query.right)]
      : query.of.flatMap(lexemesOf)

const weights: Readonly<Record<string, number>> = { A: 1, B: 0.6, C: 0.6, D: 0.3 }

/** Rank in the manner of ts_rank with | and normalisation 1: each lexeme's weights, falling with their square, by length. */
export function rank(vector: Vector, query: Query): number {
  const lexemes = [...new Set(lexemesOf(query))]
  const sum = lexemes.reduce((total, lexeme) => {
    const found = [...(vector.get(lexeme)?.values() ?? [])]
      .map((weight) => weights[weight] ?? 0)
      .toSorted((one, other) => other - one)
    return total + found.reduce((part, weight, index) => part + weight / (index + 1) ** 2, 0)
  }, 0)
  const words = [...vector.values()].reduce((total, positions) => total + positions.size, 0)
  return sum / lexemes.length / (1 + Math.log(words + 1))
}
