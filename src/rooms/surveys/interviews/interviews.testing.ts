import type { Browsing } from '../../../../test/browsing.ts'
import type { House, RolledBackHouse } from '../../../../test/house.ts'
import { invite, madeSeries, openWaveOf, pathTo } from '../filling/filling.testing.ts'
import { letOut, proposeRelease } from '../releases/releases.actions.ts'
import { filesStand, sampleRelease } from '../releases/releases.testing.ts'

const about = 'Wat er anders ging sinds jullie begonnen.'

/** A wave that is open, whose places were invited, in which people are asked for a talk. */
export async function wantingTalks(house: RolledBackHouse, places: number) {
  const made = await madeSeries(house)
  const wave = await openWaveOf(house, made, { places })
  const page = `/onderzoek/peilingen/${made.slug}/${wave.slug}/gesprekken`
  const researcher = await house.as('researcher')
  const asked = await researcher.submit(await researcher.get(page), { aboutNl: about })
  if (asked.status !== 303) throw new Error(`nobody is asked for a talk: ${asked.status}`)
  await invite(house, wave.wave)
  return { ...made, ...wave, waveSlug: wave.slug, slug: made.slug, page, researcher }
}

/** Fills in and sends the sheet of a place. @returns the browser, and the address of its link */
export async function sends(house: House, place: number): Promise<{ browser: Browsing; start: string }> {
  const start = await pathTo(house, `post-${place}@example.org`, '/invullen/')
  const browser = house.visitor()
  await browser.submit(await browser.get(`${start}/deel/inzet`), { q_heeft: 'nee' })
  const sent = await browser.submit(await browser.get(`${start}/overzicht`))
  if (!sent.location?.endsWith('/bedankt')) throw new Error(`not sent: ${sent.status}`)
  return { browser, start }
}

export const contact = (name: string) => ({
  name,
  email: `${name.toLowerCase()}@thuis.example`,
  uses: ['interview'],
  months: '12',
  consent: 'on',
})

/** Sends a sheet and leaves a name. */
export async function leaves(house: House, place: number, name: string): Promise<void> {
  const { browser, start } = await sends(house, place)
  const left = await browser.submit(await browser.get(`${start}/gesprek`), contact(name))
  if (left.location !== '/gesprek-opgegeven') throw new Error(`no name was left: ${left.status}`)
}

/** Closes a wave as a researcher, and lets the worker write its letters. */
export async function closes(house: RolledBackHouse, wave: { slug: string; waveSlug: string; researcher: Browsing }) {
  const page = `/onderzoek/peilingen/${wave.slug}/${wave.waveSlug}/sluiting`
  const moved = await wave.researcher.submit(await wave.researcher.get(page), { to: 'closed' })
  if (moved.status !== 303) throw new Error(`not closed: ${moved.status}`)
  await house.runJobs()
}

/** Follows the link of a letter and presses that it is right. @returns the address of the link */
export async function confirms(house: House, name: string): Promise<string> {
  const own = await pathTo(house, contact(name).email, '/gesprek/')
  const browser = house.visitor()
  const pressed = await browser.submit(await browser.get(own), {}, '/klopt"')
  if (pressed.status !== 303) throw new Error(`not confirmed: ${pressed.status}`)
  return own
}

export const proposal = {
  moment: 'Een uur in de week van 7 december',
  place: 'Bij jou of bij ons',
  minutes: '60',
  reward: 'hourlyRate',
  amount: '60',
  replyBy: '2031-12-31',
}

/** The number of somebody on the list, by name. */
export function numberOf(page: string, name: string): string {
  const found = [...page.matchAll(/name="people"[^>]*value="([^"]+)"[\s\S]*?<label[^>]*>\s*([^<]+?)\s*</g)]
  const number = found.find((match) => match[2] === name)?.[1]
  if (number === undefined) throw new Error(`${name} is not on the list`)
  return number
}

/** Invites people by name and lets the worker write. */
export async function asks(
  house: RolledBackHouse,
  { page, researcher }: { page: string; researcher: Browsing },
  names: readonly string[],
  more: Readonly<Record<string, string>> = {},
) {
  const seen = await researcher.get(page)
  const people = names.map((name) => numberOf(seen.text, name))
  const sent = await researcher.submit(seen, { ...proposal, ...more, people }, '/uitnodiging"')
  await house.runJobs()
  return sent
}

/** One talk from leaving a name to having been held, for each name. The wave closes on the way. */
export async function talksHeld(house: RolledBackHouse, names: readonly string[]) {
  const wave = await wantingTalks(house, names.length)
  for (const [at, name] of names.entries()) await leaves(house, at + 1, name)
  await closes(house, wave)
  for (const name of names) await confirms(house, name)
  await asks(house, wave, names)
  for (const name of names) {
    const browser = house.visitor()
    const own = await pathTo(house, contact(name).email, '/gesprek/')
    await browser.submit(await browser.get(own), {}, '/ja"')
  }
  return {
    ...wave,
    /** Notes one talk as held. */
    hold: async (name: string) => {
      const seen = await wave.researcher.get(wave.page)
      const form = seen.text.split('<form').find((each) => each.includes(`Gesprek met ${name} is gehouden`)) ?? ''
      const action = /action="([^"]+)"/.exec(form)?.[1] ?? ''
      return wave.researcher.submit(seen, {}, action)
    },
  }
}

/** Lets a wave out, by two researchers. @returns the number of the release */
export async function release(house: House, wave: { wave: string; slug: string; waveSlug: string }): Promise<string> {
  const now = house.platform.now()
  const sample = sampleRelease()
  const document = {
    ...sample,
    series: { ...sample.series, slug: wave.slug },
    wave: { ...sample.wave, slug: wave.waveSlug },
  }
  const proposed = { document, waveId: wave.wave, reason: 'Eerste uitgave', by: house.people.researcher.id }
  const id = await house.operate((tx) => proposeRelease(tx, proposed, now))
  await filesStand(house, id)
  const by = house.people.secondResearcher.id
  await house.operate((tx) => letOut(tx, { release: id, by, reason: null }, now))
  return id
}
