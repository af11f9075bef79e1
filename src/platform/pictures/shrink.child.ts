// A program of its own: it reads one picture from its input and writes it anew in a few widths. Whoever starts it gives it
// little time, and loses nothing when it dies.
import sharp from 'sharp'
import { limits } from './limits.ts'

type File = { readonly width: number; readonly height: number; readonly bytes: Buffer }

async function inputBytes(): Promise<Buffer> {
  const pieces: Buffer[] = []
  for await (const piece of process.stdin) pieces.push(piece as Buffer)
  return Buffer.concat(pieces)
}

const qualities = [80, 70, 60, 50, 40, 30]

/** As WebP in this width, with the best quality that fits; a reading width that never fits gets smaller. */
async function writtenAs(input: Buffer, width: number): Promise<File> {
  for (let wide = width; ; wide = Math.floor(wide * 0.8)) {
    // What turns the picture upright is used up here; place, camera and every other note in the file are not written again.
    const { data, info } = await sharp(input, opening)
      .autoOrient()
      .resize({ width: wide, height: limits.height, fit: 'inside', withoutEnlargement: true })
      .toColourspace('srgb')
      .raw()
      .toBuffer({ resolveWithObject: true })
    for (const quality of qualities) {
      const bytes = await sharp(data, { raw: { width: info.width, height: info.height, channels: info.channels } })
        .webp({ quality, effort: 4 })
        .toBuffer()
      if (bytes.length <= limits.fileBytes) return { width: info.width, height: info.height, bytes }
    }
  }
}

// One frame: of a moving picture the first.
const opening = { limitInputPixels: limits.pixels, sequentialRead: true, failOn: 'error', pages: 1 } as const

async function shrink(): Promise<{ why: string } | { files: readonly File[] }> {
  sharp.cache(false)
  sharp.concurrency(1)
  const input = await inputBytes()
  // Reads the head of the file alone: what is too large is never unpacked.
  const { width, height } = await sharp(input, { ...opening, limitInputPixels: false }).metadata()
  if (width * height > limits.pixels) return { why: 'too-many-pixels' }
  const files = new Map<number, File>()
  for (const wanted of limits.widths) {
    const file = await writtenAs(input, wanted)
    files.set(file.width, file)
  }
  return { files: [...files.values()] }
}

const outcome = await shrink().catch(() => ({ why: 'broken' }))
const files = 'files' in outcome ? outcome.files : []
const head = Buffer.from(
  JSON.stringify(
    'files' in outcome
      ? { files: files.map(({ width, height, bytes }) => ({ width, height, size: bytes.length })) }
      : outcome,
  ),
)
const length = Buffer.alloc(4)
length.writeUInt32BE(head.length)
process.stdout.write(Buffer.concat([length, head, ...files.map(({ bytes }) => bytes)]))
