import { describe, expect, it } from 'vitest'
import { sendNewsletter } from '../../src/rooms/knowledge/public.ts'
import { openMailRoom } from '../../src/platform/mail/mail.ts'
import { until } from '../house.ts'
import { browserPresent } from './chromium.ts'
import { layOnSquare } from './shelf.ts'
import { onStage } from './stage.ts'

const day = 86_400_000

describe.skipIf(!browserPresent('subscribing and unsubscribing'))('the newsletter', () => {
  it(
    'is asked for, confirmed by mail, read, and stopped with one press; by keyboard, without script, on a phone',
    onStage(
      async (stage) => {
        const visitor = await stage.enter(null, { script: false, width: 360 })
        expect(await visitor.open('/nieuwsbrief')).toBe(200)
        await visitor.keys.fill('Je mailadres', 'lezer@example.org')
        await visitor.keys.press('Meld mij aan')

        const letter = async (page: string) =>
          (await stage.letters()).findLast((each) => each.text.includes(`/nieuwsbrief/${page}/`))
        await until(async () => (await letter('bevestigen')) !== undefined, 20_000)
        await visitor.open(stage.pathIn((await letter('bevestigen'))?.text ?? '', '/nieuwsbrief/bevestigen/'))
        await visitor.keys.press('Ja, stuur mij de nieuwsbrief')
        expect(new URL(visitor.page.url()).search).toBe('?gedaan=bevestigd')

        const { platform } = stage
        const { vault, origin, config } = platform
        const now = () => new Date(platform.now().getTime() + 8 * day)
        await layOnSquare(stage, { slug: 'iets-nieuws', title: 'Iets nieuws' })
        const mail = openMailRoom({ vault, origin, smtpUrl: config.smtpUrl })
        await sendNewsletter({ now, transaction: (work) => stage.operate(work), vault, mail, origin })
        const text = (await letter('afmelden'))?.text ?? ''
        expect(text).toContain('Iets nieuws')
        await visitor.open(stage.pathIn(text, '/nieuwsbrief/keuzes/'))
        await visitor.open(stage.pathIn(text, '/nieuwsbrief/afmelden/'))
        await visitor.keys.press('Stop met de nieuwsbrief')
        expect(await visitor.page.locator('h1').textContent()).toBe('Je krijgt geen nieuwsbrief meer')
        expect(visitor.complaints()).toEqual([])
      },
      { worker: true },
    ),
    120_000,
  )
})
