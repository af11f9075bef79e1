import type { Child } from 'hono/jsx'
import type { Day } from '../../lib/days.ts'
import { many, one, type Errors, type FormInput } from '../../lib/form-values.ts'
import type { Lang } from '../../lib/words.ts'
import {
  ButtonGroup,
  Checkbox,
  CheckboxGroup,
  DateField,
  ErrorSummary,
  Form,
  HiddenField,
  Select,
  SubmitButton,
  TextArea,
  TextField,
} from '../../ui/fields.tsx'
import { href, Page, type PageFrame } from '../../ui/layout.tsx'
import { Notice } from '../../ui/notices.tsx'
import { Heading, List, Paragraph } from '../../ui/typography.tsx'
import { provinces } from '../regions/public.ts'
import { expertRoles, perspectives, themes } from '../terms/public.ts'
import { languageName, workingLanguages } from './languages.ts'
import { paths } from './paths.ts'
import { boundaryLimit, ceilings, type Pause } from './profile.rules.ts'
import { profileWords } from './text.ts'

export type OwnPage = {
  readonly frame: PageFrame
  readonly newKey: () => string
  /** null: there is no profile yet. */
  readonly own: null | {
    readonly shown: boolean
    /** null: none now. */
    readonly pause: Pause | null
    readonly maxRunning: number
    readonly running: number
    readonly viewings: readonly Date[]
  }
  readonly input: FormInput
  readonly errors?: Errors
  readonly pauseInput?: FormInput
  readonly pauseErrors?: Errors
  readonly tomorrow: Day
  readonly saved?: boolean
}

const optionsOf = (list: readonly { id: string; label: { nl: string; en: string } }[], lang: Lang) =>
  list.map((term) => ({ value: term.id, label: term.label[lang] }))

const SeenBy = ({ children }: { children?: Child }) => <p class="plein-small">{children}</p>

export const OwnProfilePage = (props: OwnPage) => {
  const { frame, own, errors = {}, pauseErrors = {} } = props
  const words = profileWords[frame.lang]
  const all = { ...pauseErrors, ...errors }
  return (
    <Page frame={frame} title={words.title} errors={all}>
      <ErrorSummary errors={all} lang={frame.lang} />
      {props.saved ? (
        <Notice kind="success" lang={frame.lang}>
          <p class="nl-paragraph">{words.saved}</p>
        </Notice>
      ) : null}
      <Heading level={1}>{words.title}</Heading>
      <Paragraph lead>{words.lead}</Paragraph>
      <Visibility {...props} />
      {own === null ? null : <PauseSection {...props} pause={own.pause} />}
      <ProfileForm {...props} />
      {own === null ? null : (
        <>
          <Heading level={2}>{words.viewings.heading}</Heading>
          <Paragraph>{words.viewings.about}</Paragraph>
          {own.viewings.length === 0 ? (
            <Paragraph>{words.viewings.none}</Paragraph>
          ) : (
            <List items={own.viewings.map((at) => words.viewings.line(at))} />
          )}
          <SeenBy>{words.viewings.list}</SeenBy>
        </>
      )}
    </Page>
  )
}

const Visibility = ({ frame, own, newKey }: OwnPage) => {
  const words = profileWords[frame.lang].visibility
  return (
    <>
      <Heading level={2}>{words.heading}</Heading>
      <Paragraph>{own === null ? words.first : own.shown ? words.shown : words.hidden}</Paragraph>
      {own === null ? null : (
        <Form action={href(frame, paths.visibility)} idempotencyKey={newKey()} lang={frame.lang}>
          {own.shown ? null : <Paragraph>{words.ask}</Paragraph>}
          <HiddenField name="choice" value={own.shown ? 'hide' : 'show'} />
          <ButtonGroup>
            <SubmitButton look="secondary">{own.shown ? words.hide : words.show}</SubmitButton>
          </ButtonGroup>
        </Form>
      )}
    </>
  )
}

const PauseSection = (props: OwnPage & { pause: Pause | null }) => {
  const { frame, pause, pauseInput = {}, pauseErrors = {} } = props
  const words = profileWords[frame.lang].pause
  const state =
    pause === null ? words.none : pause.until === null ? words.open : words.until(new Date(`${pause.until}T12:00:00Z`))
  return (
    <>
      <Heading level={2}>{words.heading}</Heading>
      <Paragraph>{state}</Paragraph>
      <Paragraph>{words.about}</Paragraph>
      <Form action={href(frame, paths.pause)} idempotencyKey={props.newKey()} lang={frame.lang}>
        <DateField
          name="until"
          label={words.day}
          hint={words.dayHint}
          min={props.tomorrow}
          value={one(pauseInput, 'until') || (pause?.until ?? '')}
          error={pauseErrors['until']}
          lang={frame.lang}
        />
        <ButtonGroup>
          <SubmitButton look="secondary" name="choice" value="begin">
            {pause === null ? words.begin : words.change}
          </SubmitButton>
          {pause === null ? null : (
            <SubmitButton look="secondary" name="choice" value="end">
              {words.end}
            </SubmitButton>
          )}
        </ButtonGroup>
      </Form>
    </>
  )
}

const ProfileForm = ({ frame, own, input, errors = {}, newKey }: OwnPage) => {
  const { lang } = frame
  const words = profileWords[lang]
  const ceilingOptions = Array.from({ length: ceilings.most }, (_, index) => ({
    value: String(index + ceilings.least),
    label: words.limits.requests(index + ceilings.least),
  }))
  return (
    <Form action={href(frame, paths.own)} idempotencyKey={newKey()} lang={lang}>
      <Paragraph>{words.never}</Paragraph>
      <Heading level={2}>{words.name.heading}</Heading>
      <SeenBy>{words.seenBy.name}</SeenBy>
      <TextField
        name="shownName"
        label={words.name.label}
        hint={words.name.hint}
        required
        value={one(input, 'shownName')}
        error={errors['shownName']}
        autocomplete="nickname"
        lang={lang}
      />
      <Heading level={2}>{words.work.heading}</Heading>
      <SeenBy>{words.seenBy.desk}</SeenBy>
      <Paragraph>{words.work.hint}</Paragraph>
      <Choices name="themes" label={words.work.themes} options={optionsOf(themes, lang)} {...{ input, errors, lang }} />
      <Choices
        name="roles"
        label={words.work.roles}
        options={optionsOf(expertRoles, lang)}
        {...{ input, errors, lang }}
      />
      <Choices
        name="perspectives"
        label={words.work.perspectives}
        options={optionsOf(perspectives, lang)}
        {...{ input, errors, lang }}
      />
      <Heading level={2}>{words.place.heading}</Heading>
      <SeenBy>{words.seenBy.desk}</SeenBy>
      <Checkbox name="online" label={words.place.online} checked={one(input, 'online') === 'on'} lang={lang} />
      <TextArea
        name="municipalities"
        label={words.place.municipalities}
        hint={words.place.municipalitiesHint}
        rows={3}
        value={one(input, 'municipalities')}
        error={errors['municipalities']}
        lang={lang}
      />
      <Choices
        name="provinces"
        label={words.place.provinces}
        options={provinces().map((province) => ({ value: province.code, label: province.name }))}
        {...{ input, errors, lang }}
      />
      <Choices
        name="languages"
        label={words.place.languages}
        options={workingLanguages.map((code) => ({ value: code, label: languageName(code, lang) }))}
        {...{ input, errors, lang }}
      />
      <Heading level={2}>{words.limits.heading}</Heading>
      <SeenBy>{words.seenBy.desk}</SeenBy>
      {own === null ? null : <Paragraph>{words.limits.now(own.running, own.maxRunning)}</Paragraph>}
      <Select
        name="maxRunning"
        label={words.limits.ceiling}
        hint={words.limits.ceilingHint}
        required
        empty={false}
        options={ceilingOptions}
        value={one(input, 'maxRunning') || '1'}
        error={errors['maxRunning']}
        lang={lang}
      />
      <SeenBy>{words.seenBy.boundary}</SeenBy>
      <TextArea
        name="boundary"
        label={words.limits.boundary}
        hint={words.limits.boundaryHint}
        rows={3}
        maxLength={boundaryLimit}
        value={one(input, 'boundary')}
        error={errors['boundary']}
        lang={lang}
      />
      <Checkbox
        name="boundaryShown"
        label={words.limits.boundaryShown}
        checked={one(input, 'boundaryShown') === 'on'}
        lang={lang}
      />
      <ButtonGroup>
        <SubmitButton>{words.save}</SubmitButton>
      </ButtonGroup>
    </Form>
  )
}

const Choices = (props: {
  name: string
  label: string
  options: readonly { value: string; label: string }[]
  input: FormInput
  errors: Errors
  lang: Lang
}) => (
  <CheckboxGroup
    name={props.name}
    label={props.label}
    options={props.options}
    value={many(props.input, props.name)}
    error={props.errors[props.name]}
    lang={props.lang}
  />
)
