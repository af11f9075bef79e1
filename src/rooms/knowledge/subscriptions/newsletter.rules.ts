import type { NewItem } from './subscriptions.rules.ts'

/** What is new for one reader: published after `since`, in one of their themes, or in any when they chose none. */
export const newFor = (
  news: readonly NewItem[],
  { themes, since }: { readonly themes: readonly string[]; readonly since: Date },
): readonly NewItem[] =>
  news.filter(
    (item) => item.publishedAt > since && (themes.length === 0 || item.themes.some((theme) => themes.includes(theme))),
  )
