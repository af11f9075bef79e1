import type { PlainFinding } from '../../../lib/dutch/plain-language.ts'
import { bothLanguages, counted } from '../../../lib/words.ts'

const findingNl = (finding: PlainFinding): string => {
  switch (finding.kind) {
    case 'long-sentence':
      return `Deze zin is lang (${finding.words} woorden): ‘${finding.sentence.slice(0, 120)}’`
    case 'long-average':
      return `Je zinnen zijn gemiddeld ${Math.round(finding.words)} woorden. Probeer ${finding.most} of minder.`
    case 'avoided-word':
      return `Schrijf liever ‘${finding.use}’ dan ‘${finding.word}’.`
    case 'long-word':
      return `‘${finding.word}’ is een lang woord. Kan het korter, of leg je het uit?`
  }
}
const findingEn = (finding: PlainFinding): string => {
  switch (finding.kind) {
    case 'long-sentence':
      return `This sentence is long (${finding.words} words): ‘${finding.sentence.slice(0, 120)}’`
    case 'long-average':
      return `Your sentences have ${Math.round(finding.words)} words on average. Try ${finding.most} or fewer.`
    case 'avoided-word':
      return `Rather write ‘${finding.use}’ than ‘${finding.word}’.`
    case 'long-word':
      return `‘${finding.word}’ is a long word. Can it be shorter, or do you explain it?`
  }
}

/** What the editors' pages say about how a text reads. */
export const adviceWords = bothLanguages(
  {
    title: 'Leest dit makkelijk?',
    figures: (words: number, perSentence: string) =>
      `${counted(words, 'woord', 'woorden')}, gemiddeld ${perSentence} per zin.`,
    score: (score: string) =>
      `Leesscore: ${score}. Boven de 60 leest het meestal makkelijk. Een score is maar een aanwijzing.`,
    onlyAdvice: 'Dit zijn alleen tips. Jij beslist.',
    none: 'Geen tips. Fijn geschreven.',
    finding: findingNl,
    terms: 'Begrippen met uitleg op het plein:',
    onlyDutch: 'Tips zijn er alleen voor een tekst in het Nederlands.',
    noText: 'Schrijf iets. Dan komen hier tips.',
  },
  {
    title: 'Does this read easily?',
    figures: (words, perSentence) =>
      `${counted(words, 'word', 'words', 'en')}, ${perSentence} per sentence on average.`,
    score: (score) =>
      `Reading score: ${score}. Above 60 it mostly reads easily. A score is no more than an indication.`,
    onlyAdvice: 'This is advice only. You decide.',
    none: 'No advice. Well written.',
    finding: findingEn,
    terms: 'Terms explained on the square:',
    onlyDutch: 'There is advice for Dutch texts only.',
    noText: 'Write something. Then advice appears here.',
  },
)
