import { longMoment, type Lang } from '../../../lib/words.ts'
import { Table } from '../../../ui/tables.tsx'
import { Paragraph } from '../../../ui/typography.tsx'
import { approvalsWords } from './approvals.text.ts'
import type { ItemDecision } from './decisions.sql.ts'
import { successionWords } from '../stewards/succession.text.ts'
import { suggestionsWords } from './suggestions.text.ts'

function whatOf(decision: ItemDecision, lang: Lang): string {
  const words = approvalsWords[lang]
  switch (decision.kind) {
    case 'answer': {
      const yes = decision.answer === 'yes'
      const said = decision.version === null ? words.saidRule(yes) : words.saidText(yes, decision.version)
      return decision.aside ? `${said} (${words.aside})` : said
    }
    case 'rule':
      return `${words.ruleOutcomes[decision.outcome ?? 'open']}: ${words.rules[decision.rule].toLowerCase()}. ${words.silenceIs(decision.silenceDays)}`
    case 'succession':
      return successionWords[lang].decision(decision.outcome ?? 'open', decision.taker)
    case 'suggestion':
      return suggestionsWords[lang].decision(decision.fields, decision.accepted)
  }
}

function whyOf(decision: ItemDecision, lang: Lang): string {
  if (decision.reason !== null) return decision.reason
  if (decision.kind === 'answer') return approvalsWords[lang].howSays[decision.how]
  if (decision.kind === 'suggestion') return suggestionsWords[lang].suggestersReason
  return decision.kind === 'succession' ? successionWords[lang].byCause[decision.cause] : ''
}

const whoOf = (decision: ItemDecision, lang: Lang): string =>
  decision.kind === 'answer' && decision.how === 'silence'
    ? approvalsWords[lang].silenceOf(decision.author)
    : decision.author

/** Everything that was decided about an item: when, by whom, what and why. */
export const DecisionList = ({ decisions, lang }: { decisions: readonly ItemDecision[]; lang: Lang }) => {
  const words = approvalsWords[lang]
  if (decisions.length === 0) return <Paragraph>{words.noDecisions}</Paragraph>
  return (
    <Table
      caption={words.decisions}
      captionHidden
      rows={decisions}
      columns={[
        { label: words.decisionColumns.when, cell: (each) => longMoment(each.at, lang) },
        { label: words.decisionColumns.who, cell: (each) => whoOf(each, lang) },
        { label: words.decisionColumns.what, cell: (each) => whatOf(each, lang) },
        { label: words.decisionColumns.why, cell: (each) => whyOf(each, lang) },
      ]}
    />
  )
}
