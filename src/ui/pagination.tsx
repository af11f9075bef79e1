import type { Lang } from '../lib/words.ts'
import { uiWords } from './text.ts'

/** The pages that are named: the first, the last, and those around the current one. 0 stands for a gap. */
export const pagesShown = (page: number, pages: number): readonly number[] => {
  const near = [1, page - 1, page, page + 1, pages].filter((n) => n >= 1 && n <= pages)
  const shown = [...new Set(near)].toSorted((a, b) => a - b)
  return shown.flatMap((n, index) => {
    const before = shown[index - 1]
    if (before === undefined || n === before + 1) return [n]
    return n === before + 2 ? [n - 1, n] : [0, n]
  })
}

/** Links to the pages of a list; nothing when there is one page. `address(2)` gives the finished address of page 2. */
export const Pagination = (props: { page: number; pages: number; address: (page: number) => string; lang: Lang }) => {
  const words = uiWords[props.lang]
  const { page, pages } = props
  if (pages <= 1) return null
  const text = (n: number) => String(n)
  return (
    <nav class="utrecht-pagination utrecht-pagination--distanced plein-pagination" aria-label={words.pages}>
      {page > 1 ? (
        <a
          class="utrecht-pagination__relative-link utrecht-pagination__relative-link--prev"
          rel="prev"
          href={props.address(page - 1)}
        >
          {words.previous}
        </a>
      ) : null}
      <span class="plein-pagination__pages">
        {pagesShown(page, pages).map((n) =>
          n === 0 ? (
            <span class="plein-pagination__gap">…</span>
          ) : (
            <a
              class={`utrecht-pagination__page-link${n === page ? ' utrecht-pagination__page-link--current' : ''}`}
              href={props.address(n)}
              aria-label={n === page ? words.currentPage(text(n)) : words.pageNumber(text(n))}
              aria-current={n === page ? 'page' : undefined}
            >
              {n}
            </a>
          ),
        )}
      </span>
      <span class="plein-pagination__where">{words.pageOf(text(page), text(pages))}</span>
      {page < pages ? (
        <a
          class="utrecht-pagination__relative-link utrecht-pagination__relative-link--next"
          rel="next"
          href={props.address(page + 1)}
        >
          {words.next}
        </a>
      ) : null}
    </nav>
  )
}
