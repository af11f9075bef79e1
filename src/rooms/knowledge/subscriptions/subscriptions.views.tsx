import { href, Page, type PageFrame } from '../../../ui/layout.tsx'
import { Heading, Link, List, Paragraph } from '../../../ui/typography.tsx'

/** What was done or asked, in a few sentences, and where to go from here: of a newsletter and of a search alike. */
export const SaidPage = (props: {
  frame: PageFrame
  title: string
  lead: string
  hints?: readonly string[]
  more?: string
  next?: { readonly path: string; readonly label: string }
}) => (
  <Page frame={props.frame} title={props.title}>
    <Heading level={1}>{props.title}</Heading>
    <Paragraph lead>{props.lead}</Paragraph>
    {props.hints === undefined ? null : <List items={props.hints} />}
    {props.more === undefined ? null : <Paragraph>{props.more}</Paragraph>}
    {props.next === undefined ? null : (
      <Paragraph>
        <Link href={href(props.frame, props.next.path)}>{props.next.label}</Link>
      </Paragraph>
    )}
  </Page>
)
