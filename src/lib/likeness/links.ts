// What says where a visitor came from, not what the page is.
const trackers =
  /^(utm_\w+|fbclid|gclid|dclid|msclkid|yclid|igshid|mc_[ce]id|mkt_tok|_hs\w+|ref_src|pk_\w+|mtm_\w+|wt\.mc_id|_ga)$/i
const startPage = /\/(?:index|default)\.(?:html?|php|aspx?)$/i

/**
 * A link in the form in which two links to the same page are equal: without https or http, www, port, trackers, order of
 * the query, place on the page, slash at the end. A DOI is the same through every resolver. Never throws.
 * @returns null when it is no http or https link.
 */
export function normalisedLink(link: string): string | null {
  const text = link.trim()
  const doi = /^(?:doi:\s*|https?:\/\/(?:dx\.)?doi\.org\/)(10\.\d{4,9}\/\S+)$/i.exec(text)?.[1]
  if (doi !== undefined) return `doi.org/${decoded(doi).toLowerCase()}`
  if (!URL.canParse(text)) return null
  const url = new URL(text)
  if (url.protocol !== 'https:' && url.protocol !== 'http:') return null
  const host = url.hostname.replace(/^www\./, '').replace(/\.$/, '')
  const port = url.port === '' ? '' : `:${url.port}`
  const path = decoded(url.pathname)
    .replace(startPage, '/')
    .replace(/\/{2,}/g, '/')
    .replace(/\/$/, '')
  const query = [...url.searchParams]
    .filter(([name]) => !trackers.test(name))
    .map(([name, value]) => `${name}=${value}`)
  // Behind #! or #/ stands the page itself, on sites that are one program.
  const place = /^#[!/]./.test(url.hash) ? url.hash : ''
  return host + port + path + (query.length === 0 ? '' : `?${query.sort().join('&')}`) + place
}

const decoded = (text: string): string => {
  try {
    return decodeURIComponent(text)
  } catch {
    return text
  }
}
