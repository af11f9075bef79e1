import { paths } from '../paths.ts'

const wave = (series: string, slug: string) => `${paths.wave(series, slug)}/coderen`

/** The pages on which answers in own words are coded. */
export const codingPaths = {
  list: wave,
  question: (series: string, slug: string, question: string) => `${wave(series, slug)}/${question}`,
  seat: (series: string, slug: string, question: string) => `${wave(series, slug)}/${question}/plaats`,
  settle: (series: string, slug: string, question: string) => `${wave(series, slug)}/${question}/samen`,
}
