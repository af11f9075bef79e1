// The door of this room: what neighbours and the application may use.
export {
  candidatesFor,
  endPause,
  hideFromDesk,
  holdForAsking,
  pause,
  profileForDesk,
  saveProfile,
  shownNameOf,
  showToDesk,
  type Asked,
  type Candidates,
  type DeskProfile,
  type ProfileText,
} from './profile.actions.ts'
export {
  isPaused,
  mayAccept,
  mayBeAsked,
  type Answerable,
  type AtCeiling,
  type Load,
  type Loads,
  type Matches,
  type Need,
  type Pause,
  type PlaceMatch,
  type Profile,
  type Suggestion,
  type Wishes,
} from './profile.rules.ts'
export { holdCeiling } from './profile.sql.ts'
export { paths as expertPaths } from './paths.ts'
