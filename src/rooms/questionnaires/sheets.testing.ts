import type { House } from '../../../test/house.ts'
import type { Definition } from '../../lib/questionnaire/definition.ts'
import type { Tx } from '../../platform/db/database.ts'
import { makeLink } from '../../platform/proofs.ts'
import { fixVersion, makeQuestionnaire } from './questionnaires.actions.ts'
import { listVersions } from './questionnaires.sql.ts'
import { openSheet } from './sheets.actions.ts'

/** A small questionnaire with a branch, a required fact, an opinion and a text that names somebody. */
export const smallDefinition: Definition = {
  format: 1,
  title: { nl: 'Proef', en: 'Trial' },
  intro: { nl: 'Waarvoor dit is.', en: 'What this is for.' },
  terms: [],
  sections: [
    {
      key: 'inzet',
      title: { nl: 'Inzet', en: 'Practice' },
      questions: [
        {
          key: 'heeft',
          type: 'single',
          about: 'fact',
          required: true,
          text: { nl: 'Werken jullie met ervaringsdeskundigen?' },
          options: [
            { key: 'ja', label: { nl: 'Ja' } },
            { key: 'nee', label: { nl: 'Nee' } },
          ],
        },
        {
          key: 'aantal',
          type: 'number',
          about: 'fact',
          text: { nl: 'Hoeveel?' },
          least: 0,
          most: 500,
          decimals: 0,
          when: { all: [{ question: 'heeft', chosen: ['ja'] }] },
        },
        {
          key: 'taken',
          type: 'multiple',
          about: 'fact',
          text: { nl: 'Wat doen zij?' },
          most: 2,
          other: true,
          options: [
            { key: 'advies', label: { nl: 'Advies geven' } },
            { key: 'scholing', label: { nl: 'Scholing geven' } },
            { key: 'onderzoek', label: { nl: 'Onderzoek doen' } },
          ],
          when: { all: [{ question: 'heeft', chosen: ['ja'] }] },
        },
      ],
    },
    {
      key: 'mening',
      title: { nl: 'Mening', en: 'Opinion' },
      questions: [
        {
          key: 'nut',
          type: 'scale',
          about: 'opinion',
          text: { nl: 'Hoe nuttig is het?' },
          low: { nl: 'niet nuttig' },
          high: { nl: 'heel nuttig' },
        },
        { key: 'waarom', type: 'text', about: 'opinion', text: { nl: 'Waarom?' }, longest: 500 },
        { key: 'wie', type: 'text', about: 'fact', personal: true, text: { nl: 'Wie mogen we bellen?' }, longest: 100 },
      ],
    },
  ],
}

/** A version of a questionnaire of partner A, fixed as a wave would. @returns its id */
export const fixedVersion = (house: House, definition: Definition = smallDefinition): Promise<string> =>
  house.operate(async (tx) => {
    const now = house.platform.now()
    const organisation = house.people.organisations.a
    const questionnaire = await makeQuestionnaire(tx, { organisation, definition, by: null }, now)
    const [newest] = await listVersions(tx, questionnaire)
    return (await fixVersion(tx, newest.id, null, now)).id
  })

/** An empty sheet, with what somebody does who holds its link (or another one about it). */
export async function sheetWithLink(house: House, version: string) {
  const { vault } = house.platform
  const until = new Date(house.platform.now().getTime() + 86_400_000)
  const sheet = await house.operate((tx) => openSheet(tx, vault, version, house.platform.now()))
  const link = (purpose: string) => house.operate((tx) => makeLink(tx, { subject: sheet, purpose, until }))
  const own = await link('sheet')
  return {
    sheet,
    link: own,
    linkFor: link,
    with: <T>(work: (tx: Tx) => Promise<T>): Promise<T> => house.platform.database.house(own, work),
  }
}
