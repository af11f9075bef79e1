import { existsSync } from 'node:fs'

const usualPlaces = [
  '/usr/bin/chromium',
  '/usr/bin/chromium-browser',
  '/usr/bin/google-chrome',
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
]

/**
 * The Chromium of this machine.
 * @param named a path that goes before the usual places; `none`: there is none, whatever stands there
 * @returns undefined when there is none
 */
export function findChromium(named: string | undefined, elsewhere: readonly string[] = []): string | undefined {
  if (named === 'none') return undefined
  return [named, ...usualPlaces, ...elsewhere].find((file) => file !== undefined && file !== '' && existsSync(file))
}

/** It shows no window, and asks nothing of its maker. */
export const chromiumFlags: readonly string[] = [
  '--headless',
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
]
