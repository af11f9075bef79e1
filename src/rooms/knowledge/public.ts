export { relatedItems } from './search.actions.ts'
export { newestItems } from './newest.sql.ts'
export { placeOnShelf, type ShelfItem } from './shelf.sql.ts'
