import type { Errors } from '../../../lib/form-values.ts'
import { ButtonGroup, ButtonLink, SubmitButton } from '../../../ui/buttons.tsx'
import { ErrorSummary } from '../../../ui/error-summary.tsx'
import { Form, HiddenField } from '../../../ui/fields.tsx'
import { href, Page, type PageFrame } from '../../../ui/layout.tsx'
import { Notice } from '../../../ui/notices.tsx'
import { Heading, Link, Paragraph } from '../../../ui/typography.tsx'
import { kindOf, pressOf, type Details } from '../kinds/kinds.rules.ts'
import { knowledgePaths } from '../square.paths.ts'
import { supportWords } from './support.text.ts'

type Pressed = { readonly slug: string; readonly type: string; readonly title: string; readonly details: Details }

/** Where somebody supports a question, joins a project, or says that an organisation accepts a training. */
export const TakingPartPage = (props: {
  frame: PageFrame
  item: Pressed
  press: 'supports' | 'joins' | null
  pressed: boolean
  expert: boolean
  own: readonly { readonly id: string; readonly name: string; readonly accepts: boolean }[]
  newKey: () => string
  errors: Errors
}) => {
  const { frame, item, own } = props
  const { lang } = frame
  const words = supportWords[lang]
  const press = props.press ?? (props.pressed ? (kindOf(item.type).press ?? null) : null)
  return (
    <Page frame={frame} title={words.title} errors={props.errors}>
      <ErrorSummary errors={props.errors} lang={lang} />
      <Heading level={1}>{words.title}</Heading>
      <Paragraph lead>{item.title}</Paragraph>
      {press === null ? null : (
        <section>
          <Paragraph>{words[press].lead}</Paragraph>
          <Paragraph>{words[press].who}</Paragraph>
          {props.pressed ? (
            <Notice kind="success" lang={lang}>
              {words[press].given}
            </Notice>
          ) : null}
          {props.expert ? (
            <Form action={href(frame, knowledgePaths.takePart(item.slug))} idempotencyKey={props.newKey()} lang={lang}>
              <HiddenField name="says" value={props.pressed ? 'no' : 'yes'} />
              <ButtonGroup>
                <SubmitButton look={props.pressed ? 'secondary' : 'primary'}>
                  {props.pressed ? words[press].back : words[press].press}
                </SubmitButton>
              </ButtonGroup>
            </Form>
          ) : (
            <Paragraph>{words.onlyExperts}</Paragraph>
          )}
        </section>
      )}
      {own.length === 0 ? null : (
        <section>
          <Heading level={2}>{words.accept.title}</Heading>
          <Paragraph>{words.accept.lead}</Paragraph>
          {own.map((each) => (
            <Form action={href(frame, knowledgePaths.accept(item.slug))} idempotencyKey={props.newKey()} lang={lang}>
              <HiddenField name="organisation" value={each.id} />
              <HiddenField name="says" value={each.accepts ? 'no' : 'yes'} />
              <ButtonGroup>
                <SubmitButton look={each.accepts ? 'secondary' : 'primary'}>
                  {each.accepts ? words.accept.back(each.name) : words.accept.press(each.name)}
                </SubmitButton>
              </ButtonGroup>
            </Form>
          ))}
        </section>
      )}
      <Paragraph>
        <Link href={href(frame, knowledgePaths.item(item.slug))}>{words.toItem}</Link>
      </Paragraph>
    </Page>
  )
}

/** On the public page: the way to the page on which one press does it. */
export const TakingPart = ({ frame, item }: { frame: PageFrame; item: Pressed }) => {
  const words = supportWords[frame.lang]
  const press = pressOf(item.type, item.details)
  const to = href(frame, knowledgePaths.takePart(item.slug))
  if (press !== null)
    return (
      <ButtonGroup>
        <ButtonLink href={to}>{words[press].link}</ButtonLink>
      </ButtonGroup>
    )
  return kindOf(item.type).accepted === true ? (
    <Paragraph>
      <Link href={to}>{words.accept.link}</Link>
    </Paragraph>
  ) : null
}
