import { z } from 'zod'
import { one, type Errors, type FormInput } from '../../../lib/form-values.ts'
import type { Lang } from '../../../lib/words.ts'
import { line } from '../../../platform/forms.ts'
import { editor } from '../../../platform/http/access.ts'
import { action, page, squareFile, upload, type Route } from '../../../platform/http/routes.ts'
import type { Visit } from '../../../platform/http/visit.ts'
import { shrinkPicture } from '../../../platform/pictures/shrinking.ts'
import { editorOf } from '../editors.ts'
import { getItem, isId } from '../items/items.sql.ts'
import { paths } from '../paths.ts'
import { addPicture, removePicture } from './pictures.actions.ts'
import { peopleAnswers, pictureLimits } from './pictures.rules.ts'
import { findHouseFile, findSquareFile, listPictures } from './pictures.sql.ts'
import { pictureWords } from './pictures.text.ts'
import { byHand, PicturesPage } from './pictures.views.tsx'
import { unknown } from '../problems.ts'
import { knowledgePaths } from '../square.paths.ts'
import { licences } from '../items/texts.rules.ts'

// The name of a file says nothing to who cannot see the picture.
const isFileName = (text: string) => /^\S+\.(png|jpe?g|gif|webp|avif|heic|bmp|tiff?)$/i.test(text)

const PictureForm = (lang: Lang) => {
  const { errors } = pictureWords[lang]
  return z
    .strictObject({
      version: z.coerce.number().int().positive(),
      alt: z
        .string()
        .transform((text) => text.replace(/\s+/g, ' ').trim())
        .pipe(z.string().max(pictureLimits.alt, errors.altLong))
        .refine((text) => !isFileName(text), errors.altName),
      decorative: z.literal('on').optional(),
      people: z.enum(peopleAnswers, errors.people),
      maker: line({ max: pictureLimits.maker }, errors.maker),
      licence: z.enum(licences, errors.choose),
      // The writing field puts the picture where the cursor is, and asks for no place.
      place: z.string().max(40).default(byHand),
    })
    .refine((form) => form.alt !== '' || form.decorative === 'on', {
      path: ['alt'],
      error: errors.alt,
      // Said together with what else is missing.
      when: () => true,
    })
}

const RemoveForm = z.strictObject({ picture: z.uuid() })

async function showPictures(visit: Visit, sent?: { readonly input: FormInput; readonly errors: Errors }) {
  const id = visit.param('id')
  const { vault } = visit.platform
  const seen = await visit.house(async (tx) => ({
    item: await getItem(tx, vault, id),
    pictures: await listPictures(tx, vault, id),
  }))
  return visit.html(
    <PicturesPage
      frame={visit.frame()}
      {...seen}
      added={visit.query('nieuw')}
      newKey={visit.newKey}
      pageKey={(sent && one(sent.input, '_key')) || visit.newKey()}
      input={sent?.input ?? {}}
      errors={sent?.errors ?? {}}
    />,
    sent ? 422 : 200,
  )
}

const working = { who: editor, rate: 'working', data: 'special' } as const
const type = 'image/webp'
const widthIn = (text: string) => (/^[1-9]\d{0,3}$/.test(text) ? Number(text) : 0)

export const pictureRoutes: readonly Route[] = [
  page(paths.pictures(':id'), working, (visit) => showPictures(visit)),
  // More than a picture may be, so that one that is too large is told so beside its field.
  upload(
    paths.pictures(':id'),
    { ...working, rate: 'heavy', mostBytes: 24 * 1024 * 1024, input: PictureForm('nl') },
    async (visit) => {
      const id = visit.param('id')
      const { vault } = visit.platform
      // Who may not keep the item does not make us unpack anything.
      await visit.house((tx) => getItem(tx, vault, id))
      const words = pictureWords[visit.lang]
      const form = visit.read(PictureForm(visit.lang))
      const file = visit.files.get('file')
      const errors = { ...(form.ok ? {} : form.errors), ...(file === undefined && { file: words.errors.file }) }
      if (!form.ok || file === undefined) return showPictures(visit, { input: visit.sent, errors })
      const made = await shrinkPicture(file)
      if (made.kind === 'refused')
        return showPictures(visit, { input: visit.sent, errors: { file: words.refusals[made.why] } })
      const { alt, decorative, place, version, ...said } = form.value
      const picture = { ...said, alt: decorative === 'on' ? null : alt, files: made.files }
      return visit.act(
        (tx) =>
          addPicture(
            tx,
            vault,
            id,
            picture,
            place === byHand ? null : { part: place, version },
            editorOf(visit),
            visit.now,
          ),
        (added) => `${paths.pictures(id)}?nieuw=${added}`,
      )
    },
  ),
  action(paths.removePicture(':id'), { ...working, input: RemoveForm }, (visit) => {
    const id = visit.param('id')
    const form = visit.read(RemoveForm)
    if (!form.ok) return showPictures(visit, { input: {}, errors: form.errors })
    return visit.act(
      (tx) => removePicture(tx, visit.platform.vault, id, form.value.picture, visit.now),
      () => paths.pictures(id),
    )
  }),
  page(paths.pictureFile(':id', ':plaatje', ':breedte'), { ...working, kind: 'file' }, async (visit) => {
    const [id, picture, width] = [visit.param('id'), visit.param('plaatje'), widthIn(visit.param('breedte'))]
    if (!isId(id) || !isId(picture)) throw unknown()
    const bytes = await visit.house((tx) => findHouseFile(tx, visit.platform.vault, id, picture, width))
    if (bytes === null) throw unknown()
    return visit.bytes(Uint8Array.from(bytes), type)
  }),
  // In a draft a picture is named without a width.
  page(paths.picture(':id', ':plaatje'), { ...working, kind: 'file' }, async (visit) => {
    const [id, picture] = [visit.param('id'), visit.param('plaatje')]
    if (!isId(id) || !isId(picture)) throw unknown()
    const { vault } = visit.platform
    const bytes = await visit.house(async (tx) => {
      const found = (await listPictures(tx, vault, id)).find((each) => each.id === picture)
      return findHouseFile(tx, vault, id, picture, found?.files.at(-1)?.width ?? 0)
    })
    if (bytes === null) throw unknown()
    return visit.bytes(Uint8Array.from(bytes), type)
  }),
  squareFile(knowledgePaths.picture(':plaatje', ':breedte'), { rate: 'reading' }, async (visit) => {
    const [picture, width] = [visit.param('plaatje'), widthIn(visit.param('breedte'))]
    const bytes = await visit.square((db) => findSquareFile(db, picture, width))
    if (bytes === null) throw unknown()
    return { type, version: `${picture}-${String(width)}`, bytes: Uint8Array.from(bytes) }
  }),
]
