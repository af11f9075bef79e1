import { percent } from '../../../lib/percent.ts'
import { saidIn } from '../../../lib/questionnaire/definition.ts'
import type { Claim } from '../../../lib/statistics/claims.ts'
import { whyNotClaim } from '../../../lib/statistics/claims.ts'
import type { ChangeVerdict, PanelVerdict, Stands } from '../../../lib/statistics/verdicts.ts'
import type { Lang } from '../../../lib/words.ts'
import { agreementWord } from '../coding/coding.rules.ts'
import type { Change, Findings, OptionFinding, QuestionFinding } from './findings.ts'
import { sentences } from './sentences.text.ts'

/** One sentence that may be printed, and the code of the verdict that allows it. */
export type Sentence = { readonly code: string; readonly text: string }

const number = { nl: new Intl.NumberFormat('nl-NL'), en: new Intl.NumberFormat('en-GB') }

const exactly = { minimumFractionDigits: 2, maximumFractionDigits: 2 }
const twoDecimals = { nl: new Intl.NumberFormat('nl-NL', exactly), en: new Intl.NumberFormat('en-GB', exactly) }

const points = (change: number) => String(Math.floor(Math.abs(change) * 100 + 0.5 + 1e-9))

/** What may be said about one answer in one wave, in order. Never empty: what is hidden is said to be hidden. */
export function levelSentences(findings: Findings, { level, label, coded }: OptionFinding, lang: Lang): Sentence[] {
  const say = sentences[lang]
  if (level.status === 'hidden') return [{ code: 'S0', text: say.notShown }]
  const { verdict, count, base, members } = level
  const { code } = verdict
  const counted = (n: number) => number[lang].format(n)
  const said: string[] = []
  const { respondents, population } = findings.response
  const wave = findings.wave.label
  said.push(
    population === null
      ? say.tookPart(wave, counted(respondents))
      : say.tookPartOf(wave, counted(respondents), counted(population)),
  )
  if (level.status === 'zero') {
    said.push((coded ? say.nobodyNamed : say.nobody)(counted(base)))
    if (members !== null && members.most > 0) said.push(say.nobodyAtMost(counted(members.most)))
    else if (level.interval !== null && level.interval.upper > 0)
      said.push(say.nobodyAtMostShare(percent(level.interval.upper)))
    return said.map((text) => ({ code, text }))
  }
  said.push((coded ? say.named : say.chose)(counted(base), counted(count), count === 1, saidIn(label, lang).text))
  if (level.share === null) said.push(say.noPercentage)
  else said.push(say.thatIs(percent(level.share)))
  if (level.weighted !== null) said.push(say.weightedIs(percent(level.weighted)))
  if (code === 'S2') said.push(say.tooUncertain)
  if (code === 'S3' && level.interval !== null) {
    const { lower, upper } = level.interval
    if (lower === upper) said.push(say.membersExactly(percent(lower)))
    else said.push(say.members(percent(lower), percent(upper)))
    if (members !== null && members.fewest < members.most)
      said.push(say.membersCounted(counted(members.fewest), counted(members.most)))
    if (lower < upper) said.push(say.precision[verdict.precision])
  }
  return said.map((text) => ({ code, text }))
}

/** What may be said about a change, in order; the panel last and apart. `label` is that of the wave itself. */
export function changeSentences(change: Change, label: string, lang: Lang): Sentence[] {
  const { verdict, panel } = change
  const text = changeTexts(change, verdict, label, lang).map((each) => ({ code: verdict.code, text: each }))
  return [...text, ...panelSentences(panel.verdict, lang)]
}

type Told = Pick<Change, 'sinceLabel' | 'comparability' | 'reason' | 'questionChanged' | 'composition'>

function changeTexts(change: Told, verdict: ChangeVerdict, label: string, lang: Lang): string[] {
  const say = sentences[lang]
  const since = change.sinceLabel
  const counted = (n: number) => number[lang].format(n)
  switch (verdict.code) {
    case 'S0':
      return [say.changeNotShown]
    case 'S1': {
      const tally = ({ yes, answered }: { yes: number; answered: number }) =>
        say.countOf(counted(yes), counted(answered))
      return [say.countsOnly(since, tally(verdict.first), label, tally(verdict.second))]
    }
    case 'C0':
      return [
        say.notComparable(since),
        ...(change.questionChanged ? [say.questionChanged] : change.reason ? [saidIn(change.reason, lang).text] : []),
      ]
    case 'C1':
      return groupsDiffer(change, verdict, label, lang)
    case 'C2': {
      const [before, now] = both(verdict)
      const scope = verdict.scope === 'members' ? say.forMembers : say.amongThem
      return [say[verdict.direction](since, before, label, now), ...(verdict.small ? [say.small] : []), scope]
    }
    case 'C3': {
      const [before, now] = both(verdict)
      return [say.equal(since, before, label, now), verdict.scope === 'members' ? say.forMembers : say.amongThem]
    }
    case 'C4': {
      const [before, now] = both(verdict)
      const visible =
        verdict.smallestVisible === null ? say.neverVisible : say.onlyVisible(points(verdict.smallestVisible))
      // That others took part comes first: chance can only be spoken of among those who did.
      return change.comparability === 'limited'
        ? [say.others(label, since), say.mayBeChanceAmongThem(before, now), say.cannotSay, visible]
        : [say.two(since, before, label, now), say.mayBeChance, say.cannotSay, visible]
    }
  }
}

const both = ({ first, second }: Stands): [string, string] => [percent(first.share), percent(second.share)]

function groupsDiffer(
  { sinceLabel: since, composition }: Told,
  verdict: ChangeVerdict & { code: 'C1' },
  label: string,
  lang: Lang,
): string[] {
  const say = sentences[lang]
  const [before, now] = both(verdict)
  const [most] = composition.toSorted((a, b) => Math.abs(b.points ?? 0) - Math.abs(a.points ?? 0))
  const others = most?.more ? say.othersFrom(label, since, most.more) : say.others(label, since)
  // A part that points the other way, or is larger than the whole, is no part that people can picture.
  const isPart =
    typeof most?.points === 'number' &&
    most.points * verdict.change > 0 &&
    Math.abs(most.points) <= Math.abs(verdict.change)
  const part = isPart && most?.points ? [say.partOfIt(points(verdict.change), points(most.points))] : []
  const how = verdict.because === 'directions' ? [say.otherWay] : [say.firstAndThen(before, now), ...part]
  return [others, ...how, say.noConclusion]
}

/** What may be said about the organisations that answered both times; nothing when there are too few of them. */
export function panelSentences(verdict: PanelVerdict, lang: Lang): Sentence[] {
  const say = sentences[lang]
  if (verdict.code === 'S0') return []
  const then =
    verdict.code === 'S1'
      ? say.panelFew
      : verdict.code === 'P0'
        ? say.panelSame
        : verdict.direction === 'rise'
          ? say.panelRise
          : say.panelFall
  return [say.panel(number[lang].format(verdict.size)), then].map((text) => ({ code: verdict.code, text }))
}

/** What goes with a question as a whole: several answers, correction for who took part, what had to be left out. */
export function questionSentences(findings: Findings, question: QuestionFinding, lang: Lang): Sentence[] {
  const say = sentences[lang]
  const { weighting } = findings.method
  const { more } = findings.response
  const said: Sentence[] = []
  const { coding } = question
  if (coding !== undefined && question.base.count !== null) {
    said.push({
      code: 'coded',
      text: say.coded(number[lang].format(question.base.count), number[lang].format(coding.coders)),
    })
    said.push({
      code: 'coded',
      text: say.agreement[agreementWord(coding.alpha)](
        coding.alpha === null ? '' : twoDecimals[lang].format(coding.alpha),
      ),
    })
  } else if (question.several && question.base.count !== null)
    said.push({ code: 'several', text: say.several(number[lang].format(question.base.count)) })
  if (weighting.kind === 'weighted')
    said.push({ code: 'weighted', text: more[0] ? say.correctedFor(more[0].key) : say.corrected })
  if (weighting.kind === 'refused')
    said.push({ code: 'not-weighted', text: say.notWeighted(say.refusedWeighting[weighting.reason]) })
  if (question.coarsened === 'whole-lines') said.push({ code: 'whole-lines', text: say.wholeLines })
  if (question.roundedTo !== null) said.push({ code: 'rounded', text: say.rounded })
  if (question.options.length > 0 && question.options.every(({ level }) => level.status === 'hidden'))
    said.push({ code: 'S0', text: say.notShown })
  if (typeof question.amount?.median === 'number') {
    const unit = question.amount.unit ? ` ${saidIn(question.amount.unit, lang).text}` : ''
    said.push({ code: 'median', text: say.typical(`${number[lang].format(question.amount.median)}${unit}`) })
  }
  return said
}

/** Why a claim about a change may not be printed; null when it may. @param verdict null when there is no figure. */
export function refusalOf(claim: Claim, verdict: ChangeVerdict | null, lang: Lang): Sentence | null {
  const why = whyNotClaim(claim, verdict)
  return why && { code: why, text: sentences[lang].refusedClaim[why] }
}
