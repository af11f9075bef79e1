// The door of this room: what neighbours and the application may use.
export type { AnalysisInput, Findings, PollWave } from './findings.ts'
export { findingsOf } from './findings.rules.ts'
export { bringInOldPoll } from './old-polls.actions.ts'
export { letOut, proposeRelease } from './releases.actions.ts'
export type { Released } from './releases.document.ts'
export { resultPaths } from './results.paths.ts'
export { listPollPages } from './results.sql.ts'
