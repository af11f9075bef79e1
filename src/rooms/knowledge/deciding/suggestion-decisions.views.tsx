import type { Child } from 'hono/jsx'
import { one, type Errors, type FormInput } from '../../../lib/form-values.ts'
import { longDate, type Lang } from '../../../lib/words.ts'
import { ButtonGroup, SubmitButton } from '../../../ui/buttons.tsx'
import { ErrorSummary } from '../../../ui/error-summary.tsx'
import { Form, HiddenField, RadioGroup, TextField } from '../../../ui/fields.tsx'
import { Fold } from '../../../ui/fold.tsx'
import { href, Page, type PageFrame } from '../../../ui/layout.tsx'
import { Notice } from '../../../ui/notices.tsx'
import { SummaryList } from '../../../ui/summary-list.tsx'
import { Heading, Link, List, Paragraph } from '../../../ui/typography.tsx'
import { Differences } from '../writing/differences.views.tsx'
import type { Item } from '../items/items.sql.ts'
import { paths } from '../paths.ts'
import { choiceField, declineField } from './suggestions.forms.ts'
import type { Weighed } from './suggestions.rules.ts'
import type { Suggestion } from './suggestions.sql.ts'
import { suggestionsWords } from './suggestions.text.ts'
import { fieldLabel } from '../items/wordings.views.tsx'

type Sent = { input?: FormInput; errors?: Errors }

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
