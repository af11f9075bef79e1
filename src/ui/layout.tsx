import { raw } from 'hono/html'
import type { Child } from 'hono/jsx'
import type { Errors } from '../lib/form-values.ts'
import type { Thing } from '../lib/feeds/json-ld.ts'
import type { Lang } from '../lib/words.ts'
import { href } from './address.ts'
import { StructuredFacts, type Crumb } from './structured-facts.tsx'
import logo from './style/logo.svg?raw'
import { ReadAloud } from './read-aloud.tsx'
import { uiWords } from './text.ts'

export { href } from './address.ts'

type File = { readonly css: string; readonly js: string }
export type Assets = File & { readonly writing?: File; readonly filling?: string }

/** What the house knows about a page before the room has made its content. */
export type PageFrame = {
  readonly lang: Lang
  /** The Dutch path, without `/en`, with the query: `/zoeken?q=schulden`. */
  readonly path: string
  /** Where this site is, without a slash at the end: for what others read. */
  readonly origin: string
  /**
   * Addresses of the one style file and the one script file; `writing` are those of the field for long texts,
   * `filling` is the script beside questions, once built.
   */
  readonly assets: Assets
  readonly demo: boolean
  /** `links` are Dutch paths. */
  readonly signedIn: null | {
    readonly name: string
    readonly links: readonly { readonly href: string; readonly label: string }[]
  }
  readonly quickExit?: boolean
  /** A page of the square: public, the same for everybody; its header offers reading aloud. */
  readonly square?: boolean
}

// In the page itself: it is smaller than a request for it, and no page asks in vain for /favicon.ico.
const icon = `data:image/svg+xml,${encodeURIComponent(logo.replaceAll(/^ +|\n/gm, ''))}`

const quietPlace = 'https://www.buienradar.nl/'

const NavLink = ({ frame, path, children }: { frame: PageFrame; path: string; children?: Child }) => {
  const here = frame.path.split('?')[0]
  const current = here === path ? 'page' : here?.startsWith(`${path}/`) ? 'true' : undefined
  return (
    <a class="nl-link plein-nav__link" href={href(frame, path)} aria-current={current}>
      {children}
    </a>
  )
}

const Account = ({ frame }: { frame: PageFrame }) => {
  const words = uiWords[frame.lang]
  if (frame.signedIn === null)
    return (
      <a class="nl-link plein-nav__link" href={href(frame, '/inloggen')}>
        {words.signIn}
      </a>
    )
  return (
    <details class="plein-account">
      <summary class="plein-account__name">
        {frame.signedIn.name === words.account ? null : <span class="plein-hidden">{words.account}: </span>}
        {frame.signedIn.name}
      </summary>
      <div class="plein-account__menu">
        <ul>
          {frame.signedIn.links.map((link) => (
            <li>
              <NavLink frame={frame} path={link.href}>
                {link.label}
              </NavLink>
            </li>
          ))}
        </ul>
        <form method="post" action={href(frame, '/uitloggen')}>
          <button class="nl-button nl-button--secondary" type="submit">
            <span class="nl-button__label">{words.signOut}</span>
          </button>
        </form>
      </div>
    </details>
  )
}

const LanguageSwitch = ({ frame }: { frame: PageFrame }) => {
  const other: Lang = frame.lang === 'nl' ? 'en' : 'nl'
  return (
    <a class="nl-link plein-nav__link plein-language" href={href(other, frame.path)} lang={other} hreflang={other}>
      {uiWords[frame.lang].otherLanguage}
    </a>
  )
}

const Header = ({ frame }: { frame: PageFrame }) => {
  const words = uiWords[frame.lang]
  const links: readonly (readonly [path: string, label: string])[] = [
    ['/zoeken', words.search],
    ['/begrippen', words.terms],
    ['/over', words.about],
  ]
  return (
    <header class="utrecht-page-header plein-header">
      <div class="plein-header__aside">
        {frame.square ? <ReadAloud lang={frame.lang} /> : null}
        <LanguageSwitch frame={frame} />
        <Account frame={frame} />
      </div>
      <div class="utrecht-page-header__content plein-header__content">
        <a class="plein-wordmark" href={href(frame, '/')}>
          <span class="plein-logo" aria-hidden="true" />
          <span>{words.siteName}</span>
        </a>
        <nav class="plein-nav" aria-label={words.mainMenu}>
          <ul class="plein-nav__list">
            {links.map(([path, label]) => (
              <li>
                <NavLink frame={frame} path={path}>
                  {label}
                </NavLink>
              </li>
            ))}
          </ul>
        </nav>
        <a class="nl-button nl-button--primary plein-ask" href={href(frame, '/vraag')}>
          <span class="nl-button__label">{words.ask}</span>
        </a>
      </div>
    </header>
  )
}

// The same on every page in a language, and a quarter of what stands on a short one: written once.
const footers = new Map<Lang, string>()
const Footer = ({ lang }: { lang: Lang }) => {
  const footer = footers.get(lang) ?? String(<FooterIn lang={lang} />)
  footers.set(lang, footer)
  return raw(footer)
}

const FooterIn = ({ lang }: { lang: Lang }) => {
  const words = uiWords[lang]
  const column = (title: string, links: readonly (readonly [path: string, label: string])[]) => (
    <nav aria-label={title}>
      <p class="plein-footer__title">{title}</p>
      <ul class="utrecht-link-list plein-footer__list">
        {links.map(([path, label]) => (
          <li class="utrecht-link-list__item">
            <a class="nl-link" href={href(lang, path)}>
              {label}
            </a>
          </li>
        ))}
      </ul>
    </nav>
  )
  return (
    <footer class="utrecht-page-footer plein-footer">
      <div class="utrecht-page-footer__content plein-footer__content">
        <div class="plein-footer__promise">
          <p>{words.footerPromise}</p>
          <p>{words.crisis}</p>
        </div>
        {column(words.footerKnowledge, [
          ['/wat-is-ervaringsdeskundigheid', words.basics],
          ['/zoeken', words.search],
          ['/begrippen', words.terms],
          ['/peilingen', words.polls],
          ['/knelpunten', words.bottlenecks],
          ['/wat-we-nog-niet-weten', words.gaps],
        ])}
        {column(words.footerHelp, [
          ['/vraag', words.contact],
          ['/wie-benader-ik', words.approach],
          ['/nieuwsbrief', words.newsletter],
          ['/over', words.footerAbout],
        ])}
        {column(words.footerOpen, [
          ['/wie-beslist-hier', words.decisions],
          ['/visie', words.vision],
          ['/cijfers', words.figures],
          ['/catalogus', words.openData],
          ['/toegankelijkheid', words.accessibility],
          ['/privacy', words.privacy],
          ['/licentie', words.licence],
        ])}
      </div>
    </footer>
  )
}

const QuickExit = ({ lang }: { lang: Lang }) => (
  <section class="plein-exit" aria-label={uiWords[lang].quickExit}>
    <plein-exit>
      <a class="nl-button nl-button--primary nl-button--negative" href={quietPlace} rel="noreferrer">
        <span class="nl-button__label">{uiWords[lang].quickExit}</span>
      </a>
      <span class="plein-hidden">{uiWords[lang].quickExitHint}</span>
    </plein-exit>
  </section>
)

/** A file in which what a page shows can be followed; `path` stands in one language. */
export type FeedLink = { readonly path: string; readonly title: string; readonly type: string }

/**
 * A whole document. The page brings its own `<Heading level={1}>`; `title` is for the tab and the history.
 * With `errors` the title begins with "Fout:", so that people who listen hear it first.
 * `wide` gives tables and lists the full width. `hold` keeps the unsent text of forms (pages on the way to signing in).
 * `writing` is for pages with a field for long texts: they load its style and script; `filling` for pages with questions.
 * For programs, on pages of the square: `things` is what the page is about, `above` the pages it stands under besides the
 * home page, `feeds` where the same can be followed.
 */
export const Page = (props: {
  frame: PageFrame
  title: string
  errors?: Errors
  wide?: boolean
  hold?: boolean
  writing?: boolean
  filling?: boolean
  things?: readonly Thing[]
  above?: readonly Crumb[]
  feeds?: readonly FeedLink[]
  children?: Child
}) => {
  const { frame } = props
  const words = uiWords[frame.lang]
  const failed = props.errors !== undefined && Object.keys(props.errors).length > 0
  const title = `${failed ? words.errorPrefix : ''}${props.title} - ${words.siteName}`
  const hold = props.hold || frame.path.startsWith('/inloggen')
  return (
    <>
      {raw('<!doctype html>')}
      <html class="utrecht-root" lang={frame.lang}>
        <head>
          <meta charset="utf-8" />
          <title>{title}</title>
          <meta name="viewport" content="width=device-width, initial-scale=1" />
          <meta name="color-scheme" content="light dark" />
          <link rel="icon" href={icon} />
          <link rel="stylesheet" href={frame.assets.css} />
          {(props.feeds ?? []).map((feed) => (
            <link rel="alternate" type={feed.type} title={feed.title} href={feed.path} />
          ))}
          <script type="module" src={frame.assets.js} />
          {props.writing && frame.assets.writing ? (
            <>
              <link rel="stylesheet" href={frame.assets.writing.css} />
              <script type="module" src={frame.assets.writing.js} />
            </>
          ) : null}
          {props.filling && frame.assets.filling ? <script type="module" src={frame.assets.filling} /> : null}
          {frame.square ? (
            <StructuredFacts frame={frame} title={props.title} things={props.things ?? []} above={props.above ?? []} />
          ) : null}
        </head>
        <body class="utrecht-body utrecht-document plein-body">
          <a class="nl-skip-link nl-skip-link--visible-on-focus" href="#inhoud">
            {words.skipLink}
          </a>
          {frame.quickExit ? <QuickExit lang={frame.lang} /> : null}
          {frame.demo ? (
            <section class="plein-demo" aria-label={words.demoTitle}>
              <p>
                {words.demo}{' '}
                <a class="nl-link" href={href(frame, '/demo')}>
                  {words.demoLook}
                </a>
              </p>
            </section>
          ) : null}
          <Header frame={frame} />
          <main
            id="inhoud"
            class={`plein-main${props.wide ? ' plein-main--wide' : ''}`}
            tabindex={-1}
            data-hold={hold ? '' : undefined}
          >
            {props.children}
          </main>
          <Footer lang={frame.lang} />
        </body>
      </html>
    </>
  )
}
