/** A letter as its reader sees it. */
export type ReadLetter = { readonly subject: string; readonly text: string }

const fromQuotedPrintable = (text: string) =>
  Buffer.from(
    text
      .replaceAll(/=\r?\n/g, '')
      .replaceAll(/=([0-9A-F]{2})/gi, (_, hex: string) => String.fromCharCode(parseInt(hex, 16))),
    'latin1',
  ).toString('utf8')

const decoders: Readonly<Record<string, (text: string) => string>> = {
  'quoted-printable': fromQuotedPrintable,
  base64: (text) => Buffer.from(text, 'base64').toString('utf8'),
}

/** Reads the plain text of a letter as it went over the wire (RFC 2045). @throws Error when it has none. */
export function readLetter(raw: string): ReadLetter {
  const subject = /^subject: (.*(?:\r?\n[ \t].*)*)/im.exec(raw)?.[1] ?? ''
  const part = /^content-type: text\/plain[^]*?\r?\n\r?\n([^]*?)(?:\r?\n--|$(?![^]))/im.exec(raw)
  if (part === null) throw new Error(`a letter without plain text: ${raw.slice(0, 300)}`)
  const head = raw.slice(part.index, part.index + part[0].length - (part[1] ?? '').length)
  const encoding = /content-transfer-encoding: ([\w-]+)/i.exec(head)?.[1]?.toLowerCase() ?? '7bit'
  return { subject, text: (decoders[encoding] ?? ((text: string) => text))(part[1] ?? '') }
}
