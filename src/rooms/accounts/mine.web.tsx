import { z } from 'zod'
import type { Errors, FormInput } from '../../lib/form-values.ts'
import { languages, type Lang } from '../../lib/words.ts'
import type { Tx } from '../../platform/db/database.ts'
import { record } from '../../platform/diary.ts'
import { line } from '../../platform/forms.ts'
import { signedIn, type Permission } from '../../platform/http/access.ts'
import { action, page, type Route } from '../../platform/http/routes.ts'
import type { Visit } from '../../platform/http/visit.ts'
import type { Vault } from '../../platform/vault/vault.ts'
import { withdrawConsent } from './consents.actions.ts'
import { consentsOf } from './consents.sql.ts'
import { mineWords } from './mine.text.ts'
import { MinePage, SettingsPage } from './mine.views.tsx'
import { nextSteps } from './next-steps.rules.ts'
import { paths } from './paths.ts'
import { fields, personName, reach, sealerOfPerson } from './persons.sql.ts'
import { secondFactorOf } from './second-factor.actions.ts'

const SettingsForm = (lang: Lang) => {
  const words = mineWords[lang].settings
  return z.strictObject({
    name: line({ max: 100 }, { empty: words.emptyName, long: words.longName }),
    lang: z.enum(languages, words.chooseLang),
  })
}
const WithdrawForm = z.strictObject({ consent: z.uuid() })

async function settings(
  visit: Visit,
  { input, errors }: { input?: FormInput; errors?: Errors } = {},
): Promise<Response> {
  const person = visit.person()
  const { vault } = visit.platform
  const found = await visit.house(async (tx) => ({
    self: await reach(tx, vault, person),
    factor: await secondFactorOf(tx, vault, person),
    consents: await consentsOf(tx, person),
  }))
  const done = visit.query('gedaan')
  return visit.html(
    <SettingsPage
      frame={visit.frame()}
      newKey={() => visit.newKey()}
      name={found.self?.name ?? ''}
      mailLang={found.self?.lang ?? 'nl'}
      secondFactorSince={found.factor.since}
      consents={found.consents.map((consent) => ({
        ...consent,
        endedAt: consent.expiresAt && consent.expiresAt <= visit.now ? consent.expiresAt : null,
      }))}
      done={done === 'bewaard' ? 'saved' : done === 'ingetrokken' ? 'withdrawn' : null}
      {...(input && { input })}
      {...(errors && { errors })}
    />,
    errors ? 422 : 200,
  )
}

/** Changes how somebody is called here, and in which language they get letters. */
async function changeSettings(tx: Tx, vault: Vault, person: string, to: { name: string; lang: Lang }, now: Date) {
  const sealer = await sealerOfPerson(tx, vault, person)
  await tx
    .updateTable('accounts_persons')
    .set({ name_sealed: sealer.seal(fields.name, to.name), lang: to.lang })
    .where('id', '=', person)
    .execute()
  await record(tx, 'accounts.settings-changed', person, now)
}

export const mineRoutes: readonly Route[] = [
  page(paths.mine, { who: signedIn, rate: 'reading', data: 'personal' }, async (visit) => {
    const { actor } = visit
    const person = visit.person()
    const name = await visit.house((tx) => personName(tx, visit.platform.vault, person))
    const has = (permission: Permission) => actor.kind === 'session' && actor.permissions.has(permission)
    const steps = nextSteps({
      expert: has('expert'),
      coordinator: has('coordinator'),
      researcher: has('researcher'),
      administrator: has('administrator'),
      editor: actor.kind === 'session' && actor.edits.size > 0,
      secondFactor: actor.kind === 'session' && actor.secondFactor,
    })
    return visit.html(<MinePage frame={visit.frame()} name={name ?? ''} steps={steps} />)
  }),

  page(paths.settings, { who: signedIn, rate: 'reading', data: 'personal' }, (visit) => settings(visit)),

  action(
    paths.settings,
    { who: signedIn, rate: 'working', data: 'personal', input: SettingsForm('nl') },
    async (visit) => {
      const form = visit.read(SettingsForm(visit.lang))
      if (!form.ok) return settings(visit, form)
      const person = visit.person()
      return visit.act(
        (tx) => changeSettings(tx, visit.platform.vault, person, form.value, visit.now),
        () => `${paths.settings}?gedaan=bewaard`,
      )
    },
  ),

  action(
    paths.withdrawConsent,
    { who: signedIn, rate: 'working', data: 'personal', input: WithdrawForm },
    async (visit) => {
      const form = visit.read(WithdrawForm)
      if (!form.ok) return settings(visit, { errors: form.errors })
      return visit.act(
        (tx) => withdrawConsent(tx, form.value.consent, visit.now),
        () => `${paths.settings}?gedaan=ingetrokken`,
      )
    },
  ),
]
