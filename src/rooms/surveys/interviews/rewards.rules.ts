/** What somebody gets for a talk: a form of reward and an amount in cents, or `none` and nothing. */
export type Reward = { readonly form: string; readonly cents: number }

/** Nothing is offered on purpose only: the form `none`, and then no amount. */
export const isOffered = ({ form, cents }: Reward): boolean =>
  form !== '' && Number.isSafeInteger(cents) && (form === 'none' ? cents === 0 : cents > 0)
