import { many, type Errors, type FormInput } from '../../lib/form-values.ts'
import { ButtonGroup, ButtonLink, CheckboxGroup, ErrorSummary, Form, SubmitButton } from '../../ui/fields.tsx'
import { href, Page, type PageFrame } from '../../ui/layout.tsx'
import { Notice } from '../../ui/notices.tsx'
import { PlainText } from '../../ui/prose.tsx'
import { Heading, Link, Paragraph } from '../../ui/typography.tsx'
import type { PublicOrganisation } from '../accounts/public.ts'
import { deskPaths } from './desk.paths.ts'
import type { Harvest } from './harvest.sql.ts'
import { harvestWords } from './harvest.text.ts'
import { WithNumber } from './with-number.tsx'

export type HarvestPageProps = {
  readonly frame: PageFrame
  readonly harvest: Harvest
  readonly partners: readonly PublicOrganisation[]
  readonly formKey: string
  readonly input?: FormInput
  readonly errors?: Errors
}

export const HarvestPage = ({ frame, harvest, partners, formKey, input = {}, errors = {} }: HarvestPageProps) => {
  const { lang } = frame
  const words = harvestWords[lang]
  const error = (name: string) => (errors[name] === undefined ? {} : { error: errors[name] })
  return (
    <Page frame={frame} title={`${words.title} - ${harvest.number}`} errors={errors}>
      <ErrorSummary errors={errors} lang={lang} />
      <p>
        <Link href={href(lang, deskPaths.request(harvest.id))}>
          <WithNumber text={words.back(harvest.number)} />
        </Link>
      </p>
      <Heading level={1}>{words.title}</Heading>
      <Paragraph lead>{words.lead}</Paragraph>
      {harvest.authors.some((author) => author.person === null) ? (
        <Notice kind="warning" lang={lang}>
          <p class="nl-paragraph">{words.nobodyToAsk}</p>
        </Notice>
      ) : null}
      {harvest.parts.map((each) => (
        <details>
          <summary>
            {words.look}: {words.part[each.part].toLowerCase()}
          </summary>
          <PlainText text={each.text} {...(harvest.lang !== lang && { textLang: harvest.lang })} />
        </details>
      ))}
      <Form action={href(lang, deskPaths.harvest(harvest.id))} idempotencyKey={formKey} lang={lang}>
        <CheckboxGroup
          name="deel"
          label={words.parts}
          hint={words.partsHint}
          required
          lang={lang}
          value={many(input, 'deel')}
          {...error('deel')}
          options={harvest.parts.map((each) => ({
            value: each.part,
            label: words.part[each.part],
            hint: words.owner[each.owner],
          }))}
        />
        <CheckboxGroup
          name="organisatie"
          label={words.stewards}
          hint={words.stewardsHint}
          required
          lang={lang}
          value={many(input, 'organisatie')}
          {...error('organisatie')}
          options={partners.map((each) => ({ value: each.id, label: each.name }))}
        />
        <ButtonGroup>
          <SubmitButton>{words.start}</SubmitButton>
        </ButtonGroup>
      </Form>
    </Page>
  )
}

/** For a coordinator who is no editor: what happens now. */
export const HarvestedPage = (props: { frame: PageFrame; id: string; number: string; thereAlready: boolean }) => {
  const { lang } = props.frame
  const words = harvestWords[lang]
  return (
    <Page frame={props.frame} title={words.startedTitle}>
      <Heading level={1}>{words.startedTitle}</Heading>
      <Paragraph lead>{props.thereAlready ? words.there : words.started}</Paragraph>
      <ButtonLink href={href(lang, deskPaths.request(props.id))}>
        <WithNumber text={words.back(props.number)} />
      </ButtonLink>
    </Page>
  )
}
