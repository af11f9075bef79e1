import sharp from 'sharp'
import { describe, expect, it } from 'vitest'
import { promisedBy, recognise } from './recognise.ts'
import { shrinkPicture, type Shrunk } from './shrinking.ts'

// Noise, which shrinks worse than any photo.
const noise = (width: number, height: number) =>
  sharp({
    create: { width, height, channels: 3, background: '#888', noise: { type: 'gaussian', mean: 128, sigma: 60 } },
  })
const plain = (width: number, height: number) =>
  sharp({ create: { width, height, channels: 3, background: '#0b5c62' } })

const made = (shrunk: Shrunk) => {
  if (shrunk.kind !== 'made') throw new Error(`refused: ${shrunk.why}`)
  return shrunk.files
}
const why = (shrunk: Shrunk) => (shrunk.kind === 'refused' ? shrunk.why : shrunk.kind)

/** A PNG that says it is this large, and holds next to nothing. */
const bomb = async (width: number, height: number) => {
  const png = Buffer.from(await plain(8, 8).png().toBuffer())
  png.writeUInt32BE(width, 16)
  png.writeUInt32BE(height, 20)
  const table = Array.from({ length: 256 }, (_, n) =>
    Array.from({ length: 8 }).reduce<number>((c) => ((c & 1) !== 0 ? 0xedb88320 ^ (c >>> 1) : c >>> 1), n),
  )
  let crc = 0xffffffff
  for (const byte of png.subarray(12, 29)) crc = (table[(crc ^ byte) & 0xff] ?? 0) ^ (crc >>> 8)
  png.writeUInt32BE((crc ^ 0xffffffff) >>> 0, 29)
  return png
}

const textOf = (text: string) => Buffer.from(text)

describe('recognising a file', () => {
  it.each([
    ['jpeg', async () => plain(4, 4).jpeg().toBuffer()],
    ['png', async () => plain(4, 4).png().toBuffer()],
    ['webp', async () => plain(4, 4).webp().toBuffer()],
    ['gif', async () => plain(4, 4).gif().toBuffer()],
    ['avif', async () => plain(16, 16).avif().toBuffer()],
    ['tiff', async () => plain(4, 4).tiff().toBuffer()],
    ['svg', async () => textOf('<?xml version="1.0"?><!-- x --><svg xmlns="http://www.w3.org/2000/svg"/>')],
    ['heic', async () => Buffer.concat([Buffer.from([0, 0, 0, 24]), textOf('ftypheic\0\0\0\0mif1heic')])],
    [null, async () => textOf('<!doctype html><p>geen plaatje')],
    [null, async () => textOf('%PDF-1.7')],
    [null, async () => Buffer.alloc(0)],
  ])('%s', async (kind, bytes) => expect(recognise(await bytes())).toBe(kind))

  it('knows what a name promises', () => {
    expect(['a.JPG', 'a.b.png', 'plaat', 'a.txt', 'a.HEIC'].map(promisedBy)).toEqual([
      'jpeg',
      'png',
      null,
      null,
      'heic',
    ])
  })
})

describe('shrinking a picture', () => {
  it('writes it anew in three widths of at most 60 kB, also when it shrinks badly', async () => {
    const files = made(await shrinkPicture({ name: 'ruis.jpg', bytes: await noise(2400, 1800).jpeg().toBuffer() }))
    expect(files.length).toBe(3)
    for (const { bytes, width, height } of files) {
      expect(bytes.length).toBeLessThanOrEqual(60_000)
      expect(await sharp(bytes).metadata()).toMatchObject({ format: 'webp', width, height })
      expect(width / height).toBeCloseTo(4 / 3, 1)
    }
    expect(files[0]?.width).toBeGreaterThan(100)
  })

  it('leaves nothing of place, camera or maker in it, and turns it upright', async () => {
    const original = await plain(900, 600)
      .jpeg()
      .withExif({
        IFD0: { Make: 'Toestel', Artist: 'Kim Bakker', Orientation: '6' },
        IFD3: { GPSLatitudeRef: 'N', GPSLatitude: '52/1 5/1 0/1', GPSLongitudeRef: 'E', GPSLongitude: '5/1 7/1 0/1' },
      })
      .withMetadata({ orientation: 6 })
      .toBuffer()
    const before = await sharp(original).metadata()
    expect(before.exif?.includes('Kim Bakker')).toBe(true)
    for (const { bytes, width, height } of made(await shrinkPicture({ name: 'foto.jpeg', bytes: original }))) {
      const after = await sharp(bytes).metadata()
      expect([after.exif, after.xmp, after.iptc, after.orientation]).toEqual([
        undefined,
        undefined,
        undefined,
        undefined,
      ])
      expect(bytes.includes('Kim Bakker') || bytes.includes('EXIF')).toBe(false)
      expect(height).toBeGreaterThan(width)
    }
  })

  it('makes nothing larger than it was, and keeps the first frame of a moving picture', async () => {
    const small = made(await shrinkPicture({ name: 'klein.png', bytes: await plain(120, 80).png().toBuffer() }))
    expect(small.map(({ width, height }) => [width, height])).toEqual([[120, 80]])
    const frames = await sharp([await plain(60, 60).png().toBuffer(), await noise(60, 60).png().toBuffer()], {
      join: { animated: true },
    })
      .gif()
      .toBuffer()
    expect((await sharp(frames, { animated: true }).metadata()).pages).toBe(2)
    const [still] = made(await shrinkPicture({ name: 'beweegt.gif', bytes: frames }))
    expect((await sharp(still?.bytes).metadata()).pages ?? 1).toBe(1)
  })

  it.each([
    ['a hundred million pixels, before unpacking them', 'too-many-pixels', 'bom.png', async () => bomb(10_000, 10_001)],
    ['a strip longer than any picture', 'broken', 'bom.png', async () => bomb(1, 2_000_000_000)],
    ['a name that promises something else', 'name-differs', 'plaat.png', async () => plain(4, 4).jpeg().toBuffer()],
    ['a page of HTML', 'not-a-picture', 'plaat.jpg', async () => textOf('<html><script>alert(1)</script>')],
    ['a drawing that can hold script', 'drawing', 'x.svg', async () => textOf('<svg onload="alert(1)"/>')],
    ['a drawing under another name', 'drawing', 'x.png', async () => textOf('<svg onload="alert(1)"/>')],
    ['a kind that not every browser shows', 'unreadable-kind', 'x.tif', async () => plain(4, 4).tiff().toBuffer()],
    ['half a picture', 'broken', 'x.png', async () => (await noise(400, 400).png().toBuffer()).subarray(0, 2_000)],
    ['the head of a picture alone', 'broken', 'x.jpg', async () => Buffer.from([0xff, 0xd8, 0xff, 0xe0, 0, 16])],
    ['more bytes than a picture may be', 'too-large', 'x.jpg', async () => Buffer.alloc(10 * 1024 * 1024 + 1)],
  ])('refuses %s', async (_, reason, name, bytes) => {
    const begun = performance.now()
    expect(why(await shrinkPicture({ name, bytes: await bytes() }))).toBe(reason)
    expect(performance.now() - begun).toBeLessThan(5_000)
  })

  it('stops what takes too long, and takes the next', async () => {
    const slow = shrinkPicture({ name: 'x.jpg', bytes: await noise(3_000, 3_000).jpeg().toBuffer() }, 1)
    const next = shrinkPicture({ name: 'y.png', bytes: await plain(40, 40).png().toBuffer() })
    expect(why(await slow)).toBe('too-slow')
    expect(why(await next)).toBe('made')
  })

  it('lets a few wait, and tells the others to come back', async () => {
    const bytes = await plain(40, 40).png().toBuffer()
    const all = await Promise.all(Array.from({ length: 12 }, () => shrinkPicture({ name: 'x.png', bytes })))
    expect(all.filter((each) => why(each) === 'made').length).toBe(8)
    expect(all.filter((each) => why(each) === 'busy').length).toBe(4)
  })
})
