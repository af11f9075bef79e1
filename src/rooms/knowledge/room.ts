import type { Room } from '../../platform/room.ts'
import { itemRoutes } from './item-page.web.tsx'
import { searchRoutes } from './search.web.tsx'

export const room: Room = {
  name: 'knowledge',
  routes: [...searchRoutes, ...itemRoutes],
  dataMap: [],
}
