import { z } from 'zod'
import { languages } from '../../../lib/words.ts'
import { editor } from '../../../platform/http/access.ts'
import { action, type Route } from '../../../platform/http/routes.ts'
import { paths } from '../paths.ts'
import { adviceFor } from './writing-advice.rules.ts'
import { AdviceNotes } from './writing-advice.views.tsx'

const AdviceForm = z.strictObject({ q: z.string().max(100_000), lang: z.enum(languages) })

/** Advice while somebody writes. The text is read and forgotten: nothing of it is kept or logged. */
export const adviceRoutes: readonly Route[] = [
  action(paths.advice, { who: editor, rate: 'working', data: 'special', input: AdviceForm }, (visit) => {
    const form = visit.read(AdviceForm)
    const advice = form.ok && form.value.lang === 'nl' ? adviceFor(form.value.q) : null
    return visit.html(<AdviceNotes frame={visit.frame()} advice={advice} />, form.ok ? 200 : 422)
  }),
]
