import { randomUUID } from 'node:crypto'
import { setTimeout as sleep } from 'node:timers/promises'
import { formBody, nextAddress, send } from './program.ts'

// The open poll of the demo network, and its first page.
const section = 'nu'
// No number of this page may be larger.
const mostSaves = 500

/** Who fills in a page again and again. Each save writes its own number in two of its three answers. */
export type Sheet = {
  readonly link: string
  /** The number of the last save that the program said it had taken. */
  acknowledged: number
  /** The number of the last save that was sent. */
  tried: number
}

const hidden = (page: string, name: string) =>
  new RegExp(`name="${name}" value="([^"]*)"`).exec(page)?.[1] ??
  new RegExp(`value="([^"]*)" name="${name}"`).exec(page)?.[1]

/**
 * Begins sheets by the open link of a wave.
 * @param poll the path of that link
 */
export async function beginSheets(port: number, poll: string, count: number, typingMs: number): Promise<Sheet[]> {
  const form = await send({ port, path: poll })
  const begun = hidden(form.text, 'begun')
  if (form.status !== 200 || begun === undefined) throw new Error(`${poll} answered ${form.status} without its form.`)
  await sleep(typingMs)
  const sheets: Sheet[] = []
  for (let at = 0; at < count; at++) {
    const body = formBody({ _key: randomUUID(), begun, organisation: `Proef ${at + 1}`, website: '' })
    const { status, location } = await send({ port, path: poll, body, from: nextAddress() })
    const link = /\/invullen\/([^/?]+)/.exec(location)?.[1]
    if (status !== 303 || link === undefined) throw new Error(`${poll} answered ${status} to who takes part.`)
    sheets.push({ link, acknowledged: 0, tried: 0 })
  }
  return sheets
}

const pageOf = ({ link }: Sheet) => `/invullen/${link}/deel/${section}`
const wordsOf = (number: number) => `save ${number}`

/** Saves the page of each sheet over and over until told to stop. Notes only what was answered. */
export function fillIn(port: number, sheets: readonly Sheet[]) {
  const stopped = new AbortController()
  const refusals: string[] = []
  let saved = 0
  const write = async (sheet: Sheet) => {
    while (!stopped.signal.aborted && sheet.tried < mostSaves) {
      const number = ++sheet.tried
      const body = formBody({
        _key: randomUUID(),
        'on-page': 'werkt,hoeveel,vorm',
        go: 'next',
        q_werkt: 'ja',
        q_hoeveel_known: 'exact',
        q_hoeveel: String(number),
        q_vorm: 'betaald',
        q_vorm_other: wordsOf(number),
      })
      const answered = await send({ port, path: pageOf(sheet), body, from: nextAddress() }).catch(() => null)
      if (answered?.status === 303) {
        sheet.acknowledged = number
        saved++
      } else if (answered === null || answered.status >= 500) await sleep(10)
      else refusals.push(`${answered.status} at ${number}`)
    }
  }
  const done = Promise.all(sheets.map(write))
  return {
    refusals,
    saved: () => saved,
    stop: async () => {
      stopped.abort()
      await done
    },
  }
}

/** @returns what is wrong with the pages as the program shows them now: a save that was acknowledged and is gone, or half of one. */
export async function brokenSheets(port: number, sheets: readonly Sheet[]): Promise<readonly string[]> {
  const broken: string[] = []
  for (const sheet of sheets) {
    const { status, text } = await send({ port, path: pageOf(sheet), from: nextAddress() })
    const input = (name: string) => new RegExp(`<input[^>]*name="${name}"[^>]*>`).exec(text)?.[0] ?? ''
    const valueOf = (name: string) => /value="([^"]*)"/.exec(input(name))?.[1] ?? ''
    const number = Number(valueOf('q_hoeveel'))
    const words = valueOf('q_vorm_other')
    if (status !== 200) broken.push(`a page answered ${status}`)
    else if (number < sheet.acknowledged)
      broken.push(`save ${sheet.acknowledged} was acknowledged and ${number} is there`)
    else if (number > sheet.tried) broken.push(`save ${number} was never sent`)
    else if (words !== (number === 0 ? '' : wordsOf(number))) broken.push(`half of save ${number}: "${words}"`)
  }
  return broken
}
