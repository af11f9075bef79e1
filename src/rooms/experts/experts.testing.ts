import type { Browsing, Fields } from '../../../test/browsing.ts'
import type { House } from '../../../test/house.ts'

/** A profile as Rosa of the fixed people fills it in. */
export const filled: Fields = {
  shownName: 'Vlinder',
  themes: ['homelessness', 'addiction'],
  roles: 'policyReviewer',
  perspectives: 'client',
  online: 'on',
  municipalities: 'Den Bosch\nWeesp',
  provinces: 'PV20',
  languages: ['nl', 'tr'],
  maxRunning: '2',
  boundary: 'Niet in een volle zaal',
}

export const deskList = '/bureau/ervaringsdeskundigen'

/** Rosa fills in her profile and, unless told otherwise, shows it to the desk. `page` is what a coordinator opens. */
export async function withProfile(
  house: House,
  { shown = true, more = {} }: { shown?: boolean; more?: Fields } = {},
): Promise<{ browser: Browsing; page: string }> {
  const browser = await house.as('expert')
  await browser.post('/mijn/profiel', { ...filled, ...more })
  if (shown) await browser.post('/mijn/profiel/zichtbaarheid', { choice: 'show' })
  return { browser, page: `${deskList}/${house.people.expert.id}` }
}
