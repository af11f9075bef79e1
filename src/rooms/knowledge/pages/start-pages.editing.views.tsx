import { one, type Errors, type FormInput } from '../../../lib/form-values.ts'
import { languages, longDate } from '../../../lib/words.ts'
import { ButtonGroup, ButtonLink, SubmitButton } from '../../../ui/buttons.tsx'
import { ErrorSummary } from '../../../ui/error-summary.tsx'
import { Form, HiddenField, NumberField, TextArea, TextField } from '../../../ui/fields.tsx'
import { href, Page, type PageFrame } from '../../../ui/layout.tsx'
import { Notice } from '../../../ui/notices.tsx'
import { Table } from '../../../ui/tables.tsx'
import { Heading, Link, List, Paragraph } from '../../../ui/typography.tsx'
import { paths } from '../paths.ts'
import { startEditingWords } from './start-pages.editing.text.ts'
import { startKeys, startLimits, startPaths, type StartKey, type StartPage } from './start-pages.rules.ts'
import type { ShownItem, StartChange } from './start-pages.sql.ts'
import { startWords } from './start-pages.text.ts'

type Listed = {
  readonly key: StartKey
  readonly title_nl: string
  readonly title_en: string
  readonly changed_at: Date
}

/** All start pages, with when each was changed last. */
export const StartPagesList = ({ frame, pages }: { frame: PageFrame; pages: readonly Listed[] }) => {
  const { lang } = frame
  const words = startEditingWords[lang]
  const found = (key: StartKey) => pages.find((each) => each.key === key)
  const titleOf = (key: StartKey) => found(key)?.[`title_${lang}`] ?? startWords[lang].pages[key].title
  return (
    <Page frame={frame} title={words.title}>
      <Heading level={1}>{words.title}</Heading>
      <Paragraph lead>{words.lead}</Paragraph>
      <Table
        caption={words.title}
        captionHidden
        rows={startKeys}
        columns={[
          {
            label: words.page,
            cell: (key) => <Link href={href(frame, paths.startPage(key))}>{titleOf(key)}</Link>,
          },
          {
            label: words.changed,
            cell: (key) => {
              const page = found(key)
              return page ? longDate(page.changed_at, lang) : words.never
            },
          },
        ]}
      />
    </Page>
  )
}

type FormProps = { frame: PageFrame; pageKey: string; input: FormInput; errors: Errors }

const errorOf = (errors: Errors, name: string) => (errors[name] === undefined ? {} : { error: errors[name] })

const Reason = ({ frame, input, errors }: FormProps) => {
  const words = startEditingWords[frame.lang]
  return (
    <TextField
      name="reason"
      label={words.reason}
      hint={words.reasonHint}
      required
      lang={frame.lang}
      value={one(input, 'reason')}
      {...errorOf(errors, 'reason')}
    />
  )
}

/** One start page: its title and introduction, its sections, and what changed. */
export const StartPageEditing = (
  props: FormProps & {
    startKey: StartKey
    page: StartPage & { readonly version: number }
    changes: readonly StartChange[]
    saved: boolean
  },
) => {
  const { frame, startKey, page, input, errors } = props
  const { lang } = frame
  const words = startEditingWords[lang]
  const title = page.title[lang]
  return (
    <Page frame={frame} title={`${words.edit}: ${title}`} errors={errors}>
      <ErrorSummary errors={errors} lang={lang} />
      <Heading level={1}>{title}</Heading>
      {props.saved ? (
        <Notice kind="success" lang={lang}>
          {words.saved}
        </Notice>
      ) : null}
      <Paragraph>
        <Link href={href(frame, startPaths[startKey])}>{words.read}</Link>
      </Paragraph>
      <Heading level={2}>{words.sections}</Heading>
      {page.sections.length === 0 ? (
        <Paragraph>{words.noSections}</Paragraph>
      ) : (
        <List
          ordered
          items={page.sections.map((section, at) => (
            <>
              <Link href={href(frame, paths.startSection(startKey, String(at + 1)))}>{section.heading[lang]}</Link> (
              {words.count(section.items.length)})
            </>
          ))}
        />
      )}
      {page.sections.length >= startLimits.sections ? null : (
        <ButtonGroup>
          <ButtonLink look="secondary" href={href(frame, paths.startSection(startKey, 'nieuw'))}>
            {words.addSection}
          </ButtonLink>
        </ButtonGroup>
      )}
      <Heading level={2}>{words.texts}</Heading>
      <Form action={href(frame, paths.editStartPage)} idempotencyKey={props.pageKey} lang={lang}>
        <HiddenField name="page" value={startKey} />
        <HiddenField name="version" value={String(page.version)} />
        {languages.map((each) => (
          <>
            <TextField
              name={`title.${each}`}
              label={words.titleIn[each]}
              required
              lang={lang}
              value={one(input, `title.${each}`)}
              {...errorOf(errors, `title.${each}`)}
            />
            <TextArea
              name={`lead.${each}`}
              label={words.leadIn[each]}
              required
              rows={3}
              maxLength={startLimits.sentence}
              lang={lang}
              value={one(input, `lead.${each}`)}
              {...errorOf(errors, `lead.${each}`)}
            />
          </>
        ))}
        <Reason {...props} />
        <ButtonGroup>
          <SubmitButton>{words.save}</SubmitButton>
        </ButtonGroup>
      </Form>
      {props.changes.length === 0 ? null : (
        <>
          <Heading level={2}>{words.changes}</Heading>
          <List
            items={props.changes.map(
              (each) => `${longDate(each.changed_at, lang)}, ${words.by(each.changed_for)}: ${each.reason}`,
            )}
          />
        </>
      )}
      <Paragraph>
        <Link href={href(frame, paths.startPages)}>{words.back}</Link>
      </Paragraph>
    </Page>
  )
}

/** One section: its texts, its items by search or by address, and its place. `found` is null when nothing was searched. */
export const StartSectionEditing = (
  props: FormProps & {
    startKey: StartKey
    /** Its place, or 'nieuw'. */
    section: string
    heading: string | null
    version: number
    gone: number
    found: readonly ShownItem[] | null
  },
) => {
  const { frame, startKey, input, errors, found } = props
  const { lang } = frame
  const words = startEditingWords[lang]
  const title = props.heading === null ? words.newSection : words.sectionOf(props.heading)
  return (
    <Page frame={frame} title={title} errors={errors}>
      <ErrorSummary errors={errors} lang={lang} />
      <Heading level={1}>{title}</Heading>
      {props.gone === 0 ? null : (
        <Notice kind="info" lang={lang}>
          {words.gone(props.gone)}
        </Notice>
      )}
      <Form action={href(frame, paths.editStartSection)} idempotencyKey={props.pageKey} lang={lang}>
        <HiddenField name="page" value={startKey} />
        <HiddenField name="section" value={props.section} />
        <HiddenField name="version" value={String(props.version)} />
        {languages.map((each) => (
          <>
            <TextField
              name={`heading.${each}`}
              label={words.headingIn[each]}
              required
              lang={lang}
              value={one(input, `heading.${each}`)}
              {...errorOf(errors, `heading.${each}`)}
            />
            <TextArea
              name={`sentence.${each}`}
              label={words.sentenceIn[each]}
              hint={words.sentenceHint}
              required
              rows={3}
              maxLength={startLimits.sentence}
              lang={lang}
              value={one(input, `sentence.${each}`)}
              {...errorOf(errors, `sentence.${each}`)}
            />
          </>
        ))}
        <TextArea
          name="items"
          label={words.items}
          hint={words.itemsHint}
          rows={6}
          lang={lang}
          value={one(input, 'items')}
          {...errorOf(errors, 'items')}
        />
        <TextField
          name="search"
          label={words.search}
          hint={words.searchHint}
          type="search"
          lang={lang}
          value={one(input, 'search')}
        />
        <ButtonGroup>
          <SubmitButton look="secondary" name="go" value="search">
            {words.find}
          </SubmitButton>
        </ButtonGroup>
        {found === null ? null : (
          <section>
            <Heading level={2}>{words.found}</Heading>
            {found.length === 0 ? (
              <Paragraph>{words.nothing}</Paragraph>
            ) : (
              <List
                items={found.map((item) => (
                  <>
                    {item.title}{' '}
                    <SubmitButton look="subtle" name="go" value={`add:${item.slug}`}>
                      {words.add}
                      <span class="plein-hidden">: {item.title}</span>
                    </SubmitButton>
                  </>
                ))}
              />
            )}
          </section>
        )}
        <NumberField
          name="place"
          label={words.place}
          hint={words.placeHint}
          lang={lang}
          value={one(input, 'place')}
          {...errorOf(errors, 'place')}
        />
        <Reason {...props} />
        <ButtonGroup>
          <SubmitButton name="go" value="save">
            {words.save}
          </SubmitButton>
          {props.section === 'nieuw' ? null : (
            <SubmitButton look="negative" name="go" value="remove">
              {words.remove}
            </SubmitButton>
          )}
        </ButtonGroup>
      </Form>
      <Paragraph>
        <Link href={href(frame, paths.startPage(startKey))}>{words.toPage}</Link>
      </Paragraph>
    </Page>
  )
}
