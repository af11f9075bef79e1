import { z } from 'zod'
import { one, type Errors, type FormInput } from '../../lib/form-values.ts'
import { page, upload, type Route } from '../../platform/http/routes.ts'
import type { UploadVisit, Visit } from '../../platform/http/visit.ts'
import { partnerOrganisations } from '../accounts/public.ts'
import { newestOf, researcher } from './building.web.tsx'
import { faultSentence } from './definition-faults.text.ts'
import { placeInDocument, readExchanged, writeExchanged } from './exchange.rules.ts'
import { ReadPage } from './exchange.views.tsx'
import { paths } from './paths.ts'
import { makeQuestionnaire } from './questionnaires.actions.ts'
import { showingWords } from './showing.text.ts'
import { questionnairesWords } from './text.ts'

const mostBytes = 1_000_000
const mostFaults = 20
const ReadForm = z.strictObject({ organisation: z.string().optional(), text: z.string().optional() })

type Sent = { readonly input: FormInput; readonly errors: Errors; readonly faults?: readonly string[] }

async function show(visit: Visit, sent: Sent | null = null): Promise<Response> {
  const organisations = await visit.house((tx) => partnerOrganisations(tx))
  return visit.html(
    <ReadPage
      frame={visit.frame()}
      organisations={organisations}
      newKey={visit.newKey()}
      input={sent?.input ?? {}}
      errors={sent?.errors ?? {}}
      faults={sent?.faults ?? []}
    />,
    sent ? 422 : 200,
  )
}

/** The text that was sent, as a file or pasted; or what is wrong with that. */
function sentText(visit: UploadVisit): { readonly text: string } | { readonly errors: Errors } {
  const words = visit.words(showingWords).exchange
  const pasted = one(visit.sent, 'text')
  const file = visit.files.get('file')
  const given = file !== undefined && file.bytes.byteLength > 0
  if (given && pasted !== '') return { errors: { file: words.both } }
  if (!given) return pasted === '' ? { errors: { file: words.nothing } } : { text: pasted }
  if (file.bytes.byteLength > mostBytes) return { errors: { file: words.tooLarge } }
  try {
    return { text: new TextDecoder('utf-8', { fatal: true }).decode(file.bytes) }
  } catch {
    return { errors: { file: words.notText } }
  }
}

async function read(visit: UploadVisit): Promise<Response> {
  const words = visit.words(showingWords).exchange
  const form = visit.read(ReadForm)
  if (!form.ok) return show(visit, form)
  const input = visit.sent
  const sent = sentText(visit)
  const partners = await visit.house((tx) => partnerOrganisations(tx))
  const organisation = partners.find(({ id }) => id === form.value.organisation)?.id
  const errors: Errors = {
    ...('errors' in sent ? sent.errors : {}),
    ...(organisation === undefined && { organisation: visit.words(questionnairesWords).start.chooseWhose }),
  }
  if ('errors' in sent || organisation === undefined) return show(visit, { input, errors })
  const found = readExchanged(sent.text)
  const field = visit.files.has('file') ? 'file' : 'text'
  if (found.kind === 'not-json') {
    const place = words.line(found.at.line, found.at.column)
    return show(visit, { input, errors: { [field]: words.notJson(place) } })
  }
  if (found.kind === 'faulty') {
    const faults = found.faults.map(
      (fault) => `${placeInDocument(fault.at) || words.root}: ${faultSentence(fault, visit.lang)}`,
    )
    const rest = faults.length - mostFaults
    return show(visit, {
      input,
      errors: { [field]: words.faulty },
      faults: [...faults.slice(0, mostFaults), ...(rest > 0 ? [words.more(rest)] : [])],
    })
  }
  const made = { organisation, definition: found.definition, by: visit.person() }
  return visit.act(
    (tx) => makeQuestionnaire(tx, made, visit.now),
    (id) => paths.faults(id),
  )
}

/** A questionnaire as a file: out, and in again. */
export const exchangeRoutes: readonly Route[] = [
  page(paths.read, researcher, (visit) => show(visit)),
  upload(paths.read, { ...researcher, rate: 'heavy', mostBytes, input: ReadForm }, read),
  page(paths.file(':id'), { ...researcher, kind: 'file' }, async (visit) => {
    const { definition, number } = await newestOf(visit)
    const answer = visit.bytes(new TextEncoder().encode(writeExchanged(definition)), 'application/json')
    answer.headers.set('content-disposition', `attachment; filename="vragenlijst-versie-${number}.json"`)
    return answer
  }),
]
