import { ErrorSummary } from '../../ui/error-summary.tsx'
import { RadioGroup } from '../../ui/fields.tsx'
import { href, Page } from '../../ui/layout.tsx'
import { Heading, Link, Paragraph } from '../../ui/typography.tsx'
import { Decisions, Definitions, type DefinitionRow } from './definitions.views.tsx'
import { editingWords } from './framework.editing.text.ts'
import type { Decision } from './framework.rules.ts'
import { paths } from './paths.ts'
import { fieldsOf, Press, Speaking, type Common } from './speaking.views.tsx'
import type { TermRow } from './terms.views.tsx'

/** One proposal, and the voice of a partner about it. */
export const ProposalPage = (
  props: Common & { term: TermRow; definitions: readonly DefinitionRow[]; proposal: Decision },
) => {
  const { frame, term, proposal, speakers } = props
  const { lang } = frame
  const words = editingWords[lang]
  const { text, common } = fieldsOf(props)
  const own = proposal.voices.find((voice) => voice.organisation === speakers[0]?.name)
  return (
    <Page frame={frame} title={words.proposal.title(term.label[lang])} errors={props.errors}>
      <ErrorSummary errors={props.errors} lang={lang} />
      <Heading level={1}>{words.proposal.title(term.label[lang])}</Heading>
      <Speaking frame={frame} speakers={speakers} at={paths.proposal(term.slug, proposal.id)} />
      <Definitions lang={lang} definitions={props.definitions} />
      <Decisions lang={lang} decisions={[proposal]} definitions={props.definitions} />
      {proposal.outcome !== null || speakers.length === 0 ? null : (
        <>
          <Heading level={2}>{words.proposal.yours}</Heading>
          <Paragraph>
            {words.proposal.change} {words.proposal.public}
          </Paragraph>
          <Press {...props} to={paths.proposal(term.slug, proposal.id)} label={words.proposal.give}>
            <RadioGroup
              {...common({ name: 'answer', label: words.proposal.question, required: true, value: own?.answer ?? '' })}
              options={[
                { value: 'agree', label: words.proposal.agree },
                { value: 'object', label: words.proposal.object },
              ]}
            />
            {text({ name: 'objection', label: words.fields.objection, value: own?.reason ?? '' })}
          </Press>
          {proposal.organisation === speakers[0]?.name ? (
            <Press
              {...props}
              to={paths.withdraw(term.slug, proposal.id)}
              label={words.proposal.withdraw}
              look="secondary"
            />
          ) : null}
        </>
      )}
      <Paragraph>
        <Link href={href(frame, paths.editTerm(term.slug))}>{words.proposal.back}</Link>
      </Paragraph>
    </Page>
  )
}
