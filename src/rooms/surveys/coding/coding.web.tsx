import { z } from 'zod'
import type { Errors } from '../../../lib/form-values.ts'
import type { Lang } from '../../../lib/words.ts'
import type { Tx } from '../../../platform/db/database.ts'
import { ticks } from '../../../platform/forms.ts'
import { may } from '../../../platform/http/access.ts'
import { action, page, type Route } from '../../../platform/http/routes.ts'
import type { ActVisit, Visit } from '../../../platform/http/visit.ts'
import { codeAnswer, settleCodes, takeCodingSeat } from './coding.actions.ts'
import { codingPaths } from './coding.paths.ts'
import { codesOf, differs } from './coding.rules.ts'
import { codedAnswers, codedText, codedWave, codingProgress, listCoders, nextToCode } from './coding.sql.ts'
import { codingWords } from './coding.text.ts'
import { CodeAnswerPage, CodingPage, SettlePage } from './coding.views.tsx'
import { problems, unknown } from '../problems.ts'

const CodesForm = (lang: Lang) =>
  z.strictObject({
    answer: z.uuid(codingWords[lang].unknownCode),
    codes: ticks(z.string().max(100, codingWords[lang].unknownCode)),
  })
const Press = z.strictObject({})

const where = (visit: Visit) => ({ series: visit.param('reeks'), slug: visit.param('golf') })

/** The question, or what does not exist: it comes before what was filled in. */
async function findQuestion(tx: Tx, visit: Visit) {
  const { series, slug } = where(visit)
  const wave = await codedWave(tx, series, slug)
  const question = wave.questions.find(({ key }) => key === visit.param('question'))
  if (!question) throw unknown()
  return { wave, question }
}

const showList = (visit: Visit, status: 200 | 422 = 200) =>
  visit
    .house(async (tx) => {
      const { series, slug } = where(visit)
      const wave = await codedWave(tx, series, slug)
      const questions = []
      for (const question of wave.questions) {
        const coders = await listCoders(tx, wave.id, question.key)
        const mine = coders.some(({ person }) => person === visit.person())
        questions.push({
          question,
          seats: coders.length,
          mine,
          ...(await codingProgress(tx, wave.id, question.key)),
        })
      }
      return { wave, questions }
    })
    .then((seen) => visit.html(<CodingPage frame={visit.frame()} {...seen} newKey={visit.newKey} />, status))

/** The next answer, or, once both are done, what both made of it. */
async function showQuestion(visit: Visit, errors: Errors = {}): Promise<Response> {
  const { vault } = visit.platform
  const frame = visit.frame()
  const { newKey } = visit
  const seen = await visit.house(async (tx) => {
    const { wave, question } = await findQuestion(tx, visit)
    const coders = await listCoders(tx, wave.id, question.key)
    if (!coders.some(({ person }) => person === visit.person())) throw problems['no-coder']()
    const progress = await codingProgress(tx, wave.id, question.key)
    const common = { wave, question, progress }
    if (!progress.both) return { ...common, next: await nextToCode(tx, vault, wave.id, question.key) }
    const answers = await codedAnswers(tx, wave.id, question.key)
    const open = []
    for (const answer of answers)
      if (differs(answer) && codesOf(answer) === null)
        open.push({ ...answer, text: await codedText(tx, vault, wave.id, answer.id) })
    return { ...common, answers, open }
  })
  return visit.html(
    'next' in seen ? (
      <CodeAnswerPage frame={frame} {...seen} newKey={newKey} errors={errors} />
    ) : (
      <SettlePage frame={frame} {...seen} newKey={newKey} errors={errors} />
    ),
    Object.keys(errors).length > 0 ? 422 : 200,
  )
}

/** Reads which codes were chosen, and acts on them. */
async function actOn(visit: ActVisit, act: typeof codeAnswer | typeof settleCodes): Promise<Response> {
  await visit.house((tx) => findQuestion(tx, visit))
  const form = visit.read(CodesForm(visit.lang))
  if (!form.ok) return showQuestion(visit, form.errors)
  const { series, slug } = where(visit)
  return visit.act(
    async (tx) => {
      const { wave, question } = await findQuestion(tx, visit)
      await act(tx, visit.platform.vault, { wave: wave.id, question }, form.value, visit.person(), visit.now)
    },
    () => codingPaths.question(series, slug, visit.param('question')),
  )
}

const coding = { who: may('researcher'), rate: 'working', data: 'personal' } as const

/** Where two researchers code answers in own words, apart, and settle what they differ on. */
export const codingRoutes: readonly Route[] = [
  page(codingPaths.list(':reeks', ':golf'), coding, (visit) => showList(visit)),
  action(codingPaths.seat(':reeks', ':golf', ':question'), { ...coding, input: Press }, async (visit) => {
    await visit.house((tx) => findQuestion(tx, visit))
    if (!visit.read(Press).ok) return showList(visit, 422)
    const { series, slug } = where(visit)
    return visit.act(
      async (tx) => {
        const { wave, question } = await findQuestion(tx, visit)
        await takeCodingSeat(tx, { wave: wave.id, question }, visit.person(), visit.now)
      },
      () => codingPaths.question(series, slug, visit.param('question')),
    )
  }),
  page(codingPaths.question(':reeks', ':golf', ':question'), coding, (visit) => showQuestion(visit)),
  action(codingPaths.question(':reeks', ':golf', ':question'), { ...coding, input: CodesForm('nl') }, (visit) =>
    actOn(visit, codeAnswer),
  ),
  action(codingPaths.settle(':reeks', ':golf', ':question'), { ...coding, input: CodesForm('nl') }, (visit) =>
    actOn(visit, settleCodes),
  ),
]
