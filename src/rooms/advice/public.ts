// What neighbours and the desk's pages use of this room.
export type { Doer } from './moving.actions.ts'
export {
  askQuestion,
  confirmRequest,
  emailIndex,
  evaluateAsRequester,
  giveFeedback,
  replyAsRequester,
  sayThisIsMyAnswer,
  withdrawRequest,
  type Evaluation,
  type Feedback,
  type Question,
} from './asking.actions.ts'
export {
  addInternalNote,
  askFeedback,
  askRequester,
  closeRequest,
  holdRequest,
  mergeRequest,
  referRequest,
  seekDuo,
  startWork,
  stopWaiting,
  takeBack,
  takeIntoIntake,
  triageRequest,
  writeToRequester,
  type Division,
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
  type Invitation,
  type Session,
} from './team.actions.ts'
export { evaluate, giveAnswer, saveDraft, writeAsExpert, type DraftSaved, type DraftText } from './answer.actions.ts'
export {
  getForDesk,
  getForTeam,
  getStatus,
  type DeskSeen,
  type RequestSeen,
  type StatusSeen,
  type TeamSeen,
} from './readings.sql.ts'
export { listInvitations, listOfTeam, teamLoads, type InvitationSeen, type TeamLoad } from './team.sql.ts'
export {
  findDraft,
  listRevisions,
  type Answer,
  type Draft,
  type EvaluationGiven,
  type FeedbackGiven,
  type Member,
  type Message,
  type Moved,
  type Revision,
  type SessionHeld,
  type TimelineEntry,
} from './timeline.sql.ts'
export {
  audiences,
  forms,
  limits,
  scores,
  sessionForms,
  sessionKinds,
  sizes,
  teamNeeded,
  voices,
  whyNotInvited,
  whyNotOffered,
  type Audience,
  type AuthorKind,
  type Candidate,
  type Form,
  type Reward,
  type Score,
  type Scores,
  type SessionForm,
  type SessionKind,
  type Size,
  type Voice,
} from './request.rules.ts'
export {
  endStates,
  hasEnded,
  moves,
  states,
  terms,
  whyNotMove,
  type Move,
  type RequestFacts,
  type State,
} from './states.rules.ts'
export { missings, type Missing } from './missing.rules.ts'
export { labels } from './words.text.ts'
export {
  consentPurposes,
  consentSubject,
  listHarvestable,
  requestForHarvest,
  type Harvest,
  type HarvestPart,
} from './harvest.sql.ts'
export { paths as advicePaths } from './paths.ts'
export { eraseRequests, exportRequests, listAskedWith, listRequestIds } from './requesters.sql.ts'
export { moveInTime, timeSteps, type TimeStep } from './time.actions.ts'
