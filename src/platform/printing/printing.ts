import { spawn } from 'node:child_process'
import { constants, rmSync } from 'node:fs'
import { chown, mkdtemp, open, readdir, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { accountNamed, credentials, type Account } from '../cluster/account.ts'
import { chromiumFlags } from './chromium.ts'

/** Makes PDF of pages of our own. */
export type Press = {
  /** The style of the site, to stand in the page itself: nothing is fetched. */
  readonly style: string
  /**
   * @param html a whole document of ours that stands on its own, without script
   * @returns the PDF, tagged, with an outline of its headings
   * @throws PrintProblem
   */
  print(html: string): Promise<Uint8Array<ArrayBuffer>>
}

/** Why there is no PDF: it took too long, too much memory or too many bytes, or Chromium made nothing. */
export class PrintProblem extends Error {
  override readonly name = 'PrintProblem'
  readonly code: 'too-slow' | 'too-much-memory' | 'too-large' | 'broken'
  constructor(code: PrintProblem['code']) {
    super(code)
    this.code = code
  }
}

type Limits = {
  /** Milliseconds. */
  readonly time: number
  /** Megabytes of its own of all processes of one Chromium together; watched where /proc tells. */
  readonly megabytes: number
  /** Of the page, and of the PDF. */
  readonly bytes: number
}

const usual: Limits = { time: 60_000, megabytes: 700, bytes: 20_000_000 }

/**
 * A press on a Chromium. Each page gets a Chromium of its own with an empty profile, that is stopped with everything it
 * started: in time, in memory, and afterwards. It reads one file of ours, reaches no network, and knows no keys. One at a
 * time: several would take the memory of the whole machine.
 */
export function openPress(chromium: string, style: string, limits: Partial<Limits> = {}): Press {
  let last: Promise<unknown> = Promise.resolve()
  return {
    style,
    print(html) {
      const turn = last.then(() => printed(chromium, html, { ...usual, ...limits }))
      last = turn.catch(() => undefined)
      return turn
    },
  }
}

async function printed(chromium: string, html: string, limits: Limits): Promise<Uint8Array<ArrayBuffer>> {
  if (Buffer.byteLength(html) > limits.bytes) throw new PrintProblem('too-large')
  const folder = await mkdtemp(join(tmpdir(), 'plein-print-'))
  try {
    // Root steps down: Chromium refuses to shield its parts from each other as root.
    const account = process.getuid?.() === 0 ? await accountNamed('nobody') : undefined
    const [page, paper] = [join(folder, 'page.html'), join(folder, 'paper.pdf')]
    await writeFile(page, html)
    if (account) for (const path of [folder, page]) await chown(path, account.uid, account.gid)
    await run(chromium, folder, [`--print-to-pdf=${paper}`, pathToFileURL(page).href], account, limits)
    return await readPaper(paper, limits.bytes)
  } finally {
    await rm(folder, { recursive: true, force: true, maxRetries: 5, retryDelay: 100 })
  }
}

// The folder belongs to Chromium, and this process may read more than Chromium may: a link that stands there is not followed.
const asItLies = constants.O_RDONLY | constants.O_NOFOLLOW | constants.O_NONBLOCK

async function readPaper(path: string, most: number): Promise<Uint8Array<ArrayBuffer>> {
  const paper = await open(path, asItLies).catch(() => {
    throw new PrintProblem('broken')
  })
  try {
    const lying = await paper.stat()
    if (!lying.isFile() || lying.size === 0) throw new PrintProblem('broken')
    if (lying.size > most) throw new PrintProblem('too-large')
    return new Uint8Array(await paper.readFile())
  } finally {
    await paper.close()
  }
}

const flags = [
  ...chromiumFlags,
  '--disable-extensions',
  '--disable-default-apps',
  // A proxy that nobody is: also what is on this machine is not reached.
  '--proxy-server=127.0.0.1:9',
  '--proxy-bypass-list=<-loopback>',
  '--host-resolver-rules=MAP * ~NOTFOUND',
  '--no-pdf-header-footer',
  '--generate-pdf-document-outline',
]

const run = (
  chromium: string,
  folder: string,
  order: readonly string[],
  account: Account | undefined,
  limits: Limits,
): Promise<void> =>
  new Promise((resolve, reject) => {
    const child = spawn(chromium, [...flags, `--user-data-dir=${join(folder, 'profile')}`, ...order], {
      cwd: folder,
      stdio: 'ignore',
      // It needs nothing of what this process knows: no addresses, no keys.
      env: { PATH: '/usr/local/bin:/usr/bin:/bin', HOME: folder, TMPDIR: folder, LANG: 'C.UTF-8' },
      // A group of its own, so that everything it starts can be stopped with it.
      detached: true,
      ...(account && credentials(account)),
    })
    let over: PrintProblem['code'] | null = null
    const stop = (why: PrintProblem['code'] | null) => {
      over ??= why
      if (child.pid === undefined) return
      try {
        process.kill(-child.pid, 'SIGKILL')
      } catch {
        // It is gone already.
      }
    }
    const clock = setTimeout(() => stop('too-slow'), limits.time)
    const watch = setInterval(() => {
      if (child.pid === undefined) return
      void megabytesOf(child.pid).then((megabytes) => megabytes > limits.megabytes && stop('too-much-memory'))
    }, 250)
    // A worker that is told to stop does not wait for a print: another makes it.
    const leave = () => {
      stop(null)
      rmSync(folder, { recursive: true, force: true })
    }
    process.once('exit', leave)
    const end = () => {
      process.off('exit', leave)
      clearTimeout(clock)
      clearInterval(watch)
      stop(null)
      if (over === null) resolve()
      else reject(new PrintProblem(over))
    }
    child.on('error', () => end())
    child.on('exit', () => end())
  })

/** What the processes of a group use together and share with no other; 0 where /proc does not tell. */
async function megabytesOf(group: number): Promise<number> {
  let pages = 0
  for (const name of await readdir('/proc').catch(() => [])) {
    if (!/^\d+$/.test(name)) continue
    const told = await readFile(`/proc/${name}/stat`, 'utf8').catch(() => '')
    // The name of a program stands in brackets and may hold anything; state, parent and group come after it.
    if (Number(told.slice(told.lastIndexOf(')') + 2).split(' ')[2]) !== group) continue
    const [, resident = 0, shared = 0] = (await readFile(`/proc/${name}/statm`, 'utf8').catch(() => '')).split(' ')
    pages += Number(resident) - Number(shared)
  }
  return (pages * 4096) / 1_000_000
}
