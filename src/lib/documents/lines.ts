/** One line or block of a document. `heading` is null where only its look can tell. */
export type Block = { readonly text: string; readonly heading: boolean | null }

const navigation =
  /^(?:(?:spring|ga|direct) (?:direct )?naar\b.{0,60}|direct naar:.*|skip (?:to|navigation)\b.{0,40}|naar boven|terug(?: naar .{0,40})?|back(?: to .{0,40})?|home|menu|sluit(?:en)?|zoek(?:en)?|search|print(?:en)?|deel(?: dit)?(?: artikel| pagina| bericht)?(?: op| via)?.{0,20}|delen(?: via.{0,30})?|share.{0,20}|inloggen|log in|login|aanmelden|nieuwsbrief|newsletter|abonneren|cookies?.{0,60}|privacy(?:verklaring| statement)?|disclaimer|toegankelijkheid|sitemap|lees (?:verder|meer)|read more|meer lezen|volgende|vorige|next|previous|toon (?:meer|alles)|volg ons.{0,40}|follow us.{0,40}|contrast|lettergrootte|lees voor|alle rechten voorbehouden.{0,40}|©.{0,80}|facebook|twitter|x|linkedin|instagram|whatsapp|youtube|e-mail|kopieer link|bekijk (?:alles|meer)|onderkant website|u bent hier:?.{0,80}|je bent hier:?.{0,80}|reageer|reacties(?: \(\d+\))?)$/i
const breadcrumb = /^[^.!?]{1,40}(?:\s[>›»/]\s[^.!?]{1,60}){1,6}$/

/** @returns whether a line only serves to move about in a site. */
export const isNavigation = (line: string): boolean =>
  line.length <= 100 && (navigation.test(line) || breadcrumb.test(line))

/**
 * Divides saved text into blocks: a line is a paragraph, as pages saved as text have it; lines that were broken at a fixed
 * width are joined again.
 */
export function blocksOf(text: string): readonly Block[] {
  return text
    .split(/\n\s*\n/)
    .flatMap((group) =>
      joinedLines(
        group
          .split('\n')
          .map((line) => line.trim())
          .filter((line, at, all) => line !== '' && line !== all[at - 1]),
      ),
    )
    .map((line) => ({
      text: line.replace(/[^\S\n]+/g, ' ').replace(/^#{1,6} /, ''),
      heading: /^#{1,6} \S/.test(line) || null,
    }))
}

function joinedLines(lines: readonly string[]): readonly string[] {
  const wrapped = lines.slice(0, -1)
  const broken = wrapped.filter((line) => line.length >= 45 && line.length <= 100 && !/[.!?:…’'”"]$/.test(line))
  const narrow = wrapped.every((line) => line.length >= 40 && line.length <= 100)
  return wrapped.length > 0 && narrow && broken.length >= wrapped.length * 0.6 ? [lines.join(' ')] : lines
}

/** @returns whether a short line without a full stop stands above a text rather than in it. */
export function looksLikeHeading(line: string, next: string | undefined): boolean {
  if (line.length > 130 || next === undefined || /[.,;:…]$/.test(line) || /^[-•*–]\s/.test(line)) return false
  if (/^[‘'“"].*[’'”"]$/.test(line)) return false
  // Short lines one after another are a list or a card, not headings of each other.
  if (next.length < 130 && !/[.!?:…’'”"]$/.test(next)) return false
  return line.length < 90 ? /\p{L}/u.test(line) : next.length > line.length
}
