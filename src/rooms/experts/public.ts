// The door of this room: what neighbours and the application may use.
export {
  candidatesFor,
  endPause,
  holdForAsking,
  pause,
  profileForDesk,
  saveProfile,
  shownNameOf,
  showToDesk,
  type Candidates,
} from './profile.actions.ts'
export { isPaused, mayAccept, type Suggestion } from './profile.rules.ts'
export { holdCeiling } from './profile.sql.ts'
