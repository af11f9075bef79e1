import { picturesIn, type Pictures, type ShownPicture } from '../../../lib/rich-text/render.ts'
import type { Lang } from '../../../lib/words.ts'
import { editingWords } from './editing.text.ts'
import { pictureWords } from './pictures.text.ts'
import type { ItemText } from '../items/texts.rules.ts'

/** How many pictures an item has at most, and characters of what is said about one. */
export const pictureLimits = { perItem: 30, alt: 250, maker: 120 } as const

/** `agreed`: everybody who can be recognised said yes to this use. */
export const peopleAnswers = ['none', 'agreed'] as const
export type PeopleAnswer = (typeof peopleAnswers)[number]

/** What a picture is called in a text. */
export const pictureAddress = (id: string): string => `/plaatjes/${id}`

/** The line of Markdown that shows a picture. `alt` null: it only adorns. */
export const pictureLine = (id: string, alt: string | null): string =>
  `![${(alt ?? '').replace(/[\\[\]`*_<]/g, '\\$&')}](${pictureAddress(id)})`

/** The pictures that an item shows, in any of its parts. */
export const picturesOf = (text: Pick<ItemText, 'parts'>): readonly string[] => [
  ...new Set(text.parts.flatMap((part) => picturesIn(part.text))),
]

type Credited = { readonly maker: string; readonly licence: string }

/** "Beeld: Sam Voorbeeld. Vrij te gebruiken met naam (CC BY 4.0)" */
export const creditOf = ({ maker, licence }: Credited, lang: Lang): string =>
  pictureWords[lang].credit(
    maker,
    Object.entries(editingWords[lang].licences).find(([id]) => id === licence)?.[1] ?? licence,
  )

type Sized = Credited & {
  readonly id: string
  readonly files: readonly { readonly width: number; readonly height: number }[]
}

/** Pictures as a page shows them, from the place where its files are read. */
export const shownPictures = (
  pictures: readonly Sized[],
  lang: Lang,
  fileAt: (id: string, width: number) => string,
): Pictures =>
  new Map(
    pictures.map((picture): [string, ShownPicture] => [
      picture.id,
      {
        files: picture.files.map(({ width, height }) => ({ src: fileAt(picture.id, width), width, height })),
        credit: creditOf(picture, lang),
      },
    ]),
  )

/** The HTML of an item without one picture and what stands around it. */
export const withoutPicture = (html: string, id: string): string =>
  html
    .replaceAll(new RegExp(`<figure><img [^>]*/plaatjes/${id}/[^>]*>(?:(?!</figure>)[\\s\\S])*</figure>`, 'g'), '')
    .replaceAll(new RegExp(`<img [^>]*/plaatjes/${id}/[^>]*>`, 'g'), '')
