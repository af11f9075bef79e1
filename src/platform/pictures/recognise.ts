/** What a file is by its first bytes; null for anything else. */
export type PictureKind = 'jpeg' | 'png' | 'webp' | 'gif' | 'avif' | 'heic' | 'tiff' | 'bmp' | 'svg'

const text = (bytes: Uint8Array, from: number, to: number): string =>
  String.fromCharCode(...bytes.subarray(from, Math.min(to, bytes.length)))

/** @returns the kind of picture that these bytes begin as, whatever the file is called. */
export function recognise(bytes: Uint8Array): PictureKind | null {
  const head = text(bytes, 0, 16)
  if (head.startsWith('\xff\xd8\xff')) return 'jpeg'
  if (head.startsWith('\x89PNG\r\n\x1a\n')) return 'png'
  if (head.startsWith('RIFF') && head.slice(8, 12) === 'WEBP') return 'webp'
  if (/^GIF8[79]a/.test(head)) return 'gif'
  if (head.slice(4, 8) === 'ftyp') {
    const brands = text(bytes, 8, 40)
    if (/avi[fs]/.test(brands)) return 'avif'
    if (/hei[cfsx]|hev[cx]|mif1/.test(brands)) return 'heic'
  }
  if (/^(II\*\0|MM\0\*)/.test(head)) return 'tiff'
  if (head.startsWith('BM')) return 'bmp'
  if (
    /^\s*(<\?xml|<!--|<!DOCTYPE|<svg)/i.test(text(bytes, 0, 400).replace(/^\xef\xbb\xbf/, '')) &&
    /<svg/i.test(text(bytes, 0, 4_000))
  )
    return 'svg'
  return null
}

const endings: Readonly<Record<string, PictureKind>> = {
  jpg: 'jpeg',
  jpeg: 'jpeg',
  jpe: 'jpeg',
  jfif: 'jpeg',
  png: 'png',
  webp: 'webp',
  gif: 'gif',
  avif: 'avif',
  heic: 'heic',
  heif: 'heic',
  tif: 'tiff',
  tiff: 'tiff',
  bmp: 'bmp',
  svg: 'svg',
}

/** @returns the kind that the name of a file promises; null when its ending is none that we know. */
export const promisedBy = (name: string): PictureKind | null =>
  endings[/\.([a-z]+)$/i.exec(name)?.[1]?.toLowerCase() ?? ''] ?? null
