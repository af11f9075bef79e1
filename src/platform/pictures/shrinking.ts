import { spawn } from 'node:child_process'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { root } from '../root.ts'
import { limits } from './limits.ts'
import { promisedBy, recognise } from './recognise.ts'

/** One width of a picture, as WebP, without anything that was noted in the original. */
export type PictureFile = { readonly width: number; readonly height: number; readonly bytes: Buffer }

/**
 * Why a picture is not taken. not-a-picture: its bytes are none we know. drawing: SVG, which can hold script. unreadable-kind:
 * a kind that browsers or we cannot read (HEIC, TIFF, BMP). name-differs: the name promises another kind than the bytes are.
 * broken: it cannot be unpacked. too-slow: it took too long. busy: too many at once, later it may go.
 */
export type PictureRefusal =
  | 'too-large'
  | 'not-a-picture'
  | 'drawing'
  | 'unreadable-kind'
  | 'name-differs'
  | 'too-many-pixels'
  | 'broken'
  | 'too-slow'
  | 'busy'

export type Shrunk =
  | { readonly kind: 'made'; readonly files: readonly PictureFile[] }
  | { readonly kind: 'refused'; readonly why: PictureRefusal }

const refused = (why: PictureRefusal): Shrunk => ({ kind: 'refused', why })

/** What can be said of a file without unpacking it; null when nothing is against it. */
function whyNotTaken(file: { readonly name: string; readonly bytes: Uint8Array }): PictureRefusal | null {
  if (file.bytes.length > limits.bytes) return 'too-large'
  const kind = recognise(file.bytes)
  if (kind === null) return 'not-a-picture'
  if (kind === 'svg') return 'drawing'
  const promised = promisedBy(file.name)
  if (promised !== null && promised !== kind) return 'name-differs'
  return kind === 'heic' || kind === 'tiff' || kind === 'bmp' ? 'unreadable-kind' : null
}

// From the build it is a file of the build; from the sources Node reads it as it is.
const program = fileURLToPath(import.meta.url).startsWith(join(root, 'dist'))
  ? join(root, 'dist', 'shrink.js')
  : join(root, 'src', 'platform', 'pictures', 'shrink.child.ts')

let last: Promise<unknown> = Promise.resolve()
let waiting = 0

/**
 * Writes a picture anew as WebP in up to three widths, each at most 60 kB: upright, of a moving picture the first frame, and
 * without the place, camera and other notes of the original. It is unpacked in a program of its own that is stopped after
 * twenty seconds, one at a time: a hostile picture costs that program and nothing else.
 */
export async function shrinkPicture(
  file: { readonly name: string; readonly bytes: Uint8Array },
  time: number = limits.time,
): Promise<Shrunk> {
  const why = whyNotTaken(file)
  if (why !== null) return refused(why)
  if (waiting >= limits.waiting) return refused('busy')
  waiting++
  const turn = last.then(() => unpacked(file.bytes, time))
  last = turn.catch(() => undefined)
  return turn.finally(() => waiting--)
}

const unpacked = (bytes: Uint8Array, time: number): Promise<Shrunk> =>
  new Promise((resolve) => {
    const child = spawn(process.execPath, ['--max-old-space-size=256', '--no-warnings', program], {
      stdio: ['pipe', 'pipe', 'ignore'],
      // It needs nothing of what this process knows: no addresses, no keys.
      env: { UV_THREADPOOL_SIZE: '1', VIPS_CONCURRENCY: '1' },
    })
    const pieces: Buffer[] = []
    let slow = false
    const clock = setTimeout(() => {
      slow = true
      child.kill('SIGKILL')
    }, time)
    child.stdout.on('data', (piece: Buffer) => pieces.push(piece))
    // A program that died takes no more input; its end says enough.
    child.stdin.on('error', () => {})
    child.on('error', () => {})
    child.on('close', () => {
      clearTimeout(clock)
      resolve(slow ? refused('too-slow') : outcomeOf(Buffer.concat(pieces)))
    })
    child.stdin.end(bytes)
  })

type Head = {
  readonly why?: PictureRefusal
  readonly files?: readonly { width: number; height: number; size: number }[]
}

function outcomeOf(answer: Buffer): Shrunk {
  if (answer.length < 4) return refused('broken')
  const length = answer.readUInt32BE(0)
  const head = JSON.parse(answer.subarray(4, 4 + length).toString()) as Head
  if (head.files === undefined) return refused(head.why ?? 'broken')
  let from = 4 + length
  return {
    kind: 'made',
    files: head.files.map(({ width, height, size }) => ({
      width,
      height,
      bytes: answer.subarray(from, (from += size)),
    })),
  }
}
