import type { Child } from 'hono/jsx'
import { one, type Errors, type FormInput } from '../../lib/form-values.ts'
import { fieldChanges } from '../../lib/changes/fields.ts'
import { longDate, type Lang } from '../../lib/words.ts'
import { ButtonGroup, ButtonLink, SubmitButton } from '../../ui/buttons.tsx'
import { Empty } from '../../ui/empty.tsx'
import { ErrorSummary } from '../../ui/error-summary.tsx'
import { Form, HiddenField, RadioGroup, TextArea, TextField } from '../../ui/fields.tsx'
import { Fold } from '../../ui/fold.tsx'
import { href, Page, type PageFrame } from '../../ui/layout.tsx'
import { Notice } from '../../ui/notices.tsx'
import { StatusBadge } from '../../ui/status.tsx'
import { SummaryList } from '../../ui/summary-list.tsx'
import { Table } from '../../ui/tables.tsx'
import { Heading, Link, List, Paragraph } from '../../ui/typography.tsx'
import { Differences } from './differences.views.tsx'
import { editingWords } from './editing.text.ts'
import type { Item } from './items.sql.ts'
import { DetailFields } from './kind-form.views.tsx'
import { formParts } from './kinds.forms.ts'
import { paths } from './paths.ts'
import { knowledgePaths } from './square.paths.ts'
import { choiceField, declineField } from './suggestions.forms.ts'
import type { Weighed } from './suggestions.rules.ts'
import type { Published, Suggestion, SuggestedText } from './suggestions.sql.ts'
import { suggestionsWords } from './suggestions.text.ts'
import { headingOf, limits } from './texts.rules.ts'
import { fieldLabel } from './wordings.views.tsx'

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

/** Links to what waits for those who keep one item, or several. */
export const WaitingSuggestions = ({
  frame,
  waiting,
}: {
  frame: PageFrame
  waiting: readonly Suggestion[]
}): Child | null => {
  const words = suggestionsWords[frame.lang].waiting
  if (waiting.length === 0) return null
  return (
    <section>
      <Heading level={2}>{words.title}</Heading>
      <List
        items={waiting.map((each) => (
          <Link href={href(frame, paths.suggestion(each.item, each.id))}>
            {words.link(each.text?.title ?? '', longDate(each.madeAt, frame.lang))}
          </Link>
        ))}
      />
    </section>
  )
}

const WeighedField = (props: Required<Sent> & { weighed: Weighed; lang: Lang; textLang: Lang }) => {
  const { weighed, lang, textLang, input, errors } = props
  const words = suggestionsWords[lang].deciding
  const { field, change, meanwhile } = weighed
  const [choice, why] = [choiceField(field), declineField(field)]
  const error = (name: string) => (errors[name] === undefined ? {} : { error: errors[name] })
  const label = fieldLabel(field, lang)
  return (
    <section>
      {change === null ? (
        <>
          <Heading level={2} look={3}>
            {label}
          </Heading>
          <Paragraph>{words.already}</Paragraph>
        </>
      ) : (
        <Differences changes={[change]} lang={lang} textLang={textLang} />
      )}
      {meanwhile === null || change === null ? null : (
        <>
          <Paragraph>{words.meanwhile}</Paragraph>
          <Fold title={words.meanwhileOpen}>
            <Differences changes={[meanwhile]} lang={lang} textLang={textLang} />
          </Fold>
        </>
      )}
      <RadioGroup
        name={choice}
        label={words.choice(label)}
        required
        inline
        lang={lang}
        value={one(input, choice)}
        {...error(choice)}
        options={[
          { value: 'accepted', label: words.accept },
          { value: 'declined', label: words.decline },
        ]}
      />
      <TextField
        name={why}
        label={words.why}
        hint={words.whyHint}
        lang={lang}
        value={one(input, why)}
        {...error(why)}
      />
    </section>
  )
}

/** A suggestion for those who keep the item: field by field what would change, to accept or decline. */
export const DecideSuggestionPage = (
  props: Sent & {
    frame: PageFrame
    item: Item
    suggestion: Suggestion
    weighed: readonly Weighed[]
    /** Marks in the suggested words that nobody decided about. */
    marks: number
    pageKey: string
  },
) => {
  const { frame, item, suggestion, errors = {}, input = {} } = props
  const { lang } = frame
  const words = suggestionsWords[lang].deciding
  const { text } = suggestion
  return (
    <Page frame={frame} title={words.title} errors={errors}>
      <ErrorSummary errors={errors} lang={lang} />
      <Heading level={1}>{words.title}</Heading>
      <Paragraph lead>{item.title}</Paragraph>
      {text === null || suggestion.outcome !== null ? (
        <Paragraph>{words.decided}</Paragraph>
      ) : (
        <>
          <Paragraph>{words.lead}</Paragraph>
          <SummaryList
            lang={lang}
            facts={[
              { key: words.when, value: longDate(suggestion.madeAt, lang) },
              { key: words.reason, value: text.reason },
            ]}
          />
          {props.marks === 0 ? null : (
            <Notice kind="warning" lang={lang}>
              <p>{words.marks(props.marks)}</p>
            </Notice>
          )}
          <Form
            action={href(lang, paths.suggestion(item.id, suggestion.id))}
            idempotencyKey={props.pageKey}
            lang={lang}
          >
            <HiddenField name="version" value={String(item.version)} />
            {props.weighed.map((each) => (
              <WeighedField weighed={each} lang={lang} textLang={item.lang} input={input} errors={errors} />
            ))}
            <ButtonGroup>
              <SubmitButton>{words.send}</SubmitButton>
            </ButtonGroup>
          </Form>
        </>
      )}
      <Paragraph>
        <Link href={href(frame, paths.decisions(item.id))}>{words.back}</Link>
      </Paragraph>
    </Page>
  )
}
