import type { DataEntry } from '../../platform/room.ts'

const request =
  'until the request is forgotten: 24 months after its end, 12 when withdrawn or silent, 7 days unconfirmed'
const answering = 'to answer the question'

const entry = (column: DataEntry['column'], kind: DataEntry['class'], purpose: string, keep = request): DataEntry => ({
  column,
  class: kind,
  purpose,
  keep,
})

/** Every column of this room that holds something of a person. */
export const dataMap: readonly DataEntry[] = [
  entry('advice_requests.question_sealed', 'secret', answering),
  entry('advice_requests.context_sealed', 'secret', answering),
  entry('advice_requests.requester_name_sealed', 'secret', 'to know whom we answer'),
  entry('advice_requests.organisation_kind', 'personal', 'to find people who fit, and counts from five'),
  entry('advice_requests.organisation_name_sealed', 'secret', 'to know whom we answer; hidden when knowledge is made'),
  entry('advice_requests.municipality_code', 'personal', 'to find people who fit'),
  entry('advice_requests.province_code', 'personal', 'all that somebody who is invited hears of the place'),
  entry('advice_requests.theme_ids', 'special', 'to find people who fit; a theme can say something about who asks'),
  entry('advice_requests.referral_sealed', 'secret', 'to tell the requester who helps'),
  entry('advice_requests.close_reason_sealed', 'secret', 'to tell the requester why'),
  entry('advice_requests.can_change_sealed', 'secret', 'so that the duo knows what their advice can change'),
  entry('advice_requests.held_by', 'personal', 'to know which coordinator holds it'),
  entry('advice_requests.state_by_person', 'personal', 'to know who moved it'),
  {
    ...entry('advice_contacts.email_sealed', 'secret', 'to mail the requester'),
    copies: ['the letter in platform_mail_outbox, sealed'],
  },
  entry('advice_contacts.email_index', 'personal', 'to find requests of one address; a keyed hash'),
  entry('advice_link_askings.number', 'personal', 'to write a new link', 'until the letter is written, 1 day at most'),
  entry(
    'advice_link_askings.email_index',
    'personal',
    'to write a new link; a keyed hash',
    'until the letter is written, 1 day at most',
  ),
  entry('advice_moves.by_person', 'personal', 'to know who moved it'),
  entry('advice_messages.body_sealed', 'secret', 'the conversation about the question'),
  entry('advice_messages.author_name_sealed', 'secret', 'the name an expert chose'),
  entry('advice_messages.author_person', 'personal', 'to know who wrote it'),
  entry('advice_team.person_id', 'special', 'who answers; a theme connects a person with an experience'),
  entry('advice_team.shown_name_sealed', 'secret', 'the name an expert chose'),
  entry('advice_team.reward_cents', 'personal', 'what was offered'),
  entry('advice_team.invited_by', 'personal', 'to know who invited'),
  entry(
    'advice_not_again.trace',
    'personal',
    'so that nobody is asked twice for one request; a keyed hash that cannot be listed by person',
    'until the request ends',
  ),
  entry('advice_drafts.text_sealed', 'secret', 'the answer while it is written'),
  entry('advice_drafts.behalf_sealed', 'secret', 'on whose behalf the answer speaks'),
  entry('advice_drafts.saved_by', 'personal', 'to show who saved'),
  entry('advice_draft_revisions.text_sealed', 'secret', 'so that nobody of the duo loses text'),
  entry('advice_draft_revisions.behalf_sealed', 'secret', 'so that nobody of the duo loses text'),
  entry('advice_draft_revisions.saved_by', 'personal', 'to show who saved'),
  entry('advice_answers.text_sealed', 'secret', 'the answer'),
  entry('advice_answers.behalf_sealed', 'secret', 'on whose behalf it speaks'),
  entry('advice_answers.authors_sealed', 'secret', 'the names the authors chose'),
  entry('advice_answers.given_by', 'personal', 'to know who gave it'),
  entry('advice_sessions.notes_sealed', 'secret', 'what a meeting brought'),
  entry('advice_sessions.written_by', 'personal', 'to know who wrote it'),
  entry('advice_feedback.done_sealed', 'secret', 'to tell the experts what was done with their advice'),
  entry('advice_feedback.not_done_sealed', 'secret', 'to tell the experts what was not'),
  entry('advice_evaluations.person_id', 'personal', 'each gives one', '12 months, then nobody knows whose it was'),
  ...(['usefulness', 'realism', 'support', 'equality', 'load'] as const).map((score) => ({
    ...entry(
      `advice_evaluations.${score}`,
      'personal',
      'to do better; no list ranks people by it',
      '12 months with whose it was, then without until the request is forgotten',
    ),
  })),
  entry('advice_evaluations.text_sealed', 'secret', 'to do better', '12 months'),
]
