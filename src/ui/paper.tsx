import { raw } from 'hono/html'
import type { Child } from 'hono/jsx'
import type { Lang } from '../lib/words.ts'

const sheets = `
@page { size: A4; margin: 18mm 16mm 20mm; @bottom-center { content: counter(page) ' / ' counter(pages); font: 9pt sans-serif } }
:root { color-scheme: light }
body { margin: 0 }
h1, h2, h3, h4 { break-after: avoid }
li, tr, .plein-chart__row { break-inside: avoid }
`

/**
 * A document for paper that stands on its own: its style is in it and nothing is fetched, nothing runs. A link to a page of
 * the site has its whole address; one within the document stays within it.
 * @param props.style the style of the site, as it is built; `''` where there is none
 */
export const Paper = (props: { lang: Lang; title: string; style: string; children?: Child }) => (
  <>
    {raw('<!doctype html>')}
    <html class="utrecht-root" lang={props.lang}>
      <head>
        <meta charset="utf-8" />
        <meta
          http-equiv="content-security-policy"
          content="default-src 'none'; style-src 'unsafe-inline'; img-src data:"
        />
        <title>{props.title}</title>
        <style>{raw(props.style + sheets)}</style>
      </head>
      <body class="utrecht-body utrecht-document">
        <main class="plein-main">{props.children}</main>
      </body>
    </html>
  </>
)
