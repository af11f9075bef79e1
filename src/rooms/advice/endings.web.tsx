import { z } from 'zod'
import { one, type Errors, type FormInput } from '../../lib/form-values.ts'
import { lines, optional } from '../../platform/forms.ts'
import type { Tx } from '../../platform/db/database.ts'
import { action, page, type Route } from '../../platform/http/routes.ts'
import type { ActVisit, Visit } from '../../platform/http/visit.ts'
import { countForResearch, noteGap, pointsAtSomebody } from '../knowledge/public.ts'
import { deskOnly } from './desk-access.ts'
import { closeRequest, mergeRequest, referRequest, type SeenRequest } from './desk.actions.ts'
import { deskPaths } from './desk.paths.ts'
import { seenVersion } from './desk.web.tsx'
import { endingWords } from './endings.text.ts'
import { EndingPage, type Ending } from './endings.views.tsx'
import { isRequestNumber } from './numbers.rules.ts'
import { researchQuestions } from './neighbours.ts'
import { press } from './press.tsx'
import { problems } from './problems.ts'
import { getForDesk, type DeskSeen } from './readings.sql.ts'
import { limits } from './request.rules.ts'
import { findByNumber } from './requests.sql.ts'
import type { State } from './states.rules.ts'

const stateOf: Readonly<Record<Ending, State>> = { refer: 'referred', merge: 'merged', close: 'closed' }

const endingSchema = ({ long, research }: { readonly long: string; readonly research: string }) =>
  z.strictObject({
    ...seenVersion,
    tekst: lines({ min: 0, max: limits.reason }, { empty: long, long }),
    onderzoek: optional(z.uuid(research)),
    weten: z.literal('on').optional(),
    ontbreekt: lines({ min: 0, max: limits.missing }, { empty: long, long }).optional(),
  })

/** What is wrong with the words of the coordinator about what nobody knows yet; null when nothing is. */
const whyNotNoted = (missing: string, lang: 'nl' | 'en'): string | null => {
  const words = endingWords[lang].errors
  return missing.length < 5 ? words.missing : pointsAtSomebody(missing) ? words.missingNames : null
}

type Kept = { input: FormInput; errors: Errors; key: string }

/** What is still wrong with the text, in words; null when nothing is. */
async function whyNot(tx: Tx, ending: Ending, seen: DeskSeen, text: string, lang: 'nl' | 'en'): Promise<string | null> {
  const words = endingWords[lang].errors
  if (ending === 'refer') return text === '' ? words.refer : null
  if (ending === 'close') return text === '' && !seen.facts.answered && !seen.facts.referred ? words.reason : null
  const number = text.trim().toUpperCase()
  if (!isRequestNumber(number)) return words.merge
  const other = await findByNumber(tx, number)
  return other === undefined || other.id === seen.id ? words.mergeUnknown : null
}

const routesOf = (ending: Ending): readonly Route[] => {
  const path = deskPaths[ending]
  const show = async (visit: Visit, kept?: Kept): Promise<Response> => {
    const { seen, questions } = await visit.house(async (tx) => ({
      seen: await getForDesk(tx, visit.platform.vault, visit.param('id')),
      questions: ending === 'close' ? await researchQuestions(tx) : [],
    }))
    if (!seen.moves.some((move) => move.to === stateOf[ending])) throw problems['no-such-move']()
    return visit.html(
      <EndingPage
        frame={visit.frame()}
        seen={seen}
        ending={ending}
        questions={questions}
        formKey={kept?.key ?? visit.newKey()}
        {...(kept && { input: kept.input, errors: kept.errors })}
      />,
      kept ? 422 : 200,
    )
  }
  const end = async (visit: ActVisit): Promise<Response> => {
    const id = visit.param('id')
    const { vault } = visit.platform
    const key = one(visit.sent, '_key')
    const form = visit.read(endingSchema(visit.words(endingWords).errors))
    if (!form.ok) return show(visit, { ...form, key })
    const { version, tekst, onderzoek, weten, ontbreekt } = form.value
    const missing = ending === 'close' && weten === 'on' ? (ontbreekt ?? '') : null
    const wrong = await visit.house(async (tx) => {
      const seen = await getForDesk(tx, vault, id)
      // Somebody who is too late hears that, and not that their text is wrong.
      return seen.version === version ? whyNot(tx, ending, seen, tekst, visit.lang) : null
    })
    if (wrong !== null) return show(visit, { input: form.input, errors: { tekst: wrong }, key })
    const unclear = missing === null ? null : whyNotNoted(missing, visit.lang)
    if (unclear !== null) return show(visit, { input: form.input, errors: { ontbreekt: unclear }, key })
    const act = (tx: Tx, seen: SeenRequest) =>
      ending === 'refer'
        ? referRequest(tx, vault, visit.person(), seen, tekst, visit.now)
        : ending === 'merge'
          ? mergeRequest(tx, visit.person(), seen, tekst, visit.now)
          : closeRequest(tx, vault, visit.person(), seen, tekst === '' ? null : tekst, visit.now)
    return press(
      visit,
      { id, path: deskPaths.request(id) },
      async (tx) => {
        await act(tx, { id, version })
        if (ending === 'close' && onderzoek !== undefined) await countForResearch(tx, onderzoek, visit.now)
        if (missing !== null) await noteGap(tx, missing, visit.now)
      },
      () => deskPaths.request(id),
    )
  }
  return [
    page(path(':id'), { who: deskOnly, rate: 'working', data: 'personal' }, (visit) => show(visit)),
    action(
      path(':id'),
      { who: deskOnly, rate: 'working', data: 'personal', input: endingSchema(endingWords.nl.errors) },
      end,
    ),
  ]
}

/** Referring, joining and closing: each with the words that the requester reads. */
export const endingRoutes: readonly Route[] = (['refer', 'merge', 'close'] as const).flatMap(routesOf)
