/**
 * Columns of the house that hold nothing of a person by themselves: keys of things, states, times, counts, words of a list
 * of ours, hashes that only we can make. Whatever is neither here nor in the data map of its room fails the test: somebody
 * has to look at a new column.
 */
// Whole tables: of what is not in the data map, what it is instead.
const tables: Readonly<Record<string, string>> = {
  platform_installation: 'what this plein is: its mode and its marks',
  platform_diary_seals: 'hashes of hashes',
  platform_diary_head: 'how far the seals are',
  platform_idempotency: 'hashes of a session and of a form; where the press led is in the data map',
  platform_data_keys: 'keys that the key file wraps; whose they are is in the data map',
  governance_proposals: 'what is proposed and decided, in words that everybody reads; who did so is in the data map',
  governance_vision_versions: 'the shared vision, which everybody reads; who wrote it is in the data map',
  governance_vision_positions: 'what a partner thinks of the vision, for everybody; who said so is in the data map',
  questionnaires_questionnaires: 'whose a questionnaire is; who made it is in the data map',
  questionnaires_versions: 'questions that everybody may read; who made and fixed them is in the data map',
  questionnaires_prints: 'questions that everybody may read, as PDF',
  questionnaires_sheets: 'which version is filled in, and when; what was answered is in the data map',
  questionnaires_steps: 'questions as they were before a press; not whose press',
  knowledge_start_pages: 'titles of pages that everybody reads',
  knowledge_start_sections: 'headings of pages that everybody reads, and which items stand there',
  knowledge_gaps: 'what nobody has written down yet, in words of an editor that everybody reads',
  knowledge_gap_adoptions: 'which organisation fills a gap, and until when',
  knowledge_harvest_sources:
    'where an organisation has its knowledge elsewhere; which editor added it is in the data map',
  knowledge_harvest_runs: 'how far the reading of a source is; what it says and who asked is in the data map',
  knowledge_harvest_pieces: 'a file in pieces; its bytes are in the data map',
  knowledge_harvest_records: 'what becomes of each record of a source; its words are in the data map',
  knowledge_harvest_ties: 'which record became which item; what the source said is in the data map',
  knowledge_locked_fields: 'names of fields that follow a source no more; who wrote other words is in the data map',
  knowledge_moving_sections: 'what an editor decided about a category of a site that moves in; not which editor',
  knowledge_old_addresses: 'addresses of public pages on sites that moved in here, and whose site it was',
  surveys_series: 'a poll in words that everybody may read; who made it and its key are in the data map',
  surveys_waves: 'one time that a poll is asked; who began it is in the data map',
  surveys_places: 'organisations that were asked, by type, size and province',
  surveys_contacts: 'whom a place is written to; the address is in the data map',
  surveys_frame_uploads: 'a list that was sent; what it says and who sent it is in the data map',
  surveys_comparabilities: 'how far waves can be compared, in words for readers; who said so is in the data map',
  surveys_bridges: 'why a changed question asks the same, in words for readers; who wrote it is in the data map',
  surveys_plans: 'what was agreed before a wave opened; who wrote it is in the data map',
  surveys_fillings: 'how a wave is filled in; who agreed so is in the data map',
  surveys_respondents: 'how far a sheet is, by type, size and province; its pseudonym and name are in the data map',
  surveys_parts: 'which section a colleague fills in; for whom, and the link, is in the data map',
  surveys_invitations: 'which place was asked, reminded and answered: organisations, and no answers',
  surveys_open_answers: 'answers that nobody placed yet; which organisation they name is in the data map',
  surveys_doubles: 'which of two sheets counts; who decided so and why is in the data map',
  surveys_copies: 'that a link was asked for; where it goes is in the data map',
  surveys_coded_answers: 'answers without names and without the organisation; their words are in the data map',
  surveys_coders: 'who codes which question; the person is in the data map',
  surveys_codings: 'codes that a coder gave, by seat',
  surveys_settlements: 'codes that both settled on; who wrote them down is in the data map',
  surveys_bottlenecks: 'the register that everybody reads; who added or merged is in the data map',
  surveys_bottleneck_reports: 'a kind of source, a number and a month',
  surveys_plan_changes: 'what changed in a plan and why, in words for readers; who did is in the data map',
  surveys_analyses: 'how far an analysis is and what may be published of it; who asked for it is in the data map',
  surveys_releases: 'what is let out of a poll, for everybody; who proposed and decided is in the data map',
  surveys_release_files: 'files that go with a release, for everybody',
  surveys_release_packages: 'how far the files of a release are',
  surveys_release_sheets: 'which sheets a release was made of: numbers, that go with the sheet',
  surveys_interview_rounds: 'what talks are about, in words that everybody asked reads; who asked is in the data map',
  surveys_interview_proposals: 'when and where a talk could be, and what for; who wrote it is in the data map',
  surveys_interviews: 'how far somebody is who wants to talk; name, address and hash are in the data map',
  surveys_interview_items: 'which wave an item came from; who said so is in the data map',
  surveys_old_polls: 'percentages of polls that were published; who brought them in is in the data map',
  knowledge_empty_searches: 'words without who typed them, in the data map, and how often',
}

// Keys of things that are not people, and words of a list of ours.
const names =
  /\.(id|item_id|request_id|organisation_id|giver_id|mark_id|consent_id|part_key|key|number|slug|state|state_by|from_state|to_state|by_kind|kind|author_kind|actor_kind|lang|size|form|place|position|version|text_version|shelf_version|item|audience|audiences|voice|outcome|purpose|type|partner|website|municipality_code|province_code|minutes|licence|provenance|waiting_from|merged_into|name|role|permission|scopes|tries|whose|choice|starts|ends|open_marks|themes|roles|regions|to_item_id|question_kind|participation_level|reward_form|wording_version|event|detail|cause|last_error|message_id)$/

const types = new Set(['timestamp with time zone', 'date', 'boolean', 'interval'])

// Each with the reason why it says nothing about a person.
const single: Readonly<Record<string, string>> = {
  'questionnaires_answers.sheet_id': 'the number of a sheet',
  'questionnaires_answers.question': 'the key of a question',
  'knowledge_moving_pages.run_id': 'the number of a run',
  'accounts_persons.demo_slug': 'only the demo network has it, and its people are invented',
  'accounts_persons.demo_what_en': 'only the demo network has it, and its people are invented',
  'accounts_persons.demo_what_nl': 'only the demo network has it, and its people are invented',
  'governance_seats.answer': 'yes or no to an invitation; whose seat it is, is in the data map',
  'governance_employments.seat_id': 'the number of a seat',
  'governance_votes.seat_id': 'the number of a seat',
  'governance_votes.proposal_id': 'the number of a proposal',
  'knowledge_saved_searches.subscription_id': 'the number of a subscription',
  'knowledge_topic_messages.contact_id': 'the number of a contact of an organisation',
  'knowledge_start_changes.content': 'a page that everybody reads, as it was',
  'knowledge_start_changes.changed_for': 'the name of an organisation',
  'knowledge_item_revisions.restored_from': 'the number of an earlier version of the same text',
  'knowledge_picture_files.picture_id': 'the number of a picture',
  'knowledge_picture_files.width': 'how wide a picture is',
  'knowledge_picture_files.height': 'how high a picture is',
  'knowledge_items.rule': 'how many stewards must agree',
  'knowledge_items.silence_days': 'after how many days silence counts',
  'knowledge_rule_changes.rule': 'how many stewards must agree',
  'knowledge_rule_changes.silence_days': 'after how many days silence counts',
  'knowledge_approvals.rule_change_id': 'the number of a change of a rule',
  'knowledge_approvals.answer': 'yes or no of an organisation; who gave it is in the data map',
  'knowledge_approvals.how': 'on a page, by a letter, by pressing to publish, or by silence',
  'knowledge_successions.cause': 'why a steward is looked for, a word of a list',
  'knowledge_successions.taken_by_organisation': 'the number of an organisation',
  'knowledge_suggestions.base_version': 'the number of a version',
  'knowledge_suggestions.decided_for': 'the number of an organisation',
  'knowledge_suggestion_fields.suggestion_id': 'the number of a suggestion',
  'knowledge_suggestion_fields.field': 'the name of a field',
  'knowledge_suggestion_fields.decision': 'accepted or declined',
  'knowledge_items.file_index': 'a keyed hash of the bytes of a document and an organisation, to import it once',
}

/** @param name `table.column`; @param type as information_schema says it */
export const structural = (name: string, type: string): boolean =>
  name.slice(0, name.indexOf('.')) in tables || types.has(type) || names.test(name) || name in single
