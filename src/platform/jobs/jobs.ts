// The door of this folder: what rooms and the application use of it.
export type { JobHandler, JobsOfRooms, RoomJobs, Work } from './work.ts'
export { failedJobs, installJobs, jobCounts, queuesOf, type FailedJob } from './queues.ts'
export { announceTo, type JobContent } from './announcer.ts'
export {
  platformRetention,
  retentionJobs,
  runRetention,
  type RetentionOutcome,
  type RetentionRule,
} from './retention.ts'
export { runJob, startWorker, type JobProblem, type WorkerSettings } from './worker.ts'
