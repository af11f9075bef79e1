import { ButtonGroup, SubmitButton } from '../../../ui/buttons.tsx'
import { Form, HiddenField } from '../../../ui/fields.tsx'
import { href, type PageFrame } from '../../../ui/layout.tsx'
import { Heading, Paragraph } from '../../../ui/typography.tsx'
import { harvestWords } from './harvests.editing.text.ts'
import { harvestPaths } from './harvests.paths.ts'
import type { FollowedField } from './followed.rules.ts'

/** On the page of an item: what of it follows a source, and what no more. */
export const FollowsSource = (props: {
  frame: PageFrame
  item: string
  sources: readonly string[]
  locked: readonly FollowedField[]
  newKey: () => string
}) => {
  const { frame, sources, locked } = props
  const { lang } = frame
  const words = harvestWords[lang]
  return (
    <section>
      <Heading level={2}>{words.follow.heading}</Heading>
      <Paragraph>{sources.length === 0 ? words.follow.fromElsewhere : words.follow.from(sources.join(', '))}</Paragraph>
      {locked.length === 0 ? <Paragraph>{words.follow.none}</Paragraph> : null}
      {locked.map((field) => (
        <Form action={href(lang, harvestPaths.release(props.item))} idempotencyKey={props.newKey()} lang={lang}>
          <Paragraph>{words.follow.locked(words.fields[field])}</Paragraph>
          <HiddenField name="field" value={field} />
          <ButtonGroup>
            <SubmitButton look="secondary">
              {words.follow.release}
              <span class="plein-hidden">: {words.fields[field]}</span>
            </SubmitButton>
          </ButtonGroup>
        </Form>
      ))}
    </section>
  )
}
