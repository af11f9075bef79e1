import type { Errors } from '../../lib/form-values.ts'
import { longDate, withCapital } from '../../lib/words.ts'
import { ErrorSummary } from '../../ui/error-summary.tsx'
import { ButtonGroup, Form, RadioGroup, Select, SubmitButton, TextField } from '../../ui/fields.tsx'
import { Fold } from '../../ui/fold.tsx'
import { href, Page, type PageFrame } from '../../ui/layout.tsx'
import { Heading, Link, List, Paragraph } from '../../ui/typography.tsx'
import { Decisions, Definitions, type DefinitionRow } from './definitions.views.tsx'
import { editingWords } from './framework.editing.text.ts'
import type { Decision } from './framework.rules.ts'
import type { listChanges } from './framework.sql.ts'
import { paths } from './paths.ts'
import { DefinitionFields, fieldsOf, Press, Speaking, type Common } from './speaking.views.tsx'
import type { TermRow } from './terms.views.tsx'

const termLinks = (frame: PageFrame, terms: readonly TermRow[]) => (
  <List
    items={terms.map((term) => (
      <Link href={href(frame, paths.editTerm(term.slug))}>{term.label[frame.lang]}</Link>
    ))}
  />
)

/** Where editors begin: open proposals, what the network said so far, finding a term, adding one. */
export const KeepingPage = (
  props: Common & { terms: readonly TermRow[]; found: readonly TermRow[] | null; typed: string },
) => {
  const { frame, terms, found } = props
  const words = editingWords[frame.lang]
  const { text } = fieldsOf(props)
  const open = terms.filter((term) => term.decisions.some((each) => each.outcome === null))
  const touched = terms.filter((term) => term.changed_at !== null)
  return (
    <Page frame={frame} title={words.list.title} errors={props.errors}>
      <ErrorSummary errors={props.errors} lang={frame.lang} />
      <Heading level={1}>{words.list.title}</Heading>
      <Paragraph lead>{words.list.lead}</Paragraph>
      <Speaking frame={frame} speakers={props.speakers} at={paths.editing} />
      <Form action={href(frame, paths.editing)} method="get" lang={frame.lang}>
        <TextField name="zoek" type="search" label={words.list.find} value={props.typed} lang={frame.lang} required />
        <ButtonGroup>
          <SubmitButton look="secondary">{words.list.look}</SubmitButton>
        </ButtonGroup>
      </Form>
      {found === null ? null : (
        <>
          <Heading level={2}>{words.list.found}</Heading>
          {found.length === 0 ? <Paragraph>{words.list.nothing}</Paragraph> : termLinks(frame, found)}
        </>
      )}
      <Heading level={2}>{words.list.open}</Heading>
      {open.length === 0 ? <Paragraph>{words.list.none}</Paragraph> : termLinks(frame, open)}
      {touched.length === 0 ? null : (
        <>
          <Heading level={2}>{words.list.touched}</Heading>
          {termLinks(frame, touched)}
        </>
      )}
      {props.speakers.length === 0 ? null : (
        <>
          <Heading level={2}>{words.list.add}</Heading>
          <Paragraph>{words.list.addHint}</Paragraph>
          <Press {...props} to={paths.editing} label={words.list.add}>
            {text({ name: 'labelNl', label: words.fields.labelNl, required: true })}
            {text({ name: 'labelEn', label: words.fields.labelEn, required: true })}
            <DefinitionFields {...props} />
          </Press>
        </>
      )}
    </Page>
  )
}

type TermProps = Common & {
  readonly term: TermRow
  readonly terms: readonly TermRow[]
  readonly definitions: readonly DefinitionRow[]
  readonly changes: Awaited<ReturnType<typeof listChanges>>
}

const isIn = (errors: Errors, ...names: readonly string[]) => names.some((name) => errors[name] !== undefined)

const WordsFields = (props: TermProps) => {
  const { frame, term, terms } = props
  const words = editingWords[frame.lang].fields
  const { text, area, common } = fieldsOf(props)
  const perLine = (labels: readonly string[]) => labels.join('\n')
  const labelOf = (id: string) => terms.find((each) => each.id === id)?.label.nl ?? ''
  const also = (lang: 'nl' | 'en') => perLine(term.alt_labels[lang].map((each) => each.label))
  const broader = terms.find((each) => each.id === term.broader)?.slug ?? ''
  return (
    <>
      {area({ name: 'alsoNl', label: words.alsoNl, hint: words.alsoHint, value: also('nl'), rows: 6 })}
      {area({ name: 'alsoEn', label: words.alsoEn, value: also('en'), rows: 6 })}
      {area({ name: 'hidden', label: words.hidden, hint: words.hiddenHint, value: perLine(term.hidden_labels) })}
      <Select
        {...common({ name: 'broader', label: words.broader, value: broader })}
        options={terms
          .filter((each) => each.id !== term.id && each.retired === null)
          .map((each) => ({ value: each.slug, label: each.label[frame.lang] }))}
      />
      {area({
        name: 'related',
        label: words.related,
        hint: words.relatedHint,
        value: perLine(term.related.map(labelOf)),
        rows: 5,
      })}
      {area({ name: 'noteNl', label: words.noteNl, value: term.note?.nl ?? '' })}
      {area({ name: 'noteEn', label: words.noteEn, value: term.note?.en ?? '' })}
      {text({ name: 'reason', label: words.reason, required: true })}
    </>
  )
}

const Proposals = (props: TermProps) => {
  const { frame, term, terms, definitions, errors } = props
  const words = editingWords[frame.lang]
  const { text, common } = fieldsOf(props)
  const open = (kind: Decision['kind']) => term.decisions.some((each) => each.kind === kind && each.outcome === null)
  const choices = definitions.filter((each) => !each.working && each.state !== 'retired')
  return (
    <>
      {open('working') || choices.length === 0 ? null : (
        <Fold title={words.term.working} open={isIn(errors, 'definition', 'whyThis')}>
          <Press {...props} to={paths.proposeWorking(term.slug)} label={words.fields.propose}>
            <RadioGroup
              {...common({ name: 'definition', label: words.fields.definition, required: true })}
              options={choices.map((each) => ({ value: each.key, label: each.owner.name, hint: each.text.nl }))}
            />
            {text({ name: 'whyThis', label: words.fields.reason, required: true })}
          </Press>
        </Fold>
      )}
      {open('retire') ? null : (
        <Fold title={words.term.retire} open={isIn(errors, 'successor', 'whyGone')}>
          <Press {...props} to={paths.proposeRetiring(term.slug)} label={words.fields.propose} look="secondary">
            <Select
              {...common({ name: 'successor', label: words.fields.successor })}
              options={terms
                .filter((each) => each.id !== term.id && each.retired === null)
                .map((each) => ({ value: each.slug, label: each.label[frame.lang] }))}
            />
            {text({ name: 'whyGone', label: words.fields.reason, required: true })}
          </Press>
        </Fold>
      )}
    </>
  )
}

/** A term for editors: what stands there, and everything a partner can do with it. */
export const EditTermPage = (props: TermProps) => {
  const { frame, term, definitions, changes, errors } = props
  const { lang } = frame
  const words = editingWords[lang]
  const mine = definitions.filter(
    (each) => each.owner.id === props.speakers[0]?.id && !each.working && each.state !== 'retired',
  )
  const open = term.decisions.filter((each) => each.outcome === null)
  return (
    <Page frame={frame} title={term.label[lang]} errors={errors}>
      <ErrorSummary errors={errors} lang={lang} />
      <Heading level={1}>{withCapital(term.label[lang])}</Heading>
      <Paragraph lead>{term.definition[lang]}</Paragraph>
      <Paragraph>
        <Link href={href(frame, paths.term(term.slug))}>{words.term.page}</Link>
      </Paragraph>
      <Speaking frame={frame} speakers={props.speakers} at={paths.editTerm(term.slug)} />
      <Definitions lang={lang} definitions={definitions} />
      <Decisions lang={lang} decisions={term.decisions} definitions={definitions} />
      {open.map((each) => (
        <Paragraph>
          <Link href={href(frame, paths.proposal(term.slug, each.id))}>{words.term.vote}</Link>
        </Paragraph>
      ))}
      {term.retired !== null ? (
        <Paragraph>{words.term.retired}</Paragraph>
      ) : props.speakers.length === 0 ? null : (
        <>
          {mine.map((each) => (
            <Press
              {...props}
              to={paths.retireDefinition(term.slug, each.key)}
              label={words.term.takeBack}
              look="secondary"
            >
              <Paragraph>{each.text.nl}</Paragraph>
            </Press>
          ))}
          <Fold title={words.term.add} open={isIn(errors, 'nl', 'en', 'source', 'link')}>
            <Paragraph>{words.term.addHint}</Paragraph>
            <Press {...props} to={paths.definitions(term.slug)} label={words.term.add}>
              <DefinitionFields {...props} />
            </Press>
          </Fold>
          <Fold
            title={words.term.words}
            open={isIn(errors, 'alsoNl', 'alsoEn', 'hidden', 'broader', 'related', 'noteNl', 'noteEn', 'reason')}
          >
            <Paragraph>{words.term.wordsHint}</Paragraph>
            <Press {...props} to={paths.words(term.slug)} label={words.fields.save}>
              <WordsFields {...props} />
            </Press>
          </Fold>
          <Proposals {...props} />
        </>
      )}
      <Heading level={2}>{words.term.history}</Heading>
      {changes.length === 0 ? (
        <Paragraph>{words.term.none}</Paragraph>
      ) : (
        <List
          items={changes.map((each) =>
            [longDate(each.at, lang), each.organisation, words.term.changes[each.what], each.reason]
              .filter((part) => part !== null)
              .join(' · '),
          )}
        />
      )}
    </Page>
  )
}
