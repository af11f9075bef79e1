import { z } from 'zod'
import { type Errors, type FormInput } from '../../../lib/form-values.ts'
import { leadsToBeginning, shownSections } from '../../../lib/questionnaire/routing.ts'
import { normaliseEmailAddress } from '../../../lib/text/emailAddress.ts'
import type { Lang } from '../../../lib/words.ts'
import { line } from '../../../platform/forms.ts'
import { linkFor } from '../../../platform/http/access.ts'
import { action, page, type Route } from '../../../platform/http/routes.ts'
import type { ActVisit, Visit } from '../../../platform/http/visit.ts'
import { audiencePages } from '../../knowledge/public.ts'
import { findPrint, hasPrint, progressOn } from '../../questionnaires/public.ts'
import { askForCopy } from './copies.actions.ts'
import { openFilling, sendFilling } from './filling.actions.ts'
import { fillingPaths as paths } from './filling.paths.ts'
import { problems } from './filling.problems.ts'
import { linkEnd, whyNotFilled } from './filling.rules.ts'
import { fillingText } from './filling.text.ts'
import { StartPage } from './filling.views.tsx'
import { findAskingRound } from '../interviews/interviews.sql.ts'
import { handOver, listParts, takeBack } from './parts.actions.ts'
import { unknown } from '../problems.ts'
import { AllQuestionsPage } from './questions.views.tsx'
import { OwnAnswersPage, SummaryPage, ThanksPage } from './summary.views.tsx'

const nothing = z.strictObject({})
const HandOverForm = (lang: Lang) => {
  const words = fillingText[lang]
  return z.strictObject({
    section: z.string(words.handChoose).min(1, words.handChoose),
    label: line({ max: 80 }, { empty: words.handEmpty, long: words.handLong }),
  })
}
const CopyForm = (lang: Lang) =>
  z.strictObject({
    email: z.string(fillingText[lang].copyWrong).transform((typed, context) => {
      const address = normaliseEmailAddress(typed)
      if (address !== null) return address
      context.addIssue({ code: 'custom', message: fillingText[lang].copyWrong })
      return z.NEVER
    }),
  })

type Failed = { readonly input: FormInput; readonly errors: Errors }

const opened = (visit: Visit) =>
  visit.house(async (tx) => {
    const filling = await openFilling(tx, visit.platform.vault, visit.subject())
    return { filling, parts: await listParts(tx, visit.platform.vault, filling.sheet.id) }
  })

async function showStart(visit: Visit, failed: Failed | null = null): Promise<Response> {
  const { filling, parts } = await opened(visit)
  const over = whyNotFilled(filling)
  const link = visit.param('link')
  if (over === 'sent') return visit.redirect(paths.thanks(link))
  const { definition, answers } = filling.sheet
  return visit.html(
    <StartPage
      frame={visit.frame()}
      link={link}
      origin={visit.platform.origin}
      filling={filling}
      closed={over === 'closed'}
      progress={progressOn(definition, answers)}
      parts={parts}
      saved={visit.query('bewaard') !== null}
      failed={failed}
      newKey={visit.newKey}
    />,
    failed === null ? 200 : 422,
  )
}

async function showThanks(visit: Visit, failed: Failed | null = null): Promise<Response> {
  const { filling } = await opened(visit)
  const link = visit.param('link')
  if (filling.sheet.sentAt === null) {
    if (failed !== null) throw problems['not-sent-yet']()
    return visit.redirect(paths.start(link))
  }
  const { definition, answers } = filling.sheet
  const starts = leadsToBeginning(definition, answers) ? await visit.square((db) => audiencePages(db, visit.lang)) : []
  const talks = (await visit.house((tx) => findAskingRound(tx))) !== undefined
  return visit.html(
    <ThanksPage
      frame={visit.frame()}
      link={link}
      filling={filling}
      starts={starts}
      copied={visit.query('kopie') !== null}
      talks={talks}
      failed={failed}
      newKey={visit.newKey()}
    />,
    failed === null ? 200 : 422,
  )
}

async function showSummary(visit: Visit): Promise<Response> {
  const { filling } = await opened(visit)
  const link = visit.param('link')
  if (whyNotFilled(filling) !== null) return visit.redirect(paths.start(link))
  const { definition, answers } = filling.sheet
  return visit.html(
    <SummaryPage
      frame={visit.frame()}
      link={link}
      definition={definition}
      answers={answers}
      progress={progressOn(definition, answers)}
      newKey={visit.newKey()}
    />,
  )
}

function handedOver(visit: ActVisit): Promise<Response> {
  const form = visit.read(HandOverForm(visit.lang))
  if (!form.ok) return showStart(visit, { input: form.input, errors: form.errors })
  return visit.act(
    async (tx) => {
      const { sheet, wave } = await openFilling(tx, visit.platform.vault, visit.subject())
      if (!shownSections(sheet.definition, sheet.answers).some(({ key }) => key === form.value.section)) throw unknown()
      const until = linkEnd(wave.closes, visit.now)
      await handOver(tx, visit.platform.vault, sheet.id, { ...form.value, until }, visit.now)
    },
    () => `${paths.start(visit.param('link'))}#delen`,
  )
}

const bySheet = { who: linkFor('sheet'), rate: 'working', data: 'personal' } as const

export const fillingRoutes: readonly Route[] = [
  page(paths.start(':link'), bySheet, (visit) => showStart(visit)),
  page(paths.questions(':link'), bySheet, async (visit) => {
    const { filling, printed } = await visit.house(async (tx) => {
      const found = await openFilling(tx, visit.platform.vault, visit.subject())
      return { filling: found, printed: await hasPrint(tx, found.sheet.version, visit.lang) }
    })
    return visit.html(
      <AllQuestionsPage frame={visit.frame()} link={visit.param('link')} filling={filling} printed={printed} />,
    )
  }),
  page(paths.questionsPrinted(':link', ':file'), { ...bySheet, kind: 'file' }, async (visit) => {
    const print = await visit.house(async (tx) => {
      const { sheet } = await openFilling(tx, visit.platform.vault, visit.subject())
      return findPrint(tx, sheet.version, visit.param('file'))
    })
    if (print === undefined) throw unknown()
    return visit.bytes(print, 'application/pdf')
  }),
  page(paths.summary(':link'), bySheet, showSummary),
  action(paths.send(':link'), { ...bySheet, input: nothing }, (visit) =>
    visit.act(
      (tx) => sendFilling(tx, visit.platform.vault, visit.subject(), visit.now),
      () => paths.thanks(visit.param('link')),
    ),
  ),
  page(paths.thanks(':link'), bySheet, (visit) => showThanks(visit)),
  action(paths.copy(':link'), { ...bySheet, rate: 'asking', input: CopyForm('nl') }, (visit) => {
    const form = visit.read(CopyForm(visit.lang))
    if (!form.ok) return showThanks(visit, { input: form.input, errors: form.errors })
    return visit.act(
      (tx) =>
        askForCopy(tx, visit.platform.vault, visit.subject(), { email: form.value.email, lang: visit.lang }, visit.now),
      () => `${paths.thanks(visit.param('link'))}?kopie`,
    )
  }),
  action(paths.handOver(':link'), { ...bySheet, input: HandOverForm('nl') }, handedOver),
  action(paths.takeBack(':link', ':part'), { ...bySheet, input: nothing }, (visit) =>
    visit.act(
      (tx) => takeBack(tx, visit.subject(), visit.param('part'), visit.now),
      () => `${paths.start(visit.param('link'))}#delen`,
    ),
  ),
  page(paths.ownAnswers(':link'), { who: linkFor('sheet-copy'), rate: 'reading', data: 'personal' }, async (visit) => {
    const filling = await visit.house((tx) => openFilling(tx, visit.platform.vault, visit.subject()))
    return visit.html(<OwnAnswersPage frame={visit.frame()} link={visit.param('link')} filling={filling} />)
  }),
]
