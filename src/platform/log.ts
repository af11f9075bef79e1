import { destination, pino, type DestinationStream, type Logger } from 'pino'

const mostHeld = 16 * 1024
const longestHeld = 100

/**
 * Lines leave together, after a tenth of a second at most, and nobody waits for who reads them: a write for each wakes another
 * thread, and cost a finished page a quarter of its time. Whoever ends by itself or by a signal writes the last of them first;
 * kill -9 takes them along.
 */
function makeStdout(): DestinationStream {
  const out = destination({ fd: 1, sync: false })
  let held = ''
  let timer: NodeJS.Timeout | undefined
  const flush = () => {
    clearTimeout(timer)
    timer = undefined
    const lines = held
    held = ''
    if (lines !== '') out.write(lines)
  }
  process.on('exit', () => {
    flush()
    out.flushSync()
  })
  return {
    write(line) {
      held += line
      if (held.length >= mostHeld) flush()
      else timer ??= setTimeout(flush, longestHeld).unref()
    },
  }
}

let stdout: DestinationStream | undefined

// A busy process writes many lines in one millisecond.
let moment = 0
let written = ''
function timestamp(): string {
  const now = Date.now()
  if (now !== moment) {
    moment = now
    written = `,"time":"${new Date(now).toISOString()}"`
  }
  return written
}

/**
 * JSON lines on stdout. Only fields that the caller names are written; there are no serialisers that would write a
 * request, a body, an address or a query.
 */
export const makeLog = (level: string, stream = (stdout ??= makeStdout())): Logger =>
  pino({ level, base: null, timestamp, formatters: { level: (label) => ({ level: label }) } }, stream)
