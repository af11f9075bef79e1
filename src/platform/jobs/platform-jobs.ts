import { mailJobs } from '../mail/delivery.ts'
import type { Postman } from '../mail/postman.ts'
import { sealJobs } from '../seals/seals.ts'
import { retentionJobs, type RetentionRule } from './retention.ts'
import type { RoomJobs } from './work.ts'

/**
 * The jobs of the platform itself, which stand under the name `platform`: letters leave, the diary is sealed, and what has
 * been kept long enough is removed.
 * @param postman null when no mail server is configured; letters then stay in the outbox.
 * @param rules of the platform (`platformRetention`) and of all rooms.
 */
export function platformJobs(postman: Postman | null, rules: readonly RetentionRule[]): RoomJobs {
  const parts = [mailJobs(postman), sealJobs, retentionJobs(rules)]
  return {
    on: Object.assign({}, ...parts.map((part) => part.on)),
    daily: Object.assign({}, ...parts.map((part) => part.daily)),
  }
}
