import { saidIn, type Said } from '../../lib/questionnaire/definition.ts'
import { one, type Errors, type FormInput } from '../../lib/form-values.ts'
import { longDate, type Lang } from '../../lib/words.ts'
import {
  ButtonGroup,
  ButtonLink,
  ErrorSummary,
  Form,
  RadioGroup,
  Select,
  SubmitButton,
  TextField,
} from '../../ui/fields.tsx'
import { href, Page, type PageFrame } from '../../ui/layout.tsx'
import { Table } from '../../ui/tables.tsx'
import { Heading, Link, Paragraph } from '../../ui/typography.tsx'
import { paths } from './paths.ts'
import type { Listed } from './questionnaires.sql.ts'
import { questionnairesWords } from './text.ts'
import { Trail } from './trail.views.tsx'

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
      <Trail frame={frame} />
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
  templates: readonly { readonly name: string; readonly title: Said }[]
  newKey: () => string
  input: FormInput
  errors: Errors
}

export const StartPage = ({ frame, organisations, templates, newKey, input, errors }: StartProps) => {
  const { lang } = frame
  const words = questionnairesWords[lang].start
  return (
    <Page frame={frame} title={words.title} errors={errors}>
      <Trail frame={frame} list />
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
          asWritten
          options={organisations.map(({ id, name }) => ({ value: id, label: name }))}
          value={one(input, 'organisation')}
          error={errors['organisation']}
        />
        <RadioGroup
          name="from"
          label={words.from}
          required
          lang={lang}
          options={[
            { value: '', label: words.fromEmpty },
            ...templates.map((each) => ({ value: each.name, label: saidIn(each.title, lang).text })),
          ]}
          value={one(input, 'from')}
          error={errors['from']}
        />
        <ButtonGroup>
          <SubmitButton>{words.make}</SubmitButton>
          <ButtonLink look="subtle" href={href(lang, paths.list)}>
            {words.back}
          </ButtonLink>
        </ButtonGroup>
      </Form>
      <Paragraph>
        <Link href={href(lang, paths.read)}>{words.read}</Link>
      </Paragraph>
    </Page>
  )
}
