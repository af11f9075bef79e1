import { z } from 'zod'
import { one, type Errors, type FormInput } from '../../../lib/form-values.ts'
import { editor } from '../../../platform/http/access.ts'
import { action, page, type Route } from '../../../platform/http/routes.ts'
import type { Visit } from '../../../platform/http/visit.ts'
import { editorOf } from '../editors.ts'
import { getItem, type Item } from '../items/items.sql.ts'
import { decide, marksOf, openIn, type Choice, type FieldMark } from '../items/marks.rules.ts'
import { paths } from '../paths.ts'
import { problems } from '../problems.ts'
import { redactionWords } from './redaction.text.ts'
import { choiceName, reasonName, RedactionPage, wordsName } from './redaction.views.tsx'
import { scanContext } from '../items/scanning.ts'
import { limits } from '../items/texts.rules.ts'
import { redact } from '../writing/writing.actions.ts'

const RedactionForm = z
  .object({ version: z.coerce.number().int().positive(), rest: z.literal('replace').optional() })
  .catchall(z.string().max(limits.reason))
  .refine((form) =>
    Object.keys(form).every((name) =>
      /^(?:version|rest|(?:choice|reason|words):[a-z][a-z0-9-]{0,30}:\d{1,7}:\d{1,7})$/.test(name),
    ),
  )

const named = /^choice:([a-z0-9-]+):(\d+):(\d+)$/

/** The choices of the form; `rest` fills in "replace" for every open mark without a choice. */
function choicesOf(input: FormInput, marks: readonly FieldMark[], rest: boolean): readonly Choice[] {
  const choices: Choice[] = []
  for (const [name, value] of Object.entries(input)) {
    const [, key, from, to] = named.exec(name) ?? []
    if (key === undefined || from === undefined || to === undefined) continue
    const place = { key, start: Number(from), end: Number(to) }
    if (value === 'replace') choices.push({ ...place, choice: 'replace' })
    else if (value === 'keep') choices.push({ ...place, choice: 'keep', reason: one(input, reasonName(place)).trim() })
    else if (value === 'edit') choices.push({ ...place, choice: 'edit', with: one(input, wordsName(place)).trim() })
  }
  if (!rest) return choices
  const chosen = new Set(choices.map(choiceName))
  return [
    ...choices,
    ...openIn(marks)
      .filter((mark) => !chosen.has(choiceName(mark)))
      .map(({ key, start, end }): Choice => ({ key, start, end, choice: 'replace' })),
  ]
}

const marksIn = (item: Item) => marksOf(item, item.kept, scanContext(item.context), item.provenance)

function show(visit: Visit, item: Item, more: { input?: FormInput; errors?: Errors } = {}) {
  const key = more.input === undefined ? visit.newKey() : one(more.input, '_key')
  return visit.html(
    <RedactionPage
      frame={visit.frame()}
      item={item}
      marks={marksIn(item)}
      pageKey={key}
      proceedKey={visit.newKey()}
      more={visit.query('meer') !== null}
      {...more}
    />,
    more.errors ? 422 : 200,
  )
}

const working = { who: editor, rate: 'working', data: 'special' } as const

export const redactionRoutes: readonly Route[] = [
  page(paths.redaction(':id'), working, async (visit) =>
    show(visit, await visit.house((tx) => getItem(tx, visit.platform.vault, visit.param('id')))),
  ),
  action(paths.redaction(':id'), { ...working, input: RedactionForm }, async (visit) => {
    const id = visit.param('id')
    const { vault } = visit.platform
    const item = await visit.house((tx) => getItem(tx, vault, id))
    const form = visit.read(RedactionForm)
    if (!form.ok) return show(visit, item, { input: visit.sent, errors: form.errors })

    const words = redactionWords[visit.lang].redaction
    const choices = choicesOf(visit.sent, marksIn(item), form.value.rest === 'replace')
    const doer = editorOf(visit)
    // Asked first without writing, so that what is missing comes back beside its mark. The action asks again, and decides.
    if (form.value.version === item.version) {
      const outcome = decide(item, item.kept, choices, scanContext(item.context), {
        provenance: item.provenance,
        lang: item.lang,
        by: doer.person,
        now: visit.now,
      })
      const wordless = choices.filter((choice) => choice.choice === 'edit' && choice.with === '')
      if (outcome.kind === 'undecided' || (outcome.kind === 'decided' && wordless.length > 0)) {
        const kept = new Set(choices.filter((choice) => choice.choice === 'keep').map(choiceName))
        const open = outcome.kind === 'undecided' ? outcome.open : []
        const errors = Object.fromEntries([
          ...open.map((mark) =>
            kept.has(choiceName(mark)) ? [reasonName(mark), words.reasonNeeded] : [choiceName(mark), words.undecided],
          ),
          ...wordless.map((mark) => [wordsName(mark), words.wordsNeeded]),
        ])
        return show(visit, item, { input: visit.sent, errors })
      }
    }
    return visit.act(
      async (tx) => {
        const done = await redact(tx, vault, id, { version: form.value.version, choices }, doer, visit.now)
        if (done.kind === 'undecided') throw problems['marks-open']()
        return done.more
      },
      (more) => (more > 0 ? `${paths.redaction(id)}?meer=1` : paths.redaction(id)),
    )
  }),
]
