import type { Room } from '../platform/room.ts'

/** The rooms of the house, in the order in which they may lean on each other. */
export const rooms: readonly Room[] = []
