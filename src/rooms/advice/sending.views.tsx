import { withCapital } from '../../lib/words.ts'
import { many, one } from '../../lib/form-values.ts'
import { ButtonGroup, ErrorSummary, Form, HiddenField, SubmitButton } from '../../ui/fields.tsx'
import { href, Page, type PageFrame } from '../../ui/layout.tsx'
import { Notice } from '../../ui/notices.tsx'
import { PlainText } from '../../ui/prose.tsx'
import { SummaryList } from '../../ui/summary-list.tsx'
import { Heading, Link, List, Paragraph } from '../../ui/typography.tsx'
import type { Child } from 'hono/jsx'
import { labelOf } from '../terms/public.ts'
import type { AskStep } from './asking.forms.ts'
import { askingText } from './asking.text.ts'
import { Carried, Where, type AskProps } from './asking.views.tsx'
import { LostLinkHint } from './lost-link.views.tsx'
import { paths } from './paths.ts'
import { WithNumber } from './with-number.tsx'

const textOf = (frame: PageFrame) => askingText[frame.lang]

export type CheckProps = AskProps & {
  readonly pageKey: string
  /** The place as it was understood. */
  readonly place: string | null
  /** Numbers in the text that may be citizen service numbers. */
  readonly numbers: readonly string[]
}

export const CheckPage = (props: CheckProps) => {
  const { frame, input, errors = {}, numbers } = props
  const text = textOf(frame)
  const { lang } = frame
  const label = (name: string) => (one(input, name) === '' ? '' : withCapital(labelOf(one(input, name), lang)))
  const long = (name: string) => (one(input, name) === '' ? '' : <PlainText text={one(input, name)} />)
  const chosenThemes = many(input, 'themes').filter(Boolean)
  const parts = [
    { step: 'question', facts: [[text.question, long('question')]] },
    {
      step: 'context',
      facts: [
        [text.context, long('context')],
        [text.organisationKind, label('organisationKind')],
        [text.organisation, one(input, 'organisation')],
        [text.place, props.place ?? one(input, 'place')],
        [text.themes, withCapital(chosenThemes.map((id) => labelOf(id, lang)).join(', '))],
        [text.questionKind, label('questionKind')],
      ],
    },
    {
      step: 'contact',
      facts: [
        [text.name, one(input, 'name')],
        [text.email, one(input, 'email')],
      ],
    },
  ] as const satisfies readonly { step: AskStep; facts: readonly (readonly [string, Child])[] }[]
  return (
    <Page frame={frame} title={text.checkTitle} errors={errors} hold>
      <ErrorSummary errors={errors} lang={lang} />
      <Heading level={1}>{text.checkTitle}</Heading>
      <Paragraph lead>{text.checkLead}</Paragraph>
      <Where frame={frame} step="check" />
      {numbers.length === 0 ? null : (
        <Notice kind="warning" lang={lang} heading={text.numberFound}>
          <Paragraph>{text.numberSentence(numbers.join(', '))}</Paragraph>
        </Notice>
      )}
      <Form action={href(frame, paths.ask)} lang={lang}>
        <HiddenField name="step" value="check" />
        <Carried input={input} except={[]} begun={props.begun} />
        {parts.map(({ step, facts }) => (
          <section aria-labelledby={`deel-${step}`}>
            <Heading level={2} look={3} id={`deel-${step}`}>
              {text.steps[step]}
            </Heading>
            <SummaryList
              lang={lang}
              facts={facts.map(([name, value]) => ({ key: name, value: value === '' ? text.empty : value }))}
            />
            <ButtonGroup>
              <SubmitButton look="secondary" name="go" value={step}>
                {text.change}
                <span class="plein-hidden">: {text.steps[step]}</span>
              </SubmitButton>
            </ButtonGroup>
          </section>
        ))}
      </Form>
      <Form action={href(frame, paths.send)} idempotencyKey={props.pageKey} lang={lang}>
        <Carried input={input} except={[]} begun={props.begun} />
        <div class="plein-hidden" aria-hidden="true">
          <label>
            {text.honeypot}
            <input type="text" name="website" tabindex={-1} autocomplete="off" value="" />
          </label>
        </div>
        <ButtonGroup>
          <SubmitButton>{text.send}</SubmitButton>
        </ButtonGroup>
      </Form>
    </Page>
  )
}

export const ThanksPage = ({ frame, number }: { frame: PageFrame; number: string | null }) => {
  const text = textOf(frame)
  return (
    <Page frame={frame} title={text.thanksTitle}>
      <Heading level={1}>{text.thanksTitle}</Heading>
      {number === null ? null : (
        <Paragraph lead>
          {text.thanksNumber}{' '}
          <strong>
            <WithNumber text={number} />
          </strong>
          .
        </Paragraph>
      )}
      <Heading level={2}>{text.thanksNow}</Heading>
      <List ordered items={text.thanksSteps} />
      <Paragraph>{text.thanksUntil}</Paragraph>
      <Heading level={2}>{text.noMail}</Heading>
      <Paragraph>{text.noMailSentence}</Paragraph>
      <LostLinkHint frame={frame} />
    </Page>
  )
}

export const FoundPage = ({ frame, item }: { frame: PageFrame; item: string | null }) => {
  const text = textOf(frame)
  return (
    <Page frame={frame} title={text.foundTitle}>
      <Heading level={1}>{text.foundTitle}</Heading>
      <Paragraph lead>{text.foundSentence}</Paragraph>
      <List
        items={[
          ...(item === null ? [] : [<Link href={href(frame, item)}>{text.foundRead}</Link>]),
          <Link href={href(frame, '/zoeken')}>{text.toSearch}</Link>,
          <Link href={href(frame, paths.ask)}>{text.foundAsk}</Link>,
        ]}
      />
    </Page>
  )
}
