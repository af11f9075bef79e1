import { one, type Errors, type FormInput } from '../../../lib/form-values.ts'
import { fieldChanges } from '../../../lib/changes/fields.ts'
import { longDate, type Lang } from '../../../lib/words.ts'
import { ButtonGroup, ButtonLink, SubmitButton } from '../../../ui/buttons.tsx'
import { Empty } from '../../../ui/empty.tsx'
import { ErrorSummary } from '../../../ui/error-summary.tsx'
import { Form, TextArea, TextField } from '../../../ui/fields.tsx'
import { href, Page, type PageFrame } from '../../../ui/layout.tsx'
import { Notice } from '../../../ui/notices.tsx'
import { StatusBadge } from '../../../ui/status.tsx'
import { SummaryList } from '../../../ui/summary-list.tsx'
import { Table } from '../../../ui/tables.tsx'
import { Heading, Link, Paragraph } from '../../../ui/typography.tsx'
import { Differences } from '../writing/differences.views.tsx'
import { editingWords } from '../writing/editing.text.ts'
import { DetailFields } from '../kinds/kind-form.views.tsx'
import { formParts } from '../kinds/kinds.forms.ts'
import { paths } from '../paths.ts'
import { knowledgePaths } from '../square.paths.ts'
import type { Published, Suggestion, SuggestedText } from './suggestions.sql.ts'
import { suggestionsWords } from './suggestions.text.ts'
import { headingOf, limits } from '../items/texts.rules.ts'

type Sent = { input?: FormInput; errors?: Errors }

/** On the public page of an item: the way to the form. */
export const SuggestChange = ({ frame, slug }: { frame: PageFrame; slug: string }) => {
  const words = suggestionsWords[frame.lang]
  return (
    <>
      <Paragraph>{words.linkHint}</Paragraph>
      <ButtonGroup>
        <ButtonLink look="secondary" href={href(frame, knowledgePaths.suggest(slug))}>
          {words.link}
        </ButtonLink>
      </ButtonGroup>
    </>
  )
}

const rowsFor = (text: string) => Math.min(16, Math.max(3, Math.ceil(text.length / 60)))

/** The form in which somebody changes what could be better. `waiting` is a suggestion of theirs that waits already. */
export const SuggestionPage = (
  props: Sent & { frame: PageFrame; item: Published; waiting: Suggestion | null; pageKey: string; input: FormInput },
) => {
  const { frame, item, waiting, input, errors = {} } = props
  const { lang } = frame
  const words = suggestionsWords[lang]
  const labels = editingWords[lang].fields
  const error = (name: string) => (errors[name] === undefined ? {} : { error: errors[name] })
  return (
    <Page frame={frame} title={words.title} errors={errors}>
      <ErrorSummary errors={errors} lang={lang} />
      <Heading level={1}>{words.title}</Heading>
      {waiting === null ? (
        <>
          <Paragraph lead>{words.lead}</Paragraph>
          <Paragraph>{words.care}</Paragraph>
          <Form
            action={href(lang, knowledgePaths.suggest(item.slug))}
            idempotencyKey={props.pageKey}
            keep={`wijziging-${item.id}`}
            lang={lang}
          >
            <Heading level={2}>{editingWords[lang].item.write}</Heading>
            <TextField
              name="title"
              label={labels.title}
              required
              lang={lang}
              value={one(input, 'title')}
              {...error('title')}
            />
            <TextArea
              name="summary"
              label={labels.summary}
              required
              rows={3}
              maxLength={limits.summary}
              lang={lang}
              value={one(input, 'summary')}
              {...error('summary')}
            />
            {formParts(item).map((part) => (
              <TextArea
                name={`part:${part.key}`}
                label={headingOf(part.key, lang) ?? labels.part[part.whose]}
                rows={rowsFor(part.text)}
                lang={lang}
                value={one(input, `part:${part.key}`)}
                {...error(`part:${part.key}`)}
              />
            ))}
            <DetailFields type={item.type} lang={lang} input={input} errors={errors} />
            <TextArea
              name="why"
              label={words.why}
              hint={words.whyHint}
              required
              rows={3}
              lang={lang}
              value={one(input, 'why')}
              {...error('why')}
            />
            <ButtonGroup>
              <SubmitButton>{words.send}</SubmitButton>
            </ButtonGroup>
          </Form>
        </>
      ) : (
        <Notice kind="info" lang={lang}>
          <p>
            {words.waitsAlready} <Link href={href(frame, paths.ownSuggestion(waiting.id))}>{words.seeYours}</Link>
          </p>
        </Notice>
      )}
      <Paragraph>
        <Link href={href(frame, knowledgePaths.item(item.slug))}>{words.toItem}</Link>
      </Paragraph>
    </Page>
  )
}

const acceptedIn = (suggestion: Suggestion) =>
  [...suggestion.decisions.values()].filter((each) => each.decision === 'accepted').length

const stateOf = (suggestion: Suggestion, lang: Lang): string => {
  const words = suggestionsWords[lang]
  if (suggestion.outcome !== 'decided') return words.states[suggestion.outcome ?? 'waiting']
  return words.counts(acceptedIn(suggestion), suggestion.decisions.size)
}

/** What somebody suggested, and what became of it. */
export const OwnSuggestionsPage = ({ frame, own }: { frame: PageFrame; own: readonly Suggestion[] }) => {
  const { lang } = frame
  const words = suggestionsWords[lang]
  return (
    <Page frame={frame} title={words.own.title}>
      <Heading level={1}>{words.own.title}</Heading>
      {own.length === 0 ? (
        <Empty title={words.own.none} sentence={words.own.noneSentence} />
      ) : (
        <>
          <Paragraph lead>{words.own.lead}</Paragraph>
          <Table
            caption={words.own.title}
            captionHidden
            rows={own}
            columns={[
              {
                label: words.own.columns.item,
                cell: (each) => (
                  <Link href={href(frame, paths.ownSuggestion(each.id))}>
                    {each.text?.title ?? words.own.forgotten}
                  </Link>
                ),
              },
              { label: words.own.columns.when, cell: (each) => longDate(each.madeAt, lang) },
              { label: words.own.columns.state, cell: (each) => stateOf(each, lang) },
            ]}
          />
        </>
      )}
    </Page>
  )
}

const changesOf = (text: SuggestedText) =>
  text.fields.flatMap(({ field, before, after }) => fieldChanges({ [field]: before }, { [field]: after }))

/** One suggestion, for who made it: what was suggested, what was decided and why. */
export const OwnSuggestionPage = (props: { frame: PageFrame; suggestion: Suggestion; pageKey: string }) => {
  const { frame, suggestion } = props
  const { lang } = frame
  const words = suggestionsWords[lang]
  const { text, decisions } = suggestion
  return (
    <Page frame={frame} title={words.deciding.title}>
      <Heading level={1}>{words.deciding.title}</Heading>
      <p class="nl-paragraph">
        <StatusBadge tone={suggestion.outcome === 'decided' ? 'success' : 'neutral'}>
          {stateOf(suggestion, lang)}
        </StatusBadge>
      </p>
      {suggestion.decidedAt === null || suggestion.decidedFor === null ? null : (
        <Paragraph>{words.decidedBy(suggestion.decidedFor, longDate(suggestion.decidedAt, lang))}</Paragraph>
      )}
      {text === null ? (
        <Paragraph>{words.forgotten}</Paragraph>
      ) : (
        <>
          <Paragraph lead>{text.title}</Paragraph>
          <SummaryList lang={lang} facts={[{ key: words.yourReason, value: text.reason }]} />
          {changesOf(text).map((change) => {
            const decided = decisions.get(change.field)
            return (
              <>
                <Differences changes={[change]} lang={lang} textLang={text.lang} />
                {decided === undefined ? null : (
                  <Paragraph>
                    <strong>{decided.decision === 'accepted' ? words.accepted : words.declined(decided.reason)}</strong>
                  </Paragraph>
                )}
              </>
            )
          })}
          {acceptedIn(suggestion) === 0 ? null : <Paragraph>{words.acceptedHint}</Paragraph>}
        </>
      )}
      {suggestion.outcome === null ? (
        <Form action={href(lang, paths.takeBackSuggestion(suggestion.id))} idempotencyKey={props.pageKey} lang={lang}>
          <ButtonGroup>
            <SubmitButton look="secondary">{words.own.takeBack}</SubmitButton>
          </ButtonGroup>
        </Form>
      ) : null}
      <Paragraph>
        <Link href={href(frame, paths.ownSuggestions)}>{words.own.back}</Link>
      </Paragraph>
    </Page>
  )
}
