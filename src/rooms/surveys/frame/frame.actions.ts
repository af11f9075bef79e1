import { randomUUID } from 'node:crypto'
import { writeCsv } from '../../../lib/csv/csv-writer.ts'
import type { Lang } from '../../../lib/words.ts'
import type { Tx } from '../../../platform/db/database.ts'
import { record } from '../../../platform/diary.ts'
import type { Vault } from '../../../platform/vault/vault.ts'
import { organisationsPublic } from '../../accounts/public.ts'
import { provinceOf, provinces, readPlace } from '../../regions/public.ts'
import { labelOf } from '../../terms/public.ts'
import { classNamed } from '../series/classes.rules.ts'
import { addContacts, contactsHolder } from './contacts.sql.ts'
import { frameLimits, readFrame, sameName, type FramePlace, type ReadFrame } from './frame.rules.ts'
import { earlierFrame, listNames } from './frame.sql.ts'
import { problems, unknown } from '../problems.ts'
import type { Series } from '../series/series.sql.ts'
import { isBeingMade } from '../waves/waves.states.rules.ts'
import { waveWith, type Wave } from '../waves/waves.sql.ts'
import '../tables.ts'

const contentField = (upload: string) => `surveys_frame_uploads.content:${upload}`

/** A wave whose frame can still be made, held for the rest of the transaction. @throws Problem not-found, wave-fixed */
async function wavePrepared(tx: Tx, id: string): Promise<Wave> {
  const wave = await waveWith(tx, id, true)
  if (!isBeingMade(wave.state)) throw problems['wave-fixed']()
  return wave
}

/** Keeps a list of organisations to look at before it is taken. @returns its number. @throws Problem not-found, wave-fixed */
export async function keepList(
  tx: Tx,
  vault: Vault,
  wave: string,
  sent: { readonly text: string; readonly by: string },
  now: Date,
): Promise<string> {
  await wavePrepared(tx, wave)
  const id = randomUUID()
  const sealer = await vault.makeKey(tx, contactsHolder(wave))
  await tx
    .insertInto('surveys_frame_uploads')
    .values({
      id,
      wave_id: wave,
      content_sealed: sealer.seal(contentField(id), sent.text),
      uploaded_by: sent.by,
      uploaded_at: now,
    })
    .execute()
  await record(tx, 'surveys.frame-sent', wave, now)
  return id
}

/**
 * The organisations of this plein as a list that can be read as a frame: name, a number that stays the same, kind and province.
 * A kind that the series does not know stays open; addresses are in it for none of them.
 * @returns null when there is no organisation
 */
export async function listFromHere(tx: Tx, series: Series): Promise<string | null> {
  const found = await organisationsPublic(tx)
  if (found.length === 0) return null
  return writeCsv(
    ['naam', 'kenmerk', 'soort', 'provincie'],
    found.map(({ name, slug, type, municipality }) => {
      const kind = labelOf(type, 'nl')
      return [
        name,
        slug,
        classNamed(series.types, kind) === null ? '' : kind,
        municipality === null ? '' : provinceOf(municipality)?.name,
      ]
    }),
    { separator: ';' },
  )
}

/** A list as it was sent, by who sent it. @throws Problem not-found */
async function listText(tx: Tx, vault: Vault, wave: string, upload: string): Promise<string> {
  const row = await tx
    .selectFrom('surveys_frame_uploads')
    .select('content_sealed')
    .where('id', '=', upload)
    .where('wave_id', '=', wave)
    .executeTakeFirst()
  const sealer = await vault.sealerOf(tx, contactsHolder(wave))
  if (row === undefined || sealer === null) throw unknown()
  return sealer.open(contentField(upload), row.content_sealed)
}

function provinceNamed(text: string): { readonly code: string } | 'several' | 'unknown' {
  const named = provinces().find(({ name }) => sameName(name) === sameName(text))
  if (named !== undefined) return named
  const place = readPlace(text)
  if (place.kind !== 'found') return place.kind
  return provinceOf(place.code) ?? 'unknown'
}

/** A list, read with the classes of its series and the names of the wave before. */
export async function readText(tx: Tx, series: Series, wave: Wave, text: string): Promise<ReadFrame> {
  const before = await earlierFrame(tx, wave)
  const names = before === null ? [] : await listNames(tx, before.id)
  return readFrame(text, {
    types: series.types,
    sizes: series.sizes,
    earlier: new Map(names.map(({ name, reference }) => [sameName(name), reference])),
    province: provinceNamed,
  })
}

/** The same for a list that was kept. @throws Problem not-found */
export const readKept = async (
  tx: Tx,
  vault: Vault,
  at: { readonly series: Series; readonly wave: Wave },
  upload: string,
): Promise<ReadFrame> => readText(tx, at.series, at.wave, await listText(tx, vault, at.wave.id, upload))

/**
 * Takes a list that was kept: it becomes the frame of the wave, instead of what was there.
 * @throws Problem not-found, wave-fixed, frame-faulty
 */
export async function takeList(
  tx: Tx,
  vault: Vault,
  at: { readonly series: Series; readonly wave: Wave },
  upload: string,
  now: Date,
): Promise<void> {
  await wavePrepared(tx, at.wave.id)
  const read = await readKept(tx, vault, at, upload)
  if (!read.ok || read.lines.some(({ faults }) => faults.length > 0)) throw problems['frame-faulty']()
  await replaceFrame(
    tx,
    vault,
    at.wave.id,
    read.lines.map(({ place }) => place),
    now,
  )
  await tx.deleteFrom('surveys_frame_uploads').where('id', '=', upload).execute()
}

/** Makes these the places of a wave, instead of what was there. */
export async function replaceFrame(
  tx: Tx,
  vault: Vault,
  wave: string,
  places: readonly FramePlace[],
  now: Date,
): Promise<void> {
  await wavePrepared(tx, wave)
  await tx.deleteFrom('surveys_places').where('wave_id', '=', wave).where('trial', '=', false).execute()
  const here = new Map((await organisationsPublic(tx)).map(({ id, name }) => [sameName(name), id]))
  const rows = places.map((place) => ({ id: randomUUID(), place }))
  for (let from = 0; from < rows.length; from += 1000)
    await tx
      .insertInto('surveys_places')
      .values(
        rows.slice(from, from + 1000).map(({ id, place }) => ({
          id,
          wave_id: wave,
          reference: place.reference,
          name: place.name,
          organisation_id: here.get(sameName(place.name)) ?? null,
          type: place.type,
          size: place.size,
          province_code: place.province,
        })),
      )
      .execute()
  const contacts = rows.flatMap(({ id, place: { email, lang } }) =>
    email === null ? [] : [{ place: id, email, lang }],
  )
  await addContacts(tx, vault, wave, contacts, now)
  await record(tx, 'surveys.frame-taken', wave, now, { places: places.length })
}

/** Lays a list aside. @throws Problem not-found */
export async function layListAside(tx: Tx, wave: string, upload: string, now: Date): Promise<void> {
  const gone = await tx
    .deleteFrom('surveys_frame_uploads')
    .where('id', '=', upload)
    .where('wave_id', '=', wave)
    .executeTakeFirst()
  if (gone.numDeletedRows === 0n) throw unknown()
  await record(tx, 'surveys.frame-laid-aside', wave, now)
}

/**
 * Takes the frame of the wave before. The house cannot read its addresses: the worker copies those afterwards.
 * @throws Problem not-found, wave-fixed, no-earlier-frame
 */
export async function copyFrame(tx: Tx, id: string, now: Date): Promise<void> {
  const wave = await wavePrepared(tx, id)
  const before = await earlierFrame(tx, wave)
  if (before === null) throw problems['no-earlier-frame']()
  await tx.deleteFrom('surveys_places').where('wave_id', '=', wave.id).where('trial', '=', false).execute()
  const rows = await tx
    .selectFrom('surveys_places')
    .select(['reference', 'name', 'organisation_id', 'type', 'size', 'province_code'])
    .where('wave_id', '=', before.id)
    .where('trial', '=', false)
    .where('name', 'is not', null)
    .execute()
  for (let from = 0; from < rows.length; from += 1000)
    await tx
      .insertInto('surveys_places')
      .values(rows.slice(from, from + 1000).map((row) => ({ ...row, id: randomUUID(), wave_id: wave.id })))
      .execute()
  await record(tx, 'surveys.frame-copied', wave.id, now, { places: rows.length })
}

/**
 * Adds a place that tries the wave out. @throws Problem not-found, wave-fixed, enough-trials, place-there
 */
export async function addTrial(
  tx: Tx,
  vault: Vault,
  wave: string,
  trial: { readonly name: string; readonly email: string; readonly lang: Lang },
  now: Date,
): Promise<void> {
  await wavePrepared(tx, wave)
  const { n } = await tx
    .selectFrom('surveys_places')
    .select((of) => of.fn.countAll<string>().as('n'))
    .where('wave_id', '=', wave)
    .where('trial', '=', true)
    .executeTakeFirstOrThrow()
  if (Number(n) >= frameLimits.trials) throw problems['enough-trials']()
  const id = randomUUID()
  const nothing = { organisation_id: null, type: null, size: null, province_code: null }
  // Its own reference: a test place is nobody in the panel.
  await tx
    .insertInto('surveys_places')
    .values({ id, wave_id: wave, reference: `proef:${id}`, name: trial.name, trial: true, ...nothing })
    .execute()
  await addContacts(tx, vault, wave, [{ place: id, email: trial.email, lang: trial.lang }], now)
  await record(tx, 'surveys.trial-added', wave, now)
}

/** Takes a test place away. @throws Problem not-found, wave-fixed */
export async function removeTrial(tx: Tx, wave: string, place: string, now: Date): Promise<void> {
  await wavePrepared(tx, wave)
  const gone = await tx
    .deleteFrom('surveys_places')
    .where('id', '=', place)
    .where('wave_id', '=', wave)
    .where('trial', '=', true)
    .executeTakeFirst()
  if (gone.numDeletedRows === 0n) throw unknown()
  await record(tx, 'surveys.trial-removed', wave, now)
}
