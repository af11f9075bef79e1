// The door of this folder: what rooms and the application use of it.
export type { KeptLetter, Letter, LetterKind, MailRoom, MailState } from './letter-types.ts'
export { letter, senderName, type LetterContent } from './letter.ts'
export { openMailRoom, troubledLetters, type TroubledLetter } from './mail-room.ts'
export { postmanTo, type Postman } from './postman.ts'
export { deliverDue, mailJobs } from './delivery.ts'
