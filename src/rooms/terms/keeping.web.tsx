import { z } from 'zod'
import { cleanText } from '../../lib/text/clean.ts'
import { one, type Errors, type FormInput } from '../../lib/form-values.ts'
import { editor } from '../../platform/http/access.ts'
import { action, page, type Route } from '../../platform/http/routes.ts'
import type { ActVisit, Visit } from '../../platform/http/visit.ts'
import { partnerOrganisations } from '../accounts/public.ts'
import { termsLike } from './filter.rules.ts'
import { addDefinition, addTerm, changeWords, retireDefinition, type Speaker } from './framework.actions.ts'
import { editingWords } from './framework.editing.text.ts'
import {
  DefinitionForm,
  RetireForm,
  SpeakerForm,
  TermForm,
  VoiceForm,
  WordsForm,
  WorkingForm,
} from './framework.forms.ts'
import { listChanges } from './framework.sql.ts'
import { EditTermPage, KeepingPage } from './keeping.views.tsx'
import { paths } from './paths.ts'
import { problems, unknown } from './problems.ts'
import { ProposalPage } from './proposal.views.tsx'
import { giveVoice, propose, withdrawProposal } from './proposals.actions.ts'
import { findTermWithSlug, listDefinitions, listTerms } from './terms.sql.ts'
import type { TermRow } from './terms.views.tsx'
import { synonymsIn, whyNotRelated, whyNotWord, wordsIn } from './words.rules.ts'

type Sent = { readonly input: FormInput; readonly errors: Errors }

const isId = (text: string) => /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/.test(text)

const editsOf = (visit: Visit): ReadonlySet<string> =>
  visit.actor.kind === 'session' ? visit.actor.edits : new Set<string>()

/** The partners of the editor, the one they chose to speak for first. */
async function speakersOf(visit: Visit, sent?: Sent) {
  const edits = editsOf(visit)
  const own = (await visit.house(partnerOrganisations)).filter((each) => edits.has(each.id))
  const chosen = sent ? one(sent.input, 'organisation') : visit.query('namens')
  return own.toSorted((a, b) => Number(b.id === chosen) - Number(a.id === chosen))
}

const speakerOf = (visit: Visit, organisation: string): Speaker => ({
  person: visit.person(),
  organisation,
  edits: editsOf(visit),
})

const commonOf = async (visit: Visit, sent?: Sent) => ({
  frame: visit.frame(),
  speakers: await speakersOf(visit, sent),
  newKey: visit.newKey,
  input: sent?.input ?? {},
  errors: sent?.errors ?? {},
})

async function showList(visit: Visit, sent?: Sent) {
  const typed = cleanText(visit.query('zoek') ?? '', { maxLength: 100 })
  const terms = await visit.square((db) => listTerms(db))
  const found = typed === '' ? null : termsLike(terms, typed).slice(0, 50)
  const common = await commonOf(visit, sent)
  return visit.html(<KeepingPage {...common} terms={terms} found={found} typed={typed} />, sent ? 422 : 200)
}

async function getTerm(visit: Visit): Promise<TermRow> {
  const term = await visit.square((db) => findTermWithSlug(db, visit.param('slug')))
  if (!term) throw unknown()
  return term
}

async function showTerm(visit: Visit, sent?: Sent) {
  const term = await getTerm(visit)
  const terms = await visit.square((db) => listTerms(db))
  const definitions = await visit.square((db) => listDefinitions(db, term.id))
  const changes = await visit.house((tx) => listChanges(tx, term.slug))
  const common = await commonOf(visit, sent)
  return visit.html(<EditTermPage {...common} {...{ term, terms, definitions, changes }} />, sent ? 422 : 200)
}

async function showProposal(visit: Visit, sent?: Sent) {
  const term = await getTerm(visit)
  const proposal = term.decisions.find((each) => each.id === visit.param('proposal'))
  if (!proposal) throw unknown()
  const definitions = await visit.square((db) => listDefinitions(db, term.id))
  const common = await commonOf(visit, sent)
  return visit.html(<ProposalPage {...common} {...{ term, definitions, proposal }} />, sent ? 422 : 200)
}

/** What was typed about words and relations, held against the terms as they are. */
async function readWords(visit: ActVisit) {
  const form = visit.read(WordsForm(visit.lang))
  if (!form.ok) return form
  const { errors: say } = editingWords[visit.lang]
  const terms = await visit.square((db) => listTerms(db))
  const term = terms.find((each) => each.slug === visit.param('slug'))
  const by = (await speakersOf(visit)).find((each) => each.id === form.value.organisation)
  if (!term) throw unknown()
  if (!by) throw problems['not-your-organisation']()
  const { value } = form
  const named = (text: string) => {
    const plain = text.toLowerCase()
    return terms.find((each) => [each.slug, each.label.nl.toLowerCase(), each.label.en.toLowerCase()].includes(plain))
  }
  const errors: Record<string, string> = {}
  const related = wordsIn(value.related).map((text) => ({ text, slug: named(text)?.slug }))
  const lost = related.find((each) => each.slug === undefined)
  if (lost) errors.related = say.unknown(lost.text)
  if (value.broader !== undefined && !named(value.broader)) errors.broader = say.choose
  const altLabels = {
    nl: synonymsIn(value.alsoNl, by.name, term.alt_labels.nl),
    en: synonymsIn(value.alsoEn, by.name, term.alt_labels.en),
  }
  for (const [field, lang] of [
    ['alsoNl', 'nl'],
    ['alsoEn', 'en'],
  ] as const) {
    const taken = whyNotWord(
      terms,
      term.slug,
      lang,
      altLabels[lang].map((each) => each.label),
    )
    if (taken !== null) errors[field] = say.taken(taken)
  }
  const changed = {
    altLabels,
    hiddenLabels: wordsIn(value.hidden),
    broader: value.broader ?? null,
    related: related.flatMap((each) => each.slug ?? []),
    note:
      value.noteNl === undefined && value.noteEn === undefined
        ? null
        : { nl: value.noteNl ?? value.noteEn ?? '', en: value.noteEn ?? value.noteNl ?? '' },
  }
  const refusal = whyNotRelated(terms, term.slug, changed)
  if (refusal === 'circle') errors.broader ??= say.circle
  if (refusal === 'both') errors.related ??= say.both
  if (Object.keys(errors).length > 0) return { ok: false, input: form.input, errors } as const
  return { ok: true, value: { ...value, changed }, input: form.input } as const
}

const definitionOf = (value: { nl: string; en?: string | undefined; source: string; link?: string | undefined }) => ({
  nl: value.nl,
  en: value.en ?? null,
  sourceTitle: value.source,
  sourceLink: value.link ?? null,
})

const working = { who: editor, rate: 'working', data: 'none' } as const
const Looked = z.object({ zoek: z.string().optional(), namens: z.string().optional() })

/** Where editors of partners keep the terms. */
export const keepingRoutes: readonly Route[] = [
  page(paths.editing, { ...working, input: Looked }, (visit) => showList(visit)),
  action(paths.editing, { ...working, input: TermForm('nl') }, (visit) => {
    const form = visit.read(TermForm(visit.lang))
    if (!form.ok) return showList(visit, form)
    const { labelNl, labelEn, organisation } = form.value
    return visit.act(
      (tx) =>
        addTerm(tx, { nl: labelNl, en: labelEn }, definitionOf(form.value), speakerOf(visit, organisation), visit.now),
      paths.editTerm,
    )
  }),
  page(paths.editTerm(':slug'), { ...working, input: Looked }, (visit) => showTerm(visit)),
  action(paths.definitions(':slug'), { ...working, input: DefinitionForm('nl') }, (visit) => {
    const form = visit.read(DefinitionForm(visit.lang))
    if (!form.ok) return showTerm(visit, form)
    const slug = visit.param('slug')
    return visit.act(
      (tx) => addDefinition(tx, slug, definitionOf(form.value), speakerOf(visit, form.value.organisation), visit.now),
      () => paths.editTerm(slug),
    )
  }),
  action(paths.retireDefinition(':slug', ':definition'), { ...working, input: SpeakerForm }, (visit) => {
    const form = visit.read(SpeakerForm)
    const [slug, definition] = [visit.param('slug'), visit.param('definition')]
    if (!isId(definition)) throw unknown()
    if (!form.ok) return showTerm(visit, form)
    return visit.act(
      (tx) => retireDefinition(tx, slug, definition, speakerOf(visit, form.value.organisation), visit.now),
      () => paths.editTerm(slug),
    )
  }),
  action(paths.words(':slug'), { ...working, input: WordsForm('nl') }, async (visit) => {
    const form = await readWords(visit)
    if (!form.ok) return showTerm(visit, form)
    const slug = visit.param('slug')
    const { changed, reason, organisation } = form.value
    return visit.act(
      (tx) => changeWords(tx, slug, changed, reason, speakerOf(visit, organisation), visit.now),
      () => paths.editTerm(slug),
    )
  }),
  action(paths.proposeWorking(':slug'), { ...working, input: WorkingForm('nl') }, (visit) => {
    const form = visit.read(WorkingForm(visit.lang))
    if (!form.ok) return showTerm(visit, form)
    const slug = visit.param('slug')
    const { definition, whyThis, organisation } = form.value
    return visit.act(
      (tx) => propose(tx, slug, { kind: 'working', definition }, whyThis, speakerOf(visit, organisation), visit.now),
      (id) => paths.proposal(slug, id),
    )
  }),
  action(paths.proposeRetiring(':slug'), { ...working, input: RetireForm('nl') }, (visit) => {
    const form = visit.read(RetireForm(visit.lang))
    if (!form.ok) return showTerm(visit, form)
    const slug = visit.param('slug')
    const { successor = null, whyGone, organisation } = form.value
    return visit.act(
      (tx) => propose(tx, slug, { kind: 'retire', successor }, whyGone, speakerOf(visit, organisation), visit.now),
      (id) => paths.proposal(slug, id),
    )
  }),
  page(paths.proposal(':slug', ':proposal'), { ...working, input: Looked }, (visit) => showProposal(visit)),
  action(paths.proposal(':slug', ':proposal'), { ...working, input: VoiceForm('nl') }, (visit) => {
    const form = visit.read(VoiceForm(visit.lang))
    if (!form.ok) return showProposal(visit, form)
    const [slug, proposal] = [visit.param('slug'), visit.param('proposal')]
    if (!isId(proposal)) throw unknown()
    const { answer, objection = null, organisation } = form.value
    const voice = { answer, reason: answer === 'object' ? objection : null }
    return visit.act(
      (tx) => giveVoice(tx, slug, proposal, voice, speakerOf(visit, organisation), visit.now),
      () => paths.proposal(slug, proposal),
    )
  }),
  action(paths.withdraw(':slug', ':proposal'), { ...working, input: SpeakerForm }, (visit) => {
    const form = visit.read(SpeakerForm)
    const [slug, proposal] = [visit.param('slug'), visit.param('proposal')]
    if (!form.ok) return showProposal(visit, form)
    return visit.act(
      (tx) => withdrawProposal(tx, slug, proposal, speakerOf(visit, form.value.organisation), visit.now),
      () => paths.proposal(slug, proposal),
    )
  }),
]
