import { z } from 'zod'
import type { Errors, FormInput } from '../../../lib/form-values.ts'
import type { Lang } from '../../../lib/words.ts'
import { lines, optional } from '../../../platform/forms.ts'
import { may } from '../../../platform/http/access.ts'
import { action, page, type Route } from '../../../platform/http/routes.ts'
import type { Visit } from '../../../platform/http/visit.ts'
import { actFresh, stepUpField } from '../../accounts/public.ts'
import { unknown } from '../problems.ts'
import { documentOf, listFinalWaves } from './proposing.sql.ts'
import { letOut, proposeRelease, refuseRelease, withdrawRelease } from './releases.actions.ts'
import { problems } from './releases.problems.ts'
import { findPackage, findProposedFile, listProposedFiles } from './release-files.sql.ts'
import { findProposal, listProposals, listVersions } from './releases.sql.ts'
import { releaseWords } from './releases.text.ts'
import { ProposalPage, ProposalsPage, ProposedFigurePage } from './releases.views.tsx'
import { resultPaths as paths } from '../results/results.paths.ts'
import { shownQuestions } from '../results/results.rules.ts'

const reason = (lang: Lang) => {
  const words = releaseWords[lang]
  return lines({ max: 1000 }, { empty: words.whyEmpty, long: words.whyLong })
}
const DecisionForm = (lang: Lang) =>
  z
    .strictObject({
      decision: z.enum(['release', 'refuse'], releaseWords[lang].choose),
      reason: optional(reason(lang)),
      ...stepUpField,
    })
    .refine((form) => form.decision === 'release' || form.reason !== undefined, {
      path: ['reason'],
      message: releaseWords[lang].whyEmpty,
    })
const ProposalForm = (lang: Lang) =>
  z.strictObject({ wave: z.uuid(releaseWords[lang].waveChoose), reason: reason(lang) })
const WithdrawalForm = (lang: Lang) => z.strictObject({ reason: reason(lang), ...stepUpField })

const isId = (text: string) => z.uuid().safeParse(text).success

async function proposalOf(visit: Visit) {
  const id = visit.param('release')
  const seen = isId(id)
    ? await visit.house(async (tx) => {
        const proposal = await findProposal(tx, id)
        if (proposal === undefined) return undefined
        const [newest] = await listVersions(tx, proposal.series, proposal.wave)
        return {
          proposal,
          files: await listProposedFiles(tx, id),
          made: (await findPackage(tx, id)) ?? null,
          out: proposal.outcome === 'released' && proposal.withdrawn_at === null && newest?.number === proposal.number,
        }
      })
    : undefined
  if (seen === undefined) throw unknown()
  return seen
}

async function showProposal(visit: Visit, sent?: { input: FormInput; errors: Errors }): Promise<Response> {
  const { proposal, files, made, out } = await proposalOf(visit)
  return visit.html(
    <ProposalPage
      frame={visit.frame()}
      proposal={proposal}
      own={proposal.proposed_by === visit.person()}
      out={out}
      files={files}
      made={made}
      newKey={visit.newKey}
      input={sent?.input ?? {}}
      errors={sent?.errors ?? {}}
    />,
    sent ? 422 : 200,
  )
}

async function showProposals(visit: Visit, sent?: { input: FormInput; errors: Errors }): Promise<Response> {
  const seen = await visit.house(async (tx) => ({
    proposals: await listProposals(tx),
    waves: await listFinalWaves(tx),
  }))
  return visit.html(
    <ProposalsPage
      frame={visit.frame()}
      {...seen}
      person={visit.person()}
      newKey={visit.newKey}
      input={sent?.input ?? {}}
      errors={sent?.errors ?? {}}
    />,
    sent ? 422 : 200,
  )
}

const researcher = { who: may('researcher'), rate: 'working', data: 'none' } as const

/** Where researchers look at what was proposed, and where the second one decides. */
export const releaseRoutes: readonly Route[] = [
  page(paths.proposals, researcher, (visit) => showProposals(visit)),
  action(paths.proposals, { ...researcher, input: ProposalForm('nl') }, async (visit) => {
    const form = visit.read(ProposalForm(visit.lang))
    if (!form.ok) return showProposals(visit, { input: visit.sent, errors: form.errors })
    const { wave, reason: why } = form.value
    return visit.act(
      async (tx) => {
        const document = await documentOf(tx, wave)
        if (document === 'no-wave') throw unknown()
        if (document === 'no-analysis') throw problems['nothing-analysed']()
        if (document === 'analysis-too-old') throw problems['analysis-too-old']()
        const proposal = { document, waveId: wave, reason: why, by: visit.person() }
        return proposeRelease(tx, proposal, visit.now)
      },
      (id) => paths.proposal(id),
    )
  }),
  page(paths.proposal(':release'), researcher, (visit) => showProposal(visit)),
  page('/onderzoek/uitgaven/:release/cijfers/:question', researcher, async (visit) => {
    const { proposal } = await proposalOf(visit)
    const question = shownQuestions(proposal.document.findings).find(({ key }) => key === visit.param('question'))
    if (question === undefined) throw unknown()
    return visit.html(<ProposedFigurePage frame={visit.frame()} proposal={proposal} question={question} />)
  }),
  page(paths.proposedFile(':release', ':file'), { ...researcher, rate: 'heavy', kind: 'file' }, async (visit) => {
    const [release, name] = [visit.param('release'), visit.param('file')]
    const file = isId(release) ? await visit.house((tx) => findProposedFile(tx, release, name)) : undefined
    if (file === undefined) throw unknown()
    const answer = visit.bytes(new Uint8Array(file.content), file.type)
    // To be looked at elsewhere: nothing of a file is shown as a page of ours.
    answer.headers.set('content-disposition', `attachment; filename="${file.name}"`)
    return answer
  }),
  action(paths.decision(':release'), { ...researcher, input: DecisionForm('nl') }, async (visit) => {
    const release = visit.param('release')
    if (!isId(release)) throw unknown()
    const form = visit.read(DecisionForm(visit.lang))
    if (!form.ok) return showProposal(visit, { input: visit.sent, errors: form.errors })
    const by = visit.person()
    const { decision, reason: why } = form.value
    return actFresh(
      visit,
      (tx) =>
        decision === 'release'
          ? letOut(tx, { release, by, reason: why ?? null }, visit.now)
          : refuseRelease(tx, { release, by, reason: why ?? '' }, visit.now),
      () => paths.proposal(release),
      paths.proposal(release),
    )
  }),
  action(paths.withdrawal(':release'), { ...researcher, input: WithdrawalForm('nl') }, async (visit) => {
    const release = visit.param('release')
    if (!isId(release)) throw unknown()
    const form = visit.read(WithdrawalForm(visit.lang))
    if (!form.ok) return showProposal(visit, { input: visit.sent, errors: form.errors })
    return actFresh(
      visit,
      (tx) => withdrawRelease(tx, { release, by: visit.person(), reason: form.value.reason }, visit.now),
      () => paths.proposal(release),
      paths.proposal(release),
    )
  }),
]
