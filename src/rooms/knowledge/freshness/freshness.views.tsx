import { longDate } from '../../../lib/words.ts'
import type { PageFrame } from '../../../ui/layout.tsx'
import { Notice } from '../../../ui/notices.tsx'
import { freshnessWords } from './checks.text.ts'
import type { findItem } from '../items/items.square.sql.ts'

type Shown = Pick<NonNullable<Awaited<ReturnType<typeof findItem>>>, 'standing' | 'review_by' | 'needs_work'>

/** What a reader must know before they lean on an item: past its date, or said to need work. Else nothing. */
export const Freshness = ({ frame, item }: { frame: PageFrame; item: Shown }) => {
  const { lang } = frame
  const words = freshnessWords[lang]
  const late = item.standing === 'overdue' || item.standing === 'stale' ? item.standing : null
  const warning = (heading: string, sentence: string) => (
    <Notice kind="warning" lang={lang} heading={heading}>
      <p lang={lang}>{sentence}</p>
    </Notice>
  )
  return (
    <>
      {item.needs_work ? warning(words.needsWorkTitle, words.needsWork) : null}
      {late !== null && item.review_by !== null
        ? warning(words.overdueTitle, words[late](longDate(new Date(`${item.review_by}T12:00:00Z`), lang)))
        : null}
    </>
  )
}
