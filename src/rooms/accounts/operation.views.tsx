import { longMoment } from '../../lib/words.ts'
import type { FailedJob } from '../../platform/jobs/jobs.ts'
import type { MailState, TroubledLetter } from '../../platform/mail/mail.ts'
import { Page, type PageFrame } from '../../ui/layout.tsx'
import { Notice } from '../../ui/notices.tsx'
import { SummaryList } from '../../ui/summary-list.tsx'
import { Table } from '../../ui/tables.tsx'
import { Heading, Paragraph } from '../../ui/typography.tsx'
import { administrationWords } from './administration.text.ts'
import { AdministrationTop } from './people.views.tsx'

/** What an administrator must know of the running house: numbers and kinds, nobody's words and no address. */
export type Operation = {
  readonly mail: MailState
  readonly troubled: readonly TroubledLetter[]
  readonly jobs: { readonly waiting: number; readonly running: number; readonly failed: number }
  readonly failed: readonly FailedJob[]
}

// `advice.confirmation:<id>` says what kind of letter it is; whose it is, is of no use here.
const kindOf = (cause: string) => cause.split(':')[0] ?? ''

export const OperationPage = ({ frame, operation }: { frame: PageFrame; operation: Operation }) => {
  const { lang } = frame
  const words = administrationWords[lang].operation
  const { mail, troubled, jobs, failed } = operation
  return (
    <Page frame={frame} title={words.title} wide>
      <AdministrationTop frame={frame} />
      <Heading level={1}>{words.title}</Heading>
      <Paragraph lead>{words.lead}</Paragraph>
      <Heading level={2}>{words.mail}</Heading>
      {mail.delivers ? null : (
        <Notice kind="warning" lang={lang} level={3}>
          {words.noServer}
        </Notice>
      )}
      <SummaryList
        lang={lang}
        facts={[
          { key: words.waiting, value: String(mail.waiting) },
          { key: words.oldest, value: mail.oldestWaiting ? longMoment(mail.oldestWaiting, lang) : words.nothingWaits },
          { key: words.sent, value: String(mail.sent) },
          { key: words.givenUp, value: String(mail.givenUp) },
        ]}
      />
      <Heading level={3}>{words.troubled}</Heading>
      {troubled.length === 0 ? (
        <Paragraph>{words.none}</Paragraph>
      ) : (
        <Table
          caption={words.troubled}
          captionHidden
          rows={troubled}
          columns={[
            { label: words.about, cell: (row) => <code>{kindOf(row.cause)}</code> },
            { label: words.when, cell: (row) => longMoment(row.madeAt, lang) },
            { label: words.tries, cell: (row) => String(row.tries), numeric: true },
            { label: words.reason, cell: (row) => row.lastError ?? '' },
            {
              label: words.next,
              cell: (row) =>
                row.givenUpAt ? words.stopped : row.nextTryAt ? longMoment(row.nextTryAt, lang) : words.nothingWaits,
            },
          ]}
        />
      )}
      <Heading level={2}>{words.jobs}</Heading>
      <SummaryList
        lang={lang}
        facts={[
          { key: words.waiting, value: String(jobs.waiting) },
          { key: words.running, value: String(jobs.running) },
          { key: words.failedCount, value: String(jobs.failed) },
        ]}
      />
      <Heading level={3}>{words.failed}</Heading>
      {failed.length === 0 ? (
        <Paragraph>{words.none}</Paragraph>
      ) : (
        <Table
          caption={words.failed}
          captionHidden
          rows={failed}
          columns={[
            { label: words.task, cell: (row) => <code>{row.queue}</code> },
            { label: words.when, cell: (row) => longMoment(row.failedAt, lang) },
            { label: words.tries, cell: (row) => String(row.tries), numeric: true },
            { label: words.reason, cell: (row) => row.reason },
          ]}
        />
      )}
    </Page>
  )
}
