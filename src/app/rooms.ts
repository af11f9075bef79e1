import type { Room } from '../platform/room.ts'
import { room as accounts } from '../rooms/accounts/room.ts'
import { teamLoads } from '../rooms/advice/public.ts'
import { room as advice } from '../rooms/advice/room.ts'
import { expertsRoom } from '../rooms/experts/room.ts'
import { room as governance } from '../rooms/governance/room.ts'
import { room as knowledge } from '../rooms/knowledge/room.ts'
import { room as questionnaires } from '../rooms/questionnaires/room.ts'
import { room as regions } from '../rooms/regions/room.ts'
import { room as surveys } from '../rooms/surveys/room.ts'
import { room as terms } from '../rooms/terms/room.ts'

/** The rooms of the house, in the order in which they may lean on each other. */
export const rooms: readonly Room[] = [
  accounts,
  regions,
  terms,
  governance,
  questionnaires,
  knowledge,
  expertsRoom(teamLoads),
  advice,
  surveys,
]
