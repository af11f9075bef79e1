import { sql } from 'kysely'
import type { House } from '../../../../test/house.ts'
import type { Browsing, Seen } from '../../../../test/browsing.ts'
import type { AgreementRule } from './approvals.rules.ts'
import { saysField, whyField } from './approvals.forms.ts'
import { fillIn } from '../knowledge.testing.ts'

/** An item of the first organisations, agreed upon by both: partner B was asked to join and said yes. @returns its id. */
export async function sharedItem(house: House, editor: Browsing, other: Browsing): Promise<string> {
  const { a, b } = house.people.organisations
  const made = await editor.submit(await editor.get('/redactie/nieuw'), { title: 'Samen houden', type: 'guide' })
  const id = made.location?.split('/').at(-1) ?? ''
  await fillIn(editor, id, { title: 'Samen houden', 'part:text': 'Twee weten meer dan een.', stewards: [a, b] })
  await other.post(`/redactie/${id}/meedoen`, { organisation: b, says: 'yes' })
  return id
}

/** Proposes a rule by the form of the page. */
export const proposes = async (
  editor: Browsing,
  id: string,
  rule: AgreementRule,
  more: Record<string, string> = {},
): Promise<Seen> =>
  editor.submit(
    await editor.get(`/redactie/${id}/besluiten`),
    { rule, ruleWhy: 'Zo houden we het samen goed.', ...more },
    `/redactie/${id}/afspraak`,
  )

/** Answers the first question on a page about it. */
export async function answers(
  browser: Browsing,
  page: string,
  says: 'yes' | 'no',
  why = 'Dat vinden wij.',
): Promise<Seen> {
  const seen = await browser.get(page)
  const ask = /name="ask" value="([^"]+)"/.exec(seen.text)?.[1] ?? ''
  return browser.submit(seen, { [saysField(ask)]: says, [whyField(ask)]: why }, 'name="ask"')
}

/** Both stewards agree on a rule. */
export async function agreeOn(
  editor: Browsing,
  other: Browsing,
  id: string,
  rule: AgreementRule,
  more: Record<string, string> = {},
): Promise<void> {
  await proposes(editor, id, rule, more)
  await answers(other, `/redactie/${id}/besluiten`, 'yes', 'Goed plan.')
}

/** What kind of organisation somebody is, past every door. */
export const makeKind = (house: House, organisation: string, type: string) =>
  house.peek((tx) => sql`update house.accounts_organisations set type = ${type} where id = ${organisation}`.execute(tx))
