const listed = (words: string) => new Set(words.split(' '))
const dutch = listed(
  'de het een en van is dat niet met voor zijn ook op aan er maar om bij naar uit door wat als hoe worden wordt deze die dit hun wij we ze ik je u nog wel kan',
)
const english = listed(
  'the of and to is that not with for are also on at there but by from out what as how be this their we they i you still can it was were have has which who',
)

/** @returns the language by its smallest words; 'unknown' when there are too few of them, or as many of both. */
export function languageOf(text: string): 'nl' | 'en' | 'unknown' {
  const words = (text
    .slice(0, 50_000)
    .toLowerCase()
    .match(/\p{L}+/gu) ?? []) as readonly string[]
  const nl = words.filter((word) => dutch.has(word)).length
  const en = words.filter((word) => english.has(word)).length
  if (nl + en < 4 || Math.max(nl, en) < words.length / 12) return 'unknown'
  if (nl > en * 1.5) return 'nl'
  return en > nl * 1.5 ? 'en' : 'unknown'
}
