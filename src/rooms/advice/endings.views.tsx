import { one, type Errors, type FormInput } from '../../lib/form-values.ts'
import {
  ButtonGroup,
  Checkbox,
  ErrorSummary,
  Form,
  HiddenField,
  Select,
  SubmitButton,
  TextArea,
  TextField,
} from '../../ui/fields.tsx'
import { href, Page, type PageFrame } from '../../ui/layout.tsx'
import { Heading, Link, Paragraph } from '../../ui/typography.tsx'
import { deskPaths } from './desk.paths.ts'
import { endingWords } from './endings.text.ts'
import type { ResearchQuestion } from './neighbours.ts'
import type { DeskSeen } from './readings.sql.ts'
import { limits } from './request.rules.ts'
import { WithNumber } from './with-number.tsx'

export type Ending = 'refer' | 'merge' | 'close'

export type EndingPageProps = {
  readonly frame: PageFrame
  readonly seen: DeskSeen
  readonly ending: Ending
  readonly formKey: string
  /** To which a question of the desk may belong; none for an ending that is no closing. */
  readonly questions: readonly ResearchQuestion[]
  readonly input?: FormInput
  readonly errors?: Errors
}

/** One page per way to end: what is typed here the requester reads, so it gets room of its own. */
export const EndingPage = ({ frame, seen, ending, questions, formKey, input = {}, errors = {} }: EndingPageProps) => {
  const { lang } = frame
  const words = endingWords[lang]
  const { title, lead, label, hint, button } = words[ending]
  const field = {
    name: 'tekst',
    label,
    hint,
    lang,
    value: one(input, 'tekst'),
    ...(errors['tekst'] && { error: errors['tekst'] }),
  }
  const free = ending === 'close' && (seen.facts.answered || seen.facts.referred)
  return (
    <Page frame={frame} title={`${title} - ${seen.number}`} errors={errors}>
      <ErrorSummary errors={errors} lang={lang} />
      <p>
        <Link href={href(lang, deskPaths.request(seen.id))}>
          <WithNumber text={words.back(seen.number)} />
        </Link>
      </p>
      <Heading level={1}>{title}</Heading>
      <Paragraph lead>{lead}</Paragraph>
      {ending === 'close' ? (
        <Paragraph>
          {seen.facts.answered
            ? words.close.hasAnswer
            : seen.facts.referred
              ? words.close.hasReferral
              : words.close.needsReason}
        </Paragraph>
      ) : null}
      <Form
        action={href(lang, deskPaths[ending](seen.id))}
        idempotencyKey={formKey}
        keep={`${ending}-${seen.id}`}
        lang={lang}
      >
        <HiddenField name="version" value={one(input, 'version') || String(seen.version)} />
        {ending === 'merge' ? (
          <TextField {...field} required short />
        ) : (
          <TextArea {...field} required={!free} rows={6} maxLength={limits.reason} />
        )}
        {ending === 'close' ? (
          <>
            {questions.length === 0 ? null : (
              <Select
                name="onderzoek"
                label={words.close.research}
                hint={words.close.researchHint}
                lang={lang}
                value={one(input, 'onderzoek')}
                empty={words.close.noResearch}
                {...(errors['onderzoek'] && { error: errors['onderzoek'] })}
                options={questions.map(({ id, title }) => ({ value: id, label: title }))}
              />
            )}
            <Checkbox
              name="weten"
              label={words.close.unknown}
              hint={words.close.unknownHint}
              lang={lang}
              checked={one(input, 'weten') === 'on'}
            />
            <TextArea
              name="ontbreekt"
              label={words.close.missing}
              hint={words.close.missingHint}
              lang={lang}
              rows={3}
              maxLength={limits.missing}
              value={one(input, 'ontbreekt')}
              {...(errors['ontbreekt'] && { error: errors['ontbreekt'] })}
            />
          </>
        ) : null}
        <ButtonGroup>
          <SubmitButton>{button}</SubmitButton>
        </ButtonGroup>
      </Form>
    </Page>
  )
}
