import { raw } from 'hono/html'
import { breadcrumbsLd, jsonLdDocument, writeJsonLd, type Thing } from '../lib/feeds/json-ld.ts'
import type { Lang } from '../lib/words.ts'
import { href } from './address.ts'
import { uiWords } from './text.ts'

/** A page above this one; `path` is Dutch. `lang` is the language of the label when that is not the language of the page. */
export type Crumb = { readonly path: string; readonly label: string; readonly lang?: Lang }

/**
 * What a page is about, in the words of schema.org, for programs. A block of this type is never run: the policy that
 * forbids script inside a page does not need an exception for it.
 */
export const StructuredFacts = (props: {
  frame: { readonly lang: Lang; readonly path: string; readonly origin: string }
  title: string
  things: readonly Thing[]
  above: readonly Crumb[]
}) => {
  const { lang, path, origin } = props.frame
  const here = path.split('?')[0] ?? '/'
  const crumbs = [
    { path: '/', label: uiWords[lang].siteName },
    ...(here === '/' ? [] : [...props.above, { path: here, label: props.title }]),
  ].map((crumb) => ({ page: `${origin}${href(lang, crumb.path)}`, label: crumb.label }))
  const text = writeJsonLd(jsonLdDocument([...props.things, breadcrumbsLd(crumbs)]))
  return <script type="application/ld+json">{raw(text)}</script>
}
