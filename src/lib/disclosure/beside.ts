import { passesAudit, type Protected } from './audit.ts'
import { inhabitedBy } from './inhabited.ts'
import type { Joint } from './joint.ts'
import type { PublishedTable } from './published.ts'
import type { Statement } from './statements.ts'

/**
 * A number beside the tables that is no function of them, such as a weighted share: what a reader of it knows, over the
 * cells of the joint table.
 */
export type Beside = {
  readonly key: string
  /** Where in its table the count stands that it goes with: where that is hidden, it is not printed either. */
  readonly of: { readonly table: string; readonly at: readonly (string | null)[] }
  /** What is missed least: of numbers that together say too much, those with the highest go first. */
  readonly rank: number
  readonly statements: readonly Statement[]
}

/** Those whose count is shown as it was counted; beside rounded counts nothing is printed. */
export const besideShown = (all: readonly Beside[], tables: readonly PublishedTable[]): readonly Beside[] =>
  all.filter(({ of }) =>
    tables.some(
      ({ id, roundedTo, cells }) =>
        id === of.table &&
        roundedTo === null &&
        cells.some(({ at, cell }) => String(at) === String(of.at) && cell.status !== 'hidden'),
    ),
  )

/**
 * The numbers beside the tables with which every secret stays as uncertain as it has to be. Who reckons with weights knows
 * who took part, so here the attacker knows in which joint cells nobody is.
 * @param asked the dimensions of the joint table that are answers.
 * @param against what is public beside them, and what has to stay uncertain, over the cells of the joint table.
 * @returns all, or those that are left when the ones that are missed least are kept back, one rank after another.
 * @throws as `passesAudit`.
 */
export async function safeBeside(
  joint: Joint,
  asked: readonly string[],
  against: { readonly known: readonly Statement[]; readonly secrets: readonly Protected[] },
  wanted: readonly Beside[],
): Promise<readonly Beside[]> {
  const axes = asked.map((name) => joint.dimensions.findIndex((dimension) => dimension.name === name))
  let left = wanted
  while (left.length > 0) {
    const said = left.flatMap(({ statements }) => statements)
    const { unknowns, lines, sums } = inhabitedBy(
      joint,
      axes,
      [...against.known, ...said],
      against.secrets.map(({ parts }) => parts),
    )
    const secrets = against.secrets.map(({ width }, index) => ({ parts: sums[index] ?? [], width }))
    if (await passesAudit(unknowns, lines, secrets)) return left
    const last = Math.max(...left.map(({ rank }) => rank))
    left = left.filter(({ rank }) => rank < last)
  }
  return left
}
