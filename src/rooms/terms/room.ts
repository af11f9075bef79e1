import type { Room } from '../../platform/room.ts'
import { termApi } from './terms.api.ts'
import { termRoutes } from './terms.web.tsx'

export { reference } from './terms.reference.ts'

export const room: Room = {
  name: 'terms',
  routes: [...termRoutes, ...termApi],
  // The words of the field: nothing about anybody.
  dataMap: [],
}
