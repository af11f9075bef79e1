import type { Child } from 'hono/jsx'

type ButtonLook = 'primary' | 'secondary' | 'subtle' | 'negative'

const buttonClass = (look: ButtonLook) =>
  look === 'negative' ? 'nl-button nl-button--secondary nl-button--negative' : `nl-button nl-button--${look}`

/** `name` and `value` tell which of several buttons was pressed; `action` sends the form elsewhere. */
export const SubmitButton = (props: {
  look?: ButtonLook
  name?: string
  value?: string
  action?: string
  children?: Child
}) => (
  <button
    class={buttonClass(props.look ?? 'primary')}
    type="submit"
    name={props.name}
    value={props.value}
    formaction={props.action}
  >
    <span class="nl-button__label">{props.children}</span>
  </button>
)

export const ButtonLink = (props: { href: string; look?: ButtonLook; children?: Child }) => (
  <a class={buttonClass(props.look ?? 'primary')} href={props.href}>
    <span class="nl-button__label">{props.children}</span>
  </a>
)

export const ButtonGroup = ({ children }: { children?: Child }) => (
  <div class="utrecht-button-group utrecht-button-group--distanced">{children}</div>
)
