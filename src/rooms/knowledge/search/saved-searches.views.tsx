import { one, type Errors, type FormInput } from '../../../lib/form-values.ts'
import { languages, longDate } from '../../../lib/words.ts'
import { Card, Cards } from '../../../ui/cards.tsx'
import { Empty } from '../../../ui/empty.tsx'
import {
  ButtonGroup,
  ButtonLink,
  EmailField,
  ErrorSummary,
  Form,
  HiddenField,
  RadioGroup,
  SubmitButton,
} from '../../../ui/fields.tsx'
import { href, Page, type PageFrame } from '../../../ui/layout.tsx'
import { Notice } from '../../../ui/notices.tsx'
import { SummaryList } from '../../../ui/summary-list.tsx'
import { Heading, Link, Paragraph } from '../../../ui/typography.tsx'
import { savedSearchPaths as paths } from './saved-searches.paths.ts'
import { savedSearchText } from './saved-searches.text.ts'
import { knowledgePaths } from '../square.paths.ts'
import { SaidPage } from '../subscriptions/subscriptions.views.tsx'

/** A search in words: what was typed, and the choices. */
export type ToldSearch = { readonly text: string; readonly choices: readonly string[]; readonly line: string }

const searchAgain = ({ line }: ToldSearch) => `${knowledgePaths.search}?${line}`

const Told = ({ frame, search }: { frame: PageFrame; search: ToldSearch }) => (
  <SummaryList
    lang={frame.lang}
    facts={[
      {
        key: savedSearchText[frame.lang].search,
        value: (
          <>
            <Link href={href(frame, searchAgain(search))}>{search.text}</Link>
            {search.choices.map((choice) => (
              <>
                <br />
                {choice}
              </>
            ))}
          </>
        ),
      },
    ]}
  />
)

export const FollowPage = (props: {
  frame: PageFrame
  search: ToldSearch
  pageKey: string
  input?: FormInput
  errors?: Errors
}) => {
  const { frame, search, pageKey, input = {}, errors = {} } = props
  const { lang } = frame
  const text = savedSearchText[lang]
  return (
    <Page frame={frame} title={text.title} errors={errors}>
      <ErrorSummary errors={errors} lang={lang} />
      <Heading level={1}>{text.title}</Heading>
      <Paragraph lead>{text.lead}</Paragraph>
      <Told frame={frame} search={search} />
      <Paragraph>{text.promise}</Paragraph>
      <Form action={href(frame, paths.follow)} idempotencyKey={pageKey} lang={lang}>
        <HiddenField name="search" value={search.line} />
        <EmailField
          name="email"
          label={text.email}
          hint={text.emailHint}
          required
          value={one(input, 'email')}
          error={errors['email']}
          lang={lang}
        />
        <RadioGroup
          name="lang"
          label={text.lang}
          lang={lang}
          required
          inline
          value={one(input, 'lang') === '' ? lang : one(input, 'lang')}
          error={errors['lang']}
          options={languages.map((each) => ({ value: each, label: text.langs[each] }))}
        />
        <ButtonGroup>
          <SubmitButton>{text.send}</SubmitButton>
        </ButtonGroup>
      </Form>
    </Page>
  )
}

/** The same page for everybody, whatever the address follows already. */
export const AskedPage = ({ frame }: { frame: PageFrame }) => {
  const { asked } = savedSearchText[frame.lang]
  return <SaidPage frame={frame} {...asked} next={{ path: knowledgePaths.search, label: asked.back }} />
}

export const ConfirmPage = (props: { frame: PageFrame; link: string; search: ToldSearch; pageKey: string }) => {
  const { frame, search } = props
  const { confirm } = savedSearchText[frame.lang]
  return (
    <Page frame={frame} title={confirm.title}>
      <Heading level={1}>{confirm.title}</Heading>
      <Told frame={frame} search={search} />
      <Paragraph lead>{confirm.lead}</Paragraph>
      <Form action={href(frame, paths.confirm(props.link))} idempotencyKey={props.pageKey} lang={frame.lang}>
        <ButtonGroup>
          <SubmitButton>{confirm.press}</SubmitButton>
        </ButtonGroup>
      </Form>
    </Page>
  )
}

export const ConfirmedPage = ({ frame }: { frame: PageFrame }) => {
  const { title, lead, how } = savedSearchText[frame.lang].confirmed
  return <SaidPage frame={frame} title={title} lead={lead} more={how} />
}

export const StopPage = ({ frame, link, search }: { frame: PageFrame; link: string; search: ToldSearch }) => {
  const { stop } = savedSearchText[frame.lang]
  return (
    <Page frame={frame} title={stop.title}>
      <Heading level={1}>{stop.title}</Heading>
      <Told frame={frame} search={search} />
      <Paragraph lead>{stop.lead}</Paragraph>
      <Form action={href(frame, paths.stop(link))} lang={frame.lang}>
        <ButtonGroup>
          <SubmitButton>{stop.press}</SubmitButton>
        </ButtonGroup>
      </Form>
    </Page>
  )
}

export const StoppedPage = ({ frame }: { frame: PageFrame }) => {
  const { stopped, asked } = savedSearchText[frame.lang]
  return <SaidPage frame={frame} {...stopped} next={{ path: knowledgePaths.search, label: asked.back }} />
}

export type FollowedSearch = ToldSearch & { readonly id: string; readonly confirmedAt: Date | null }

/** What somebody who is signed in follows. */
export const MinePage = (props: {
  frame: PageFrame
  searches: readonly FollowedSearch[]
  stopped: boolean
  newKey: () => string
}) => {
  const { frame, searches } = props
  const { lang } = frame
  const { mine } = savedSearchText[lang]
  return (
    <Page frame={frame} title={mine.title}>
      <Heading level={1}>{mine.title}</Heading>
      {props.stopped ? (
        <Notice kind="success" lang={lang}>
          {mine.stopped}
        </Notice>
      ) : null}
      {searches.length === 0 ? (
        <Empty title={mine.none} sentence={mine.noneSentence}>
          <ButtonLink href={href(frame, knowledgePaths.search)}>{mine.toSearch}</ButtonLink>
        </Empty>
      ) : (
        <>
          <Paragraph lead>{mine.lead}</Paragraph>
          <Cards>
            {searches.map((search) => (
              <Card href={href(frame, searchAgain(search))} title={search.text} level={2}>
                {search.choices.length === 0 ? null : <Paragraph>{search.choices.join('. ')}</Paragraph>}
                <Paragraph>
                  {search.confirmedAt === null ? mine.waits : mine.since(longDate(search.confirmedAt, lang))}
                </Paragraph>
                <Form action={href(frame, paths.mine)} idempotencyKey={props.newKey()} lang={lang}>
                  <HiddenField name="search" value={search.id} />
                  <SubmitButton look="secondary">
                    {mine.stop}
                    <span class="plein-hidden">: {search.text}</span>
                  </SubmitButton>
                </Form>
              </Card>
            ))}
          </Cards>
        </>
      )}
    </Page>
  )
}

/** Under the results: an invitation to follow the search by mail. */
export const FollowByMail = ({ frame, line }: { frame: PageFrame; line: string }) => {
  const text = savedSearchText[frame.lang]
  return (
    <>
      <Heading level={2}>{text.invitation}</Heading>
      <Paragraph>{text.invitationText}</Paragraph>
      <ButtonGroup>
        <ButtonLink href={href(frame, paths.followThis(line))} look="secondary">
          {text.invitation}
        </ButtonLink>
      </ButtonGroup>
    </>
  )
}
