import { z } from 'zod'
import type { Errors, FormInput } from '../../lib/form-values.ts'
import { one } from '../../lib/form-values.ts'
import { normaliseEmailAddress } from '../../lib/text/emailAddress.ts'
import { languages, type Lang } from '../../lib/words.ts'
import { line, optional, ticks } from '../../platform/forms.ts'
import { may, permissions } from '../../platform/http/access.ts'
import { action, page, type Route } from '../../platform/http/routes.ts'
import type { ActVisit, Visit } from '../../platform/http/visit.ts'
import { problems as platformProblems } from '../../platform/problems.ts'
import type { Tx } from '../../platform/db/database.ts'
import { administrationWords } from './administration.text.ts'
import { membershipRoles } from './membership.rules.ts'
import { organisationsPublic } from './organisations.sql.ts'
import { paths } from './paths.ts'
import {
  addToOrganisation,
  decideProposal,
  endMembership,
  givePermission,
  inviteAgain,
  invitePerson,
  resetSecondFactor,
  withdrawPermission,
} from './people.actions.ts'
import { findPerson, listPeople } from './people.sql.ts'
import { InvitePage, PeoplePage } from './people.views.tsx'
import { PersonPage } from './person.views.tsx'
import { problems } from './problems.ts'
import { actFresh, stepUpField } from './step-up.web.tsx'

const who = may('administrator')
const reading = { who, rate: 'reading', data: 'personal' } as const
const acting = { who, rate: 'working', data: 'personal' } as const

const InviteForm = (lang: Lang) => {
  const words = administrationWords[lang].invite
  return z.strictObject({
    name: line({ max: 100 }, { empty: words.emptyName, long: words.longName }),
    email: z.string(words.wrongEmail).transform((typed, issues) => {
      const email = normaliseEmailAddress(typed)
      if (email !== null) return email
      issues.addIssue({ code: 'custom', message: words.wrongEmail })
      return z.NEVER
    }),
    lang: z.enum(languages, words.choose),
    permissions: ticks(z.enum(permissions, words.choose)),
    edits: optional(z.uuid(words.choose)),
    ...stepUpField,
  })
}
const FindForm = z.strictObject({ email: optional(z.string().max(1000)) })
const PermissionForm = z.strictObject({ permission: z.enum(permissions) })
const GrantForm = z.strictObject({ ...PermissionForm.shape, ...stepUpField })
const DecisionForm = z.strictObject({ decision: z.enum(['confirm', 'reject']), ...stepUpField })
const MembershipForm = (lang: Lang) => {
  const words = administrationWords[lang].person
  return z.strictObject({
    organisation: z.uuid(words.chooseOrganisation),
    role: z.enum(membershipRoles, words.chooseRole),
    ...stepUpField,
  })
}
const EndForm = z.strictObject({ membership: z.uuid() })
const Nothing = z.strictObject({})
const OnlyCode = z.strictObject(stepUpField)

/** The person of the path. What is no number of a person is nobody. */
const personIn = (visit: Visit): string => {
  const id = visit.param('id')
  if (!z.uuid().safeParse(id).success) throw problems['person-unknown']()
  return id
}

async function showPerson(visit: Visit, errors?: Errors): Promise<Response> {
  const id = personIn(visit)
  const found = await visit.house(async (tx) => ({
    person: await findPerson(tx, visit.platform.vault, id),
    organisations: await organisationsPublic(tx),
  }))
  if (!found.person) throw problems['person-unknown']()
  return visit.html(
    <PersonPage
      frame={visit.frame()}
      newKey={() => visit.newKey()}
      person={found.person}
      viewer={visit.person()}
      organisations={found.organisations}
      done={visit.query('gedaan')}
      {...(errors && { errors })}
    />,
    errors ? 422 : 200,
  )
}

async function showPeople(visit: Visit, at: number, email: string | null): Promise<Response> {
  const list = await visit.house((tx) => listPeople(tx, visit.platform.vault, { page: at, email }))
  return visit.html(
    <PeoplePage
      frame={visit.frame()}
      pageKey={visit.newKey()}
      {...list}
      page={at}
      email={email}
      done={visit.query('gedaan')}
    />,
  )
}

async function showInvite(visit: Visit, pageKey: string, input?: FormInput, errors?: Errors): Promise<Response> {
  const organisations = await visit.house((tx) => organisationsPublic(tx))
  return visit.html(
    <InvitePage
      frame={visit.frame()}
      pageKey={pageKey}
      organisations={organisations}
      {...(input && { input })}
      {...(errors && { errors })}
    />,
    errors ? 422 : 200,
  )
}

/**
 * A press of a button on the page of a person: its fields were written by us, so a wrong one is no form of ours. `fresh`:
 * whether it asks for a second factor of a few minutes ago.
 */
const press =
  <S extends z.ZodType>(
    schema: S,
    work: (tx: Tx, visit: ActVisit, person: string, form: z.output<S>) => Promise<string>,
    fresh: (form: z.output<S>) => boolean = () => false,
  ) =>
  (visit: ActVisit): Promise<Response> => {
    const person = personIn(visit)
    const form = visit.read(schema)
    if (!form.ok) throw platformProblems['unknown-form']()
    const act = (tx: Tx) => work(tx, visit, person, form.value)
    const depart = (done: string) => `${paths.person(person)}?gedaan=${done}`
    return fresh(form.value) ? actFresh(visit, act, depart, paths.person(person)) : visit.act(act, depart)
  }

const doneOfInvite = { given: 'uitgenodigd', proposed: 'voorgesteld', known: 'bekend' } as const

export const peopleRoutes: readonly Route[] = [
  page(paths.people, reading, async (visit) => {
    const wanted = Number(visit.query('pagina') ?? 1)
    const at = Number.isInteger(wanted) && wanted >= 1 && wanted <= 100_000 ? wanted : 1
    return showPeople(visit, at, null)
  }),

  // A search by POST: an address does not belong in the history of a browser.
  action(paths.people, { ...acting, input: FindForm }, (visit) => {
    const form = visit.read(FindForm)
    if (!form.ok) throw platformProblems['unknown-form']()
    return showPeople(visit, 1, form.value.email?.trim() ?? null)
  }),

  page(paths.invite, reading, (visit) => showInvite(visit, visit.newKey())),

  action(paths.invite, { ...acting, input: InviteForm('nl') }, async (visit) => {
    const pageKey = one(visit.sent, '_key')
    const form = visit.read(InviteForm(visit.lang))
    if (!form.ok) return showInvite(visit, pageKey, form.input, form.errors)
    const { edits, code: _code, ...invited } = form.value
    const { vault } = visit.platform
    const by = visit.person()
    const invite = (tx: Tx) =>
      invitePerson(tx, vault, { ...invited, ...(edits !== undefined && { edits: [edits] }), by }, visit.now)
    const depart = ({ person, outcome }: Awaited<ReturnType<typeof invite>>) =>
      `${paths.person(person)}?gedaan=${doneOfInvite[outcome]}`
    return invited.permissions.length > 0 || edits !== undefined
      ? actFresh(visit, invite, depart, paths.invite)
      : visit.act(invite, depart)
  }),

  page(paths.person(':id'), reading, (visit) => showPerson(visit)),

  action(
    paths.permissions(':id'),
    { ...acting, input: GrantForm },
    press(
      GrantForm,
      async (tx, visit, person, { permission }) => {
        const granted = await givePermission(tx, { person, permission, by: visit.person() }, visit.now)
        return granted === 'proposed' ? 'voorgesteld' : 'gegeven'
      },
      () => true,
    ),
  ),

  action(
    paths.withdrawPermission(':id'),
    { ...acting, input: PermissionForm },
    press(PermissionForm, async (tx, visit, person, { permission }) => {
      await withdrawPermission(tx, { person, permission }, visit.now)
      return 'ingetrokken'
    }),
  ),

  action(
    paths.proposal(':id'),
    { ...acting, input: DecisionForm },
    press(
      DecisionForm,
      async (tx, visit, person, { decision }) => {
        await decideProposal(tx, { person, by: visit.person(), yes: decision === 'confirm' }, visit.now)
        return decision === 'confirm' ? 'bevestigd' : 'afgewezen'
      },
      ({ decision }) => decision === 'confirm',
    ),
  ),

  action(paths.memberships(':id'), { ...acting, input: MembershipForm('nl') }, async (visit) => {
    const person = personIn(visit)
    const form = visit.read(MembershipForm(visit.lang))
    if (!form.ok) return showPerson(visit, form.errors)
    const { organisation, role } = form.value
    const add = (tx: Tx) => addToOrganisation(tx, { person, organisation, role }, visit.now)
    const depart = () => `${paths.person(person)}?gedaan=toegevoegd`
    // An editor may do something, a member only belongs.
    return role === 'editor' ? actFresh(visit, add, depart, paths.person(person)) : visit.act(add, depart)
  }),

  action(
    paths.endMembership(':id'),
    { ...acting, input: EndForm },
    press(EndForm, async (tx, visit, person, { membership }) => {
      await endMembership(tx, { person, membership }, visit.now)
      return 'beeindigd'
    }),
  ),

  action(
    paths.resetSecondFactor(':id'),
    { ...acting, input: OnlyCode },
    press(
      OnlyCode,
      async (tx, visit, person) => {
        await resetSecondFactor(tx, person, visit.now)
        return 'teruggezet'
      },
      () => true,
    ),
  ),

  action(
    paths.inviteAgain(':id'),
    { ...acting, input: Nothing },
    press(Nothing, async (tx, visit, person) => {
      await inviteAgain(tx, person, visit.now)
      return 'uitgenodigd'
    }),
  ),
]
