import type { DefinitionFault, DefinitionFaultName } from '../../lib/questionnaire/faults.ts'
import { bothLanguages, type Lang } from '../../lib/words.ts'

type Named = { readonly bound: string; readonly name: string }
type Sentences = Readonly<Record<DefinitionFaultName, (about: Named) => string>>

const sentences = bothLanguages<Sentences>(
  {
    'wrong-shape': () => 'Hier staat iets van een andere soort dan er moet staan.',
    missing: () => 'Hier ontbreekt iets.',
    'unknown-field': ({ name }) => `Het veld “${name}” kennen we niet.`,
    'too-much': ({ bound }) => `Dit is te veel of te lang. Het hoogste is ${bound}.`,
    'too-little': ({ bound }) => `Dit is te weinig. Er zijn er minstens ${bound} nodig.`,
    empty: () => 'De Nederlandse tekst is nog leeg.',
    'odd-characters': () => 'Er staan tekens in die niemand ziet. Typ de tekst opnieuw.',
    'wrong-key': ({ name }) => `Het kenmerk “${name}” mag alleen letters, cijfers en streepjes hebben, hoogstens 40.`,
    'english-missing': () => 'Er is geen Engelse tekst. Wie Engels leest, ziet het Nederlands.',
    'key-twice': ({ name }) => `Het kenmerk “${name}” komt twee keer voor.`,
    'key-taken': ({ name }) => `Het kenmerk “${name}” is van “Iets anders”. Kies een ander kenmerk.`,
    'label-twice': ({ name }) => `“${name}” staat er twee keer.`,
    'no-sections': () => 'Er is nog geen deel met vragen.',
    'no-questions': () => 'In dit deel staat nog geen vraag.',
    'too-few-options': ({ bound }) => `Er zijn minstens ${bound} mogelijkheden nodig.`,
    'unknown-option': ({ name }) => `Het antwoord “${name}” is er niet meer.`,
    'most-impossible': ({ bound }) => `Vul een getal in van 1 tot en met ${bound}.`,
    'bounds-turned-round': () => 'Het kleinste getal is groter dan het grootste.',
    'unknown-question': ({ name }) => `Deze vraag hangt aan “${name}”, en die is er niet.`,
    'later-question': ({ name }) => `Deze vraag hangt aan “${name}”, en die komt pas later.`,
    'question-decides-nothing': ({ name }) => `Aan “${name}” kan geen vraag hangen: er is niets te kiezen.`,
    'row-needed': () => 'Kies nog in welke regel het antwoord moet staan.',
    'unknown-row': ({ name }) => `De regel “${name}” is er niet meer.`,
    'nothing-chosen': () => 'Kies nog bij welke antwoorden je deze vraag stelt.',
    'never-shown': () => 'Deze vraag krijgt niemand: de voorwaarden kunnen niet samen kloppen.',
    'section-never-shown': () => 'Dit deel krijgt niemand.',
  },
  {
    'wrong-shape': () => 'Something of another kind stands here than should.',
    missing: () => 'Something is missing here.',
    'unknown-field': ({ name }) => `We do not know the field “${name}”.`,
    'too-much': ({ bound }) => `This is too much or too long. The most is ${bound}.`,
    'too-little': ({ bound }) => `This is too little. At least ${bound} are needed.`,
    empty: () => 'The Dutch text is still empty.',
    'odd-characters': () => 'It holds characters that nobody sees. Type the text again.',
    'wrong-key': ({ name }) => `The mark “${name}” may have letters, digits and hyphens only, at most 40.`,
    'english-missing': () => 'There is no English text. Whoever reads English sees the Dutch.',
    'key-twice': ({ name }) => `The mark “${name}” is there twice.`,
    'key-taken': ({ name }) => `The mark “${name}” belongs to “Something else”. Choose another one.`,
    'label-twice': ({ name }) => `“${name}” is there twice.`,
    'no-sections': () => 'There is no section with questions yet.',
    'no-questions': () => 'There is no question in this section yet.',
    'too-few-options': ({ bound }) => `At least ${bound} options are needed.`,
    'unknown-option': ({ name }) => `The answer “${name}” is not there any more.`,
    'most-impossible': ({ bound }) => `Fill in a number from 1 to ${bound}.`,
    'bounds-turned-round': () => 'The smallest number is larger than the largest.',
    'unknown-question': ({ name }) => `This question hangs on “${name}”, which is not there.`,
    'later-question': ({ name }) => `This question hangs on “${name}”, which comes later.`,
    'question-decides-nothing': ({ name }) => `No question can hang on “${name}”: there is nothing to choose.`,
    'row-needed': () => 'Choose in which row the answer must stand.',
    'unknown-row': ({ name }) => `The row “${name}” is not there any more.`,
    'nothing-chosen': () => 'Choose with which answers you ask this question.',
    'never-shown': () => 'Nobody gets this question: its conditions cannot hold together.',
    'section-never-shown': () => 'Nobody gets this section.',
  },
)

/** What is wrong, in one sentence. */
export const faultSentence = ({ why, bound, name }: DefinitionFault, lang: Lang): string =>
  sentences[lang][why]({ bound: bound === undefined ? '' : String(bound), name: name ?? '' })
