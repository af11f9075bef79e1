// A rule for the linter: the day of a moment as UTC has it. Between midnight here and midnight there that is yesterday, so
// that a last day is over an hour too late and a form refuses today. `dayAt` of src/lib/days.ts gives the day in Amsterdam.

const calls = (node, name) =>
  node.type === 'CallExpression' && node.callee.type === 'MemberExpression' && node.callee.property.name === name

export const dayOfMoment = {
  create: (context) => ({
    CallExpression(node) {
      const [from, to] = node.arguments
      if (calls(node, 'slice') && calls(node.callee.object, 'toISOString') && from?.value === 0 && to?.value === 10)
        context.report({ node, message: 'This is the day in UTC. Take dayAt of src/lib/days.ts, or say why not.' })
    },
  }),
}
