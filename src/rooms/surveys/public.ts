// The door of this room: what neighbours and the application may use.
export { resultPaths } from './results.paths.ts'
export { listPollPages } from './results.sql.ts'
