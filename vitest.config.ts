import { defineConfig } from 'vitest/config'
import { LongestFirst } from './test/order.ts'

// Three kinds of test, told apart by their names (docs/testing.md):
//   *.test.ts          rules, lib and rolled-back house tests
//   *.commit.test.ts   real pools and roles on a cloned database
//   *.browser.test.ts  Chromium
export default defineConfig({
  oxc: { jsx: { runtime: 'automatic', importSource: 'hono/jsx' } },
  test: {
    include: ['src/**/*.test.{ts,tsx}', 'test/**/*.test.{ts,tsx}'],
    maxWorkers: 2,
    isolate: false,
    sequence: { sequencer: LongestFirst },
    testTimeout: 90_000,
    hookTimeout: 120_000,
    globalSetup: ['test/global-setup.ts'],
  },
})
