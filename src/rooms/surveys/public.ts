// The door of this room: what neighbours and the application may use.
export { notKnown, type AnalysisInput, type Findings, type PollWave } from './findings/findings.ts'
export { findingsOf } from './findings/findings.rules.ts'
export { fillingPaths } from './filling/filling.paths.ts'
export { bringInOldPoll } from './old-polls/old-polls.actions.ts'
export { letOut, proposeRelease } from './releases/releases.actions.ts'
export type { Released } from './releases/releases.document.ts'
export { reportBottleneck } from './bottlenecks/bottlenecks.actions.ts'
export { releaseFiles } from './package/package.release.rules.ts'
export { resultPaths } from './results/results.paths.ts'
export { listPollPages } from './results/results.sql.ts'
/** A wave from its first sketch to its opening, for the demo network. */
export { startSeries } from './series/series.actions.ts'
export { changeWave, moveWave, startWave } from './waves/waves.actions.ts'
export { getWave } from './waves/waves.sql.ts'
export { agreeOnFilling } from './invitations/invitations.actions.ts'
export { declareComparability, writeBridge } from './series/comparability.actions.ts'
export { documentOf } from './releases/proposing.sql.ts'
/** By the open link of a wave: begins a sheet, keeps what was filled in and sends it; a researcher says whose it is. */
export { listOpenAnswers, openWave, placeOpenAnswer, takePart } from './invitations/open-answers.actions.ts'
export { keepAnswers, sendFilling } from './filling/filling.actions.ts'
/** For seeds: organisations that answered; `runAnalysis` and `makeFiles` do what the worker does after they were asked for. */
export { answerAsPlaces, leaveNames } from './seeding.actions.ts'
export { askAnalysis } from './analyses/analyses.actions.ts'
export { runAnalysis } from './analyses/analyses.jobs.ts'
export { makeFiles } from './releases/release-files.jobs.ts'
export { codeAnswer, settleCodes, takeCodingSeat } from './coding/coding.actions.ts'
export { prepareClosedWaves } from './coding/coding.jobs.ts'
export { differs } from './coding/coding.rules.ts'
export { codedAnswers, codedWave, nextToCode } from './coding/coding.sql.ts'
export { replaceFrame } from './frame/frame.actions.ts'
export { writePlan } from './plans/plans.actions.ts'
export { usualPlan } from './plans/plans.rules.ts'
/** An analysis in a program of its own, made polls to try it on, and the weighted shares alone, to hold beside other programs. */
export { analyse } from './analyses/analysis.ts'
export { chosenIn, columnsOf } from './findings/columns.rules.ts'
export { exactLevel } from './findings/levels.rules.ts'
export { madeInput } from './findings/made-polls.ts'
export { frameBy, weigh } from './findings/weighting.rules.ts'
/** Talks after a wave: asked for before it opens, offered by who sent a sheet, held, and with what came of them. */
export {
  askForInterviews,
  holdInterview,
  inviteToInterviews,
  linkInterviewItem,
} from './interviews/interviews.actions.ts'
export { agreeToInterview, consentToInterviews, type LeftContact } from './interviews/interviewees.actions.ts'
export { askInterviewees } from './interviews/interviews.jobs.ts'
export { listInterviews } from './interviews/interviews.sql.ts'
