import type { Child } from 'hono/jsx'
import { one, type Errors, type FormInput } from '../../../lib/form-values.ts'
import { longDate } from '../../../lib/words.ts'
import { ButtonGroup, ButtonLink, SubmitButton } from '../../../ui/buttons.tsx'
import { ErrorSummary } from '../../../ui/error-summary.tsx'
import { Form, HiddenField, RadioGroup, Select, TextArea } from '../../../ui/fields.tsx'
import { Fold } from '../../../ui/fold.tsx'
import { href, Page, type PageFrame } from '../../../ui/layout.tsx'
import { Heading, Link, List, Paragraph } from '../../../ui/typography.tsx'
import { AskForm } from './asks.views.tsx'
import { agreementOf, agreementRules, silenceTerms, type Decider } from './approvals.rules.ts'
import type { Ask, findRuleChange } from './approvals.sql.ts'
import { approvalsWords } from './approvals.text.ts'
import { DecisionList } from './decisions.views.tsx'
import type { ItemDecision } from './decisions.sql.ts'
import type { Item } from '../items/items.sql.ts'
import { paths } from '../paths.ts'

type Sent = { input?: FormInput; errors?: Errors }

const namesOf = (deciders: readonly Decider[]) => deciders.map((each) => each.name)

/** What of the rule stands in the way of publishing, and where to answer; null when a press of this editor is enough. */
export function BeforeStewards(props: {
  frame: PageFrame
  item: Item
  deciders: readonly Decider[]
  edits: ReadonlySet<string>
}): Child | null {
  const { frame, item, deciders, edits } = props
  const words = approvalsWords[frame.lang]
  const own = deciders.find((each) => edits.has(each.organisation) && each.answer === null)
  const agreement = agreementOf(item.rule, deciders, own?.organisation ?? null)
  if (agreement.kind === 'agreed') return null
  const silent = deciders.filter((each) => each.answer === null)
  return (
    <>
      <Paragraph>
        {agreement.kind === 'refused'
          ? words.refused(namesOf(agreement.by))
          : words.waiting(namesOf(silent), agreement.missing + (own ? 1 : 0))}
      </Paragraph>
      <ButtonGroup>
        <ButtonLink href={href(frame, paths.decisions(item.id))}>
          {own && agreement.kind === 'waiting' ? words.firstYes : words.seeAnswers}
        </ButtonLink>
      </ButtonGroup>
    </>
  )
}

/** On the page of an item: its rule, and the way to everything about it. */
export const ruleFact = (frame: PageFrame, item: Item) => ({
  key: approvalsWords[frame.lang].ruleTitle,
  value: (
    <>
      {approvalsWords[frame.lang].rules[item.rule]}.{' '}
      <Link href={href(frame, paths.decisions(item.id))}>{approvalsWords[frame.lang].toDecisions}</Link>
    </>
  ),
})

type Own = { readonly organisation: string; readonly name: string }

const RuleForm = (props: Sent & { frame: PageFrame; item: Item; own: readonly Own[]; pageKey: string }) => {
  const { frame, item, own, input = {}, errors = {} } = props
  const { lang } = frame
  const words = approvalsWords[lang]
  const error = (name: string) => (errors[name] === undefined ? {} : { error: errors[name] })
  return (
    <Fold title={words.change} open={['rule', 'silence', 'ruleWhy'].some((name) => errors[name] !== undefined)}>
      <Paragraph>{words.changeHint}</Paragraph>
      <Form action={href(lang, paths.rule(item.id))} idempotencyKey={props.pageKey} lang={lang}>
        {own.length === 1 ? (
          <HiddenField name="organisation" value={own[0]?.organisation ?? ''} />
        ) : (
          <Select
            name="organisation"
            label={words.behalf}
            required
            lang={lang}
            empty={false}
            value={one(input, 'organisation')}
            asWritten
            options={own.map((each) => ({ value: each.organisation, label: each.name }))}
          />
        )}
        <RadioGroup
          name="rule"
          label={words.rule}
          required
          lang={lang}
          value={one(input, 'rule') || item.rule}
          {...error('rule')}
          options={agreementRules.map((rule) => ({ value: rule, label: words.rules[rule] }))}
        />
        <Select
          name="silence"
          label={words.silence}
          hint={words.silenceHint}
          required
          lang={lang}
          empty={words.silenceNever}
          value={one(input, 'silence') || (item.silenceDays === null ? '' : String(item.silenceDays))}
          {...error('silence')}
          options={silenceTerms.map((days) => ({ value: String(days), label: words.silenceAfter(days) }))}
        />
        <TextArea
          name="ruleWhy"
          label={words.why}
          hint={words.whyRuleHint}
          required
          rows={2}
          lang={lang}
          value={one(input, 'ruleWhy')}
          {...error('ruleWhy')}
        />
        <ButtonGroup>
          <SubmitButton look="secondary">{words.propose}</SubmitButton>
        </ButtonGroup>
      </Form>
    </Fold>
  )
}

/** Everything about deciding together on one item: the rule, who answers, and what was decided. */
export const DecidingPage = (
  props: Sent & {
    frame: PageFrame
    item: Item
    deciders: readonly Decider[]
    asks: readonly Ask[]
    change: Awaited<ReturnType<typeof findRuleChange>>
    decisions: readonly ItemDecision[]
    own: readonly Own[]
    newKey: () => string
    children?: Child
  },
) => {
  const { frame, item, deciders, asks, change, own, input, errors = {} } = props
  const { lang } = frame
  const words = approvalsWords[lang]
  const sent = { ...(input && { input }), errors }
  return (
    <Page frame={frame} title={words.title} errors={errors}>
      <ErrorSummary errors={errors} lang={lang} />
      <Heading level={1}>{words.title}</Heading>
      <Paragraph lead>{item.title}</Paragraph>
      <Paragraph>{words.lead}</Paragraph>
      {asks.map((ask) => (
        <AskForm frame={frame} ask={ask} action={paths.answer(item.id)} pageKey={props.newKey()} level={2} {...sent} />
      ))}
      <Heading level={2}>{words.who}</Heading>
      <List
        items={deciders.map((each) => {
          const said =
            each.answer === null
              ? each.askedAt === null
                ? words.notAsked
                : words.waitsSince(longDate(each.askedAt, lang))
              : words.states[each.answer]
          return `${each.name}: ${said}`
        })}
      />
      <Heading level={2}>{words.ruleTitle}</Heading>
      <Paragraph>
        {words.rules[item.rule]}. {words.silenceIs(item.silenceDays)}
      </Paragraph>
      {deciders.length > 1 ? null : <Paragraph>{words.one}</Paragraph>}
      {change ? (
        <Paragraph>
          {words.changeWaits(change.proposer, change.proposed_at)} {words.changeWaitsFor(change.waitingFor)}
        </Paragraph>
      ) : null}
      {own.length === 0 ? null : <RuleForm frame={frame} item={item} own={own} pageKey={props.newKey()} {...sent} />}
      {props.children}
      <Heading level={2}>{words.decisions}</Heading>
      <DecisionList decisions={props.decisions} lang={lang} />
      <Paragraph>
        <Link href={href(frame, paths.item(item.id))}>{words.back}</Link>
      </Paragraph>
    </Page>
  )
}
