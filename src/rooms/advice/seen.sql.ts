import type { Lang } from '../../lib/words.ts'
import type { Sealer } from '../../platform/vault/vault.ts'
import { fields, type RequestRow } from './requests.sql.ts'
import type { Form, Size } from './request.rules.ts'
import type { State } from './states.rules.ts'

/** What everybody concerned may know of a request. */
export type RequestSeen = {
  readonly id: string
  readonly number: string
  readonly version: number
  readonly lang: Lang
  readonly state: State
  readonly stateSince: Date
  readonly waitingFrom: State | null
  readonly askedAt: Date
  readonly question: string
  readonly context: string | null
  readonly requesterName: string
  readonly organisationKind: string | null
  readonly organisation: string | null
  readonly municipality: string | null
  readonly province: string | null
  readonly themes: readonly string[]
  readonly questionKind: string | null
  readonly size: Size | null
  readonly form: Form | null
  readonly heldBy: string | null
  readonly referral: string | null
  readonly closeReason: string | null
  readonly endedAt: Date | null
  /** Null while it runs. */
  readonly forgetAfter: Date | null
}

const opened = (sealer: Sealer, field: string, sealed: Buffer | null) => sealed && sealer.open(field, sealed)

/** A row as people read it. */
export const seenOf = (row: RequestRow, sealer: Sealer): RequestSeen => ({
  id: row.id,
  number: row.number,
  version: row.version,
  lang: row.lang,
  state: row.state,
  stateSince: row.state_since,
  waitingFrom: row.waiting_from,
  askedAt: row.asked_at,
  question: sealer.open(fields.question, row.question_sealed),
  context: opened(sealer, fields.context, row.context_sealed),
  requesterName: sealer.open(fields.name, row.requester_name_sealed),
  organisationKind: row.organisation_kind,
  organisation: opened(sealer, fields.organisation, row.organisation_name_sealed),
  municipality: row.municipality_code,
  province: row.province_code,
  themes: row.theme_ids,
  questionKind: row.question_kind,
  size: row.size,
  form: row.form,
  heldBy: row.held_by,
  referral: opened(sealer, fields.referral, row.referral_sealed),
  closeReason: opened(sealer, fields.closeReason, row.close_reason_sealed),
  endedAt: row.ended_at,
  forgetAfter: row.forget_after,
})
