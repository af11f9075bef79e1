import { many, one, type Errors, type FormInput } from '../../../lib/form-values.ts'
import { longDate, type Lang } from '../../../lib/words.ts'
import { ButtonGroup, SubmitButton } from '../../../ui/buttons.tsx'
import { ErrorSummary } from '../../../ui/error-summary.tsx'
import { DateField, Form, HiddenField, Select, TextArea, TextField } from '../../../ui/fields.tsx'
import { FoldedCheckboxGroup } from '../../../ui/fold.tsx'
import { href, Page, type PageFrame } from '../../../ui/layout.tsx'
import { Heading, Link, Paragraph } from '../../../ui/typography.tsx'
import { themes } from '../../terms/public.ts'
import type { Offered } from './gaps.keeping.views.tsx'
import { gapPaths } from './gaps.paths.ts'
import { adoptionDays, gapLimits } from './gaps.rules.ts'
import type { KeptGap } from './gaps.sql.ts'
import { gapWords } from './gaps.text.ts'
import { knowledgePaths } from '../square.paths.ts'

type Sent = { readonly input?: FormInput; readonly errors?: Errors }
const day = (iso: string, lang: Lang) => longDate(new Date(`${iso}T12:00:00Z`), lang)

const GapFields = ({ lang, input = {}, errors = {} }: Sent & { lang: Lang }) => {
  const words = gapWords[lang].write
  const error = (name: string) => (errors[name] === undefined ? {} : { error: errors[name] })
  return (
    <>
      <TextField
        name="title"
        label={words.name}
        hint={words.nameHint}
        required
        lang={lang}
        value={one(input, 'title')}
        {...error('title')}
      />
      <TextArea
        name="why"
        label={words.why}
        hint={words.whyHint}
        required
        lang={lang}
        rows={4}
        maxLength={gapLimits.why}
        value={one(input, 'why')}
        {...error('why')}
      />
      <TextField
        name="also"
        label={words.also}
        hint={words.alsoHint}
        lang={lang}
        value={one(input, 'also')}
        {...error('also')}
      />
      <FoldedCheckboxGroup
        name="themes"
        label={words.themes}
        required
        lang={lang}
        value={many(input, 'themes')}
        {...error('themes')}
        options={themes.map((theme) => ({ value: theme.id, label: theme.label[lang] }))}
      />
    </>
  )
}

/** Writes a gap anew, from what came in or from nothing. */
export const WriteGapPage = (props: Sent & { frame: PageFrame; offered: Offered | null; pageKey: string }) => {
  const { frame, offered, input = {}, errors = {} } = props
  const { lang } = frame
  const words = gapWords[lang].write
  return (
    <Page frame={frame} title={words.title} errors={errors}>
      <ErrorSummary errors={errors} lang={lang} />
      <Heading level={1}>{words.title}</Heading>
      <Paragraph lead>{words.lead}</Paragraph>
      {offered === null ? null : <Paragraph>{words.offered(offered.words)}</Paragraph>}
      <Form action={href(frame, gapPaths.write)} idempotencyKey={props.pageKey} lang={lang}>
        {offered === null ? null : <HiddenField name={offered.name} value={offered.value} />}
        <GapFields
          lang={lang}
          input={offered?.name === 'gezocht' && input.also === undefined ? { ...input, also: offered.words } : input}
          errors={errors}
        />
        <ButtonGroup>
          <SubmitButton>{words.send}</SubmitButton>
        </ButtonGroup>
      </Form>
    </Page>
  )
}

/** One gap for editors: take it on, give it back, close it with an item, change its words. */
export const KeptGapPage = (
  props: Sent & {
    frame: PageFrame
    gap: KeptGap
    own: readonly { readonly id: string; readonly name: string }[]
    today: string
    newKey: () => string
  },
) => {
  const { frame, gap, own, input = {}, errors = {}, newKey } = props
  const { lang } = frame
  const words = gapWords[lang]
  const closed = gap.item_slug !== null
  const mine = own.some((each) => each.id === gap.adopted_by)
  const error = (name: string) => (errors[name] === undefined ? {} : { error: errors[name] })
  const { first, last } = adoptionDays(props.today)
  return (
    <Page frame={frame} title={gap.title} errors={errors}>
      <ErrorSummary errors={errors} lang={lang} />
      <Heading level={1}>{gap.title}</Heading>
      <Paragraph>{gap.why}</Paragraph>
      {closed ? (
        <Paragraph>
          {words.close.by} <Link href={href(frame, knowledgePaths.item(gap.item_slug ?? ''))}>{gap.item_title}</Link>
        </Paragraph>
      ) : null}
      {gap.adopter !== null && gap.adopted_until !== null && !closed ? (
        <Paragraph>{words.adopt.mine(gap.adopter, day(gap.adopted_until, lang))}</Paragraph>
      ) : null}
      {!closed && mine ? (
        <Form action={href(frame, gapPaths.giveBack(gap.id))} idempotencyKey={newKey()} lang={lang}>
          <ButtonGroup>
            <SubmitButton look="secondary">{words.adopt.back}</SubmitButton>
          </ButtonGroup>
        </Form>
      ) : null}
      {!closed && gap.adopted_by === null ? (
        <section>
          <Heading level={2}>{words.adopt.title}</Heading>
          <Paragraph>{words.adopt.lead}</Paragraph>
          <Form action={href(frame, gapPaths.adopt(gap.id))} idempotencyKey={newKey()} lang={lang}>
            <Select
              name="organisation"
              label={words.adopt.organisation}
              required
              lang={lang}
              value={one(input, 'organisation') || (own[0]?.id ?? '')}
              empty={false}
              {...error('organisation')}
              asWritten
              options={own.map((each) => ({ value: each.id, label: each.name }))}
            />
            <DateField
              name="until"
              label={words.adopt.until}
              required
              lang={lang}
              min={first}
              max={last}
              value={one(input, 'until')}
              {...error('until')}
            />
            <ButtonGroup>
              <SubmitButton>{words.adopt.send}</SubmitButton>
            </ButtonGroup>
          </Form>
        </section>
      ) : null}
      {!closed && (mine || gap.adopted_by === null) ? (
        <section>
          <Heading level={2}>{words.close.title}</Heading>
          <Paragraph>{words.close.lead}</Paragraph>
          <Form action={href(frame, gapPaths.close(gap.id))} idempotencyKey={newKey()} lang={lang}>
            <TextField
              name="item"
              label={words.close.item}
              hint={words.close.itemHint}
              required
              lang={lang}
              value={one(input, 'item')}
              {...error('item')}
            />
            <ButtonGroup>
              <SubmitButton>{words.close.send}</SubmitButton>
            </ButtonGroup>
          </Form>
        </section>
      ) : null}
      <Heading level={2}>{words.write.reword}</Heading>
      <Form action={href(frame, gapPaths.kept(gap.id))} idempotencyKey={newKey()} lang={lang}>
        <GapFields
          lang={lang}
          input={{ title: gap.title, why: gap.why, also: gap.also, themes: gap.themes, ...input }}
          errors={errors}
        />
        <ButtonGroup>
          <SubmitButton>{words.write.save}</SubmitButton>
        </ButtonGroup>
      </Form>
      <Paragraph>
        <Link href={href(frame, gapPaths.keep)}>{words.keep.title}</Link>
      </Paragraph>
    </Page>
  )
}
