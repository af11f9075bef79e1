// A rule for the linter: a pattern whose time grows faster than the text does. Half a million spaces in one field would keep
// the whole program busy for minutes. scslre finds them; where a text can be no longer than a few hundred signs, say so in
// a comment that switches the rule off. Patterns that are put together while the program runs cannot be judged here.
import { analyse } from 'scslre'

/** What is wrong with a pattern, one sentence for each cause; empty when it is sound, or is no pattern at all. */
function complaints(source, flags) {
  try {
    return analyse({ source, flags }, { reportTypes: { Move: true } }).reports.map(
      ({ exponential, character }) =>
        `This pattern takes ${exponential ? 'exponential' : 'quadratic'} time on a long run of ${JSON.stringify(character.pick)}.`,
    )
  } catch (error) {
    if (error instanceof SyntaxError) return []
    throw error
  }
}

export const slowPattern = {
  create: (context) => ({
    Literal(node) {
      if (node.regex)
        for (const message of complaints(node.regex.pattern, node.regex.flags)) context.report({ node, message })
    },
  }),
}
