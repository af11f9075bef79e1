import type { Child } from 'hono/jsx'
import { one, type Errors, type FormInput } from '../../lib/form-values.ts'
import { languages, longDate, type Lang } from '../../lib/words.ts'
import { Card, Cards } from '../../ui/cards.tsx'
import {
  ButtonGroup,
  ButtonLink,
  ErrorSummary,
  Form,
  HiddenField,
  RadioGroup,
  SubmitButton,
  TextField,
} from '../../ui/fields.tsx'
import { href, Page, type PageFrame } from '../../ui/layout.tsx'
import { Notice } from '../../ui/notices.tsx'
import { Table } from '../../ui/tables.tsx'
import { Heading, Link, Paragraph } from '../../ui/typography.tsx'
import { stepPaths, type NextStep } from './next-steps.rules.ts'
import { mineWords } from './mine.text.ts'
import { paths } from './paths.ts'

export const MinePage = ({ frame, name, steps }: { frame: PageFrame; name: string; steps: readonly NextStep[] }) => {
  const { lang } = frame
  const words = mineWords[lang].start
  return (
    <Page frame={frame} title={words.title}>
      <Heading level={1}>{words.hello(name)}</Heading>
      <Paragraph lead>{words.lead}</Paragraph>
      <Cards>
        {steps.map((step) => (
          <Card
            level={2}
            href={href(lang, stepPaths[step])}
            title={words.steps[step][0] ?? ''}
            summary={words.steps[step][1] ?? ''}
          />
        ))}
      </Cards>
      <Paragraph>
        <Link href={href(lang, paths.settings)}>{words.settings}</Link>
      </Paragraph>
    </Page>
  )
}

/** A consent as its giver sees it. */
export type ShownConsent = {
  readonly id: string
  readonly purpose: string
  readonly givenAt: Date
  readonly withdrawnAt: Date | null
  readonly endedAt: Date | null
}

const Consents = ({
  frame,
  newKey,
  consents,
}: {
  frame: PageFrame
  newKey: () => string
  consents: readonly ShownConsent[]
}) => {
  const { lang } = frame
  const words = mineWords[lang].settings
  const stateOf = (consent: ShownConsent): Child => {
    if (consent.withdrawnAt) return words.withdrawnOn(longDate(consent.withdrawnAt, lang))
    if (consent.endedAt) return words.endedOn(longDate(consent.endedAt, lang))
    return (
      <Form action={href(lang, paths.withdrawConsent)} idempotencyKey={newKey()} lang={lang}>
        <HiddenField name="consent" value={consent.id} />
        <SubmitButton look="secondary">
          {words.withdraw}
          <span class="plein-hidden">: {words.purposes[consent.purpose] ?? words.purposes['other']}</span>
        </SubmitButton>
      </Form>
    )
  }
  if (consents.length === 0) return <Paragraph>{words.consentsNone}</Paragraph>
  return (
    <>
      <Paragraph>{words.consentsHint}</Paragraph>
      <Table
        caption={words.consents}
        captionHidden
        rows={consents}
        columns={[
          { label: words.consentFor, cell: (row) => words.purposes[row.purpose] ?? words.purposes['other'] },
          { label: words.consentGiven, cell: (row) => longDate(row.givenAt, lang) },
          { label: words.consentState, cell: stateOf },
        ]}
      />
    </>
  )
}

export const SettingsPage = (props: {
  frame: PageFrame
  newKey: () => string
  name: string
  mailLang: Lang
  secondFactorSince: Date | null
  consents: readonly ShownConsent[]
  done?: 'saved' | 'withdrawn' | null
  input?: FormInput
  errors?: Errors
}) => {
  const { frame, newKey, input = {}, errors = {} } = props
  const { lang } = frame
  const words = mineWords[lang].settings
  const since = props.secondFactorSince
  return (
    <Page frame={frame} title={words.title} errors={errors}>
      <ErrorSummary errors={errors} lang={lang} />
      {props.done ? (
        <Notice kind="success" lang={lang}>
          {words[props.done]}
        </Notice>
      ) : null}
      <Heading level={1}>{words.title}</Heading>
      <Heading level={2}>{words.about}</Heading>
      <Form action={href(lang, paths.settings)} idempotencyKey={newKey()} lang={lang}>
        <TextField
          name="name"
          label={words.name}
          hint={words.nameHint}
          required
          autocomplete="name"
          value={'name' in input ? one(input, 'name') : props.name}
          error={errors['name']}
          lang={lang}
        />
        <RadioGroup
          name="lang"
          label={words.lang}
          required
          options={languages.map((each) => ({ value: each, label: words.langs[each] }))}
          value={'lang' in input ? one(input, 'lang') : props.mailLang}
          error={errors['lang']}
          lang={lang}
        />
        <ButtonGroup>
          <SubmitButton>{words.save}</SubmitButton>
        </ButtonGroup>
      </Form>
      <Heading level={2}>{words.second}</Heading>
      <Paragraph>{since ? words.secondOn(longDate(since, lang)) : words.secondOff}</Paragraph>
      <ButtonLink href={href(lang, paths.secondFactor)} look="secondary">
        {since ? words.secondSee : words.secondSet}
      </ButtonLink>
      <Heading level={2}>{words.consents}</Heading>
      <Consents frame={frame} newKey={newKey} consents={props.consents} />
      <Heading level={2}>{words.copy}</Heading>
      <Paragraph>{words.copyHint}</Paragraph>
      <ButtonLink href={href(lang, paths.copy)} look="secondary">
        {words.copyGet}
      </ButtonLink>
      <Heading level={2}>{words.out}</Heading>
      <Paragraph>{words.outHint}</Paragraph>
      <Form action={href(lang, paths.signOutEverywhere)} idempotencyKey={newKey()} lang={lang}>
        <ButtonGroup>
          <SubmitButton look="negative">{words.outDo}</SubmitButton>
        </ButtonGroup>
      </Form>
    </Page>
  )
}
