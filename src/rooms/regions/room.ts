import type { Room } from '../../platform/room.ts'
import { municipalityApi } from './municipalities.api.ts'
import { municipalityRoutes } from './municipalities.web.tsx'

export { reference } from './regions.reference.ts'

export const room: Room = {
  name: 'regions',
  routes: [...municipalityRoutes, ...municipalityApi],
  // Places and their regions: nothing about anybody.
  dataMap: [],
}
