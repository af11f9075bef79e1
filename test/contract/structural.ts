/**
 * Columns of the house that hold nothing of a person by themselves: keys of things, states, times, counts, words of a list
 * of ours, hashes that only we can make. Whatever is neither here nor in the data map of its room fails the test: somebody
 * has to look at a new column.
 */
const tables = new Set([
  'platform_installation',
  'platform_diary_seals',
  'platform_diary_head',
  'platform_idempotency',
  'platform_data_keys',
  'knowledge_empty_searches',
])

// Keys of things that are not people, and words of a list of ours.
const names =
  /\.(id|item_id|request_id|organisation_id|giver_id|mark_id|consent_id|part_key|key|number|slug|state|state_by|from_state|to_state|by_kind|kind|author_kind|actor_kind|lang|size|form|place|position|version|text_version|shelf_version|item|audience|audiences|voice|outcome|purpose|type|partner|website|municipality_code|province_code|minutes|licence|provenance|waiting_from|merged_into|name|role|permission|scopes|tries|whose|choice|starts|ends|open_marks|themes|roles|question_kind|participation_level|reward_form|wording_version|event|detail|cause|last_error|message_id)$/

const types = new Set(['timestamp with time zone', 'date', 'boolean', 'interval'])

// Beside a column of the same row that the data map names: it says nothing without that one.
const beside = new Set([
  'accounts_consents.subject',
  'accounts_grant_proposals.decided_by',
  'accounts_grant_proposals.proposed_by',
  'accounts_permissions.granted_by',
  'accounts_persons.demo_slug',
  'accounts_persons.demo_what_en',
  'accounts_persons.demo_what_nl',
  'accounts_persons.second_tries',
  'accounts_persons.totp_last_step',
  'accounts_sign_ins.browser_hash',
  'accounts_sign_ins.code_hash',
  'accounts_sign_ins.link_hash',
  'accounts_sign_ins.next_path',
  'advice_evaluations.equality',
  'advice_evaluations.load',
  'advice_evaluations.realism',
  'advice_evaluations.support',
  'advice_evaluations.usefulness',
  'knowledge_item_yeses.answer',
  'knowledge_items.file_index',
  'knowledge_items.source_sealed',
  'platform_proofs.hash',
])

/** @param name `table.column`; @param type as information_schema says it */
export const structural = (name: string, type: string): boolean =>
  tables.has(name.slice(0, name.indexOf('.'))) || types.has(type) || names.test(name) || beside.has(name)
