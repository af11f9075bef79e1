import { z } from 'zod'
import { one, type Errors, type FormInput } from '../../lib/form-values.ts'
import type { Lang } from '../../lib/words.ts'
import { line, optional } from '../../platform/forms.ts'
import { may } from '../../platform/http/access.ts'
import { action, page, type Route } from '../../platform/http/routes.ts'
import type { Visit } from '../../platform/http/visit.ts'
import { administrationWords } from './administration.text.ts'
import { organisationTypes, slugOfOrganisation } from './organisation.rules.ts'
import { changeOrganisation, makeOrganisation } from './organisations.actions.ts'
import { findOrganisation, listOrganisations, organisationWithSlug } from './organisations.sql.ts'
import { OrganisationPage, OrganisationsPage } from './organisations.views.tsx'
import { paths } from './paths.ts'
import { problems } from './problems.ts'

const who = may('administrator')
const reading = { who, rate: 'reading', data: 'none' } as const
const acting = { who, rate: 'working', data: 'none' } as const

const ticked = z
  .literal('on')
  .optional()
  .transform((value) => value === 'on')

const fieldsOf = (lang: Lang) => {
  const words = administrationWords[lang].organisations
  return {
    name: line({ min: 2, max: 200 }, { empty: words.emptyName, long: words.longName }),
    type: z.enum(organisationTypes, words.chooseType),
    website: optional(
      z
        .string()
        .max(300, words.wrongWebsite)
        .transform((typed) => typed.trim())
        .refine((typed) => /^https?:\/\//.test(typed) && URL.canParse(typed), words.wrongWebsite),
    ),
    partner: ticked,
  }
}
const NewForm = (lang: Lang) => z.strictObject(fieldsOf(lang))
const ChangeForm = (lang: Lang) => z.strictObject({ ...fieldsOf(lang), left: ticked })

const organisationIn = (visit: Visit): string => {
  const id = visit.param('id')
  if (!z.uuid().safeParse(id).success) throw problems['organisation-unknown']()
  return id
}

const shown = (visit: Visit, id: string | null, pageKey: string, input: FormInput, errors?: Errors): Response =>
  visit.html(
    <OrganisationPage
      frame={visit.frame()}
      pageKey={pageKey}
      id={id}
      input={input}
      done={errors ? null : visit.query('gedaan')}
      {...(errors && { errors })}
    />,
    errors ? 422 : 200,
  )

export const organisationRoutes: readonly Route[] = [
  page(paths.organisations, reading, async (visit) => {
    const organisations = await visit.house((tx) => listOrganisations(tx))
    return visit.html(
      <OrganisationsPage frame={visit.frame()} organisations={organisations} done={visit.query('gedaan')} />,
    )
  }),

  page(paths.newOrganisation, reading, (visit) => shown(visit, null, visit.newKey(), {})),

  action(paths.newOrganisation, { ...acting, input: NewForm('nl') }, async (visit) => {
    const form = visit.read(NewForm(visit.lang))
    if (!form.ok) return shown(visit, null, one(visit.sent, '_key'), form.input, form.errors)
    const { website, ...organisation } = form.value
    return visit.act(
      async (tx) => {
        const there = await organisationWithSlug(tx, slugOfOrganisation(organisation.name))
        if (there !== null) return `${paths.organisation(there)}?gedaan=bestaat`
        await makeOrganisation(tx, { ...organisation, ...(website !== undefined && { website }) }, visit.now)
        return `${paths.organisations}?gedaan=bewaard`
      },
      (location) => location,
    )
  }),

  page(paths.organisation(':id'), reading, async (visit) => {
    const id = organisationIn(visit)
    const organisation = await visit.house((tx) => findOrganisation(tx, id))
    if (!organisation) throw problems['organisation-unknown']()
    return shown(visit, id, visit.newKey(), {
      name: organisation.name,
      type: organisation.type,
      website: organisation.website ?? '',
      partner: organisation.partner ? 'on' : '',
      left: organisation.left_at ? 'on' : '',
    })
  }),

  action(paths.organisation(':id'), { ...acting, input: ChangeForm('nl') }, async (visit) => {
    const id = organisationIn(visit)
    if (!(await visit.house((tx) => findOrganisation(tx, id)))) throw problems['organisation-unknown']()
    const form = visit.read(ChangeForm(visit.lang))
    if (!form.ok) return shown(visit, id, one(visit.sent, '_key'), form.input, form.errors)
    const change = form.value
    return visit.act(
      (tx) => changeOrganisation(tx, id, { ...change, website: change.website }, visit.now),
      () => `${paths.organisations}?gedaan=bewaard`,
    )
  }),
]
