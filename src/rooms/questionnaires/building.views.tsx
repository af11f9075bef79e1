import { saidIn, type Definition, type Question, type Section } from '../../lib/questionnaire/definition.ts'
import { one, type Errors, type FormInput } from '../../lib/form-values.ts'
import { longMoment, type Lang } from '../../lib/words.ts'
import {
  ButtonGroup,
  ButtonLink,
  ErrorSummary,
  Form,
  HiddenField,
  Select,
  SubmitButton,
  TextArea,
  TextField,
} from '../../ui/fields.tsx'
import { Fold } from '../../ui/fold.tsx'
import { href, Page, type PageFrame } from '../../ui/layout.tsx'
import { Notice } from '../../ui/notices.tsx'
import { Heading, Link, List, Paragraph } from '../../ui/typography.tsx'
import type { Step } from './building.actions.ts'
import { buildingWords } from './building.text.ts'
import { questionTypes } from './changes.rules.ts'
import { paths } from './paths.ts'
import type { Version } from './questionnaires.sql.ts'
import { SaidText } from './questionnaires.views.tsx'
import { revisionOf } from './steps.rules.ts'
import { questionnairesWords } from './text.ts'
import { Trail } from './trail.views.tsx'

export type BuildingProps = {
  frame: PageFrame
  id: string
  away: boolean
  versions: readonly [Version, ...Version[]]
  steps: readonly Step[]
  /** How many faults the newest version has. */
  faults: number
  newKey: () => string
  /** What was sent to add something, with its errors. */
  sent: { readonly form: 'question' | 'section'; readonly input: FormInput; readonly errors: Errors } | null
}

/** Names a thing in the words of the page; empty Dutch words have the key. */
const nameOf = (thing: Question | Section, lang: Lang): string => {
  const said = 'title' in thing ? thing.title : thing.text
  return saidIn(said, lang).text || thing.key
}

const MoveButtons = ({ of, thing, lang }: { of: 'question' | 'section'; thing: Question | Section; lang: Lang }) => {
  const words = buildingWords[lang].overview
  return (['up', 'down'] as const).map((way) => (
    <SubmitButton look="subtle" name="press" value={`${of}:${way}:${thing.key}`}>
      {words[way]}
      <span class="plein-hidden">: {nameOf(thing, lang)}</span>
    </SubmitButton>
  ))
}

const QuestionRow = ({ id, question, lang }: { id: string; question: Question; lang: Lang }) => {
  const words = buildingWords[lang]
  const name = nameOf(question, lang)
  return (
    <li class="plein-building__question" id={`vraag-${question.key}`}>
      <p class="plein-building__text">
        <Link href={href(lang, paths.question(id, question.key))}>{name}</Link>
      </p>
      <p class="plein-small">
        {words.types[question.type]}
        {question.when === undefined ? '' : `, ${words.overview.onlyWhen}`}
      </p>
      <div class="plein-building__presses">
        <MoveButtons of="question" thing={question} lang={lang} />
        <Link href={href(lang, paths.when(id, question.key))}>
          {words.overview.routing}
          <span class="plein-hidden">: {name}</span>
        </Link>
        <Link href={href(lang, paths.removeQuestion(id, question.key))}>
          {words.overview.remove}
          <span class="plein-hidden">: {name}</span>
        </Link>
      </div>
    </li>
  )
}

const Sections = ({ frame, id, definition, revision, newKey }: Inner) => {
  const { lang } = frame
  const words = buildingWords[lang].overview
  return (
    <Form action={href(frame, paths.order(id))} idempotencyKey={newKey()} lang={lang}>
      <HiddenField name="revision" value={revision} />
      {definition.sections.map((section) => (
        <section class="plein-building" id={`deel-${section.key}`}>
          <Heading level={2}>{nameOf(section, lang)}</Heading>
          <div class="plein-building__presses">
            <MoveButtons of="section" thing={section} lang={lang} />
            <Link href={href(lang, paths.section(id, section.key))}>
              {words.edit}
              <span class="plein-hidden">: {nameOf(section, lang)}</span>
            </Link>
            <Link href={href(lang, paths.removeSection(id, section.key))}>
              {words.remove}
              <span class="plein-hidden">: {nameOf(section, lang)}</span>
            </Link>
          </div>
          {section.questions.length === 0 ? (
            <Paragraph>{words.empty}</Paragraph>
          ) : (
            <ol class="plein-building__questions">
              {section.questions.map((question) => (
                <QuestionRow id={id} question={question} lang={lang} />
              ))}
            </ol>
          )}
        </section>
      ))}
    </Form>
  )
}

type Inner = { frame: PageFrame; id: string; definition: Definition; revision: string; newKey: () => string }
type Sent = NonNullable<BuildingProps['sent']>

const AddQuestion = ({ frame, id, definition, revision, newKey, sent }: Inner & { sent: Sent | null }) => {
  const { lang } = frame
  const words = buildingWords[lang]
  const [input, errors] = sent?.form === 'question' ? [sent.input, sent.errors] : [{}, {} as Errors]
  return (
    <section>
      <Heading level={2}>{words.overview.addQuestion}</Heading>
      <Form action={href(frame, paths.questions(id))} idempotencyKey={newKey()} keep={`vraag-${id}`} lang={lang}>
        <HiddenField name="revision" value={revision} />
        <Select
          name="section"
          label={questionnairesWords[lang].one.section}
          required
          lang={lang}
          empty={false}
          options={definition.sections.map((section) => ({ value: section.key, label: nameOf(section, lang) }))}
          value={one(input, 'section') || definition.sections.at(-1)?.key || ''}
          error={errors['section']}
        />
        <Select
          name="type"
          label={words.overview.type}
          required
          lang={lang}
          empty={false}
          options={questionTypes.map((type) => ({ value: type, label: words.types[type] }))}
          value={one(input, 'type')}
          error={errors['type']}
        />
        <TextArea
          name="text"
          label={words.overview.text}
          required
          rows={2}
          lang={lang}
          value={one(input, 'text')}
          error={errors['text']}
        />
        <SubmitButton>{words.overview.add}</SubmitButton>
      </Form>
    </section>
  )
}

const AddSection = ({ frame, id, revision, newKey, sent }: Inner & { sent: Sent | null }) => {
  const { lang } = frame
  const words = buildingWords[lang].overview
  const [input, errors] = sent?.form === 'section' ? [sent.input, sent.errors] : [{}, {} as Errors]
  return (
    <section>
      <Heading level={2}>{words.addSection}</Heading>
      <Form action={href(frame, paths.sections(id))} idempotencyKey={newKey()} lang={lang}>
        <HiddenField name="revision" value={revision} />
        <TextField
          name="title"
          label={words.sectionTitle}
          hint={words.sectionHint}
          required
          lang={lang}
          value={one(input, 'title')}
          error={errors['title']}
        />
        <SubmitButton look="secondary">{words.add}</SubmitButton>
      </Form>
    </section>
  )
}

const Steps = ({ frame, id, revision, steps, newKey }: Inner & { steps: readonly Step[] }) => {
  const { lang } = frame
  const words = buildingWords[lang]
  const [last] = steps
  if (last === undefined) return null
  return (
    <section>
      <Heading level={2}>{words.overview.steps}</Heading>
      <Paragraph>{words.overview.stepsLead}</Paragraph>
      <Form action={href(frame, paths.steps(id))} idempotencyKey={newKey()} lang={lang}>
        <HiddenField name="revision" value={revision} />
        <SubmitButton look="secondary" name="step" value={String(last.revision)}>
          {words.overview.undo}
        </SubmitButton>
        <Fold title={words.overview.steps}>
          <List
            items={steps.map((step) => {
              const label = words.overview.before(words.steps[step.what], longMoment(step.at, lang))
              return (
                <>
                  {label}{' '}
                  <SubmitButton look="subtle" name="step" value={String(step.revision)}>
                    {words.overview.back}
                    <span class="plein-hidden">: {label}</span>
                  </SubmitButton>
                </>
              )
            })}
          />
        </Fold>
      </Form>
    </section>
  )
}

/** How a questionnaire stands: its sections and questions, with everything that can be done about them. */
export const BuildingPage = (props: BuildingProps) => {
  const { frame, id, versions, sent, newKey } = props
  const { lang } = frame
  const [newest, ...older] = versions
  const words = buildingWords[lang].overview
  const { one: about } = questionnairesWords[lang]
  const inner: Inner = { frame, id, newKey, definition: newest.definition, revision: revisionOf(newest) }
  const go = (path: string, label: string) => <Link href={href(lang, path)}>{label}</Link>
  return (
    <Page frame={frame} title={saidIn(newest.definition.title, lang).text} errors={sent?.errors ?? {}} wide>
      <Trail frame={frame} list />
      <ErrorSummary errors={sent?.errors ?? {}} lang={lang} />
      <Heading level={1}>
        <SaidText said={newest.definition.title} lang={lang} />
      </Heading>
      <Paragraph>
        {about.version(newest.number)}.{' '}
        {newest.fixedAt === null ? (props.faults === 0 ? words.noFaults : words.faults(props.faults)) : words.fixed}
      </Paragraph>
      {props.away ? (
        <Notice kind="info" lang={lang}>
          {about.isAway}
        </Notice>
      ) : null}
      <ButtonGroup>
        <ButtonLink href={href(lang, paths.preview(id))}>{words.preview}</ButtonLink>
        <ButtonLink look="secondary" href={href(lang, paths.faults(id))}>
          {words.toFaults}
        </ButtonLink>
        <ButtonLink look="secondary" href={href(lang, paths.about(id))}>
          {words.about}
        </ButtonLink>
      </ButtonGroup>
      {newest.definition.sections.length === 0 ? (
        <Paragraph>{about.noQuestions}</Paragraph>
      ) : (
        <>
          <Sections {...inner} />
          <AddQuestion {...inner} sent={sent} />
        </>
      )}
      <AddSection {...inner} sent={sent} />
      <Steps {...inner} steps={props.steps} />
      <section>
        <Heading level={2}>{about.more}</Heading>
        <List
          items={[
            go(paths.print(id), words.print),
            go(paths.file(id), words.download),
            ...older.map((version) => go(`${paths.print(id)}?versie=${version.number}`, words.see(version.number))),
          ]}
        />
        <Form action={href(frame, paths.copy(id))} idempotencyKey={newKey()} lang={lang}>
          <SubmitButton look="secondary">{words.copy}</SubmitButton>
        </Form>
        <Form action={href(frame, paths.archive(id))} idempotencyKey={newKey()} lang={lang}>
          <SubmitButton look="subtle" name="away" value={props.away ? 'no' : 'yes'}>
            {props.away ? about.takeBack : about.putAway}
          </SubmitButton>
        </Form>
        <Paragraph>{go(paths.list, questionnairesWords[lang].start.back)}</Paragraph>
      </section>
    </Page>
  )
}
