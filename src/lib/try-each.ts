/**
 * Does the same for each, one after another. One that fails does not hold up the others: they are done first.
 * @throws what the first failure threw, after all were tried, so that who asked can ask again.
 */
export async function tryEach<T>(all: readonly T[], work: (one: T) => Promise<void>): Promise<void> {
  const failures: { readonly problem: unknown }[] = []
  for (const one of all) await work(one).catch((problem: unknown) => failures.push({ problem }))
  const [first] = failures
  if (first !== undefined) throw first.problem
}
