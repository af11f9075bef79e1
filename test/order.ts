import { BaseSequencer, type TestSpecification } from 'vitest/node'

// Minutes of Chromium and of started programs. One of these at the end would leave the other process without work.
const longest = [
  '/pages.browser.test.',
  '/journey.browser.test.',
  '/command-line.test.',
  '/journey-script.browser.test.',
  '/moving-rehearsal.commit.test.',
  '/routes.commit.test.',
  '/gallery.screenshots.test.',
  '.browser.test.',
  '.commit.test.',
]

/** The longest files first, also on a machine that has never run them; the rest as Vitest would. */
export class LongestFirst extends BaseSequencer {
  override async sort(files: TestSpecification[]): Promise<TestSpecification[]> {
    const place = ({ moduleId }: TestSpecification) => {
      const found = longest.findIndex((part) => moduleId.includes(part))
      return found < 0 ? longest.length : found
    }
    return (await super.sort(files)).toSorted((a, b) => place(a) - place(b))
  }
}
