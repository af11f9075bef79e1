import { z } from 'zod'
import { makeSession, revokeProof } from '../../platform/proofs.ts'
import { anyone } from '../../platform/http/access.ts'
import { action, page, squarePage, type Route } from '../../platform/http/routes.ts'
import type { Visit } from '../../platform/http/visit.ts'
import { openMailRoom } from '../../platform/mail/mail.ts'
import { problems } from '../../platform/problems.ts'
import { demoFaces, personOfDemo } from '../../rooms/accounts/public.ts'
import { audiencePages, everythingFeeds, newestItems } from '../../rooms/knowledge/public.ts'
import { asOperator } from '../installation.ts'
import { DemoPage, ExplainingPage, HomePage, PostPage } from './front.views.tsx'
import { frontWords } from './text.ts'

const onlyInDemo = (visit: Visit) => {
  if (visit.platform.mode !== 'demo') throw problems['not-found']()
}

const sessionHours = 12

/** The home page, the pages about the square itself, and (demo only) the door and the mail of the invented people. */
export const front: readonly Route[] = [
  squarePage('/', {}, async (visit) => {
    const { newest, audiences } = await visit.square(async (db) => ({
      newest: await newestItems(db, visit.lang, 4),
      audiences: await audiencePages(db, visit.lang),
    }))
    return visit.html(
      <HomePage frame={visit.frame()} newest={newest} audiences={audiences} feeds={everythingFeeds(visit.lang)} />,
    )
  }),
  ...(['about', 'privacy', 'accessibility', 'licence'] as const).map((name) =>
    squarePage(
      { about: '/over', privacy: '/privacy', accessibility: '/toegankelijkheid', licence: '/licentie' }[name],
      {},
      (visit) => visit.html(<ExplainingPage frame={visit.frame()} words={visit.words(frontWords)[name]} />),
    ),
  ),
  page('/demo', { who: anyone, rate: 'reading', data: 'none' }, async (visit) => {
    onlyInDemo(visit)
    const faces = await asOperator(visit.platform.database, 'demo-faces', (tx) =>
      demoFaces(tx, visit.platform.vault, visit.lang),
    )
    return visit.html(<DemoPage frame={visit.frame()} faces={faces} newKey={visit.newKey} />)
  }),
  action(
    '/demo',
    { who: anyone, rate: 'signing-in', data: 'personal', input: z.strictObject({ person: z.string().max(60) }) },
    async (visit) => {
      onlyInDemo(visit)
      const form = visit.read(z.strictObject({ person: z.string().max(60) }))
      if (!form.ok) throw problems['unknown-form']()
      const person = await asOperator(visit.platform.database, 'demo-sign-in', (tx) =>
        personOfDemo(tx, form.value.person),
      )
      if (person === null) throw problems['not-found']()
      const until = new Date(visit.now.getTime() + sessionHours * 3_600_000)
      const token = await visit.house(async (tx) => {
        if (visit.proof !== null) await revokeProof(tx, visit.proof)
        return makeSession(tx, person, until, true)
      })
      return visit.depart({
        location: '/mijn',
        cookies: [{ name: 'session', value: token, maxAge: sessionHours * 3600 }],
      })
    },
  ),
  page('/post', { who: anyone, rate: 'reading', data: 'personal' }, async (visit) => {
    onlyInDemo(visit)
    const { vault, origin, config, database } = visit.platform
    const letters = await asOperator(database, 'read-post', (tx) =>
      openMailRoom({ vault, origin, smtpUrl: config.smtpUrl }).readLetters(tx, 50),
    )
    return visit.html(<PostPage frame={visit.frame()} letters={letters} origin={origin} />)
  }),
]
