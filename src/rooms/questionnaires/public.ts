// The door of this room: what neighbours and the application may use.
export { listQuestionnaires, versionWith, type Listed, type Version } from './questionnaires.sql.ts'
export { fixVersion, makeQuestionnaire, type NewQuestionnaire } from './questionnaires.actions.ts'
export { paths as questionnairePaths } from './paths.ts'
export { QuestionFields } from './question-fields.views.tsx'
export { answerFaultErrors } from './answer-faults.text.ts'
