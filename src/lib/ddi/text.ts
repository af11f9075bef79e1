import { bothLanguages, type Lang } from '../words.ts'

const sentences = bothLanguages(
  { codebookOf: (title: string) => `Codeboek: ${title}`, frameSize: (size: number) => `Aantal op de lijst: ${size}.` },
  { codebookOf: (title: string) => `Codebook: ${title}`, frameSize: (size: number) => `Number on the list: ${size}.` },
)

/** What the codebook itself is called, beside the study that it is about. */
export const codebookOf = (title: string, lang: Lang): string => sentences[lang].codebookOf(title)

export const frameSize = (size: number) => bothLanguages(sentences.nl.frameSize(size), sentences.en.frameSize(size))
