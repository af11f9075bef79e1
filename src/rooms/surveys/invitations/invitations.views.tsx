import type { Errors } from '../../../lib/form-values.ts'
import { saidIn } from '../../../lib/questionnaire/definition.ts'
import type { Lang } from '../../../lib/words.ts'
import {
  ButtonGroup,
  ButtonLink,
  Checkbox,
  ErrorSummary,
  Form,
  HiddenField,
  RadioGroup,
  SubmitButton,
} from '../../../ui/fields.tsx'
import { href, Page, type PageFrame } from '../../../ui/layout.tsx'
import { Notice } from '../../../ui/notices.tsx'
import { Table } from '../../../ui/tables.tsx'
import { Heading, Link, List, Paragraph } from '../../../ui/typography.tsx'
import { provinces } from '../../regions/public.ts'
import { fillingPaths } from '../filling/filling.paths.ts'
import type { Inviting, ProgressRow } from './invitations.actions.ts'
import { invitationPaths as paths } from './invitations.paths.ts'
import { invitationsText } from './invitations.text.ts'
import { moveWords } from '../waves/moves.text.ts'
import { Trail } from '../trail.views.tsx'
import { isBeingMade } from '../waves/waves.states.rules.ts'

type Props = {
  readonly frame: PageFrame
  readonly origin: string
  readonly inviting: Inviting
  readonly errors: Errors
  readonly done: string | null
  readonly newKey: () => string
}

function groupName({ kind, key }: ProgressRow, { types, sizes }: Inviting, lang: Lang): string {
  const text = invitationsText[lang]
  if (kind === 'all') return text.all
  if (key === '') return text.unknown
  if (kind === 'region') return provinces().find(({ code }) => code === key)?.name ?? key
  const found = (kind === 'type' ? types : sizes).find((each) => each.key === key)
  return found === undefined ? key : saidIn(found.label, lang).text
}

const Progress = ({ inviting, lang }: { inviting: Inviting; lang: Lang }) => {
  const text = invitationsText[lang]
  const tables = (['all', 'type', 'size', 'region'] as const)
    .map((kind) => ({ kind, rows: inviting.progress.filter((row) => row.kind === kind) }))
    .filter(({ rows }) => rows.length > 0)
  return (
    <>
      <Heading level={2}>{text.progressTitle}</Heading>
      <Paragraph>{text.progressHint}</Paragraph>
      {tables.map(({ kind, rows }) => (
        <Table
          caption={kind === 'all' ? text.all : text.kinds[kind]}
          columns={[
            { label: text.group, cell: (row) => groupName(row, inviting, lang) },
            { label: text.invited, cell: (row) => row.invited, numeric: true },
            { label: text.answered, cell: (row) => row.answered ?? text.few, numeric: true },
          ]}
          rows={rows}
        />
      ))}
    </>
  )
}

const Agreements = ({ frame, origin, inviting, errors, newKey }: Props) => {
  const { lang } = frame
  const text = invitationsText[lang]
  const fixed = !isBeingMade(inviting.state)
  const address = `${origin}${href(lang, fillingPaths.open(inviting.series, inviting.slug))}`
  return (
    <>
      <Heading level={2}>{text.settingsTitle}</Heading>
      <Form action={href(lang, paths.settings(inviting.series, inviting.slug))} idempotencyKey={newKey()} lang={lang}>
        {fixed ? (
          <>
            <Paragraph>{text.fixedRule(text.doublesRule[inviting.doubles])}</Paragraph>
            <HiddenField name="doubles" value={inviting.doubles} />
          </>
        ) : (
          <RadioGroup
            name="doubles"
            label={text.doubles}
            hint={text.doublesHint}
            required
            value={inviting.doubles}
            options={(['latest', 'merge'] as const).map((value) => ({ value, label: text.doublesRule[value] }))}
            {...(errors['doubles'] !== undefined && { error: errors['doubles'] })}
            lang={lang}
          />
        )}
        <Checkbox
          name="openLink"
          label={text.openLink}
          hint={text.openLinkHint}
          checked={inviting.openLink}
          lang={lang}
        />
        <ButtonGroup>
          <SubmitButton look="secondary">{text.save}</SubmitButton>
        </ButtonGroup>
      </Form>
      {inviting.openLink && inviting.state === 'open' ? (
        <Paragraph>
          {text.openAddress} <Link href={address}>{address}</Link>
        </Paragraph>
      ) : null}
    </>
  )
}

const isAsking = ({ state }: Inviting): boolean => state === 'pilot' || state === 'open'

const Above = ({ frame, inviting }: { frame: PageFrame; inviting: Inviting }) => (
  <Trail
    frame={frame}
    series={{ slug: inviting.series, title: inviting.title }}
    wave={{ slug: inviting.slug, label: inviting.label }}
  />
)

/** Who is asked and how far it is, in groups. */
export const InvitingPage = (props: Props) => {
  const { frame, inviting, errors } = props
  const { lang } = frame
  const text = invitationsText[lang]
  const title = text.title(`${saidIn(inviting.title, lang).text}, ${saidIn(inviting.label, lang).text}`)
  return (
    <Page frame={frame} title={title} errors={errors}>
      <Above frame={frame} inviting={inviting} />
      <Heading level={1}>{title}</Heading>
      <ErrorSummary errors={errors} lang={lang} />
      {props.done === null ? null : (
        <Notice kind="success" lang={lang}>
          {props.done === 'uitgenodigd' ? text.busy : text.saved}
        </Notice>
      )}
      <Paragraph lead>{text.lead}</Paragraph>
      {isAsking(inviting) ? (
        inviting.uninvited === 0 ? (
          <Paragraph>{text.askedNone}</Paragraph>
        ) : (
          <>
            <Paragraph>{text.asked(inviting.uninvited)}</Paragraph>
            <ButtonGroup>
              <ButtonLink href={href(lang, paths.invite(inviting.series, inviting.slug))}>{text.invite}</ButtonLink>
            </ButtonGroup>
          </>
        )
      ) : (
        <Paragraph>{text.notNow}</Paragraph>
      )}
      <Paragraph>{text.reminders}</Paragraph>
      <Progress inviting={inviting} lang={lang} />
      {inviting.bounced.length === 0 ? null : (
        <>
          <Heading level={2}>{text.bouncedTitle}</Heading>
          <Paragraph>{text.bounced}</Paragraph>
          <List items={inviting.bounced} />
        </>
      )}
      <Heading level={2}>{text.matchTitle}</Heading>
      <Paragraph>{text.match(inviting.toMatch)}</Paragraph>
      {inviting.toMatch === 0 ? null : (
        <ButtonLink look="secondary" href={href(lang, paths.openAnswers(inviting.series, inviting.slug))}>
          {text.toMatch}
        </ButtonLink>
      )}
      <Heading level={2}>{text.doublesTitle}</Heading>
      <Paragraph>{inviting.toDecide === null ? text.doublesLater : text.doublesCount(inviting.toDecide)}</Paragraph>
      {inviting.toDecide === null || inviting.toDecide === 0 ? null : (
        <ButtonLink look="secondary" href={href(lang, paths.doubles(inviting.series, inviting.slug))}>
          {text.toDoubles}
        </ButtonLink>
      )}
      <Agreements {...props} />
    </Page>
  )
}

/** Before letters leave: how many, and what comes after them. */
export const AskInvitePage = (props: { frame: PageFrame; inviting: Inviting; pageKey: string }) => {
  const { frame, inviting } = props
  const { lang } = frame
  const text = invitationsText[lang]
  const words = moveWords[lang]
  const at = [inviting.series, inviting.slug] as const
  const asks = isAsking(inviting) && inviting.uninvited > 0
  const letters = inviting.state === 'pilot' ? words.invite.tests : words.invite.letters
  return (
    <Page frame={frame} title={words.invite.title}>
      <Above frame={frame} inviting={inviting} />
      <Heading level={1}>{words.invite.title}</Heading>
      {asks ? (
        <>
          <Heading level={2}>{words.happens}</Heading>
          <List items={[letters(inviting.uninvited), words.invite.reminders]} />
          <Paragraph>{words.invite.never}</Paragraph>
          <Form action={href(lang, paths.invite(...at))} idempotencyKey={props.pageKey} lang={lang}>
            <ButtonGroup>
              <SubmitButton>{words.invite.button}</SubmitButton>
              <ButtonLink look="subtle" href={href(lang, paths.wave(...at))}>
                {words.back}
              </ButtonLink>
            </ButtonGroup>
          </Form>
        </>
      ) : (
        <Paragraph>{isAsking(inviting) ? text.askedNone : text.notNow}</Paragraph>
      )}
    </Page>
  )
}

/** Behind the link of a letter: no more mail. Opening it does nothing; the button does. */
export const DeclinePage = (props: { frame: PageFrame; link: string; done: boolean; newKey: string }) => {
  const { frame, done } = props
  const text = invitationsText[frame.lang]
  const title = done ? text.declinedTitle : text.declineTitle
  return (
    <Page frame={frame} title={title}>
      <Heading level={1}>{title}</Heading>
      {done ? (
        <Paragraph lead>{text.declined}</Paragraph>
      ) : (
        <Form
          action={href(frame.lang, fillingPaths.decline(props.link))}
          idempotencyKey={props.newKey}
          lang={frame.lang}
        >
          <Paragraph lead>{text.decline}</Paragraph>
          <ButtonGroup>
            <SubmitButton>{text.declineButton}</SubmitButton>
          </ButtonGroup>
        </Form>
      )}
    </Page>
  )
}
