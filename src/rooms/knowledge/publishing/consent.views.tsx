import type { Child } from 'hono/jsx'
import { one, type Errors, type FormInput } from '../../../lib/form-values.ts'
import { longDate } from '../../../lib/words.ts'
import { ButtonGroup, SubmitButton } from '../../../ui/buttons.tsx'
import { Card, Cards } from '../../../ui/cards.tsx'
import { ErrorSummary } from '../../../ui/error-summary.tsx'
import { Form, RadioGroup, TextField } from '../../../ui/fields.tsx'
import { href, Page, type PageFrame } from '../../../ui/layout.tsx'
import { Notice } from '../../../ui/notices.tsx'
import { Prose } from '../../../ui/prose.tsx'
import { Heading, Link, Paragraph } from '../../../ui/typography.tsx'
import type { Asked } from './consent.actions.ts'
import { consentWords } from './consent.text.ts'
import { renderMarkdown } from '../items/markdown.ts'
import { paths } from '../paths.ts'
import { knowledgePaths } from '../square.paths.ts'

const Standing = ({ frame, asked }: { frame: PageFrame; asked: Asked }) => {
  const { lang } = frame
  const words = consentWords[lang]
  const day = (date: Date | null) => (date === null ? '' : longDate(date, lang))
  const say = (kind: 'info' | 'success', ...sentences: Child[]) => (
    <Notice kind={kind} lang={lang}>
      {sentences.map((sentence) => (
        <p class="nl-paragraph">{sentence}</p>
      ))}
    </Notice>
  )
  if (asked.withdrawnAt !== null) return say('info', words.tookBack(day(asked.withdrawnAt)))
  if (asked.answer === 'yes')
    return say(
      'success',
      words.saidYes(day(asked.answeredAt)),
      ...(asked.kind === 'author'
        ? [asked.shownAs === null ? words.saidYesNameless : words.saidYesAs(asked.shownAs)]
        : []),
      ...(asked.sameText ? [] : [words.changed]),
      words.keepLetter,
    )
  if (asked.state === 'withdrawn') return say('info', words.ended)
  if (!asked.sameText) return say('info', words.changed)
  if (asked.answer === 'no') return say('info', words.saidNo(day(asked.answeredAt)), words.changeMind)
  return null
}

/** The one page on which somebody reads their own words and says yes or no. `answerPath` and `backPath` are Dutch paths. */
export const AskedPage = (props: {
  frame: PageFrame
  asked: Asked
  answerPath: string
  backPath: string
  pageKey: string
  input?: FormInput
  errors?: Errors
}) => {
  const { frame, asked, input = {}, errors = {} } = props
  const { lang } = frame
  const words = consentWords[lang]
  const textLang = asked.lang === lang ? undefined : asked.lang
  const open = asked.sameText && asked.withdrawnAt === null && asked.state !== 'withdrawn' && asked.answer !== 'yes'
  return (
    <Page frame={frame} title={words.title} errors={errors}>
      <ErrorSummary errors={errors} lang={lang} />
      <Heading level={1}>{words.title}</Heading>
      <Paragraph lead>{words.lead[asked.kind]}</Paragraph>
      <Paragraph>{words.promise}</Paragraph>
      {asked.kind === 'requester' ? <Paragraph>{words.nobodySeesYou}</Paragraph> : null}
      <Standing frame={frame} asked={asked} />
      {asked.sameText ? (
        <>
          <Heading level={2}>{words.itemTitle}</Heading>
          <p class="nl-paragraph" lang={textLang}>
            {asked.title}
          </p>
          <Heading level={2}>{words.itemSummary}</Heading>
          <p class="nl-paragraph" lang={textLang}>
            {asked.summary}
          </p>
          <Heading level={2}>{words.itemWords[asked.kind]}</Heading>
          <Prose html={renderMarkdown(asked.words)} {...(textLang && { textLang })} />
        </>
      ) : null}
      {asked.onSquare && asked.slug !== null ? (
        <Paragraph>
          <Link href={href(frame, knowledgePaths.item(asked.slug))}>{words.seeOnSquare}</Link>
        </Paragraph>
      ) : null}
      {open ? (
        <Form action={href(frame, props.answerPath)} idempotencyKey={props.pageKey} lang={lang}>
          <RadioGroup
            name="says"
            label={words.says}
            required
            lang={lang}
            value={one(input, 'says')}
            {...(errors.says !== undefined && { error: errors.says })}
            options={[
              { value: 'yes', label: words.yes },
              { value: 'no', label: words.no },
            ]}
          />
          {asked.kind === 'author' ? (
            <TextField
              name="shownAs"
              label={words.shownAs}
              hint={words.shownAsHint}
              lang={lang}
              value={one(input, 'shownAs')}
              {...(errors.shownAs !== undefined && { error: errors.shownAs })}
            />
          ) : null}
          <ButtonGroup>
            <SubmitButton>{words.send}</SubmitButton>
          </ButtonGroup>
        </Form>
      ) : null}
      {asked.answer === 'yes' && asked.withdrawnAt === null ? (
        <Form action={href(frame, props.backPath)} idempotencyKey={props.pageKey} lang={lang}>
          <Paragraph>{words.takeBackHint}</Paragraph>
          <ButtonGroup>
            <SubmitButton look="negative">{words.takeBack}</SubmitButton>
          </ButtonGroup>
        </Form>
      ) : null}
    </Page>
  )
}

/** What somebody who is signed in was asked. */
export const MyKnowledgePage = ({ frame, asked }: { frame: PageFrame; asked: readonly Asked[] }) => {
  const words = consentWords[frame.lang].mine
  const outcome = (each: Asked) =>
    each.withdrawnAt !== null
      ? words.tookBack
      : each.answer === null
        ? words.waiting
        : each.answer === 'yes'
          ? words.yes
          : words.no
  return (
    <Page frame={frame} title={words.title}>
      <Heading level={1}>{words.title}</Heading>
      <Paragraph lead>{words.lead}</Paragraph>
      {asked.length === 0 ? <Paragraph>{words.none}</Paragraph> : null}
      <Cards>
        {asked.map((each) => (
          <Card
            level={2}
            href={href(frame, paths.mineOne(each.id))}
            title={each.title}
            contentLang={each.lang}
            meta={[outcome(each), words.askedOn(longDate(each.askedAt, frame.lang))]}
          />
        ))}
      </Cards>
    </Page>
  )
}
