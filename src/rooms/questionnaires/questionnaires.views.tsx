import { saidIn, type Said } from '../../lib/questionnaire/definition.ts'
import { one, type Errors, type FormInput } from '../../lib/form-values.ts'
import { longDate, type Lang } from '../../lib/words.ts'
import { ButtonGroup, ButtonLink, ErrorSummary, Form, Select, SubmitButton, TextField } from '../../ui/fields.tsx'
import { href, Page, type PageFrame } from '../../ui/layout.tsx'
import { Notice } from '../../ui/notices.tsx'
import { SummaryList } from '../../ui/summary-list.tsx'
import { Table } from '../../ui/tables.tsx'
import { Heading, Link, Paragraph } from '../../ui/typography.tsx'
import { paths } from './paths.ts'
import type { Listed, Version } from './questionnaires.sql.ts'
import { questionnairesWords } from './text.ts'

/** Words of a questionnaire in the language of the page, marked when they are in the other. */
export const SaidText = ({ said, lang }: { said: Said; lang: Lang }) => {
  const shown = saidIn(said, lang)
  return shown.lang === lang ? <>{shown.text}</> : <span lang={shown.lang}>{shown.text}</span>
}

const ListTable = ({ frame, caption, rows }: { frame: PageFrame; caption: string; rows: readonly Listed[] }) => {
  const { lang } = frame
  const words = questionnairesWords[lang].list
  return (
    <Table
      caption={caption}
      captionHidden
      rows={rows}
      columns={[
        {
          label: words.name,
          cell: (each) => (
            <Link href={href(lang, paths.questionnaire(each.id))}>
              <SaidText said={each.title} lang={lang} />
            </Link>
          ),
        },
        { label: words.whose, cell: (each) => each.organisation },
        {
          label: words.stands,
          cell: ({ version }) =>
            version.fixedAt === null ? words.working(version.number) : words.fixed(version.number),
        },
        { label: words.saved, cell: (each) => longDate(each.savedAt, lang) },
      ]}
    />
  )
}

export const ListPage = ({ frame, listed }: { frame: PageFrame; listed: readonly Listed[] }) => {
  const { lang } = frame
  const words = questionnairesWords[lang].list
  const [inUse, away] = [
    listed.filter((each) => each.archivedAt === null),
    listed.filter((each) => each.archivedAt !== null),
  ]
  return (
    <Page frame={frame} title={words.title} wide>
      <Heading level={1}>{words.title}</Heading>
      <Paragraph lead>{words.lead}</Paragraph>
      <ButtonGroup>
        <ButtonLink href={href(lang, paths.start)}>{words.start}</ButtonLink>
      </ButtonGroup>
      {inUse.length === 0 ? (
        <Paragraph>{words.none}</Paragraph>
      ) : (
        <ListTable frame={frame} caption={words.title} rows={inUse} />
      )}
      {away.length === 0 ? null : (
        <>
          <Heading level={2}>{words.away}</Heading>
          <Paragraph>{words.awayLead}</Paragraph>
          <ListTable frame={frame} caption={words.away} rows={away} />
        </>
      )}
    </Page>
  )
}

type StartProps = {
  frame: PageFrame
  organisations: readonly { readonly id: string; readonly name: string }[]
  newKey: () => string
  input: FormInput
  errors: Errors
}

export const StartPage = ({ frame, organisations, newKey, input, errors }: StartProps) => {
  const { lang } = frame
  const words = questionnairesWords[lang].start
  return (
    <Page frame={frame} title={words.title} errors={errors}>
      <ErrorSummary errors={errors} lang={lang} />
      <Heading level={1}>{words.title}</Heading>
      <Form action={href(frame, paths.start)} idempotencyKey={newKey()} lang={lang}>
        <TextField
          name="name"
          label={words.name}
          hint={words.nameHint}
          required
          lang={lang}
          value={one(input, 'name')}
          error={errors['name']}
        />
        <Select
          name="organisation"
          label={words.whose}
          required
          lang={lang}
          options={organisations.map(({ id, name }) => ({ value: id, label: name }))}
          value={one(input, 'organisation')}
          error={errors['organisation']}
        />
        <ButtonGroup>
          <SubmitButton>{words.make}</SubmitButton>
          <ButtonLink look="subtle" href={href(lang, paths.list)}>
            {words.back}
          </ButtonLink>
        </ButtonGroup>
      </Form>
    </Page>
  )
}

type OneProps = {
  frame: PageFrame
  id: string
  away: boolean
  versions: readonly [Version, ...Version[]]
  newKey: () => string
}

export const QuestionnairePage = ({ frame, id, away, versions, newKey }: OneProps) => {
  const { lang } = frame
  const words = questionnairesWords[lang].one
  const [newest] = versions
  const { title, sections } = newest.definition
  return (
    <Page frame={frame} title={saidIn(title, lang).text} wide>
      <Heading level={1}>
        <SaidText said={title} lang={lang} />
      </Heading>
      {away ? (
        <Notice kind="info" lang={lang}>
          {words.isAway}
        </Notice>
      ) : null}
      {sections.length === 0 ? <Paragraph>{words.noQuestions}</Paragraph> : null}
      <Heading level={2}>{words.versions}</Heading>
      <SummaryList
        lang={lang}
        facts={versions.map((version) => ({
          key: words.version(version.number),
          value: version.fixedAt === null ? words.inTheMaking : words.fixedOn(longDate(version.fixedAt, lang)),
        }))}
      />
      <Form action={href(frame, paths.archive(id))} idempotencyKey={newKey()} lang={lang}>
        <SubmitButton look="subtle" name="away" value={away ? 'no' : 'yes'}>
          {away ? words.takeBack : words.putAway}
        </SubmitButton>
      </Form>
      <Paragraph>
        <Link href={href(lang, paths.list)}>{questionnairesWords[lang].start.back}</Link>
      </Paragraph>
    </Page>
  )
}
