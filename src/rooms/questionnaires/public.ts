// The door of this room: what neighbours and the application may use.
export { askingOf, listQuestionnaires, versionWith, type Listed, type Version } from './questionnaires.sql.ts'
export { fixVersion, makeFromTemplate, makeQuestionnaire } from './questionnaires.actions.ts'
export { findPrint, hasPrint, printName } from './prints.sql.ts'
export { paths as questionnairePaths } from './paths.ts'
export { QuestionFields } from './question-fields.views.tsx'
export { PrintedMeanings, wholeMeanings } from './meanings.views.tsx'
export { answerFaultErrors } from '../../ui/answer-faults.text.ts'
/** A sheet is made and its answers are read for analysis at the worker's door; a link fills it in and sends it. */
export {
  answersOfSheets,
  forgetSheets,
  keepDraftsUntil,
  openSheet,
  putTogether,
  readSheet,
  saveAnswers,
  sendSheet,
  type Sheet,
} from './sheets.actions.ts'
export { progressOn, type Progress } from './sheets.rules.ts'
export { sheetHolder } from './sheets.sql.ts'
/** Of the survey among shelters: whether everything hangs on one person. */
export { carriedBy } from './templates/carrying.rules.ts'
export { answerWords } from './answer-words.ts'
