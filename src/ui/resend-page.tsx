import { many, type FormInput } from '../lib/form-values.ts'
import { href, Page, type PageFrame } from './layout.tsx'
import { bothLanguages } from '../lib/words.ts'
import { ButtonGroup } from './fields.tsx'
import { Heading, Paragraph } from './typography.tsx'

const resendWords = bothLanguages(
  {
    title: 'Je bent uitgelogd, je tekst is er nog',
    sentence: 'Log in. Dat opent een nieuw tabblad. Kom daarna terug naar deze pagina en verstuur je tekst opnieuw.',
    signIn: 'Inloggen (nieuw tabblad)',
    again: 'Verstuur opnieuw',
  },
  {
    title: 'You are signed out, your text is still here',
    sentence: 'Sign in. That opens a new tab. Then come back to this page and send your text again.',
    signIn: 'Sign in (new tab)',
    again: 'Send again',
  },
)

/**
 * For a form that was sent after the session had ended: nothing is lost. The text stands on the page; after signing in
 * in another tab the same button sends it again, with the same key.
 */
export const ResendPage = ({ frame, sent }: { frame: PageFrame; sent: FormInput }) => {
  const words = resendWords[frame.lang]
  const fields = Object.keys(sent).flatMap((name) => many(sent, name).map((value) => [name, value] as const))
  const typed = fields.filter(([name, value]) => !name.startsWith('_') && value.length > 20)
  return (
    <Page frame={{ ...frame, signedIn: null }} title={words.title} hold>
      <Heading level={1}>{words.title}</Heading>
      <Paragraph lead>{words.sentence}</Paragraph>
      <form method="post" action={href(frame, frame.path)}>
        {fields.map(([name, value]) => (
          <input type="hidden" name={name} value={value} />
        ))}
        {typed.map(([, value]) => (
          <pre class="plein-kept-text">{value}</pre>
        ))}
        <ButtonGroup>
          <a class="nl-button nl-button--primary" href={href(frame, '/inloggen')} target="_blank">
            <span class="nl-button__label">{words.signIn}</span>
          </a>
          <button class="nl-button nl-button--secondary" type="submit">
            <span class="nl-button__label">{words.again}</span>
          </button>
        </ButtonGroup>
      </form>
    </Page>
  )
}
