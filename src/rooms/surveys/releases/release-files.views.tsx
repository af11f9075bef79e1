import { href, type PageFrame } from '../../../ui/layout.tsx'
import { Notice } from '../../../ui/notices.tsx'
import { Table } from '../../../ui/tables.tsx'
import { Heading, Link, Paragraph } from '../../../ui/typography.tsx'
import { filesOf } from './release-files.rules.ts'
import type { findPackage, listProposedFiles } from './release-files.sql.ts'
import type { findProposal } from './releases.sql.ts'
import { releaseWords } from './releases.text.ts'
import { resultPaths as paths } from '../results/results.paths.ts'
import { resultWords } from '../results/results.text.ts'

export type FilesProps = {
  frame: PageFrame
  proposal: NonNullable<Awaited<ReturnType<typeof findProposal>>>
  files: Awaited<ReturnType<typeof listProposedFiles>>
  /** How far the worker is with them; null when it was not asked. */
  made: NonNullable<Awaited<ReturnType<typeof findPackage>>> | null
}

/** The files of a proposal, for who decides about them; or how far they are. */
export const ProposedFiles = ({ frame, proposal, files, made }: FilesProps) => {
  const { lang } = frame
  const words = releaseWords[lang]
  const state = filesOf(proposal, made)
  return (
    <>
      <Heading level={2}>{words.files}</Heading>
      {state === 'making' && proposal.outcome === null ? (
        <Notice kind="info" lang={lang}>
          <Paragraph>{words.making}</Paragraph>
          <p>
            <Link href={href(frame, paths.proposal(proposal.id))}>{words.lookAgain}</Link>
          </p>
        </Notice>
      ) : state === 'failed' ? (
        <Notice kind="warning" lang={lang}>
          <Paragraph>{words.notMade[made?.failure ?? 'broken']}</Paragraph>
        </Notice>
      ) : files.length === 0 ? (
        <Paragraph>{words.noFiles}</Paragraph>
      ) : (
        <>
          <Paragraph>{words.filesLead}</Paragraph>
          <Table
            caption={words.filesCaption}
            rows={files}
            columns={[
              {
                label: words.file,
                cell: ({ name }) => <Link href={paths.proposedFile(proposal.id, name)}>{name}</Link>,
              },
              {
                label: words.fileSize,
                cell: ({ size }) => resultWords[lang].fileSize(String(Math.max(1, Math.round(size / 1000)))),
                numeric: true,
              },
              { label: words.fingerprint, cell: ({ sha256 }) => <code class="plein-code">{sha256}</code> },
            ]}
          />
        </>
      )}
    </>
  )
}
