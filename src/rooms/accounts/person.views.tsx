import type { Child } from 'hono/jsx'
import type { Errors } from '../../lib/form-values.ts'
import { longDate } from '../../lib/words.ts'
import { permissions, type Permission } from '../../platform/http/access.ts'
import { ErrorSummary, Form, HiddenField, RadioGroup, Select, SubmitButton, ButtonGroup } from '../../ui/fields.tsx'
import { href, Page, type PageFrame } from '../../ui/layout.tsx'
import { Notice } from '../../ui/notices.tsx'
import { SummaryList } from '../../ui/summary-list.tsx'
import { Table } from '../../ui/tables.tsx'
import { Heading, Link, Paragraph } from '../../ui/typography.tsx'
import { administrationWords } from './administration.text.ts'
import { membershipRoles, needsSecondYes, whyNotConfirm } from './membership.rules.ts'
import { AdministrationTop, type OrganisationChoice } from './people.views.tsx'
import type { SeenPerson } from './seen-person.ts'
import { paths } from './paths.ts'

type Props = {
  frame: PageFrame
  newKey: () => string
  person: SeenPerson
  /** Who looks: an administrator. */
  viewer: string
  organisations: readonly OrganisationChoice[]
  done: string | null
  errors?: Errors
}

const Press = (props: {
  frame: PageFrame
  newKey: () => string
  path: string
  fields?: Readonly<Record<string, string>>
  look?: 'secondary' | 'negative'
  children?: Child
}) => (
  <Form action={href(props.frame, props.path)} idempotencyKey={props.newKey()} lang={props.frame.lang}>
    {Object.entries(props.fields ?? {}).map(([name, value]) => (
      <HiddenField name={name} value={value} />
    ))}
    <ButtonGroup>
      <SubmitButton look={props.look ?? 'secondary'}>{props.children}</SubmitButton>
    </ButtonGroup>
  </Form>
)

const ProposalNotice = ({ frame, newKey, person, viewer }: Props) => {
  const { proposal } = person
  if (!proposal) return null
  const { lang } = frame
  const words = administrationWords[lang].person
  const mayConfirm = whyNotConfirm(proposal, viewer) === null
  const path = paths.proposal(person.id)
  return (
    <Notice kind="info" lang={lang} heading={words.proposal}>
      <Paragraph>{words.proposedBy(proposal.proposerName, longDate(proposal.proposedAt, lang))}</Paragraph>
      {mayConfirm ? (
        <Press frame={frame} newKey={newKey} path={path} fields={{ decision: 'confirm' }}>
          {words.confirm}
        </Press>
      ) : (
        <Paragraph>{words.otherConfirms}</Paragraph>
      )}
      <Press frame={frame} newKey={newKey} path={path} fields={{ decision: 'reject' }} look="negative">
        {words.reject}
      </Press>
    </Notice>
  )
}

const Permissions = ({ frame, newKey, person }: Props) => {
  const all = administrationWords[frame.lang]
  const words = all.person
  const change = (permission: Permission): Child => {
    const label = all.permissions[permission]
    const common = { frame, newKey, fields: { permission } }
    if (person.permissions.includes(permission))
      return (
        <Press {...common} path={paths.withdrawPermission(person.id)} look="negative">
          {words.take}
          <span class="plein-hidden">: {label}</span>
        </Press>
      )
    if (permission === 'administrator' && person.proposal) return words.otherConfirms
    const say = needsSecondYes(permission, person.administrators) ? words.propose : words.give
    return (
      <Press {...common} path={paths.permissions(person.id)}>
        {say}
        <span class="plein-hidden">: {label}</span>
      </Press>
    )
  }
  return (
    <Table
      caption={words.permissions}
      captionHidden
      rows={permissions}
      columns={[
        { label: words.permission, cell: (permission) => all.permissions[permission] },
        {
          label: words.state,
          cell: (permission) => (person.permissions.includes(permission) ? words.has : words.hasNot),
        },
        { label: words.change, cell: change },
      ]}
    />
  )
}

const Organisations = ({ frame, newKey, person, organisations, errors = {} }: Props) => {
  const { lang } = frame
  const all = administrationWords[lang]
  const words = all.person
  return (
    <>
      {person.memberships.length === 0 ? (
        <Paragraph>{words.noOrganisations}</Paragraph>
      ) : (
        <Table
          caption={words.organisations}
          captionHidden
          rows={person.memberships}
          columns={[
            { label: words.organisation, cell: (row) => row.name },
            { label: words.role, cell: (row) => all.roles[row.role] },
            { label: words.from, cell: (row) => longDate(row.since, lang) },
            {
              label: words.change,
              cell: (row) => (
                <Press
                  frame={frame}
                  newKey={newKey}
                  path={paths.endMembership(person.id)}
                  fields={{ membership: row.id }}
                  look="negative"
                >
                  {words.end}
                  <span class="plein-hidden">: {row.name}</span>
                </Press>
              ),
            },
          ]}
        />
      )}
      <Heading level={3}>{words.add}</Heading>
      <Form action={href(lang, paths.memberships(person.id))} idempotencyKey={newKey()} lang={lang}>
        <Select
          name="organisation"
          label={words.organisation}
          required
          asWritten
          options={organisations.map((each) => ({ value: each.id, label: each.name }))}
          error={errors['organisation']}
          lang={lang}
        />
        <RadioGroup
          name="role"
          label={words.role}
          required
          options={membershipRoles.map((each) => ({ value: each, label: all.roles[each] }))}
          error={errors['role']}
          lang={lang}
        />
        <ButtonGroup>
          <SubmitButton look="secondary">{words.addDo}</SubmitButton>
        </ButtonGroup>
      </Form>
    </>
  )
}

export const PersonPage = (props: Props) => {
  const { frame, newKey, person, errors = {} } = props
  const { lang } = frame
  const all = administrationWords[lang]
  const words = all.person
  const since = person.secondFactorSince
  return (
    <Page frame={frame} title={all.people.title} errors={errors} wide>
      <ErrorSummary errors={errors} lang={lang} />
      <AdministrationTop frame={frame} done={props.done} />
      <Heading level={1}>{person.name}</Heading>
      <ProposalNotice {...props} />
      <SummaryList
        lang={lang}
        facts={[
          { key: words.email, value: person.email },
          { key: words.lang, value: all.invite.langs[person.lang] },
          { key: words.since, value: longDate(person.madeAt, lang) },
          {
            key: words.last,
            value: person.lastSignedInAt ? longDate(person.lastSignedInAt, lang) : all.people.never,
          },
          { key: words.second, value: since ? words.secondOn(longDate(since, lang)) : words.secondOff },
        ]}
      />
      {person.lastSignedInAt ? null : (
        <Press frame={frame} newKey={newKey} path={paths.inviteAgain(person.id)}>
          {words.again}
        </Press>
      )}
      <Heading level={2}>{words.permissions}</Heading>
      <Permissions {...props} />
      <Heading level={2}>{words.organisations}</Heading>
      <Organisations {...props} />
      {since ? (
        <>
          <Heading level={2}>{words.second}</Heading>
          <Paragraph>{words.secondHint}</Paragraph>
          <Press frame={frame} newKey={newKey} path={paths.resetSecondFactor(person.id)} look="negative">
            {words.secondReset}
          </Press>
        </>
      ) : null}
      <Paragraph>
        <Link href={href(lang, paths.people)}>{words.back}</Link>
      </Paragraph>
    </Page>
  )
}
