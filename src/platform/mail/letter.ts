import type { Lang } from '../../lib/words.ts'

/** What a letter says. Sentences of the product only: no line of it was typed by a visitor. */
export type LetterContent = {
  readonly lang: Lang
  readonly subject: string
  readonly greeting?: string
  readonly paragraphs: readonly string[]
  /** One thing to do, with a full address. */
  readonly button?: { readonly label: string; readonly href: string }
  readonly footer?: string
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
export function letter({ lang, subject, greeting, paragraphs, button, footer }: LetterContent): {
  readonly lang: Lang
  readonly subject: string
  readonly text: string
  readonly html: string
} {
  if (button && !/^https?:\/\//.test(button.href)) throw new Error('the button of a letter needs a full address')
  const lines = [
    ...(greeting ? [greeting] : []),
    ...paragraphs,
    ...(button ? [`${button.label}:\n${button.href}`] : []),
    ...(footer ? [`-- \n${footer}`] : []),
  ]
  const p = (text: string, style = 'margin:0 0 1em') =>
    `<p style="${style}">${escaped(text).replaceAll('\n', '<br>')}</p>`
  const body = [
    ...(greeting ? [p(greeting)] : []),
    ...paragraphs.map((text) => p(text)),
    ...(button
      ? [
          `<p style="margin:1.5em 0"><a href="${escaped(button.href)}" style="display:inline-block;padding:.75em 1.25em;background:#14505c;color:#ffffff;text-decoration:none;border-radius:4px">${escaped(button.label)}</a></p>`,
          // Some mail programs show no buttons, and careful people read an address before they follow it.
          p(button.href, 'margin:0 0 1em;word-break:break-all'),
        ]
      : []),
    ...(footer ? [p(footer, 'margin:2em 0 0;padding-top:1em;border-top:1px solid #6b7280;color:#4b5563')] : []),
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
  return { lang, subject, text: `${lines.join('\n\n')}\n`, html }
}
