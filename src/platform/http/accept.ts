/** The forms in which a page that is negotiated can be had. The first is what people see. */
export const negotiable = ['text/html', 'text/turtle', 'application/ld+json'] as const
export type Negotiable = (typeof negotiable)[number]

type Wish = { readonly type: string; readonly weight: number }

const wishesIn = (accept: string): readonly Wish[] =>
  accept.split(',').flatMap((each) => {
    const [type = '', ...parameters] = each.split(';').map((part) => part.trim().toLowerCase())
    const given = parameters.find((part) => part.startsWith('q='))?.slice(2)
    const weight = given === undefined ? 1 : Number(given)
    return /^[\w.+*-]+\/[\w.+*-]+$/.test(type) && weight >= 0 && weight <= 1 ? [{ type, weight }] : []
  })

const weightOf = (wishes: readonly Wish[], type: Negotiable): number => {
  const group = `${type.slice(0, type.indexOf('/'))}/*`
  // The most exact wish about a type holds for it (RFC 9110, 12.5.1).
  for (const about of [type, group, '*/*']) {
    const wish = wishes.find((each) => each.type === about)
    if (wish) return wish.weight
  }
  return 0
}

/**
 * The form that an Accept header asks for most; of equals the first of {@link negotiable}. Whoever asks for nothing that
 * we have gets the page: a person can read it.
 * @param accept the header as it came; absent: anything will do
 */
export function wantedForm(accept: string | null | undefined): Negotiable {
  const wishes = wishesIn((accept ?? '').slice(0, 1_000))
  let best: Negotiable = negotiable[0]
  for (const type of negotiable) if (weightOf(wishes, type) > weightOf(wishes, best)) best = type
  return best
}
