/** A person needs at least this long to read the page and say which organisation they answer for. */
export const leastMilliseconds = 3_000

/** Why a form looks filled in by a program: a field that people do not see, or faster than anybody types. */
export const whyNotByHand = (hidden: string, begun: Date | null, now: Date): 'hidden-field' | 'too-fast' | null => {
  if (hidden !== '') return 'hidden-field'
  return begun === null || now.getTime() - begun.getTime() < leastMilliseconds ? 'too-fast' : null
}
