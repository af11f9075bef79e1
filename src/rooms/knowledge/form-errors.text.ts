import { bothLanguages } from '../../lib/words.ts'

/** What stands beside a field of the editors' forms when something is wrong with it. */
export const formErrors = bothLanguages(
  {
    title: { empty: 'Vul een titel in.', long: 'Maak de titel korter: hoogstens 160 tekens.' },
    summary: { empty: 'Vul een samenvatting in.', long: 'Maak de samenvatting korter: hoogstens 400 tekens.' },
    part: { empty: 'Vul de tekst in.', long: 'Dit deel is te lang: hoogstens 60.000 tekens.' },
    short: { empty: 'Vul dit in.', long: 'Maak dit korter.' },
    link: 'Gebruik een adres dat begint met https://',
    day: 'Kies een dag die bestaat.',
    choose: 'Kies iets uit de lijst.',
    reason: { empty: 'Schrijf een reden op.', long: 'Maak de reden korter: hoogstens 500 tekens.' },
  },
  {
    title: { empty: 'Fill in a title.', long: 'Make the title shorter: at most 160 characters.' },
    summary: { empty: 'Fill in a summary.', long: 'Make the summary shorter: at most 400 characters.' },
    part: { empty: 'Fill in the text.', long: 'This part is too long: at most 60,000 characters.' },
    short: { empty: 'Fill this in.', long: 'Make this shorter.' },
    link: 'Use an address that begins with https://',
    day: 'Choose a day that exists.',
    choose: 'Choose from the list.',
    reason: { empty: 'Write down a reason.', long: 'Make the reason shorter: at most 500 characters.' },
  },
)
