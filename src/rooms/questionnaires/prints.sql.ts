import { languages, type Lang } from '../../lib/words.ts'
import type { Tx } from '../../platform/db/database.ts'
import './tables.ts'

/** What the print of a version is called as a file, in this language. */
export const printName = (lang: Lang): string => `vragen-${lang}.pdf`

const prints = (tx: Tx, version: string, lang: Lang) =>
  tx.selectFrom('questionnaires_prints').where('version_id', '=', version).where('lang', '=', lang)

/**
 * All questions of a fixed version as PDF.
 * @param name as `printName` says it
 * @returns undefined when it was not made, such as without a Chromium
 */
export async function findPrint(tx: Tx, version: string, name: string): Promise<Uint8Array<ArrayBuffer> | undefined> {
  const lang = languages.find((each) => printName(each) === name)
  const found = lang && (await prints(tx, version, lang).select('content').executeTakeFirst())
  return found && new Uint8Array(found.content)
}

/** Whether there is one in this language, without reading it. */
export const hasPrint = async (tx: Tx, version: string, lang: Lang): Promise<boolean> =>
  (await prints(tx, version, lang).select('made_at').executeTakeFirst()) !== undefined
