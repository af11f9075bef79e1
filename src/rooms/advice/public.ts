// What neighbours and the desk's pages use of this room.
export {
  askQuestion,
  confirmRequest,
  evaluateAsRequester,
  giveFeedback,
  replyAsRequester,
  withdrawRequest,
  type Question,
} from './asking.actions.ts'
export {
  addInternalNote,
  askFeedback,
  askRequester,
  closeRequest,
  mergeRequest,
  referRequest,
  seekDuo,
  startWork,
  stopWaiting,
  takeIntoIntake,
  triageRequest,
  writeToRequester,
  type SeenRequest,
} from './desk.actions.ts'
export {
  acceptInvitation,
  addSession,
  declineInvitation,
  inviteExpert,
  leaveTeam,
  seekAnother,
  withdrawInvitation,
} from './team.actions.ts'
export { evaluate, giveAnswer, saveDraft, writeAsExpert } from './answer.actions.ts'
export { getForDesk, getForTeam, getStatus } from './readings.sql.ts'
export { listInvitations, teamLoads } from './team.sql.ts'
export { listRevisions } from './timeline.sql.ts'
export { type Candidate, type Reward } from './request.rules.ts'
export { hasEnded, states, type State } from './states.rules.ts'
export { requestForHarvest } from './harvest.sql.ts'
export { paths as advicePaths } from './paths.ts'
export { eraseRequests, exportRequests, listAskedWith, listRequestIds } from './requesters.sql.ts'
export { moveInTime, timeSteps } from './time.actions.ts'
