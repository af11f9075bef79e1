import { one, type Errors, type FormInput } from '../../../lib/form-values.ts'
import { saidIn } from '../../../lib/questionnaire/definition.ts'
import {
  ButtonGroup,
  Checkbox,
  ErrorSummary,
  Form,
  HiddenField,
  Select,
  SubmitButton,
  TextField,
} from '../../../ui/fields.tsx'
import { href, Page, type PageFrame } from '../../../ui/layout.tsx'
import { Notice } from '../../../ui/notices.tsx'
import { Heading, Paragraph } from '../../../ui/typography.tsx'
import { invitationPaths as paths } from './invitations.paths.ts'
import type { OpenAnswer, OpenWave, PlaceToMatch } from './open-answers.actions.ts'
import { openAnswersText } from './open-answers.text.ts'
import type { Series } from '../series/series.sql.ts'
import { Trail } from '../trail.views.tsx'
import type { Wave } from '../waves/waves.sql.ts'

/** Who comes by the open link says for which organisation. */
export const TakePartPage = (props: {
  frame: PageFrame
  wave: OpenWave
  address: string
  begun: string
  input: FormInput
  errors: Errors
  newKey: string
}) => {
  const { frame, wave, input, errors } = props
  const { lang } = frame
  const text = openAnswersText[lang]
  const title = `${saidIn(wave.series, lang).text}: ${saidIn(wave.label, lang).text}`
  return (
    <Page frame={frame} title={title} errors={errors}>
      <Heading level={1}>{title}</Heading>
      <ErrorSummary errors={errors} lang={lang} />
      <Paragraph lead>{text.lead}</Paragraph>
      <Paragraph>{text.counts}</Paragraph>
      <Form action={href(lang, props.address)} idempotencyKey={props.newKey} lang={lang}>
        <HiddenField name="begun" value={props.begun} />
        <TextField
          name="organisation"
          label={text.organisation}
          hint={text.organisationHint}
          required
          value={one(input, 'organisation')}
          autocomplete="organization"
          {...(errors['organisation'] !== undefined && { error: errors['organisation'] })}
          lang={lang}
        />
        <div hidden>
          <TextField name="website" label={text.hidden} autocomplete="off" free lang={lang} />
        </div>
        <Paragraph>{text.keep}</Paragraph>
        <ButtonGroup>
          <SubmitButton>{text.begin}</SubmitButton>
        </ButtonGroup>
      </Form>
    </Page>
  )
}

const likelyPlace = (places: readonly PlaceToMatch[], claimed: string) =>
  places.find(({ name }) => name.toLowerCase() === claimed.toLowerCase())?.id ?? ''

/** For researchers: whose the first of the open answers is, and how many more wait. */
export const MatchPage = (props: {
  frame: PageFrame
  series: Series
  wave: Wave
  answers: readonly OpenAnswer[]
  places: readonly PlaceToMatch[]
  /** What was not filled in. */
  failed: 'place' | 'sure' | null
  done: boolean
  newKey: () => string
}) => {
  const { frame, series, wave, answers, places, failed } = props
  const { lang } = frame
  const text = openAnswersText[lang]
  const errors: Errors = failed === null ? {} : { [failed]: failed === 'place' ? text.choosePlace : text.dropSure }
  const [answer] = answers
  return (
    <Page frame={frame} title={text.title} errors={errors}>
      <Trail frame={frame} series={series} wave={wave} />
      <Heading level={1}>{text.title}</Heading>
      <ErrorSummary errors={errors} lang={lang} />
      {props.done ? (
        <Notice kind="success" lang={lang}>
          {text.done}
        </Notice>
      ) : null}
      {answer === undefined ? (
        <Paragraph lead>{text.none}</Paragraph>
      ) : (
        <>
          <Paragraph lead>{text.intro}</Paragraph>
          <Heading level={2}>{text.claimed(answer.claimed)}</Heading>
          <Form
            action={href(lang, paths.match(series.slug, wave.slug, answer.id))}
            idempotencyKey={props.newKey()}
            lang={lang}
          >
            <Select
              name="place"
              label={text.place}
              required
              value={likelyPlace(places, answer.claimed)}
              asWritten
              options={places.map(({ id, name }) => ({ value: id, label: name }))}
              error={errors['place']}
              lang={lang}
            />
            <ButtonGroup>
              <SubmitButton name="decision" value="match">
                {text.match}
              </SubmitButton>
            </ButtonGroup>
          </Form>
          <Heading level={2}>{text.dropTitle}</Heading>
          <Form
            action={href(lang, paths.match(series.slug, wave.slug, answer.id))}
            idempotencyKey={props.newKey()}
            lang={lang}
          >
            <HiddenField name="decision" value="drop" />
            <Checkbox name="sure" label={text.dropLabel} required lang={lang} error={errors['sure']} />
            <ButtonGroup>
              <SubmitButton look="secondary">{text.drop}</SubmitButton>
            </ButtonGroup>
          </Form>
          {answers.length === 1 ? null : <Paragraph>{text.left(answers.length - 1)}</Paragraph>}
        </>
      )}
    </Page>
  )
}
