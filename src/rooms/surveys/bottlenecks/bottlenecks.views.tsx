import { one, type Errors, type FormInput } from '../../../lib/form-values.ts'
import { saidIn, type Said } from '../../../lib/questionnaire/definition.ts'
import type { Lang } from '../../../lib/words.ts'
import { ButtonGroup, ErrorSummary, Form, Select, SubmitButton, TextArea, TextField } from '../../../ui/fields.tsx'
import { href, Page, type PageFrame } from '../../../ui/layout.tsx'
import { Notice } from '../../../ui/notices.tsx'
import { Table } from '../../../ui/tables.tsx'
import { Heading, Link, List, Paragraph } from '../../../ui/typography.tsx'
import { bottleneckPaths } from './bottlenecks.paths.ts'
import type { KeptBottleneck, PublicBottleneck } from './bottlenecks.sql.ts'
import { bottleneckWords } from './bottlenecks.text.ts'

/** Words in the language of the reader, or the Dutch ones marked as Dutch. */
const Words = ({ said, lang }: { said: Said; lang: Lang }) => {
  const { text, lang: own } = saidIn(said, lang)
  return own === lang ? <>{text}</> : <span lang={own}>{text}</span>
}

const Bottleneck = ({ of, lang }: { of: PublicBottleneck; lang: Lang }) => {
  const words = bottleneckWords[lang].list
  const counts = [
    ...of.polls.map(({ label, number }) => words.poll(label, number)),
    ...(of.requests === null ? [] : [words.requests(of.requests)]),
    ...(of.assessments === null ? [] : [words.assessments(of.assessments)]),
  ]
  return (
    <section id={of.slug}>
      <Heading level={3}>
        <Words said={of.title} lang={lang} />
      </Heading>
      <Paragraph>
        <Words said={of.about} lang={lang} />
      </Paragraph>
      {counts.length === 0 ? null : <List items={counts} />}
      {of.merged.map(({ title, reason }) => (
        <Paragraph>{words.merged(saidIn(title, lang).text, reason)}</Paragraph>
      ))}
      <Paragraph>{words.source(of.source)}</Paragraph>
    </section>
  )
}

/** Everything that makes it hard to work with experts by experience, with how often it was reported. */
export const BottlenecksPage = ({ frame, list }: { frame: PageFrame; list: readonly PublicBottleneck[] }) => {
  const { lang } = frame
  const words = bottleneckWords[lang].list
  const counted = list.filter(({ reported }) => reported > 0)
  const others = list.filter(({ reported }) => reported === 0)
  return (
    <Page frame={frame} title={words.title}>
      <Heading level={1}>{words.title}</Heading>
      <Paragraph lead>{words.lead}</Paragraph>
      <Paragraph>{words.counts}</Paragraph>
      {counted.length === 0 ? null : <Heading level={2}>{words.most}</Heading>}
      {counted.map((each) => (
        <Bottleneck of={each} lang={lang} />
      ))}
      <Heading level={2}>{counted.length === 0 ? words.title : words.others}</Heading>
      {others.map((each) => (
        <Bottleneck of={each} lang={lang} />
      ))}
      <Paragraph>
        <Link href={href(frame, bottleneckPaths.keep)}>{words.forKeepers}</Link>
      </Paragraph>
    </Page>
  )
}

type KeepProps = {
  frame: PageFrame
  list: readonly KeptBottleneck[]
  newKey: () => string
  saved: boolean
  /** What was typed wrong, and in which of the two forms. */
  sent: { readonly form: 'add' | 'merge'; readonly input: FormInput; readonly errors: Errors } | null
}

/** Where researchers and editors add to the register and merge what is the same. */
export const KeepBottlenecksPage = ({ frame, list, newKey, saved, sent }: KeepProps) => {
  const { lang } = frame
  const words = bottleneckWords[lang].keep
  const fieldsOf = (form: 'add' | 'merge') => (name: string) => ({
    name,
    lang,
    value: sent?.form === form ? one(sent.input, name) : '',
    error: sent?.form === form ? sent.errors[name] : undefined,
  })
  const adding = fieldsOf('add')
  const merging = fieldsOf('merge')
  const options = list
    .filter(({ merged_into: into }) => into === null)
    .map(({ slug, title }) => ({ value: slug, label: saidIn(title, lang).text }))
    .toSorted((first, second) => (first.label < second.label ? -1 : 1))
  return (
    <Page frame={frame} title={words.title} errors={sent?.errors ?? {}}>
      <ErrorSummary errors={sent?.errors ?? {}} lang={lang} />
      <Heading level={1}>{words.title}</Heading>
      <Paragraph lead>{words.lead}</Paragraph>
      {saved ? (
        <Notice kind="success" lang={lang}>
          {words.saved}
        </Notice>
      ) : null}
      <Heading level={2}>{words.add}</Heading>
      <Form action={href(frame, bottleneckPaths.keep)} idempotencyKey={newKey()} lang={lang}>
        <TextField {...adding('title')} label={words.name} required />
        <TextArea {...adding('about')} label={words.about} required />
        <TextField {...adding('titleEnglish')} label={words.nameEnglish} />
        <TextArea {...adding('aboutEnglish')} label={words.aboutEnglish} />
        <TextField {...adding('source')} label={words.source} required />
        <TextArea {...adding('reason')} label={words.reason} required />
        <ButtonGroup>
          <SubmitButton>{words.send}</SubmitButton>
        </ButtonGroup>
      </Form>
      <Heading level={2}>{words.merge}</Heading>
      <Paragraph>{words.mergeHint}</Paragraph>
      <Form action={href(frame, bottleneckPaths.merge)} idempotencyKey={newKey()} lang={lang}>
        <Select {...merging('from')} label={words.from} options={options} empty={words.choose} required />
        <Select {...merging('into')} label={words.into} options={options} empty={words.choose} required />
        <TextArea {...merging('mergeReason')} label={words.mergeReason} required />
        <ButtonGroup>
          <SubmitButton>{words.mergeSend}</SubmitButton>
        </ButtonGroup>
      </Form>
      <Heading level={2}>{words.all}</Heading>
      <Table
        caption={words.all}
        captionHidden
        rows={list}
        columns={[
          { label: words.head.title, cell: ({ title }) => <Words said={title} lang={lang} /> },
          { label: words.head.source, cell: ({ source }) => <span lang="nl">{source}</span> },
          {
            label: words.head.became,
            cell: ({ into, merged_reason: why, reason }) =>
              into === null ? (reason ?? '–') : words.mergedInto(saidIn(into, lang).text, why ?? ''),
          },
        ]}
      />
    </Page>
  )
}
