/** A text without the codes of a page builder, and the names of those that were taken out, each once. */
export type WithoutCodes = { readonly html: string; readonly codes: readonly string[] }

// Codes that are known to stand for something a page shows, though they may come without attributes.
const builders =
  /^(?:gallery|playlist|audio|video|caption|embed|contact-form(?:-7)?|wpforms|gravityform|mc4wp_form|toc|recent_posts|(?:vc|et_pb|fusion|av|fl|su)_\w+|accordion|one_half|one_third|two_third|one_fourth|spacer|divider)$/
const embed = /\[embed(?:\s[^[\]]{0,200})?\]\s*(https?:\/\/[^\s<>"[\]]{1,2000})\s*\[\/embed\]/gi
const code = /(\[?)\[\/?([a-z][a-z0-9_-]{1,40})((?:\s[^[\]]{0,2000})?)\](\]?)/gi

/**
 * Takes the codes of WordPress and its page builders out of a text: `[row]`, `[contact-form-7 id="4"]`. What stands
 * between an opening and a closing code stays; `[embed]` leaves its address as a link. Words between brackets that are no
 * code stay too: a code has attributes, is closed somewhere, or has a name that builders use. `[[name]]` is how an author
 * writes `[name]`.
 */
export function withoutCodes(html: string): WithoutCodes {
  const closed = new Set(
    [...html.matchAll(/\[\/([a-z][a-z0-9_-]{1,40})\]/gi)].map(([, name = '']) => name.toLowerCase()),
  )
  const codes = new Set<string>()
  const text = html
    .replace(embed, (_, address: string) => {
      codes.add('embed')
      return `<p><a href="${address}">${address}</a></p>`
    })
    .replace(code, (whole, before: string, written: string, attributes: string, after: string) => {
      if (before !== '' && after !== '') return whole.slice(1, -1)
      const name = written.toLowerCase()
      if (!/^\s+[\w-]+\s*=/.test(attributes) && !closed.has(name) && !builders.test(name)) return whole
      codes.add(name)
      return before + after
    })
  return { html: text, codes: [...codes] }
}
