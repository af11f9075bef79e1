import { saidIn, type Said } from '../../../lib/questionnaire/definition.ts'
import { one, type Errors, type FormInput } from '../../../lib/form-values.ts'
import {
  ButtonGroup,
  EmailField,
  ErrorSummary,
  FileField,
  Form,
  RadioGroup,
  SubmitButton,
  TextArea,
  TextField,
} from '../../../ui/fields.tsx'
import { href, Page, type PageFrame } from '../../../ui/layout.tsx'
import { Notice } from '../../../ui/notices.tsx'
import { Table } from '../../../ui/tables.tsx'
import { Columns, Heading, List, Paragraph } from '../../../ui/typography.tsx'
import { provinces } from '../../regions/public.ts'
import type { TypeClass } from '../series/classes.rules.ts'
import type { FrameLine, ReadFrame } from './frame.rules.ts'
import type { Count, countFrame } from './frame.sql.ts'
import { frameWords } from './frame.text.ts'
import { paths } from '../paths.ts'
import type { Series } from '../series/series.sql.ts'
import { Trail } from '../trail.views.tsx'
import { isBeingMade } from '../waves/waves.states.rules.ts'
import type { Wave } from '../waves/waves.sql.ts'

type FrameProps = {
  frame: PageFrame
  series: Series
  wave: Wave
  counts: Awaited<ReturnType<typeof countFrame>>
  trials: readonly { readonly id: string; readonly name: string | null }[]
  /** The wave whose frame can be taken over; null when there is none. */
  before: { readonly label: Said } | null
  newKey: () => string
  input: FormInput
  errors: Errors
}

const provinceName = (code: string): string => provinces().find((each) => each.code === code)?.name ?? code

const Counts = ({ frame, series, counts }: Pick<FrameProps, 'frame' | 'series' | 'counts'>) => {
  const { lang } = frame
  const words = frameWords[lang]
  const named = (classes: readonly TypeClass[]) => (key: string) => {
    const found = classes.find((each) => each.key === key)
    return found === undefined ? key : saidIn(found.label, lang).text
  }
  const names = { type: named(series.types), size: named(series.sizes), region: provinceName }
  return (
    <Columns>
      {(['type', 'size', 'region'] as const).map((by) => (
        <Table<Count>
          caption={words.by[by]}
          rows={counts[by]}
          columns={[
            { label: words.value[by], cell: ({ key }) => (key === null ? words.unknown : names[by](key)) },
            { label: words.n, numeric: true, cell: ({ n }) => String(n) },
          ]}
        />
      ))}
    </Columns>
  )
}

const Trials = ({ frame, series, wave, trials, newKey, input, errors }: FrameProps) => {
  const { lang } = frame
  const words = frameWords[lang]
  const at = [series.slug, wave.slug] as const
  return (
    <>
      <Heading level={2}>{words.trials}</Heading>
      <Paragraph>{words.trialsLead}</Paragraph>
      {trials.length === 0 ? (
        <Paragraph>{words.noTrials}</Paragraph>
      ) : (
        <Table
          caption={words.trials}
          captionHidden
          rows={trials}
          columns={[
            { label: words.name, cell: ({ name }) => name },
            {
              label: words.remove,
              cell: ({ id, name }) => (
                <Form action={href(frame, paths.removeTrial(...at, id))} idempotencyKey={newKey()} lang={lang}>
                  <SubmitButton look="subtle">{words.removeTrial(name ?? '')}</SubmitButton>
                </Form>
              ),
            },
          ]}
        />
      )}
      <Form action={href(frame, paths.trials(...at))} idempotencyKey={newKey()} lang={lang}>
        <TextField
          name="name"
          label={words.name}
          required
          lang={lang}
          value={one(input, 'name')}
          error={errors['name']}
        />
        <EmailField
          name="email"
          label={words.email}
          required
          autocomplete="off"
          lang={lang}
          value={one(input, 'email')}
          error={errors['email']}
        />
        <RadioGroup
          name="lang"
          label={words.lang}
          required
          inline
          lang={lang}
          value={one(input, 'lang') || 'nl'}
          options={(['nl', 'en'] as const).map((value) => ({ value, label: words.langs[value] }))}
          error={errors['lang']}
        />
        <ButtonGroup>
          <SubmitButton look="secondary">{words.addTrial}</SubmitButton>
        </ButtonGroup>
      </Form>
    </>
  )
}

/** Which organisations a wave asks, counted; and how they come in. */
export const FramePage = (props: FrameProps) => {
  const { frame, series, wave, counts, before, newKey, input, errors } = props
  const { lang } = frame
  const words = frameWords[lang]
  const at = [series.slug, wave.slug] as const
  return (
    <Page frame={frame} title={words.title} errors={errors} wide>
      <Trail frame={frame} series={series} wave={wave} />
      <ErrorSummary errors={errors} lang={lang} />
      <Heading level={1}>{words.title}</Heading>
      <Paragraph lead>{words.lead}</Paragraph>
      {counts.places === 0 ? (
        <Paragraph>{words.none}</Paragraph>
      ) : (
        <>
          <Paragraph>
            {words.total(counts.places, counts.addressed)} {words.addresses}
          </Paragraph>
          <Counts {...props} />
        </>
      )}
      {isBeingMade(wave.state) ? (
        <>
          <Heading level={2}>{counts.places === 0 ? words.make : words.replace}</Heading>
          {counts.places === 0 ? null : <Paragraph>{words.replaceHint}</Paragraph>}
          <Form action={href(frame, paths.frame(...at))} idempotencyKey={newKey()} files lang={lang}>
            <FileField name="file" label={words.file} accept=".csv,text/csv,.txt" lang={lang} error={errors['file']} />
            <TextArea
              name="list"
              label={words.text}
              hint={words.textHint}
              rows={8}
              lang={lang}
              value={one(input, 'list')}
              error={errors['list']}
            />
            <ButtonGroup>
              <SubmitButton>{words.look}</SubmitButton>
            </ButtonGroup>
          </Form>
          <Form action={href(frame, paths.ownFrame(...at))} idempotencyKey={newKey()} lang={lang}>
            <Paragraph>{words.ownHint}</Paragraph>
            <ButtonGroup>
              <SubmitButton look="secondary">{words.own}</SubmitButton>
            </ButtonGroup>
          </Form>
          {before === null ? null : (
            <Form action={href(frame, paths.copyFrame(...at))} idempotencyKey={newKey()} lang={lang}>
              <Paragraph>{words.copyHint(saidIn(before.label, lang).text)}</Paragraph>
              <ButtonGroup>
                <SubmitButton look="secondary">{words.copy}</SubmitButton>
              </ButtonGroup>
            </Form>
          )}
          <Trials {...props} />
        </>
      ) : (
        <Paragraph>{words.fixed}</Paragraph>
      )}
    </Page>
  )
}

// So many lines are shown; a list can have thousands.
const shown = 50

type PreviewProps = {
  frame: PageFrame
  series: Series
  wave: Wave
  list: string
  read: Extract<ReadFrame, { ok: true }>
  newKey: () => string
}

/** A list before it is taken: its faults by line, or its first lines. */
export const PreviewPage = (props: PreviewProps) => {
  const { frame, series, wave, list, read, newKey } = props
  const { lang } = frame
  const words = frameWords[lang]
  const at = [series.slug, wave.slug, list] as const
  const { lines, unread } = read
  const faulty = lines.filter(({ faults }) => faults.length > 0)
  const missing = (['type', 'size', 'province'] as const).map((field) => ({
    what: words.value[field === 'province' ? 'region' : field].toLowerCase(),
    n: lines.filter(({ place }) => place[field] === null).length,
  }))
  return (
    <Page frame={frame} title={words.preview.title} wide>
      <Trail frame={frame} series={series} wave={wave} />
      <Heading level={1}>{words.preview.title}</Heading>
      {faulty.length === 0 ? (
        <Paragraph lead>{words.preview.good(lines.length)}</Paragraph>
      ) : (
        <Notice kind="warning" lang={lang} live={false}>
          <p class="nl-paragraph">{words.preview.faulty(faulty.length, lines.length)}</p>
        </Notice>
      )}
      {unread.length === 0 ? null : <Paragraph>{words.preview.unread(unread.join(', '))}</Paragraph>}
      {faulty.length > 0 ? (
        <>
          <Table<FrameLine>
            caption={words.preview.fault}
            captionHidden
            rows={faulty.slice(0, shown)}
            columns={[
              { label: words.preview.line, cell: ({ line }) => String(line) },
              { label: words.name, cell: ({ place }) => place.name },
              {
                label: words.preview.fault,
                cell: ({ faults }) => <List items={faults.map(({ fault, said }) => words.faults[fault](said))} />,
              },
            ]}
          />
          {faulty.length > shown ? <Paragraph>{words.preview.more(faulty.length - shown)}</Paragraph> : null}
        </>
      ) : (
        <>
          {missing
            .filter(({ n }) => n > 0)
            .map(({ n, what }) => (
              <Paragraph>{words.preview.missing(n, what)}</Paragraph>
            ))}
          <Form action={href(frame, paths.upload(...at))} idempotencyKey={newKey()} lang={lang}>
            <ButtonGroup>
              <SubmitButton>{words.preview.take}</SubmitButton>
            </ButtonGroup>
          </Form>
        </>
      )}
      <Form action={href(frame, paths.layAside(...at))} idempotencyKey={newKey()} lang={lang}>
        <ButtonGroup>
          <SubmitButton look="subtle">{words.preview.aside}</SubmitButton>
        </ButtonGroup>
      </Form>
      {faulty.length > 0 ? null : (
        <>
          <Heading level={2}>{words.preview.first}</Heading>
          <Table<FrameLine>
            caption={words.preview.first}
            captionHidden
            rows={lines.slice(0, shown)}
            columns={[
              { label: words.name, cell: ({ place }) => place.name },
              { label: words.value.type, cell: ({ place }) => nameIn(series.types, place.type, lang) },
              { label: words.value.size, cell: ({ place }) => nameIn(series.sizes, place.size, lang) },
              {
                label: words.value.region,
                cell: ({ place }) => (place.province === null ? '–' : provinceName(place.province)),
              },
              {
                label: words.preview.address,
                cell: ({ place }) => (place.email === null ? words.preview.no : words.preview.yes),
              },
            ]}
          />
        </>
      )}
    </Page>
  )
}

const nameIn = (classes: readonly TypeClass[], key: string | null, lang: PageFrame['lang']): string => {
  const found = classes.find((each) => each.key === key)
  return found === undefined ? '–' : saidIn(found.label, lang).text
}
