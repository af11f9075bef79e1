import { one, type Errors, type FormInput } from '../../../lib/form-values.ts'
import { longDate } from '../../../lib/words.ts'
import {
  ButtonGroup,
  ButtonLink,
  ErrorSummary,
  Form,
  HiddenField,
  RadioGroup,
  SubmitButton,
  TextArea,
} from '../../../ui/fields.tsx'
import { href, Page, type PageFrame } from '../../../ui/layout.tsx'
import { Heading, Link, Paragraph } from '../../../ui/typography.tsx'
import { governancePaths, type Decision } from '../../governance/public.ts'
import type { Item, Steward } from '../items/items.sql.ts'
import { paths } from '../paths.ts'
import { seatsWords } from './seats.text.ts'

/** What stands in the way of publishing an item about experts, and what to do about it. */
export const BeforeSeats = ({ frame, item, decision }: { frame: PageFrame; item: Item; decision: Decision }) => {
  const { lang } = frame
  const words = seatsWords[lang]
  return (
    <>
      <Paragraph>
        {decision.kind === 'running'
          ? words.running(longDate(decision.deadline, lang))
          : decision.kind === 'refused'
            ? words.refused(longDate(decision.decidedAt, lang))
            : words.needed}
      </Paragraph>
      <ButtonGroup>
        {decision.kind === 'none' || decision.kind === 'refused' ? (
          <ButtonLink href={href(frame, paths.seats(item.id))}>{words.lay}</ButtonLink>
        ) : null}
        {decision.kind === 'none' ? null : (
          <ButtonLink look="secondary" href={href(frame, governancePaths.proposal(decision.proposal))}>
            {words.see}
          </ButtonLink>
        )}
      </ButtonGroup>
    </>
  )
}

/** The page on which an editor lays an item before the seats. */
export const SeatsPage = (props: {
  frame: PageFrame
  item: Item
  /** The stewards for whom the editor can speak. */
  stewards: readonly Steward[]
  pageKey: string
  input: FormInput
  errors: Errors
}) => {
  const { frame, item, stewards, input, errors } = props
  const { lang } = frame
  const words = seatsWords[lang]
  return (
    <Page frame={frame} title={words.title} errors={errors}>
      <ErrorSummary errors={errors} lang={lang} />
      <Heading level={1}>{words.title}</Heading>
      <Paragraph lead>{item.title}</Paragraph>
      <Paragraph>{words.lead}</Paragraph>
      <Form action={href(frame, paths.seats(item.id))} idempotencyKey={props.pageKey} keep="voorleggen" lang={lang}>
        <HiddenField name="version" value={String(item.version)} />
        <TextArea
          name="changes"
          label={words.changes}
          hint={words.changesHint}
          required
          rows={4}
          maxLength={2000}
          lang={lang}
          value={one(input, 'changes')}
          error={errors['changes']}
        />
        <TextArea
          name="reason"
          label={words.reason}
          required
          rows={4}
          maxLength={2000}
          lang={lang}
          value={one(input, 'reason')}
          error={errors['reason']}
        />
        {stewards.length === 1 ? (
          <HiddenField name="organisation" value={stewards[0]?.id ?? ''} />
        ) : (
          <RadioGroup
            name="organisation"
            label={words.organisation}
            required
            lang={lang}
            value={one(input, 'organisation')}
            options={stewards.map(({ id, name }) => ({ value: id, label: name }))}
            error={errors['organisation']}
          />
        )}
        <ButtonGroup>
          <SubmitButton>{words.send}</SubmitButton>
        </ButtonGroup>
      </Form>
      <Paragraph>
        <Link href={href(frame, paths.item(item.id))}>{words.back}</Link>
      </Paragraph>
    </Page>
  )
}
