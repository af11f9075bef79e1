import type { RedactionContext } from '../../../lib/redaction/marks.ts'
import { shippedGeography } from '../../regions/public.ts'
import type { ItemContext } from './items.sql.ts'

let places: ReadonlySet<string> | undefined

/** Every name of a municipality or town that we know, old ones and other spellings too. */
const knownPlaces = (): ReadonlySet<string> => {
  if (places) return places
  const { municipalities, former, towns } = shippedGeography()
  places = new Set([
    ...municipalities.flatMap((each) => [each.name, ...each.aliases]),
    ...former.map((each) => each.name),
    ...towns.map((each) => each.name),
  ])
  return places
}

/** What is known beside the words of an item, for finding what points at somebody. */
export const scanContext = (context: ItemContext): RedactionContext => ({
  places: knownPlaces(),
  organisations: context.organisations,
  people: context.people,
})
