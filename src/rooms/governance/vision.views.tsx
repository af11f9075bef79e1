import { one, type Errors, type FormInput } from '../../lib/form-values.ts'
import { longDate } from '../../lib/words.ts'
import { ButtonGroup, ErrorSummary, Form, HiddenField, RadioGroup, SubmitButton, TextArea } from '../../ui/fields.tsx'
import { Empty } from '../../ui/empty.tsx'
import { href, Page, type PageFrame } from '../../ui/layout.tsx'
import { Notice } from '../../ui/notices.tsx'
import { PlainText } from '../../ui/prose.tsx'
import { Heading, Link, List, Paragraph } from '../../ui/typography.tsx'
import { paths } from './paths.ts'
import { governanceWords } from './text.ts'
import type { findVision, listVisions } from './vision.sql.ts'

type Vision = NonNullable<Awaited<ReturnType<typeof findVision>>>
type Versions = Awaited<ReturnType<typeof listVisions>>

/** One version of the vision, with what every partner says of it. `vision` is null before the first. */
export const VisionPage = ({
  frame,
  vision,
  versions,
}: {
  frame: PageFrame
  vision: Vision | null
  versions: Versions
}) => {
  const { lang } = frame
  const words = governanceWords[lang].vision
  if (vision === null)
    return (
      <Page frame={frame} title={words.title}>
        <Heading level={1}>{words.title}</Heading>
        <Empty title={words.none} />
      </Page>
    )
  const newest = versions[0]?.version ?? vision.version
  const agreeing = vision.positions.filter((each) => each.exception === null)
  const excepting = vision.positions.flatMap(({ organisation, exception }) =>
    exception === null ? [] : [{ organisation, exception }],
  )
  return (
    <Page frame={frame} title={words.title}>
      <Heading level={1}>{words.title}</Heading>
      <Paragraph lead>{words.lead}</Paragraph>
      <Paragraph>{words.version(vision.version, longDate(vision.made_at, lang))}</Paragraph>
      {newest === vision.version ? null : (
        <Notice kind="info" lang={lang}>
          <p class="nl-paragraph">{words.older(newest)}</p>
          <p class="nl-paragraph">
            <Link href={href(frame, paths.vision)}>{words.newest}</Link>
          </p>
        </Notice>
      )}
      <PlainText text={vision.text} />
      <Heading level={2}>{words.positions}</Heading>
      {agreeing.length === 0 ? null : <List items={agreeing.map((each) => words.agrees(each.organisation))} />}
      {excepting.map((each) => (
        <section>
          <Heading level={3} look={4}>
            {words.except(each.organisation)}
          </Heading>
          <PlainText text={each.exception} />
        </section>
      ))}
      {vision.silent.length === 0 ? null : <Paragraph>{words.silent(vision.silent.join(', '))}</Paragraph>}
      <Heading level={2}>{words.why}</Heading>
      <PlainText text={vision.why} />
      <Heading level={2}>{words.versions}</Heading>
      <List
        items={versions.map((each) => (
          <Link
            href={href(frame, paths.visionVersion(String(each.version)))}
            {...(each.version === vision.version && { current: true })}
          >
            {words.version(each.version, longDate(each.made_at, lang))}
          </Link>
        ))}
      />
      <Paragraph>
        <Link href={href(frame, paths.decisions)}>{words.toDecisions}</Link>
      </Paragraph>
    </Page>
  )
}

export type WritingProps = {
  frame: PageFrame
  version: number
  /** The partners that who looks edits, with what each said of the newest version; `said` is null before it did. */
  partners: readonly {
    readonly id: string
    readonly name: string
    readonly said: { readonly exception: string | null } | null
  }[]
  newKey: () => string
  saved: boolean
  /** The text to begin from, or what was sent. */
  input: FormInput
  errors: Errors
  /** The partner whose position was sent with errors. */
  sentFor: string | null
}

const PositionForm = (props: WritingProps & { partner: WritingProps['partners'][number] }) => {
  const { frame, partner } = props
  const { lang } = frame
  const words = governanceWords[lang].writing
  const sent = props.sentFor === partner.id
  const agrees = partner.said === null ? '' : partner.said.exception === null ? 'yes' : 'except'
  return (
    <section>
      <Heading level={3}>{partner.name}</Heading>
      <Form action={href(frame, paths.position)} idempotencyKey={props.newKey()} lang={lang}>
        <HiddenField name="version" value={String(props.version)} />
        <HiddenField name="organisation" value={partner.id} />
        <RadioGroup
          name="agrees"
          label={words.agrees(partner.name)}
          required
          lang={lang}
          value={sent ? one(props.input, 'agrees') : agrees}
          options={[
            { value: 'yes', label: words.yes },
            { value: 'except', label: words.except },
          ]}
          {...(sent && { error: props.errors['agrees'] })}
        />
        <TextArea
          name="exception"
          label={words.point}
          hint={words.pointHint}
          rows={3}
          maxLength={1000}
          lang={lang}
          value={sent ? one(props.input, 'exception') : (partner.said?.exception ?? '')}
          {...(sent && { error: props.errors['exception'] })}
        />
        <ButtonGroup>
          <SubmitButton look="secondary">{words.say}</SubmitButton>
        </ButtonGroup>
      </Form>
    </section>
  )
}

/** Where partners state their position, and write a new version. */
export const WritingPage = (props: WritingProps) => {
  const { frame, input, errors } = props
  const { lang } = frame
  const words = governanceWords[lang].writing
  // One form has these fields once: an editor of several partners chooses one first.
  const [partner] = props.partners
  const wrote = props.sentFor === null
  return (
    <Page frame={frame} title={words.title} errors={errors}>
      <ErrorSummary errors={errors} lang={lang} />
      <Heading level={1}>{words.title}</Heading>
      {props.saved ? (
        <Notice kind="success" lang={lang}>
          {words.saved}
        </Notice>
      ) : null}
      <Paragraph>
        <Link href={href(frame, paths.vision)}>{words.read}</Link>
      </Paragraph>
      {props.version === 0 || partner === undefined ? null : (
        <>
          <Heading level={2}>{words.positions}</Heading>
          <PositionForm {...props} partner={partner} />
        </>
      )}
      <Heading level={2}>{words.write}</Heading>
      <Paragraph>{words.writeHint}</Paragraph>
      <Form action={href(frame, paths.writeVision)} idempotencyKey={props.newKey()} keep="visie" lang={lang}>
        <HiddenField name="after" value={String(props.version)} />
        <TextArea
          name="text"
          label={words.text}
          hint={words.textHint}
          required
          rows={14}
          maxLength={20_000}
          lang={lang}
          value={one(input, 'text')}
          {...(wrote && { error: errors['text'] })}
        />
        <TextArea
          name="why"
          label={words.why}
          required
          rows={3}
          maxLength={1000}
          lang={lang}
          value={wrote ? one(input, 'why') : ''}
          {...(wrote && { error: errors['why'] })}
        />
        <ButtonGroup>
          <SubmitButton>{words.save}</SubmitButton>
        </ButtonGroup>
      </Form>
    </Page>
  )
}
