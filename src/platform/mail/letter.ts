import type { Lang } from '../../lib/words.ts'

/** What a letter says. Sentences of the product only: no line of it was typed by a visitor. */
export type LetterContent = {
  readonly lang: Lang
  readonly subject: string
  readonly greeting?: string
  readonly paragraphs: readonly string[]
  /** What the letter names one by one, each with a full address. */
  readonly entries?: readonly { readonly title: string; readonly text: string; readonly href: string }[]
  /** One thing to do, with a full address. */
  readonly button?: { readonly label: string; readonly href: string }
  readonly footer?: string
  /** The way out of letters that come again; mail programs get it as a button of their own. A full address. */
  readonly unsubscribe?: { readonly label: string; readonly href: string }
}

/** The name that stands above every letter. It names no theme: somebody else may see the inbox. */
export const senderName = 'Ervaringsplein'

const entities: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
}
const escaped = (text: string) => text.replace(/[&<>"']/g, (sign) => entities[sign] ?? sign)

/** @returns the letter as plain text and as HTML, with the same sentences in the same order; the HTML loads nothing. */
export function letter(content: LetterContent): {
  readonly lang: Lang
  readonly subject: string
  readonly text: string
  readonly html: string
  readonly unsubscribe?: string
} {
  const { lang, subject, greeting, paragraphs, entries = [], button, footer, unsubscribe } = content
  for (const { href } of [...entries, button, unsubscribe].filter((each) => each !== undefined))
    if (!/^https?:\/\//.test(href)) throw new Error('a link in a letter needs a full address')
  const lines = [
    ...(greeting ? [greeting] : []),
    ...paragraphs,
    ...entries.map(({ title, text, href }) => `${title}\n${text}\n${href}`),
    ...(button ? [`${button.label}:\n${button.href}`] : []),
    ...(footer ? [`-- \n${footer}`] : []),
    ...(unsubscribe ? [`${unsubscribe.label}:\n${unsubscribe.href}`] : []),
  ]
  const p = (text: string, style = 'margin:0 0 1em') =>
    `<p style="${style}">${escaped(text).replaceAll('\n', '<br>')}</p>`
  const body = [
    ...(greeting ? [p(greeting)] : []),
    ...paragraphs.map((text) => p(text)),
    ...entries.map(
      ({ title, text, href }) =>
        `<p style="margin:0 0 1em"><a href="${escaped(href)}" style="font-weight:bold;color:#14505c">${escaped(title)}</a><br>${escaped(text)}<br><span style="color:#4b5563;word-break:break-all">${escaped(href)}</span></p>`,
    ),
    ...(button
      ? [
          `<p style="margin:1.5em 0"><a href="${escaped(button.href)}" style="display:inline-block;padding:.75em 1.25em;background:#14505c;color:#ffffff;text-decoration:none;border-radius:4px">${escaped(button.label)}</a></p>`,
          // Some mail programs show no buttons, and careful people read an address before they follow it.
          p(button.href, 'margin:0 0 1em;word-break:break-all'),
        ]
      : []),
    ...(footer ? [p(footer, 'margin:2em 0 0;padding-top:1em;border-top:1px solid #6b7280;color:#4b5563')] : []),
    ...(unsubscribe
      ? [
          `<p style="margin:1em 0 0;color:#4b5563"><a href="${escaped(unsubscribe.href)}" style="color:#14505c">${escaped(unsubscribe.label)}</a>:<br><span style="word-break:break-all">${escaped(unsubscribe.href)}</span></p>`,
        ]
      : []),
  ]
  const html = `<!doctype html>
<html lang="${lang}"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1"><title>${escaped(subject)}</title></head>
<body style="margin:0;padding:1.5em;font-family:sans-serif;font-size:16px;line-height:1.5;color:#1f2937;background:#ffffff">
<div style="max-width:38em">
<p style="margin:0 0 1.5em;font-weight:bold">${senderName}</p>
${body.join('\n')}
</div>
</body></html>
`
  return {
    lang,
    subject,
    text: `${lines.join('\n\n')}\n`,
    html,
    ...(unsubscribe && { unsubscribe: unsubscribe.href }),
  }
}
