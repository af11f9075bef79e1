import { one, type Errors, type FormInput } from '../../lib/form-values.ts'
import { longMoment, type Lang } from '../../lib/words.ts'
import {
  ButtonGroup,
  ButtonLink,
  Checkbox,
  ErrorSummary,
  Form,
  HiddenField,
  RadioGroup,
  SubmitButton,
  TextArea,
  TextField,
} from '../../ui/fields.tsx'
import { href, Page, type PageFrame } from '../../ui/layout.tsx'
import { Notice } from '../../ui/notices.tsx'
import { PlainText } from '../../ui/prose.tsx'
import { Columns, Heading, Link, List, Paragraph } from '../../ui/typography.tsx'
import { duoPaths } from './desk.paths.ts'
import { duoWords } from './drafting.text.ts'
import type { TeamSeen } from './readings.sql.ts'
import { limits, voices } from './request.rules.ts'
import { Answered } from './status.views.tsx'
import type { Draft, Revision } from './timeline.sql.ts'
import { labels } from './words.text.ts'
import { WithNumber } from './with-number.tsx'

const nameOf = (seen: TeamSeen, person: string | null, lang: Lang) =>
  seen.team.find((member) => member.person !== null && member.person === person)?.shownName ?? duoWords[lang].somebody

const Back = ({ seen, lang }: { seen: TeamSeen; lang: Lang }) => (
  <p>
    <Link href={href(lang, duoPaths.request(seen.id))}>
      <WithNumber text={duoWords[lang].backTo(seen.number)} />
    </Link>
  </p>
)

export type DraftPageProps = {
  readonly frame: PageFrame
  readonly seen: TeamSeen
  /** What was kept beside the draft because somebody else saved first. */
  readonly beside: Revision | null
  readonly formKey: string
  readonly input?: FormInput
  readonly errors?: Errors
}

const Both = ({ seen, beside, lang }: { seen: TeamSeen; beside: Revision; lang: Lang }) => {
  const words = duoWords[lang]
  return (
    <>
      <Notice kind="warning" lang={lang} heading={words.bothTitle}>
        <p class="nl-paragraph">{words.bothLead}</p>
      </Notice>
      <Columns>
        <section>
          <Heading level={2} look={4}>
            {words.theirs(nameOf(seen, seen.draft?.savedBy ?? null, lang))}
          </Heading>
          <pre class="plein-kept-text">{seen.draft?.text ?? ''}</pre>
        </section>
        <section>
          <Heading level={2} look={4}>
            {words.yours}
          </Heading>
          <pre class="plein-kept-text">{beside.text}</pre>
          {beside.behalf === '' ? null : <pre class="plein-kept-text">{beside.behalf}</pre>}
        </section>
      </Columns>
      <Heading level={2}>{words.together}</Heading>
    </>
  )
}

export const DraftPage = ({ frame, seen, beside, formKey, input, errors = {} }: DraftPageProps) => {
  const { lang } = frame
  const words = duoWords[lang]
  const { draft } = seen
  const sent: FormInput = input ?? { tekst: draft?.text ?? '', stem: draft?.voice ?? '', namens: draft?.behalf ?? '' }
  const error = (name: string) => (errors[name] === undefined ? {} : { error: errors[name] })
  return (
    <Page frame={frame} title={`${words.draftTitle} - ${seen.number}`} errors={errors}>
      <ErrorSummary errors={errors} lang={lang} />
      <Back seen={seen} lang={lang} />
      <Heading level={1}>{words.draftTitle}</Heading>
      <Paragraph lead>{words.draftLead}</Paragraph>
      <Paragraph>
        {draft === null
          ? words.notSaved
          : words.savedBy(nameOf(seen, draft.savedBy, lang), longMoment(draft.savedAt, lang))}{' '}
        {draft === null ? null : <Link href={href(lang, duoPaths.versions(seen.id))}>{words.versions}</Link>}
      </Paragraph>
      {beside === null ? null : <Both seen={seen} beside={beside} lang={lang} />}
      <details>
        <summary>{words.question}</summary>
        <PlainText text={seen.question} {...(seen.lang !== lang && { textLang: seen.lang })} />
      </details>
      <Form
        action={href(lang, duoPaths.draft(seen.id))}
        idempotencyKey={formKey}
        keep={`concept-${seen.id}`}
        lang={lang}
      >
        <HiddenField name="version" value={one(sent, 'version') || String(draft?.version ?? 0)} />
        <TextArea
          name="tekst"
          label={words.text}
          hint={words.textHint}
          required
          lang={lang}
          rows={16}
          maxLength={limits.answer}
          value={one(sent, 'tekst')}
          {...error('tekst')}
        />
        <RadioGroup
          name="stem"
          label={words.voice}
          hint={words.voiceHint}
          required
          lang={lang}
          value={one(sent, 'stem')}
          {...error('stem')}
          options={voices.map((voice) => ({ value: voice, label: labels[lang].voices[voice] }))}
        />
        <TextField
          name="namens"
          label={words.behalf}
          hint={words.behalfHint}
          required
          lang={lang}
          value={one(sent, 'namens')}
          {...error('namens')}
        />
        <ButtonGroup>
          <SubmitButton name="daarna" value="verder">
            {words.save}
          </SubmitButton>
          <SubmitButton look="secondary" name="daarna" value="bekijken">
            {words.saveAndLook}
          </SubmitButton>
        </ButtonGroup>
      </Form>
    </Page>
  )
}

export const VersionsPage = (props: { frame: PageFrame; seen: TeamSeen; revisions: readonly Revision[] }) => {
  const { frame, seen, revisions } = props
  const { lang } = frame
  const words = duoWords[lang]
  return (
    <Page frame={frame} title={`${words.versions} - ${seen.number}`}>
      <Back seen={seen} lang={lang} />
      <Heading level={1}>{words.versions}</Heading>
      <Paragraph lead>{revisions.length === 0 ? words.noVersions : words.versionsLead}</Paragraph>
      {revisions.map((revision) => (
        <details>
          <summary>
            {revision.aside ? words.aside : words.version(revision.version)} ·{' '}
            {words.savedBy(nameOf(seen, revision.savedBy, lang), longMoment(revision.savedAt, lang))}{' '}
            {words.words(revision.text.split(/\s+/).filter(Boolean).length)}
          </summary>
          <pre class="plein-kept-text">{revision.text}</pre>
          {revision.behalf === '' ? null : <Paragraph>{revision.behalf}</Paragraph>}
        </details>
      ))}
    </Page>
  )
}

/** What is still missing before a draft can be given, in the order of the form. */
const missingOfDraft = (draft: Draft | null): readonly ('text' | 'voice' | 'behalf')[] => [
  ...(draft === null || draft.text.trim() === '' ? (['text'] as const) : []),
  ...(draft === null || draft.voice === null ? (['voice'] as const) : []),
  ...(draft === null || draft.behalf.trim() === '' ? (['behalf'] as const) : []),
]

/** The answer as the requester will read it, and the last question: are you sure? */
export const PreviewPage = (props: {
  frame: PageFrame
  seen: TeamSeen
  now: Date
  formKey: string
  errors?: Errors
}) => {
  const { frame, seen, errors = {} } = props
  const { lang } = frame
  const words = duoWords[lang]
  const { draft } = seen
  const missing = missingOfDraft(draft)
  const authors = seen.team.flatMap((member) => (member.acceptedAt === null ? [] : [member.shownName]))
  return (
    <Page frame={frame} title={`${words.previewTitle} - ${seen.number}`} errors={errors}>
      <ErrorSummary errors={errors} lang={lang} />
      <Back seen={seen} lang={lang} />
      <Heading level={1}>{words.previewTitle}</Heading>
      {draft === null || draft.voice === null || missing.length > 0 ? (
        <>
          <Notice kind="warning" lang={lang} heading={words.missing}>
            <List items={missing.map((each) => words.missings[each])} />
          </Notice>
          {draft === null ? null : <PlainText text={draft.text} />}
          <ButtonGroup>
            <ButtonLink href={href(lang, duoPaths.draft(seen.id))}>{words.edit}</ButtonLink>
          </ButtonGroup>
        </>
      ) : (
        <>
          <Paragraph lead>{words.previewLead}</Paragraph>
          <div class="plein-card">
            <Answered
              frame={frame}
              request={{
                lang: seen.lang,
                answer: { text: draft.text, voice: draft.voice, behalf: draft.behalf, authors, givenAt: props.now },
              }}
            />
          </div>
          <Form action={href(lang, duoPaths.preview(seen.id))} idempotencyKey={props.formKey} lang={lang}>
            <HiddenField name="version" value={String(draft.version)} />
            <Checkbox
              name="zeker"
              label={words.sure}
              required
              lang={lang}
              {...(errors['zeker'] && { error: errors['zeker'] })}
            />
            <ButtonGroup>
              <SubmitButton>{words.give}</SubmitButton>
              <ButtonLink look="subtle" href={href(lang, duoPaths.draft(seen.id))}>
                {words.edit}
              </ButtonLink>
            </ButtonGroup>
          </Form>
        </>
      )}
    </Page>
  )
}
