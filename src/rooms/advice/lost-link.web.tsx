import { z } from 'zod'
import { one } from '../../lib/form-values.ts'
import { normaliseEmailAddress } from '../../lib/text/emailAddress.ts'
import type { Lang } from '../../lib/words.ts'
import { optional } from '../../platform/forms.ts'
import { anyone } from '../../platform/http/access.ts'
import { action, page, type Route } from '../../platform/http/routes.ts'
import { askForLink } from './lost-link.actions.ts'
import { lostLinkText } from './lost-link.text.ts'
import { LinkAskedPage, LostLinkPage } from './lost-link.views.tsx'
import { readRequestNumber } from './numbers.rules.ts'
import { paths } from './paths.ts'

const understood = (message: string, read: (typed: string) => string | null) =>
  optional(
    z.string(message).transform((typed, issues) => {
      const value = read(typed)
      if (value !== null) return value
      issues.addIssue({ code: 'custom', message })
      return z.NEVER
    }),
  )

const KnownForm = (lang: Lang) => {
  const { numberWrong, emailWrong } = lostLinkText[lang]
  return z.strictObject({
    number: understood(numberWrong, readRequestNumber),
    email: understood(emailWrong, normaliseEmailAddress),
  })
}

export const lostLinkRoutes: readonly Route[] = [
  page(paths.lostLink, { who: anyone, rate: 'reading', data: 'none' }, (visit) =>
    visit.query('gedaan') === 'gevraagd'
      ? visit.html(<LinkAskedPage frame={visit.frame()} />)
      : visit.html(<LostLinkPage frame={visit.frame()} pageKey={visit.newKey()} />),
  ),
  action(paths.lostLink, { who: anyone, rate: 'asking', data: 'personal', input: KnownForm('nl') }, (visit) => {
    const form = visit.read(KnownForm(visit.lang))
    const nothing = form.ok && form.value.number === undefined && form.value.email === undefined
    if (!form.ok || nothing)
      return visit.html(
        <LostLinkPage
          frame={visit.frame()}
          pageKey={one(visit.sent, '_key') === '' ? visit.newKey() : one(visit.sent, '_key')}
          input={form.input}
          errors={form.ok ? { number: visit.words(lostLinkText).empty } : form.errors}
        />,
        422,
      )
    const { vault } = visit.platform
    return visit.act(
      (tx) => askForLink(tx, vault, form.value, visit.now),
      () => `${paths.lostLink}?gedaan=gevraagd`,
    )
  }),
]
