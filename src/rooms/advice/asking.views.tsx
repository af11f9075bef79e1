import type { Child } from 'hono/jsx'
import { many, one, type Errors, type FormInput } from '../../lib/form-values.ts'
import type { Lang } from '../../lib/words.ts'
import {
  ButtonGroup,
  CheckboxGroup,
  EmailField,
  ErrorSummary,
  Form,
  HiddenField,
  Related,
  Select,
  SubmitButton,
  SuggestField,
  TextArea,
  TextField,
} from '../../ui/fields.tsx'
import { href, Page, type PageFrame } from '../../ui/layout.tsx'
import { Steps } from '../../ui/steps.tsx'
import { Heading, List, Paragraph, Stack } from '../../ui/typography.tsx'
import { organisationTypes, questionKinds, themes } from '../terms/public.ts'
import { askFields, stepFields, type AskStep } from './asking.forms.ts'
import { askingText } from './asking.text.ts'
import { placeSuggestions, relatedFragment, type RelatedItem } from './neighbours.ts'
import { LostLinkHint } from './lost-link.views.tsx'
import { paths } from './paths.ts'
import { limits } from './request.rules.ts'

export type AskProps = {
  readonly frame: PageFrame
  readonly input: FormInput
  readonly errors?: Errors
  /** The sealed moment at which the form was opened. */
  readonly begun: string
}

const textOf = (frame: PageFrame) => askingText[frame.lang]

/** Where one is in the form. The page with items of the square belongs to the first step. */
export const Where = ({ frame, step }: { frame: PageFrame; step: Exclude<AskStep, 'related'> }) => {
  const { steps } = textOf(frame)
  const order = ['question', 'context', 'contact', 'check'] as const
  return (
    <Steps lang={frame.lang} current={order.indexOf(step) + 1} steps={order.map((each) => ({ title: steps[each] }))} />
  )
}

/** What was filled in on other pages travels along here: nothing is stored before the end. */
export const Carried = ({ input, except, begun }: { input: FormInput; except: readonly string[]; begun: string }) => (
  <>
    <HiddenField name="begun" value={begun} />
    {askFields
      .filter((name) => !except.includes(name))
      .flatMap((name) =>
        many(input, name)
          .filter((value) => value !== '')
          .map((value) => <HiddenField name={name} value={value} />),
      )}
  </>
)

/** A form of one page. Pressing Enter goes on: the button for it comes first. */
const StepForm = (props: AskProps & { step: AskStep; keep?: string; onward?: string; children?: Child }) => {
  const { frame, step } = props
  const text = textOf(frame)
  return (
    <Form action={href(frame, paths.ask)} lang={frame.lang} {...(props.keep !== undefined && { keep: props.keep })}>
      <HiddenField name="step" value={step} />
      <Carried input={props.input} except={stepFields[step]} begun={props.begun} />
      {props.children}
      <ButtonGroup>
        <SubmitButton name="go" value="next">
          {props.onward ?? text.next}
        </SubmitButton>
        {step === 'question' ? null : (
          <SubmitButton look="subtle" name="go" value="back">
            {text.back}
          </SubmitButton>
        )}
      </ButtonGroup>
    </Form>
  )
}

export const QuestionPage = (props: AskProps) => {
  const { frame, input, errors = {} } = props
  const text = textOf(frame)
  return (
    <Page frame={frame} title={text.title} errors={errors} hold>
      <ErrorSummary errors={errors} lang={frame.lang} />
      <Heading level={1}>{text.title}</Heading>
      <Paragraph lead>{text.lead}</Paragraph>
      <Where frame={frame} step="question" />
      <StepForm {...props} step="question" keep="vraag">
        <TextArea
          name="question"
          label={text.question}
          hint={
            <>
              <p>{text.questionHint}</p>
              <p>{text.whoReadsQuestion}</p>
            </>
          }
          required
          rows={8}
          maxLength={limits.question}
          value={one(input, 'question')}
          error={errors['question']}
          lang={frame.lang}
        />
        <Related src={href(frame, relatedFragment)} field="question" method="post" lang={frame.lang} />
      </StepForm>
      <Heading level={2} look={3}>
        {text.tips}
      </Heading>
      <List items={text.tipList} />
      <Paragraph>{text.otherWays}</Paragraph>
      <LostLinkHint frame={frame} />
    </Page>
  )
}

export const RelatedPage = (props: AskProps & { items: readonly RelatedItem[]; keyFor: () => string }) => {
  const { frame, items } = props
  const text = textOf(frame)
  return (
    <Page frame={frame} title={text.relatedTitle} hold>
      <Heading level={1}>{text.relatedTitle}</Heading>
      <Paragraph lead>{text.relatedLead}</Paragraph>
      <Stack>
        {items.map((item) => (
          <article class="plein-card">
            <h2 class="nl-heading nl-heading--level-3 plein-card__title" lang={item.lang}>
              <a class="nl-link" href={href(frame, item.path)} target="_blank" rel="noopener">
                {item.title}
                <span class="plein-hidden" lang={frame.lang}>
                  {' '}
                  {text.opensNew}
                </span>
              </a>
            </h2>
            <p class="nl-paragraph plein-card__summary" lang={item.lang}>
              {item.summary}
            </p>
            <Form action={href(frame, paths.found)} idempotencyKey={props.keyFor()} lang={frame.lang}>
              <HiddenField name="item" value={item.id} />
              <HiddenField name="path" value={item.path} />
              <SubmitButton look="secondary">
                {text.myAnswer}
                <span class="plein-hidden">
                  {' '}
                  {text.about} {item.title}
                </span>
              </SubmitButton>
            </Form>
          </article>
        ))}
      </Stack>
      <StepForm {...props} step="related" onward={text.notMine} />
    </Page>
  )
}

const options = (
  terms: readonly { readonly id: string; readonly label: Readonly<Record<Lang, string>> }[],
  lang: Lang,
) => terms.map((term) => ({ value: term.id, label: term.label[lang] }))

export const ContextPage = (props: AskProps) => {
  const { frame, input, errors = {} } = props
  const text = textOf(frame)
  const { lang } = frame
  return (
    <Page frame={frame} title={text.contextTitle} errors={errors} hold>
      <ErrorSummary errors={errors} lang={lang} />
      <Heading level={1}>{text.contextTitle}</Heading>
      <Paragraph lead>{text.contextLead}</Paragraph>
      <Where frame={frame} step="context" />
      <StepForm {...props} step="context" keep="vraag-erbij">
        <TextArea
          name="context"
          label={text.context}
          hint={text.contextHint}
          rows={5}
          maxLength={limits.context}
          value={one(input, 'context')}
          error={errors['context']}
          lang={lang}
        />
        <Select
          name="organisationKind"
          label={text.organisationKind}
          hint={text.organisationKindHint}
          empty={text.noChoice}
          options={options(organisationTypes, lang)}
          value={one(input, 'organisationKind')}
          error={errors['organisationKind']}
          lang={lang}
        />
        <TextField
          name="organisation"
          label={text.organisation}
          hint={text.organisationHint}
          autocomplete="organization"
          value={one(input, 'organisation')}
          error={errors['organisation']}
          lang={lang}
        />
        <SuggestField
          name="place"
          src={placeSuggestions}
          label={text.place}
          hint={text.placeHint}
          value={one(input, 'place')}
          error={errors['place']}
          lang={lang}
        />
        <CheckboxGroup
          name="themes"
          label={text.themes}
          hint={text.themesHint}
          options={options(themes, lang)}
          value={many(input, 'themes')}
          error={errors['themes']}
          lang={lang}
        />
        <Select
          name="questionKind"
          label={text.questionKind}
          empty={text.noChoice}
          options={options(questionKinds, lang)}
          value={one(input, 'questionKind')}
          error={errors['questionKind']}
          lang={lang}
        />
      </StepForm>
    </Page>
  )
}

export const ContactPage = (props: AskProps) => {
  const { frame, input, errors = {} } = props
  const text = textOf(frame)
  return (
    <Page frame={frame} title={text.contactTitle} errors={errors} hold>
      <ErrorSummary errors={errors} lang={frame.lang} />
      <Heading level={1}>{text.contactTitle}</Heading>
      <Paragraph lead>{text.contactLead}</Paragraph>
      <Where frame={frame} step="contact" />
      <StepForm {...props} step="contact">
        <TextField
          name="name"
          label={text.name}
          hint={text.nameHint}
          required
          autocomplete="name"
          value={one(input, 'name')}
          error={errors['name']}
          lang={frame.lang}
        />
        <EmailField
          name="email"
          label={text.email}
          hint={text.emailHint}
          required
          value={one(input, 'email')}
          error={errors['email']}
          lang={frame.lang}
        />
      </StepForm>
    </Page>
  )
}
