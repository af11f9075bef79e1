import { longDate, type Lang, withCapital } from '../../lib/words.ts'
import { Empty } from '../../ui/empty.tsx'
import { ButtonLink, Form, SubmitButton } from '../../ui/fields.tsx'
import { href, Page, type PageFrame } from '../../ui/layout.tsx'
import { PlainText } from '../../ui/prose.tsx'
import { SummaryList } from '../../ui/summary-list.tsx'
import { Columns, Heading, Link, Paragraph } from '../../ui/typography.tsx'
import { labelOf } from '../terms/public.ts'
import { duoPaths } from './desk.paths.ts'
import { invitationWords } from './invitation.text.ts'
import { provinceName } from './neighbours.ts'
import type { InvitationSeen } from './readings.sql.ts'
import { rewardInWords } from './rewards.text.ts'
import { labels } from './words.text.ts'

/** Days within which a reply helps; after that the desk may ask somebody else. The link itself works longer. */
const replyDays = 14

type Answering = { readonly yes: string; readonly no: string; readonly newKey: () => string }

const InvitationBody = (props: { invitation: InvitationSeen; answering: Answering; lang: Lang; level: 2 | 3 }) => {
  const { invitation, answering, lang, level } = props
  const words = invitationWords[lang]
  const { sizes } = words
  return (
    <>
      <Heading level={level}>{words.about}</Heading>
      <PlainText text={invitation.question} {...(invitation.lang !== lang && { textLang: invitation.lang })} />
      <SummaryList
        lang={lang}
        facts={[
          {
            key: words.themes,
            value: withCapital(invitation.themes.map((each) => labelOf(each, lang)).join(', ') || words.unknown),
          },
          {
            key: words.kind,
            value: withCapital(
              invitation.questionKind === null ? words.unknown : labelOf(invitation.questionKind, lang),
            ),
          },
          {
            key: words.province,
            value: invitation.province === null ? words.unknown : provinceName(invitation.province),
          },
        ]}
      />
      <Heading level={level}>{words.reward}</Heading>
      <Paragraph>
        {invitation.reward.form === 'none' ? words.noReward : <strong>{rewardInWords(invitation.reward, lang)}</strong>}
      </Paragraph>
      <Heading level={level}>{words.expected}</Heading>
      <Paragraph>
        {invitation.size === null ? null : sizes[invitation.size]}{' '}
        {invitation.form === null ? null : `${words.form}: ${labels[lang].forms[invitation.form].toLowerCase()}.`}
      </Paragraph>
      <Paragraph>
        {words.by(longDate(new Date(invitation.invitedAt.getTime() + replyDays * 86_400_000), lang))} {words.who}
      </Paragraph>
      <Columns>
        <Form action={href(lang, answering.yes)} idempotencyKey={answering.newKey()} lang={lang}>
          <SubmitButton look="secondary">{words.yes}</SubmitButton>
        </Form>
        <Form action={href(lang, answering.no)} idempotencyKey={answering.newKey()} lang={lang}>
          <SubmitButton look="secondary">{words.no}</SubmitButton>
        </Form>
      </Columns>
      <Paragraph>{words.free}</Paragraph>
    </>
  )
}

/** The page behind the link of the mail: nobody needs to sign in to say yes or no. */
export const InvitationPage = (props: { frame: PageFrame; invitation: InvitationSeen; answering: Answering }) => {
  const { lang } = props.frame
  const words = invitationWords[lang]
  return (
    <Page frame={props.frame} title={words.title}>
      <Heading level={1}>{words.title}</Heading>
      <Paragraph lead>{words.lead}</Paragraph>
      <InvitationBody invitation={props.invitation} answering={props.answering} lang={lang} level={2} />
    </Page>
  )
}

export const InvitationsPage = (props: {
  frame: PageFrame
  invitations: readonly InvitationSeen[]
  newKey: () => string
}) => {
  const { lang } = props.frame
  const words = invitationWords[lang]
  return (
    <Page frame={props.frame} title={words.listTitle}>
      <Heading level={1}>{words.listTitle}</Heading>
      <Paragraph lead>{words.listLead}</Paragraph>
      {props.invitations.length === 0 ? (
        <Empty title={words.noneTitle} sentence={words.none}>
          <ButtonLink href={href(lang, duoPaths.list)}>{words.toQuestions}</ButtonLink>
        </Empty>
      ) : (
        props.invitations.map((invitation, index) => (
          <article class="plein-card">
            <Heading level={2}>{words.card(index + 1)}</Heading>
            <InvitationBody
              invitation={invitation}
              answering={{
                yes: duoPaths.acceptMine(invitation.member),
                no: duoPaths.declineMine(invitation.member),
                newKey: props.newKey,
              }}
              lang={lang}
              level={3}
            />
          </article>
        ))
      )}
    </Page>
  )
}

/** After yes or no, and for an invitation that is over. It holds nothing of the question. */
export const RepliedPage = ({ frame, reply }: { frame: PageFrame; reply: 'accepted' | 'declined' | 'ended' }) => {
  const { lang } = frame
  const words = invitationWords[lang]
  const title = words[`${reply}Title`]
  return (
    <Page frame={frame} title={title}>
      <Heading level={1}>{title}</Heading>
      <Paragraph lead>{words[reply]}</Paragraph>
      {reply === 'accepted' ? (
        <ButtonLink href={href(lang, duoPaths.list)}>{words.open}</ButtonLink>
      ) : (
        <Paragraph>
          <Link href={href(lang, '/')}>{words.home}</Link>
        </Paragraph>
      )}
    </Page>
  )
}
