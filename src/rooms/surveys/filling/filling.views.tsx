import type { Child } from 'hono/jsx'
import { one, type Errors, type FormInput } from '../../../lib/form-values.ts'
import { saidIn } from '../../../lib/questionnaire/definition.ts'
import { longDate, longMoment, type Lang } from '../../../lib/words.ts'
import { ButtonGroup, ButtonLink, ErrorSummary, Form, Select, SubmitButton, TextField } from '../../../ui/fields.tsx'
import { Fold } from '../../../ui/fold.tsx'
import { href, Page, type PageFrame } from '../../../ui/layout.tsx'
import { Notice } from '../../../ui/notices.tsx'
import { PlainText } from '../../../ui/prose.tsx'
import { Heading, Link, List, Paragraph } from '../../../ui/typography.tsx'
import { wholeMeanings, type Progress } from '../../questionnaires/public.ts'
import type { Filling } from './filling.actions.ts'
import { fillingPaths as paths } from './filling.paths.ts'
import { fillingText } from './filling.text.ts'
import type { Part } from './parts.actions.ts'
import { Answered, titleOf } from './summary.views.tsx'

export type StartProps = {
  readonly frame: PageFrame
  readonly link: string
  readonly origin: string
  readonly filling: Filling
  readonly closed: boolean
  readonly progress: readonly Progress[]
  readonly parts: readonly Part[]
  readonly saved: boolean
  readonly failed: { readonly input: FormInput; readonly errors: Errors } | null
  readonly newKey: () => string
}

/** The first page: whose link it is, who sees what, how far one is, and who helps. */
export const StartPage = (props: StartProps) => {
  const { frame, link, filling, closed } = props
  const { lang } = frame
  const text = fillingText[lang]
  const { definition, answers, savedAt, keepUntil } = filling.sheet
  const title = titleOf(filling, lang)
  const errors = props.failed?.errors ?? {}
  const asked = props.progress.reduce((sum, each) => sum + each.asked, 0)
  const next = props.progress.find((each) => each.answered < each.asked) ?? null
  const begun = Object.keys(answers).length > 0
  const saved =
    props.saved && !closed ? (
      <Notice kind="success" lang={lang}>
        {text.saved}
      </Notice>
    ) : null
  return (
    <Page frame={frame} title={title} errors={errors}>
      <Heading level={1}>{title}</Heading>
      <ErrorSummary errors={errors} lang={lang} />
      {saved}
      {filling.name === null ? null : (
        <Paragraph lead>
          <strong>{text.for(filling.name)}</strong>
        </Paragraph>
      )}
      {closed ? (
        <Notice kind="warning" lang={lang} heading={text.closedTitle}>
          <Paragraph>
            {text.closed} {keepUntil === null ? text.closedKeptSome : text.closedKept(longDate(keepUntil, lang))}
          </Paragraph>
          {props.saved ? <Paragraph>{text.closedSaved}</Paragraph> : null}
        </Notice>
      ) : null}
      {closed ? (
        <Answered definition={definition} answers={answers} lang={lang} />
      ) : (
        <>
          <div>
            <PlainText text={saidIn(definition.intro, lang).text} />
          </div>
          <Paragraph>
            {text.size(asked, props.progress.length)}{' '}
            {filling.wave.closes === null ? null : text.until(longDate(filling.wave.closes, lang))}{' '}
            {savedAt === null ? null : text.savedAt(longMoment(savedAt, lang))}
          </Paragraph>
          {filling.open ? <Paragraph>{text.notOpen}</Paragraph> : null}
          <ButtonGroup>
            <ButtonLink href={href(lang, next === null ? paths.summary(link) : paths.section(link, next.section))}>
              {next === null ? text.toSummary : begun ? text.goOn : text.begin}
            </ButtonLink>
            <ButtonLink look="secondary" href={href(lang, paths.questions(link))}>
              {text.all}
            </ButtonLink>
          </ButtonGroup>
          <Heading level={2}>{text.whoTitle}</Heading>
          <List items={text.who} />
          <Heading level={2}>{text.publicTitle}</Heading>
          <List items={text.public(filling.wave.cellsFrom, filling.wave.baseFrom)} />
          <Meanings filling={filling} lang={lang} />
          <Sections {...props} />
        </>
      )}
    </Page>
  )
}

/** What the terms of the whole questionnaire mean, as it was fixed with the wave. */
export const Meanings = ({ filling, lang }: { filling: Filling; lang: Lang }) => {
  const meanings = wholeMeanings(filling.sheet)
  if (meanings.length === 0) return null
  return (
    <>
      <Heading level={2}>{fillingText[lang].termsTitle}</Heading>
      <dl>
        {meanings.map(({ label, definition }) => (
          <>
            <dt>
              <strong>{saidIn(label, lang).text}</strong>
            </dt>
            <dd>{saidIn(definition, lang).text}</dd>
          </>
        ))}
      </dl>
    </>
  )
}

const titleOfSection = (filling: Filling, key: string, lang: Lang) => {
  const section = filling.sheet.definition.sections.find((each) => each.key === key)
  return section === undefined ? key : saidIn(section.title, lang).text
}

const WithColleague = ({ part, props }: { part: Part; props: StartProps }) => {
  const { lang } = props.frame
  const text = fillingText[lang]
  const address = `${props.origin}${href(lang, paths.part(part.link))}`
  return (
    <>
      <Paragraph>{part.done ? text.colleagueDone(part.label) : text.withColleague(part.label)}</Paragraph>
      <Paragraph>
        {text.handLink(part.label)} <Link href={address}>{address}</Link>
      </Paragraph>
      <Form action={href(lang, paths.takeBack(props.link, part.id))} idempotencyKey={props.newKey()} lang={lang}>
        <SubmitButton look="secondary">
          {text.takeBackOf(titleOfSection(props.filling, part.section, lang))}
        </SubmitButton>
      </Form>
    </>
  )
}

const Sections = (props: StartProps) => {
  const { frame, link, filling, parts } = props
  const { lang } = frame
  const text = fillingText[lang]
  const free = props.progress.filter(({ section }) => !parts.some((part) => part.section === section))
  const item = (each: Progress): Child => {
    const part = parts.find(({ section }) => section === each.section)
    return (
      <li class="utrecht-ordered-list__item">
        <Link href={href(lang, paths.section(link, each.section))}>{titleOfSection(filling, each.section, lang)}</Link>:{' '}
        {text.progress(each.answered, each.asked)}
        {part === undefined ? null : <WithColleague part={part} props={props} />}
      </li>
    )
  }
  return (
    <section id="delen">
      <Heading level={2}>{text.partsTitle}</Heading>
      <ol class="utrecht-ordered-list">{props.progress.map(item)}</ol>
      {free.length === 0 ? null : (
        <Fold title={text.handTitle} open={props.failed !== null}>
          <Paragraph>{text.hand}</Paragraph>
          <Form action={href(lang, paths.handOver(link))} idempotencyKey={props.newKey()} lang={lang}>
            <Select
              name="section"
              label={text.handSection}
              required
              value={one(props.failed?.input ?? {}, 'section')}
              {...errorAt(props.failed?.errors ?? {}, 'section')}
              options={free.map(({ section }) => ({ value: section, label: titleOfSection(filling, section, lang) }))}
              lang={lang}
            />
            <TextField
              name="label"
              label={text.handLabel}
              hint={text.handLabelHint}
              required
              value={one(props.failed?.input ?? {}, 'label')}
              {...errorAt(props.failed?.errors ?? {}, 'label')}
              lang={lang}
            />
            <ButtonGroup>
              <SubmitButton look="secondary">{text.handButton}</SubmitButton>
            </ButtonGroup>
          </Form>
        </Fold>
      )}
    </section>
  )
}

const errorAt = (errors: Errors, name: string) => (errors[name] === undefined ? {} : { error: errors[name] })
