import type { Child } from 'hono/jsx'
import { one, type Errors, type FormInput } from '../../../lib/form-values.ts'
import { longDate } from '../../../lib/words.ts'
import { ButtonGroup, SubmitButton } from '../../../ui/buttons.tsx'
import { Empty } from '../../../ui/empty.tsx'
import { ErrorSummary } from '../../../ui/error-summary.tsx'
import { Form, HiddenField, RadioGroup, TextArea } from '../../../ui/fields.tsx'
import { Fold } from '../../../ui/fold.tsx'
import { href, Page, type PageFrame } from '../../../ui/layout.tsx'
import { Prose } from '../../../ui/prose.tsx'
import { SummaryList } from '../../../ui/summary-list.tsx'
import { Heading, Link, List, Paragraph } from '../../../ui/typography.tsx'
import { saysField, whyField } from './approvals.forms.ts'
import { type AgreementRule } from './approvals.rules.ts'
import type { Ask } from './approvals.sql.ts'
import { approvalsWords } from './approvals.text.ts'
import { renderMarkdown } from '../items/markdown.ts'
import { paths } from '../paths.ts'
import { successionWords } from '../stewards/succession.text.ts'

type Sent = { input?: FormInput; errors?: Errors }

/** One question to an organisation, with what the others said and the answer. */
export const AskForm = (
  props: Sent & { frame: PageFrame; ask: Ask; action: string; pageKey: string; words?: string; level: 2 | 3 },
) => {
  const { frame, ask, input = {}, errors = {} } = props
  const { lang } = frame
  const words = approvalsWords[lang]
  const { change } = ask
  const [says, why] = [saysField(ask.id), whyField(ask.id)]
  const spoken = (rule: AgreementRule, days: number | null) => `${words.rules[rule]}. ${words.silenceIs(days)}`
  const form = (
    <Form action={href(lang, props.action)} idempotencyKey={props.pageKey} lang={lang}>
      <HiddenField name="ask" value={ask.id} />
      <RadioGroup
        name={says}
        label={words.says}
        required
        lang={lang}
        value={one(input, says)}
        {...(errors[says] !== undefined && { error: errors[says] })}
        options={[
          { value: 'yes', label: change === null ? words.yesText : words.yesRule },
          {
            value: 'no',
            label: change === null ? words.noText : words.noRule,
            ...(change === null && { hint: words.noHint }),
          },
        ]}
      />
      <TextArea
        name={why}
        label={words.why}
        hint={words.whyHint}
        required
        rows={2}
        lang={lang}
        value={one(input, why)}
        {...(errors[why] !== undefined && { error: errors[why] })}
      />
      <ButtonGroup>
        <SubmitButton>{words.send}</SubmitButton>
      </ButtonGroup>
    </Form>
  )
  return (
    <section>
      <Heading level={props.level}>
        {change === null ? words.askText(ask.title, ask.organisation) : words.askRule(ask.title, ask.organisation)}
      </Heading>
      {change === null ? (
        <Paragraph>
          <span lang={ask.lang === lang ? undefined : ask.lang}>{ask.summary}</span>
        </Paragraph>
      ) : (
        <SummaryList
          lang={lang}
          facts={[
            { key: words.nowRule, value: spoken(ask.rule, ask.silenceDays) },
            { key: words.newRule, value: spoken(change.rule, change.silenceDays) },
            { key: words.why, value: `${change.proposer}: ${change.reason}` },
          ]}
        />
      )}
      {props.words === undefined || props.words === '' ? null : (
        <Fold title={words.readText}>
          <Prose html={renderMarkdown(props.words)} textLang={ask.lang} />
        </Fold>
      )}
      {ask.others.length === 0 ? null : (
        <>
          <Paragraph>{words.others}:</Paragraph>
          <List
            items={ask.others.map(
              (each) => `${each.organisation}: ${words.states[each.answer]}. ${each.reason ?? words.howSays[each.how]}`,
            )}
          />
        </>
      )}
      {ask.answer === null || ask.answeredAt === null ? null : (
        <Paragraph>{words.answeredBefore(ask.answer === 'yes', longDate(ask.answeredAt, lang))}</Paragraph>
      )}
      {ask.answer === null || errors[says] !== undefined || errors[why] !== undefined ? (
        form
      ) : (
        <Fold title={words.changeAnswer}>{form}</Fold>
      )}
    </section>
  )
}

/** What waits for the organisations of somebody: signed in, or behind the link of a letter. */
export const AsksPage = (
  props: Sent & {
    frame: PageFrame
    asks: readonly (Ask & { readonly words: string })[]
    /** The Dutch path that takes an answer; null when each stands on the page of its item. */
    answerPath: string | null
    newKey: () => string
    /** Something else waits too, and stands below. */
    more?: boolean
    children?: Child
  },
) => {
  const { frame, asks, answerPath, input, errors = {} } = props
  const { lang } = frame
  const words = approvalsWords[lang]
  return (
    <Page frame={frame} title={words.list.title} errors={errors}>
      <ErrorSummary errors={errors} lang={lang} />
      <Heading level={1}>{words.list.title}</Heading>
      {asks.length === 0 && props.more ? null : asks.length === 0 ? (
        <Empty
          title={words.list.none}
          sentence={answerPath === null ? words.list.noneSentence : words.list.noneLetter}
        />
      ) : (
        <>
          <Paragraph lead>{answerPath === null ? words.list.lead : words.list.leadLetter}</Paragraph>
          {answerPath === null ? (
            <List
              items={asks.map((ask) => (
                <Link href={href(frame, paths.decisions(ask.item))}>
                  {ask.change === null
                    ? words.askText(ask.title, ask.organisation)
                    : words.askRule(ask.title, ask.organisation)}
                </Link>
              ))}
            />
          ) : (
            asks.map((ask) => (
              <AskForm
                frame={frame}
                ask={ask}
                action={answerPath}
                pageKey={props.newKey()}
                words={ask.words}
                level={2}
                {...(input && { input })}
                errors={errors}
              />
            ))
          )}
        </>
      )}
      {props.children}
      {answerPath === null ? (
        <Paragraph>
          <Link href={href(frame, paths.wanted)}>{successionWords[lang].toWanted}</Link>
        </Paragraph>
      ) : null}
      {answerPath === null ? (
        <Paragraph>
          <Link href={href(frame, paths.list)}>{words.list.back}</Link>
        </Paragraph>
      ) : null}
    </Page>
  )
}
