import { bothLanguages } from '../../lib/words.ts'

/** Referring, joining and closing. */
export const endingWords = bothLanguages(
  {
    back: (number: string) => `Terug naar ${number}`,
    refer: {
      title: 'Verwijs de vraag door',
      lead: 'Kan iemand anders beter helpen? Schrijf dan op wie. De vrager krijgt een mail en leest dit op de eigen pagina.',
      label: 'Naar wie verwijs je, en waarom?',
      hint: 'Schrijf het aan de vrager. Noem hoe die ander te bereiken is.',
      button: 'Verwijs door',
    },
    merge: {
      title: 'Voeg samen met een andere vraag',
      lead: 'Gaat deze vraag over hetzelfde? Dan krijgt deze vrager het antwoord op die andere vraag ook.',
      label: 'Het nummer van de andere vraag',
      hint: 'Bijvoorbeeld AV-2026-123456. Die vraag moet nog lopen.',
      button: 'Voeg samen',
    },
    close: {
      title: 'Rond de vraag af',
      lead: 'Een vraag sluit met een antwoord, een verwijzing of een reden.',
      hasAnswer: 'Er is een antwoord. Een reden erbij mag, maar hoeft niet.',
      hasReferral: 'De vraag is doorverwezen. Een reden erbij mag, maar hoeft niet.',
      needsReason: 'Er is nog geen antwoord en geen verwijzing. Schrijf daarom een reden op.',
      label: 'Waarom rond je de vraag af?',
      hint: 'De vrager leest dit.',
      button: 'Rond af',
    },
    errors: {
      refer: 'Schrijf op naar wie je verwijst.',
      merge: 'Vul het nummer van een andere vraag in, zoals AV-2026-123456.',
      mergeUnknown: 'Dit nummer kennen wij niet, of het is deze vraag zelf. Kies een vraag die nog loopt.',
      reason: 'Schrijf een reden op. Zonder antwoord of verwijzing kan een vraag niet sluiten.',
      long: 'Dit is te lang. Maak de tekst korter.',
    },
  },
  {
    back: (number: string) => `Back to ${number}`,
    refer: {
      title: 'Refer the question',
      lead: 'Can somebody else help better? Then write down who. The requester gets a mail and reads this on their own page.',
      label: 'To whom do you refer, and why?',
      hint: 'Write it to the requester. Say how the other can be reached.',
      button: 'Refer',
    },
    merge: {
      title: 'Join with another question',
      lead: 'Is this question about the same? Then this requester gets the answer to the other question too.',
      label: 'The number of the other question',
      hint: 'For example AV-2026-123456. That question must still run.',
      button: 'Join',
    },
    close: {
      title: 'Close the question',
      lead: 'A question closes with an answer, a referral or a reason.',
      hasAnswer: 'There is an answer. You may add a reason; you do not have to.',
      hasReferral: 'The question was referred. You may add a reason; you do not have to.',
      needsReason: 'There is no answer and no referral yet. So write down a reason.',
      label: 'Why do you close the question?',
      hint: 'The requester reads this.',
      button: 'Close',
    },
    errors: {
      refer: 'Write down to whom you refer.',
      merge: 'Fill in the number of another question, such as AV-2026-123456.',
      mergeUnknown: 'We do not know this number, or it is this question itself. Choose a question that runs.',
      reason: 'Write down a reason. Without an answer or a referral a question cannot close.',
      long: 'This is too long. Make the text shorter.',
    },
  },
)
