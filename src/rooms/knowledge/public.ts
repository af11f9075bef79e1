export { relatedItems } from './search.actions.ts'
export { newestItems } from './newest.sql.ts'
