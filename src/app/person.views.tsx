import { Form, SubmitButton } from '../ui/fields.tsx'
import { href, Page, type PageFrame } from '../ui/layout.tsx'
import { Heading, Link, Paragraph } from '../ui/typography.tsx'
import { personWords } from './person.text.ts'

export const CopyPage = ({ frame, newKey }: { frame: PageFrame; newKey: string }) => {
  const words = personWords[frame.lang]
  return (
    <Page frame={frame} title={words.title}>
      <Heading level={1}>{words.title}</Heading>
      <Paragraph lead>{words.lead}</Paragraph>
      <Paragraph>{words.what}</Paragraph>
      <Paragraph>{words.how}</Paragraph>
      <Paragraph>{words.careful}</Paragraph>
      <Form action={href(frame.lang, '/mijn/gegevens')} idempotencyKey={newKey} lang={frame.lang}>
        <SubmitButton>{words.press}</SubmitButton>
      </Form>
      <Paragraph>
        <Link href={href(frame.lang, '/mijn/instellingen')}>{words.back}</Link>
      </Paragraph>
    </Page>
  )
}
