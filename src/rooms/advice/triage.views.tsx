import { many, one, type Errors, type FormInput } from '../../lib/form-values.ts'
import {
  ButtonGroup,
  CheckboxGroup,
  ErrorSummary,
  Form,
  HiddenField,
  RadioGroup,
  Select,
  SubmitButton,
  TextArea,
} from '../../ui/fields.tsx'
import { href, Page, type PageFrame } from '../../ui/layout.tsx'
import { PlainText } from '../../ui/prose.tsx'
import { Heading, Link, Paragraph } from '../../ui/typography.tsx'
import { participationLevels, questionKinds, themes } from '../terms/public.ts'
import { deskPaths } from './desk.paths.ts'
import type { DeskSeen } from './readings.sql.ts'
import { forms, limits, sizes } from './request.rules.ts'
import { divideWords } from './triage.text.ts'
import { labels } from './words.text.ts'
import { WithNumber } from './with-number.tsx'

export type DividePageProps = {
  readonly frame: PageFrame
  readonly seen: DeskSeen
  readonly again: boolean
  /** What the form holds: what was sent, or what is known and found in the text. */
  readonly input: FormInput
  readonly themesFound: boolean
  readonly errors?: Errors
  readonly formKey: string
}

export const DividePage = ({ frame, seen, again, input, themesFound, errors = {}, formKey }: DividePageProps) => {
  const { lang } = frame
  const words = divideWords[lang]
  const error = (name: string) => (errors[name] === undefined ? {} : { error: errors[name] })
  return (
    <Page frame={frame} title={`${words.title} - ${seen.number}`} errors={errors}>
      <ErrorSummary errors={errors} lang={lang} />
      <p>
        <Link href={href(lang, deskPaths.request(seen.id))}>
          <WithNumber text={words.back(seen.number)} />
        </Link>
      </p>
      <Heading level={1}>{words.title}</Heading>
      <Paragraph lead>{words.lead}</Paragraph>
      <details>
        <summary>{words.question}</summary>
        <PlainText text={seen.question} {...(seen.lang !== lang && { textLang: seen.lang })} />
        {seen.context === null ? null : (
          <PlainText text={seen.context} {...(seen.lang !== lang && { textLang: seen.lang })} />
        )}
      </details>
      <Form
        action={href(lang, deskPaths.divide(seen.id))}
        idempotencyKey={formKey}
        keep={`verdelen-${seen.id}`}
        lang={lang}
      >
        <HiddenField name="version" value={one(input, 'version') || String(seen.version)} />
        <RadioGroup
          name="grootte"
          label={words.size}
          required
          lang={lang}
          value={one(input, 'grootte')}
          {...error('grootte')}
          options={sizes.map((size) => ({ value: size, label: labels[lang].sizes[size], hint: words.sizeHints[size] }))}
        />
        <RadioGroup
          name="vorm"
          label={words.form}
          required
          lang={lang}
          value={one(input, 'vorm')}
          {...error('vorm')}
          options={forms.map((form) => ({ value: form, label: labels[lang].forms[form] }))}
        />
        <CheckboxGroup
          name="thema"
          label={words.themes}
          lang={lang}
          {...(themesFound && { hint: words.themesFound })}
          value={many(input, 'thema')}
          {...error('thema')}
          options={themes.map((theme) => ({ value: theme.id, label: theme.label[lang] }))}
        />
        <Select
          name="soort"
          label={words.kind}
          lang={lang}
          value={one(input, 'soort')}
          empty={words.kindEmpty}
          {...error('soort')}
          options={questionKinds.map((kind) => ({ value: kind.id, label: kind.label[lang] }))}
        />
        <Select
          name="invloed"
          label={words.level}
          hint={words.levelHint}
          lang={lang}
          value={one(input, 'invloed')}
          empty={words.levelEmpty}
          {...error('invloed')}
          options={participationLevels.map((level) => ({
            value: level.id,
            label: `${level.label[lang]}: ${level.definition[lang]}`,
          }))}
        />
        <TextArea
          name="ruimte"
          label={words.canChange}
          hint={words.canChangeHint}
          lang={lang}
          rows={4}
          maxLength={limits.reason}
          value={one(input, 'ruimte')}
          {...error('ruimte')}
        />
        <ButtonGroup>
          <SubmitButton>{again ? words.saveAgain : words.save}</SubmitButton>
        </ButtonGroup>
      </Form>
    </Page>
  )
}
