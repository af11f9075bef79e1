import { spawnSync } from 'node:child_process'
import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { chromium, type Browser } from 'playwright-core'
import { chromiumFlags, findChromium as find } from '../../src/platform/printing/chromium.ts'
import { root } from '../../src/platform/root.ts'

// Playwright turns these off, and a second list takes the place of its own.
const withoutByPlaywright = [
  'AvoidUnnecessaryBeforeUnloadCheckSync',
  'DestroyProfileOnBrowserClose',
  'DialMediaRouteProvider',
  'GlobalMediaControls',
  'HttpsUpgrades',
  'LensOverlay',
  'MediaRouter',
  'PaintHolding',
  'ThirdPartyStoragePartitioning',
  'BlockOriginHeaderModificationOnRedirect',
  'AvoidCorsURLLoaderRestartOnRedirect',
  'Translate',
  'OptimizationHints',
  'NetworkTimeServiceQuerying',
  'AimEnabled',
]
// Each window read a page of its own for the list below the address bar, which nobody sees here: 1.1 s of processor time
// for a window instead of 0.4.
const withoutAddressBar = ['WebUIOmniboxPopup', 'WebUIOmniboxAimPopup', 'WebUIOmniboxFullPopup']
// Every page is new, and looked at once: script is not worth translating twice, but what was translated is worth keeping.
const forScriptOnce = ['--no-opt', '--no-maglev', '--no-flush-bytecode']

const launchArguments = [
  ...chromiumFlags,
  '--no-sandbox',
  `--disable-features=${[...withoutByPlaywright, ...withoutAddressBar].join(',')}`,
  `--js-flags=${forScriptOnce.join(',')}`,
]

/** @returns the Chromium of this machine, or undefined: from CHROMIUM, the usual places, or what bin/setup downloaded. */
export function findChromium(): string | undefined {
  const noted = join(root, 'node_modules', '.browser')
  return find(process.env['CHROMIUM'], existsSync(noted) ? [readFileSync(noted, 'utf8').trim()] : [])
}

/**
 * Whether browser tests can run here; says why not.
 * @throws Error when REQUIRE names the browser and there is none
 */
export function browserPresent(what: string): boolean {
  if (findChromium() !== undefined) return true
  const sentence = `skipped: ${what}: no Chromium here. Install one (apt-get install chromium) or set CHROMIUM to its path.`
  if ((process.env['REQUIRE'] ?? '').split(',').includes('browser')) throw new Error(sentence)
  process.stdout.write(`${sentence}\n`)
  return false
}

/** Starts Chromium with a profile of its own that is gone afterwards. */
export const launchChromium = (): Promise<Browser> => {
  const executablePath = findChromium()
  if (executablePath === undefined) throw new Error('There is no Chromium here.')
  return chromium.launch({ executablePath, args: launchArguments })
}

/** A Chromium that can be killed as a dead battery does it. */
export async function launchMortalChromium(): Promise<{ browser: Browser; kill(): void }> {
  const executablePath = findChromium()
  if (executablePath === undefined) throw new Error('There is no Chromium here.')
  const server = await chromium.launchServer({ executablePath, args: launchArguments })
  const browser = await chromium.connect(server.wsEndpoint())
  return { browser, kill: () => void server.process().kill('SIGKILL') }
}

/** Style and script as visitors get them; builds them when there are none. */
export function ensureAssets(): void {
  const folder = join(root, 'dist', 'assets')
  const names = existsSync(folder) ? readdirSync(folder) : []
  if (names.some((name) => name.endsWith('.css')) && names.some((name) => name.endsWith('.js'))) return
  for (const mode of ['client', 'server']) {
    const vite = join(root, 'node_modules', 'vite', 'bin', 'vite.js')
    const built = spawnSync(process.execPath, [vite, 'build', '--mode', mode], { cwd: root, encoding: 'utf8' })
    if (built.status !== 0) throw new Error(`The build failed.\n${built.stdout}${built.stderr}`)
  }
}
