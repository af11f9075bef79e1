import { z } from 'zod'
import type { Errors, FormInput } from '../../../lib/form-values.ts'
import type { Lang } from '../../../lib/words.ts'
import { line, lines, optional } from '../../../platform/forms.ts'
import { may } from '../../../platform/http/access.ts'
import { action, page, type Route } from '../../../platform/http/routes.ts'
import type { Visit } from '../../../platform/http/visit.ts'
import { bringInOldPoll, dropOldPoll } from './old-polls.actions.ts'
import { oldPollPaths as paths } from './old-polls.paths.ts'
import { figured, judge, readPrinted } from './old-prints.rules.ts'
import { findOldPoll, listOldPolls, listOtherOldPolls } from './old-polls.sql.ts'
import { oldPollWords } from './old-polls.text.ts'
import { OldPollPage, OldPollsPage } from './old-polls.views.tsx'
import { unknown } from '../problems.ts'

const mostAnswers = 40

const OldPollForm = (lang: Lang) => {
  const words = oldPollWords[lang]
  const organisations = z
    .string()
    .trim()
    .regex(/^\d{1,6}$/, words.countFault)
    .transform(Number)
    .refine((n) => n >= 1 && n <= 100_000, words.countFault)
  return z
    .strictObject({
      title: line({ min: 3, max: 160 }, { empty: words.nameEmpty, long: words.nameLong }),
      year: z
        .string()
        .trim()
        .regex(/^(19|20)\d\d$/, words.yearFault)
        .transform(Number),
      source: line({ max: 500 }, { empty: words.sourceEmpty, long: words.sourceLong }),
      least: organisations,
      most: organisations,
      population: optional(organisations),
      answers: lines({ max: 8000 }, { empty: words.answersEmpty, long: words.answersLong }).transform(
        (typed, found) => {
          const read = readPrinted(typed)
          const refuse = (message: string) => {
            found.addIssue({ code: 'custom', message })
            return z.NEVER
          }
          if ('fault' in read) return refuse(words.faults[read.fault](String(read.line)))
          if (figured(read.answers).length === 0) return refuse(words.answersEmpty)
          return read.answers.length > mostAnswers ? refuse(words.answersLong) : read
        },
      ),
      complete: z
        .literal('on')
        .optional()
        .transform((ticked) => ticked !== undefined),
    })
    .superRefine((form, found) => {
      const refuse = (path: string, message: string) => found.addIssue({ code: 'custom', path: [path], message })
      if (form.most < form.least) refuse('most', words.orderFault)
      else if (form.most - form.least >= 2000) refuse('most', words.wideFault)
      if (form.population !== undefined && form.population < form.most) refuse('population', words.populationFault)
    })
}

const RemovalForm = (lang: Lang) => z.strictObject({ sure: z.literal('on', oldPollWords[lang].dropSure) })

async function showPolls(visit: Visit, sent?: { input: FormInput; errors: Errors }): Promise<Response> {
  const polls = await visit.house(listOldPolls)
  return visit.html(
    <OldPollsPage
      frame={visit.frame()}
      polls={polls}
      newKey={visit.newKey}
      input={sent?.input ?? {}}
      errors={sent?.errors ?? {}}
    />,
    sent ? 422 : 200,
  )
}

const isId = (text: string) => z.uuid().safeParse(text).success
const researcher = { who: may('researcher'), rate: 'working', data: 'none' } as const

async function showPoll(visit: Visit, errors?: Errors): Promise<Response> {
  const id = visit.param('poll')
  const seen = isId(id)
    ? await visit.house(async (tx) => ({ poll: await findOldPoll(tx, id), others: await listOtherOldPolls(tx, id) }))
    : undefined
  const poll = seen?.poll
  if (seen === undefined || poll === undefined) throw unknown()
  const [first, second, level] = ['eerst', 'later', 'groep'].map((name) => visit.query(name) ?? '')
  const [otherId, otherAnswer = ''] = (second ?? '').split('.')
  const other = seen.others.find((each) => each.id === otherId)
  const [one, two] = [Number(first || '-1'), Number(otherAnswer || '-1')]
  const chosen = other !== undefined && poll.answers[one] !== undefined && other.answers[two] !== undefined
  return visit.html(
    <OldPollPage
      frame={visit.frame()}
      poll={poll}
      newKey={visit.newKey}
      errors={errors ?? {}}
      comparing={{
        others: seen.others,
        first: first ?? '',
        second: second ?? '',
        level: level === 'full' ? 'full' : 'limited',
        judged: chosen
          ? judge({ poll, answer: one }, { poll: other, answer: two }, level === 'full' ? 'full' : 'limited')
          : null,
      }}
    />,
    errors ? 422 : 200,
  )
}

/** Where researchers bring in what is left of old polls, and see what may be said about them. */
export const oldPollRoutes: readonly Route[] = [
  page(paths.polls, researcher, (visit) => showPolls(visit)),
  action(paths.polls, { ...researcher, input: OldPollForm('nl') }, (visit) => {
    const form = visit.read(OldPollForm(visit.lang))
    if (!form.ok) return showPolls(visit, { input: visit.sent, errors: form.errors })
    const { answers, population = null, ...rest } = form.value
    return visit.act(
      (tx) => bringInOldPoll(tx, { ...rest, ...answers, population, by: visit.person() }, visit.now),
      (id) => paths.poll(id),
    )
  }),
  page(paths.poll(':poll'), researcher, (visit) => showPoll(visit)),
  action(paths.removal(':poll'), { ...researcher, input: RemovalForm('nl') }, (visit) => {
    const id = visit.param('poll')
    if (!isId(id)) throw unknown()
    const form = visit.read(RemovalForm(visit.lang))
    if (!form.ok) return showPoll(visit, form.errors)
    return visit.act(
      (tx) => dropOldPoll(tx, id, visit.now),
      () => paths.polls,
    )
  }),
]
